"""Words that were found stand out in what is found and in the list of a search; what is no word is told."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest

from helpdesk.domain.found import Found, TicketHit
from helpdesk.domain.ids import TicketId
from helpdesk.ui import theme
from helpdesk.ui.inbox.listing.finding_presenter import FindingPresenter
from helpdesk.ui.inbox.screen import InboxScreen
from helpdesk.ui.kit.palette import Offer
from helpdesk.ui.kit.row_painting import Marked, Pen
from tests.fakes.inbox_hands import receive, subjects
from tests.fakes.inline_window import InlineWindow

AGENT = "Kim"
SUBJECTS = {
    "Parcel lost": "I wait for three weeks.",
    "Müllerstraße": "My parcels went to Ana’s neighbour.",
    "<b>Invoice</b>": "It came twice.",
}


@pytest.fixture(scope="module")
def tickets(window: InlineWindow) -> dict[str, TicketId]:
    return {subject: receive(window, number, subject, body) for number, (subject, body) in enumerate(SUBJECTS.items())}


def found(screen: InboxScreen, window: InlineWindow, words: str) -> dict[str, tuple[list[str], list[str]]]:
    """By the title of what is found: the words that stand out in it, and in what is said below."""
    screen.list.search.setFocus()
    screen.list.search.setText(words)
    window.settle()
    model = screen.list.found.model
    offers = [offer for number in range(model.rowCount()) if (offer := model.row(number))]
    return {offer.title: stand_out(offer) for offer in offers}


def stand_out(offer: Offer) -> tuple[list[str], list[str]]:
    return (
        [offer.title[begin:end] for begin, end in offer.title_marks],
        [offer.about[begin:end] for begin, end in offer.about_marks],
    )


def list_all(screen: InboxScreen, window: InlineWindow, words: str) -> None:
    screen.list.search.setText(words)
    window.settle()
    QTest.keyClick(screen.list.search, Qt.Key.Key_Return)
    window.settle()


def marked_pixels(picture: QImage) -> int:
    ground = QColor(theme.colours().mark)
    return sum(picture.pixelColor(x, y) == ground for x in range(picture.width()) for y in range(picture.height()))


def test_found_words_stand_out_in_the_title_and_where_they_were_said(window: InlineWindow, screen: InboxScreen) -> None:
    assert found(screen, window, "parcel") == {"Parcel lost": (["Parcel"], []), "Müllerstraße": ([], ["parcels"])}
    assert marked_pixels(screen.list.found.grab().toImage())
    assert found(screen, window, "mull par") == {"Müllerstraße": (["Müllerstraße"], [])}, (
        "a beginning, folded as the index does"
    )
    assert found(screen, window, '"three weeks"') == {"Parcel lost": ([], ["three weeks"])}
    assert found(screen, window, "ana") == {"Müllerstraße": ([], ["Ana"])}, "the name of who asked is not what was found"


def test_the_word_that_was_meant_stands_out_where_a_slip_was_corrected(window: InlineWindow, screen: InboxScreen) -> None:
    assert found(screen, window, "parcle")["Parcel lost"] == (["Parcel"], [])
    assert found(screen, window, "invioce") == {"<b>Invoice</b>": (["Invoice"], [])}


def test_a_slip_is_put_right_in_the_list_of_what_was_found_too(window: InlineWindow, screen: InboxScreen) -> None:
    list_all(screen, window, "Parcle subject:lost")
    assert (subjects(screen), screen.list.head.title.text()) == (["Parcel lost"], "Search: parcel subject:lost")


def test_nothing_stands_out_in_what_is_alike_in_meaning(window: InlineWindow, screen: InboxScreen) -> None:
    row = screen.listing.model.row(0)
    assert row is not None
    shown: list[Offer] = []

    async def find(*_: object, **__: object) -> Found:
        return Found(by_meaning=(TicketHit(row, likeness=0.9),), words=row.subject)

    view = SimpleNamespace(begin=lambda: None, show_found=lambda offers, *_: shown.extend(offers))
    presenter = FindingPresenter(view, window.context(), lambda _: None)
    presenter.desk_ready(SimpleNamespace(searching=SimpleNamespace(find=find)))  # type: ignore[arg-type]
    presenter.look(row.subject)
    window.settle()
    assert shown and {(offer.title_marks, offer.about_marks) for offer in shown} == {((), ())}


def test_the_list_of_a_search_marks_the_subjects_until_it_is_left(window: InlineWindow, screen: InboxScreen) -> None:
    rows = screen.list.rows.viewport()
    assert not marked_pixels(rows.grab().toImage())
    list_all(screen, window, "parcel")
    assert set(subjects(screen)) == {"Parcel lost", "Müllerstraße"}
    assert marked_pixels(rows.grab().toImage())
    screen.list.head.look_chosen.emit(("subject",))
    window.settle()
    assert marked_pixels(rows.grab().toImage())
    screen.listing.leave_finding()
    window.settle()
    assert not marked_pixels(rows.grab().toImage())


@pytest.mark.parametrize("words", ["<b>parcel</b> <img src=x>", "parcel " * 40, "שלום parcel", "pa\N{COMBINING DIAERESIS}rcel"])
@pytest.mark.usefixtures("qapp")
def test_marked_words_are_painted_as_the_letters_they_are(words: str) -> None:
    """As wide as without marks, whatever it looks like, and cut where there is no room."""
    images, rest = [], []
    for marks in ((), ((words.index("p"), len(words)),)):
        image = QImage(260, 24, QImage.Format.Format_RGB32)
        image.fill(QColor(theme.colours().surface))
        painter = QPainter(image)
        rest.append(Pen(painter).left(QRect(4, 0, 250, 24), Marked(words, marks), 13, theme.colours().text).left())
        painter.end()
        images.append(image)
    assert abs(rest[0] - rest[1]) <= 1
    assert [bool(marked_pixels(image)) for image in images] == [False, True]


@pytest.mark.parametrize("before", ["lost ", "\N{AUTOMOBILE}\N{AUTOMOBILE}\N{AUTOMOBILE} ", "Müllers "])
@pytest.mark.usefixtures("qapp")
def test_it_is_the_word_that_stands_out_whatever_stands_before_it(before: str) -> None:
    image = QImage(260, 24, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.colours().surface))
    painter = QPainter(image)
    Pen(painter).left(
        QRect(0, 0, 250, 24), Marked(f"{before}parcel", ((len(before), len(before) + 6),)), 13, theme.colours().text
    )
    metrics = painter.fontMetrics()
    painter.end()
    ground = QColor(theme.colours().mark)
    there = [x for x in range(260) if any(image.pixelColor(x, y) == ground for y in range(24))]
    begin = metrics.horizontalAdvance(before)
    assert abs(there[0] - begin) <= 2 and abs(there[-1] - begin - metrics.horizontalAdvance("parcel")) <= 2


def test_signs_are_told_to_be_no_words_instead_of_that_nothing_is_found(window: InlineWindow, screen: InboxScreen) -> None:
    found(screen, window, "\N{AUTOMOBILE}")
    assert "Signs are not searched for" in screen.list.found.empty.words()
    found(screen, window, "parcel \N{AUTOMOBILE}")
    assert screen.list.found.said.text() == "2 found; \N{AUTOMOBILE} cannot be searched for."
    list_all(screen, window, "\N{AUTOMOBILE}")
    assert "Signs are not searched for" in screen.list._empty.words()
    list_all(screen, window, "zebra")
    assert "No ticket has these words" in screen.list._empty.words()
