"""Joins the library pane with what decides about it: bases, articles, search, and long jobs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from helpdesk.domain.evidence import Evidence, Hit, LeftOut
from helpdesk.ui.kit.paged_model import PagedModel
from helpdesk.ui.knowledge.article_rows import articles, spoken_article
from helpdesk.ui.knowledge.base_settings import BaseSettings
from helpdesk.ui.knowledge.confirm import Question
from helpdesk.ui.knowledge.hit_rows import Found, spoken_found
from helpdesk.ui.knowledge.library_pane import LibraryPane
from helpdesk.ui.knowledge.list_presenter import ListPresenter
from helpdesk.ui.knowledge.search_presenter import SearchPresenter
from helpdesk.ui.knowledge.shelf_presenter import ShelfPresenter
from helpdesk.ui.language import mark, number, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from helpdesk.domain.article import ArticleRow, KnowledgeBase
    from helpdesk.domain.article_history import Impact, ImportPreview
    from helpdesk.domain.ids import ArticleId, KnowledgeBaseId
    from helpdesk.services.desk import Desk
    from helpdesk.ui.knowledge.frame import Frame

NAMED = 6


class Library(QObject):
    """`row_opened` carries an ArticleRow, `passage_opened` a Hit, `left_out_opened` a LeftOut; `rescan_wanted` and
    `removal_wanted` a base."""

    row_opened = Signal(object)
    passage_opened = Signal(object)
    left_out_opened = Signal(object)
    base_chosen = Signal(object)
    rescan_wanted = Signal(object)
    removal_wanted = Signal(object)

    def __init__(self, frame: Frame, host: QWidget) -> None:
        super().__init__(host)
        self._frame = frame
        self._leaves: ArticleId | None = None
        self._enters = False
        listed: PagedModel[ArticleRow] = PagedModel(spoken_article)
        found: PagedModel[Found] = PagedModel(spoken_found)
        self.pane = LibraryPane(listed, found)
        self._host = host
        self._settings: BaseSettings | None = None
        bridge, delays = frame.context.bridge, frame.context.delays
        self.shelf = ShelfPresenter(self, bridge, delays)
        self.list = ListPresenter(self, listed, bridge, delays)
        self.searching = SearchPresenter(self, found, bridge, delays)
        self._connect()

    def desk_ready(self, desk: Desk) -> None:
        self.shelf.desk_ready(desk)
        self.list.desk_ready(desk)
        self.searching.desk_ready(desk)

    # Doors

    @property
    def settings(self) -> BaseSettings:
        """Made when they are first asked for."""
        if self._settings is None:
            self._settings = self._settings_made()
        return self._settings

    def to_search(self) -> None:
        self.pane.search.setFocus()
        self.pane.search.selectAll()

    def to_filter(self) -> None:
        self.pane.search.clear()
        self.pane.articles.filter.setFocus()

    def to_found(self) -> None:
        """From the search box to the best of what it found, as soon as it is found."""
        self._enters = True
        self.searching.search_at_once()
        if not self.searching.is_asking:
            self._enter_found()

    def step(self, rows: int) -> None:
        self.pane.current_list().step(rows)

    def open_in_place_of(self, article_id: ArticleId) -> None:
        """The article that is marked once this one has left the list."""
        self._leaves = article_id
        self._follow_leaving()

    def open_settings(self) -> None:
        base = self.shelf.base(self.pane.bases.current())
        if base is not None:
            self.settings.open_for(base, self.pane.base_settings)

    # What the presenters ask for

    def show_bases(self, bases: list[KnowledgeBase]) -> None:
        had = self.pane.bases.current()
        self.pane.show_bases(bases)
        if self._settings is not None:
            self._settings.follows(bases)
        if self.pane.bases.current() != had:
            self._choose_base(self.pane.bases.current())

    def show_index(self, trusted: bool, words: str) -> None:
        self.pane.show_index(trusted, words)

    def show_rescan_preview(self, base: KnowledgeBase, preview: ImportPreview) -> None:
        words, changes = preview_words(preview)
        if not changes:
            self._frame.context.toasts.say(tr("“{name}” is in step with its folder: {words}.", name=base.name, words=words))
            return
        question = Question(
            tr("Bring “{name}” in step with its folder?", name=base.name), words, tr("Import the changes"), preview.impact
        )
        self._frame.ask(question, lambda: self.rescan_wanted.emit(base))

    def ask_to_remove(self, base: KnowledgeBase, impacts: Sequence[Impact]) -> None:
        words = tr(
            "{articles} with every version, their passages and vectors, and the record of its import runs go for "
            "good. Drafts and answers keep the words they quote. The folder stays as it is. This cannot be "
            "undone.",
            articles=articles(base.articles),
        )
        question = Question(tr("Remove “{name}”?", name=base.name), words, tr("Remove"), impacts, danger=True, typed=base.name)
        self._frame.ask(question, lambda: self.removal_wanted.emit(base))

    def show_shelf_trouble(self, error: Exception) -> None:
        self.pane.show_trouble(error)

    def show_article_total(self, total: int, filtered: bool) -> None:
        self.pane.show_article_total(total, filtered)

    def show_list_trouble(self, error: Exception) -> None:
        self.pane.show_trouble(error)

    def show_searching(self) -> None:
        self.pane.show_searching()

    def show_hits(self, evidence: Evidence) -> None:
        self.pane.show_found(evidence)
        self._enter_found()

    def show_no_search(self) -> None:
        self.pane.show_no_search()
        self.list.tell()

    def show_search_trouble(self, error: Exception) -> None:
        self.pane.show_trouble(error)

    # Inside

    def _enter_found(self) -> None:
        if self._enters and self.pane.search.hasFocus():
            self.pane.current_list().setFocus()
            self.pane.current_list().step(0)
        self._enters = False

    def _typed(self, words: str) -> None:
        """Whoever types on wants to stay."""
        self._enters = False
        self.searching.search(words)

    def _follow_leaving(self) -> None:
        rows = self.pane.articles.rows
        marked = self.list.row(rows.current()) if self._leaves is not None and rows.current() >= 0 else None
        if marked is not None and marked.id != self._leaves:
            self._leaves = None
            if self.pane.current_list() is rows:
                self.row_opened.emit(marked)

    def _choose_base(self, kb_id: KnowledgeBaseId | None) -> None:
        base = self.shelf.base(kb_id)
        if base is not None and self._settings is not None and self._settings.isVisible():
            self._settings.show_base(base)
        self.list.choose_base(kb_id)
        self.searching.within(kb_id)
        self.base_chosen.emit(kb_id)

    def _open_row(self, number: int) -> None:
        row = self.list.row(number)
        if row is not None:
            self.row_opened.emit(row)

    def _open_found(self, number: int) -> None:
        found = self.searching.found(number)
        if isinstance(found, Hit):
            self.passage_opened.emit(found)
        elif isinstance(found, LeftOut):
            self.left_out_opened.emit(found)

    def _rescan(self, base: KnowledgeBase, look_first: bool) -> None:
        if look_first:
            self._frame.context.toasts.say(tr("Looking through “{name}”…", name=base.name))
            self.shelf.look_first(base)
        else:
            self.rescan_wanted.emit(base)

    def _retry(self) -> None:
        self.shelf.load()
        self.list.load()
        self.searching.search(self.pane.search.text())

    def _connect(self) -> None:
        pane = self.pane
        self.list.model.arrived.connect(self._follow_leaving)
        pane.bases.chosen.connect(self._choose_base)
        pane.articles.quick_chosen.connect(self.list.choose_quick)
        pane.articles.filter_typed.connect(self.list.search)
        pane.articles.article_chosen.connect(self._open_row)
        pane.found.narrowed.connect(self.searching.narrow)
        pane.found.found_chosen.connect(self._open_found)
        pane.search_typed.connect(self._typed)
        pane.search_entered.connect(self.to_found)
        pane.base_settings_requested.connect(self.open_settings)
        pane.retry_requested.connect(self._retry)

    def _settings_made(self) -> BaseSettings:
        made = BaseSettings(self._host)
        made.audience_chosen.connect(self.shelf.set_audience)
        made.review_chosen.connect(self.shelf.set_review)
        made.watch_chosen.connect(self.shelf.watch)
        made.rescan_requested.connect(self._rescan)
        made.remove_requested.connect(self.shelf.weigh_removal)
        return made


def preview_words(preview: ImportPreview) -> tuple[str, int]:
    """What an import would do, in words, and how many files it would touch."""
    renamed = tuple(f"{before} → {after}" for before, after in preview.renamed)
    groups = (
        (mark("{count} added"), preview.added),
        (mark("{count} changed"), preview.changed),
        (mark("{count} renamed"), renamed),
        (mark("{count} removed"), preview.removed),
    )
    said = [f"{tr(words, count=number(len(paths)))} ({named(paths)})" for words, paths in groups if paths]
    said += [
        tr("{count} cannot be read ({named})", count=number(len(preview.failed)), named=named([f.path for f in preview.failed]))
    ] * bool(preview.failed)
    said += [tr("{count} held back", count=number(len(preview.held)))] * bool(preview.held)
    said.append(tr("{count} unchanged", count=number(preview.unchanged)))
    return ", ".join(said), sum(len(paths) for _, paths in groups)


def named(paths: tuple[str, ...] | list[str]) -> str:
    more = tr(" and {count} more", count=number(len(paths) - NAMED)) if len(paths) > NAMED else ""
    return ", ".join(paths[:NAMED]) + more
