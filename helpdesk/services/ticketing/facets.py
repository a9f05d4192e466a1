"""What operations may move of an agent's own things, so that each can be undone: see domain/change.py."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from helpdesk.domain.change import FIELD, Spot, Value
from helpdesk.domain.custom_field import CustomField, FieldKind
from helpdesk.domain.ids import AgentId, RequesterId, TicketId
from helpdesk.domain.people import Agent
from helpdesk.domain.snoozing import FollowUp
from helpdesk.domain.ticket_link import LinkKind, TicketLink
from helpdesk.domain.ticket_panel import RequesterNote, Step
from helpdesk.ports.change_records import Facet
from helpdesk.ports.store import Records

STEP, LINK, FOLLOW_UP, COPY = "checklist", "link", "follow-up", "copy"
NOTE, IDENTITY, APART = "requester-note", "identity", "apart"
DEFINITION, AGENT = "custom-field", "agent"


class FieldFacet:
    """Values of custom fields; the key is the field's."""

    name = FIELD

    async def read(self, records: Records, spots: Sequence[Spot]) -> list[Value]:
        known = await records.panel.fields({of(spot) for spot in spots})
        return [known.get((of(spot), spot.key)) for spot in spots]

    async def put(self, records: Records, values: Sequence[tuple[Spot, Value]]) -> None:
        await records.panel.put_fields([(of(spot), spot.key, None if value is None else str(value)) for spot, value in values])


@dataclass(frozen=True)
class SingleFacet:
    """Things an agent moves one by one."""

    name: str
    read_one: Callable[[Records, Spot], Awaitable[Value]]
    put_one: Callable[[Records, Spot, Value], Awaitable[None]]

    async def read(self, records: Records, spots: Sequence[Spot]) -> list[Value]:
        return [await self.read_one(records, spot) for spot in spots]

    async def put(self, records: Records, values: Sequence[tuple[Spot, Value]]) -> None:
        for spot, value in values:
            await self.put_one(records, spot, value)


def of(spot: Spot) -> TicketId:
    assert spot.ticket_id is not None
    return spot.ticket_id


def step_value(step: Step | None) -> Value:
    return None if step is None else {"text": step.text, "done": step.done, "position": step.position}


async def read_step(records: Records, spot: Spot) -> Value:
    return step_value(await records.panel.step(int(spot.key)))


async def put_step(records: Records, spot: Spot, value: Value) -> None:
    number = int(spot.key)
    await records.panel.put_step(number, None if value is None else Step(number, of(spot), **value))


def link_spot(link: TicketLink) -> Spot:
    return Spot(LINK, link.ticket_id, f"{link.other_id}:{link.kind}")


def link_at(spot: Spot) -> TicketLink:
    other, _, kind = spot.key.partition(":")
    return TicketLink(of(spot), TicketId(int(other)), LinkKind(kind))


async def read_link(records: Records, spot: Spot) -> Value:
    return True if await records.panel.has_link(link_at(spot)) else None


async def put_link(records: Records, spot: Spot, value: Value) -> None:
    await records.panel.put_link(link_at(spot), bool(value))


def follow_up_value(wanted: FollowUp | None) -> Value:
    if wanted is None:
        return None
    return {
        "at": wanted.at.isoformat(),
        "note": wanted.note,
        "unless_answered": wanted.unless_answered,
        "agent": wanted.agent,
    }


async def read_follow_up(records: Records, spot: Spot) -> Value:
    return follow_up_value(await records.panel.follow_up(of(spot)))


async def put_follow_up(records: Records, spot: Spot, value: Value) -> None:
    wanted = None if value is None else FollowUp(of(spot), **{**value, "at": datetime.fromisoformat(value["at"])})
    await records.panel.put_follow_up(of(spot), wanted)


async def read_copy(records: Records, spot: Spot) -> Value:
    return next((one.name for one in await records.panel.copies(of(spot)) if one.address == spot.key), None)


async def put_copy(records: Records, spot: Spot, value: Value) -> None:
    await records.panel.put_copy(of(spot), spot.key, value)


def note_value(note: RequesterNote | None) -> Value:
    return None if note is None else {"text": note.text, "agent": note.agent, "at": note.at.isoformat()}


async def read_note(records: Records, spot: Spot) -> Value:
    return note_value(await records.people.note(RequesterId(int(spot.key))))


async def put_note(records: Records, spot: Spot, value: Value) -> None:
    note = None if value is None else RequesterNote(**{**value, "at": datetime.fromisoformat(value["at"])})
    await records.people.put_note(RequesterId(int(spot.key)), note)


async def read_identity(records: Records, spot: Spot) -> Value:
    return await records.people.merged_into(RequesterId(int(spot.key)))


async def put_identity(records: Records, spot: Spot, value: Value) -> None:
    await records.people.put_merged(RequesterId(int(spot.key)), None if value is None else RequesterId(value), "")


def apart_spot(one: RequesterId, other: RequesterId) -> Spot:
    first, second = sorted((one, other))
    return Spot(APART, None, f"{first}:{second}")


def pair_at(spot: Spot) -> tuple[RequesterId, RequesterId]:
    one, _, other = spot.key.partition(":")
    return RequesterId(int(one)), RequesterId(int(other))


async def read_apart(records: Records, spot: Spot) -> Value:
    return True if await records.people.apart(*pair_at(spot)) else None


async def put_apart(records: Records, spot: Spot, value: Value) -> None:
    await records.people.put_apart(*pair_at(spot), bool(value))


def definition_value(field: CustomField | None) -> Value:
    if field is None:
        return None
    return {"name": field.name, "kind": field.kind.value, "choices": list(field.choices), "position": field.position}


async def read_definition(records: Records, spot: Spot) -> Value:
    return definition_value(next((one for one in await records.panel.definitions() if one.key == spot.key), None))


async def put_definition(records: Records, spot: Spot, value: Value) -> None:
    field = value and CustomField(spot.key, value["name"], FieldKind(value["kind"]), tuple(value["choices"]), value["position"])
    await records.panel.put_definition(spot.key, field)


def agent_value(agent: Agent | None) -> Value:
    return None if agent is None else {"name": agent.name, "email": agent.email}


async def read_agent(records: Records, spot: Spot) -> Value:
    return agent_value(await records.people.agent(AgentId(int(spot.key))))


async def put_agent(records: Records, spot: Spot, value: Value) -> None:
    number = AgentId(int(spot.key))
    await records.people.put_agent(number, None if value is None else Agent(number, **value))


FACETS: tuple[Facet, ...] = (
    FieldFacet(),
    SingleFacet(STEP, read_step, put_step),
    SingleFacet(LINK, read_link, put_link),
    SingleFacet(FOLLOW_UP, read_follow_up, put_follow_up),
    SingleFacet(COPY, read_copy, put_copy),
    SingleFacet(NOTE, read_note, put_note),
    SingleFacet(IDENTITY, read_identity, put_identity),
    SingleFacet(APART, read_apart, put_apart),
    SingleFacet(DEFINITION, read_definition, put_definition),
    SingleFacet(AGENT, read_agent, put_agent),
)
BY_NAME: Mapping[str, Facet] = {facet.name: facet for facet in FACETS}
