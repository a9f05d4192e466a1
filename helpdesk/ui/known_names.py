"""What a person may choose from, instead of typing it: the desk's agents, its own fields, its macros."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from helpdesk.domain.custom_field import NO, YES, CustomField, FieldKind
from helpdesk.ui.language import mark, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpdesk.services.desk import Desk


YES_OR_NO = {YES: mark("Yes"), NO: mark("No")}


@dataclass(frozen=True)
class KnownNames:
    """Agents as (number, name)."""

    agents: Sequence[tuple[str, str]] = ()
    fields: Sequence[CustomField] = ()
    macros: Sequence[str] = ()


NONE_KNOWN = KnownNames()


async def known_names(desk: Desk) -> KnownNames:
    agents = [(str(agent.id), agent.name) for agent in await desk.ticketing.agents.all()]
    macros = [macro.name for macro in await desk.macros.all()]
    return KnownNames(agents, await desk.ticketing.fields.all(), macros)


def choices_in(field: CustomField) -> list[tuple[str, str]]:
    """(value, words) of a field that has only some; none for one that takes what is typed."""
    if field.kind is FieldKind.YES_NO:
        return [(value, tr(words)) for value, words in YES_OR_NO.items()]
    return [(choice, choice) for choice in field.choices]
