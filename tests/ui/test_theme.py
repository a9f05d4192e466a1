"""All four looks are readable, complete, and follow the system; text grows to twice its size, density is kept."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QStyleOptionViewItem,
    QTableWidget,
    QVBoxLayout,
)
from pytestqt.qtbot import QtBot

from helpdesk import paths
from helpdesk.ui import theme
from helpdesk.ui.inbox.listing.view_button import ShownView, ViewButton
from helpdesk.ui.kit.buttons import drawn
from helpdesk.ui.kit.paged_model import PagedModel
from helpdesk.ui.kit.row_look import LookDelegate, RowLook
from helpdesk.ui.kit.row_painting import two_line_height
from helpdesk.ui.kit.rows_view import RowsView
from helpdesk.ui.palettes import PALETTES
from helpdesk.ui.review.queue_list import QueueList
from helpdesk.ui.theme import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, Colours, Look, Theme, TypeScale

WIDE, NONE = QStyleOptionViewItem(), QModelIndex()
PAIRS = [
    ("text", "window"),
    ("text", "surface"),
    ("text", "raised"),
    ("text", "sunken"),
    ("text", "accent_soft"),
    ("text", "note_soft"),
    ("text", "mark"),
    ("text", "fair_soft"),
    ("text", "poor_soft"),
    ("muted", "window"),
    ("muted", "surface"),
    ("muted", "sunken"),
    ("muted", "accent_soft"),
    ("muted", "note_soft"),
    ("on_accent", "accent"),
    ("accent_text", "surface"),
    ("accent_text", "sunken"),
    ("accent_text", "accent_soft"),
    ("good", "good_soft"),
    ("fair", "fair_soft"),
    ("poor", "poor_soft"),
    ("poor", "surface"),
    ("good", "surface"),
    ("note", "note_soft"),
]


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    before, font = QPalette(qapp.palette()), QFont(qapp.font())
    yield qapp
    qapp.setPalette(before)
    qapp.setFont(font)
    qapp.setProperty(theme.DENSITY, None)
    theme.wear(qapp, "")


def luminance(value: str) -> float:
    ink = QColor(value)
    parts = [linear(channel) for channel in (ink.redF(), ink.greenF(), ink.blueF())]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("colours", PALETTES, ids=lambda one: one.name)
def test_how_full_a_bar_is_can_be_seen(colours: Colours) -> None:
    """WCAG's 3:1 for what is no text: an empty bar never looks like a full one."""
    assert all(contrast(full, theme.trough(colours)) >= 3 for full in (colours.accent, colours.good))


@pytest.mark.parametrize("colours", PALETTES, ids=lambda one: one.name)
def test_every_text_can_be_read_on_its_ground(colours: Colours) -> None:
    """WCAG AA; AAA in high contrast."""
    wanted = 7.0 if colours in (CONTRAST_LIGHT, CONTRAST_DARK) else 4.5
    found = {pair: contrast(getattr(colours, pair[0]), getattr(colours, pair[1])) for pair in PAIRS}
    assert {pair: round(ratio, 2) for pair, ratio in found.items() if ratio < wanted} == {}


@pytest.mark.parametrize("colours", PALETTES, ids=lambda one: one.name)
def test_edges_of_fields_and_the_focus_ring_can_be_seen(colours: Colours) -> None:
    wanted = 7.0 if colours in (CONTRAST_LIGHT, CONTRAST_DARK) else 3.0
    assert contrast(colours.line_strong, colours.surface) >= wanted
    assert contrast(colours.accent, colours.surface) >= wanted


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("colours", PALETTES, ids=lambda one: one.name)
def test_the_sheet_leaves_no_name_unfilled(colours: Colours) -> None:
    sheet = theme.style_sheet(colours, TypeScale(11, 13, 14, 16, 22))
    assert "$" not in sheet
    assert not re.search(r":\s*;", sheet)
    assert sheet.count("{") == sheet.count("}")


def test_a_named_theme_is_used_whatever_the_system_says(app: QApplication, qtbot: QtBot) -> None:
    worn = Theme(app, Look("dark"))
    assert theme.colours() is DARK
    with qtbot.waitSignal(worn.changed):
        worn.use(Look("light"))
    assert theme.colours() is LIGHT


def test_the_system_theme_is_followed_only_while_asked_for(app: QApplication) -> None:
    worn = Theme(app, Look("dark"))
    app.styleHints().colorSchemeChanged.emit(app.styleHints().colorScheme())
    assert theme.colours() is DARK
    worn.use(Look("system"))
    app.styleHints().colorSchemeChanged.emit(app.styleHints().colorScheme())
    assert theme.colours() is LIGHT


@pytest.mark.parametrize("look", [Look("light"), Look("dark", contrast="high")])
def test_a_hint_in_an_empty_field_is_as_readable_as_the_text_beside_it(app: QApplication, qtbot: QtBot, look: Look) -> None:
    Theme(app, look)
    for made in (QLineEdit(), QPlainTextEdit()):
        qtbot.addWidget(made)
        theme.clothe(made)
        made.ensurePolished()
        assert made.palette().placeholderText().color() == QColor(theme.colours().muted)


def test_high_contrast_is_worn_by_light_and_dark(app: QApplication) -> None:
    worn = Theme(app, Look("light", contrast="high"))
    assert theme.colours() is CONTRAST_LIGHT
    worn.use(Look("dark", contrast="high"))
    assert theme.colours() is CONTRAST_DARK
    worn.use(Look("dark", contrast="normal"))
    assert theme.colours() is DARK


def test_a_system_that_asks_for_contrast_gets_it_unless_a_person_said_no(
    app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    asks = type(app.styleHints().accessibility())
    monkeypatch.setattr(asks, "contrastPreference", lambda _: Qt.ContrastPreference.HighContrast)
    worn = Theme(app, Look("light"))
    assert theme.colours() is CONTRAST_LIGHT
    worn.use(Look("light", contrast="normal"))
    assert theme.colours() is LIGHT


def test_text_grows_to_twice_its_size_and_comes_back(app: QApplication) -> None:
    worn = Theme(app, Look("light"))
    before = theme.type_scale()
    worn.use(Look("light", text=200))
    grown = theme.type_scale()
    assert grown.body >= 2 * before.body - 2
    assert f"font-size: {grown.body}px" in app.property(theme.WORN)
    assert theme.scaled(100) > 180
    worn.use(Look("light"))
    assert theme.type_scale() == before


def test_compact_leaves_less_room_around_words_also_in_lists_on_display(app: QApplication, qtbot: QtBot) -> None:
    worn = Theme(app, Look("light"))
    rows, queue = RowsView("Articles", PagedModel(str), LookDelegate(RowLook)), QueueList()
    for one in (rows, queue):
        qtbot.addWidget(one)
        theme.clothe(one)
    comfortable = two_line_height()
    assert rows.verticalHeader().defaultSectionSize() == queue.itemDelegate().sizeHint(WIDE, NONE).height() == comfortable
    worn.use(Look("light", density="compact"))
    assert theme.is_compact()
    theme.clothe(rows)
    compact = two_line_height()
    assert compact < comfortable
    assert rows.verticalHeader().defaultSectionSize() == queue.itemDelegate().sizeHint(WIDE, NONE).height() == compact


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_an_icon_is_as_sharp_as_the_screen(app: QApplication, ratio: float) -> None:
    for icon in sorted((paths.resources() / "icons").glob("*.svg")):
        shown = drawn(icon.stem, "#000000", 18, ratio)
        assert (shown.width(), shown.devicePixelRatio()) == (round(18 * ratio), ratio)
        assert any(shown.toImage().pixelColor(x, y).alpha() for x in range(shown.width()) for y in range(shown.height()))


def test_text_sizes_never_fall_below_the_design_and_keep_their_order(app: QApplication) -> None:
    sizes = theme.type_scale()
    assert 11 <= sizes.caption < sizes.body <= sizes.strong < sizes.title < sizes.display


@pytest.mark.parametrize("look", [Look(theme, contrast) for theme in ("light", "dark") for contrast in ("normal", "high")])
@pytest.mark.parametrize("role", ["card", "popover"])
def test_a_list_in_a_card_stands_on_the_ground_of_the_card(app: QApplication, qtbot: QtBot, look: Look, role: str) -> None:
    Theme(app, look)
    card, lines = QFrame(), QVBoxLayout()
    theme.dress(card, role)
    card.setLayout(lines)
    words, rows = QListWidget(), RowsView("Rows", filled(), LookDelegate(lambda _: RowLook("")))
    table = QTableWidget(1, 1)
    words.addItem("")
    for one in (words, rows, table):
        lines.addWidget(one)
    qtbot.addWidget(card)
    theme.clothe(card)
    card.resize(400, 400)
    card.show()
    drawn = card.grab().toImage()
    ground = QColor(theme.colours().raised)
    places = [one.viewport().mapTo(card, QPoint(100, at)) for one in (words, rows, table) for at in (6, 80)]
    places.append(table.horizontalHeader().viewport().mapTo(card, QPoint(300, 6)))
    assert {drawn.pixelColor(place).name() for place in places} == {ground.name()}


@pytest.mark.parametrize("colours", PALETTES, ids=lambda one: one.name)
def test_a_view_under_the_mouse_can_be_read(app: QApplication, qtbot: QtBot, colours: Colours) -> None:
    Theme(app, Look("dark" if colours.dark else "light", "high" if colours in (CONTRAST_LIGHT, CONTRAST_DARK) else "normal"))
    view = ViewButton(ShownView(1, ""), lambda: "")
    qtbot.addWidget(view)
    view.resize(200, 30)
    view.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    ground = view.grab().toImage().pixelColor(100, 15).name()
    assert min(contrast(ink, ground) for ink in (colours.text, colours.muted)) >= (7.0 if "contrast" in colours.name else 4.5)


def filled() -> PagedModel[str]:
    model: PagedModel[str] = PagedModel(str)
    model.fill(("",))
    return model


def test_lines_of_a_list_that_is_switched_off_are_paler(qtbot: QtBot) -> None:
    lines = QListWidget()
    lines.addItem("refund, reimbursement")
    theme.dress(lines, "entries")
    lines.setStyleSheet(theme.style_sheet(theme.LIGHT, theme.type_scale()))
    qtbot.addWidget(lines)

    def darkest() -> int:
        image = lines.visualItemRect(lines.item(0)).intersected(lines.viewport().rect())
        seen = lines.viewport().grab(image).toImage()
        return min(seen.pixelColor(x, y).lightness() for x in range(8, seen.width()) for y in range(seen.height()))

    on = darkest()
    lines.setEnabled(False)
    assert darkest() > on + 20
