"""A strip under the ticket's head with what helps to answer it: closed it is one line, open it shows one part."""

from collections.abc import Sequence

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from helpdesk.domain.thread_summary import Summary
from helpdesk.services.assistance import Similar, SuggestedArticle
from helpdesk.ui import theme, wording
from helpdesk.ui.inbox import assist_parts
from helpdesk.ui.inbox.assist_presenter import Part
from helpdesk.ui.kit import Banner, Label, button, scrolling
from helpdesk.ui.kit.flow import FlowFrame
from helpdesk.ui.language import Words, mark, tr

NAMES = Words({Part.SUMMARY: mark("Summary"), Part.SIMILAR: mark("Similar tickets"), Part.ARTICLES: mark("Suggested articles")})
KEYS = {Part.SUMMARY: "S", Part.SIMILAR: "L", Part.ARTICLES: "A"}
LEAST_HEIGHT, MOST_HEIGHT = 40, 210


class AssistPane(QFrame):
    """Passive: emits intents, takes frozen values."""

    toggled = Signal(str)
    model_wanted = Signal()
    retry_requested = Signal()
    ticket_chosen = Signal(int)
    article_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.buttons = {part: self._made_button(part) for part in Part}
        self._banner = Banner()
        self._inside = QWidget()
        self._list = QVBoxLayout(self._inside)
        self._list.setContentsMargins(theme.L, theme.XS, theme.L, theme.S)
        self._shown: QWidget | None = None
        self._area = scrolling(self._inside)
        self._area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        line = FlowFrame(QMargins(2, theme.XS, 2, theme.XS), gap=0)  # Their words stand under the title.
        for one in self.buttons.values():
            line.add(one)
        layout.addWidget(line)
        layout.addWidget(self._banner)
        layout.addWidget(self._area)
        theme.dress(self, "ruled")
        self._banner.acted.connect(self.retry_requested)
        self.show_part(None)

    def show_part(self, part: Part | None) -> None:
        for one, chosen in self.buttons.items():
            chosen.setChecked(one is part)
        self._banner.clear()
        self._area.setVisible(part is not None)
        if part is not None:
            self.show()
        self._area.setAccessibleName(NAMES[part] if part is not None else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def show_asking(self) -> None:
        self._banner.clear()
        self._show(Label(tr("Looking…"), "muted"))

    def show_summary(self, summary: Summary | None) -> None:
        self._show(assist_parts.summary_part(summary, self.model_wanted.emit))

    def show_similar(self, similar: Similar) -> None:
        self._show(assist_parts.similar_part(similar, self.ticket_chosen.emit))

    def show_articles(self, articles: Sequence[SuggestedArticle]) -> None:
        self._show(assist_parts.articles_part(articles, self.article_chosen.emit))

    def show_assist_trouble(self, error: Exception) -> None:
        self._show(QWidget())
        self._banner.tell_said(wording.asked(error), action=tr("Try again"))

    def words(self) -> str:
        """What is on display."""
        labels = self._inside.findChildren(Label) if self._shown is not None else []
        rows = self._inside.findChildren(QPushButton) if self._shown is not None else []
        return "\n".join([*(one.text() for one in rows), *(one.text() for one in labels)])

    def _made_button(self, part: Part) -> QPushButton:
        made = button(NAMES[part], "quiet", key=KEYS[part])
        made.setCheckable(True)
        made.clicked.connect(lambda _=False: self.toggled.emit(part.value))
        return made

    def _show(self, part: QWidget) -> None:
        if self._shown is not None:
            focus: QWidget | None = self.window().focusWidget()
            if focus is not None and self._shown.isAncestorOf(focus):
                self._area.setFocus()  # Where what was pressed stood, and not what comes next in the window.
            self._list.removeWidget(self._shown)
            self._shown.hide()
            self._shown.setParent(None)
            self._shown.deleteLater()
        self._shown = part
        self._list.addWidget(part)
        part.show()
        self._fit()
        self._area.verticalScrollBar().setValue(0)

    def _fit(self) -> None:
        """As high as what it shows, up to a part of the pane: the conversation below keeps the rest."""
        self._list.activate()
        wanted = self._list.totalHeightForWidth(self.width() - 2 * self._area.frameWidth()) + 2 * self._area.frameWidth()
        most = self._most()
        fits = wanted <= most  # A bar that stands there for a moment would take its room from the words, and have them need it.
        self._area.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        )
        self._area.setFixedHeight(min(most, wanted))

    def _most(self) -> int:
        """What the ticket's pane can spare: in large text the composer below would end out of reach."""
        pane, most = self.parentWidget(), theme.scaled(MOST_HEIGHT)
        if pane is None or not self.isVisible():
            return most
        held = self._area.height() if self._area.isVisibleTo(self) else 0
        return max(theme.scaled(LEAST_HEIGHT), min(most, pane.height() - pane.minimumSizeHint().height() + held))
