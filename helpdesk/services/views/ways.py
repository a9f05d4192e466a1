"""Which lists a few tickets can be brought into by one change: what dragging them onto a view does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from helpdesk.domain.condition import Seen, matches
from helpdesk.domain.errors import BadInput
from helpdesk.domain.ids import TicketId
from helpdesk.domain.ticket_query import SavedView
from helpdesk.domain.way_in import WayIn, way_in
from helpdesk.ports.store import Records

MOST_DRAGGED = 100
"""Everything said on each of them is read: a view may ask for a word of it."""


@dataclass(frozen=True)
class Way:
    """`change` brings `tickets` into the list; the others that were asked about are in it."""

    change: WayIn
    tickets: tuple[TicketId, ...]


async def ways(
    records: Records, views: Sequence[SavedView], tickets: Sequence[TicketId], seen: Seen, agents: Mapping[str, int]
) -> dict[int, Way]:
    """By view. Raises BadInput for more than MOST_DRAGGED, NotFound."""
    if len(tickets) > MOST_DRAGGED:
        raise BadInput("tickets", 0, f"at most {MOST_DRAGGED} tickets can be dragged; the bar under the list changes more")
    facts = {ticket: await records.lists.facts(ticket) for ticket in tickets}
    found = {}
    for view in views:
        conditions = view.query.conditions
        outside = tuple(ticket for ticket in tickets if not matches(conditions, facts[ticket], seen))
        change = way_in(conditions, [facts[ticket] for ticket in outside], seen, agents) if outside else None
        if change is not None:
            found[view.id] = Way(change, outside)
    return found
