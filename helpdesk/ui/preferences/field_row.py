"""One setting: its name, its control, what it means, and what became of the last change."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from helpdesk.ui import theme
from helpdesk.ui.kit import Label, row
from helpdesk.ui.language import figure, number, tr
from helpdesk.ui.preferences.controls import Control, control
from helpdesk.ui.preferences.form_fields import FieldKind, FormField, Value

SAVED_MS = 4000


class FieldRow(QFrame):
    """Says "Saved" for a moment; a refusal stays."""

    changed = Signal(object)

    def __init__(self, field: FormField) -> None:
        super().__init__()
        self.field = field
        self.control: Control = control(field)
        self._state = Label("", "good")
        self._trouble = Label("", "poor", wraps=True, selectable=True)
        self._trouble.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, theme.S)
        layout.setSpacing(theme.XS)
        if field.kind is FieldKind.SWITCH:
            layout.addWidget(row(self.control, None, self._state))
        else:
            name = Label(field.label, "strong")
            name.setBuddy(self.control.inner)
            layout.addWidget(row(name, None, self._state))
            layout.addWidget(self.control)
        layout.addWidget(self._trouble)
        layout.addWidget(Label(explained(field), "caption", wraps=True))
        layout.addStretch(1)
        self._fading = QTimer(self)
        self._fading.setSingleShot(True)
        self._fading.setInterval(SAVED_MS)
        self._fading.timeout.connect(lambda: self._state.say(""))
        self.control.changed.connect(self.changed)

    def put(self, value: Value) -> None:
        self.control.put(value)

    def show_unchanged(self) -> None:
        self._trouble.hide()
        self._trouble.say("")

    def show_checking(self, words: str) -> None:
        self.show_unchanged()
        self._fading.stop()
        theme.dress(self._state, "muted")
        self._state.say(words)

    def show_saved(self) -> None:
        self.show_unchanged()
        theme.dress(self._state, "good")
        self._state.say(tr("Saved"))
        self._fading.start()

    def show_refused(self, words: str) -> None:
        self._state.say("")
        self._trouble.say(words)
        self._trouble.show()

    def words(self) -> str:
        """What became of the last change."""
        return f"{self._state.text()} {self._trouble.text()}".strip()


def explained(field: FormField) -> str:
    parts = [field.help]
    if field.kind in (FieldKind.WHOLE, FieldKind.FRACTION):
        parts.append(
            tr(
                "From {least} to {most}; usually {usual}.",
                least=bound(field.least),
                most=bound(field.most),
                usual=bound(float(field.default)),
            )
        )
    if field.pinned:
        parts.append(tr("Set by {pinned} in the environment; change it there.", pinned=field.pinned))
    return " ".join(parts)


def bound(value: float) -> str:
    return number(value) if value == int(value) and abs(value) >= 2 else figure(value)
