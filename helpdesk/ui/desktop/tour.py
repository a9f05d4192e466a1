"""The first five steps, told beside the work itself: a quiet line at the foot of the window that never stands in the way."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from helpdesk import paths
from helpdesk.domain.article import Audience
from helpdesk.domain.events import DraftDecided, Event, TicketReceived, TicketsChanged
from helpdesk.domain.ticket_query import TicketQuery
from helpdesk.ui.desktop.tour_panel import TourPanel
from helpdesk.ui.kit.progress_feed import ProgressFeed
from helpdesk.ui.kit.screen import Place
from helpdesk.ui.language import mark, number, tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QVBoxLayout

    from helpdesk.domain.progress import Progress, Report
    from helpdesk.services.desk import Desk
    from helpdesk.ui.main_window.rooms import Rooms, Start


@dataclass(frozen=True)
class Step:
    """`words` are marked; `place` is where it is done, None for what the tour does itself."""

    title: str
    words: str
    action: str
    place: Place | None = None


SAMPLES = Step(
    mark("Something to try on"),
    mark("No tickets yet. The tour can bring in articles and tickets of an invented shop; nothing of it is sent anywhere."),
    mark("Bring in the samples"),
)
STEPS = (
    Step(
        mark("What the desk knows"),
        mark("Replies are drafted from articles, and every sentence shows which one it stands on. Import your own there."),
        mark("Show the articles"),
        Place("knowledge"),
    ),
    Step(
        mark("Tickets come in here"),
        mark("J and K go up and down, R writes a reply by hand, and what you type is saved while you type."),
        mark("Show the inbox"),
        Place("inbox"),
    ),
    Step(
        mark("Drafts wait for you"),
        mark("Those the desk is least sure of come first. Read why it is sure or not; Alt+1 opens the first source."),
        mark("Show the drafts"),
        Place("review"),
    ),
    Step(
        mark("Decide"),
        mark("Choose a draft, and approve it with Ctrl+Return or reject it. U takes the decision back while the seconds run."),
        mark("Show the drafts"),
        Place("review"),
    ),
)
DONE = Step(
    mark("That was the whole way"),
    mark("A ticket came in, a reply was drafted, you decided. All keys are on the list behind the question mark."),
    mark("Show the inbox"),
    Place("inbox"),
)


class Tour(QObject):
    """Comes by itself into a desk that is empty and has never shown it, and again whenever it is asked for. The last step is
    done by deciding on a draft."""

    def __init__(self, foot: QVBoxLayout, rooms: Rooms, start: Start) -> None:
        super().__init__(rooms)
        self._rooms = rooms
        self._start = start
        self._desk: Desk | None = None
        self._steps: tuple[Step, ...] = (SAMPLES, *STEPS)
        self._at = 0
        self._wanted = False
        self.panel = TourPanel()
        self._feed = ProgressFeed(self)
        self._feed.progressed.connect(self._progressed)
        foot.addWidget(self.panel)
        rooms.toasts.stand_on(self.panel)
        self.panel.acted.connect(self._act)
        self.panel.next_wanted.connect(self.next)
        self.panel.left.connect(self.leave)
        start.bridge.listen(self.heard)

    def desk_ready(self, desk: Desk) -> None:
        self._desk = desk
        if not self._start.kept.toured:
            self._ask(self._begin_if_empty)

    def begin(self) -> None:
        """From its beginning, whatever was done before."""
        self._ask(self._begin)

    def next(self) -> None:
        if self._at + 1 < len(self._steps):
            self._at += 1
            self._show()
        else:
            self.leave()

    def leave(self) -> None:
        self.panel.hide()
        self._start.kept.toured = True
        self._start.kept.keep()

    def heard(self, event: Event) -> None:
        if isinstance(event, TicketReceived | TicketsChanged) and self._offers_samples():
            self._ask(self._pass_samples)
        if isinstance(event, DraftDecided) and self.panel.isVisible() and self._at == len(self._steps) - 1:
            self._start.kept.toured = True
            self.panel.show_done(tr(DONE.title), tr(DONE.words))

    def _offers_samples(self) -> bool:
        return self.panel.isVisible() and self._steps[self._at] is SAMPLES and not self.panel.busy

    def _pass_samples(self, tickets: int) -> None:
        """There is something to try on by now: tickets of the agent's own came in."""
        if tickets and self._offers_samples():
            self._begin(tickets)

    def _ask(self, then: Callable[[int], None]) -> None:
        if self._desk is not None:
            self._start.bridge.call(partial(tickets_of, self._desk), then, self._rooms.report)

    def _begin_if_empty(self, tickets: int) -> None:
        if not tickets:
            self._begin(tickets)

    def _begin(self, tickets: int) -> None:
        self._steps = STEPS if tickets else (SAMPLES, *STEPS)
        self._at = 0
        self._show()

    def _show(self) -> None:
        step = self._steps[self._at]
        count = tr("Step {n} of {all}", n=number(self._at + 1), all=number(len(self._steps)))
        self.panel.show_step(count, tr(step.title), tr(step.words), tr(step.action))

    def _act(self) -> None:
        place = self._steps[self._at].place
        if place is not None:
            self._rooms.go(place)
        elif self._desk is not None:
            self.panel.show_busy(tr("Reading the samples…"))
            work = partial(bring_samples, self._desk, paths.root(), paths.resources(), self._feed.report)
            self._start.bridge.call(work, lambda _: self.next(), self._failed)

    def _progressed(self, progress: Progress) -> None:
        if self.panel.busy:
            share = f"{number(progress.done)} / {number(progress.total)}" if progress.total else number(progress.done)
            self.panel.show_busy(tr("Reading the samples… {share}", share=share))

    def _failed(self, error: Exception) -> None:
        self._rooms.report(error)
        self._show()


async def tickets_of(desk: Desk) -> int:
    return (await desk.views.counts([TicketQuery()]))[0]


async def bring_samples(desk: Desk, root: Path, resources: Path, report: Report) -> int:
    """The tickets that came in; asked for again, those that are there change nothing."""
    await desk.knowledge.import_path(root / "kb" / "northlight-home", None, report, Audience.PUBLIC)
    return (await desk.intake.import_files([resources / "samples" / "tickets.jsonl"], report)).received
