"""Tickets with drafts, written straight into a store."""

from helpdesk.domain.conversation import IncomingMessage
from helpdesk.domain.draft import Fingerprint, Route, Verdict, WrittenReply
from helpdesk.domain.ids import DraftId, TicketId
from helpdesk.domain.ticket import ChannelName
from helpdesk.ports import Records, Store
from tests.fakes.clock import FixedClock
from tests.fakes.listing import listed


def mail(clock: FixedClock, source: str = "1", body: str = "The hub blinks red, what now?", **more: object) -> IncomingMessage:
    values = {"name": "Grace", "email": "grace@example.org", "subject": "Hub", **more}
    return IncomingMessage(channel=ChannelName.FILE, source=source, body=body, at=clock.now(), **values)  # type: ignore[arg-type]


def written(text: str = "Hold the button. [1]", score: float = 0.8) -> tuple[WrittenReply, Verdict, Fingerprint]:
    reply = WrittenReply(text, (), False, "", True, "excerpts", "", "p1")
    return reply, Verdict(score, Route.REVIEW, (), {"coverage": 0.5}, ()), Fingerprint("excerpts", "", "p1", "e", "c", "s")


async def drafted(store: Store, clock: FixedClock, source: str = "1", score: float = 0.8) -> tuple[TicketId, DraftId]:
    async def work(records: Records) -> tuple[TicketId, DraftId]:
        ticket_id, _ = await records.tickets.receive(mail(clock, source))
        draft_id = await records.drafts.request(ticket_id)
        assert await records.drafts.answered(draft_id, *written(score=score))
        return ticket_id, draft_id

    return await store.write(work)


async def total(store: Store) -> int:
    """How many tickets lists show."""
    return len(await listed(store))
