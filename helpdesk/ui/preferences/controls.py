"""The right control for each kind of setting. All of them speak with one voice: `changed(value)` and `put(value)`."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMargins, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from helpdesk.domain.lists import listed
from helpdesk.ui import theme
from helpdesk.ui.kit import button
from helpdesk.ui.kit.flow import FlowFrame
from helpdesk.ui.kit.pick_box import PickBox
from helpdesk.ui.language import figure, tr
from helpdesk.ui.preferences.choice_words import choice_words
from helpdesk.ui.preferences.form_fields import FieldKind, FormField, Value

PAUSE_MS = 600
STEP_OF_A_FRACTION = 0.05
STEPS = {int(Qt.Key.Key_Up): 1, int(Qt.Key.Key_Down): -1, int(Qt.Key.Key_PageUp): 10, int(Qt.Key.Key_PageDown): -10}


class Control(QWidget):
    """`changed` is emitted for the user's changes only; `flush` emits what is typed but not yet told."""

    changed = Signal(object)

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self.inner = inner
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(theme.S)
        self._line.addWidget(inner)
        inner.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(inner)

    def put(self, value: Value) -> None:
        raise NotImplementedError

    def flush(self) -> None:
        return


class Switch(Control):
    def __init__(self, field: FormField) -> None:
        self._box = QCheckBox(field.label)
        super().__init__(self._box)
        self._box.clicked.connect(self._switched)

    def put(self, value: Value) -> None:
        self._box.setChecked(bool(value))

    def _switched(self, on: bool) -> None:
        """Not `changed.emit` itself: Qt would call it without the value."""
        self.changed.emit(on)


class Choice(Control):
    def __init__(self, field: FormField) -> None:
        self._box = PickBox(field.label)
        for choice in field.choices:
            self._box.addItem(choice_words(choice), choice)
        super().__init__(self._box)
        self._box.setMinimumWidth(theme.scaled(180))
        self._line.addStretch(1)
        self._box.activated.connect(lambda place: self.changed.emit(self._box.itemData(place)))

    def put(self, value: Value) -> None:
        self._box.setCurrentIndex(self._box.findData(value))


class Several(Control):
    """One box a choice; the value is their names with commas between."""

    def __init__(self, field: FormField) -> None:
        frame = FlowFrame(QMargins(), theme.M)
        super().__init__(frame)
        self._boxes = {choice: QCheckBox(choice_words(choice)) for choice in field.choices}
        for choice, box in self._boxes.items():
            box.setAccessibleName(f"{field.label}: {choice_words(choice)}")
            box.clicked.connect(lambda _: self.changed.emit(self._value()))
            frame.add(box)
        frame.setFocusProxy(next(iter(self._boxes.values())))

    def put(self, value: Value) -> None:
        chosen = listed(str(value))
        for choice, box in self._boxes.items():
            box.setChecked(choice in chosen)

    def _value(self) -> str:
        return ", ".join(choice for choice, box in self._boxes.items() if box.isChecked())


class Line(Control):
    def __init__(self, field: FormField) -> None:
        self.line = QLineEdit()
        super().__init__(self.line)
        self.line.editingFinished.connect(self.flush)
        self._told = ""

    def put(self, value: Value) -> None:
        self._told = str(value)
        self.line.setText(self._told)

    def flush(self) -> None:
        """A value that was refused is told again only when it changed."""
        text = self.line.text().strip()
        if text != self._told:
            self._told = text
            self.changed.emit(self._meant(text))

    def _meant(self, text: str) -> str:
        return text


class Number(Line):
    """A number is typed, or stepped with the arrow keys within its bounds; what is out of bounds is answered in words."""

    def __init__(self, field: FormField) -> None:
        super().__init__(field)
        self._field = field
        self._is_whole = field.kind is FieldKind.WHOLE
        self.line.setFixedWidth(theme.scaled(140))
        self.line.installEventFilter(self)
        self._line.addStretch(1)

    def put(self, value: Value) -> None:
        super().put(str(value) if self._is_whole else figure(float(value)))

    def step(self, by: int) -> None:
        try:
            now = float(self._meant(self.line.text()))
        except ValueError:
            return
        stepped = min(self._field.most, max(self._field.least, now + by * (1 if self._is_whole else STEP_OF_A_FRACTION)))
        self.line.setText(str(int(stepped)) if self._is_whole else figure(round(stepped, 2)))

    def _meant(self, text: str) -> str:
        """A fraction is written with a comma in many languages, and never long enough for one between thousands."""
        return text if self._is_whole else text.replace(",", ".")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in STEPS:
            self.step(STEPS[event.key()])
            return True
        return super().eventFilter(watched, event)


class Folder(Line):
    def __init__(self, field: FormField) -> None:
        super().__init__(field)
        self.line.setPlaceholderText(tr("No folder"))
        self.line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        choose = button(tr("Choose…"), name=tr("Choose the folder: {label}", label=field.label))
        choose.clicked.connect(self._choose)
        self._line.addWidget(choose)

    def _choose(self) -> None:
        dialog = QFileDialog(self, tr("Choose a folder"), self.line.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._chosen)
        dialog.open()

    def _chosen(self, folder: str) -> None:
        self.line.setText(folder)
        self.flush()


class Text(Control):
    """Several lines; told after a pause, and at once when the field is left."""

    def __init__(self, field: FormField) -> None:
        self._text = TextField()
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(theme.scaled(76))
        super().__init__(self._text)
        self._told = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self._text.textChanged.connect(self._pause.start)
        self._text.left.connect(self.flush)

    def put(self, value: Value) -> None:
        self._told = str(value)
        self._text.setPlainText(self._told)
        self._pause.stop()

    def flush(self) -> None:
        self._pause.stop()
        text = self._text.toPlainText()
        if text != self._told:
            self._told = text
            self.changed.emit(text)


class TextField(QPlainTextEdit):
    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


CONTROLS: dict[FieldKind, Callable[[FormField], Control]] = {
    FieldKind.SWITCH: Switch,
    FieldKind.CHOICE: Choice,
    FieldKind.SEVERAL: Several,
    FieldKind.WHOLE: Number,
    FieldKind.FRACTION: Number,
    FieldKind.FOLDER: Folder,
    FieldKind.TEXT: Text,
    FieldKind.LINE: Line,
}


def control(field: FormField) -> Control:
    made = CONTROLS[field.kind](field)
    made.inner.setAccessibleName(field.label)
    made.inner.setAccessibleDescription(field.help)
    made.setEnabled(not field.pinned)
    return made
