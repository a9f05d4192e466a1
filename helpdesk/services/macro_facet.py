"""A macro as a value that operations move: writing one, changing it and taking it out can be undone."""

from collections.abc import Sequence

from helpdesk.domain.change import Spot, Value
from helpdesk.domain.macro import Macro
from helpdesk.domain.rule import action_of
from helpdesk.ports.store import Records

MACRO = "macro"


class MacroFacet:
    """A spot's key is the macro's name."""

    name = MACRO

    async def read(self, records: Records, spots: Sequence[Spot]) -> list[Value]:
        known = {macro.name: macro for macro in await records.macros.all()}
        return [macro_value(known.get(spot.key)) for spot in spots]

    async def put(self, records: Records, values: Sequence[tuple[Spot, Value]]) -> None:
        for spot, value in values:
            if value is None:
                await records.macros.remove(spot.key)
            else:
                actions = [action_of(one) for one in value["actions"]]
                await records.macros.save(spot.key, value["text"], value["language"], actions)


def macro_value(macro: Macro | None) -> Value:
    if macro is None:
        return None
    return {"text": macro.text, "language": macro.language, "actions": [str(action) for action in macro.actions]}
