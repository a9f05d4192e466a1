"""Joins the article's pane with what decides about it: reading, history, editing."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from helpdesk.ui import wording
from helpdesk.ui.kit import EmptyState, Place
from helpdesk.ui.kit.toast import Toast
from helpdesk.ui.knowledge.article_pane import EDIT, HISTORY, IMPACT, READ, ArticlePane
from helpdesk.ui.knowledge.article_presenter import ArticlePresenter
from helpdesk.ui.knowledge.editing_presenter import EditingPresenter
from helpdesk.ui.language import number, tr
from helpdesk.ui.reason_words import reason_said

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from helpdesk.domain.article import ArticleRow, ArticleText
    from helpdesk.domain.article_history import ArticlePreview, Impact, RevisionRow, UnsavedEdit
    from helpdesk.domain.ids import ArticleId, RevisionId, TicketId
    from helpdesk.domain.word_diff import Change
    from helpdesk.services.desk import Desk
    from helpdesk.ui.knowledge.confirm import Question
    from helpdesk.ui.knowledge.frame import Frame

Lines = tuple[int, int] | None
SECONDS_TO_READ = 12.0


class OpenedArticle(QObject):
    """`erase_confirmed` carries the article that a person wants gone for good."""

    erase_confirmed = Signal(object)

    def __init__(self, frame: Frame, parent: QObject) -> None:
        super().__init__(parent)
        self._frame = frame
        bridge, delays = frame.context.bridge, frame.context.delays
        self.presenter = ArticlePresenter(self, bridge, delays)
        self.editing = EditingPresenter(self, bridge, delays)

    @cached_property
    def pane(self) -> ArticlePane:
        """Made when an article is first opened."""
        made = ArticlePane()
        self._connect(made)
        return made

    @cached_property
    def unreadable(self) -> EmptyState:
        return EmptyState("warning", tr("This file could not be read"), "")

    def desk_ready(self, desk: Desk) -> None:
        self.presenter.desk_ready(desk)
        self.editing.desk_ready(desk)

    # Doors

    def open_row(self, row: ArticleRow) -> None:
        self.presenter.open_row(row)

    def open(self, article_id: ArticleId, revision: RevisionId | None = None, lines: Lines = None) -> None:
        """To be read, whatever view was on display: a passage that was found, and an article that was not open."""
        opened = self.presenter.article
        if lines is not None or opened is None or opened.id != article_id:
            self.pane.show_view(READ)
        self.presenter.open(article_id, revision, lines)

    def go_to(self, view: int) -> None:
        """By key: one of the four views of the open article."""
        if self.presenter.article is not None:
            self.pane.show_view(view)
            self._load_view()
            self._frame.bring(self.pane)
            self.pane.focus_view()

    def save(self) -> None:
        if self.presenter.article is not None and self.pane.view() == EDIT:
            self.editing.ask_to_save()

    def step_back(self) -> bool:
        """Out of a conflict; False when there is none to leave."""
        if self.pane.view() == EDIT and self.pane.edit.in_conflict():
            self.pane.edit.end_conflict()
            return True
        return False

    def close(self) -> None:
        self.presenter.close()

    # What the presenters ask for

    def show_article(self, article: ArticleText, lines: Lines) -> None:
        self.pane.show_article(article, lines)
        self._frame.bring(self.pane)
        self._load_view()

    def show_new_text(self, article: ArticleText) -> None:
        self.pane.show_article(article, None)
        self._load_view()

    def show_standing(self, article: ArticleText) -> None:
        self.pane.show_standing(article)
        self._load_view()

    def show_unreadable(self, row: ArticleRow) -> None:
        self.presenter.close()
        self.unreadable.say(tr("This file could not be read"), f"{row.kb} / {row.path}: {reason_said(row.failure)}")
        self._frame.bring(self.unreadable)

    def show_history(self, rows: Sequence[RevisionRow]) -> None:
        self.pane.history.show_history(rows)

    def show_changes(self, changes: Sequence[Change], older: RevisionRow, newer: RevisionRow) -> None:
        self.pane.history.show_changes(changes, older, newer)

    def show_first_version(self, source: str) -> None:
        self.pane.history.show_first_version(source)

    def show_impact(self, impacts: Sequence[Impact]) -> None:
        self.pane.show_impact(impacts)

    def ask(self, question: Question, act: Callable[[], object], other: Callable[[], object] | None = None) -> None:
        self._frame.ask(question, act, other)

    def show_article_trouble(self, error: Exception) -> None:
        self._frame.context.report(error)

    def say(self, words: str) -> None:
        self._frame.context.toasts.say(words)

    def show_edit(self, source: str) -> str:
        return self.pane.edit.show_edit(source)

    def show_preview(self, preview: ArticlePreview) -> None:
        self.pane.edit.show_preview(preview)

    def show_edit_state(self, words: str, can_save: bool) -> None:
        self.pane.edit.show_state(words, can_save)

    def show_conflict(self, path: str, changes: Sequence[Change]) -> None:
        self.pane.edit.show_conflict(path, changes)

    def offer_unsaved(self, found: Sequence[UnsavedEdit]) -> None:
        newest, more = found[0], len(found) - 1
        others = tr(", and to {more} more", more=number(more)) if more else ""
        words = tr(
            "Kept: unsaved changes of {when} to “{title}”{others}.",
            when=wording.when(newest.at, datetime.now(UTC)),
            title=newest.title,
            others=others,
        )
        go = partial(self._frame.context.navigate, Place("knowledge", article_id=newest.article_id))
        self._frame.context.toasts.show_toast(Toast(words, tr("Open it"), go, SECONDS_TO_READ))

    def edit_saved(self, article: ArticleText) -> None:
        """Only when it is still the open one: the agent may be elsewhere by now."""
        if self.presenter.article is not None and self.presenter.article.id == article.id:
            self.presenter.open(article.id)

    # Inside

    def _load_view(self) -> None:
        """What the view on display needs to know of the open article."""
        view, article = self.pane.view(), self.presenter.article
        if article is not None:
            self.pane.show_unsaved("" if view == EDIT else self.editing.waiting(article.id))
        if view == HISTORY:
            self.presenter.load_history()
        elif view == IMPACT:
            self.presenter.load_impact()
        elif view == EDIT and article is not None:
            self._edit(article)

    def _edit(self, article: ArticleText) -> None:
        """An older revision is read only: what is edited is the text in force."""
        if self.presenter.live:
            self.editing.open(article)
        else:
            self.presenter.open(article.id)

    def _connect(self, pane: ArticlePane) -> None:
        presenter, editing = self.presenter, self.editing
        pane.view_chosen.connect(self._load_view)
        pane.status_chosen.connect(presenter.set_status)
        pane.reviewed.connect(presenter.mark_reviewed)
        pane.erase_requested.connect(lambda: presenter.ask_to_erase(self._erase))
        pane.history.compare_requested.connect(presenter.compare)
        pane.history.restore_requested.connect(presenter.restore)
        pane.edit.typed.connect(editing.typed)
        pane.edit.save_requested.connect(editing.ask_to_save)
        pane.edit.revert_requested.connect(editing.revert)
        pane.edit.conflict.mine_kept.connect(editing.keep_mine)
        pane.edit.conflict.theirs_taken.connect(editing.take_theirs)
        pane.unsaved.acted.connect(lambda: self.go_to(EDIT))
        pane.impact.ticket_requested.connect(self._to_ticket)

    def _erase(self) -> None:
        if self.presenter.article is not None:
            self.erase_confirmed.emit(self.presenter.article)

    def _to_ticket(self, ticket_id: TicketId) -> None:
        self._frame.context.navigate(Place("inbox", ticket_id=ticket_id))
