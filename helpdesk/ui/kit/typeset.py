"""Markdown set in type. It is built from blocks and formats: no markup is ever interpreted by Qt, nothing is loaded."""

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

FENCE = "```"
ROUNDED = re.compile(r"(\*\*[^*]+\*\*|`[^`]+`)")
HEADING = re.compile(r"(#{1,6})\s+(.*)")
STEP = re.compile(r"\s*(\d+\.|[-*])\s+(.*)")
BEGINS = re.compile(r"\s*(#{1,6}\s|\d+\.\s|[-*]\s|\||```|>)")
QUOTED, QUOTED_DEEPLY = re.compile(r"\s*>\s?"), re.compile(r"[\s>]*")
DEEPEST = 4
ALERT = re.compile(r"\[!(\w+)\]\s*")
DASHES = re.compile(r"\|[\s:|-]+\|")


class TypesetPage(QTextEdit):
    """Read-only, for mouse and keyboard alike."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._source: str | None = None
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName(name)
        self.document().setDocumentMargin(theme.L)

    def show_markdown(self, source: str, *, keep_place: bool = False) -> None:
        """Opens at its top, or where the reader was."""
        at = self.verticalScrollBar().value() if keep_place else 0
        self._source = source
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        Setting(cursor).set(printable(source).split("\n"))
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(at)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and getattr(self, "_source", None) is not None:
            assert self._source is not None
            self.show_markdown(self._source, keep_place=True)


class Setting:
    """Sets the few forms manuals and articles are written in: headings, paragraphs, lists, tables, commands."""

    def __init__(self, cursor: QTextCursor) -> None:
        self._cursor = cursor
        self._colours = theme.colours()
        self._sizes = theme.type_scale()
        self._begun = False
        self._margin = 0

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
            elif QUOTED.match(line):
                end = next((n for n in range(at, len(lines)) if not QUOTED.match(lines[n])), len(lines))
                self._quoted(lines[at:end])
                at = end
            else:
                end = self._end_of_paragraph(lines, at)
                self._line(" ".join([line, *(more.strip() for more in lines[at + 1 : end])]))
                at = end

    @staticmethod
    def _end_of_paragraph(lines: Sequence[str], at: int) -> int:
        """A paragraph or a list entry goes on over lines that begin nothing new."""
        if not lines[at].strip() or HEADING.match(lines[at]):
            return at + 1
        return next((n for n in range(at + 1, len(lines)) if not lines[n].strip() or BEGINS.match(lines[n])), len(lines))

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

    def _quoted(self, lines: Sequence[str]) -> None:
        """A quotation within a quotation too, DEEPEST at most; an alert begins with its kind."""
        self._margin += theme.XL
        signs = QUOTED if self._margin < DEEPEST * theme.XL else QUOTED_DEEPLY
        inside = [signs.sub("", line, count=1) for line in lines]
        alert = ALERT.fullmatch(inside[0])
        self.set([f"**{alert[1].capitalize()}**", "", *inside[1:]] if alert else inside)
        self._margin -= theme.XL

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
        form.setLeftMargin(self._margin + indent)
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
