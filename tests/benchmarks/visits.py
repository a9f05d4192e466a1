"""How long one turn of the window's event loop ever computes, at the start and at the first opening of each place, pane, tab
and dialog: processor time of the window's thread, by the clock in brackets. Fresh only as `--only visits`."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QAbstractEventDispatcher, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication

from helpdesk.gui import WindowRun
from helpdesk.paths import Workspace
from helpdesk.settings import load, save
from helpdesk.ui.kit import Place
from helpdesk.ui.main_window.spots import HELP, SPOTS
from tests.pictures import hand
from tests.pictures.scenes import TABS

SIZE = (1280, 800)
BEAT = 2
"""Milliseconds: no turn waits longer than that for something to do."""

AHEAD, GLANCE = 6_000, 300
AIM = 0.05
ROWS = (3, 6)
OPENED = {
    "review": "next why rewrite earlier source-1 reject escalate redraft edit changed together",
    "inbox": "reply note insert-macro insert-article versions forward reading summary similar articles conversation-changes "
    "history merge split due assign priority tags snooze follow-up checklist links requester panel views search mark-all "
    "marked new outbox",
    "knowledge": "history edit impact base runs synonyms search",
    "help": "next search",
}
"""By place: what is opened there by its intent, one after the other."""

ANYWHERE = ("palette", "keys", "tour", "from-clipboard")


class Turns(QObject):
    """Of each turn since `begin`: what it computed and what it took."""

    def __init__(self) -> None:
        super().__init__()
        self._all: list[tuple[float, float]] = []
        self._computed, self._clock = time.thread_time(), time.perf_counter()
        QAbstractEventDispatcher.instance().awake.connect(self._turned)
        self._beat = QTimer(self, interval=BEAT, timerType=Qt.TimerType.PreciseTimer)
        self._beat.timeout.connect(self.objectName)
        self._beat.start()

    def begin(self) -> None:
        self._all.clear()

    def tell(self, what: str) -> None:
        longest = sorted(self._all, reverse=True)[:3]
        told = "  ".join(f"{computed * 1000:4.0f} ({took * 1000:4.0f})" for computed, took in longest)
        print(f"  {what:<36} {told} ms{'   too long' if longest[0][0] > AIM else ''}", flush=True)

    def _turned(self) -> None:
        computed, clock = time.thread_time(), time.perf_counter()
        self._all.append((computed - self._computed, clock - self._clock))
        self._computed, self._clock = computed, clock


class Visitor:
    """Goes everywhere once, and once more to each place."""

    def __init__(self, run: WindowRun, turns: Turns) -> None:
        self._run, self._turns = run, turns

    def go_round(self) -> None:
        for spot in (*SPOTS, HELP):
            self._do(f"{spot.name}, first", partial(self._run.window.go, Place(spot.name)))
            for row in ROWS if spot.name in OPENED else ():
                self._do(f"{spot.name}: row {row}", partial(self._choose, row))
            for name in OPENED.get(spot.name, "").split():
                self._open(spot.name, name)
        for tab in TABS:
            self._do(f"insights: {tab}", partial(self._run.window.go, Place("insights", section=tab)))
        for name in ANYWHERE:
            self._open("window", name)
        self._do("a window of its own", self._own_window)
        for spot in (*SPOTS, HELP):
            self._do(f"{spot.name}, again", partial(self._run.window.go, Place(spot.name)))

    def _open(self, area: str, name: str) -> None:
        self._do(f"{area}: {name}", partial(self._act, f"{area}.{name}"))
        self._do("", leave)

    def _do(self, what: str, act: Callable[[], object]) -> None:
        """In a turn of the loop, as a key would."""
        self._turns.begin()
        QTimer.singleShot(0, self._run, act)
        hand.rest(GLANCE)
        while self._run.bridge._passing:
            hand.rest(GLANCE)
        if what:
            self._turns.tell(what)

    def _act(self, name: str) -> None:
        for bound in self._run.window.rooms.shortcuts.named(name):
            if bound.scope.isVisible():
                bound.act()

    def _choose(self, row: int) -> None:
        lists = [one for one in self._run.window.findChildren(QAbstractItemView) if one.isVisible() and one.model().rowCount()]
        if lists:
            longest = max(lists, key=lambda one: one.model().rowCount())
            longest.setCurrentIndex(longest.model().index(min(row, longest.model().rowCount() - 1), 0))

    def _own_window(self) -> None:
        self._run.window.go(Place("inbox"))
        self._act("inbox.own-window")


def leave() -> None:
    focused = QApplication.focusWidget()
    if focused is not None:
        QTest.keyClick(focused, Qt.Key.Key_Escape)


def measure() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory(prefix="helpdesk-bench-") as made:
        folder = Path(made) / "desk"
        subprocess.run([sys.executable, "-m", "helpdesk", "sample", str(folder)], check=True, capture_output=True)
        save(folder, replace(load(folder), writer="excerpts"))
        print("the window's longest turns, first visits")
        run, turns = WindowRun(app, Workspace(folder)), Turns()
        turns.begin()
        run.begin()
        hand.wait(run.window.open_for_work)
        turns.tell("the start")
        run.come_forward()
        run.window.resize(*SIZE)
        turns.begin()
        hand.rest(AHEAD)
        turns.tell("places made ahead")
        Visitor(run, turns).go_round()
        run.window.close()
