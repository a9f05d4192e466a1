"""Questions that lie over a screen show every word of theirs, in German and in large text too."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from helpdesk.domain.article_history import Impact
from helpdesk.ui import theme
from helpdesk.ui.kit.pick_popover import PickPopover
from helpdesk.ui.kit.popover import ChoicePopover
from helpdesk.ui.knowledge.confirm import ConfirmSheet, Question
from helpdesk.ui.language import tr
from helpdesk.ui.translation import Interpreter

TITLE = "Batteries for the Ember Valve, and everything else there is to know of them"
SIZES = [(1280, 800), (960, 640)]


@pytest.fixture(params=["en", "de"])
def language(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[str]:
    interpreter = Interpreter(qapp)
    interpreter.use(request.param)
    yield request.param
    interpreter.use("en")


@pytest.fixture(params=[100, 150, 200])
def worn(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[theme.Theme]:
    made = theme.Theme(qapp, theme.Look(text=request.param))
    yield made
    made.use(theme.Look())


def host_of(qtbot: QtBot, size: tuple[int, int]) -> QWidget:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(*size)
    theme.clothe(host)
    host.show()
    return host


def cut(question: QWidget) -> list[str]:
    """Whatever of it cannot be read whole."""
    QApplication.processEvents()
    shown = [part for part in question.findChildren(QWidget) if part.isVisible()]
    wrapped = [part for part in shown if isinstance(part, QLabel) and part.wordWrap()]
    single = [part for part in shown if isinstance(part, QLabel | QAbstractButton) and part not in wrapped]
    assert wrapped
    host = question.parentWidget()
    assert host is not None
    assert host.rect().contains(question.geometry())
    places = [(part, part.rect().translated(part.mapTo(question, QPoint()))) for part in shown]
    return [
        *(part.text() for part in wrapped if part.height() < part.heightForWidth(part.width())),
        *(part.text() for part in single if part.width() < part.sizeHint().width()),
        *(type(part).__name__ for part, place in places if not question.rect().contains(place)),
    ]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("drafts", [0, 12])
def test_what_erasing_means_is_read_to_its_last_line(
    qtbot: QtBot, language: str, worn: theme.Theme, size: tuple[int, int], drafts: int
) -> None:
    host = host_of(qtbot, size)
    sheet = ConfirmSheet(host)
    words = tr(
        "Every version of “{title}” goes: text, passages, vectors and the words quoted from it. The file in "
        "the folder stays: delete it yourself; it is not imported again as it is. This cannot be undone.",
        title=TITLE,
    )
    impacts = [Impact(n, n, "Valve", "sent" if n % 2 else "in_review", "valve.md", "A few weeks", True) for n in range(drafts)]
    for _ in range(2):
        sheet.ask(Question(tr("Erase this article?"), words, tr("Erase"), impacts, danger=True), host.update)
        assert cut(sheet) == []
        sheet.close_up()


def test_a_long_title_takes_the_lines_it_needs(qtbot: QtBot, language: str, worn: theme.Theme) -> None:
    host = host_of(qtbot, SIZES[0])
    question = ChoicePopover(host, f"“{TITLE}” goes into “{TITLE}”, which stays. {TITLE}.", [("yes", "Merge them")])
    question.title.setWordWrap(True)
    question.setFixedWidth(theme.scaled(460))
    anchor = QWidget(host)
    anchor.setGeometry(900, 500, 80, 24)
    question.open_above(anchor)
    assert cut(question) == []


def test_what_may_be_written_is_said_whole_when_nothing_fits(qtbot: QtBot, language: str, worn: theme.Theme) -> None:
    host = host_of(qtbot, SIZES[0])
    hint = tr("Subject or number of the ticket that stays")
    question = PickPopover(host, tr("Priority"), [("1", "High")], hint)
    question.open_on_top()
    question.line.setText("zzz")
    assert cut(question) == []
    assert hint in question.nothing.text()


def test_before_anything_is_typed_nothing_is_said_not_to_fit(qtbot: QtBot) -> None:
    question = PickPopover(host_of(qtbot, SIZES[0]), TITLE, [], "Subject or number")
    question.open_on_top()
    assert question.nothing.isHidden()
    question.line.setText("parcel")
    assert question.nothing.isVisible()


def test_what_stands_on_a_change_is_told_by_draft_with_its_quotes_below_it(qtbot: QtBot, language: str) -> None:
    long = "Press the dial for three seconds. " * 6
    sheet = ConfirmSheet(host_of(qtbot, SIZES[0]))
    impacts = [
        Impact(1, 31, "Can my landlord see me?", "in_review", "valve.md", "It takes 2 batteries.", gone=False),
        Impact(2, 60, "Warranty ran out", "sent", "valve.md", 'The light says "E-02".', gone=False),
        Impact(2, 60, "Warranty ran out", "sent", "valve.md", long, gone=True),
    ]
    sheet.ask(Question("Save?", "It serves at once.", "Save", impacts), list)
    lines = sheet.words().splitlines()[3:]
    assert [line[:1] for line in lines] == ["•", " ", " ", "•", " "]
    assert "60" in lines[0]
    assert "Press the dial" in lines[1]
    assert lines[1].partition("…")[0].endswith("three seconds."), "cut behind a word"
    assert lines[2].strip() == {"en": "“The light says 'E-02'.”", "de": "„The light says 'E-02'.“"}[language]
    assert "valve.md" not in sheet.words(), "all of them stand on one article"
