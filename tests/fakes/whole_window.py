"""The whole window over a real desk with something in it, and how its screens are looked at."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLabel, QWidget

from helpdesk.domain.conversation import IncomingMessage
from helpdesk.domain.ticket import ChannelName
from helpdesk.ui.kit import Place
from helpdesk.ui.main_window.rooms import Rooms, Start
from helpdesk.ui.main_window.spots import HELP, SPOTS
from helpdesk.ui.main_window.window import MainWindow
from tests.fakes.inline_window import InlineWindow, inline_window

PLACES = tuple(spot.name for spot in (*SPOTS, HELP))
ARTICLE = "# Refunds\n\nThe money goes back to the card the order was paid with within five days.\n"
ASKED = (
    ("Ana Ruiz", "Where is my refund?", "When does the money for my order go back to my card?"),
    ("Bo Lind", "A very long subject about an order that was paid with a card and never came back", "I wait for the money."),
)


@contextmanager
def filled_desk(folder: Path) -> Iterator[InlineWindow]:
    """One article, two tickets, each with its draft."""
    with inline_window(folder / "workspace") as opened:
        source = folder / "acme"
        source.mkdir()
        (source / "refunds.md").write_text(ARTICLE, "utf-8")
        opened.bridge.run(opened.desk.knowledge.import_path(source, "acme", lambda _: None))
        for number, (name, subject, body) in enumerate(ASKED):
            email = f"customer{number}@customers.example"
            message = IncomingMessage(ChannelName.FILE, f"source-{number}", name, email, subject, body, datetime.now(UTC))
            opened.bridge.run(opened.desk.intake.receive(message))
        while opened.bridge.run(opened.desk.pipeline.next()):
            pass
        yield opened


def opened_window(desk: InlineWindow, size: tuple[int, int] = (1280, 800)) -> MainWindow:
    window = MainWindow()
    start = Start(desk.bridge, desk.delays, lambda: desk.settings, desk.apply, desk.workspace)
    window.furnish(Rooms(window, start))
    window.resize(*size)
    window.show()
    window.desk_ready(desk.desk)
    desk.settle()
    return window


def go(desk: InlineWindow, window: MainWindow, place: str) -> QWidget:
    """To that screen, with the first row of its last list chosen."""
    window.go(Place(place))
    desk.settle()
    screen = window.rooms.screens[place]
    lists = [view for view in screen.findChildren(QAbstractItemView) if view.isVisible() and view.model().rowCount()]
    if lists:
        lists[-1].setCurrentIndex(lists[-1].model().index(0, 0))
        desk.settle()
    return screen


def clipped(screen: QWidget) -> list[str]:
    """Words of buttons and labels that have less room than they need. Lines that end in … by themselves are not among them."""
    QApplication.processEvents()
    found = []
    parts: list[QAbstractButton | QLabel] = [*screen.findChildren(QAbstractButton), *screen.findChildren(QLabel)]
    for part in parts:
        wraps = isinstance(part, QLabel) and part.wordWrap()
        if not part.isVisible() or wraps or not part.text() or part.visibleRegion().isEmpty():
            continue
        if part.sizeHint().width() > part.width() + 1 or part.sizeHint().height() > part.height() + 2:
            found.append(f"{type(part).__name__} {part.text()!r}: {part.sizeHint().toTuple()} in {part.size().toTuple()}")
    return found
