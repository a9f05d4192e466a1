"""What lists show, straight from the store."""

from datetime import UTC, datetime

from helpdesk.domain.condition import Seen
from helpdesk.domain.ticket import TicketRow
from helpdesk.domain.ticket_query import EVERY
from helpdesk.ports import Store
from helpdesk.ports.list_records import Listed, Place

ALL = Listed(EVERY, Seen(datetime(2026, 1, 1, tzinfo=UTC)))
MOST = 1000


async def listed(store: Store) -> tuple[TicketRow, ...]:
    """Every ticket that is neither hidden nor merged into another, the one that changed last first."""
    return (await store.read(lambda records: records.lists.window(ALL, Place(), MOST))).rows
