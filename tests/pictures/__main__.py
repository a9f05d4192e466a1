"""`make pictures`: python -m tests.pictures FOLDER [--workspace DIR] [--only NAME …] writes one PNG a scene, size, theme and
language; the README shows some of those in English at 1280 × 800."""

import argparse
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from helpdesk import cli
from helpdesk.domain.draft import Route
from helpdesk.gui import WindowRun
from helpdesk.paths import Workspace
from helpdesk.settings import load, save
from helpdesk.ui import wording
from tests.pictures.scenes import SCENES, Scene

SIZES = ((1280, 800), (1920, 1080))
LANGUAGES = ("en", "de")
THEMES = ("light", "dark")
PATIENCE = 120_000
SETTLED = 1_500


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


@dataclass(frozen=True)
class Run:
    """One showing of the window; `only` names scenes, empty for all."""

    theme: str
    language: str
    only: frozenset[str]

    def name(self, scene: str, size: tuple[int, int]) -> str:
        return f"{scene}-{self.theme}-{size[0]}-{self.language}.png"


def take(application: QApplication, workspace: Workspace, folder: Path, wanted: Run) -> None:
    settings = load(workspace.folder)
    look = {"theme": wanted.theme, "language": wanted.language, "writer": "excerpts"}
    save(workspace.folder, type(settings)(**(vars(settings) | look)))
    run = WindowRun(application, workspace)
    run.begin()
    wait(run.window.open_for_work)
    for size in SIZES:
        run.window.resize(*size)
        for scene in SCENES:
            if not wanted.only or scene.name in wanted.only:
                show(run, scene)
                run.window.grab().save(str(folder / wanted.name(scene.name, size)))
                leave(run)
    run.window.close()
    rest(SETTLED)


def show(run: WindowRun, scene: Scene) -> None:
    run.window.go(scene.place)
    rest(SETTLED)
    show_something(run.window)
    for key in scene.keys:
        press(run, key)
        rest(SETTLED // 3)
    focused = run.window.focusWidget()
    if scene.text and focused is not None:
        QTest.keyClicks(focused, scene.text)
        rest(SETTLED)


def press(run: WindowRun, key: str) -> None:
    run.come_forward()
    focused: QWidget | None = run.window.focusWidget()
    QTest.keySequence(run.window if focused is None else focused, QKeySequence(key))


def leave(run: WindowRun) -> None:
    """Whatever was opened is closed again, and what was typed is taken out."""
    focused = run.window.focusWidget()
    if isinstance(focused, QLineEdit | QPlainTextEdit) and not focused.isReadOnly():
        focused.clear()
    for _ in range(3):
        press(run, "Esc")
        rest(50)


def main() -> int:
    asked = argparse.ArgumentParser(prog="python -m tests.pictures", description=__doc__)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--workspace", type=Path, help="a sample workspace that is there already")
    asked.add_argument("--only", nargs="*", default=(), choices=[scene.name for scene in SCENES], help="just these scenes")
    wanted = asked.parse_args()
    wanted.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="helpdesk-pictures-") as made:
        place = wanted.workspace or Path(made) / "desk"
        if wanted.workspace is None and cli.main(["sample", str(place)]) != 0:
            return 1
        application = QApplication(sys.argv[:1])
        for theme, language in product(THEMES, LANGUAGES):
            take(application, Workspace(place), wanted.folder, Run(theme, language, frozenset(wanted.only)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
