"""Gaps: what the knowledge base lacks, told by what became of drafts, and proposals to mend it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from helpdesk.domain.gap_proposal import GapState
from helpdesk.ui import gap_words, theme
from helpdesk.ui.insights.gaps_detail import GapPane
from helpdesk.ui.insights.gaps_presenter import GapsPresenter
from helpdesk.ui.insights.watching import PresentedTab
from helpdesk.ui.kit import Banner, EmptyState, Place, ProgressStrip, Tone, split
from helpdesk.ui.kit.direction import edges
from helpdesk.ui.kit.paged_model import PagedModel
from helpdesk.ui.kit.progress_feed import ProgressFeed
from helpdesk.ui.kit.row_look import LookDelegate
from helpdesk.ui.kit.rows_view import RowsView
from helpdesk.ui.kit.segments import Segments
from helpdesk.ui.kit.shortcuts import Intent
from helpdesk.ui.kit.toast import Toast
from helpdesk.ui.language import mark, tr
from helpdesk.ui.reason_words import reason_said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpdesk.domain.article import KnowledgeBase
    from helpdesk.domain.gap_proposal import GapView
    from helpdesk.domain.ids import ArticleId
    from helpdesk.services.gaps import Foreseen, Looked
    from helpdesk.ui.insights.gaps_rows import GapRow
    from helpdesk.ui.insights.tab import InsightsTab
    from helpdesk.ui.kit import ScreenContext

SHOWN = (GapState.OPEN, GapState.ACCEPTED, GapState.DISMISSED)
WIDTHS, NARROWEST_LIST = (380, 780), 300
SECONDS_TO_UNDO = 12.0


def build(context: ScreenContext) -> InsightsTab:
    return GapsTab(context)


class GapsTab(PresentedTab[GapsPresenter]):
    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._context = context
        self._troubles: int | None = None
        self.states = Segments(tr("Which proposals"), [gap_words.STATES[state] for state in SHOWN])
        self._model: PagedModel[GapRow] = PagedModel(lambda one: one.look.spoken)
        lines = LookDelegate(lambda one: one.look)
        self.rows = RowsView(tr("Proposals"), self._model, lines)
        self.pane = GapPane()
        self.nothing = EmptyState("done", tr("Nothing to mend"), gap_words.nothing(None), tr("Look now"))
        self.strip = ProgressStrip()
        self.notice = Banner()
        self._waiting = EmptyState("refresh", tr("Looking…"), "")
        self._stack = QStackedWidget()
        feed = ProgressFeed(self)
        self.presenter = GapsPresenter(self, context.bridge, context.delays, feed.report)
        feed.show_on(self.strip)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        self.presenter.look()

    # What the presenter asks for

    def show_rows(self, rows: Sequence[GapRow], chosen: int) -> None:
        self._model.fill(rows)
        self.rows.mark(chosen)
        self.rows.setVisible(bool(rows))

    def show_looked(self, looked: Looked) -> None:
        self._troubles = looked.troubles
        if looked.why_not:
            self.notice.say(
                tr(
                    "Tickets could not be compared ({why_not}); proposals stay as they were.",
                    why_not=reason_said(looked.why_not),
                ),
                Tone.WARNING,
            )
        else:
            self.notice.clear()

    def end_looking(self) -> None:
        self.strip.finish()

    def show_gap(self, view: GapView, bases: Sequence[KnowledgeBase]) -> None:
        self.pane.show_gap(view, bases)
        self._stack.setCurrentWidget(self.pane)

    def show_foreseen(self, foreseen: Foreseen) -> None:
        self.pane.show_foreseen(foreseen)

    def show_nothing(self) -> None:
        state = SHOWN[self.states.current()]
        if state is GapState.OPEN:
            self.nothing.say(tr("Nothing to mend"), gap_words.nothing(self._troubles), tr("Look now"))
        else:
            self.nothing.say(*map(tr, gap_words.NONE_OF[state]))
        self._stack.setCurrentWidget(self.nothing)

    def accepted(self, article_id: ArticleId, title: str) -> None:
        go = partial(self._context.navigate, Place("knowledge", article_id=article_id))
        words = tr("“{title}” has it now. Its history takes it back.", title=title)
        self._context.toasts.show_toast(Toast(words, tr("Open the article"), go, SECONDS_TO_UNDO))
        self.presenter.load()

    def dismissed(self, proposal_id: int, title: str) -> None:
        back = partial(self.presenter.bring_back, proposal_id)
        self._context.toasts.show_toast(
            Toast(tr("Dismissed: “{title}” does not come back.", title=title), tr("Undo"), back, SECONDS_TO_UNDO)
        )
        self.presenter.load()

    def offer_desk_only(self, words: str) -> None:
        self.pane.banner.say(words, Tone.WARNING, action=tr("Keep it in the desk only"))

    def show_trouble(self, error: Exception) -> None:
        self.pane.banner.tell(error)
        self._stack.setCurrentWidget(self.pane)

    # Inside

    def _choose(self, number: int) -> None:
        chosen = self._model.row(number)
        if chosen is not None:
            self.presenter.choose(chosen.proposal.id)

    def _take_way(self, way: int) -> None:
        shown = self.presenter.shown
        if shown is not None and 0 <= way < len(shown.options):
            self.pane.show_way(shown.options[way])
            self.presenter.take_way(way)

    def _accept(self, *, also_file: bool = True) -> None:
        self.presenter.accept(self.pane.chosen_base(), self.pane.path.text().strip(), also_file=also_file)

    def _bring_back(self) -> None:
        if self.presenter.shown is not None:
            self.presenter.bring_back(self.presenter.shown.proposal.id)

    def _lay_out(self) -> None:
        left = QWidget()
        left.setMinimumWidth(theme.scaled(NARROWEST_LIST))
        lines = QVBoxLayout(left)
        lines.setContentsMargins(edges(theme.XL, theme.M, 0, theme.L))
        lines.setSpacing(theme.S)
        for part in (self.states, self.strip, self.notice):
            lines.addWidget(part)
        lines.addWidget(self.rows, 1)
        lines.addStretch(0)
        self.rows.hide()
        for page in (self._waiting, self.pane, self.nothing):
            self._stack.addWidget(page)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        sides = split((left, 0), (self._stack, 2), sizes=WIDTHS)
        theme.dress(sides, "on-ground")
        layout.addWidget(sides)

    def _connect(self) -> None:
        pane, presenter = self.pane, self.presenter
        self.states.chosen.connect(lambda number: presenter.show_state(SHOWN[number]))
        self.rows.row_chosen.connect(self._choose)
        self.nothing.acted.connect(presenter.look)
        self.strip.cancelled.connect(presenter.stop_looking)
        pane.typed.connect(presenter.typed)
        pane.way_taken.connect(self._take_way)
        pane.accept_wanted.connect(self._accept)
        pane.dismiss_wanted.connect(presenter.dismiss)
        pane.bring_back_wanted.connect(self._bring_back)
        pane.restore_wanted.connect(presenter.restore)
        pane.place_wanted.connect(self._context.navigate)
        pane.banner.acted.connect(lambda: self._accept(also_file=False))
        self._context.shortcuts.add(
            self, Intent("accept-gap", ("Ctrl+Return",), mark("Accept the proposal"), mark("Insights")), self._accept
        )
