"""The desk's own fields: what there is, and what a ticket says in them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from helpdesk.domain.change import FIELD, Operation, OperationId, SetField, Spot
from helpdesk.domain.custom_field import MOST_FIELDS, CustomField, FieldKind, defined, named, spelled
from helpdesk.domain.errors import BadInput, NotFound
from helpdesk.domain.ids import TicketId
from helpdesk.services.ticketing.bench import Bench, Move
from helpdesk.services.ticketing.facets import DEFINITION, definition_value


@dataclass(frozen=True)
class Fields:
    bench: Bench

    async def all(self) -> list[CustomField]:
        return await self.bench.store.read(lambda records: records.panel.definitions())

    async def define(self, name: str, kind: FieldKind, choices: Sequence[str] = ()) -> CustomField:
        """A new field, or the one of that name described anew; what tickets say in it stays. Raises BadInput."""
        known = await self.all()
        before = next((one for one in known if one.name.casefold() == name.strip().casefold()), None)
        made = defined(name, kind, tuple(choices), before.key if before else "")
        if before is None and any(one.key == made.key for one in known):
            raise BadInput("field", 0, f"there is a field too much like '{made.name}'")
        if before is None and len(known) >= MOST_FIELDS:
            raise BadInput("field", 0, f"a desk has at most {MOST_FIELDS} fields")
        if before is not None and before.kind is not kind:
            raise BadInput(
                f"field {made.name}", 0, f"it is of the kind {before.kind} and stays so; remove it first to begin anew"
            )
        made = replace(made, position=before.position if before else len(known))
        await self.bench.move(
            Move("field.defined", Spot(DEFINITION, None, made.key), definition_value(made), {"name": made.name})
        )
        return made

    async def remove(self, name: str) -> OperationId | None:
        """By key or name. Its values are kept out of sight until it is undone or defined again. Raises NotFound."""
        field = await self.find(name)
        return await self.bench.move(Move("field.removed", Spot(DEFINITION, None, field.key), None, {"name": field.name}))

    async def put(self, tickets: Sequence[TicketId], name: str, value: str) -> Operation | None:
        """An empty value empties the field. Raises BadInput, NotFound."""
        field, change = await self.filled(name, value)
        return await self.bench.changes.apply(tickets, [change], kind=FIELD, words={"name": field.name})

    async def filled(self, name: str, value: str) -> tuple[CustomField, SetField]:
        """The field and the change that fills it, to be looked at first. Raises BadInput, NotFound."""
        field = await self.find(name)
        return field, SetField(field.key, spelled(field, value) or None)

    async def find(self, name: str) -> CustomField:
        """Raises NotFound."""
        found = named(await self.all(), name)
        if found is None:
            raise NotFound("field", name)
        return found
