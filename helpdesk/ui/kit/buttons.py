"""Buttons with a role, a key and a line icon that follows the theme."""

import functools

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from helpdesk import paths
from helpdesk.ui import theme
from helpdesk.ui.kit.arrow import ARM, paint_arrow
from helpdesk.ui.kit.direction import reads_from_right

POINTING = frozenset({"back", "fold", "outbox", "window"})
"""Icons that point along the way of reading, or against it."""


def presses(event: QKeyEvent) -> bool:
    """Return presses the button that has the focus, as Space does."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held and not event.isAutoRepeat()


class PushButton(QPushButton):
    """Never the default of a dialog: Return presses no button but its own. Down opens the menu of one that has a menu."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setAutoDefault(False)

    def sizeHint(self) -> QSize:
        """With room for its words in bold, which they are while it is checked."""
        hint = super().sizeHint()
        if not self.isCheckable():
            return hint
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        more = QFontMetrics(bold).horizontalAdvance(self.text()) - self.fontMetrics().horizontalAdvance(self.text())
        return QSize(hint.width() + max(0, more), hint.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        opens = event.key() == Qt.Key.Key_Down and self.menu() is not None
        self.click() if presses(event) or opens else super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.menu() is not None:
            painter = QPainter(self)
            paint_arrow(painter, self, self.palette().buttonText().color().name(), theme.S + ARM * theme.zoom())
            painter.end()


def button(text: str, role: str = "", *, name: str = "", key: str = "") -> QPushButton:
    """`name` is what a screen reader says when the text alone is not enough; `key` is shown in the tooltip."""
    made = PushButton(text.replace("&", "&&"))
    made.setAccessibleName(name or text)
    if key:
        shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        made.setToolTip(f"{name or text} ({shown})")
        made.setProperty("key", key)
    if role:
        theme.dress(made, role)
    return made


def glyph_button(glyph: str, name: str, *, key: str = "", role: str = "quiet") -> "GlyphButton":
    """A button that is only an icon; `name` is its tooltip and accessible name."""
    made = GlyphButton(glyph)
    shown = f" ({QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)})" if key else ""
    made.setToolTip(name + shown)
    made.setProperty("key", key)
    made.setAccessibleName(name)
    theme.dress(made, role)
    return made


class GlyphButton(QToolButton):
    """A tool button whose line icon takes the colour of its text."""

    def __init__(self, glyph: str, size: int = 18) -> None:
        super().__init__()
        self._glyph = glyph
        self._inked: tuple[theme.Colours, float] | None = None
        side = theme.scaled(size)
        self.setIconSize(QSize(side, side))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.click() if presses(event) else super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        wanted = (theme.colours(), self.devicePixelRatioF())
        if wanted != self._inked:
            self._inked = wanted
            self._ink(*wanted)
        super().paintEvent(event)

    def _ink(self, colours: theme.Colours, ratio: float) -> None:
        icon = QIcon()
        side = self.iconSize().width()
        icon.addPixmap(drawn(self._glyph, colours.muted, side, ratio), QIcon.Mode.Normal, QIcon.State.Off)
        icon.addPixmap(drawn(self._glyph, colours.accent_text, side, ratio), QIcon.Mode.Normal, QIcon.State.On)
        icon.addPixmap(drawn(self._glyph, colours.line_strong, side, ratio), QIcon.Mode.Disabled, QIcon.State.Off)
        self.setIcon(icon)


class Glyph(QWidget):
    """A line icon on its own, as decoration: a screen reader passes over it."""

    def __init__(self, glyph: str, size: int = 32) -> None:
        super().__init__()
        self._glyph = glyph
        side = theme.scaled(size)
        self.setFixedSize(side, side)

    def show_glyph(self, glyph: str) -> None:
        self._glyph = glyph
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, drawn(self._glyph, theme.colours().muted, self.width(), self.devicePixelRatioF()))
        painter.end()


def drawn(glyph: str, colour: str, side: int, ratio: float) -> QPixmap:
    """The icon of that name in resources/icons, `side` logical pixels wide; an empty picture when there is none."""
    return _drawn(glyph, colour, side, ratio, mirrored=glyph in POINTING and reads_from_right())


@functools.cache
def _drawn(glyph: str, colour: str, side: int, ratio: float, *, mirrored: bool) -> QPixmap:
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    file = paths.resources() / "icons" / f"{glyph}.svg"
    if file.is_file():
        source = file.read_text("utf-8").replace("currentColor", colour)
        painter = QPainter(pixmap)
        if mirrored:
            painter.translate(side, 0)
            painter.scale(-1, 1)
        QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, side, side))
        painter.end()
    return pixmap
