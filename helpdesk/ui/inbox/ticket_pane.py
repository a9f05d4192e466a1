"""One ticket: what can be done to it, what was said, and where the agent writes."""

from PySide6.QtCore import QMargins, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QPlainTextEdit, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from helpdesk.domain.conversation import Conversation
from helpdesk.domain.ticket import TicketStatus
from helpdesk.ui import theme, wording
from helpdesk.ui.conversation import ConversationPane
from helpdesk.ui.inbox.assist_pane import AssistPane
from helpdesk.ui.inbox.frame import Slot
from helpdesk.ui.inbox.growing import Growing
from helpdesk.ui.inbox.room_to_write import RoomToWrite
from helpdesk.ui.kit import Banner, EmptyState, button, column, glyph_button
from helpdesk.ui.kit.flow import FlowFrame
from helpdesk.ui.kit.pick_box import PickBox
from helpdesk.ui.kit.understanding_line import UnderstandingLine
from helpdesk.ui.language import tr

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
        self.status = PickBox(tr("Status of the ticket"))
        self.status.setToolTip(tr("Status of the ticket"))
        for status in STATUSES:
            self.status.addItem(wording.STATUSES[status])
        self.draft = button(tr("Draft a reply"), name=tr("Have a reply drafted"), key="D")
        self.review = button(tr("Open in review"), key="V")
        self.apart = glyph_button("window", tr("Open in a window of its own"), key="Ctrl+Shift+N")
        self.understanding = UnderstandingLine()
        self.assist = AssistPane()
        self.conversation = ConversationPane()
        self._composing = QWidget()
        self._head = FlowFrame(QMargins(theme.L, theme.XS, theme.S, theme.XS), theme.S)
        self._notices = QVBoxLayout()
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._banner = Banner()
        self._empty = EmptyState("ticket", "", "")
        self._say_nothing_chosen()
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
        self._say_nothing_chosen()
        self._stack.setCurrentIndex(0)
        self.conversation_shown.emit(None)

    def show_opening(self) -> None:
        """Who wrote on the ticket before reads this one first: a keyboard in what cannot be used would be nowhere."""
        self._banner.clear()
        if self._composing.isAncestorOf(QApplication.focusWidget() or self):
            self.conversation.setFocus()
        self._composing.setEnabled(False)

    def show_ticket(self, conversation: Conversation) -> None:
        self._banner.clear()
        self.conversation.show_conversation(conversation)
        blocker = QSignalBlocker(self.status)
        self.status.setCurrentIndex(STATUSES.index(conversation.ticket.status))
        blocker.unblock()
        self._stack.setCurrentIndex(1)
        self.ticket_shown.emit(conversation.ticket.id)
        self.conversation_shown.emit(conversation)

    def show_ticket_trouble(self, error: Exception) -> None:
        self._banner.tell(error, action=tr("Try again"))

    def place(self, slot: Slot, widget: QWidget) -> None:
        """Hangs a part's widget into the pane; a composer takes the place of the one that stands."""
        if slot is Slot.HEAD:
            self._head.add(widget)
        elif slot is Slot.NOTICE:
            self._notices.addWidget(widget)
        elif slot is Slot.COMPOSER:
            self._split.replaceWidget(1, widget)
            self._composing.deleteLater()
            self._composing = self._room.writing = widget
            Growing(self._split, widget.findChildren(QPlainTextEdit))

    def to_readings(self) -> None:
        """The keyboard on the first chip."""
        self._room.give_back()
        self.understanding.enter()

    def shows_ticket(self) -> bool:
        return self._stack.currentIndex() == 1

    def _say_nothing_chosen(self) -> None:
        self._empty.say(tr("No ticket chosen"), tr("Choose one from the list, or press N to write a new one."))

    def _made_ticket(self) -> QFrame:
        whole = QFrame()
        self._head.add(self.status)
        for deed in (self.draft, self.review, self.apart):
            self._head.add(deed, far=True)
        theme.dress(self._head, "ruled")
        split = self._split
        split.addWidget(self.conversation)
        split.addWidget(self._composing)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 1)
        split.setSizes([470, 240])
        split.setChildrenCollapsible(False)
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.conversation.head)
        layout.addWidget(self._head)
        self._notices.setContentsMargins(theme.L, theme.XS, theme.L, 0)
        self._notices.setSpacing(theme.XS)
        layout.addLayout(self._notices)
        readings = column(self.understanding)
        layout.addWidget(readings)
        layout.addWidget(self.assist)
        self._room = RoomToWrite(whole, readings, self.assist)
        layout.addWidget(split, 1)
        return whole
