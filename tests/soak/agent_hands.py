"""What an agent does at the window all day long, by keys. Each duty leaves the window as the next expects it: nothing open,
nothing marked, nothing half written. What it leaves behind beyond that is what a long day is about."""

from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import Path
from typing import TypeVar

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from helpdesk.domain.change import SetPriority
from helpdesk.domain.ticket import Priority
from helpdesk.ui.inbox.screen import InboxScreen
from helpdesk.ui.kit import Screen
from helpdesk.ui.main_window.spots import SPOTS
from helpdesk.ui.main_window.window import MainWindow
from helpdesk.ui.review.screen import ReviewScreen

PATIENCE = 10_000
A_FEW = 3
INSIGHTS_PARTS = 6
A_LOOK = 25
WORDS = "Thank you for the details, the parcel leaves tomorrow."
QUESTIONS = ("Where is my refund?", "How do I reset the hub?", "May I return the lamp?")

AScreen = TypeVar("AScreen", bound=Screen)


@dataclass
class Hands:
    """`settle` lets the window live for a moment; `wear` puts on a theme; `folder` takes the mails that are imported."""

    window: MainWindow
    settle: Callable[[], object]
    wear: Callable[[str], object]
    folder: Path
    brought: int = 0
    done: dict[str, int] = field(default_factory=dict)

    def minute(self, number: int) -> None:
        """One duty; after as many as there are all begin anew."""
        duty = DUTIES[number % len(DUTIES)]
        duty(self)
        self.rest()
        self.done[duty.__name__] = self.done.get(duty.__name__, 0) + 1

    def press(self, *keys: str) -> None:
        for key in keys:
            self.window.activateWindow()
            QTest.keySequence(QApplication.focusWidget() or self.window, QKeySequence(key))
            self.settle()

    def write(self, text: str) -> None:
        focused = QApplication.focusWidget()
        if focused is not None:
            QTest.keyClicks(focused, text)
            self.settle()

    def wait(self, until: Callable[[], bool]) -> None:
        for _ in range(PATIENCE):
            if until():
                return
            self.settle()
        raise AssertionError(f"the window did not get ready: {until}")

    def rest(self) -> None:
        """Whatever is open is closed, and what was half written is taken out."""
        for _ in range(A_FEW):
            focused: QWidget | None = QApplication.focusWidget()
            if isinstance(focused, QLineEdit | QPlainTextEdit) and not focused.isReadOnly():
                focused.clear()
            self.press("Esc")

    def at(self, kind: type[AScreen]) -> AScreen:
        """That screen, on display."""
        number = next(n for n, spot in enumerate(SPOTS, start=1) if kind.__module__.startswith(spot.module))
        self.press(f"Ctrl+{number}")
        (screen,) = self.window.findChildren(kind)
        return screen

    def inbox(self, view: int = 1) -> InboxScreen:
        """The first ticket of that view is open, if it has one."""
        screen = self.at(InboxScreen)
        self.press(f"Alt+{view}")
        screen.list.rows.setFocus()
        self.settle()
        if screen.listing.model.rowCount():
            screen.open_row(0)
            self.wait(lambda: screen.conversation is not None and screen.writing.presenter.writing is not None)
        return screen


def opening(hands: Hands) -> None:
    hands.inbox()
    hands.press(*("J",) * 8, *("K",) * 4, "Space", "Shift+Space")


def searching(hands: Hands) -> None:
    hands.inbox()
    for words in ("refund", "status:open hub", "nothing-like-this"):
        hands.press("/")
        hands.write(words)
        hands.press("Return", "Esc", "Esc")


def looking_around(hands: Hands) -> None:
    hands.inbox()
    hands.press(*(f"Alt+{n}" for n in range(1, 10)), "1", "2", "0", "F8", "F8", "Alt+1")


def replying(hands: Hands) -> None:
    hands.inbox()
    hands.press("R")
    hands.write(WORDS)
    hands.press("Ctrl+Return")


def changing_my_mind(hands: Hands) -> None:
    replying(hands)
    hands.press("U")


def solving(hands: Hands) -> None:
    """As many as an import brings, so that the desk neither fills nor empties."""
    for _ in QUESTIONS:
        hands.inbox()
        hands.press("R")
        hands.write(WORDS)
        hands.press("Ctrl+Shift+Return")


def noting(hands: Hands) -> None:
    hands.inbox()
    hands.press("M")
    hands.write("Called them, they wait.")
    hands.press("Ctrl+Return")


def drafting(hands: Hands) -> None:
    """The reply grows on the review screen while it is written."""
    hands.inbox()
    hands.press("D", "V")


def reviewing(hands: Hands) -> None:
    screen = hands.at(ReviewScreen)
    screen.queue.setFocus()
    hands.press("J", "J", "K", "Y", "Esc", "H", "Esc", "Alt+1", "Esc", "I")
    hands.write("Well, ")
    hands.press("Esc", "D", "D", "S")


def deciding(hands: Hands) -> None:
    screen = hands.at(ReviewScreen)
    screen.queue.setFocus()
    hands.press("R", "2", "Ctrl+Return", "Alt+Return")


def the_same_together(hands: Hands) -> None:
    screen = hands.at(ReviewScreen)
    screen.queue.setFocus()
    hands.press("B", "Esc", "W", "Esc", "G", "Esc", "E", "Esc")


def side_panels(hands: Hands) -> None:
    hands.inbox()
    hands.press("Y", "Esc", "H", "Esc", "C", "Esc", "T", "Esc", "G", "Esc", "P", "Esc", "Z", "Esc", "F", "Esc")


def assisting(hands: Hands) -> None:
    hands.inbox()
    hands.press("S", "S", "L", "L", "A", "A", "E", "Esc", "Shift+A", "Shift+A", "Q", "]", "[")


def in_bulk(hands: Hands) -> None:
    """The priority of three, looked at first, done, and taken back."""
    screen = hands.inbox()
    hands.press("X", "J", "X", "J", "X")
    for priority in (Priority.HIGH, Priority.NORMAL):
        screen.list.bulk.wanted.emit(SetPriority(priority))
        hands.settle()
        if screen.list.bulk.asks():
            hands.press("Return", "Ctrl+Z")
    screen.listing.marks.clear()


def merging(hands: Hands) -> None:
    """The first ticket into the second, and apart again."""
    screen = hands.inbox()
    second = screen.listing.model.row(1)
    if second is not None:
        hands.press("Shift+M")
        hands.write(str(second.id))
        hands.press("Return", "Return", "Ctrl+Z")


def going_around(hands: Hands) -> None:
    for _ in range(A_FEW):
        hands.press(*(f"Ctrl+{number}" for number, _ in enumerate(SPOTS, start=1)), "F1", "Esc")


def insights(hands: Hands) -> None:
    """Each part is looked at until what it shows is there."""
    hands.press("Ctrl+4")
    for _ in range(INSIGHTS_PARTS):
        hands.press("Ctrl+PgDown")
        for _ in range(A_LOOK):
            hands.settle()


def dressing(hands: Hands) -> None:
    for theme in ("dark", "light"):
        hands.wear(theme)
        hands.settle()


def importing(hands: Hands) -> None:
    """Three mails of people who ask the same as others."""
    screen = hands.inbox()
    paths = []
    for question in QUESTIONS:
        hands.brought += 1
        mail = EmailMessage()
        mail["From"] = f"Kai {hands.brought % 7} <kai{hands.brought % 7}@customers.example>"
        mail["To"], mail["Subject"] = "desk@desk.example", question
        mail["Message-ID"] = f"<brought-{hands.brought}@customers.example>"
        mail.set_content(f"Hello,\n\n{question} It is order {hands.brought}.\n\nKai")
        path = hands.folder / f"brought-{hands.brought}.eml"
        path.write_bytes(mail.as_bytes())
        paths.append(path)
    screen.intake.import_files(paths)
    hands.wait(lambda: not screen.intake.presenter.importing)
    for path in paths:
        path.unlink()


def commanding(hands: Hands) -> None:
    hands.inbox()
    hands.press("Ctrl+K")
    hands.write("merge")
    hands.press("Esc", "?", "Esc", "N")
    hands.write("Kai")
    hands.press("Esc", "O", "Esc")


DUTIES: tuple[Callable[[Hands], None], ...] = (
    importing,
    opening,
    searching,
    looking_around,
    replying,
    noting,
    reviewing,
    deciding,
    side_panels,
    assisting,
    drafting,
    in_bulk,
    merging,
    changing_my_mind,
    going_around,
    insights,
    the_same_together,
    dressing,
    commanding,
    solving,
)
