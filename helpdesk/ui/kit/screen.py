"""What the window gives a screen, and what it asks of it.

A screen is a package `helpdesk/ui/<name>/` whose `__init__` has `build(context: ScreenContext) -> Screen`. It is made in steps
before it is first shown (the first one at start); the window calls `desk_ready` as soon as the desk is there and the screen is
gone to, and `entered` and `left` as the user comes and goes. Screens do not know each other: they meet through
`navigate` and events.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from helpdesk.domain.ids import ArticleId, TicketId
    from helpdesk.paths import Workspace
    from helpdesk.services.desk import Desk
    from helpdesk.settings import Settings
    from helpdesk.ui.bridge import Bridge, Delays
    from helpdesk.ui.kit.shortcuts import Shortcuts
    from helpdesk.ui.kit.toast import Toasts


@dataclass(frozen=True)
class Place:
    """Where to go: a screen ('review', 'inbox', 'knowledge', 'insights', 'preferences') and what to open there; of an article
    at which `lines`."""

    screen: str
    ticket_id: TicketId | None = None
    article_id: ArticleId | None = None
    section: str = ""
    lines: tuple[int, int] | None = None


@dataclass(frozen=True)
class Lead:
    """Something on a screen that is found by its name; `words` and what it is `about` are marked."""

    words: str
    about: str
    place: Place


APART, TOUR = "apart", "tour"
"""Sections that are no part of a screen: a ticket in a window of its own; the five first steps."""


def stay() -> None:
    """The way back of a screen that has none."""


@dataclass(frozen=True)
class ScreenContext:
    """`report` shows an error the way its class asks for (wording.py); `apply_settings` saves and uses changed settings
    (BadInput or OSError come through); `back` leads to the place one came from. With `in_steps` the window goes through
    `furnish` itself; else the screen is whole once it is built."""

    bridge: Bridge
    delays: Delays
    toasts: Toasts
    shortcuts: Shortcuts
    navigate: Callable[[Place], None]
    report: Callable[[Exception], None]
    settings: Callable[[], Settings]
    apply_settings: Callable[[Settings], None]
    workspace: Workspace
    back: Callable[[], None] = stay
    in_steps: bool = False


class Screen(QWidget):
    """A place of the window. Every method has a harmless default."""

    def begin(self, context: ScreenContext) -> None:
        """Last in the making of a screen that has a `furnish`."""
        if not context.in_steps:
            for _ in self.furnish():
                pass

    def furnish(self) -> Iterator[None]:
        """Makes and hangs in what is on it, a part a step: the window may do something else in between. Of what takes less than
        a step nothing need be left for this."""
        yield from ()

    def desk_ready(self, desk: Desk) -> None:
        """The desk is open: load. Called again with a new desk after settings changed that need one."""

    def entered(self, place: Place) -> None:
        """The user came here; `place` says what for. May be called before `desk_ready`."""

    def keyboard_home(self) -> QWidget:
        """What gets the keyboard when the control that had it goes away."""
        return self

    def columns(self) -> Sequence[QWidget]:
        """What stands side by side: each ends above a message that would lie over it."""
        return (self,)

    def here(self) -> Place | None:
        """Where the user is on this screen, to be led back to when the window is opened again; None: nowhere in particular."""
        return None

    def take_files(self, paths: Sequence[Path]) -> None:
        """Files dropped on another screen that belong here."""

    def take_text(self, text: str) -> None:
        """Words dropped on another screen that belong here."""

    def left(self) -> None:
        """The user goes elsewhere or closes the window: save what is unsaved, with `bridge.call(…, keep=True)`."""
