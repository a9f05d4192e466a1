"""What actions name must be there, and is written down in its one spelling."""

from collections.abc import Sequence
from dataclasses import replace

from helpdesk.domain.custom_field import CustomField, named, spelled
from helpdesk.domain.errors import BadInput
from helpdesk.domain.rule import Action, ActionKind
from helpdesk.ports.store import Records


async def checked(records: Records, whose: str, actions: Sequence[Action]) -> tuple[Action, ...]:
    """The actions of `whose` as they can be done. Raises BadInput for a macro or a field there is not, and for a value that
    the field does not take."""
    macros = {one.name for one in await records.macros.all()}
    fields = await records.panel.definitions()
    for action in actions:
        if action.kind is ActionKind.MACRO and action.value not in macros:
            raise BadInput(whose, 0, f"there is no macro '{action.value}'")
    return tuple(_field_set(whose, action, fields) if action.kind is ActionKind.FIELD else action for action in actions)


def _field_set(whose: str, action: Action, fields: Sequence[CustomField]) -> Action:
    name, _, value = action.value.partition("=")
    field = named(fields, name)
    if field is None:
        raise BadInput(whose, 0, f"there is no field '{name.strip()}'; make it first, or name another one")
    return replace(action, value=f"{field.key}={spelled(field, value)}")
