"""The editor of an article: its source at the left, what becomes of it at the right, a conflict with the disk laid open."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QVBoxLayout

from helpdesk.ui import theme, wording
from helpdesk.ui.kit import Banner, Label, Tone, button, column, row
from helpdesk.ui.kit.source_edit import SourceEdit
from helpdesk.ui.kit.typeset import TypesetPage
from helpdesk.ui.knowledge.article_rows import passages
from helpdesk.ui.knowledge.conflict_pane import ConflictPane
from helpdesk.ui.language import day, tr
from helpdesk.ui.reason_words import reason_said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from helpdesk.domain.article_history import ArticlePreview
    from helpdesk.domain.word_diff import Change

SIDE_BY_SIDE = 700
FRONT = re.compile(r"\A(---|\+\+\+)\s*\n.*?\n\1\s*\n", re.S)


class EditPane(QFrame):
    """Passive."""

    typed = Signal(str)
    save_requested = Signal()
    revert_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._settling = False
        self.editor = SourceEdit(tr("Source of this article"), numbered=True)
        self.preview = TypesetPage(tr("Preview of this article"))
        self.conflict = ConflictPane()
        self.save = button(tr("Save…"), "primary", name=tr("Save this change to the file"), key="Ctrl+S")
        self.revert = button(tr("Undo all changes"), name=tr("Back to the text in force"))
        self._state = Label("", "caption")
        self._becomes = Label("", "caption", wraps=True)
        self._trouble = Banner()
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._stack = QStackedWidget()
        self._lay_out()
        self.editor.textChanged.connect(self._changed)
        self.save.clicked.connect(self.save_requested)
        self.revert.clicked.connect(self.revert_requested)
        self.conflict.closed.connect(self.end_conflict)

    def _lay_out(self) -> None:
        beside = column(self._becomes, self.preview, gap=theme.XS)
        beside.setMinimumWidth(220)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.editor)
        self._split.addWidget(beside)
        self._split.setSizes([500, 400])
        writing = QFrame()
        inside = QVBoxLayout(writing)
        inside.setContentsMargins(theme.S, theme.S, theme.S, theme.S)
        inside.setSpacing(theme.S)
        inside.addWidget(self._trouble)
        inside.addWidget(self._split, 1)
        inside.addWidget(row(self._state, None, self.revert, self.save))
        self._stack.addWidget(writing)
        self._stack.addWidget(self.conflict)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def show_edit(self, source: str) -> str:
        """What stands there already, as after it was saved, stays with its cursor. Another text is set in type at once: what
        becomes of it as an article is told when it was read."""
        if self.editor.text() != source:
            self._settling = True
            self.editor.setPlainText(source)
            self._settling = False
            self._becomes.say("")
            self.preview.show_markdown(FRONT.sub("", source))
        given_back = self.editor.text()
        self.end_conflict()
        self._trouble.clear()
        return given_back

    def show_preview(self, preview: ArticlePreview) -> None:
        """Of a text that cannot be read the preview before stays."""
        failure, read = preview.failure, preview.read
        if failure is not None:
            where = tr("Line {line}", line=failure.line) if failure.line else tr("This text")
            self._trouble.say(
                f"{where}: {reason_said(failure.reason)}.", Tone.ERROR, title=tr("Not an article yet"), closable=False
            )
            self.editor.mark_lines((failure.line, failure.line) if failure.line else None)
        elif read is not None:
            self._trouble.clear()
            self.editor.mark_lines(None)
            review = tr(" · review by {review_by}", review_by=day(read.review_by)) if read.review_by else ""
            status = wording.ARTICLE_STATUSES[read.status]
            self._becomes.say(f"{read.title} · {status} · {passages(len(read.passages))}{review}")
            self.preview.show_markdown(FRONT.sub("", preview.whole), keep_place=True)

    def show_state(self, words: str, can_save: bool) -> None:
        self._state.say(words)
        self.save.setEnabled(can_save)
        self.revert.setEnabled(can_save)

    def show_conflict(self, path: str, changes: Sequence[Change]) -> None:
        self.conflict.show_conflict(path, changes)
        self._stack.setCurrentWidget(self.conflict)

    def end_conflict(self) -> None:
        self._stack.setCurrentIndex(0)

    def in_conflict(self) -> bool:
        return self._stack.currentWidget() is self.conflict

    def words(self) -> str:
        trouble = self._trouble.words() if not self._trouble.isHidden() else ""
        return f"{self._state.text()} {self._becomes.text()} {trouble}".strip()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= SIDE_BY_SIDE
        self._split.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)

    def _changed(self) -> None:
        if not self._settling:
            self.typed.emit(self.editor.text())
