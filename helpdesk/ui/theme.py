"""One design system: a spacing scale, a type scale, four palettes, and the style sheet made of them.

The application holds the state (its palette, its font, its density), and widgets ask for it while they paint, so a change of
look is one repaint.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from helpdesk import paths
from helpdesk.ui.language import tr
from helpdesk.ui.palettes import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, PALETTES, Colours

if TYPE_CHECKING:
    from helpdesk.settings import Settings

__all__ = ["CONTRAST_DARK", "CONTRAST_LIGHT", "DARK", "LIGHT", "Colours", "Look", "Theme", "TypeScale"]

XS, S, M, L, XL, XXL = 4, 8, 12, 16, 24, 32
RADIUS = 6
RAIL = 84
BASE_PIXELS = 13
LARGE, LARGEST = 1.4, 2.8
TROUGH = 0.1
SHEET = "themes/desk.qss"
WORN = "style-sheet"
DENSITY = "density"
SYSTEM_FONT = "system font"
COMPACT = "compact"


@dataclass(frozen=True)
class Look:
    """How a person wants the window: `theme` system, light or dark; `contrast` system, normal or high; `text` in percent of
    the system's size; `density` comfortable or compact."""

    theme: str = "system"
    contrast: str = "system"
    text: int = 100
    density: str = "comfortable"


def look_of(settings: "Settings") -> Look:
    return Look(settings.theme, settings.contrast, settings.text_size, settings.density)


@dataclass(frozen=True)
class TypeScale:
    """Pixel sizes of text, scaled with the application's font so that a larger one enlarges the whole window."""

    caption: int
    body: int
    strong: int
    title: int
    display: int


def colours() -> Colours:
    """The palette in force, read back from the application."""
    ground = QApplication.palette().color(QPalette.ColorRole.Window)
    return by_ground().get(ground.rgb()) or (DARK if ground.lightness() < 128 else LIGHT)


@cache
def by_ground() -> Mapping[int, Colours]:
    """Palettes by the colour of their windows. Every row that is painted asks, several times."""
    return {QColor(one.window).rgb(): one for one in PALETTES}


def zoom() -> float:
    """How much larger text is than designed; never smaller. The font is told in pixels once there is a theme."""
    font = QApplication.font()
    pixels = font.pixelSize()
    return min(LARGEST, max(1.0, (pixels if pixels > 0 else QFontInfo(font).pixelSize()) / BASE_PIXELS))


def is_large() -> bool:
    """Whether text is so large that what stands side by side stands better one below the other."""
    return zoom() > LARGE


def scaled(pixels: int) -> int:
    """A width made for words, as wide as they are now."""
    return round(pixels * zoom())


def head_height() -> int:
    """Least height of what stands over a pane, a title and a line of facts: heads side by side end alike."""
    return M + S + scaled(38)


def is_compact() -> bool:
    app = QApplication.instance()
    return app is not None and app.property(DENSITY) == COMPACT


def type_scale() -> TypeScale:
    return _enlarged(zoom())


@lru_cache(maxsize=8)
def _enlarged(factor: float) -> TypeScale:
    return TypeScale(*(round(size * factor) for size in (11, BASE_PIXELS, 14, 16, 22)))


def rail_width(names: tuple[str, ...] = ()) -> int:
    """Room for the longest name of a place when it is bold, in the font in force."""
    font = QFont(QApplication.font())
    font.setPixelSize(type_scale().caption)
    font.setWeight(QFont.Weight.Bold)
    metrics = QFontMetrics(font)
    return max([RAIL, *(metrics.horizontalAdvance(name) + XL for name in names or (tr("Preferences"),))])


def dress(widget: QWidget, role: str) -> None:
    """Gives a widget one of the roles of the style sheet: title, strong, muted, caption, primary, quiet, danger, card …"""
    widget.setProperty("role", role)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)


class Theme(QObject):
    """Puts palette, font and style sheet on the application, and follows the system where the look says so."""

    changed = Signal()

    def __init__(self, app: QApplication, look: Look) -> None:
        super().__init__(app)
        self._app = app
        self._look = look
        self._worn: tuple[Colours, int, str] | None = None
        app.setStyle("Fusion")
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._system_changed)
        self.use(look)

    def use(self, look: Look) -> None:
        self._look = look
        wanted = (self._wanted(look), look.text, look.density)
        if wanted == self._worn:
            return
        self._worn = wanted
        self._app.setPalette(palette(wanted[0]))
        self._app.setFont(self._font(look.text))
        self._app.setProperty(DENSITY, look.density)
        wear(self._app, style_sheet(wanted[0], type_scale()))
        self.changed.emit()

    def _wanted(self, look: Look) -> Colours:
        hints = self._app.styleHints()
        dark = look.theme == "dark" or (look.theme == "system" and hints.colorScheme() == Qt.ColorScheme.Dark)
        asked = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
        if look.contrast == "high" or (look.contrast == "system" and asked):
            return CONTRAST_DARK if dark else CONTRAST_LIGHT
        return DARK if dark else LIGHT

    def _font(self, percent: int) -> QFont:
        """The system's font enlarged; the first look of a process finds it as the system gave it."""
        kept = self._app.property(SYSTEM_FONT)
        if kept is None:
            kept = QFont(self._app.font())
            self._app.setProperty(SYSTEM_FONT, kept)
        font = QFont(kept)
        font.setPixelSize(round(QFontInfo(kept).pixelSize() * percent / 100))
        return font

    def _system_changed(self) -> None:
        self.use(self._look)


def wear(app: QApplication, sheet: str) -> None:
    """Puts a style sheet on every window there is and will be. The application itself wears none: Qt would style everything
    anew with each parent it is given while it is built, which takes longer than the building, and at a change go through
    all it ever styled, widgets among them that are gone."""
    app.setProperty(WORN, sheet)
    for window in app.topLevelWidgets():
        if isinstance(window, QMainWindow):
            clothe(window)


def clothe(outermost: QWidget) -> None:
    """What lies in nothing else wears what every window does, and with it all that is in it or opened from it."""
    app = QApplication.instance()
    sheet = str(app.property(WORN) or "") if app is not None else ""
    if outermost.styleSheet() != sheet:
        outermost.setStyleSheet(sheet)


def palette(c: Colours) -> QPalette:
    roles = {
        QPalette.ColorRole.Window: c.window,
        QPalette.ColorRole.WindowText: c.text,
        QPalette.ColorRole.Base: c.surface,
        QPalette.ColorRole.AlternateBase: c.sunken,
        QPalette.ColorRole.Text: c.text,
        QPalette.ColorRole.Button: c.raised,
        QPalette.ColorRole.ButtonText: c.text,
        QPalette.ColorRole.BrightText: c.poor,
        QPalette.ColorRole.Highlight: c.accent,
        QPalette.ColorRole.HighlightedText: c.on_accent,
        QPalette.ColorRole.Link: c.accent_text,
        QPalette.ColorRole.ToolTipBase: c.raised,
        QPalette.ColorRole.ToolTipText: c.text,
        QPalette.ColorRole.PlaceholderText: c.muted,
        QPalette.ColorRole.Mid: c.line,
        QPalette.ColorRole.Dark: c.line_strong,
    }
    made = QPalette()
    for role, value in roles.items():
        made.setColor(role, QColor(value))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(c.muted))
    return made


def trough(c: Colours) -> str:
    """The ground of a bar that fills: faint in every look, or an empty one would seem full where lines are dark."""
    ink, ground = QColor(c.muted), QColor(c.surface)

    def mixed(one: int, other: int) -> int:
        return round(TROUGH * one + (1 - TROUGH) * other)

    return QColor(mixed(ink.red(), ground.red()), mixed(ink.green(), ground.green()), mixed(ink.blue(), ground.blue())).name()


def style_sheet(c: Colours, sizes: TypeScale) -> str:
    """`pad` is the room above and below words in a control; a focus ring is a pixel thicker and takes it from there."""
    pad = 3 if is_compact() else 5
    checked = paths.resources() / f"icons/checked-{'light' if QColor(c.on_accent).lightness() > 128 else 'dark'}.svg"
    room = {"pad": pad, "ring_pad": pad - 1, "row_pad": XS if is_compact() else S, "box": sizes.body, "combo": sizes.body + 7}
    room["arrow"] = scaled(12)
    steps = {"radius": RADIUS, "s": S, "m": M, "l": L, "xs": XS}
    values: dict[str, object] = {**vars(c), **vars(sizes), **room, **steps, "trough": trough(c), "checked": checked.as_posix()}
    return Template((paths.resources() / SHEET).read_text("utf-8")).substitute(values)
