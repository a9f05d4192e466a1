"""A row of choices of which one is in force, each with a count when it has one."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QSizePolicy, QWidget

from helpdesk.ui import theme
from helpdesk.ui.kit.buttons import presses
from helpdesk.ui.language import number


class Segment(QAbstractButton):
    """Name below count; without a count, the name alone."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._count: int | None = None
        self.setText(name)
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.click() if presses(event) else super().keyPressEvent(event)

    def show_count(self, count: int) -> None:
        self._count = count
        self.setAccessibleName(f"{self.text()}, {number(count)}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        sizes = theme.type_scale()
        self.ensurePolished()
        width = self.fontMetrics().horizontalAdvance(self.text()) + theme.M
        return QSize(width, 2 * sizes.body + 14 if self._count is not None else sizes.body + 14)

    def needed(self) -> int:
        """The width that shows the name whole, as it is written when it is chosen."""
        font = QFont(self.font())
        font.setPixelSize(theme.type_scale().caption)
        font.setWeight(QFont.Weight.DemiBold)
        return QFontMetrics(font).horizontalAdvance(self.text()) + 6

    def minimumSizeHint(self) -> QSize:
        return QSize(34, self.sizeHint().height())

    def paintEvent(self, _: QPaintEvent) -> None:
        colours, sizes = theme.colours(), theme.type_scale()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        ground = colours.accent_soft if self.isChecked() else colours.sunken if self.underMouse() else ""
        painter.setPen(QPen(QColor(colours.accent), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, theme.RADIUS, theme.RADIUS)
        ink = QColor(colours.accent_text if self.isChecked() else colours.text if self.isEnabled() else colours.muted)
        name = area
        if self._count is not None:
            half = area.height() / 2
            self._write(painter, area.adjusted(0, 1, 0, -half + 1), f"{number(self._count)}", (sizes.body, ink, True))
            name = area.adjusted(0, half - 1, 0, -1)
            ink = QColor(colours.accent_text if self.isChecked() else colours.muted)
        self._write(painter, name, self.text(), (sizes.caption, ink, self.isChecked()))
        painter.end()

    def _write(self, painter: QPainter, area: QRectF, text: str, look: tuple[int, QColor, bool]) -> None:
        size, ink, strong = look
        font = QFont(self.font())
        font.setPixelSize(size)
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(ink)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, shown)


class Segments(QWidget):
    """Tab reaches the chosen segment, the arrow keys move the choice. `chosen` is emitted for the user's choice only."""

    chosen = Signal(int)

    def __init__(self, name: str, segments: Sequence[str]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._lines = QGridLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        for place, text in enumerate(segments):
            segment = Segment(text)
            self._group.addButton(segment, place)
            self._lines.addWidget(segment, 0, place)
        self._group.idToggled.connect(self._toggled)
        self._quiet = False
        self.choose(0)

    def sizeHint(self) -> QSize:
        """As wide as in one line: it takes that again when there is room."""
        return QSize(sum(one.sizeHint().width() for one in self._group.buttons()), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def _arrange(self, width: int) -> None:
        """In as few lines as show every name whole, as far as there is room for the longest."""
        segments = [self.segment(number) for number in range(len(self._group.buttons()))]
        widths = [one.needed() for one in segments]
        most = len(widths)
        abreast = next((n for n in range(most, 1, -1) if sum(columns(widths, n)) <= width), 1 if max(widths) <= width else most)
        for place, one in enumerate(segments):
            line, column = divmod(place, abreast)
            if self._lines.getItemPosition(self._lines.indexOf(one))[:2] != (line, column):  # type: ignore[index]
                self._lines.addWidget(one, line, column)

    def segment(self, number: int) -> Segment:
        found = self._group.button(number)
        assert isinstance(found, Segment)
        return found

    def choose(self, number: int) -> None:
        """Puts a choice in force without telling anybody."""
        self._quiet = True
        self.segment(number).setChecked(True)
        self._quiet = False

    def current(self) -> int:
        return self._group.checkedId()

    def _toggled(self, number: int, checked: bool) -> None:
        if checked and not self._quiet:
            self.chosen.emit(number)


def columns(widths: Sequence[int], abreast: int) -> list[int]:
    """How wide each column is when so many stand side by side."""
    return [max(widths[at::abreast]) for at in range(abreast)]
