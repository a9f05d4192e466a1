"""`make pictures`: python -m tests.pictures FOLDER [--workspace DIR] [--only NAME …] writes one PNG a scene, size, look and
language; the README shows some of those in English at 1280 × 800."""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from fnmatch import fnmatch
from itertools import groupby, product
from pathlib import Path
from typing import Any
from unittest.mock import patch

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from helpdesk import cli
from helpdesk.gui import WindowRun
from helpdesk.paths import Workspace
from helpdesk.settings import load, save
from helpdesk.ui.language import speak
from tests.fakes.arabic import PseudoArabic
from tests.pictures import hand
from tests.pictures.grounds import GROUNDS, PREPARED, Changed
from tests.pictures.scenes import SCENES, Scene, Step

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
EVERYWHERE = ("light", "dark")
"""Looks that are taken in both languages and sizes; the others, and right to left, once."""


@dataclass(frozen=True)
class Run:
    """One showing of the window on one ground."""

    look: str
    language: str
    sizes: Sequence[str]
    scenes: Sequence[Scene] = field(default=())

    def name(self, scene: Scene, size: str) -> str:
        return f"{scene.name}-{self.look}-{size}-{self.language}.png"

    def settings(self) -> Mapping[str, Any]:
        return {"language": "en" if self.language == "ar" else self.language, **LOOKS[self.look]}


class Arab:
    """In the place of the window's interpreter."""

    def __init__(self, application: QApplication) -> None:
        self._application = application

    def use(self, _: str) -> None:
        speak(PseudoArabic())
        self._application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)


class Studio:
    """`sample` is the workspace every ground is made from; it stays as it is."""

    def __init__(self, application: QApplication, sample: Path, made: Path, folder: Path) -> None:
        self._application = application
        self._sample = sample
        self._made = made
        self._folder = folder

    def ground(self, name: str) -> Path:
        """A fresh one."""
        if name not in PREPARED:
            return copied(self._sample, self._made / "desk")
        done = self._made / name / "desk"
        if not done.exists():
            PREPARED[name](copied(self._sample, done))
        return copied(done, self._made / "desk")

    def take(self, wanted: Run) -> None:
        for name, scenes in groupby(wanted.scenes, lambda scene: scene.ground):
            workspace = self.ground(name)
            with GROUNDS[name](workspace) as changed:
                self._show(workspace, changed, replace(wanted, scenes=tuple(scenes)))

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
        for size in wanted.sizes:
            run.window.resize(*SIZES[size])
            for scene in wanted.scenes:
                self._picture(run, scene, self._folder / wanted.name(scene, size))
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
    hand.rest(hand.SETTLED)
    if scene.chooses:
        hand.choose(run)
    if scene.screenful and hand.scrolled_past(scene.screenful, run):
        return False
    if not done(run, scene.steps):
        return False
    if scene.text:
        hand.write(run, scene.text)
        hand.rest(hand.SETTLED)
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


def runs(looks: Sequence[str], languages: Sequence[str], sizes: Sequence[str], scenes: Sequence[Scene]) -> list[Run]:
    made = []
    for look, spoken in product(looks, languages):
        if look in EVERYWHERE and spoken != "ar":
            made.append(Run(look, spoken, sizes, scenes))
        elif spoken == "en" or look == "light":
            made.append(Run(look, spoken, sizes[:1], scenes))
    return made


def asked() -> argparse.Namespace:
    known = argparse.ArgumentParser(prog="python -m tests.pictures", description=__doc__)
    known.add_argument("folder", type=Path)
    known.add_argument("--workspace", type=Path, help="a sample workspace that is there already")
    known.add_argument("--only", nargs="*", default=["*"], help="just these scenes; * stands for anything")
    known.add_argument("--looks", nargs="*", default=list(LOOKS), choices=LOOKS)
    known.add_argument("--languages", nargs="*", default=list(LANGUAGES), choices=LANGUAGES)
    known.add_argument("--sizes", nargs="*", default=list(SIZES), choices=SIZES)
    return known.parse_args()


def main() -> int:
    wanted = asked()
    scenes = [scene for scene in SCENES if any(fnmatch(scene.name, pattern) for pattern in wanted.only)]
    wanted.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="helpdesk-pictures-") as made:
        sample = wanted.workspace or Path(made) / "sample"
        if wanted.workspace is None and cli.main(["sample", str(sample)]) != 0:
            return 1
        studio = Studio(QApplication(sys.argv[:1]), sample, Path(made), wanted.folder)
        for run in runs(wanted.looks, wanted.languages, wanted.sizes, scenes):
            studio.take(run)
    return 0


if __name__ == "__main__":
    sys.exit(main())
