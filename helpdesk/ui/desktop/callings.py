"""What needs a person, told by a notification of the system while the person is elsewhere."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from helpdesk.domain.conversation import TROUBLED, MessageKind, OutboxState
from helpdesk.domain.events import DraftReady, Event, Notified, PromisesTold, ReplyChanged, TicketChanged
from helpdesk.domain.lists import listed
from helpdesk.domain.news_limit import NewsLimit
from helpdesk.ui.kit.screen import Place
from helpdesk.ui.language import tr, trn

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from helpdesk.domain.conversation import OutboxEntry
    from helpdesk.domain.decision import ReviewItem
    from helpdesk.domain.ids import MessageId, OutboxId
    from helpdesk.ports.reading_records import UnreadMention
    from helpdesk.services.desk import Desk
    from helpdesk.settings import Settings
    from helpdesk.ui.bridge import Bridge, Delays

OVERDUE, MENTIONS, DRAFTS, REPLIES, RULES = "overdue", "mentions", "drafts", "replies", "rules"
LOOK_MS = 2_000


class Callings(QObject):
    """`tell(title, words, place)` shows one; `away` says whether the person is elsewhere: who looks at the window sees it
    there. Each thing is told once, kinds that the settings leave out not at all, and never more than NewsLimit admits."""

    def __init__(
        self, bridge: Bridge, delays: Delays, settings: Callable[[], Settings], tell: Callable[[str, str, Place | None], None]
    ) -> None:
        super().__init__()
        self.away: Callable[[], bool] = lambda: True
        self.now: Callable[[], datetime] = lambda: datetime.now(UTC)
        self._bridge = bridge
        self._settings = settings
        self._tell = tell
        self._limit = NewsLimit()
        self._desk: Desk | None = None
        self._mentioned: set[MessageId] | None = None
        self._troubled: set[tuple[OutboxId, OutboxState]] = set()
        self._looking = delays(LOOK_MS, self._look)
        bridge.listen(self.heard)

    def desk_ready(self, desk: Desk | None) -> None:
        self._desk, self._mentioned = desk, None
        self._looking.start()

    def heard(self, event: Event) -> None:
        match event:
            case PromisesTold(missed=missed) if missed:
                words = trn("{n} ticket is overdue", "{n} tickets are overdue", len(missed))
                named = ", ".join(f"#{ticket}" for ticket in missed[:3])
                self._call(OVERDUE, words, named, Place("inbox", ticket_id=missed[0]))
            case Notified(ticket_id=ticket_id, words=words):
                self._call(RULES, tr("Ticket {number}", number=ticket_id), words, Place("inbox", ticket_id=ticket_id))
            case DraftReady(draft_id=draft_id) if self._desk is not None:
                self._bridge.call(partial(self._desk.review.open, draft_id), self._drafted, self._passed_over)
            case ReplyChanged(outbox_id=outbox_id) if self._desk is not None:
                self._bridge.call(self._desk.outbox.listed, partial(self._replied, outbox_id), self._passed_over)
            case TicketChanged():
                self._looking.start()

    def _look(self) -> None:
        if self._desk is not None and MENTIONS in listed(self._settings().notify):
            self._bridge.call(self._desk.reading.unread, self._read, self._passed_over)

    def _read(self, unread: Sequence[UnreadMention]) -> None:
        """Those that were there when the desk was opened are no news."""
        fresh = [one for one in unread if self._mentioned is not None and one.message_id not in self._mentioned]
        self._mentioned = {one.message_id for one in unread}
        for one in fresh[:1]:
            title = called(one)
            self._call(MENTIONS, title, f"{one.author}: {one.note}", Place("inbox", ticket_id=one.ticket_id))

    def _drafted(self, item: ReviewItem) -> None:
        ticket = item.conversation.ticket
        if item.draft.urgent:
            title = tr("The draft for ticket {number} is ready", number=ticket.id)
            self._call(DRAFTS, title, ticket.subject, Place("review", ticket_id=ticket.id))

    def _replied(self, outbox_id: OutboxId, entries: Sequence[OutboxEntry]) -> None:
        entry = next((one for one in entries if one.id == outbox_id), None)
        if entry is not None and entry.state in TROUBLED and (entry.id, entry.state) not in self._troubled:
            self._troubled.add((entry.id, entry.state))
            title = tr("A reply on ticket {number} was not sent", number=entry.ticket_id)
            self._call(REPLIES, title, entry.recipient_name or entry.recipient, Place("inbox", section="outbox"))

    def _passed_over(self, _: Exception) -> None:
        """Who cannot be asked now is asked with the next news; the window itself says what is wrong."""

    def _call(self, kind: str, title: str, words: str, place: Place) -> None:
        if kind not in listed(self._settings().notify) or not self.away():
            return
        held = self._limit.admit(self.now())
        if held is not None:
            more = trn("{n} more before it was not shown.", "{n} more before it were not shown.", held) if held else ""
            self._tell(title, f"{words} {more}".strip(), place)


def called(one: UnreadMention) -> str:
    if one.kind is MessageKind.THIRD_PERSON:
        return tr("An answer to what you forwarded, on ticket {number}", number=one.ticket_id)
    return tr("You are named on ticket {number}", number=one.ticket_id)
