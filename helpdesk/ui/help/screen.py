"""The manual in the window: its pages by chapter at the left, the open one at the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
)

from helpdesk.ui import theme
from helpdesk.ui.help.manual import ManualPage, matching, read_manual
from helpdesk.ui.help.page_view import PageView
from helpdesk.ui.kit import EmptyState, Label, Place, Screen, button, glyph_button, row, split
from helpdesk.ui.kit.line_edit import line_edit
from helpdesk.ui.kit.screen import TOUR
from helpdesk.ui.kit.shortcuts import Intent
from helpdesk.ui.language import mark, tr, trn

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from helpdesk.ui.kit import ScreenContext

WIDTHS = (360, 840)
PAGE = int(Qt.ItemDataRole.UserRole)
GROUP = mark("Help")
INTENTS = (
    Intent("search", ("/", "Ctrl+F"), mark("Search the manual"), GROUP),
    Intent("next", ("J", "Alt+Down"), mark("Next page"), GROUP),
    Intent("previous", ("K", "Alt+Up"), mark("Previous page"), GROUP),
    Intent("page-down", ("Space", "Ctrl+Down"), mark("Page down"), GROUP),
    Intent("page-up", ("Shift+Space", "Ctrl+Up"), mark("Page up"), GROUP),
    Intent("back", ("Esc",), mark("Back to where you were"), GROUP),
)


class HelpScreen(Screen):
    def __init__(self, context: ScreenContext, folder: Path) -> None:
        super().__init__()
        self._context = context
        self._folder = folder
        self._pages: tuple[ManualPage, ...] = ()
        self.search = line_edit(tr("Search the manual"), tr("Search the manual"), 200, clears=True)
        self.contents = QListWidget()
        self.contents.setAccessibleName(tr("Pages of the manual"))
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.contents.setTextElideMode(Qt.TextElideMode.ElideRight)
        theme.dress(self.contents, "contents")
        self.page = PageView()
        self._nothing = EmptyState(
            "search", tr("Nothing found"), tr("No page of the manual has all of these words. Try fewer.")
        )
        self._work = QStackedWidget()
        self._found = Label("", "caption")
        self._lay_out()
        self.search.textChanged.connect(self._list_pages)
        self.search.returnPressed.connect(self.contents.setFocus)
        self.contents.currentItemChanged.connect(self._open)
        self._bind_keys()

    def entered(self, place: Place) -> None:
        if not self._pages:
            self._pages = read_manual(self._folder)
            self._list_pages()
        self.search.setFocus()
        self.search.selectAll()

    def words(self) -> str:
        """What the open page says."""
        return self.page.toPlainText()

    def titles(self) -> list[str]:
        """The pages that are listed."""
        items = (self.contents.item(at) for at in range(self.contents.count()))
        return [item.text() for item in items if item.data(PAGE) is not None]

    def _list_pages(self) -> None:
        asked = self.search.text().strip()
        pages = matching(self._pages, asked) if asked else self._pages
        self.contents.clear()
        chapter = None
        for page in pages:
            if not asked and page.chapter != chapter:
                chapter = page.chapter
                self.contents.addItem(heading(chapter))
            item = QListWidgetItem(page.title)
            item.setData(PAGE, page)
            self.contents.addItem(item)
        self._found.say(trn("{n} page", "{n} pages", len(pages)))
        if pages:
            self.step(1)
        elif self._pages:
            self._nothing.say(tr("Nothing found"), tr("No page of the manual has all of these words. Try fewer."))
            self._work.setCurrentWidget(self._nothing)
        else:
            self._nothing.say(
                tr("The manual is not here"),
                tr("Its files should be in {folder}. Install Helpdesk again.", folder=self._folder),
            )
            self._work.setCurrentWidget(self._nothing)

    def step(self, by: int) -> None:
        """To the next (1) or the previous (-1) page, passing over headings."""
        at = self.contents.currentRow() + by
        while 0 <= at < self.contents.count():
            if self.contents.item(at).data(PAGE) is not None:
                self.contents.setCurrentRow(at)
                return
            at += by

    def _open(self, item: QListWidgetItem | None) -> None:
        page = item.data(PAGE) if item is not None else None
        if isinstance(page, ManualPage):
            self.page.show_page(page)
            self._work.setCurrentIndex(0)

    def _lay_out(self) -> None:
        reading = QFrame()
        line = QHBoxLayout(reading)
        line.setContentsMargins(theme.S, theme.S, theme.S, theme.S)
        line.addWidget(self.page, 100)
        line.addStretch(1)
        theme.dress(reading, "pane")
        for part in (reading, self._nothing):
            self._work.addWidget(part)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split((self._made_side(), 0), (self._work, 1), sizes=WIDTHS))

    def _made_side(self) -> QFrame:
        back = glyph_button("back", tr("Back to where you were"), key="Esc")
        back.clicked.connect(self._context.back)
        side = QFrame()
        side.setMinimumWidth(260)
        inside = QVBoxLayout(side)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(theme.M, theme.M, theme.M, theme.S)
        head.setSpacing(theme.S)
        tour = button(tr("The tour"), "quiet", name=tr("The tour: five steps to a first answer"), key="Shift+F1")
        tour.clicked.connect(lambda: self._context.navigate(Place("help", section=TOUR)))
        head.addWidget(row(back, Label(tr("Help"), "title"), None, tour))
        head.addWidget(self.search)
        inside.addLayout(head)
        inside.addWidget(self.contents, 1)
        inside.addWidget(row(self._found, None, margin=theme.S, role="foot"))
        theme.dress(side, "pane")
        return side

    def _bind_keys(self) -> None:
        acts: dict[str, Callable[[], object]] = {
            "search": self._to_search,
            "next": partial(self.step, 1),
            "previous": partial(self.step, -1),
            "page-down": partial(self.page.scroll_by, 0.8),
            "page-up": partial(self.page.scroll_by, -0.8),
            "back": self._context.back,
        }
        for intent in INTENTS:
            self._context.shortcuts.add(self, intent, acts[intent.name])

    def _to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()


def heading(chapter: str) -> QListWidgetItem:
    """Names a chapter; the keyboard passes over it."""
    made = QListWidgetItem(chapter)
    made.setFlags(Qt.ItemFlag.NoItemFlags)
    font = made.font()
    font.setBold(True)
    made.setFont(font)
    return made
