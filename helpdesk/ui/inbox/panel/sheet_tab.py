"""What the panel's tabs share: they say so while no ticket is chosen, then show their parts, which scroll."""

from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout

from helpdesk.ui import theme
from helpdesk.ui.kit import Label, column, scrolling
from helpdesk.ui.kit.layout import tab_down
from helpdesk.ui.language import tr


class SheetTab(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self._stack = QStackedWidget()
        self._stack.addWidget(column(Label(tr("No ticket chosen."), "muted", wraps=True), None, margin=theme.M))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def focusNextPrevChild(self, following: bool) -> bool:
        tab_down(self)
        return super().focusNextPrevChild(following)

    def show_none(self) -> None:
        self._stack.setCurrentIndex(0)

    def _show_parts(self) -> None:
        self._stack.setCurrentIndex(1)

    def _fill(self, *parts: QFrame) -> None:
        """From top to bottom."""
        self._stack.addWidget(scrolling(column(*parts, None, gap=theme.M, margin=theme.M)))
