"""Every intent has a key; this is the one list of them. A person may choose other keys for any."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget

from helpdesk.ui.kit.keymap import Keymap, Keys
from helpdesk.ui.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable

WHOLE = "window"
LIST_KEYS = frozenset(
    (
        "Tab",
        "Shift+Tab",
        "Backtab",
        "Shift+Backtab",
        "Return",
        "Enter",
        "Up",
        "Down",
        "Left",
        "Right",
        "Home",
        "End",
        "PgUp",
        "PgDown",
    )
)
"""They move within lists and fields, so no intent may have them alone."""


@dataclass(frozen=True)
class Intent:
    """`keys` are portable key sequences; `group` is the heading on the sheet. `shown` replaces the keys there, and an intent
    without words is not on it (one line may stand for a row of keys)."""

    name: str
    keys: Keys
    words: str
    group: str
    shown: str = ""


@dataclass(eq=False)
class Bound:
    """An intent that can be had: where, what it does, and its keys in force."""

    area: str
    scope: QWidget
    intent: Intent
    act: Callable[[], object]
    keys: Keys
    shortcuts: list[QShortcut] = field(default_factory=list)

    @property
    def name(self) -> str:
        return f"{self.area}.{self.intent.name}"

    @property
    def shown(self) -> str:
        """The keys as the platform writes them; alternatives with 'or'."""
        return shown(self.intent, self.keys)

    def meets(self, other: Bound) -> bool:
        """Whether both can be wanted at one time, so that they may not share a key."""
        return (
            self.scope is other.scope or self.scope.isAncestorOf(other.scope) or other.scope.isAncestorOf(self.scope)
        ) and self.name != other.name

    def use(self, keys: Keys) -> None:
        for shortcut in self.shortcuts:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        others = keys != self.keys
        self.keys = keys
        self.shortcuts = [self._made(key) for key in keys]
        for button in self.scope.findChildren(QAbstractButton) if others else ():
            if button.property("key") in self.intent.keys:
                first = f" ({native(keys[:1])})" if keys else ""
                button.setToolTip(f"{button.accessibleName()}{first}")

    def _made(self, key: str) -> QShortcut:
        made = QShortcut(QKeySequence(key), self.scope)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.activated.connect(self.act)
        return made


@dataclass(eq=False)
class KeyBook:
    """Every intent there is, whoever added it. `complete` has the parts of the window that were not needed yet made, so that
    their intents are known too; `told` is called after each."""

    keymap: Keymap
    known: list[Bound] = field(default_factory=list)
    complete: Callable[[Callable[[], object]], object] = lambda told: told()


class Shortcuts:
    """Plain letters fire only while no text is being edited: an editor takes them first.

    `of` gives the same book to a screen under the screen's name, so that equal names of two screens have their own keys."""

    def __init__(self, keymap: Keymap | None = None, area: str = WHOLE, book: KeyBook | None = None) -> None:
        self.book = book or KeyBook(keymap or Keymap())
        self._area = area

    def of(self, area: str) -> Shortcuts:
        return Shortcuts(area=area, book=self.book)

    def add(self, scope: QWidget, intent: Intent, act: Callable[[], object]) -> None:
        """The keys work while the focus is in `scope` or below; `scope` is a screen, or the window for keys of the whole."""
        bound = Bound(self._area, scope, intent, act, intent.keys)
        bound.use(self.book.keymap.keys_of(bound.name, intent.keys))
        self.book.known.append(bound)

    def intents(self) -> tuple[Intent, ...]:
        return tuple(bound.intent for bound in self.book.known)

    def every(self) -> tuple[Bound, ...]:
        return tuple(self.book.known)

    def now(self) -> tuple[Bound, ...]:
        """Those that work on what is on display."""
        return tuple(bound for bound in self.book.known if bound.scope.isVisible() and bound.intent.words)

    def shown(self, area: str, intent: Intent) -> str:
        """The keys in force for an intent of a screen that may not be there yet."""
        return shown(intent, self.book.keymap.keys_of(f"{area}.{intent.name}", intent.keys))

    def named(self, name: str) -> tuple[Bound, ...]:
        """All places of one intent; rows of keys of one line of the sheet have names of their own."""
        return tuple(bound for bound in self.book.known if bound.name == name)

    def first_key(self, intent: str) -> str:
        """The one in force here, as the platform writes it; '' for none."""
        own = self.named(f"{self._area}.{intent}")
        return native(own[0].keys[:1]) if own else ""

    def clash(self, name: str, key: str) -> Bound | None:
        """What has that key already where `name` can be wanted."""
        wanted = portable(key)
        own = self.named(name)
        for other in self.book.known:
            if any(mine.meets(other) for mine in own) and wanted in map(portable, other.keys):
                return other
        return None

    def rebind(self, name: str, keys: Keys | None) -> Bound | None:
        """Puts other keys in force and keeps them; None goes back to ours. Gives what has one of them already, and then
        nothing has changed. Raises OSError when they cannot be kept."""
        own = self.named(name)
        if not own:
            return None
        wanted = own[0].intent.keys if keys is None else tuple(dict.fromkeys(map(portable, keys)))
        for key in wanted:
            taken = self.clash(name, key)
            if taken is not None:
                return taken
        self.book.keymap.choose(name, None if wanted == own[0].intent.keys else wanted)
        for bound in own:
            bound.use(wanted)
        return None

    def as_ours(self) -> None:
        """Our keys everywhere. Raises OSError."""
        self.book.keymap.forget()
        for bound in self.book.known:
            if bound.keys != bound.intent.keys:
                bound.use(bound.intent.keys)


def portable(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


def may_be_chosen(key: str) -> bool:
    """One chord that lists and fields do not need for themselves."""
    return bool(key) and "," not in key.rstrip(",") and portable(key) not in LIST_KEYS


def shown(intent: Intent, keys: Keys) -> str:
    return intent.shown if intent.shown and keys == intent.keys else native(keys)


def native(keys: tuple[str, ...]) -> str:
    """As the platform writes them; alternatives with 'or'. Return stands for Enter too."""
    shown = [key for key in keys if key.replace("Enter", "Return") == key or key.replace("Enter", "Return") not in keys]
    said = [QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in shown]
    return tr("{one} or {other}", one=" / ".join(said[:-1]), other=said[-1]) if len(said) > 1 else "".join(said)
