"""A field that takes the keys that are pressed instead of writing them."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from helpdesk.ui.kit.shortcuts import may_be_chosen, portable
from helpdesk.ui.language import tr

K = Qt.Key
ALONE = frozenset((K.Key_Control, K.Key_Shift, K.Key_Alt, K.Key_AltGr, K.Key_Meta, K.Key_CapsLock, K.Key_unknown))


class KeyField(QLineEdit):
    """`pressed` carries the chord in portable form. Tab goes on to the next control as everywhere; Esc empties the field."""

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setAccessibleName(tr("New keys"))
        self.setPlaceholderText(tr("Click here, then press the keys"))
        self.chord = ""

    def show_chord(self, chord: str) -> None:
        self.chord = chord
        self.setText(QKeySequence(chord).toString(QKeySequence.SequenceFormat.NativeText))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in ALONE:
            return
        chord = chord_of(event)
        if chord == "Esc":
            self.show_chord("")
        elif may_be_chosen(chord):
            self.show_chord(chord)
            self.pressed.emit(chord)


def chord_of(event: QKeyEvent) -> str:
    """A sign that is typed with Shift ("?", "!") is the sign alone, as on another keyboard it may need no Shift."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    sign = event.text()
    if len(sign) == 1 and sign.isprintable() and not sign.isalnum() and not sign.isspace():
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier
        return portable(QKeySequence(int(modifiers.value) | ord(sign.upper())).toString())
    return portable(QKeySequence(int(modifiers.value) | event.key()).toString())
