"""The views at the left: each with its name and how many tickets it has now."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QSizePolicy, QVBoxLayout, QWidget

from helpdesk.ui import theme
from helpdesk.ui.kit import Label, glyph_button, row, scrolling
from helpdesk.ui.language import number, tr

WIDTH = 172
KEYED = 9


@dataclass(frozen=True)
class ShownView:
    """`loud` is a view whose tickets should not be there: its count is told in red, and in bold."""

    id: int
    name: str
    loud: bool = False


class ViewButton(QAbstractButton):
    """Name at the left, count at the right."""

    def __init__(self, view: ShownView, place: int) -> None:
        super().__init__()
        self.view = view
        self._count: int | None = None
        self.setText(view.name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(f"{view.name} (Alt+{place})" if place <= KEYED else view.name)
        self.setAccessibleName(view.name)

    def show_count(self, count: int | None) -> None:
        self._count = count
        self.setAccessibleName(self.view.name if count is None else f"{self.view.name}, {number(count)}")
        self.update()

    def count(self) -> int | None:
        return self._count

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(WIDTH) - theme.M, theme.type_scale().body + theme.L)

    def paintEvent(self, _: QPaintEvent) -> None:
        colours, sizes = theme.colours(), theme.type_scale()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ground = colours.accent_soft if self.isChecked() else colours.line if self.underMouse() else ""
        painter.setPen(QColor(colours.accent) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, theme.RADIUS, theme.RADIUS)
        inside = self.rect().adjusted(theme.S, 0, -theme.S, 0)
        font = QFont(self.font())
        font.setPixelSize(sizes.body)
        strong = self.isChecked()
        count = "" if self._count is None else number(self._count)
        loud = self.view.loud and bool(self._count)
        font.setWeight(QFont.Weight.DemiBold if strong or loud else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(colours.poor if loud else colours.accent_text if strong else colours.muted))
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)
        room = inside.width() - painter.fontMetrics().horizontalAdvance(count) - theme.S
        painter.setPen(QColor(colours.accent_text if strong else colours.text))
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class ViewsRail(QFrame):
    """Passive. `chosen` carries a view's id."""

    chosen = Signal(int)
    new_wanted = Signal()
    edit_wanted = Signal()
    fold_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(theme.scaled(WIDTH))
        self.setAccessibleName(tr("Views"))
        theme.dress(self, "rail")
        self.new = glyph_button("add", tr("New view"))
        self.edit = glyph_button("edit", tr("Change this view"))
        self.fold = glyph_button("fold", tr("Hide the views"), key="F8")
        self._group = QButtonGroup(self)
        self._buttons: list[ViewButton] = []
        self._inside = QWidget()
        self._list = QVBoxLayout(self._inside)
        self._list.setContentsMargins(theme.XS, 0, theme.XS, theme.S)
        self._list.setSpacing(1)
        self._list.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.S, 0, 0)
        layout.setSpacing(theme.XS)
        layout.addWidget(row(theme.M, Label(tr("Views"), "section"), None, self.edit, self.new, self.fold, gap=0))
        layout.addWidget(scrolling(self._inside), 1)
        self.new.clicked.connect(self.new_wanted)
        self.edit.clicked.connect(self.edit_wanted)
        self.fold.clicked.connect(self.fold_wanted)

    def show_views(self, views: Sequence[ShownView]) -> None:
        if [button.view for button in self._buttons] == list(views):
            return
        counts = {button.view.id: button.count() for button in self._buttons}
        for button in self._buttons:
            self._group.removeButton(button)
            self._list.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [ViewButton(view, place) for place, view in enumerate(views, start=1)]
        for place, button in enumerate(self._buttons):
            self._group.addButton(button)
            self._list.insertWidget(place, button)
            button.show_count(counts.get(button.view.id))
            button.clicked.connect(lambda _=False, view_id=button.view.id: self.chosen.emit(view_id))

    def show_counts(self, counts: Sequence[int]) -> None:
        """In the order of the views."""
        for button, count in zip(self._buttons, counts, strict=False):
            button.show_count(count)

    def show_chosen(self, view_id: int | None) -> None:
        """None: what is shown is no view (a search)."""
        self._group.setExclusive(False)
        for button in self._buttons:
            button.setChecked(button.view.id == view_id)
        self._group.setExclusive(True)

    def views(self) -> tuple[ShownView, ...]:
        return tuple(button.view for button in self._buttons)

    def button(self, name: str) -> ViewButton:
        return next(button for button in self._buttons if button.view.name == name)
