"""One line that leads anywhere: what is typed is looked for in all there is to do and to open."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QLineEdit, QStackedWidget, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from helpdesk.ui import theme
from helpdesk.ui.kit.labels import Label
from helpdesk.ui.kit.paged_model import ROW, PagedModel
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.kit.row_painting import Pen, paint_ground, two_line_height
from helpdesk.ui.kit.rows_view import RowsView
from helpdesk.ui.language import tr

WIDTH, SHOWN = 640, 9
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: SHOWN, Qt.Key.Key_PageUp: -SHOWN}


@dataclass(frozen=True)
class Offer:
    """`about` says what kind of thing it is; `key` is how to have it without the palette."""

    title: str
    about: str
    key: str
    act: Callable[[], object]


class OfferDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, two_line_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        offer = index.data(ROW)
        if not isinstance(offer, Offer):
            return
        painter.save()
        paint_ground(painter, option)
        colours, sizes = theme.colours(), theme.type_scale()
        area = option.rect.adjusted(theme.M, theme.S, -theme.M, -theme.S)
        upper, lower = area.adjusted(0, 0, 0, -area.height() // 2), area.adjusted(0, area.height() // 2, 0, 0)
        pen = Pen(painter)
        upper = pen.right(upper, offer.key, sizes.caption, colours.muted)
        pen.left(upper, one_line(offer.title), sizes.body, colours.text)
        pen.left(lower, one_line(offer.about), sizes.caption, colours.muted)
        painter.restore()


class Palette(QFrame):
    """Lies over the upper middle of the window. The keyboard stays in the line; arrows choose, Return takes, Esc leaves."""

    typed = Signal(str)

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._back_to: QWidget | None = None
        self.model: PagedModel[Offer] = PagedModel(lambda offer: f"{offer.title}, {offer.about}, {offer.key}".rstrip(", "))
        self.line = QLineEdit()
        self.line.setPlaceholderText(tr("What to do, a ticket or an article"))
        self.line.setAccessibleName(tr("Find a command, a ticket or an article"))
        self.line.setMaxLength(200)
        self.rows = RowsView(tr("What fits"), self.model, OfferDelegate(), two_line_height())
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
        self._back_to = self._host.window().focusWidget()
        self.line.clear()
        self.typed.emit("")
        wide = min(WIDTH, self._host.width() - 2 * theme.L)
        high = min(self._host.height() - 2 * theme.XXL, SHOWN * two_line_height() + 60)
        self.setGeometry((self._host.width() - wide) // 2, theme.XXL, wide, high)
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def offer(self, offers: Sequence[Offer]) -> None:
        """Shows these; the first is chosen."""
        self.model.restart()
        self.model.fill(offers)
        self._stack.setCurrentIndex(0 if offers else 1)
        self.rows.mark(0 if offers else -1)
        self.rows.scrollToTop()

    def extend(self, offers: Sequence[Offer]) -> None:
        """The same with more below, known a little later: the choice stays where it is."""
        chosen = max(0, self.rows.current())
        self.model.fill(offers)
        self._stack.setCurrentIndex(0 if offers else 1)
        self.rows.mark(chosen if offers else -1)

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
        if self._back_to is not None:
            self._back_to.setFocus(Qt.FocusReason.OtherFocusReason)

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
            self._back_to = None
            self.hide()
        return super().eventFilter(watched, event)
