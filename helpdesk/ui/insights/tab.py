"""What a tab of Insights is, and the page most of them are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from helpdesk.ui import theme
from helpdesk.ui.kit import column, scrolling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QScrollArea

    from helpdesk.services.desk import Desk

WIDEST = 1800


class InsightsTab(QWidget):
    """One tab. It is built when it is first gone to; every method has a harmless default."""

    def desk_ready(self, desk: Desk) -> None:
        """The desk is open. Called again with a new desk after settings changed that need one."""

    def entered(self) -> None:
        """The tab is on display from now: load and listen. Told again when the desk is ready only then, or anew."""

    def left(self) -> None:
        """It is not on display any more: stop asking; save what is unsaved, with `bridge.call(…, keep=True)`."""

    def refresh(self) -> None:
        """F5 or the button Refresh, while the tab is on display."""


def page(tab: QWidget, parts: Sequence[QWidget]) -> QScrollArea:
    """Fills the tab with a page that scrolls: the parts from top to bottom, never wider than is comfortable to read."""
    inside = QWidget()
    inside.setMaximumWidth(theme.scaled(WIDEST))
    layout = QVBoxLayout(inside)
    layout.setContentsMargins(theme.XL, theme.M, theme.XL, theme.XL)
    layout.setSpacing(theme.M)
    for part in parts:
        layout.addWidget(part)
    layout.addStretch(1)
    area = scrolling(column(inside))
    whole = QVBoxLayout(tab)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addWidget(area)
    return area
