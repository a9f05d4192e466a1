"""What fills the window: the screens, what is said to the user from anywhere, and the keys that work everywhere."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from helpdesk.domain.errors import Broken, DeskReopened
from helpdesk.domain.events import Event, JobFailed, JobProgressed
from helpdesk.ui import wording
from helpdesk.ui.desktop.kept_window import KeptWindow
from helpdesk.ui.kit import Banner, EmptyState, Place, ProgressStrip, ScreenContext, ShortcutSheet, Toasts
from helpdesk.ui.kit.keyboard_place import KeyboardPlace
from helpdesk.ui.kit.keymap import FILE as KEYS_FILE
from helpdesk.ui.kit.keymap import Keymap
from helpdesk.ui.kit.palette import Palette
from helpdesk.ui.kit.shortcuts import Intent, Shortcuts
from helpdesk.ui.kit.toast import Toast
from helpdesk.ui.language import mark, tr
from helpdesk.ui.main_window.commands import ITSELF, Commands
from helpdesk.ui.main_window.making import Making
from helpdesk.ui.main_window.places import HELP, REMEDIES, SPOTS, build, spot_of
from helpdesk.ui.main_window.promise_news import PromiseNews
from helpdesk.ui.main_window.rail import HELP_KEY, SHEET_KEY
from helpdesk.ui.main_window.sending_banner import SendingBanner
from helpdesk.ui.main_window.spots import begun_at
from helpdesk.ui.sending_words import STOP_KEY

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from helpdesk.paths import Workspace
    from helpdesk.services.desk import Desk
    from helpdesk.settings import Settings
    from helpdesk.ui.bridge import Bridge, Delays
    from helpdesk.ui.kit import Screen
    from helpdesk.ui.main_window.window import MainWindow

SECONDS_TO_READ = 12.0


@dataclass(frozen=True)
class Start:
    """What the rooms are given at their start."""

    bridge: Bridge
    delays: Delays
    settings: Callable[[], Settings]
    apply_settings: Callable[[Settings], None]
    workspace: Workspace
    kept: KeptWindow = field(default_factory=KeptWindow)


class Rooms(QObject):
    def __init__(self, window: MainWindow, start: Start) -> None:
        super().__init__(window)
        self._window = window
        self._stack = window.stack
        self.desk: Desk | None = None
        self.screens: dict[str, Screen] = {}
        self._place = Place("")
        self._before_help = Place(SPOTS[0].name)
        self._keyboard = KeyboardPlace(window)
        self._kept = start.kept
        self.doors: dict[str, Callable[[Place], object]] = {}
        self._error: Exception | None = None
        self._visited, self._told = set[str](), dict[str, type[Exception]]()
        self.strip = ProgressStrip(cancellable=False)
        self.banner = Banner()
        self.failure = EmptyState("warning", "", "")
        self.toasts = Toasts(window.whole)
        self.sending = SendingBanner(start.bridge, self.go, self.toasts.say)
        self.news = PromiseNews(start.bridge, self.go, self.toasts.show_toast)
        self.shortcuts = Shortcuts(Keymap(start.workspace.folder / KEYS_FILE))
        self.making = Making(window, self._begin)
        self.sheet = ShortcutSheet(window.whole, self.shortcuts)
        self.palette = Palette(window.whole)
        self.commands = Commands(self.palette, self.shortcuts, start.bridge, start.delays)
        self._context = ScreenContext(
            bridge=start.bridge,
            delays=start.delays,
            toasts=self.toasts,
            shortcuts=self.shortcuts,
            navigate=self.go,
            report=self.report,
            settings=start.settings,
            apply_settings=start.apply_settings,
            workspace=start.workspace,
            back=self.back,
            in_steps=True,
        )
        self._place_parts()
        self._bind(start.bridge)
        self._first = begun_at(start.kept.screen).name

    def make_first(self, turn: Callable[[], object]) -> None:
        """The place the window begins at is made part by part; `turn` is asked after each."""
        self.making.whole(self._first, turn)

    def begin(self) -> None:
        self.go(Place(self._first))
        if self.shortcuts.book.keymap.trouble is not None:
            self.toasts.say(tr("{file} cannot be read; the keys are as they came.", file=KEYS_FILE))

    def desk_ready(self, desk: Desk) -> None:
        """Called again with a new desk when changed settings needed one."""
        self.desk, self._error = desk, None
        self._told.clear()
        self.strip.finish()
        self.banner.clear()
        self.sending.desk_ready(desk)
        self.commands.desk_ready(desk)
        self._stack.setCurrentWidget(self.screens[self._place.screen])
        for screen in self.screens.values():
            screen.desk_ready(desk)

    def desk_leaves(self) -> None:
        """The desk is about to close for another: screens save what they hold."""
        self.leave()
        self.sending.desk_leaves()
        self.commands.desk_ready(None)
        self.desk = None

    def leave(self) -> None:
        for screen in self.screens.values():
            screen.left()

    def open_failed(self, error: Exception) -> None:
        """The desk cannot be opened: the whole window says why and what to do."""
        said = wording.of(error)
        self._error = error
        self.strip.finish()
        self.failure.say(said.title, said.sentence, said.action)
        self._stack.setCurrentWidget(self.failure)

    def try_again(self) -> None:
        """The remedy of the error on display was taken."""
        self._error = None
        self.banner.clear()
        if self.desk is None:
            self._stack.setCurrentWidget(self._window.opening)

    def remember(self) -> None:
        """What the window is to show when it is opened again."""
        self._kept.screen = self._place.screen
        for name in self._visited:
            here = self.screens[name].here()
            if here is not None:
                self._kept.remember(name, self.screens[name], here)

    def go(self, place: Place) -> None:
        """A screen that is gone to for the first time shows what it showed when the window was last closed, unless something
        else is wanted of it. `doors` are sections that lead out of the screens."""
        if place.section in self.doors:
            self.doors[place.section](place)
            return
        if place.screen not in self._visited and place == Place(place.screen):
            place = self._kept.places.get(place.screen, place)
        before = self._place.screen
        if place.screen == HELP.name and before != HELP.name:
            self._before_help = Place(before)
            self._keyboard.remember()
        if before in self.screens and place.screen != before:
            self.screens[before].left()
        if place.screen not in self.screens:
            self._furnish(place.screen)
        self._visited.add(place.screen)
        self._place = place
        self._window.rail.show_chosen(place.screen)
        shut = self.desk is None and self._error is not None and place.screen != HELP.name
        self._stack.setCurrentWidget(self.failure if shut else self.screens[place.screen])
        self.screens[place.screen].entered(place)

    def _begin(self, name: str) -> Screen:
        made = build(spot_of(name), replace(self._context, shortcuts=self.shortcuts.of(name)))
        self._stack.addWidget(made)
        return made

    def _furnish(self, name: str) -> None:
        made = self.screens[name] = self.making.whole(name)
        self._kept.divide(name, made)
        if self.desk is not None:
            made.desk_ready(self.desk)

    def back(self) -> None:
        """From the manual to where one was, in the middle of a sentence perhaps."""
        self.go(self._before_help)
        self._keyboard.give_back()

    def report(self, error: Exception) -> None:
        """NotReady, Refused and Unreachable as a toast with their remedy; what is Broken stays until it is dealt with. What a
        change of settings cut short is no news: screens ask the desk that follows, and long work says it itself."""
        if isinstance(error, DeskReopened):
            return
        said = wording.of(error)
        if isinstance(error, Broken):
            self._error = error
            self.banner.tell(error, action=said.action)
            return
        remedy = REMEDIES.get(type(error))
        act = partial(self.go, remedy) if remedy else None
        self.toasts.show_toast(Toast(wording.line(error), said.action if act else "", act, SECONDS_TO_READ))

    def heard(self, event: Event) -> None:
        """Names what is being opened while it is; jobs of an open desk belong to their screens, failures of its lanes here."""
        match event:
            case JobProgressed(progress=progress) if self.desk is None:
                self.strip.show_progress(progress)
            case JobFailed(job=job, error=error) if self._told.get(job) is not type(error):
                self._told[job] = type(error)
                self.report(error)

    def _columns(self) -> Sequence[QWidget]:
        screen = self.screens.get(self._place.screen)
        return screen.columns() if screen is not None else ()

    def _place_parts(self) -> None:
        self.toasts.stand_below(self._columns)
        self._window.work.insertWidget(0, self.strip)
        self._window.work.insertWidget(1, self.banner)
        self._window.work.insertWidget(2, self.sending.banner)
        self._stack.addWidget(self.failure)

    def _bind(self, bridge: Bridge) -> None:
        window = self._window
        self.shortcuts.book.complete = self.making.complete
        self.commands.when_learned(self.making.go_ahead)
        self.commands.lead_to(self.go)
        window.rail.chosen.connect(lambda name: self.go(Place(name)))
        window.rail.keys_wanted.connect(self.sheet.toggle)
        self.failure.acted.connect(lambda: window.remedy_wanted.emit(self._error))
        self.banner.acted.connect(lambda: window.remedy_wanted.emit(self._error))
        bridge.listen(self.heard)
        for number, spot in enumerate(SPOTS, start=1):
            intent = Intent(f"go-{spot.name}", (f"Ctrl+{number}",), spot.title, mark("Places"))
            self.shortcuts.add(window, intent, partial(self.go, Place(spot.name)))
        self.shortcuts.add(window, Intent("keys", (SHEET_KEY,), mark("This list"), mark("Places")), self.sheet.toggle)
        stop = Intent("stop-sending", (STOP_KEY,), mark("Stop all sending by itself"), mark("Places"))
        self.shortcuts.add(window, stop, self.sending.stop)
        anything = Intent(ITSELF, ("Ctrl+K", "Ctrl+Shift+P"), mark("Find a command, a ticket or an article"), mark("Places"))
        self.shortcuts.add(window, anything, self.palette.toggle)
        to_help = partial(self.go, Place(HELP.name))
        self.shortcuts.add(window, Intent("help", (HELP_KEY,), mark("Help: the manual"), mark("Places")), to_help)
