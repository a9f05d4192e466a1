"""An article as it was written, with line numbers; the lines that were asked for are marked."""

from PySide6.QtWidgets import QFrame, QHBoxLayout

from helpdesk.ui import theme
from helpdesk.ui.kit import SafeText
from helpdesk.ui.language import tr

WIDEST = 820


class SourceReader(QFrame):
    """Shows the source as plain text: what is cited is what is seen."""

    def __init__(self) -> None:
        super().__init__()
        self.text = SafeText(tr("Article text"), numbered=True)
        self.text.setMaximumWidth(theme.scaled(WIDEST))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.S, theme.S, theme.S, theme.S)
        layout.addWidget(self.text, 1)
        layout.addStretch()

    def show_source(self, source: str, lines: tuple[int, int] | None) -> None:
        self.text.show_source(source, lines)
