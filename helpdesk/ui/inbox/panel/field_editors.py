"""The desk's own fields, each edited as its kind wants it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from helpdesk.domain.custom_field import LONGEST_VALUE, CustomField
from helpdesk.domain.ticket_panel import FieldValue
from helpdesk.ui import theme
from helpdesk.ui.kit import Label
from helpdesk.ui.kit.pick_box import PickBox
from helpdesk.ui.known_names import choices_in
from helpdesk.ui.language import mark, tr
from helpdesk.ui.panel_words import FIELD_HINTS

NOT_SET = mark("Not set")
Say = Callable[[str], None]


class LineEditor(QLineEdit):
    """Text, number or date: told when it is left or Return is pressed. What was not taken stays there to be corrected."""

    def __init__(self, field: CustomField, say: Say) -> None:
        super().__init__()
        self._kept = self._told = ""
        self._say = say
        self.setMaxLength(LONGEST_VALUE)
        self.setPlaceholderText(FIELD_HINTS.get(field.kind, ""))
        self.editingFinished.connect(self._tell)

    def put(self, value: str) -> None:
        """While it is being written in, nothing is put over it."""
        not_taken = self._told and value == self._kept
        if not not_taken and (not (self.hasFocus() and self.isModified()) or value == self.text()):
            self._kept, self._told = value, ""
            self.setText(value)

    def forget(self) -> None:
        """Another ticket is shown."""
        self._kept = self._told = ""
        self.clear()

    def _tell(self) -> None:
        said = self.text().strip()
        self._told = said if said != self._kept else ""
        if self._told:
            self.setModified(False)
            self._say(said)


class PickEditor(PickBox):
    """A choice, or yes or no: told when another is picked."""

    def __init__(self, field: CustomField, say: Say) -> None:
        super().__init__(field.name)
        offered = choices_in(field)
        self._values = ["", *(value for value, _ in offered)]
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(PickBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.addItems([tr(NOT_SET), *(words for _, words in offered)])
        self.activated.connect(lambda place: say(self._values[place]))

    def put(self, value: str) -> None:
        blocker = QSignalBlocker(self)
        if value not in self._values:
            self._values.append(value)
            self.addItem(value)
        self.setCurrentIndex(self._values.index(value))
        blocker.unblock()


class FieldsBox(QFrame):
    """Passive: `changed` carries a field's key and what was entered."""

    changed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._fields: tuple[CustomField, ...] = ()
        self._inside: QWidget | None = None
        self.editors: dict[str, LineEditor | PickEditor] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def forget(self) -> None:
        """What was typed and not taken was for another ticket."""
        for editor in self.editors.values():
            if isinstance(editor, LineEditor):
                editor.forget()

    def show_fields(self, values: Sequence[FieldValue]) -> None:
        fields = tuple(one.field for one in values)
        if fields != self._fields:
            self._fields = fields
            self._make()
        for one in values:
            self.editors[one.field.key].put(one.value)

    def _make(self) -> None:
        if self._inside is not None:
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = QFrame()
        layout = QVBoxLayout(self._inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self.editors = {field.key: self._made_editor(field) for field in self._fields}
        for field in self._fields:
            label = Label(field.name, "caption")
            label.setBuddy(self.editors[field.key])
            layout.addWidget(label)
            layout.addWidget(self.editors[field.key])
            layout.addSpacing(theme.XS)
        self._layout.addWidget(self._inside)

    def _made_editor(self, field: CustomField) -> LineEditor | PickEditor:
        def say(value: str) -> None:
            self.changed.emit(field.key, value)

        made = PickEditor(field, say) if choices_in(field) else LineEditor(field, say)
        made.setAccessibleName(field.name)
        return made
