"""A ticket as it was at a moment: today's values with every later step taken back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from helpdesk.domain import change as c
from helpdesk.domain.change import Spot, Value
from helpdesk.domain.conversation import Conversation, Message
from helpdesk.domain.ids import MessageId, TicketId
from helpdesk.domain.ticket import Priority, Ticket, TicketStatus
from helpdesk.ports.change_records import Timed
from helpdesk.ports.store import Records


@dataclass(frozen=True)
class TicketThen:
    """`conversation` as it was, without what was said later; `assignee` by name, `merged_into` 0 when it stood for itself;
    `values` are those of other services' facets that have changed since; `later` steps were taken back. `not_yet` says that the
    ticket was not there then."""

    moment: datetime
    conversation: Conversation
    assignee: str
    merged_into: int
    values: Mapping[Spot, Value]
    later: int
    not_yet: bool


async def then(records: Records, ticket_id: TicketId, moment: datetime) -> TicketThen:
    conversation = await records.tickets.conversation(ticket_id)
    later = await records.changes.of_ticket_since(ticket_id, moment)
    before = {one.step.spot: one.step.before for one in later}  # newest first: the oldest step's word stays
    own = {spot: value for spot, value in before.items() if spot.ticket_id == ticket_id}
    messages = await _said(records, conversation, later, moment)
    (assignee,) = await records.changes.values(c.ASSIGNEE, [Spot(c.ASSIGNEE, ticket_id)])
    (merged,) = await records.changes.values(c.MERGED_INTO, [Spot(c.MERGED_INTO, ticket_id)])
    into = int(own.get(Spot(c.MERGED_INTO, ticket_id), merged) or 0)
    return TicketThen(
        moment,
        replace(conversation, ticket=_ticket(conversation.ticket, own), messages=messages, composed=""),
        own.get(Spot(c.ASSIGNEE, ticket_id), assignee) or "",
        into,
        {spot: value for spot, value in own.items() if spot.facet not in _SHOWN},
        sum(one.step.spot.facet not in c.SILENT for one in later),
        not messages and not into,
    )


_SHOWN = {c.STATUS, c.PRIORITY, c.TOPIC, c.LANGUAGE, c.SUBJECT, c.TAG, c.ASSIGNEE, c.MERGED_INTO, c.HOME, c.COMPOSED, *c.SILENT}


def _ticket(ticket: Ticket, before: Mapping[Spot, Value]) -> Ticket:
    def was(facet: str, now: str) -> str:
        return str(before.get(Spot(facet, ticket.id), now))

    tags = [tag for tag in ticket.tags if before.get(Spot(c.TAG, ticket.id, tag), True)]
    tags += [spot.key for spot, value in before.items() if spot.facet == c.TAG and value and spot.key not in tags]
    return replace(
        ticket,
        status=TicketStatus(was(c.STATUS, ticket.status)),
        priority=Priority(was(c.PRIORITY, ticket.priority)),
        subject=was(c.SUBJECT, ticket.subject),
        topic=was(c.TOPIC, ticket.topic),
        language=was(c.LANGUAGE, ticket.language),
        tags=tuple(tags),
    )


async def _said(records: Records, conversation: Conversation, later: Sequence[Timed], moment: datetime) -> tuple[Message, ...]:
    """What stood on the ticket then, wherever it stands now."""
    ticket_id = conversation.ticket.id
    home: dict[MessageId, TicketId | None] = {}
    for one in later:
        if one.step.spot.facet == c.HOME:
            home[MessageId(int(one.step.spot.key))] = one.step.before
    here = [m for m in conversation.messages if home.get(m.id, ticket_id) == ticket_id]
    known = {m.id for m in here}
    elsewhere = {message for message, was in home.items() if was == ticket_id and message not in known}
    for other in sorted({TicketId(one.step.after) for one in later if _went(one, ticket_id) and one.step.after is not None}):
        moved = await records.tickets.conversation(other)
        here += [replace(m, ticket_id=ticket_id) for m in moved.messages if m.id in elsewhere]
    return tuple(sorted((m for m in here if m.at <= moment), key=lambda m: (m.at, m.id)))


def _went(one: Timed, ticket_id: TicketId) -> bool:
    return one.step.spot.facet == c.HOME and one.step.before == ticket_id
