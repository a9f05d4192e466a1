"""A choice from a list that shows that it is one."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStylePainter,
)

from helpdesk.ui import theme
from helpdesk.ui.kit.arrow import paint_arrow
from helpdesk.ui.kit.buttons import PushButton

FROM_THE_EDGE = 14
BESIDE_THE_ARROW = 4
WIDEST_LIST = 420
WIDEST_NEEDED = 300
"""No box insists on more: a pane in large text has no more room."""
BOX = QStyle.ComplexControl.CC_ComboBox


class PickBox(QComboBox):
    """A style sheet takes the arrow of a combo box away; this paints one in the colour of the text. Words too long for the box
    end in …, and in the list they have more room. The wheel changes a choice only while the keyboard is in it: scrolling past
    must not. Letters typed while the list is open look for a choice: no command is meant by them."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.view().setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.view().installEventFilter(self)
        self.setItemDelegate(QStyledItemDelegate(self))  # the usual one knows nothing of the style sheet's distances

    def sizeHint(self) -> QSize:
        """Qt reckons the arrow's room without the zoom."""
        hint = super().sizeHint()
        return QSize(hint.width() + theme.scaled(BESIDE_THE_ARROW), hint.height())

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), theme.scaled(WIDEST_NEEDED)), hint.height())

    def showPopup(self) -> None:
        wanted = self.view().sizeHintForColumn(0) + theme.XL
        self.view().setMinimumWidth(max(self.width(), min(wanted, theme.scaled(WIDEST_LIST))))
        super().showPopup()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.text().strip():
            event.accept()  # keys that choose or close stay Qt's: it takes them here
            return True
        return super().eventFilter(watched, event)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(BOX, option)
        words = self.currentText() if self.currentIndex() >= 0 else self.placeholderText()
        field = self.style().subControlRect(BOX, option, QStyle.SubControl.SC_ComboBoxEditField, self)
        option.currentText = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, field.width())
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        paint_arrow(painter, self, theme.colours().text, theme.scaled(FROM_THE_EDGE))
        painter.end()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and not self.hasFocus():
            event.ignore()
            return False
        return super().event(event)


class PickButton(PushButton):
    """Looks like a PickBox, for choices made in a menu."""

    def __init__(self) -> None:
        super().__init__()
        theme.dress(self, "pick")

    def _edges(self) -> int:
        return theme.scaled(2 * FROM_THE_EDGE) + theme.S

    def sizeHint(self) -> QSize:
        wanted = self.fontMetrics().horizontalAdvance(self.text()) + self._edges()
        return QSize(min(wanted, theme.scaled(WIDEST_LIST)), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._edges(), super().minimumSizeHint().height())

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.features &= ~QStyleOptionButton.ButtonFeature.HasMenu
        option.text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - self._edges())
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        paint_arrow(painter, self, theme.colours().text, theme.scaled(FROM_THE_EDGE))
        painter.end()
