"""The outbox: what has not left, why, and what a person decides about it."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from helpdesk.domain.conversation import TROUBLED, UNSENT, OutboxEntry, OutboxState
from helpdesk.domain.events import Event, ReplyChanged
from helpdesk.domain.ids import OutboxId
from helpdesk.ui import wording
from helpdesk.ui.bridge import Bridge, Delays
from helpdesk.ui.inbox.ticket_presenter import Notices
from helpdesk.ui.kit.paged_model import PagedModel
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.language import day_and_clock, tr
from helpdesk.ui.reason_words import reason_said
from helpdesk.ui.sending_words import by_what

if TYPE_CHECKING:
    from helpdesk.services.desk import Desk

SHOWN = 200
REFRESH_MS = 200


class OutboxView(Protocol):
    def show_entries(self, total: int) -> None: ...

    def show_troubled(self, troubled: int) -> None:
        """How many replies wait for a person."""
        ...

    def show_actions(self, entry: OutboxEntry | None) -> None: ...

    def show_row(self, row: int) -> None: ...

    def show_outbox_trouble(self, error: Exception) -> None: ...


class OutboxPresenter:
    """Replies that need a person come first, then those on their way, then the newest sent."""

    def __init__(
        self, view: OutboxView, model: PagedModel[OutboxEntry], notices: Notices, bridge: Bridge, delays: Delays
    ) -> None:
        self.model = model
        self.chosen: OutboxEntry | None = None
        self._wanted: OutboxId | None = None
        self._view = view
        self._notices = notices
        self._bridge = bridge
        self._desk: Desk | None = None
        self._refreshing = delays(REFRESH_MS, self.load)
        bridge.listen(self.heard)

    def desk_ready(self, desk: "Desk") -> None:
        self._desk = desk
        self.load()

    def want(self, wanted: OutboxId | None) -> None:
        """That entry is chosen when the list is there next."""
        self._wanted = wanted

    def load(self) -> None:
        if self._desk is not None:
            self._bridge.call(partial(self._desk.outbox.listed, SHOWN), self._listed, self._view.show_outbox_trouble)

    def choose(self, row: int) -> None:
        self.chosen = self.model.row(row) if row >= 0 else None
        self._view.show_actions(self.chosen)

    def retry(self) -> None:
        if self._desk is not None and self.chosen is not None and self.chosen.state in TROUBLED:
            self._do(partial(self._desk.outbox.retry, self.chosen.id), tr("The reply is on its way again."))

    def confirm_sent(self) -> None:
        if self._desk is not None and self.chosen is not None and self.chosen.state is OutboxState.UNCERTAIN:
            self._do(partial(self._desk.outbox.confirm_sent, self.chosen.id), tr("Marked as sent."))

    def send_now(self) -> None:
        if self._desk is not None and self.chosen is not None and self.chosen.scheduled:
            self._do(partial(self._desk.composing.send_now, self.chosen.id), tr("The reply leaves in a moment."))

    def take_back(self) -> None:
        """An answer of the desk's own goes to the review queue."""
        if self._desk is not None and self.chosen is not None and self.chosen.by_itself:
            self._do(partial(self._desk.sending.take_back, self.chosen.id), tr("Taken back: it waits for review."))

    def heard(self, event: Event) -> None:
        if isinstance(event, ReplyChanged):
            self._refreshing.start()

    def _do(self, work: Callable[[], Awaitable[Any]], words: str) -> None:
        self._bridge.call(work, lambda _: self._did(words), self._failed, keep=True)

    def _did(self, words: str) -> None:
        self._notices.say(words)
        self.load()

    def _failed(self, error: Exception) -> None:
        self._notices.report(error)
        self.load()

    def _listed(self, entries: list[OutboxEntry]) -> None:
        ordered = sorted(entries, key=lambda entry: UNSENT.index(entry.state) if entry.state in UNSENT else len(UNSENT))
        self.model.fill(ordered)
        self._view.show_entries(len(ordered))
        self._view.show_troubled(sum(entry.state in TROUBLED for entry in ordered))
        kept = self.chosen.id if self.chosen is not None else None
        self.chosen = next((entry for entry in ordered if entry.id == kept), None)
        self._view.show_actions(self.chosen)
        wanted, self._wanted = self._wanted, None
        if wanted is not None and (row := self.row_of(wanted)) >= 0:
            self._view.show_row(row)

    def row_of(self, outbox_id: OutboxId) -> int:
        return self.model.find(lambda entry: entry.id == outbox_id)


def held_up(entry: OutboxEntry) -> bool:
    """It was tried, and waits to be tried again."""
    return entry.state is OutboxState.QUEUED and bool(entry.error)


def unsure(entry: OutboxEntry) -> bool:
    """Whether it left, or will, cannot be said."""
    return entry.state is OutboxState.UNCERTAIN or held_up(entry)


def state_words(entry: OutboxEntry) -> str:
    if held_up(entry):
        return tr("Could not leave, tried again soon")
    if entry.state is OutboxState.QUEUED and entry.scheduled:
        return tr("Leaves {moment}", moment=day_and_clock(entry.not_before))
    return wording.OUTBOX_STATES[entry.state]


def spoken_entry(entry: OutboxEntry) -> str:
    said = tr(
        "{state}: {subject}, to {whom}",
        state=state_words(entry),
        subject=one_line(entry.subject),
        whom=one_line(entry.recipient),
    )
    by = by_what(entry.certificate_id) if entry.by_itself else ""
    return ", ".join(part for part in (said, by, one_line(reason_said(entry.error))) if part)
