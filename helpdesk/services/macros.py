"""The desk's own answers: kept and checked. Writing one, changing it and taking it out can be undone."""

from collections.abc import Sequence
from dataclasses import dataclass

from helpdesk.domain import language as languages
from helpdesk.domain.change import Value
from helpdesk.domain.errors import BadInput
from helpdesk.domain.macro import Macro, fault_in
from helpdesk.domain.markup import clean
from helpdesk.domain.rule import Action, action_of
from helpdesk.ports.store import Records, Store
from helpdesk.services.changing import Changes, KeyedFacet


async def _known(records: Records) -> dict[str, Value]:
    return {macro.name: _value(macro) for macro in await records.macros.all()}


async def _put_one(records: Records, name: str, value: Value) -> None:
    if value is None:
        await records.macros.remove(name)
    else:
        await records.macros.save(name, value["text"], value["language"], [action_of(one) for one in value["actions"]])


def _value(macro: Macro) -> Value:
    return {"text": macro.text, "language": macro.language, "actions": [str(action) for action in macro.actions]}


MACRO_FACET = KeyedFacet("macro", _known, _put_one)


@dataclass(frozen=True)
class Macros:
    store: Store
    changes: Changes

    async def all(self) -> list[Macro]:
        """By name."""
        return await self.store.read(lambda records: records.macros.all())

    async def save(self, name: str, text: str, language: str = "", actions: Sequence[Action] = ()) -> bool:
        """True when it is new; else the macro of that name is as given now. Raises BadInput naming the line."""
        name, text, language = " ".join(clean(name).split()), clean(text).strip(), language.strip().lower()
        line, fault = fault_in(name, text, actions)
        if fault:
            raise BadInput(f"macro {name}".strip(), line, fault)
        if language and language not in languages.NAMES:
            known = ", ".join(sorted(languages.NAMES))
            raise BadInput(f"macro {name}", 0, f"its language must be empty or one of {known}, not {language!r}")

        async def work(records: Records) -> bool:
            before = await MACRO_FACET.value(records, name)
            is_new = await records.macros.save(name, text, language, actions)
            await records.log.note("macro.saved", name=name)
            await self.changes.record_kept(records, MACRO_FACET, name, before)
            return is_new

        return await self.store.write(work)

    async def remove(self, name: str) -> None:
        """Raises NotFound."""

        async def work(records: Records) -> None:
            await self.changes.take_away(records, MACRO_FACET, name)
            await records.log.note("macro.removed", name=name)

        await self.store.write(work)
