"""What the program is outside its main window: links that lead into it, windows beside it, the tray."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from helpdesk.domain.errors import BadInput
from helpdesk.domain.events import DraftDecided, Event, ReplyChanged, TicketChanged, TicketReceived, TicketsChanged
from helpdesk.domain.ids import ArticleId, DraftId, TicketId
from helpdesk.domain.place_link import Target, place_link
from helpdesk.domain.ticket_query import TicketQuery
from helpdesk.ui.desktop.apart import Ground, TicketsApart
from helpdesk.ui.desktop.callings import Callings
from helpdesk.ui.desktop.tour import Tour
from helpdesk.ui.desktop.tray import Tray, badge
from helpdesk.ui.kit.file_drop import FileDrop
from helpdesk.ui.kit.screen import APART, TOUR, Place
from helpdesk.ui.kit.shortcuts import Intent
from helpdesk.ui.language import mark, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from helpdesk.domain.decision import ReviewItem
    from helpdesk.services.desk import Desk
    from helpdesk.ui.main_window.rooms import Rooms, Start
    from helpdesk.ui.main_window.window import MainWindow

WAITING_VIEW = mark("Waiting for us")
COUNT_MS = 1_500
COUNTED = (TicketReceived, TicketChanged, TicketsChanged, ReplyChanged, DraftDecided)
ELSEWHERE = mark("Beyond the window")
CLIPBOARD = Intent("from-clipboard", ("Ctrl+Shift+V",), mark("Ticket from the clipboard"), ELSEWHERE)
QUIT = Intent("quit", ("Ctrl+Q",), mark("Quit Helpdesk"), ELSEWHERE)
TO_TOUR = Intent("tour", ("Shift+F1",), mark("The tour: five steps to a first answer"), ELSEWHERE)


class Desktop(QObject):
    """`forward` is emitted when the main window is to come to the front, `quitting` when the person ends the program."""

    forward = Signal()
    quitting = Signal()

    def __init__(self, window: MainWindow, start: Start) -> None:
        super().__init__(window)
        self._window = window
        self._start = start
        self._desk: Desk | None = None
        self._link = ""
        rooms = window.rooms
        ground = Ground(
            start.bridge,
            rooms.shortcuts.book.keymap,
            self.lead,
            rooms.report,
            start.settings,
            start.apply_settings,
            start.workspace,
        )
        self.apart = TicketsApart(ground, self)
        self.tray = Tray(self, self._offers())
        QApplication.setWindowIcon(QIcon(badge(0)))
        self.callings = Callings(start.bridge, start.delays, start.settings, self._tell)
        self.callings.away = is_away
        self.tour = Tour(window.work, rooms, start)
        made, begun = tr("Let go to make tickets of these files"), tr("Let go to begin a ticket with this text")
        self._drop = FileDrop(window.whole, made, Path.exists, begun)
        self._counting = start.delays(COUNT_MS, self._count)
        self._connect(rooms)

    @property
    def stays(self) -> bool:
        """Closing the window leaves the program in the tray."""
        return self.tray.there() and self._start.settings().close_to_tray

    def desk_ready(self, desk: Desk) -> None:
        first, self._desk = self._desk is None, desk
        self.apart.desk_ready(desk)
        self.callings.desk_ready(desk)
        self.tour.desk_ready(desk)
        self._counting.start()
        link, self._link = self._link, ""
        if first:
            self.apart.restore(self._start.kept.apart)
        if link:
            self.follow(link)

    def _stay_before(self) -> None:
        """The main window was opened and keeps the keyboard."""
        if self._window.isVisible():
            self._window.raise_()
            self._window.activateWindow()

    def desk_leaves(self) -> None:
        self.apart.desk_leaves()
        self.callings.desk_ready(None)

    def follow(self, link: str) -> None:
        """Where a link from outside leads, as soon as the desk is open; one that is none is said."""
        if self._desk is None:
            self._link = link
            return
        try:
            wanted = place_link(link)
        except BadInput as error:
            self._window.rooms.report(error)
            return
        match wanted.target:
            case Target.TICKET:
                self.lead(Place("inbox", ticket_id=TicketId(wanted.number)))
            case Target.ARTICLE:
                self.lead(Place("knowledge", article_id=ArticleId(wanted.number)))
            case Target.CLIPBOARD:
                self.take_clipboard()
            case Target.DRAFT:
                work = partial(self._desk.review.open, DraftId(wanted.number))
                self._start.bridge.call(work, self._lead_to_draft, self._window.rooms.report)

    def lead(self, place: Place) -> None:
        self.forward.emit()
        self._window.rooms.go(place)

    def take_clipboard(self) -> None:
        self.lead(Place("inbox", section="clipboard"))

    def keep(self) -> None:
        """What stands apart is to stand there when the window is opened again; so is what never came to stand there today,
        since the desk was not opened."""
        if self._desk is not None:
            self._start.kept.apart = self.apart.kept()

    def end(self) -> None:
        self.keep()
        self.apart.end()
        self.tray.end()

    def heard(self, event: Event) -> None:
        if isinstance(event, COUNTED):
            self._counting.start()

    def _connect(self, rooms: Rooms) -> None:
        rooms.doors = {APART: self._set_apart, TOUR: lambda _: self.tour.begin()}
        self.apart.closed.connect(self._write_down)
        self.apart.behind.connect(self._stay_before)
        self._drop.dropped.connect(self._take_files)
        self._drop.text_dropped.connect(self._take_text)
        self._start.bridge.listen(self.heard)
        self.tray.hidden = self._window.isHidden
        self.tray.look()
        self.tray.opened.connect(self.forward)
        self.tray.left_alone.connect(self.forward)
        self.tray.went.connect(self.lead)
        for intent, act in ((CLIPBOARD, self.take_clipboard), (TO_TOUR, self.tour.begin), (QUIT, self.quitting.emit)):
            rooms.shortcuts.add(self._window, intent, act)

    def _offers(self) -> tuple[tuple[str, Callable[[], object]], ...]:
        return (
            (tr("Open Helpdesk"), self.forward.emit),
            (tr("New ticket"), lambda: self.lead(Place("inbox", section="new"))),
            (tr("Ticket from the clipboard"), self.take_clipboard),
            (tr("Quit Helpdesk"), self.quitting.emit),
        )

    def _set_apart(self, place: Place) -> None:
        if place.ticket_id is not None:
            self.apart.open(place.ticket_id)
            self._write_down()

    def _write_down(self) -> None:
        """At once: after a crash, or the end of the session, they stand there again too."""
        self.keep()
        self._start.kept.keep()

    def _take_files(self, paths: Sequence[Path]) -> None:
        self.lead(Place("inbox"))
        self._window.rooms.screens["inbox"].take_files(paths)

    def _take_text(self, text: str) -> None:
        self.lead(Place("inbox"))
        self._window.rooms.screens["inbox"].take_text(text)

    def _lead_to_draft(self, item: ReviewItem) -> None:
        self.lead(Place("review", ticket_id=item.conversation.ticket.id))

    def _tell(self, title: str, words: str, place: Place | None) -> None:
        if self.tray.there() and QSystemTrayIcon.supportsMessages():
            self.tray.tell(title, words, place)

    def _count(self) -> None:
        if self._desk is not None:
            self._start.bridge.call(partial(waiting, self._desk), self.tray.show_waiting, lambda _: None)


def is_away() -> bool:
    """No window of ours has the keyboard."""
    return QApplication.activeWindow() is None


async def waiting(desk: Desk) -> int:
    """Tickets of the view `Waiting for us`."""
    views = await desk.views.all()
    query = next((view.query for view in views if view.built_in and view.name == WAITING_VIEW), TicketQuery())
    return (await desk.views.counts([query]))[0]
