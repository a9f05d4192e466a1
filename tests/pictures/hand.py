"""The hand at the window: it waits until something is there, presses keys, clicks, scrolls."""

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from helpdesk.domain.draft import Route
from helpdesk.gui import WindowRun
from helpdesk.ui import wording
from helpdesk.ui.language import tr

PATIENCE = 120_000
SETTLED, GLANCE = 1_000, 250
LONGEST_ANSWER = 20_000
ONLY_NARROWS = "Knowledge bases"


def rest(milliseconds: int) -> None:
    """Lets the window live; unlike QTest.qWait this lets the desk's thread live too."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait(until: Callable[[], bool]) -> None:
    for _ in range(PATIENCE // 50):
        if until():
            return
        rest(50)
    raise TimeoutError("the window did not get ready")


def settle(run: WindowRun) -> None:
    """Until the desk has answered what was asked: a busy computer takes longer. What is asked for long is not waited for."""
    rest(SETTLED)
    answered = 0
    for _ in range(LONGEST_ANSWER // GLANCE):
        answered = 0 if hasattr(run, "bridge") and run.bridge._passing else answered + 1
        if answered > 1:
            return
        rest(GLANCE)


def choose(run: WindowRun) -> None:
    """From the list of the screen on show: the surest draft that looks ready, a ticket, an article. A list that only narrows
    another one is left as it is."""
    window = run.window
    shown = [view for view in window.findChildren(QAbstractItemView) if view.isVisible() and view.model().rowCount()]
    lists = [view for view in shown if view.accessibleName() != tr(ONLY_NARROWS)]
    for below in range(2, min(12, lists[0].model().rowCount()) if lists else 0):
        model = lists[0].model()
        lists[0].setCurrentIndex(model.index(model.rowCount() - below, 0))
        rest(GLANCE)
        words = {label.text() for label in window.findChildren(QLabel) if label.isVisible()}
        if not words & set(wording.ROUTES.values()) or wording.ROUTES[Route.SEND] in words:
            break
    settle(run)


def narrow(run: WindowRun) -> None:
    """The first of several knowledge bases is chosen."""
    views = (view for view in run.window.findChildren(QAbstractItemView) if view.isVisible())
    bases = next(view for view in views if view.accessibleName() == tr(ONLY_NARROWS))
    bases.setCurrentIndex(bases.model().index(1, 0))
    rest(SETTLED)


def point_nowhere(run: WindowRun) -> None:
    """The pointer is over nothing that would light up."""
    for widget in run.window.findChildren(QWidget):
        widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)


def press(run: WindowRun, key: str) -> None:
    """Keys of a window that is not yet in front are lost."""
    run.come_forward()
    wait(run.window.isActiveWindow)
    focused: QWidget | None = run.window.focusWidget()
    QTest.keySequence(run.window if focused is None else focused, QKeySequence(key))


def write(run: WindowRun, text: str) -> None:
    focused = run.window.focusWidget()
    if focused is not None:
        QTest.keyClicks(focused, text)


def click(name: str, run: WindowRun) -> bool:
    """The button of that accessible name, as it stands in the source; False where the window has no room for it."""
    buttons = run.window.findChildren(QAbstractButton)
    found = next((one for one in buttons if one.isVisible() and one.accessibleName() == tr(name)), None)
    if found is not None:
        found.click()
    return found is not None


def scroll(screenfuls: int, run: WindowRun) -> None:
    """The longest page on show, so many screenfuls from its top; what has the focus stays where it is."""
    pages = [page for page in run.window.findChildren(QScrollArea) if page.isVisible()]
    bars = sorted((page.verticalScrollBar() for page in pages), key=lambda bar: bar.maximum())
    if bars:
        bars[-1].setValue(screenfuls * bars[-1].pageStep())


def scrolled_past(screenfuls: int, run: WindowRun) -> bool:
    """Whether the page ended before."""
    pages = [page.verticalScrollBar() for page in run.window.findChildren(QScrollArea) if page.isVisible()]
    return all(bar.maximum() <= (screenfuls - 1) * bar.pageStep() for bar in pages)


def leave(run: WindowRun, typed: bool) -> None:
    """Whatever was opened is closed again, and what was typed is taken out."""
    for beside in QApplication.topLevelWidgets():
        if beside is not run.window and beside.isVisible():
            beside.close()
    focused = run.window.focusWidget()
    if typed and isinstance(focused, QLineEdit | QPlainTextEdit):
        focused.clear()
    for _ in range(3):
        press(run, "Esc")
        rest(50)
