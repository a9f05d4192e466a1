"""Tickets brought in by the agent: the form for one written by hand, files and drops of messages, and what became of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from helpdesk.domain.clip import Clip, clip
from helpdesk.ui.inbox.intake_presenter import SUFFIXES, IntakePresenter, TypedTicket, wanted_file
from helpdesk.ui.inbox.new_ticket import NewTicketForm
from helpdesk.ui.kit.failures_list import ImportResult
from helpdesk.ui.kit.file_drop import FileDrop, named, words_in
from helpdesk.ui.kit.progress_feed import ProgressFeed
from helpdesk.ui.language import tr, trn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpdesk.domain.conversation import TicketImportReport
    from helpdesk.domain.ids import TicketId
    from helpdesk.domain.progress import Progress
    from helpdesk.services.changing.matters import SameMatter
    from helpdesk.ui.inbox.notices import InboxNotices
    from helpdesk.ui.kit import ScreenContext

MOST_BYTES = 200_000


class BringingIn(QObject):
    """`form_wanted` asks for the form of a new ticket, `result_wanted` for the page of what could not be read; `ticket_wanted`
    carries the new ticket, or the one there is already."""

    ticket_wanted = Signal(int)
    result_wanted = Signal()
    form_wanted = Signal()
    progressed = Signal(object)
    ended = Signal()

    def __init__(self, host: QWidget, context: ScreenContext, notices: InboxNotices) -> None:
        super().__init__(host)
        self._host = host
        self._toasts = context.toasts
        self._unmade = ""
        self.form = NewTicketForm()
        self.result = ImportResult(tr("Messages imported"))
        self.feed = ProgressFeed(self)
        self.presenter = IntakePresenter(self, notices, context.bridge, self.feed)
        self._drop = FileDrop(host, tr("Let go to import these messages"), wanted_file)
        self._drop.dropped.connect(self.take_files)
        self.feed.progressed.connect(self._progressed)
        self.form.begun.connect(lambda: self.presenter.offer(self.form.show_offers))
        self.form.submitted.connect(self.presenter.make_ticket)
        self.form.twin_chosen.connect(self.ticket_wanted)

    def choose_files(self) -> None:
        dialog = QFileDialog(self._host, tr("Import messages"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(tr("Messages ({suffixes})", suffixes=" ".join(f"*{suffix}" for suffix in SUFFIXES)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self.import_files)
        dialog.open()

    def import_files(self, paths: Sequence[str | Path]) -> None:
        self.presenter.import_files([Path(path) for path in paths])

    def take_files(self, paths: Sequence[Path]) -> None:
        """Messages come in at once; a text begins a new ticket; the rest is named."""
        messages = [path for path in paths if wanted_file(path)]
        others = [path for path in paths if path not in messages]
        text = read_text(others[0]) if len(others) == 1 else None
        unmade = unmade_words(others) if others and text is None else ""
        if messages:
            self._unmade = unmade
            self.import_files(messages)
        elif unmade:
            self._toasts.say(unmade)
        if text is not None and not self.take_text(text):
            self._toasts.say(tr("There is no text in {name}.", name=named(others)))

    def take_clipboard(self) -> None:
        """Files that were copied as if they were dropped; a text begins a new ticket."""
        copied = on_clipboard()
        urls = copied.urls() if copied is not None else []
        files = [Path(url.toLocalFile()) for url in urls if url.isLocalFile() and not url.host()]
        if files:
            self.take_files(files)
        elif copied is None or not self.take_text(words_in(copied)):
            self.form_wanted.emit()
            self._toasts.say(tr("There is no text and no file on the clipboard."))

    def take_text(self, text: str) -> bool:
        """Begins a new ticket with it, to be looked over; False when there are no words in it."""
        found = clip(text)
        if found is not None:
            self._begin_with(found)
        return found is not None

    def _begin_with(self, found: Clip) -> None:
        self.form_wanted.emit()
        if self.form.fill(TypedTicket(found.name, found.email, found.subject, found.body)):
            self._toasts.say(tr("Look it over: nothing is made before you create the ticket."))
        else:
            self._toasts.say(tr("Something is typed here already: create that ticket or clear it, then try again."))

    # What the presenter shows

    def show_import_progress(self, progress: Progress) -> None:
        self.progressed.emit(progress)

    def end_import_progress(self) -> None:
        self.ended.emit()

    def show_import_report(self, report: TicketImportReport) -> None:
        said = []
        if report.received or not report.duplicates:
            said.append(trn("{n} message came in.", "{n} messages came in.", report.received))
        if report.duplicates:
            said.append(
                trn(
                    "{n} message had come in before and changed nothing.",
                    "{n} messages had come in before and changed nothing.",
                    report.duplicates,
                )
            )
        unmade, self._unmade = self._unmade, ""
        if unmade:
            said.append(unmade)
        if report.failed:
            self.result.show_result(" ".join(said), report.failed)
            self.result_wanted.emit()
        else:
            self._toasts.say(" ".join(said))

    def show_new_ticket_busy(self, busy: bool) -> None:
        self.form.show_busy(busy)

    def show_new_ticket_twin(self, found: SameMatter) -> None:
        self.form.show_twin(found)

    def show_new_ticket_refused(self, error: Exception) -> None:
        self.form.show_refused(error)

    def show_made_ticket(self, ticket_id: TicketId) -> None:
        self.form.clear()
        self._toasts.say(tr("Ticket {number} created. A draft is on its way.", number=ticket_id))
        self.ticket_wanted.emit(ticket_id)

    def _progressed(self, progress: Progress) -> None:
        self.presenter.progressed(progress)


def unmade_words(files: Sequence[Path]) -> str:
    return tr(
        "No ticket can be made of {names}. Messages ({suffixes}) or one plain text can be dropped here.",
        names=named(files),
        suffixes=" ".join(SUFFIXES),
    )


def on_clipboard() -> QMimeData | None:
    """Qt has nothing to give where no clipboard is."""
    return QGuiApplication.clipboard().mimeData()


def read_text(file: Path) -> str | None:
    """None when it is no text, or more than a ticket can hold."""
    try:
        with file.open("rb") as opened:
            found = opened.read(MOST_BYTES + 1)
        return found.decode("utf-8-sig") if len(found) <= MOST_BYTES and b"\0" not in found else None
    except (OSError, UnicodeDecodeError):
        return None
