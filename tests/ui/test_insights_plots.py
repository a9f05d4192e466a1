"""Plots: seen, heard, walked by keyboard, read as a table, taken away as a picture."""

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import helpdesk
from helpdesk.domain.score_signals import SIGNALS
from helpdesk.ui import theme
from helpdesk.ui.insights.picture import Axis, Ink, Look, Mark, Picture, Series, Table, counts, nice, nothing, percents
from helpdesk.ui.insights.plot_canvas import shortened
from helpdesk.ui.insights.plot_card import PlotCard
from helpdesk.ui.insights.saving import drawn, file_name, png
from helpdesk.ui.kit import Label
from helpdesk.ui.language import speak, tr
from helpdesk.ui.translation import Interpreter

HOSTILE = "<b>Wi-Fi</b> <img src=x onerror=alert(1)>"


def stacked() -> Picture:
    kinds = (("Sent", Ink.GOOD, (3, 5)), ("Rejected", Ink.POOR, (1, 0)))
    series = tuple(
        Series(
            name,
            Look.STACK,
            ink,
            tuple(Mark(day, count, says=f"{name} {count} on day {day}") for day, count in enumerate(found)),
        )
        for name, ink, found in kinds
    )
    axis = Axis("", -0.6, 1.6, ((0, "Monday"), (1, "Tuesday")))
    return Picture(
        "Decisions", "Eight were sent.", axis, counts("Drafts", 5), series, Table(("Day", "Sent"), (("Monday", "3"),))
    )


def compared() -> Picture:
    marks = tuple(Mark(share, at, share - 0.1, share + 0.1, f"{HOSTILE} {share:.0%}") for at, share in enumerate((0.4, 0.8)))
    names = Axis("", -0.6, 1.6, tuple((at, HOSTILE) for at in range(2)))
    rule = Series("Even", Look.RULE, Ink.MUTED, (Mark(0.5, -0.6), Mark(0.5, 1.6)))
    shown = Series("Share", Look.DOTS, Ink.ACCENT, marks, flat=True)
    return Picture("By topic", "Two.", percents("Share"), names, (rule, shown), Table((HOSTILE,), ((HOSTILE,),)), lines=2)


def curve() -> Picture:
    marks = tuple(Mark(at / 4, at / 20, at / 20, at / 10, f"point {at}") for at in range(5))
    series = (Series("Bound", Look.BAND, Ink.ACCENT, marks), Series("Risk", Look.LINE, Ink.ACCENT, marks))
    return Picture("Risk", "It grows.", percents("Coverage"), percents("Wrong", 0.4), series, Table(("At",), (("0",),)))


def shown(qtbot: QtBot, picture: Picture) -> PlotCard:
    card = PlotCard()
    qtbot.addWidget(card)
    card.resize(700, 420)
    card.show_picture(picture)
    with qtbot.waitExposed(card):
        card.show()
    QApplication.processEvents()
    return card


def test_a_plot_says_its_finding_and_reads_out_one_value_after_the_other(qtbot: QtBot) -> None:
    card = shown(qtbot, stacked())
    canvas = card.canvas()
    assert canvas.accessibleName() == "Decisions"
    assert canvas.accessibleDescription() == "Decisions. Eight were sent."
    said: list[str] = []
    canvas.read_out.connect(said.append)
    canvas.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Left, Qt.Key.Key_Home):
        QTest.keyClick(canvas, key)
    assert said == ["Sent 3 on day 0", "Rejected 1 on day 0", "Sent 5 on day 1", "Rejected 1 on day 0", "Sent 3 on day 0"]
    assert canvas.accessibleDescription().startswith("Sent 3 on day 0.")


def test_pointing_at_a_value_reads_it_out(qtbot: QtBot) -> None:
    card = shown(qtbot, curve())
    canvas = card.canvas()
    said: list[str] = []
    canvas.read_out.connect(said.append)
    canvas.settle()
    at = canvas.mapFromScene(canvas.getPlotItem().getViewBox().mapViewToScene(QPointF(0.5, 0.1)))
    none, move = Qt.MouseButton.NoButton, QMouseEvent.Type.MouseMove
    event = QMouseEvent(
        move, QPointF(at), QPointF(canvas.viewport().mapToGlobal(at)), none, none, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(canvas.viewport(), event)  # A pointer that is moved goes to whatever window is on top.
    assert said == ["point 2"]


def test_a_wheel_meant_for_the_page_and_a_drag_change_nothing(qtbot: QtBot) -> None:
    card = shown(qtbot, curve())
    canvas = card.canvas()
    before = canvas.viewRange()
    middle = QPointF(canvas.width() / 2, canvas.height() / 2)
    turn = QWheelEvent(
        middle,
        canvas.mapToGlobal(middle),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas.viewport(), turn)
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=middle.toPoint())
    QTest.mouseMove(canvas.viewport(), middle.toPoint() + QPoint(80, 30))
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=middle.toPoint() + QPoint(80, 30))
    assert canvas.viewRange() == before
    assert not turn.isAccepted()


def test_t_puts_the_table_in_the_plots_place_and_back(qtbot: QtBot) -> None:
    card = shown(qtbot, compared())
    card.canvas().setFocus()
    QTest.keyClick(card.canvas(), Qt.Key.Key_T)
    assert card.as_table.isChecked() and card.as_table.accessibleName() == "Show the plot"
    table = card._table
    assert table.isVisible() and table.hasFocus()
    assert table.accessibleName() == "By topic, as a table"
    cell = table.item(0, 0)
    assert cell is not None and cell.text() == HOSTILE
    QTest.keyClick(table, Qt.Key.Key_T)
    assert card.canvas().isVisible()


def test_without_anything_to_draw_it_says_what_to_do_first(qtbot: QtBot) -> None:
    card = shown(qtbot, nothing("Risk", "Review the first drafts."))
    assert card.accessibleDescription() == "Risk. Review the first drafts."
    assert not card.as_table.isVisible() and not card.save.isVisible()
    assert card._canvas is None


def test_every_look_can_be_taken_away_as_a_picture(qtbot: QtBot) -> None:
    for picture in (stacked(), compared(), curve()):
        image = drawn(picture)
        assert image.width() == 1920
        ink = {image.pixelColor(x, y).name() for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
        assert len(ink) > 3, picture.title
    assert file_name(compared()) == "by-topic"
    assert png(curve()).startswith(b"\x89PNG")


def test_days_without_any_show_nothing_of_that_kind(qtbot: QtBot) -> None:
    sent, rejected = stacked().series
    none = replace(rejected, marks=tuple(replace(mark, y=0) for mark in rejected.marks))
    for kinds, seen in (((sent, rejected), True), ((sent, none), False)):
        card = shown(qtbot, replace(stacked(), series=kinds))
        image = card.canvas().grab().toImage()
        colours = map(QColor, {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())})
        assert any(one.red() > one.green() + 60 for one in colours) is seen, "rejected is red"


def test_the_words_under_a_plot_stand_in_it_whole(qtbot: QtBot) -> None:
    """Nothing is painted on the lowest rows: what ended there would be cut."""
    for picture in (stacked(), compared(), curve()):
        card = shown(qtbot, picture)
        seen = card.canvas().grab().toImage()
        lowest = {seen.pixelColor(x, seen.height() - up).name() for x in range(seen.width()) for up in (1, 2, 3)}
        assert lowest == {theme.colours().raised.lower()}


def test_stacks_are_told_apart_without_their_colours(qtbot: QtBot) -> None:
    woven = set()
    for ink in Ink:
        pillar = Series("All", Look.STACK, ink, (Mark(0, 5), Mark(1, 5)))
        card = shown(qtbot, replace(stacked(), series=(pillar,)))
        image = card.canvas().grab().toImage()
        ground = image.pixel(image.width() - 3, 3)
        woven.add(tuple(image.pixel(x, y) == ground for x in range(image.width()) for y in range(0, image.height(), 3)))
    assert len(woven) == len(Ink)


def test_a_plot_that_has_the_keyboard_wears_a_ring(qtbot: QtBot) -> None:
    card = shown(qtbot, curve())
    card.setStyleSheet(theme.style_sheet(theme.LIGHT, theme.type_scale()))
    card.activateWindow()
    card.canvas().setFocus()
    qtbot.waitUntil(card.canvas().hasFocus)
    assert card.canvas().grab().toImage().pixelColor(1, 60) == QColor(theme.LIGHT.accent)


def test_every_name_beside_a_plot_that_was_never_on_display_has_room(qtbot: QtBot) -> None:
    card = PlotCard(on_paper=True)
    qtbot.addWidget(card)
    card.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    card.show_picture(compared())
    card.resize(900, 420)
    card.show()
    card.canvas().settle()
    axis = card.canvas().getPlotItem().getAxis("left")
    assert axis.width() > QFontMetrics(axis.style["tickFont"]).horizontalAdvance(shortened(HOSTILE))


def test_the_names_of_many_series_take_a_second_line_in_a_narrow_card(qtbot: QtBot) -> None:
    names = ("Could be as bad as", "Wrong, as people decided", "Goal", "Certified")
    marks = curve().series[0].marks
    card = shown(qtbot, replace(curve(), series=tuple(Series(name, Look.LINE, Ink.ACCENT, marks) for name in names)))
    card.resize(320, 600)
    QApplication.processEvents()
    named = [label for label in card.findChildren(Label) if label.text() in names and label.isVisible()]
    assert card.width() == 320
    assert [label.text() for label in named] == list(names)
    assert all(label.mapTo(card, label.rect().topRight()).x() < card.width() for label in named)
    assert all(label.width() >= label.sizeHint().width() for label in named)


def test_a_new_theme_paints_the_plot_anew(qtbot: QtBot, qapp: QApplication) -> None:
    card = shown(qtbot, curve())
    before: QImage = card.canvas().grab().toImage()
    palette = qapp.palette()
    try:
        dark = theme.palette(theme.DARK if not theme.colours().dark else theme.LIGHT)
        qapp.setPalette(dark)
        QApplication.processEvents()
        assert card.canvas().grab().toImage() != before
    finally:
        qapp.setPalette(palette)


def test_axes_end_on_round_numbers() -> None:
    assert [nice(rough) for rough in (0.3, 1, 1.2, 3.1, 7, 40, 90)] == [1, 1, 2, 5, 10, 50, 100]
    assert counts("", 0).high == 1
    assert counts("", 23).ticks[-1] == (30, "30")
    assert [words for _, words in percents("", 0.9).ticks] == ["0%", "20%", "40%", "60%", "80%"]
    assert [words for _, words in percents("", 0.1).ticks] == ["0%", "2%", "4%", "6%", "8%", "10%"]


def test_what_draws_is_loaded_by_nothing_but_a_plot_on_display() -> None:
    """Its import alone costs as much as the whole first paint."""
    texts = {file.name: file.read_text("utf-8") for file in Path(helpdesk.__file__).parent.rglob("*.py")}
    assert [name for name, text in texts.items() if re.search(r"^\s*(?:import|from) pyqtgraph", text, re.M)] == [
        "plot_canvas.py"
    ]
    assert [name for name, text in texts.items() if re.search(r"^from helpdesk.ui.insights.plot_canvas", text, re.M)] == []


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_sign_is_cut_short_beside_its_plot(qapp: QApplication, language: str) -> None:
    made = Interpreter(qapp)
    made.use(language)
    try:
        assert [tr(sign.high) for sign in SIGNALS] == [shortened(tr(sign.high)) for sign in SIGNALS]
    finally:
        made.use("system")
        speak()


LOADED = """
import asyncio, sys, threading
from helpdesk.ui.insights.drawing import CANVAS, drawable
class Watching:
    def find_spec(self, name, path=None, target=None):
        if name == CANVAS:
            print("beside" if threading.current_thread() is not threading.main_thread() else "in the window")
sys.meta_path.insert(0, Watching())
async def answer(worth): return worth
print(asyncio.run(drawable(answer(0), bool)), CANVAS in sys.modules)
print(asyncio.run(drawable(answer(7), bool)), CANVAS in sys.modules)
"""


def test_what_draws_is_loaded_beside_the_window_when_there_is_something_to_draw() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[:3] == ["0 False", "beside", "7 True"]
