"""What a draft stands on and why it is scored so: citation chips, and reasons in words."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from helpdesk.domain.draft import Citation, Reason
from helpdesk.ui import theme
from helpdesk.ui.kit import scrolling
from helpdesk.ui.kit.direction import edges
from helpdesk.ui.language import tr
from helpdesk.ui.review.source_rows import KeptRows, ReasonRow, SourceRow

REASONS_SHOWN = 4
HEIGHT = 232
LEAST_HEIGHT = 56
READY_EVERY = 15
"""Milliseconds."""


class Sources(QFrame):
    """Emits the number of the citation to open."""

    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._citations = KeptRows(tr("Sources"), self._made_source)
        self._reasons = KeptRows(tr("Why this confidence"), ReasonRow)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.XS)
        self._list.addWidget(self._citations)
        self._list.addWidget(self._reasons)
        inside = QWidget()
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(edges(0, 0, theme.S, 0))
        whole.addLayout(self._list)
        whole.addStretch(1)
        area = scrolling(inside)
        area.setAccessibleName(tr("Sources and reasons"))
        # What does not fit can be reached with the keyboard: Tab, then the arrow keys.
        area.verticalScrollBar().rangeChanged.connect(
            lambda _, most: area.setFocusPolicy(Qt.FocusPolicy.TabFocus if most else Qt.FocusPolicy.NoFocus)
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        self._ready = QTimer(self, interval=READY_EVERY)
        self._ready.timeout.connect(self._make_ready)
        self._ready.start()

    def show_sources(self, citations: Sequence[Citation], reasons: Sequence[Reason]) -> None:
        self._citations.show_entries(citations)
        self._reasons.show_entries(strongest(reasons))
        self._reasons.setContentsMargins(0, theme.XS if citations else 0, 0, 0)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def fit(self) -> None:
        """As high as what is shown needs, up to a third of the pane; where the pane is low, less."""
        self._list.invalidate()
        wraps = self._list.hasHeightForWidth()
        needed = self._list.totalHeightForWidth(self.width() - theme.S) if wraps else self._list.totalSizeHint().height()
        needed += theme.S if needed else 0
        pane = self.parentWidget()
        self.setMaximumHeight(min(max(HEIGHT, pane.height() // 3 if pane is not None else 0), needed))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.maximumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), min(self.maximumHeight(), theme.scaled(LEAST_HEIGHT)))

    def _make_ready(self) -> None:
        """The rows most drafts need are there before the first one comes."""
        if not self._citations.make_ready() and not self._reasons.make_ready():
            self._ready.stop()

    def _made_source(self) -> SourceRow:
        made = SourceRow()
        made.opened.connect(self.opened)
        return made


def strongest(reasons: Sequence[Reason]) -> list[Reason]:
    """All that need a person's eye first, then the few that pull most, what lowers the score first."""
    flags = [reason for reason in reasons if reason.weight == 0]
    pulling = sorted((reason for reason in reasons if reason.weight), key=lambda reason: -abs(reason.weight))
    return flags + sorted(pulling[:REASONS_SHOWN], key=lambda reason: reason.weight)
