"""`make pictures`: python -m tests.pictures FOLDER [--workspace DIR] writes one PNG a screen and theme."""

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QLineEdit, QWidget

from helpdesk import cli
from helpdesk.domain.draft import Route
from helpdesk.gui import WindowRun
from helpdesk.paths import Workspace
from helpdesk.settings import load, save
from helpdesk.ui import wording
from helpdesk.ui.kit import Place
from helpdesk.ui.kit.segments import Segments
from helpdesk.ui.main_window.places import HELP, SPOTS

SIZE = (1440, 900)
PATIENCE = 120_000
SETTLED = 1_500
ASKED = "I forgot my pasword, how do I get a new one?"


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


def show_something(window: QWidget) -> None:
    """Chooses from the list of the screen on show: the surest draft that looks ready, a ticket, an article. A list that only
    narrows another one is left as it is."""
    shown = [view for view in window.findChildren(QAbstractItemView) if view.isVisible() and view.model().rowCount()]
    lists = [view for view in shown if view.accessibleName() != "Knowledge bases"]
    for below in range(2, min(12, lists[0].model().rowCount()) if lists else 0):
        model = lists[0].model()
        lists[0].setCurrentIndex(model.index(model.rowCount() - below, 0))
        rest(SETTLED)
        words = {label.text() for label in window.findChildren(QLabel) if label.isVisible()}
        if not words & set(wording.ROUTES.values()) or wording.ROUTES[Route.SEND] in words:
            return


def show_knowledge(window: QWidget, grab: Callable[[str], object]) -> None:
    """The open article's other views, and a search as a customer would ask."""
    views = next(part for part in window.findChildren(Segments) if part.accessibleName() == "View of the article")
    for number, name in ((1, "history"), (2, "edit"), (3, "impact"), (0, "")):
        views.segment(number).click()
        rest(SETTLED)
        if name:
            grab(f"knowledge-{name}")
    search = next(part for part in window.findChildren(QLineEdit) if part.accessibleName() == "Search passages")
    search.setText(ASKED)
    search.returnPressed.emit()
    rest(2 * SETTLED)
    grab("knowledge-search")
    search.clear()


def take(application: QApplication, workspace: Workspace, folder: Path, theme: str) -> None:
    settings = load(workspace.folder)
    save(workspace.folder, type(settings)(**(vars(settings) | {"theme": theme, "writer": "excerpts"})))
    run = WindowRun(application, workspace)
    run.begin()
    run.window.resize(*SIZE)
    wait(run.window.open_for_work)
    for spot in (*SPOTS, HELP):
        run.window.go(Place(spot.name))
        rest(SETTLED)
        show_something(run.window)
        run.window.grab().save(str(folder / f"{spot.name}-{theme}.png"))
        if spot.name == "knowledge":
            show_knowledge(run.window, lambda name: run.window.grab().save(str(folder / f"{name}-{theme}.png")))
    run.window.close()
    rest(SETTLED)


def main() -> int:
    asked = argparse.ArgumentParser(prog="python -m tests.pictures", description=__doc__)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--workspace", type=Path, help="a sample workspace that is there already")
    wanted = asked.parse_args()
    wanted.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="helpdesk-pictures-") as made:
        place = wanted.workspace or Path(made) / "desk"
        if wanted.workspace is None and cli.main(["sample", str(place)]) != 0:
            return 1
        application = QApplication(sys.argv[:1])
        for theme in ("light", "dark"):
            take(application, Workspace(place), wanted.folder, theme)
    return 0


if __name__ == "__main__":
    sys.exit(main())
