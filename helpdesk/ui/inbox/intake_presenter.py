"""Tickets that the agent brings in: files of messages, or one typed by hand."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from helpdesk.domain.conversation import TicketImportReport
from helpdesk.domain.errors import DeskReopened
from helpdesk.domain.ids import TicketId
from helpdesk.domain.progress import Progress
from helpdesk.domain.ticket import NO_MARKS, Marks
from helpdesk.domain.ticket_template import TicketTemplate
from helpdesk.ui import wording
from helpdesk.ui.bridge import Bridge, Handle
from helpdesk.ui.inbox.ticket_presenter import Notices
from helpdesk.ui.kit.progress_feed import ProgressFeed
from helpdesk.ui.language import tr, trn

if TYPE_CHECKING:
    from helpdesk.services.changing.matters import SameMatter
    from helpdesk.services.desk import Desk

SUFFIXES = (".eml", ".mbox", ".csv", ".jsonl")


@dataclass(frozen=True)
class TypedTicket:
    """A ticket as the agent typed it."""

    name: str
    email: str
    subject: str
    body: str
    marks: Marks = NO_MARKS


class IntakeView(Protocol):
    def show_import_progress(self, progress: Progress) -> None: ...

    def end_import_progress(self) -> None: ...

    def show_import_report(self, report: TicketImportReport) -> None: ...

    def show_new_ticket_busy(self, busy: bool) -> None: ...

    def show_new_ticket_refused(self, error: Exception) -> None: ...

    def show_new_ticket_twin(self, found: "SameMatter") -> None:
        """That person has asked this before; nothing was made."""
        ...

    def show_made_ticket(self, ticket_id: TicketId) -> None: ...


class IntakePresenter:
    """One import at a time; files dropped meanwhile wait for their turn."""

    def __init__(self, view: IntakeView, notices: Notices, bridge: Bridge, feed: ProgressFeed) -> None:
        self._view = view
        self._notices = notices
        self._bridge = bridge
        self._feed = feed
        self._desk: Desk | None = None
        self._running: Handle | None = None
        self._waiting: list[Path] = []
        self._warned_of: TypedTicket | None = None

    def desk_ready(self, desk: "Desk") -> None:
        self._desk = desk
        self._begin()

    @property
    def importing(self) -> bool:
        return self._running is not None

    def import_files(self, paths: Sequence[Path]) -> None:
        self._waiting.extend(path for path in paths if path not in self._waiting)
        self._begin()

    def cancel_import(self) -> None:
        if self._running is not None:
            self._running.cancel()
            self._running = None
            self._waiting.clear()
            self._view.end_import_progress()
            self._notices.say(tr("Import stopped. What came in stays; importing the same files again goes on from there."))

    def offer(self, show: Callable[[Sequence[TicketTemplate], Sequence[str]], None]) -> None:
        """What a new ticket may begin with: templates, filled in, and tags in use."""
        if self._desk is not None:
            self._bridge.call(partial(offered, self._desk), lambda found: show(*found), self._notices.report)

    def make_ticket(self, typed: TypedTicket) -> None:
        """An agent is told first when the same person has asked the same; asked again, the ticket is made."""
        if self._desk is None:
            return
        self._view.show_new_ticket_busy(True)
        if typed == self._warned_of:
            self._make(typed)
        else:
            work = partial(self._desk.matters.twins, typed.email, typed.subject, typed.body)
            self._bridge.call(work, partial(self._looked, typed), lambda _: self._make(typed))

    def _looked(self, typed: TypedTicket, found: "Sequence[SameMatter]") -> None:
        if found:
            self._warned_of = typed
            self._view.show_new_ticket_busy(False)
            self._view.show_new_ticket_twin(found[0])
        else:
            self._make(typed)

    def _make(self, typed: TypedTicket) -> None:
        if self._desk is not None:
            work = partial(self._desk.intake.new_ticket, typed.name, typed.email, typed.subject, typed.body, typed.marks)
            self._bridge.call(work, self._made, self._not_made, keep=True)

    def progressed(self, progress: Progress) -> None:
        if self._running is not None:
            self._view.show_import_progress(progress)

    def _begin(self) -> None:
        if self._desk is None or self._running is not None or not self._waiting:
            return
        paths, self._waiting = tuple(self._waiting), []
        self._view.show_import_progress(Progress(0, None, trn("Reading {n} file", "Reading {n} files", len(paths))))
        agent = self._desk.settings.agent_name
        work = partial(self._desk.intake.import_files, paths, self._feed.report, agent=agent)
        self._running = PENDING
        handle = self._bridge.call(work, self._imported, self._not_imported)
        if self._running is PENDING:
            self._running = handle

    def _imported(self, report: TicketImportReport) -> None:
        self._end()
        self._view.show_import_report(report)
        self._begin()

    def _not_imported(self, error: Exception) -> None:
        self._end()
        if isinstance(error, DeskReopened):
            self._notices.say(wording.line(error))
        else:
            self._notices.report(error)
        self._begin()

    def _end(self) -> None:
        self._running = None
        self._view.end_import_progress()

    def _made(self, ticket_id: TicketId) -> None:
        self._view.show_new_ticket_busy(False)
        self._view.show_made_ticket(ticket_id)

    def _not_made(self, error: Exception) -> None:
        self._view.show_new_ticket_busy(False)
        self._view.show_new_ticket_refused(error)


async def offered(desk: "Desk") -> tuple[list[TicketTemplate], list[str]]:
    templates = desk.composing.templates
    return [templates.filled(one) for one in await templates.all()], await desk.ticketing.tags()


class Pending:
    """Stands for a call whose handle is not there yet: a bridge may answer before it returns."""

    def cancel(self) -> None:
        return


PENDING = Pending()


def wanted_file(path: Path) -> bool:
    """A file that may hold messages, or a folder with such files in it and below it."""
    return path.suffix.lower() in SUFFIXES or path.is_dir()
