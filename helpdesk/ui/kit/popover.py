"""Small questions asked in place, answered by keys: choose one of a list, or write one line."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from helpdesk.ui import theme
from helpdesk.ui.kit.buttons import button
from helpdesk.ui.kit.keyboard_place import KeyboardPlace
from helpdesk.ui.kit.labels import Label
from helpdesk.ui.kit.layout import from_top_to_bottom, row
from helpdesk.ui.kit.line_edit import line_edit
from helpdesk.ui.kit.palette import Palette


class Popover(QFrame):
    """Lies over `host` above its anchor. The keyboard stays in it; Esc or a click beside it closes it and gives the focus
    back. One is asked at a time: what was asked for meanwhile, and would come now, does not take its keys. Nor does it take
    those of the palette: it waits until that is closed."""

    closed = Signal()

    def __init__(self, host: QWidget, title: str) -> None:
        super().__init__(host)
        self._host = host
        self._came_from = KeyboardPlace(host)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(theme.S, theme.S, theme.S, theme.S)
        self.body.setSpacing(2)
        self.title = Label(title, "section")
        self.body.addWidget(self.title)
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.dress(self, "popover")
        self.hide()

    def open_above(self, anchor: QWidget) -> None:
        if self._waits(partial(self.open_above, anchor)):
            return
        if self._asked() is not None:
            self.closed.emit()
            return
        self._came_from.remember()
        self.fit()
        at = anchor.mapTo(self._host, QPoint(0, 0))
        left = max(theme.S, min(at.x(), self._host.width() - self.width() - theme.S))
        top = at.y() - self.height() - theme.XS
        self.move(left, top if top >= theme.S else at.y() + anchor.height() + theme.XS)
        self.show()
        self.raise_()
        surface = self.window().windowHandle()
        if surface is not None:
            surface.installEventFilter(self)
        self._first().setFocus(Qt.FocusReason.PopupFocusReason)

    def _first(self) -> QWidget:
        """What the keyboard goes to."""
        return self

    def _waits(self, opening: Callable[[], object]) -> bool:
        """Whether a command is being looked for: then `opening` is done after what was taken there."""
        palette = next((one for one in self._host.window().findChildren(Palette) if one.isVisible()), None)
        if palette is not None:
            palette.closed.connect(partial(QTimer.singleShot, 0, opening), Qt.ConnectionType.SingleShotConnection)
        return palette is not None

    def _asked(self) -> "Popover | None":
        """What is asked in this window already."""
        asked = self._host.window().findChildren(Popover)
        return next((one for one in asked if one is not self and one.isVisible()), None)

    def fit(self) -> None:
        """As wide as it wants to be, and as high as its words need at that width."""
        self.adjustSize()
        if self.body.hasHeightForWidth():
            self.resize(self.width(), self.body.totalHeightForWidth(self.width()))

    def close_up(self) -> None:
        if self.isHidden():
            return
        self.hide()
        surface = self.window().windowHandle()
        if surface is not None:
            surface.removeEventFilter(self)
        self._came_from.give_back()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click beside the question is no answer; it does there what it does."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            at = self.mapFromGlobal(event.globalPosition().toPoint())
            if not self.rect().contains(at):
                self.close_up()
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, following: bool) -> bool:
        """Qt's own chain must not be asked for: what it gives is taken for a part of the one before it, and kept for ever when
        that one is forgotten."""
        stops = from_top_to_bottom(self)
        focused: QWidget | None = self.focusWidget()
        at = stops.index(focused) if focused in stops else -1 if following else 0
        if stops:
            there = stops[(at + (1 if following else -1)) % len(stops)]
            there.setFocus(Qt.FocusReason.TabFocusReason if following else Qt.FocusReason.BacktabFocusReason)
        return True

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            # The question's keys are its own: the screen's shortcuts rest while it is open.
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_up()
        else:
            super().keyPressEvent(event)


class ChoicePopover(Popover):
    """One of at most nine, by number, arrows and Return, or mouse. Emits the chosen key."""

    chosen = Signal(str)

    def __init__(self, host: QWidget, title: str, choices: Sequence[tuple[str, str]]) -> None:
        """`choices` are (key, words)."""
        super().__init__(host, title)
        self._keys = [key for key, _ in choices]
        self._rows = []
        for number, (key, words) in enumerate(choices, start=1):
            line = button(f"{number}   {words}", "row", name=words)
            line.clicked.connect(lambda _=False, key=key: self.choose(key))
            self.body.addWidget(line)
            self._rows.append(line)

    def _first(self) -> QWidget:
        return self._rows[0]

    def choose(self, key: str) -> None:
        self.close_up()
        self.chosen.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = next((n for n, line in enumerate(self._rows) if line.hasFocus()), 0)
        digit = event.text()
        if digit.isdigit() and 1 <= int(digit) <= len(self._keys):
            self.choose(self._keys[int(digit) - 1])
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_J):
            self._rows[(at + 1) % len(self._rows)].setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_K):
            self._rows[at - 1].setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose(self._keys[at])
        else:
            super().keyPressEvent(event)


class LinePopover(Popover):
    """One line of text and a button. Emits what was written; `needed` refuses an empty line."""

    written = Signal(str)

    def __init__(self, host: QWidget, title: str, action: str, *, hint: str = "", needed: bool = True) -> None:
        super().__init__(host, title)
        self._needed = needed
        self._line = line_edit(title, hint)
        self._line.setMinimumWidth(theme.scaled(320))
        self._send = button(action, "primary")
        self.body.addWidget(row(self._line, self._send))
        self._line.returnPressed.connect(self._finish)
        self._send.clicked.connect(self._finish)
        self._line.textChanged.connect(self._weigh)
        self._weigh("")

    def open_above(self, anchor: QWidget) -> None:
        self._line.clear()
        super().open_above(anchor)

    def _first(self) -> QWidget:
        return self._line

    def write(self, text: str) -> None:
        self._line.setText(text)

    def _weigh(self, text: str) -> None:
        self._send.setEnabled(bool(text.strip()) or not self._needed)

    def _finish(self) -> None:
        if self._send.isEnabled():
            text = self._line.text().strip()
            self.close_up()
            self.written.emit(text)
