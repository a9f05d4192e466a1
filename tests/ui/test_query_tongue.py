"""The search field understands the words the window shows, beside the English ones."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from helpdesk.domain.change import SetPriority, SetStatus
from helpdesk.domain.ids import TicketId
from helpdesk.domain.search_words import Known, read
from helpdesk.domain.ticket import Priority, TicketStatus
from helpdesk.ui.inbox.screen import InboxScreen
from helpdesk.ui.query_tongue import SPOKEN, spoken, understood
from helpdesk.ui.translation import Interpreter
from tests.fakes.inbox_hands import receive, subjects
from tests.fakes.inline_window import InlineWindow


@pytest.fixture
def german(interpreter: Interpreter) -> None:
    interpreter.use("de")


@pytest.fixture(scope="module")
def tickets(window: InlineWindow) -> dict[str, TicketId]:
    return {subject: receive(window, number, subject) for number, subject in enumerate(("Parcel lost", "Parcel wet"))}


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("status:neu", "status:new"),
        ("Status:Angehalten,Gelöst", "Status:on-hold,solved"),
        ("-priorität -priority:dringend drucker", "-priorität -priority:urgent drucker"),
        ('channel:"von Hand",datei', "channel:by-hand,file"),
        ("channel:von-hand", "channel:by-hand"),
        ('is:überfällig has:anhang "status:neu"', 'is:overdue has:attachment "status:neu"'),
        ("assignee:ich,Kim language:deutsch", "assignee:me,Kim language:de"),
        ("tag:neu subject:offen neu", "tag:neu subject:offen neu"),
        ('tag:"very important" status:neu "und noch', 'tag:"very important" status:new "und noch'),
        ('status:"neu', "status:new"),
    ],
)
def test_a_german_window_understands_its_own_words(typed: str, meant: str) -> None:
    assert understood(typed) == meant


@pytest.mark.parametrize("language", ["en", "de"])
def test_english_queries_stay_as_they_are_in_every_language(interpreter: Interpreter, language: str) -> None:
    interpreter.use(language)
    for field, values in SPOKEN.items():
        for value in values:
            assert understood(f"-{field}:{value}") == f"-{field}:{value}"
    assert understood("sort:-due created:<7d http://a:b/c") == "sort:-due created:<7d http://a:b/c"


@pytest.mark.parametrize("language", ["en", "de"])
def test_what_is_said_of_a_value_is_read_as_that_value(interpreter: Interpreter, language: str) -> None:
    interpreter.use(language)
    for field, values in SPOKEN.items():
        for value in values:
            meant = read(f"{field}:{value}", Known()).conditions
            assert read(understood(spoken(f"{field}:{value}")), Known()).conditions == meant
            assert read(understood(f'{field}:"{values[value]}"'), Known()).conditions == meant


@pytest.mark.usefixtures("german")
def test_the_window_lists_and_proposes_in_its_own_words(
    window: InlineWindow, screen: InboxScreen, tickets: dict[str, TicketId]
) -> None:
    changes, (lost, wet) = window.desk.changes, tickets.values()
    window.bridge.run(changes.apply([lost], [SetStatus(TicketStatus.ON_HOLD), SetPriority(Priority.URGENT)]))
    window.bridge.run(changes.apply([wet], [SetStatus(TicketStatus.SOLVED)]))
    search = screen.list.search
    search.setFocus()
    for typed in ("parcel status:angehalten", "parcel -status:gelöst sort:due", "parcel priority:Dringend"):
        search.setText(typed)
        QTest.keyClick(search, Qt.Key.Key_Return)
        window.settle()
        assert (subjects(screen), screen.list.head.title.text()) == (["Parcel lost"], f"Suche: {typed.lower()}")
        assert search.text() == typed
    search.setText("status:halb")
    window.settle()
    said = screen.list.found.said.text()
    assert "neu, offen, wartend, angehalten, gelöst, geschlossen" in said
