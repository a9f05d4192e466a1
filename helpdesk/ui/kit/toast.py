"""Short news at the lower edge, one at a time, with one action and its countdown."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from helpdesk.ui import theme
from helpdesk.ui.kit.buttons import button, glyph_button
from helpdesk.ui.kit.direction import edges, reads_from_right
from helpdesk.ui.kit.labels import Label
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.language import mark, tr

TICK = 250
SECONDS = 6.0
WIDEST = 560
MOST_LETTERS = 320
TOO_LATE = mark("Nothing is left to undo with this key. The history takes back what was changed, the outbox what waits.")


@dataclass(frozen=True)
class Toast:
    """`act` is offered under the label `action` for `seconds`; `counts` shows the seconds that are left."""

    words: str
    action: str = ""
    act: Callable[[], object] | None = None
    seconds: float = SECONDS
    counts: bool = False


class Toasts(QFrame):
    """Lies over the bottom of `host`. A new toast replaces the old one: the latest decision is the one to undo."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._foot: QWidget | None = None
        self._columns: Callable[[], Sequence[QWidget]] = tuple
        self._moved: list[QWidget] = []
        self._toast: Toast | None = None
        self._left = 0.0
        self._words = Label("", wraps=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._count = Label("", "caption")
        self._action = button("", "quiet")
        self._close = glyph_button("close", tr("Dismiss this message"))
        line = QHBoxLayout(self)
        line.setContentsMargins(edges(theme.L, theme.XS, theme.XS, theme.XS))
        line.setSpacing(theme.S)
        for part in (self._words, self._count, self._action, self._close):
            line.addWidget(part)
        theme.dress(self, "toast")
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self._tick)
        self._action.clicked.connect(self.act)
        self._close.clicked.connect(self.clear)
        host.installEventFilter(self)
        self.hide()

    def stand_on(self, foot: QWidget) -> None:
        """A line at the foot of the host that is not covered while it is there."""
        self._foot = foot

    def stand_below(self, columns: Callable[[], Sequence[QWidget]]) -> None:
        """What is on show side by side: what a toast would lie over ends above it while it is there."""
        self._columns = columns

    def show_toast(self, toast: Toast) -> None:
        self._toast = toast
        self._left = toast.seconds
        self._words.say(cut(toast.words))
        self._action.setText(toast.action)
        self._action.setAccessibleName(toast.action)
        self._action.setVisible(bool(toast.action))
        self.setAccessibleName(toast.words)
        self._write_count()
        self._place()
        self.show()
        self.raise_()
        self._make_room()
        self._timer.start()

    def say(self, words: str) -> None:
        self.show_toast(Toast(words))

    def words(self) -> str:
        """What is on display now; empty when nothing is."""
        return "" if self.isHidden() else f"{self._words.text()} {self._count.text()}".strip()

    def act(self) -> bool:
        """Takes the offered action, as its key does. False when none is on offer, which is said."""
        toast = self._toast
        if toast is None or toast.act is None:
            self.say(tr(TOO_LATE))
            return False
        self.clear()
        toast.act()
        return True

    def clear(self) -> None:
        self._timer.stop()
        self._toast = None
        self.hide()
        self._make_room()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
            self._make_room()
        return super().eventFilter(watched, event)

    def _tick(self) -> None:
        if self.underMouse() and not (self._toast and self._toast.counts):
            return
        self._left -= TICK / 1000
        if self._left <= 0:
            self.clear()
        else:
            self._write_count()
            self._make_room()

    def _write_count(self) -> None:
        counts = self._toast is not None and self._toast.counts
        self._count.setVisible(counts)
        self._count.say(f"{max(1, round(self._left))} s" if counts else "")

    def _place(self) -> None:
        # Where reading begins: the actions a toast must not cover are at the other end.
        left = theme.rail_width() + theme.L
        beside = [part.sizeHint().width() + theme.S for part in (self._count, self._action, self._close) if not part.isHidden()]
        wide = self._room(self._host.width() - left - theme.L - sum(beside) - theme.L - theme.XS)
        self._words.setFixedSize(wide, self._words.heightForWidth(wide))
        self.adjustSize()
        floor = self._foot.height() if self._foot is not None and self._foot.isVisible() else 0
        from_left = self._host.width() - left - self.width() if reads_from_right() else left
        self.move(from_left, self._host.height() - floor - self.height() - theme.L)

    def _make_room(self) -> None:
        """Rows and controls that cannot be seen cannot be used; what is shown may have changed meanwhile."""
        covered = {} if self.isHidden() else {column: self._covers(column) for column in self._columns()}
        for column in self._moved:
            covered.setdefault(column, 0)
        for column, high in covered.items():
            column.setContentsMargins(0, 0, 0, high)
        self._moved = [column for column, high in covered.items() if high]

    def _covers(self, column: QWidget) -> int:
        """How many of its lowest pixels."""
        place = column.rect().translated(column.mapTo(self._host, QPoint()))
        beside = place.right() < self.geometry().left() or place.left() > self.geometry().right()
        return 0 if beside or not column.isVisible() else max(0, place.bottom() + 1 - self.y() + theme.XS)

    def _room(self, most: int) -> int:
        """For the words: one line when it is short, else lines of a length that reads well."""
        self._words.ensurePolished()
        needed = self._words.fontMetrics().horizontalAdvance(self._words.text()) + 2
        return max(80, min(needed, WIDEST, most))


def cut(words: str) -> str:
    """A message for the corner of the eye: what is longer belongs elsewhere."""
    line = one_line(words, MOST_LETTERS + 1)
    return line if len(line) <= MOST_LETTERS else f"{line[: MOST_LETTERS - 1].rstrip()}…"
