"""How tickets hang together."""

from dataclasses import dataclass
from enum import StrEnum

from helpdesk.domain.ids import TicketId
from helpdesk.domain.ticket import TicketStatus


class LinkKind(StrEnum):
    """As it is kept, from the ticket that was linked to the other."""

    RELATED = "related"
    BLOCKS = "blocks"
    DUPLICATE_OF = "duplicate-of"


class Relation(StrEnum):
    """What the other ticket is, seen from one of the two."""

    RELATED = "related"
    BLOCKS = "blocks"
    BLOCKED_BY = "blocked-by"
    DUPLICATE_OF = "duplicate-of"
    HAS_DUPLICATE = "has-duplicate"


_BACKWARDS = {
    Relation.RELATED: LinkKind.RELATED,
    Relation.BLOCKED_BY: LinkKind.BLOCKS,
    Relation.HAS_DUPLICATE: LinkKind.DUPLICATE_OF,
}


@dataclass(frozen=True)
class TicketLink:
    ticket_id: TicketId
    other_id: TicketId
    kind: LinkKind


@dataclass(frozen=True)
class LinkedTicket:
    """The other ticket as the panel of one lists it."""

    ticket_id: TicketId
    subject: str
    status: TicketStatus
    relation: Relation


def link_of(ticket_id: TicketId, relation: Relation, other_id: TicketId) -> TicketLink:
    """One link of two tickets is kept once, whichever of them it is made from."""
    if relation in (Relation.BLOCKED_BY, Relation.HAS_DUPLICATE):
        return TicketLink(other_id, ticket_id, _BACKWARDS[relation])
    if relation is Relation.RELATED:
        return TicketLink(TicketId(min(ticket_id, other_id)), TicketId(max(ticket_id, other_id)), LinkKind.RELATED)
    return TicketLink(ticket_id, other_id, LinkKind(relation.value))


def relation_seen(link: TicketLink, from_id: TicketId) -> Relation:
    if link.kind is LinkKind.RELATED:
        return Relation.RELATED
    if link.kind is LinkKind.BLOCKS:
        return Relation.BLOCKS if link.ticket_id == from_id else Relation.BLOCKED_BY
    return Relation.DUPLICATE_OF if link.ticket_id == from_id else Relation.HAS_DUPLICATE
