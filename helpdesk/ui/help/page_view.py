"""A page of the manual set in type. It is built from blocks and formats: no markup is ever interpreted by Qt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextFrameFormat, QTextTableFormat
from PySide6.QtWidgets import QTextEdit

from helpdesk.domain.markup import plain
from helpdesk.ui import theme
from helpdesk.ui.kit.plain import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpdesk.ui.help.manual import ManualPage

WIDEST = 820
FENCE = "```"
ROUNDED = re.compile(r"(\*\*[^*]+\*\*|`[^`]+`)")
HEADING = re.compile(r"(#{1,6})\s+(.*)")
STEP = re.compile(r"\s*(\d+\.|[-*])\s+(.*)")
DASHES = re.compile(r"\|[\s:|-]+\|")


class PageView(QTextEdit):
    """Read-only, for mouse and keyboard alike."""

    def __init__(self) -> None:
        super().__init__()
        self._page: ManualPage | None = None
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName("Manual page")
        self.setMaximumWidth(WIDEST)
        self.document().setDocumentMargin(theme.L)

    def show_page(self, page: ManualPage) -> None:
        self._page = page
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        Setting(cursor).set(printable(page.body).split("\n"))
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def scroll_by(self, pages: float) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(pages * bar.pageStep()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and getattr(self, "_page", None) is not None:
            assert self._page is not None
            at = self.verticalScrollBar().value()
            self.show_page(self._page)
            self.verticalScrollBar().setValue(at)


class Setting:
    """Sets the few forms the manual is written in: headings, paragraphs, lists, tables, commands."""

    def __init__(self, cursor: QTextCursor) -> None:
        self._cursor = cursor
        self._colours = theme.colours()
        self._sizes = theme.type_scale()
        self._begun = False

    def set(self, lines: Sequence[str]) -> None:
        at = 0
        while at < len(lines):
            line = lines[at]
            if line.startswith(FENCE):
                end = next((n for n in range(at + 1, len(lines)) if lines[n].startswith(FENCE)), len(lines))
                self._commands(lines[at + 1 : end])
                at = end + 1
            elif line.startswith("|"):
                end = next((n for n in range(at, len(lines)) if not lines[n].startswith("|")), len(lines))
                self._table(lines[at:end])
                at = end
            else:
                self._line(line)
                at += 1

    def _line(self, line: str) -> None:
        if heading := HEADING.match(line):
            level = len(heading[1])
            self._block(above=0 if not self._begun else theme.L, below=theme.XS)
            size = {1: self._sizes.display, 2: self._sizes.title}.get(level, self._sizes.strong)
            self._cursor.insertText(plain(heading[2]), self._look(size=size, strong=True))
        elif step := STEP.match(line):
            mark = step[1] if step[1][0].isdigit() else "•"
            self._block(above=2, below=2, indent=theme.XL, hang=-theme.L)
            self._words(f"{mark}  {step[2]}")
        elif line.strip():
            self._block(above=theme.XS, below=theme.XS)
            self._words(line.strip())

    def _commands(self, lines: Sequence[str]) -> None:
        for line in lines:
            self._block(above=0, below=0, indent=theme.L)
            self._cursor.insertText(line or " ", self._look(code=True))

    def _table(self, lines: Sequence[str]) -> None:
        kept = [line.strip() for line in lines if not DASHES.fullmatch(line.strip())]
        rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in kept]
        if not rows:
            return
        form = QTextTableFormat()
        form.setCellPadding(theme.XS)
        form.setCellSpacing(0)
        form.setBorder(1)
        form.setBorderCollapse(True)
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        form.setBorderBrush(QColor(self._colours.line))
        form.setTopMargin(theme.S)
        form.setBottomMargin(theme.S)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        table = self._cursor.insertTable(len(rows), max(len(row) for row in rows), form)
        for down, row in enumerate(rows):
            for across, cell in enumerate(row):
                self._cursor = table.cellAt(down, across).firstCursorPosition()
                self._words(cell, strong=down == 0)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._begun = True

    def _block(self, *, above: int, below: int, indent: int = 0, hang: int = 0) -> None:
        form = QTextBlockFormat()
        form.setTopMargin(above)
        form.setBottomMargin(below)
        form.setLeftMargin(indent)
        form.setTextIndent(hang)
        form.setLineHeight(118, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if self._begun:
            self._cursor.insertBlock(form)
        else:
            self._cursor.setBlockFormat(form)
        self._begun = True

    def _words(self, source: str, *, strong: bool = False) -> None:
        for part in ROUNDED.split(source):
            if part.startswith("`"):
                self._cursor.insertText(part.strip("`"), self._look(code=True))
            elif part.startswith("**"):
                self._cursor.insertText(plain(part), self._look(strong=True))
            elif part:
                self._cursor.insertText(plain(part), self._look(strong=strong))

    def _look(self, *, size: int = 0, strong: bool = False, code: bool = False) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setForeground(QColor(self._colours.text))
        font = QFont()
        font.setPixelSize(size or self._sizes.strong)
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        if code:
            font.setFamilies(["Consolas", "Menlo", "DejaVu Sans Mono", "monospace"])
            font.setFixedPitch(True)
            look.setBackground(QColor(self._colours.sunken))
        look.setFont(font)
        return look
