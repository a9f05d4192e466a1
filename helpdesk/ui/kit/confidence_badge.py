"""How sure a draft is, readable without colour: a figure, a bar and a word."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from helpdesk.ui import theme, wording
from helpdesk.ui.kit.direction import reads_from_right
from helpdesk.ui.language import percent

WIDTH, HEIGHT = 44, 20
"""At the ordinary text size."""


def band_of(confidence: float | None) -> str:
    """'good', 'fair', 'poor', or 'none' while there is no score."""
    if confidence is None:
        return "none"
    return "good" if confidence >= 0.8 else "fair" if confidence >= 0.65 else "poor"


def badge_size() -> QSize:
    return QSize(WIDTH, HEIGHT) * theme.zoom()


def paint_badge(painter: QPainter, area: QRect, confidence: float | None) -> None:
    """Draws the badge in the middle of `area`, or all over it where that is smaller; for delegates and for the widget alike."""
    size = badge_size().boundedTo(area.size())
    area = QRect(area.left(), area.top() + (area.height() - size.height()) // 2, size.width(), size.height())
    colours = theme.colours()
    inks = {
        "good": (colours.good, colours.good_soft),
        "fair": (colours.fair, colours.fair_soft),
        "poor": (colours.poor, colours.poor_soft),
        "none": (colours.muted, colours.sunken),
    }
    ink, ground = inks[band_of(confidence)]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(QRectF(area), 4, 4)
    if confidence is not None:
        painter.setBrush(QColor(ink))
        long = (area.width() - 8) * confidence
        left = area.left() + area.width() - 4 - long if reads_from_right() else area.left() + 4
        painter.drawRect(QRectF(left, area.bottom() - 2.5, long, 2))
    font = QFont(painter.font())
    font.setPixelSize(theme.type_scale().caption)
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(QColor(ink))
    text = "–" if confidence is None else percent(confidence)
    painter.drawText(area.adjusted(0, 0, 0, -2), Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


class ConfidenceBadge(QWidget):
    def __init__(self, confidence: float | None = None) -> None:
        super().__init__()
        self._confidence: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_confidence(confidence)

    def show_confidence(self, confidence: float | None) -> None:
        self._confidence = confidence
        words = wording.confidence(confidence)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        return badge_size()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_badge(painter, self.rect(), self._confidence)
        painter.end()
