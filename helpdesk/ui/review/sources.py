"""What a draft stands on and why it is scored so: citation chips, and reasons in words."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from helpdesk.domain.draft import Citation, Reason
from helpdesk.domain.macro import is_macro
from helpdesk.domain.markup import flat
from helpdesk.ui import theme
from helpdesk.ui.kit import ElidedLabel, Label, button, column, row, scrolling
from helpdesk.ui.language import mark, tr
from helpdesk.ui.reason_words import reason_said

REASONS_SHOWN = 4
RAISES = ("+", "good", mark("raises confidence"))
LOWERS = ("−", "poor", mark("lowers confidence"))
ASKS = ("!", "fair", mark("asks for a person's eye"))
HEIGHT = 232
LEAST_HEIGHT = 56


class Sources(QFrame):
    """Emits the number of the citation to open."""

    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.XS)
        self._shown: QWidget | None = None
        inside = QWidget()
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(0, 0, theme.S, 0)
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

    def show_sources(self, citations: Sequence[Citation], reasons: Sequence[Reason]) -> None:
        if self._shown is not None:
            self._list.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
        parts: list[QWidget] = []
        if citations:
            parts.append(Label(tr("Sources"), "section"))
            parts.extend(self._source(citation) for citation in citations)
        if reasons:
            head = Label(tr("Why this confidence"), "section")
            head.setContentsMargins(0, theme.XS if citations else 0, 0, 0)
            parts.append(head)
            parts.extend(told(reason) for reason in strongest(reasons))
        self._shown = column(*parts, gap=theme.XS)
        self._list.addWidget(self._shown)
        self._shown.show()
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def fit(self) -> None:
        """As high as what is shown needs, up to a third of the pane; where the pane is low, less."""
        layout = self._shown.layout() if self._shown is not None else None
        needed = 0
        if layout is not None and layout.count():
            wraps = layout.hasHeightForWidth()
            needed = layout.totalHeightForWidth(self.width() - theme.S) if wraps else layout.totalSizeHint().height()
            needed += theme.S
        pane = self.parentWidget()
        self.setMaximumHeight(min(max(HEIGHT, pane.height() // 3 if pane is not None else 0), needed))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.maximumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), min(self.maximumHeight(), theme.scaled(LEAST_HEIGHT)))

    def _source(self, citation: Citation) -> QWidget:
        trail = f"{citation.title} › {citation.heading}" if citation.heading else citation.title
        key = f"Alt+{citation.n}" if citation.n < 10 else ""
        chip = button(str(citation.n), "chip", name=tr("Open source {count}: {trail}", count=citation.n, trail=trail), key=key)
        chip.setToolTip(
            tr("Open source {count} ({key})", count=citation.n, key=key) if key else tr("Open source {count}", count=citation.n)
        )
        chip.clicked.connect(lambda _=False, n=citation.n: self.opened.emit(n))
        first, last = citation.lines
        place = tr("lines {first}–{last}", first=first, last=last) if last > first else tr("line {first}", first=first)
        lines = Label(tr("macro") if is_macro(citation) else place, "caption")
        text = column(
            row(ElidedLabel(trail), lines, gap=theme.S),
            ElidedLabel(tr("“{quote}”", quote=flat(citation.quote)), "caption"),
            gap=0,
        )
        return row(chip, text, gap=theme.S)


def strongest(reasons: Sequence[Reason]) -> list[Reason]:
    """All that need a person's eye first, then the few that pull most, what lowers the score first."""
    flags = [reason for reason in reasons if reason.weight == 0]
    pulling = sorted((reason for reason in reasons if reason.weight), key=lambda reason: -abs(reason.weight))
    return flags + sorted(pulling[:REASONS_SHOWN], key=lambda reason: reason.weight)


def told(reason: Reason) -> QWidget:
    sign_of, look, spoken = RAISES if reason.weight > 0 else LOWERS if reason.weight < 0 else ASKS
    sign = Label(sign_of, look)
    sign.setFixedWidth(theme.scaled(12))
    sign.setAlignment(Qt.AlignmentFlag.AlignTop)
    sign.setAccessibleName(tr(spoken))
    said = reason_said(reason.words)
    words = ElidedLabel(said) if reason.weight else Label(said, wraps=True)
    return row(sign, words, gap=theme.XS)
