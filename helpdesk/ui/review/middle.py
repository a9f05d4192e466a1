"""The middle of the screen: the conversation, and what opens over it for a while."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QWidget

from helpdesk.domain.article import ArticleText
from helpdesk.domain.draft import Citation
from helpdesk.ui import theme
from helpdesk.ui.conversation import ConversationPane
from helpdesk.ui.kit import split
from helpdesk.ui.review.backing import Backing
from helpdesk.ui.review.reader import Reader
from helpdesk.ui.review.side_pane import SidePane


class Middle(QStackedWidget):
    """`left` is emitted when a button asks for the way back."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        theme.dress(self, "pane")
        self.conversation = ConversationPane()
        self.backing = Backing()
        self.reader = Reader()
        self._told = beside(self.conversation, self.backing)
        for part in (self._told, self.reader):
            self.addWidget(part)
        for closing in (self.reader, self.backing):
            closing.closed.connect(self.left)

    def add(self, pane: SidePane) -> None:
        pane.closed.connect(self.left)
        self.addWidget(pane)

    def open(self, pane: SidePane) -> None:
        self.setCurrentWidget(pane)
        pane.begin()

    def show_article(self, article: ArticleText, citation: Citation) -> None:
        self.reader.show_article(article, citation)
        self.setCurrentWidget(self.reader)

    def show_quote(self, citation: Citation) -> None:
        self.reader.show_quote(citation)
        self.setCurrentWidget(self.reader)

    def is_worked_aside(self) -> bool:
        """Whether the keyboard is in something that lies over the conversation."""
        focused = QApplication.focusWidget()
        return self.currentWidget() is not self._told and focused is not None and self.isAncestorOf(focused)

    def show_conversation(self) -> None:
        self.setCurrentWidget(self._told)
        self.backing.hide()


def beside(conversation: QWidget, backing: QWidget) -> QSplitter:
    """The conversation, and below it what the sentence at the caret stands on."""
    made = split((conversation, 3), (backing, 2), sizes=(600, 400), down=True)
    made.setHandleWidth(5)
    return made
