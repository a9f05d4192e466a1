"""Escalating: a note for the next person, and whether the draft itself was at fault."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from helpdesk.ui.kit.popover import LinePopover
from helpdesk.ui.kit.segments import Segments
from helpdesk.ui.label_words import HANDED_ON
from helpdesk.ui.language import tr

CHOICES = tuple(HANDED_ON)


class HandingOn(LinePopover):
    """Emits the note and what was said of the draft (HandedOn, or None)."""

    handed_on = Signal(str, object)

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, tr("What should the next person know?"), tr("Escalate"), hint=tr("A note for your colleagues"))
        self.draft_is = Segments(tr("What of the draft itself?"), list(HANDED_ON.values()))
        self.body.addWidget(self.draft_is)
        self.written.connect(self._handed_on)

    def open_above(self, anchor: QWidget) -> None:
        self.draft_is.choose(0)
        super().open_above(anchor)

    def _handed_on(self, note: str) -> None:
        self.handed_on.emit(note, CHOICES[self.draft_is.current()])
