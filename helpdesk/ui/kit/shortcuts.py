"""Every intent has a key; this is the one list of them, and the sheet that shows it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from helpdesk.ui import theme
from helpdesk.ui.kit.labels import Label


@dataclass(frozen=True)
class Intent:
    """`keys` are portable key sequences; `group` is the heading on the sheet. `shown` replaces the keys there, and an intent
    without words is not on it (one line may stand for a row of keys)."""

    name: str
    keys: tuple[str, ...]
    words: str
    group: str
    shown: str = ""


class Shortcuts:
    """Plain letters fire only while no text is being edited: an editor takes them first."""

    def __init__(self) -> None:
        self._known: list[tuple[QWidget, Intent]] = []

    def add(self, scope: QWidget, intent: Intent, act: Callable[[], object]) -> None:
        """The keys work while the focus is in `scope` or below; `scope` is a screen, or the window for keys of the whole."""
        for key in intent.keys:
            shortcut = QShortcut(QKeySequence(key), scope)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        self._known.append((scope, intent))

    def intents(self) -> tuple[Intent, ...]:
        return tuple(intent for _, intent in self._known)

    def now(self) -> tuple[Intent, ...]:
        """Those that work on what is on display."""
        return tuple(intent for scope, intent in self._known if scope.isVisible() and intent.words)


class ShortcutSheet(QFrame):
    """Lies over the middle of the window until any key or click."""

    def __init__(self, host: QWidget, shortcuts: Shortcuts) -> None:
        super().__init__(host)
        self._host = host
        self._shortcuts = shortcuts
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(theme.XL, theme.L, theme.XL, theme.L)
        self._table: QWidget | None = None
        self._back_to: QWidget | None = None
        self.setAccessibleName("Keyboard shortcuts")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.dress(self, "popover")
        self.hide()

    def toggle(self) -> None:
        if self.isVisible():
            self._close()
            return
        if self._table is not None:
            self._layout.removeWidget(self._table)
            self._table.deleteLater()
        self._table = self._made_table()
        self._layout.addWidget(self._table)
        self._back_to = self._host.window().focusWidget()
        self.adjustSize()
        self.resize(self.sizeHint())
        self.move((self._host.width() - self.width()) // 2, max(theme.S, (self._host.height() - self.height()) // 2))
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _made_table(self) -> QWidget:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.L)
        grid.setVerticalSpacing(theme.XS)
        grid.addWidget(Label("Keyboard shortcuts", "title"), 0, 0, 1, 5)
        groups: dict[str, list[Intent]] = {}
        for intent in self._shortcuts.now():
            groups.setdefault(intent.group, []).append(intent)
        lines = sum(len(intents) + 1 for intents in groups.values())
        at = 0
        for group, intents in groups.items():
            start = 3 if at >= lines / 2 else 0
            line = at - self._first_of_right(groups, lines) if start else at
            grid.addWidget(Label(group, "section"), line + 1, start, 1, 2)
            for below, intent in enumerate(intents, start=line + 2):
                grid.addWidget(Label(intent.words), below, start)
                grid.addWidget(Label(intent.shown or native(intent.keys), "key"), below, start + 1, Qt.AlignmentFlag.AlignLeft)
            at += len(intents) + 1
        return table

    @staticmethod
    def _first_of_right(groups: dict[str, list[Intent]], lines: int) -> int:
        at = 0
        for intents in groups.values():
            if at >= lines / 2:
                break
            at += len(intents) + 1
        return at

    def _close(self) -> None:
        self.hide()
        if self._back_to is not None:
            self._back_to.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
        self._close()

    def mousePressEvent(self, _: object) -> None:
        self._close()


def native(keys: tuple[str, ...]) -> str:
    """As the platform writes them; alternatives with 'or'."""
    return " or ".join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys)
