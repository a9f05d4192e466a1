"""The side panel: named tabs beside the ticket, of which one is shown."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from helpdesk.ui import theme
from helpdesk.ui.kit import glyph_button
from helpdesk.ui.kit.direction import edges
from helpdesk.ui.kit.segments import Segments
from helpdesk.ui.language import tr

NARROWEST = 250


class SidePanel(QFrame):
    """Closed it takes no room. Tells `closed` when the agent closes it."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._names: list[str] = []
        self._titles: list[str] = []
        self._tabs: Segments | None = None
        self._pages = QStackedWidget()
        self._head = QHBoxLayout()
        self._head.setContentsMargins(edges(theme.S, theme.XS, theme.XS, theme.XS))
        self._close = glyph_button("close", tr("Close the side panel"))
        self._close.clicked.connect(self.closed)
        self._head.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head)
        layout.addWidget(self._pages, 1)
        self.setMinimumWidth(theme.scaled(NARROWEST))
        self.setAccessibleName(tr("Side panel"))
        theme.dress(self, "pane")

    def add(self, name: str, title: str, widget: QWidget) -> None:
        """Tabs are told before the panel is first shown."""
        self._names.append(name)
        self._titles.append(tr(title))
        self._pages.addWidget(widget)
        if self._tabs is not None:
            self._head.removeWidget(self._tabs)
            self._tabs.hide()
            self._tabs.deleteLater()
        self._tabs = Segments(tr("Tabs of the side panel"), self._titles)
        self._tabs.chosen.connect(self._pages.setCurrentIndex)
        self._head.insertWidget(0, self._tabs, 1)

    @property
    def has_tabs(self) -> bool:
        return bool(self._names)

    def current(self) -> str:
        return self._names[self._pages.currentIndex()] if self._names else ""

    def go_to(self, name: str) -> None:
        """Shows that tab; one that is not there leaves the panel as it is."""
        if self._tabs is not None and name in self._names:
            self._tabs.choose(self._names.index(name))
            self._pages.setCurrentIndex(self._names.index(name))

    def enter(self) -> None:
        """The keyboard goes to what the tab on display is for, or to its first control."""
        page = self._pages.currentWidget()
        if page is not None:
            proxy: QWidget | None = page.focusProxy()
            if proxy is not None and proxy.isVisibleTo(page):
                proxy.setFocus(Qt.FocusReason.TabFocusReason)
                return
            reached = (w for w in page.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus)
            first = next((w for w in reached if w.isVisibleTo(page) and w.isEnabled()), page)
            first.setFocus(Qt.FocusReason.TabFocusReason)
