"""One ticket: what can be done to it, what was said, and where the agent writes."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QVBoxLayout

from helpdesk.domain.conversation import Conversation
from helpdesk.domain.ticket import TicketStatus
from helpdesk.ui import theme, wording
from helpdesk.ui.conversation import ConversationPane
from helpdesk.ui.inbox.assist_pane import AssistPane
from helpdesk.ui.inbox.composer import Composer
from helpdesk.ui.kit import Banner, EmptyState, Label, Tone, button, row
from helpdesk.ui.kit.pick_box import PickBox
from helpdesk.ui.kit.understanding_line import UnderstandingLine

STATUSES = tuple(TicketStatus)


class TicketPane(QFrame):
    """Passive: emits intents, takes a frozen Conversation."""

    status_chosen = Signal(str)
    ticket_shown = Signal(int)
    conversation_shown = Signal(object)
    draft_requested = Signal()
    review_requested = Signal()
    retry_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.status = PickBox("Status of the ticket")
        for status in STATUSES:
            self.status.addItem(wording.STATUSES[status])
        self.draft = button("Draft a reply", name="Have a reply drafted", key="D")
        self.review = button("Open in review", key="V")
        self.understanding = UnderstandingLine()
        self.assist = AssistPane()
        self.conversation = ConversationPane()
        self.composer = Composer()
        self._banner = Banner()
        self._empty = EmptyState("ticket", "No ticket chosen", "Choose one from the list, or press N to write a new one.")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._made_ticket())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._banner)
        layout.addWidget(self._stack)
        theme.dress(self, "pane")
        self.status.activated.connect(lambda place: self.status_chosen.emit(STATUSES[place].value))
        self.draft.clicked.connect(self.draft_requested)
        self.review.clicked.connect(self.review_requested)
        self._banner.acted.connect(self.retry_requested)

    def show_nothing_chosen(self) -> None:
        self._banner.clear()
        self._empty.say("No ticket chosen", "Choose one from the list, or press N to write a new one.")
        self._stack.setCurrentIndex(0)
        self.conversation_shown.emit(None)

    def show_opening(self) -> None:
        self._banner.clear()
        self.composer.setEnabled(False)

    def show_ticket(self, conversation: Conversation) -> None:
        self._banner.clear()
        self.composer.setEnabled(True)
        self.conversation.show_conversation(conversation)
        blocker = QSignalBlocker(self.status)
        self.status.setCurrentIndex(STATUSES.index(conversation.ticket.status))
        blocker.unblock()
        self._stack.setCurrentIndex(1)
        self.ticket_shown.emit(conversation.ticket.id)
        self.conversation_shown.emit(conversation)

    def show_reply_text(self, text: str) -> None:
        self.composer.show_reply_text(text)

    def show_note_text(self, text: str) -> None:
        self.composer.show_note_text(text)

    def show_saved(self, words: str) -> None:
        self.composer.show_saved(words)

    def show_sending(self, busy: bool) -> None:
        self.composer.show_sending(busy)

    def show_ticket_trouble(self, error: Exception) -> None:
        said = wording.of(error)
        self._banner.say(said.sentence, Tone.ERROR, title=said.title, action="Try again")

    def shows_ticket(self) -> bool:
        return self._stack.currentIndex() == 1

    def _made_ticket(self) -> QFrame:
        whole = QFrame()
        label = Label("Status", "caption")
        label.setBuddy(self.status)
        bar = row(label, self.status, None, self.draft, self.review, margin=theme.S, role="ruled")
        bar.setContentsMargins(theme.S, 0, theme.S, 0)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.conversation)
        split.addWidget(self.composer)
        split.setStretchFactor(0, 1)
        split.setSizes([520, 190])
        split.setChildrenCollapsible(False)
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self.understanding)
        layout.addWidget(self.assist)
        layout.addWidget(split, 1)
        return whole
