"""The parts every screen is made of, as a user and a hostile customer meet them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from helpdesk.domain.progress import Progress
from helpdesk.ui.kit import (
    Banner,
    ChoicePopover,
    ConfidenceBadge,
    ElidedLabel,
    EmptyState,
    Label,
    LinePopover,
    ProgressStrip,
    SafeText,
    Shortcuts,
    ShortcutSheet,
    Toasts,
    Tone,
    band_of,
    printable,
)
from helpdesk.ui.kit.buttons import button
from helpdesk.ui.kit.chips import Chips
from helpdesk.ui.kit.paged_model import PAGE, PagedModel
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.kit.rows_view import RowsView
from helpdesk.ui.kit.shortcuts import Intent
from helpdesk.ui.kit.toast import Toast
from helpdesk.ui.kit.typeset import TypesetPage

HOSTILE = '<img src="file:///etc/hostname"><b>bold</b> <a href="http://evil.example">x</a>'


def test_a_label_is_as_high_as_its_words_and_their_size_need_now(qtbot: QtBot) -> None:
    label = Label("one line", wraps=True)
    qtbot.addWidget(label)
    one = label.heightForWidth(200)
    label.say("words " * 100)
    many = label.heightForWidth(200)
    assert many > 4 * one and label.heightForWidth(400) < many
    font = label.font()
    font.setPixelSize(2 * label.fontInfo().pixelSize())
    label.setFont(font)
    assert label.heightForWidth(200) > 2 * many
    label.say("one line")
    assert label.heightForWidth(200) < many


def test_a_label_shows_markup_as_the_text_it_is(qtbot: QtBot) -> None:
    label = Label("", selectable=True)
    qtbot.addWidget(label)
    label.say(HOSTILE)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == HOSTILE
    assert not label.openExternalLinks()


def test_text_that_would_deceive_the_eye_is_disarmed() -> None:
    assert printable("invoice\u202egpj.exe") == "invoicegpj.exe"
    assert printable("a\x00b\x1b[31mc\u200bd\U000e0041e") == "ab[31mcde"
    assert printable("line\r\nnext\rlast\ttab") == "line\nnext\nlast\ttab"
    assert printable("👩‍👩‍👧 नमस्ते") == "👩‍👩‍👧 नमस्ते"


def test_endless_lines_and_texts_end() -> None:
    assert max(map(len, printable("x" * 50_000).split("\n"))) == 2000
    assert len(printable("word " * 100_000)) <= 201_000
    assert one_line("a\nb\t c" + "x" * 9999).startswith("a b c")


def test_an_elided_line_is_whole_for_a_screen_reader(qtbot: QtBot) -> None:
    label = ElidedLabel("A very long subject that will not fit into the little room there is", "strong")
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.grab()
    assert label.accessibleName().endswith("there is")
    assert label.minimumSizeHint().width() < 60


def test_the_viewer_shows_source_as_text_and_marks_the_cited_lines(qtbot: QtBot) -> None:
    viewer = SafeText("Article", numbered=True)
    qtbot.addWidget(viewer)
    viewer.resize(300, 200)
    viewer.show()
    viewer.show_source("\n".join(f"line {n} {HOSTILE if n == 3 else ''}" for n in range(1, 400)), (300, 302))
    assert viewer.marked_text() == "line 300 \nline 301 \nline 302 "
    assert HOSTILE in viewer.toPlainText()
    assert viewer.isReadOnly()
    top = viewer.cursorForPosition(viewer.viewport().rect().topLeft()).blockNumber()
    assert 250 < top < 302
    viewer.grab()


def test_a_citation_beyond_the_end_of_the_text_does_not_break_the_viewer(qtbot: QtBot) -> None:
    viewer = SafeText("Article", numbered=True)
    qtbot.addWidget(viewer)
    viewer.show_source("one\ntwo", (40, 50))
    assert viewer.marked_text() == ""


def test_return_presses_the_button_that_has_the_focus_and_leaves_keys_of_the_screen_alone(qtbot: QtBot, host: QWidget) -> None:
    made = button("Approve")
    made.setParent(host)
    made.show()
    pressed: list[bool] = []
    made.clicked.connect(lambda: pressed.append(True))
    QTest.keyClick(made, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed == []
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        QTest.keyClick(made, key)
    assert len(pressed) == 3


def test_a_banner_says_what_and_offers_one_action(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    assert banner.isHidden()
    banner.say("The server is down.", Tone.WARNING, title="No model.", action="Settings")
    assert banner.words() == "No model. The server is down."
    with qtbot.waitSignal(banner.acted):
        banner.act()
    banner.clear()
    assert banner.isHidden()


@pytest.mark.parametrize(("score", "band"), [(None, "none"), (0.2, "poor"), (0.65, "fair"), (0.8, "good")])
def test_a_badge_speaks_and_paints_every_band(qtbot: QtBot, score: float | None, band: str) -> None:
    badge = ConfidenceBadge(score)
    qtbot.addWidget(badge)
    assert band_of(score) == band
    assert badge.accessibleName()
    picture = badge.grab().toImage()
    assert picture.pixelColor(2, picture.height() // 2) != QColor("black")


def test_a_row_whose_page_is_still_on_the_way_is_told_when_it_is_there(qtbot: QtBot) -> None:
    model: PagedModel[str] = PagedModel(str)
    view = RowsView("Articles", model, QStyledItemDelegate())
    qtbot.addWidget(view)
    view.show()
    model.put(0, ["row"] * PAGE, 5 * PAGE)
    chosen: list[int] = []
    view.row_chosen.connect(chosen.append)
    last = 5 * PAGE - 1
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert view.current() == last
    assert chosen == [0]
    model.put(4 * PAGE, ["row"] * PAGE, 5 * PAGE)
    assert chosen == [0, last]
    view.setCurrentIndex(model.index(1, 0))
    assert chosen == [0, last, 1]
    model.put(3 * PAGE, ["row"] * PAGE, 5 * PAGE)
    assert chosen == [0, last, 1]


def test_progress_in_units_that_say_nothing_is_told_in_percent(qtbot: QtBot) -> None:
    strip = ProgressStrip(counts=False)
    qtbot.addWidget(strip)
    strip.show_progress(Progress(137, 400, "big.mbox: 812 received"))
    assert strip.words() == "big.mbox: 812 received 34%"


def test_a_message_at_the_edge_stays_short_and_within_the_window(host: QWidget) -> None:
    toasts = Toasts(host)
    toasts.show_toast(Toast("An endless reason\n" * 80, "Undo", lambda: None, counts=True))
    assert "\n" not in toasts.words()
    assert len(toasts.words()) < 340
    assert host.rect().contains(toasts.geometry())
    parts = [part.geometry() for part in toasts.findChildren(QWidget) if part.isVisible()]
    assert not any(one.intersects(other) for at, one in enumerate(parts) for other in parts[at + 1 :])


def test_progress_shows_how_far_how_long_and_can_be_stopped_once(qtbot: QtBot) -> None:
    strip = ProgressStrip()
    qtbot.addWidget(strip)
    strip.show_progress(Progress(30, 120, "Reading articles", 42.0))
    assert strip.words() == "Reading articles 30 of 120 · about 40 s left"
    stop = next(b for b in strip.findChildren(QPushButton))
    with qtbot.waitSignal(strip.cancelled):
        stop.click()
    assert not stop.isEnabled()
    strip.finish()
    assert strip.isHidden()
    strip.show_progress(Progress(5, None, "Looking for files"))
    assert strip.words() == "Looking for files"


def test_an_empty_place_says_why_and_what_to_do(qtbot: QtBot) -> None:
    empty = EmptyState("done", "Nothing to review", "All caught up.", "Open the inbox")
    qtbot.addWidget(empty)
    assert empty.words() == "Nothing to review. All caught up."
    with qtbot.waitSignal(empty.acted):
        empty.findChildren(QPushButton)[0].click()
    empty.say("Broken", "x" * 300, "")
    assert all(
        label.height() >= label.heightForWidth(label.width()) for label in empty.findChildren(QLabel) if label.wordWrap()
    )


def test_a_reason_is_chosen_by_its_number_and_the_focus_returns(qtbot: QtBot, host: QWidget) -> None:
    editor = QPlainTextEdit(host)
    anchor = QPushButton("Reject", host)
    anchor.move(100, 500)
    editor.show()
    popover = ChoicePopover(host, "Why?", [("a", "First"), ("b", "Second")])
    host.activateWindow()
    qtbot.waitUntil(host.isActiveWindow)
    editor.setFocus()
    popover.open_above(anchor)
    assert popover.geometry().bottom() < 500
    with qtbot.waitSignal(popover.chosen) as chosen:
        QTest.keyClick(host.focusWidget(), Qt.Key.Key_2)
    assert chosen.args == ["b"]
    assert popover.isHidden()
    assert editor.hasFocus()


def test_a_reason_is_chosen_by_arrows_and_escape_chooses_none(qtbot: QtBot, host: QWidget) -> None:
    anchor = QPushButton("Reject", host)
    popover = ChoicePopover(host, "Why?", [("a", "First"), ("b", "Second")])
    host.activateWindow()
    qtbot.waitUntil(host.isActiveWindow)
    chosen: list[str] = []
    popover.chosen.connect(chosen.append)
    popover.open_above(anchor)
    QTest.keyClick(host.focusWidget(), Qt.Key.Key_Escape)
    assert popover.isHidden()
    popover.open_above(anchor)
    QTest.keyClick(host.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(host.focusWidget(), Qt.Key.Key_Return)
    assert chosen == ["b"]


def test_one_question_is_asked_at_a_time(qtbot: QtBot, host: QWidget) -> None:
    anchor = QPushButton("Reject", host)
    asked, late = ChoicePopover(host, "Why?", [("a", "First"), ("b", "Second")]), LinePopover(host, "Note", "Escalate")
    host.activateWindow()
    qtbot.waitUntil(host.isActiveWindow)
    asked.open_above(anchor)
    with qtbot.waitSignal(late.closed):
        late.open_above(anchor)
    assert late.isHidden()
    with qtbot.waitSignal(asked.chosen) as chosen:
        QTest.keyClick(host.focusWidget(), Qt.Key.Key_2)
    assert chosen.args == ["b"]
    late.open_above(anchor)
    assert late.isVisible()


def test_a_line_is_needed_before_it_can_be_sent(qtbot: QtBot, host: QWidget) -> None:
    anchor = QPushButton("Escalate", host)
    popover = LinePopover(host, "Note", "Escalate")
    written: list[str] = []
    popover.written.connect(written.append)
    popover.open_above(anchor)
    line = popover.findChildren(QLineEdit)[0]
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert written == []
    popover.write("  ask billing ")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert written == ["ask billing"]


def test_tab_stays_in_a_question_and_a_click_beside_it_is_no_answer(qtbot: QtBot, host: QWidget) -> None:
    beside = QPushButton("Elsewhere", host)
    beside.move(10, 550)
    beside.show()
    popover = LinePopover(host, "Note", "Escalate")
    host.activateWindow()
    qtbot.waitUntil(host.isActiveWindow)
    popover.open_above(host)
    popover.write("ask billing")
    (line,), (send,) = popover.findChildren(QLineEdit), popover.findChildren(QPushButton)
    reached: list[QWidget] = [line]
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        QTest.keyClick(reached[-1], key)
        reached.append(host.focusWidget())
    assert reached == [line, send, line, send]
    with qtbot.waitSignals([popover.closed, beside.clicked]):
        QTest.mouseClick(host.windowHandle(), Qt.MouseButton.LeftButton, pos=beside.geometry().center())
    assert popover.isHidden()


@pytest.fixture
def keyed(qtbot: QtBot, host: QWidget) -> tuple[QWidget, QPlainTextEdit, QPushButton, list[str], ShortcutSheet]:
    layout = QVBoxLayout(host)
    editor, plain = QPlainTextEdit(), QPushButton("plain")
    layout.addWidget(editor)
    layout.addWidget(plain)
    done: list[str] = []
    shortcuts = Shortcuts()
    sheet = ShortcutSheet(host, shortcuts)
    shortcuts.add(host, Intent("reject", ("R", "Ctrl+Shift+R"), "Reject", "Decide"), lambda: done.append("reject"))
    shortcuts.add(host, Intent("approve", ("Ctrl+Return",), "Approve", "Decide"), lambda: done.append("approve"))
    shortcuts.add(host, Intent("keys", ("?",), "This list", "Places"), sheet.toggle)
    host.activateWindow()
    qtbot.waitUntil(host.isActiveWindow)
    return host, editor, plain, done, sheet


Keyed = tuple[QWidget, QPlainTextEdit, QPushButton, list[str], ShortcutSheet]


def test_plain_letters_act_outside_the_editor_and_are_typed_inside(keyed: Keyed) -> None:
    _, editor, plain, done, sheet = keyed
    editor.setFocus()
    QTest.keyClicks(editor, "r?")
    assert editor.toPlainText() == "r?"
    assert done == []
    assert sheet.isHidden()
    plain.setFocus()
    QTest.keyClick(plain, Qt.Key.Key_R)
    assert done == ["reject"]


def test_the_editors_own_form_of_a_key_works_while_typing(keyed: Keyed) -> None:
    _, editor, _, done, _ = keyed
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(editor, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert done == ["approve", "reject"]
    assert editor.toPlainText() == ""


def test_the_question_mark_shows_every_key_and_any_key_hides_it(keyed: Keyed) -> None:
    _, _, plain, done, sheet = keyed
    plain.setFocus()
    QTest.keyClick(plain, Qt.Key.Key_Question)
    assert sheet.isVisible()
    shown = [label.text() for label in sheet.findChildren(QLabel)]
    assert {"Reject", "Approve", "This list"} <= set(shown)
    assert "R or Ctrl+Shift+R" in shown
    QTest.keyClick(sheet, Qt.Key.Key_R)
    assert sheet.isHidden()
    assert done == []
    assert plain.hasFocus()


def test_a_badge_can_be_painted_into_a_list(qtbot: QtBot) -> None:
    picture = QPixmap(60, 30)
    painter = QPainter(picture)
    from helpdesk.ui.kit import paint_badge

    paint_badge(painter, picture.rect(), 0.5)
    painter.end()


def test_a_quotation_and_an_alert_are_set_in(qtbot: QtBot) -> None:
    page = TypesetPage("Preview")
    qtbot.addWidget(page)
    page.show_markdown("> [!NOTE]\n> Mind the **gap**.\n>> Said twice.\n\nOn.")
    made = page.document()
    blocks = [made.findBlockByNumber(number) for number in range(made.blockCount())]
    assert [block.text() for block in blocks] == ["Note", "Mind the gap.", "Said twice.", "On."]
    note, gap, twice, after = (block.blockFormat().leftMargin() for block in blocks)
    assert twice > gap == note > after == 0
    page.show_markdown(">" * 5_000 + " Deep.")
    assert page.toPlainText() == "Deep."


@pytest.mark.parametrize("word", ["quiet", "vip", "phone", "Tat AV. To"])
def test_a_tag_with_room_beside_it_is_read_whole(qtbot: QtBot, word: str) -> None:
    tags = Chips("Tags", "Add a tag")
    qtbot.addWidget(tags)
    tags.resize(400, 80)
    tags.show_words([word])
    tags.show()
    qtbot.waitExposed(tags)
    assert tags.chips()[0].text() == f"{word} \u00d7"


def test_a_passage_that_is_opened_stands_wholly_in_view_though_the_pane_takes_its_place_later(qtbot: QtBot) -> None:
    lines = [f"Line {number} of the article, with some words more than fit into one line." for number in range(1, 60)]
    viewer = SafeText("Article", numbered=True)
    qtbot.addWidget(viewer)
    viewer.show_source("\n".join(lines), (33, 35))
    viewer.resize(260, 300)
    viewer.show()
    QApplication.processEvents()
    first = viewer.cursorRect()
    after = QTextCursor(viewer.document().findBlockByNumber(34))
    after.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    assert first.top() >= 0
    assert viewer.cursorRect(after).bottom() <= viewer.viewport().height()
