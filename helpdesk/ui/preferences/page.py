"""The page of the preferences: as narrow as one line of settings is read well, or as wide as two stand side by side."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from helpdesk.ui import theme
from helpdesk.ui.kit import Label, column
from helpdesk.ui.kit.layout import scrolling
from helpdesk.ui.language import tr
from helpdesk.ui.preferences.field_row import FieldRow

NARROW, WIDE = 800, 1376
"""Of the page with its margins: with one in a line, with two."""

TWO_FROM = 1200


class Cells(QFrame):
    """Settings or cards from top to bottom, or two in a line; the order they are read and walked in is the same. `wide`: what
    is left alone in the last line takes all of it."""

    def __init__(self, parts: Sequence[QWidget], *, wide: bool) -> None:
        super().__init__()
        self._parts = tuple(parts)
        self._wide = wide
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(theme.S)
        self._grid.setHorizontalSpacing(theme.L)
        self.arrange(1)

    def arrange(self, across: int) -> None:
        for number, part in enumerate(self._parts):
            is_alone = part is self._parts[-1] and number % across == 0
            self._grid.addWidget(part, number // across, number % across, 1, across if is_alone and self._wide else 1)
        for place in range(2):
            self._grid.setColumnStretch(place, int(place < across))


def titled(title: str, *parts: QWidget, wide: bool = True) -> QFrame:
    """Under its marked title settings and cards, in the order given; a card alone in its line takes all of it when `wide`."""
    alike = groupby(parts, key=lambda part: isinstance(part, FieldRow))
    cells = [Cells(tuple(of_them), wide=wide and not are_settings) for are_settings, of_them in alike]
    return column(Label(tr(title), "title"), *cells, gap=theme.S)


class Page(QScrollArea):
    """`turning` is emitted before the number of settings in a line changes."""

    turning = Signal()

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.inside, self._across = inside, 1
        inside.setMaximumWidth(theme.scaled(NARROW))
        scrolling(inside, self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange(self.viewport().width())
        super().resizeEvent(event)

    def made_for(self, width: int) -> Iterator[None]:
        """Arranged, styled and measured for the width it is to be seen in, a section a step: half of its first showing."""
        layout = self.inside.layout()
        assert layout is not None
        room = width - self.verticalScrollBar().sizeHint().width()
        self._arrange(room)
        around = layout.contentsMargins()
        within = min(room, self.inside.maximumWidth()) - around.left() - around.right()
        for section in self.inside.findChildren(QFrame, options=Qt.FindChildOption.FindDirectChildrenOnly):
            for part in section.findChildren(QWidget):
                part.ensurePolished()
            section.heightForWidth(within)
            yield

    def _arrange(self, width: int) -> None:
        across = 2 if width >= theme.scaled(TWO_FROM) else 1
        if across != self._across:
            self.turning.emit()
            self._across = across
            self.inside.setMaximumWidth(theme.scaled(WIDE if across > 1 else NARROW))
            for cells in self.inside.findChildren(Cells):
                cells.arrange(across)
