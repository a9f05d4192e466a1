"""One line that leads anywhere: what is typed is looked for in all there is to do and to open."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from helpdesk.domain.spoken import Marks
from helpdesk.ui import theme
from helpdesk.ui.kit.keyboard_place import KeyboardPlace
from helpdesk.ui.kit.labels import Label
from helpdesk.ui.kit.line_edit import line_edit
from helpdesk.ui.kit.paged_model import PagedModel
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.kit.row_look import LookDelegate, RowLook, Tag
from helpdesk.ui.kit.row_painting import two_line_height
from helpdesk.ui.kit.rows_view import RowsView
from helpdesk.ui.language import tr

WIDTH, SHOWN = 640, 9
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: SHOWN, Qt.Key.Key_PageUp: -SHOWN}


@dataclass(frozen=True)
class Offer:
    """`about` says what kind of thing it is; `key` is how to have it without the palette. At `title_marks` and `about_marks`
    stand the words that were looked for; both texts are one line then."""

    title: str
    about: str
    key: str
    act: Callable[[], object]
    title_marks: Marks = ()
    about_marks: Marks = ()


def offer_look(offer: Offer) -> RowLook:
    below = Tag(one_line(offer.about), marks=offer.about_marks)
    return RowLook(one_line(offer.title), (Tag(offer.key),), below, marks=offer.title_marks)


class Palette(QFrame):
    """Lies over the upper middle of the window. The keyboard stays in the line; arrows choose, Return takes, Esc leaves."""

    typed = Signal(str)
    closed = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._came_from = KeyboardPlace(host)
        self.model: PagedModel[Offer] = PagedModel(lambda offer: f"{offer.title}, {offer.about}, {offer.key}".rstrip(", "))
        self.line = line_edit(tr("Find a command, a ticket or an article"), tr("What to do, a ticket or an article"), 200)
        self.rows = RowsView(tr("What fits"), self.model, LookDelegate(offer_look))
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._none = Label(tr("Nothing fits. Fewer letters find more."), "muted")
        self._none.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.rows)
        self._stack.addWidget(self._none)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.S, theme.S, theme.S, theme.S)
        layout.setSpacing(theme.S)
        layout.addWidget(self.line)
        layout.addWidget(self._stack, 1)
        self.setAccessibleName(tr("Commands"))
        theme.dress(self, "popover")
        self.line.textChanged.connect(self.typed)
        self.line.returnPressed.connect(self.take)
        self.line.installEventFilter(self)
        self.rows.clicked.connect(lambda _: self.take())
        self.hide()

    def toggle(self) -> None:
        if self.isVisible():
            self.leave()
            return
        self._came_from.remember()
        self.line.clear()
        self.typed.emit("")
        self.show()
        self._fit()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def offer(self, offers: Sequence[Offer]) -> None:
        """Shows these; the first is chosen."""
        self.model.restart()
        self.model.fill(offers)
        self._stack.setCurrentIndex(0 if offers else 1)
        self.rows.mark(0 if offers else -1)
        self.rows.scrollToTop()
        self._fit()

    def extend(self, offers: Sequence[Offer]) -> None:
        """The same with more below, known a little later: the choice stays where it is."""
        chosen = max(0, self.rows.current())
        self.model.fill(offers)
        self._stack.setCurrentIndex(0 if offers else 1)
        self.rows.mark(chosen if offers else -1)
        self._fit()

    def _fit(self) -> None:
        """Over the upper middle, as high as what is offered."""
        wide = min(theme.scaled(WIDTH), self._host.width() - 2 * theme.L)
        rows = min(SHOWN, max(1, self.model.rowCount())) * two_line_height() + 2 * self.rows.frameWidth()
        high = min(self._host.height() - 2 * theme.XXL, self.line.sizeHint().height() + 3 * theme.S + theme.XS + rows)
        self.setGeometry((self._host.width() - wide) // 2, theme.XXL, wide, high)

    def take(self) -> None:
        """Leaves first: what is done may want the keyboard."""
        offer = self.model.row(self.rows.current()) if self.rows.current() >= 0 else None
        if offer is not None:
            self.leave()
            offer.act()

    def leave(self) -> None:
        if self.isHidden():
            return
        self.hide()
        self._came_from.give_back()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            # The window's keys rest while the palette is open.
            event.accept()
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in STEPS:
                self.rows.step(STEPS[key])
                return True
            if key == Qt.Key.Key_Escape:
                self.leave()
                return True
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            self._came_from.forget()
            self.hide()
            self.closed.emit()
        return super().eventFilter(watched, event)
