"""One of many, found by typing; or something else, written in words that are understood."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from helpdesk.ui import theme
from helpdesk.ui.kit.labels import Label
from helpdesk.ui.kit.line_edit import line_edit
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.kit.popover import Popover
from helpdesk.ui.language import tr

WIDTH, MOST_ROWS = 340, 9
FROM_THE_TOP = 96
MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)

Choice = tuple[str, str]
"""A key and its words."""


def no_reading(_: str) -> str:
    return ""


class PickPopover(Popover):
    """`chosen` carries the key of a choice, `written` the typed words. `reading` says what typed words mean, '' when they mean
    nothing; without it only choices can be taken. It goes for good when it closes."""

    chosen = Signal(str)
    written = Signal(str)

    def __init__(
        self, host: QWidget, title: str, choices: Sequence[Choice], hint: str, reading: Callable[[str], str] = no_reading
    ) -> None:
        super().__init__(host, title)
        self._choices, self._reading = choices, reading
        self._met: list[Choice] = []
        self.note: QLineEdit | None = None
        self.nothing = Label(f"{tr('Nothing fits that.')}\n{hint}", "caption", wraps=True)
        self.line = line_edit(title, hint, 200)
        self.rows = QListWidget()
        self.rows.setAccessibleName(title)
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme.dress(self.rows, "contents")
        self.setFixedWidth(theme.scaled(WIDTH))
        self.body.addWidget(self.line)
        self.body.addWidget(self.rows)
        self.body.addWidget(self.nothing)
        self.line.textChanged.connect(self._follow)
        self.line.returnPressed.connect(self._take)
        self.rows.itemClicked.connect(lambda _: self._take())
        self.line.installEventFilter(self)
        self.closed.connect(self.deleteLater)
        self._narrow("")

    def take_note(self, hint: str, kept: str, longest: int) -> None:
        """A second line below, Tab leads there and back: words that go with the answer, or none."""
        self.note = line_edit(hint, hint, longest)
        self.note.setText(kept)
        self.note.returnPressed.connect(self._take)
        self.note.installEventFilter(self)
        self.body.addWidget(self.note)

    def noted(self) -> str:
        return self.note.text().strip() if self.note is not None else ""

    def open_on_top(self) -> None:
        """Over the middle of the window, where the eye is after a key."""
        if self._waits(self.open_on_top):
            return
        self.open_above(self._host)
        self.move((self._host.width() - self.width()) // 2, min(FROM_THE_TOP, self._host.height() // 4))

    def extend(self, typed: str, met: Sequence[Choice]) -> None:
        """Choices found elsewhere with these words, below those that were offered; too late when other words stand there."""
        if self.typed() == typed:
            self._met = [one for one in met if one not in self._choices]
            self._narrow(typed)

    def typed(self) -> str:
        return self.line.text().strip()

    def _first(self) -> QWidget:
        return self.line

    def words(self) -> list[str]:
        return [self.rows.item(row).text() for row in range(self.rows.count())]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QLineEdit) and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in MOVES:
                self._step(-1 if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_PageUp) else 1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close_up()
                return True
        return super().eventFilter(watched, event)

    def _follow(self, typed: str) -> None:
        self._met = [one for one in self._met if typed.strip() and typed.strip().casefold() in one[1].casefold()]
        self._narrow(typed)

    def _narrow(self, typed: str) -> None:
        wanted = typed.strip().casefold()
        fitting = [*(one for one in self._choices if wanted in one[1].casefold()), *self._met]
        said = self._reading(typed.strip()) if wanted else ""
        self.rows.clear()
        for key, words in fitting:
            self._show(words, key)
        if said:
            self._show(said, None)
        self.rows.setCurrentRow(0)
        self.rows.setVisible(self.rows.count() > 0)
        self.nothing.setVisible(bool(wanted) and self.rows.isHidden())
        high = max(self.rows.sizeHintForRow(0), theme.type_scale().body + theme.S)
        self.rows.setFixedHeight(high * min(MOST_ROWS, max(1, self.rows.count())) + theme.XS)
        self.fit()

    def _show(self, words: str, key: str | None) -> None:
        line = QListWidgetItem(one_line(words, 120))
        line.setData(Qt.ItemDataRole.UserRole, key)
        self.rows.addItem(line)

    def _step(self, by: int) -> None:
        if self.rows.count():
            self.rows.setCurrentRow((self.rows.currentRow() + by) % self.rows.count())

    def _take(self) -> None:
        if self.rows.currentRow() < 0:
            return
        line = self.rows.currentItem()
        key, typed = line.data(Qt.ItemDataRole.UserRole), self.typed()
        self.close_up()
        if key is None:
            self.written.emit(typed)
        else:
            self.chosen.emit(key)
