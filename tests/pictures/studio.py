"""One showing of the window, and the pictures of it."""

import math
import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from helpdesk.gui import WindowRun
from helpdesk.paths import Workspace
from helpdesk.settings import load, save
from helpdesk.ui.kit import rows_view
from helpdesk.ui.language import speak
from tests.fakes.arabic import PseudoArabic
from tests.pictures import hand
from tests.pictures.grounds import GROUNDS, PREPARED, Changed
from tests.pictures.scenes import Scene, Step

SIZES = {"1280": (1280, 800), "1920": (1920, 1080)}
LANGUAGES = ("en", "de", "ar")
"""The last is pseudo-Arabic, which runs from right to left."""

LOOKS: Mapping[str, Mapping[str, Any]] = {
    "light": {"theme": "light"},
    "dark": {"theme": "dark"},
    "contrast": {"theme": "light", "contrast": "high"},
    "contrast-dark": {"theme": "dark", "contrast": "high"},
    "larger": {"theme": "light", "text_size": 150},
    "largest": {"theme": "light", "text_size": 200},
    "compact": {"theme": "light", "density": "compact"},
}


@dataclass(frozen=True)
class Run:
    """One showing of the window on one ground."""

    look: str
    language: str
    size: str
    ground: str
    scenes: Sequence[Scene]

    def name(self, scene: Scene) -> str:
        return f"{scene.name}-{self.look}-{self.size}-{self.language}.png"

    def settings(self) -> Mapping[str, Any]:
        return {"language": "en" if self.language == "ar" else self.language, **LOOKS[self.look]}


class Arab:
    """In the place of the window's interpreter."""

    def __init__(self, application: QApplication) -> None:
        self._application = application

    def use(self, _: str) -> None:
        speak(PseudoArabic())
        self._application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)


def prepare(prepared: Path, ground: str) -> None:
    PREPARED[ground](copied(prepared / "sample" / "desk", prepared / ground / "desk"))


def take(prepared: Path, folder: Path, wanted: Run) -> None:
    """In a process of many: each has one application, and shows one window after the other in it. No row is put off."""
    rows_view.A_PAINTING = math.inf
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    Studio(application, prepared, folder).take(wanted)


class Studio:
    """Takes pictures on copies of what lies in `prepared`: the sample workspace, and what was made from it."""

    def __init__(self, application: QApplication, prepared: Path, folder: Path) -> None:
        self._application = application
        self._prepared = prepared
        self._folder = folder

    def take(self, wanted: Run) -> None:
        name = wanted.ground if wanted.ground in PREPARED else "sample"
        with tempfile.TemporaryDirectory(prefix="helpdesk-picture-", ignore_cleanup_errors=True) as own:
            workspace = copied(self._prepared / name / "desk", Path(own) / "desk")
            with GROUNDS[wanted.ground](workspace) as changed:
                self._show(workspace, changed, wanted)

    def _show(self, workspace: Path, changed: Changed, wanted: Run) -> None:
        if changed is not None:
            settings = load(workspace)
            save(workspace, replace(settings, **changed, **wanted.settings()))
        with patch("helpdesk.gui.Interpreter", Arab) if wanted.language == "ar" else nullcontext():
            run = WindowRun(self._application, Workspace(workspace))
        run.begin()
        hand.wait(lambda: run.window.open_for_work() or opened_badly(run))
        run.come_forward()
        hand.rest(hand.SETTLED)
        run.window.resize(*SIZES[wanted.size])
        for scene in wanted.scenes:
            self._picture(run, scene, self._folder / wanted.name(scene))
        run.window.close()
        hand.rest(hand.SETTLED)
        run.window.deleteLater()  # The style of the next window would go through this one too.

    def _picture(self, run: WindowRun, scene: Scene, file: Path) -> None:
        reached = reach(run, scene)
        hand.point_nowhere(run)
        shown = next((one for one in self._application.topLevelWidgets() if one.isVisible() and one is not run.window), None)
        if reached:
            (shown if scene.apart and shown is not None else run.window).grab().save(str(file))
            done(run, scene.after)
        hand.leave(run, bool(scene.text))


def copied(workspace: Path, to: Path) -> Path:
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(workspace, to)
    return to


def opened_badly(run: WindowRun) -> bool:
    """The desk did not open; the window says why."""
    return hasattr(run, "bridge") and run.window.rooms.failure.isVisible()


def reach(run: WindowRun, scene: Scene) -> bool:
    """Whether there is such a scene: a page may be shorter, a button out of sight in large text."""
    run.window.go(scene.place)
    hand.settle(run)
    if scene.chooses:
        hand.choose(run)
    if scene.screenful and hand.scrolled_past(scene.screenful, run):
        return False
    if not done(run, scene.steps):
        return False
    if scene.text:
        hand.write(run, scene.text)
    hand.settle(run)
    return True


def done(run: WindowRun, steps: Sequence[Step]) -> bool:
    """False where the window has no room for one of them."""
    for step in steps:
        if isinstance(step, str):
            hand.press(run, step)
        elif step(run) is False:
            return False
        hand.rest(hand.SETTLED // 3)
    return True
