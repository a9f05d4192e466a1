"""A window from right to left: what runs the other way keeps its order, and nothing stands at the wrong end."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from helpdesk.ui import theme
from helpdesk.ui.conversation.message_body import letter
from helpdesk.ui.kit import ElidedLabel, Label, SafeText, glyph_button
from helpdesk.ui.kit.confidence_badge import ConfidenceBadge
from helpdesk.ui.kit.row_painting import Pen
from helpdesk.ui.kit.toast import Toasts

SCRAMBLED = ("429 from local api", "hub orange light!!", "Outage on Sunday??")


@pytest.fixture
def from_right(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def spaces(image: QImage) -> list[int]:
    """Where the words that were drawn on an even ground have spaces between them, counted from their first column of ink."""
    ground = image.pixelColor(0, 0)
    rows, columns = range(image.height()), range(image.width())
    inked = [x for x in columns if any(abs(image.pixelColor(x, y).lightness() - ground.lightness()) > 60 for y in rows)]
    return [one - inked[0] for one, following in pairwise(inked) if following - one > 4]


def in_a_row(text: str) -> QImage:
    image = QImage(300, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setLayoutDirection(QApplication.layoutDirection())
    Pen(painter).left(image.rect(), text, 13, "#000000")
    painter.end()
    return image


def alike(some: list[int], others: list[int]) -> bool:
    """A pixel may go to rounding."""
    return len(some) == len(others) and all(abs(one - other) < 3 for one, other in zip(some, others, strict=True))


@pytest.mark.parametrize("subject", SCRAMBLED)
def test_a_customers_subject_keeps_its_order_in_a_list_from_right_to_left(qapp: QApplication, subject: str) -> None:
    usual = spaces(in_a_row(subject))
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        assert alike(spaces(in_a_row(subject)), usual)
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.usefixtures("from_right")
def test_a_sentence_that_begins_with_a_word_from_the_left_begins_at_the_right_all_the_same(qapp: QApplication) -> None:
    said = Label("status: لا يمكن").text()
    assert said.startswith("\u200f")
    assert Label("لا hub orange light!!").text().endswith("!!\u200e"), "its marks stay with its words"
    assert Label("hub orange light!!").text().startswith("hub"), "words that are all of one direction run in it"


@pytest.mark.usefixtures("from_right")
def test_figures_and_names_stand_under_their_titles(qtbot: QtBot) -> None:
    for text in ("80", "Hamish Okonbury", "تذكرة"):
        label = Label(text)
        qtbot.addWidget(label)
        label.setStyleSheet("background: white; color: black")
        label.resize(300, 30)
        left = next(x for x in range(300) for y in range(30) if label.grab().toImage().pixelColor(x, y).lightness() < 128)
        assert left > 150, text


@pytest.mark.usefixtures("from_right")
def test_line_numbers_stand_beside_the_scroll_bar_not_under_it(qtbot: QtBot) -> None:
    text = SafeText("Article", numbered=True)
    qtbot.addWidget(text)
    text.resize(300, 200)
    text.show_source("\n".join(f"Line {number}" for number in range(1, 200)), (120, 120))
    text.show()
    QApplication.processEvents()
    gutter = text._gutter
    assert gutter is not None
    bar = text.verticalScrollBar()
    place = QRect(bar.mapTo(text, bar.rect().topLeft()), bar.size())
    assert place.left() < gutter.geometry().left(), "the bar is at the left"
    assert not place.intersects(gutter.geometry())
    assert gutter.geometry().right() + 1 == text.viewport().geometry().left()


@pytest.mark.usefixtures("from_right")
def test_news_comes_up_where_reading_begins(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(1280, 800)
    toasts = Toasts(host)
    host.show()
    toasts.say("Saved")
    assert toasts.geometry().right() == 1280 - theme.rail_width() - theme.L - 1


def test_arrows_and_bars_are_mirrored(qapp: QApplication, qtbot: QtBot) -> None:
    def shown() -> list[QImage]:
        made = [glyph_button("back", "Back"), glyph_button("close", "Close"), ConfidenceBadge(0.3)]
        for one in made:
            qtbot.addWidget(one)
            one.resize(44, 44)
        return [one.grab().toImage() for one in made]

    back, close, badge = shown()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        mirrored_back, same_close, mirrored_badge = shown()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert mirrored_back != back
    assert same_close == close
    assert mirrored_badge != badge


@pytest.mark.usefixtures("from_right")
def test_what_is_cut_ends_where_it_would_go_on(qtbot: QtBot) -> None:
    label = ElidedLabel("Boost your rankings to page one")
    qtbot.addWidget(label)
    label.resize(120, 24)
    mirrored = spaces(label.grab().toImage())
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert alike(spaces(label.grab().toImage()), mirrored)


@pytest.mark.usefixtures("from_right")
def test_a_letter_stands_at_the_side_where_its_own_language_begins(qtbot: QtBot) -> None:
    for words, at_left in (("Good morning", True), ("صباح الخير", False)):
        body = letter(words)
        qtbot.addWidget(body)
        body.setStyleSheet("background: white; color: black")
        body.resize(300, 30)
        image = body.grab().toImage()
        first = next(x for x in range(300) for y in range(30) if image.pixelColor(x, y).lightness() < 128)
        assert (first < 150) is at_left, words
