"""Whether a decided draft counts as right, and the way to say that a reply was wrong after all."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from helpdesk.ui import theme
from helpdesk.ui.kit import Label, button, row
from helpdesk.ui.kit.popover import LinePopover
from helpdesk.ui.language import tr
from helpdesk.ui.review.side_pane import shown_if


class Afterwards(QWidget):
    """Hidden while there is nothing to tell. Questions are asked over `host`."""

    found_wrong = Signal(str)

    def __init__(self, host: QWidget) -> None:
        super().__init__()
        self._counts = Label("", "caption", wraps=True)
        self.wrong = button(tr("It was wrong after all"), "quiet", name=tr("Say that the reply that was sent was wrong"))
        self.what = LinePopover(
            host, tr("What was wrong?"), tr("Count it as wrong"), hint=tr("The button is on the other side")
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.XS)
        layout.addWidget(self._counts)
        layout.addWidget(row(self.wrong, None))
        self.wrong.clicked.connect(lambda: self.what.open_above(self.wrong))
        self.what.written.connect(self.found_wrong)
        self.show_label("", may_turn=False)

    def show_label(self, words: str, *, may_turn: bool) -> None:
        """`words` say whether the draft counts as right or wrong, '' as nothing; `may_turn`: an agent may still find out."""
        self._counts.say(words)
        shown_if(words, self._counts)
        shown_if(may_turn, self.wrong)
        shown_if(words or may_turn, self)

    def words(self) -> str:
        return self._counts.text()
