"""The desk's own answers: kept, checked, and the one found that fits a message."""

import asyncio
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field

from helpdesk.domain import language as languages
from helpdesk.domain.change import Spot, Step, Value
from helpdesk.domain.errors import BadInput, NotFound, NotReady
from helpdesk.domain.macro import Macro, fault_in
from helpdesk.domain.markup import clean
from helpdesk.domain.rule import Action
from helpdesk.domain.words import content
from helpdesk.ports.index import PassageIndex
from helpdesk.ports.store import Records, Store
from helpdesk.services.changing import Changes
from helpdesk.services.macro_facet import MACRO, MacroFacet
from helpdesk.services.store_search import floats, product

FITS = 0.5
"""Likeness from which a macro is offered, set by hand on half a dozen messages."""

BY_WORDS = 0.6
"""Share of the words in a likeness that has a meaning too."""

BY_NAME = 0.7
"""Share of the name's words in that: who names a macro says what it is for."""

ENOUGH_SHARED = 6
"""Meaningful words that message and text share from which more say nothing."""

LONGEST_MESSAGE = 1200
KEPT_VECTORS = 500


@dataclass(frozen=True)
class Macros:
    """`index` embeds what is compared; while it cannot, words alone decide. With `changes` writing and removing can be
    undone."""

    store: Store
    index: PassageIndex
    changes: Changes | None = None
    _vectors: OrderedDict[tuple[str, str], bytes] = field(default_factory=OrderedDict)

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
            before = await self._value(records, name)
            is_new = await records.macros.save(name, text, language, actions)
            await records.log.note("macro.saved", name=name)
            await self._record(records, "macro.saved", name, before)
            return is_new

        return await self.store.write(work)

    async def remove(self, name: str) -> None:
        """Raises NotFound."""

        async def work(records: Records) -> None:
            before = await self._value(records, name)
            if not await records.macros.remove(name):
                raise NotFound("macro", name)
            await records.log.note("macro.removed", name=name)
            await self._record(records, "macro.removed", name, before)

        await self.store.write(work)

    async def _value(self, records: Records, name: str) -> Value:
        (value,) = await MacroFacet().read(records, [Spot(MACRO, key=name)])
        return value

    async def _record(self, records: Records, kind: str, name: str, before: Value) -> None:
        if self.changes is not None:
            step = Step(Spot(MACRO, key=name), before, await self._value(records, name))
            await self.changes.record(records, kind, [step], {"name": name})

    async def best(self, message: str, language: str) -> Macro | None:
        """The one that fits the message best by words and meaning; None when none fits well."""
        known = [one for one in await self.all() if one.text and one.language in ("", language)]
        if not known or not content(message):
            return None
        meant = await self._meant(message[:LONGEST_MESSAGE], known)
        likeness, _, best = max((_likeness(message, one, meant.get(one.id)), one.name, one) for one in known)
        return best if likeness >= FITS else None

    async def _meant(self, message: str, macros: Sequence[Macro]) -> dict[int, float]:
        """How near each is in meaning; empty while nothing can be embedded."""
        try:
            embedder = await self.index.embedder_fingerprint()
            texts = {one.id: f"{one.name}\n{one.text}"[:LONGEST_MESSAGE] for one in macros}
            missing = [text for text in texts.values() if (embedder, text) not in self._vectors]
            asked, *made = await self.index.embed([message, *missing])
        except NotReady:
            return {}
        self._vectors.update(((embedder, text), vector) for text, vector in zip(missing, made, strict=True))
        found = {key: self._vectors[embedder, text] for key, text in texts.items()}
        while len(self._vectors) > KEPT_VECTORS:
            self._vectors.popitem(last=False)
        question = floats(asked)
        return await asyncio.to_thread(lambda: {key: product(question, floats(vector)) for key, vector in found.items()})


def _likeness(message: str, macro: Macro, meant: float | None) -> float:
    """In [0, 1]: how much of its name the message says, and how many words of its text."""
    said, named = set(content(message)), set(content(macro.name))
    by_name = len(named & said) / len(named) if named else 0.0
    by_text = min(1.0, len(said & set(content(macro.text))) / ENOUGH_SHARED)
    by_words = BY_NAME * by_name + (1 - BY_NAME) * by_text if named else by_text
    return by_words if meant is None else BY_WORDS * by_words + (1 - BY_WORDS) * max(0.0, meant)
