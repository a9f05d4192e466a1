"""One design system: a spacing scale, a type scale, two palettes, and the style sheet made of them.

The application's QPalette is the only state: widgets ask `colours()` while they paint, so a change of theme is one repaint.
"""

from dataclasses import dataclass
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from helpdesk import paths

XS, S, M, L, XL, XXL = 4, 8, 12, 16, 24, 32
RADIUS = 6
RAIL = 84
BASE_PIXELS = 13
SHEET = "themes/desk.qss"


@dataclass(frozen=True)
class Colours:
    """Every pair of text on ground that the window uses reaches WCAG AA (4.5:1); a test holds both palettes to it."""

    dark: bool
    window: str
    surface: str
    raised: str
    sunken: str
    line: str
    line_strong: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    accent_text: str
    good: str
    good_soft: str
    fair: str
    fair_soft: str
    poor: str
    poor_soft: str
    note: str
    note_soft: str
    mark: str


LIGHT = Colours(
    dark=False,
    window="#f3f4f6",
    surface="#ffffff",
    raised="#ffffff",
    sunken="#eceef1",
    line="#dfe2e7",
    line_strong="#858c98",
    text="#1b1f27",
    muted="#555d6b",
    accent="#2456c8",
    accent_hover="#1d479f",
    on_accent="#ffffff",
    accent_soft="#e6edfc",
    accent_text="#1f4cb0",
    good="#17663a",
    good_soft="#e0f3e7",
    fair="#7a4b00",
    fair_soft="#fdf0d5",
    poor="#a3271f",
    poor_soft="#fce6e4",
    note="#6a5300",
    note_soft="#fdf6d8",
    mark="#ffe9a3",
)

DARK = Colours(
    dark=True,
    window="#14161a",
    surface="#1b1e24",
    raised="#242830",
    sunken="#101216",
    line="#2e333c",
    line_strong="#717a89",
    text="#e7e9ee",
    muted="#a3abb9",
    accent="#3f6fe0",
    accent_hover="#5582ea",
    on_accent="#ffffff",
    accent_soft="#1f2c4d",
    accent_text="#9dbbff",
    good="#7fd6a1",
    good_soft="#173325",
    fair="#f0c06a",
    fair_soft="#3a2c10",
    poor="#ff9d94",
    poor_soft="#421d1a",
    note="#e8cf78",
    note_soft="#332c12",
    mark="#5a4a12",
)


@dataclass(frozen=True)
class TypeScale:
    """Pixel sizes of text, scaled with the system's font so that a larger system font enlarges the whole window."""

    caption: int
    body: int
    strong: int
    title: int
    display: int


def colours() -> Colours:
    """The palette in force, read back from the application."""
    return DARK if QApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def type_scale() -> TypeScale:
    system = QFontInfo(QApplication.font()).pixelSize()
    factor = min(1.6, max(1.0, system / BASE_PIXELS))
    return TypeScale(*(round(size * factor) for size in (11, BASE_PIXELS, 14, 16, 22)))


def rail_width() -> int:
    """Room for the longest name of a place when it is bold, in the font in force."""
    font = QFont(QApplication.font())
    font.setPixelSize(type_scale().caption)
    font.setWeight(QFont.Weight.Bold)
    return max(RAIL, QFontMetrics(font).horizontalAdvance("Preferences") + XL)


def dress(widget: QWidget, role: str) -> None:
    """Gives a widget one of the roles of the style sheet: title, strong, muted, caption, primary, quiet, danger, card …"""
    widget.setProperty("role", role)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


class Theme(QObject):
    """Puts the palette and style sheet on the application and keeps following the system while `mode` says so."""

    changed = Signal()

    def __init__(self, app: QApplication, mode: str = "system") -> None:
        super().__init__(app)
        self._app = app
        self._mode = mode
        self._worn: Colours | None = None
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._system_changed)
        self.use(mode)

    def use(self, mode: str) -> None:
        """`mode` is 'system', 'light' or 'dark'."""
        self._mode = mode
        system_dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        wanted = DARK if mode == "dark" or (mode == "system" and system_dark) else LIGHT
        if wanted is self._worn:
            return
        self._worn = wanted
        self._app.setPalette(palette(wanted))
        self._app.setStyleSheet(style_sheet(wanted, type_scale()))
        self.changed.emit()

    def _system_changed(self) -> None:
        if self._mode == "system":
            self.use("system")


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


def style_sheet(c: Colours, sizes: TypeScale) -> str:
    values: dict[str, object] = {**vars(c), **vars(sizes), "radius": RADIUS, "s": S, "m": M, "l": L, "xs": XS}
    return Template((paths.resources() / SHEET).read_text("utf-8")).substitute(values)
