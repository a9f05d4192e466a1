"""What becomes of rows of controls and words when there is little room: a narrow window, German, large text."""

from collections import Counter

import pytest
from PySide6.QtCore import QEvent, QMargins, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QMainWindow,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QStyle,
    QStyleOptionComboBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from helpdesk.domain import language
from helpdesk.ui import theme
from helpdesk.ui.conversation.virtual_stack import VirtualStack
from helpdesk.ui.inbox.panel.ticket_tab import TicketTab
from helpdesk.ui.inbox.side_panel import NARROWEST
from helpdesk.ui.insights.figures import Tile
from helpdesk.ui.insights.tile_card import TileGrid
from helpdesk.ui.kit import Banner, EmptyState, Label, Shortcuts, ShortcutSheet, button, row
from helpdesk.ui.kit.flow import FlowFrame, flow
from helpdesk.ui.kit.paged_model import PagedModel
from helpdesk.ui.kit.pick_box import PickBox
from helpdesk.ui.kit.row_look import LookDelegate, RowLook
from helpdesk.ui.kit.rows_view import RowsView
from helpdesk.ui.kit.segments import Segments
from helpdesk.ui.kit.shortcuts import Intent
from helpdesk.ui.language_names import LANGUAGES
from tests.pictures.grounds import GROUNDS
from tests.pictures.scenes import SCENES

WORDS = "Quoted while the model was away; it is written anew when the model is back."


def shown(qtbot: QtBot, made: QWidget, width: int) -> None:
    qtbot.addWidget(made)
    made.resize(width, 200)
    made.show()
    QApplication.processEvents()


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_controls_go_on_in_the_next_line_before_any_is_cut(qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    near, far = [button("Status"), button("Assignee")], [button("Draft a reply"), button("Open in review")]
    line = flow(*near, far=far)
    line.setLayoutDirection(direction)
    shown(qtbot, line, 900)
    assert len({part.y() for part in (*near, *far)}) == 1
    edge = far[-1].geometry().left() if direction is Qt.LayoutDirection.RightToLeft else 900 - far[-1].geometry().right() - 1
    assert edge == 0, "what is far stands at the other end"
    line.resize(near[0].sizeHint().width() + far[0].sizeHint().width(), 400)
    QApplication.processEvents()
    assert all(part.width() >= part.sizeHint().width() for part in (*near, *far))
    assert len({part.y() for part in (*near, *far)}) > 1


def test_words_that_changed_while_hidden_take_the_room_they_need(qtbot: QtBot) -> None:
    line = FlowFrame(QMargins())
    chip = button("neutral mood · likely")
    line.add(chip)
    shown(qtbot, line, 400)
    line.hide()
    chip.setText("angry")
    line.show()
    assert chip.width() == chip.sizeHint().width()


def test_only_words_that_need_other_room_measure_a_pane_anew(qtbot: QtBot) -> None:
    class Pane(QWidget):
        measured = 0

        def event(self, event: QEvent) -> bool:
            self.measured += event.type() == QEvent.Type.LayoutRequest
            return super().event(event)

    pane, count = Pane(), Label("1,204 tickets")
    line = flow(count, far=[button("Columns")])
    column = QVBoxLayout(pane)
    column.addWidget(line)
    column.addStretch()
    shown(qtbot, pane, 400)
    for words, anew in (
        ("1,240 tickets", None),
        ("1,204 tickets", False),
        ("1,204 tickets that wait for somebody to read them all", True),
    ):
        QApplication.processEvents()
        pane.measured = 0
        count.setText(words)
        QApplication.processEvents()
        QApplication.processEvents()
        assert anew is None or bool(pane.measured) is anew, words
    assert line.height() > count.sizeHint().height() + theme.M, "in two lines now"


def test_a_notice_in_a_narrow_pane_puts_its_action_below_its_words(qtbot: QtBot) -> None:
    banner = Banner()
    banner.say(WORDS, action="Model settings")
    shown(qtbot, banner, 900)
    assert banner._action.y() < banner._words.geometry().bottom()
    banner.resize(320, 200)
    QApplication.processEvents()
    assert banner._action.y() > banner._words.geometry().bottom()


def test_words_that_wrap_take_the_room_a_button_leaves(qtbot: QtBot) -> None:
    words, act = Label(WORDS, wraps=True), button("List the tickets")
    line = row(words, act)
    shown(qtbot, line, 600)
    assert act.width() == act.sizeHint().width()
    assert line.width() - act.geometry().right() <= 1


def room_for_words(box: PickBox) -> int:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    return box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box).width()


@pytest.mark.parametrize("percent", [100, 125, 150, 200])
def test_a_box_as_wide_as_it_wants_shows_its_longest_choice_whole(qtbot: QtBot, qapp: QApplication, percent: int) -> None:
    worn = theme.Theme(qapp, theme.Look(text=percent))
    try:
        box = PickBox("Priority of the ticket")
        box.addItems(["Low", "Normal", "Urgent"])
        theme.clothe(box)
        shown(qtbot, box, box.sizeHint().width())
        assert room_for_words(box) >= box.fontMetrics().horizontalAdvance("Normal")
    finally:
        worn.use(theme.Look())


def test_a_name_too_long_for_its_box_ends_in_dots(qtbot: QtBot) -> None:
    box, name = PickBox("Who has the ticket"), "Bartholomew Featherstonehaugh"
    box.addItem(name)
    shown(qtbot, box, 110)
    whole = box.grab().toImage()
    room = room_for_words(box)
    cut = (f"{name[:letters]}…" for letters in range(len(name), 0, -1))
    box.setItemText(0, next(one for one in cut if box.fontMetrics().horizontalAdvance(one) <= room))
    assert box.grab().toImage() == whole


def test_a_long_choice_does_not_make_a_pane_wider_than_its_window(qtbot: QtBot) -> None:
    host, box = QWidget(), PickBox("Models of the server")
    box.addItem("llama3.2:3b-instruct-q4_K_M, 3.2 billion weights, 2.0 GB, can chat, answers in German and English")
    QVBoxLayout(host).addWidget(box)
    shown(qtbot, host, 400)
    assert host.width() == 400
    assert box.geometry().right() < 400


def test_a_list_that_opens_shows_every_choice_whole(qtbot: QtBot) -> None:
    host, box = QWidget(), PickBox("Who drafts")
    box.addItems(["Automatic", "Quotations only", "Local model", "Nobody"])
    box.setParent(host)
    box.resize(180, 30)
    host.setStyleSheet(theme.style_sheet(theme.LIGHT, theme.type_scale()))
    shown(qtbot, host, 400)
    box.showPopup()
    QApplication.processEvents()
    offered = box.view()
    last = offered.visualRect(box.model().index(box.count() - 1, 0))
    assert offered.viewport().rect().bottom() >= last.bottom()
    assert last.height() > box.fontMetrics().height()
    box.hidePopup()


def test_letters_typed_into_an_open_list_choose_there_and_are_no_command(qtbot: QtBot) -> None:
    commands: list[str] = []
    chosen: list[int] = []
    host, box = QWidget(), PickBox("In groups")
    box.addItems(["No groups", "Status", "Topic"])
    box.setParent(host)
    box.activated.connect(chosen.append)
    QShortcut(QKeySequence("T"), host).activated.connect(lambda: commands.append("T"))
    shown(qtbot, host, 400)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    qtbot.waitUntil(box.view().isVisible)
    QTest.keyClick(box.view(), Qt.Key.Key_T)
    QTest.keyClick(box.view(), Qt.Key.Key_Return)
    assert (commands, box.currentText(), chosen) == ([], "Topic", [2])


def test_the_side_panel_holds_long_words_at_its_narrowest(qtbot: QtBot) -> None:
    tab = TicketTab()
    tab.snooze.setText("Auf später zurückstellen …")
    tab.follow_up.setText("Nachfassen, wenn nichts kommt …")
    words = next(label for label in tab.findChildren(QLabel) if label.buddy() is tab.any_case)
    words.setText("auch wenn der Kunde antwortet oder jemand anders etwas dazu schreibt")
    tab._comes_back_row.show()
    shown(qtbot, tab, NARROWEST)
    assert words.height() >= words.heightForWidth(words.width())
    QTest.mouseClick(words, Qt.MouseButton.LeftButton)
    assert tab.any_case.isChecked()
    area = tab.findChild(QScrollArea)
    inside = area.widget() if area is not None else None
    assert inside is not None
    assert inside.minimumSizeHint().width() <= NARROWEST


def test_the_row_looked_at_stays_in_sight_when_the_list_gets_lower(qtbot: QtBot) -> None:
    model: PagedModel[str] = PagedModel(str)
    model.fill([str(number) for number in range(40)])
    rows = RowsView("Articles", model, LookDelegate(RowLook))
    shown(qtbot, rows, 300)
    rows.resize(300, 400)
    rows.selectRow(6)
    rows.resize(300, 220)
    assert rows.visualRect(rows.currentIndex()).bottom() <= rows.viewport().height()


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_list_is_stepped_through_in_either_reading_direction(qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    model: PagedModel[str] = PagedModel(str)
    model.fill(["first", "second", "third"])
    rows = RowsView("Articles", model, LookDelegate(RowLook))
    rows.setLayoutDirection(direction)
    shown(qtbot, rows, 300)
    chosen: list[int] = []
    rows.row_chosen.connect(chosen.append)
    rows.selectRow(0)
    rows.step(2)
    assert chosen == [0, 2]
    assert rows.current() == 2


class OneMessage:
    """What a conversation of one message says of itself."""

    def key(self, place: int) -> int:
        return place

    def guess(self, _: int) -> int:
        return 40

    def make(self, _: int) -> QWidget:
        return Label(WORDS, wraps=True)


def test_in_a_wide_window_the_lines_of_a_message_stay_short_enough_to_read(qtbot: QtBot) -> None:
    stack = VirtualStack(OneMessage())
    shown(qtbot, stack, 1800)
    stack.show_entries(1, at_end=False)
    (message,) = stack.parts()
    assert message.width() < 120 * message.fontMetrics().averageCharWidth()


@pytest.mark.parametrize("width", [280, 340, 430, 700])
def test_what_stands_in_an_empty_place_stands_in_its_middle(qtbot: QtBot, width: int) -> None:
    empty = EmptyState("inbox", "No tickets yet", f"{WORDS} {WORDS}", "Import messages")
    shown(qtbot, empty, width)
    middles = {part.geometry().center().x() for part in (*empty.findChildren(QLabel), *empty.findChildren(QPushButton))}
    assert max(middles) - min(middles) <= 1


@pytest.mark.parametrize(("width", "across"), [(1100, 5), (1800, 5), (700, 3), (420, 2)])
def test_tiles_fill_their_lines_evenly(qtbot: QtBot, width: int, across: int) -> None:
    grid = TileGrid()
    shown(qtbot, grid, width)
    grid.show_tiles([Tile("Waiting for review", "80", "drafts in the queue now")] * 10)
    QApplication.processEvents()
    lines = Counter(card.y() for card in grid.cards)
    assert max(lines.values()) == across
    assert max(lines.values()) - min(lines.values()) <= 1, "none stands alone"
    for line in lines:
        widths = {card.width() for card in grid.cards if card.y() == line}
        assert max(widths) - min(widths) <= 2, "equally wide but for a pixel or two"
    assert {card.geometry().right() for card in grid.cards} >= {grid.width() - 1}


def test_the_sheet_of_keys_cuts_no_word_off(qtbot: QtBot, qapp: QApplication) -> None:
    host, shortcuts = QWidget(), Shortcuts()
    shown(qtbot, host, 1300)
    host.resize(1300, 700)
    for number in range(60):
        intent = Intent(f"deed-{number}", (), f"{number}: do something that takes many words to tell", f"Group {number // 9}")
        shortcuts.add(host, intent, host.update)
    host.setStyleSheet(theme.style_sheet(theme.LIGHT, theme.type_scale()))
    sheet = ShortcutSheet(host, shortcuts)
    sheet.toggle()
    QApplication.processEvents()
    labels = sheet.findChildren(QLabel)
    assert len(labels) > 120
    assert all(one.width() >= one.sizeHint().width() and one.height() >= one.sizeHint().height() for one in labels)
    columns: dict[int, list[QLabel]] = {}
    for one in labels[1:]:
        columns.setdefault(one.x(), []).append(one)
    for column in columns.values():
        lowest = max(column, key=lambda one: one.y())
        assert lowest.property("role") != "section", "a heading stands over its keys"


def test_every_language_that_is_told_apart_has_a_name_to_show() -> None:
    assert set(LANGUAGES) == set(language.NAMES)


def test_every_scene_has_a_name_of_its_own_and_a_ground() -> None:
    assert len({scene.name for scene in SCENES}) == len(SCENES)
    assert {scene.ground for scene in SCENES} == set(GROUNDS)


def test_choices_take_a_second_line_before_any_name_is_cut_and_one_again_when_there_is_room(qtbot: QtBot) -> None:
    choices = Segments("Which articles", ["All", "Failed", "Stale", "Internal", "Not in use", "Never cited"])
    parts = [choices.segment(number) for number in range(6)]
    shown(qtbot, choices, 900)
    assert len({part.y() for part in parts}) == 1
    choices.resize(180, 200)
    QApplication.processEvents()
    assert len({part.y() for part in parts}) > 1
    assert all(part.width() >= part.needed() for part in parts)
    choices.resize(900, 40)
    QApplication.processEvents()
    assert len({part.y() for part in parts}) == 1


def test_words_of_an_empty_place_are_shown_whole_when_it_is_first_come_to(qtbot: QtBot) -> None:
    window, pages = QMainWindow(), QStackedWidget()
    qtbot.addWidget(window)
    empty = EmptyState("inbox", "", "")
    empty.say("No knowledge yet", f"{WORDS} {WORDS}", "Import a folder")
    for page in (QWidget(), empty):
        pages.addWidget(page)
    window.setCentralWidget(pages)
    window.resize(300, 600)
    window.show()
    QApplication.processEvents()
    pages.setCurrentWidget(empty)
    QApplication.processEvents()
    words = empty._words
    assert words.height() >= words.heightForWidth(words.width())
