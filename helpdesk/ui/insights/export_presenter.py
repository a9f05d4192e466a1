"""Saves what was asked for, one at a time, and says what came of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from helpdesk.domain.progress import Progress
from helpdesk.domain.sheet import Cover, Sheet
from helpdesk.domain.ticket_columns import own_columns
from helpdesk.services.insights.exporting import WantedTable
from helpdesk.ui.insights.saving import png
from helpdesk.ui.insights.sheets import everything, sheets
from helpdesk.ui.kit.progress_feed import ProgressFeed
from helpdesk.ui.language import day_and_clock, language_code, mark, tr, trn

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from helpdesk.services.desk import Desk
    from helpdesk.ui.bridge import Handle
    from helpdesk.ui.insights.export_panel import ExportPanel
    from helpdesk.ui.insights.picture import Picture
    from helpdesk.ui.insights.sheets import Everything
    from helpdesk.ui.kit import ScreenContext

T = TypeVar("T")

PAGE_DAYS = 30
TITLE = mark("Insights of the helpdesk")
BREATH_MS = 1
DRAWING = mark("Drawing the page")


class ExportPresenter:
    """Plots of a page are drawn one a turn of the window's loop, so that it never stands still for all of them."""

    def __init__(self, panel: ExportPanel, context: ScreenContext) -> None:
        self._panel = panel
        self._context = context
        self._desk: Desk | None = None
        self._running: Handle | None = None
        self._target = Path()
        self._undrawn: list[tuple[Sheet, Picture | None]] = []
        self._drawn: list[Sheet] = []
        self._drawing = context.delays(BREATH_MS, self._draw_next)
        self._feed = ProgressFeed(panel)
        self._feed.show_on(panel.strip)
        self._busy = False
        panel.table_wanted.connect(self.save_table)
        panel.page_wanted.connect(self.save_page)
        panel.cancelled.connect(self.cancel)

    def desk_ready(self, desk: Desk) -> None:
        self._desk = desk

    def show_columns(self) -> None:
        """Fields come and go while the window is open."""
        if self._desk is not None:
            self._context.bridge.call(
                self._desk.ticketing.fields.all,
                lambda fields: self._panel.show_own(own_columns(fields)),
                self._context.report,
            )

    def save_table(self, name: str) -> None:
        desk = self._desk
        if desk is None or self._busy:
            return
        days = self._panel.days()
        since = desk.insights.clock.now() - timedelta(days=days) if days else None
        panel = self._panel
        wanted = WantedTable(Path(name), panel.chosen(), since, panel.marked.isChecked(), not panel.hides.isChecked())
        self._begin()
        self._ask(
            lambda: desk.insights.export(wanted, self._feed.report),
            lambda count: self._ended(trn("{n} ticket is in {name}.", "{n} tickets are in {name}.", count, name=name)),
        )

    def save_page(self, name: str) -> None:
        desk = self._desk
        if desk is None or self._busy:
            return
        self._target = Path(name)
        self._begin()
        self._ask(lambda: everything(desk, PAGE_DAYS), self._draw)

    def cancel(self) -> None:
        if self._running is not None:
            self._running.cancel()
        self._drawing.stop()
        self._ended(tr("The export was cancelled; nothing was written."))

    def _draw(self, every: Everything) -> None:
        self._undrawn, self._drawn = sheets(every), []
        self._drawing.start()

    def _draw_next(self) -> None:
        desk, total = self._desk, len(self._undrawn) + len(self._drawn)
        if desk is None or not self._busy:
            return
        if self._undrawn:
            sheet, picture = self._undrawn.pop(0)
            self._drawn.append(sheet if picture is None else replace(sheet, picture=png(picture)))
            self._panel.strip.show_progress(Progress(len(self._drawn), total, tr(DRAWING)))
            self._drawing.start()
            return
        target, made = self._target, tuple(self._drawn)
        self._ask(
            lambda: desk.insights.save_page(target, self._cover(desk), made),
            lambda _: self._ended(tr("The page is {target}.", target=target)),
        )

    def _cover(self, desk: Desk) -> Cover:
        said = tr("As of {moment}", moment=day_and_clock(desk.insights.clock.now()))
        return Cover(tr(TITLE), said, language_code(), tr("The numbers"))

    def _begin(self) -> None:
        self._busy = True
        self._panel.show_busy(True)

    def _ask(self, work: Callable[[], Awaitable[T]], done: Callable[[T], object]) -> None:
        self._running = self._context.bridge.call(work, done, self._failed)

    def _ended(self, words: str) -> None:
        self._busy = False
        self._panel.show_busy(False)
        self._context.toasts.say(words)

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self._panel.show_busy(False)
        self._context.report(error)
