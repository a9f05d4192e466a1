"""The outbox in the work area: what failed must not look like what was sent."""

from datetime import UTC, datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QStackedWidget, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout

from helpdesk.domain.conversation import TROUBLED, Letter, OutboxEntry, OutboxState
from helpdesk.ui import theme, wording
from helpdesk.ui.inbox.outbox_presenter import held_up, state_words, unsure
from helpdesk.ui.kit import Banner, EmptyState, Label, button, row
from helpdesk.ui.kit.direction import edges
from helpdesk.ui.kit.paged_model import PagedModel
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.kit.row_painting import Pen, paint_ground, two_line_height, two_lines
from helpdesk.ui.kit.rows_view import RowsView, row_to_paint
from helpdesk.ui.kit.safe_text import SafeText
from helpdesk.ui.language import Words, mark, tr
from helpdesk.ui.reason_words import reason_said, reason_sentence
from helpdesk.ui.sending_words import by_what

ADVICE = Words(
    {
        OutboxState.QUEUED: mark("It leaves by itself; until then it can be taken back."),
        OutboxState.SENDING: mark("It is being handed over now."),
        OutboxState.SENT: mark("It left."),
        OutboxState.UNCERTAIN: mark(
            "Sending was interrupted and nobody can tell whether it arrived. Look at the far end, then mark it as sent or send "
            "it again. Since it may have left, it cannot be taken back."
        ),
        OutboxState.FAILED: mark(
            "It was certainly not sent. Put the cause right and send it again, or take it back to change its text."
        ),
        OutboxState.UNDONE: mark("It was taken back before it left."),
    }
)
LETTERS = {
    Letter.REPLY: "",
    Letter.FORWARD: mark("A forward: it does nothing to the ticket."),
    Letter.RATING: mark("It asks the customer how it went."),
}
SIGNS = {OutboxState.FAILED: "✕ ", OutboxState.UNCERTAIN: "? ", OutboxState.SENT: "✓ "}


class OutboxPane(QFrame):
    """Passive: entries, and what can be done about the chosen one."""

    row_chosen = Signal(int)
    retry_requested = Signal()
    confirm_requested = Signal()
    take_back_requested = Signal()
    now_requested = Signal()
    ticket_requested = Signal()
    reload_requested = Signal()
    troubled = Signal(int)
    closed = Signal()

    def __init__(self, model: PagedModel[OutboxEntry]) -> None:
        super().__init__()
        self.rows = RowsView(tr("Outbox"), model, OutboxDelegate())
        self.retry = button(tr("Send again"), "primary", name=tr("Send this reply again"))
        self.now = button(tr("Send now"), "primary", name=tr("Send this reply now instead of later"))
        self.confirm = button(tr("Mark as sent"), name=tr("Mark this reply as sent"))
        self.take_back = button(tr("Take back"), name=tr("Take this reply back into the editor"))
        self.ticket = button(tr("Open ticket"), name=tr("Open the ticket of this reply"))
        self._state = Label("", "strong")
        self._advice = Label("", wraps=True, selectable=True)
        self._text = SafeText(tr("Text of the reply"))
        self._banner = Banner()
        self._empty = EmptyState(
            "outbox", tr("The outbox is empty"), tr("Replies wait here until they leave, and stay listed afterwards.")
        )
        self._detail = self._made_detail()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.rows)
        self._stack.addWidget(self._empty)
        back = button(tr("Back to the ticket"), "quiet", key="Esc")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = row(Label(tr("Outbox"), "title"), None, back, margin=theme.S, role="ruled")
        head.setContentsMargins(edges(theme.S, 0, 0, 0))
        layout.addWidget(head)
        layout.addWidget(self._banner)
        layout.addWidget(self._stack, 3)
        layout.addWidget(self._detail, 2)
        theme.dress(self, "pane")
        back.clicked.connect(self.closed)
        self._connect()
        self.show_actions(None)

    def show_entries(self, total: int) -> None:
        self._banner.clear()
        self._stack.setCurrentWidget(self.rows if total else self._empty)

    def show_troubled(self, troubled: int) -> None:
        self.troubled.emit(troubled)

    def show_actions(self, entry: OutboxEntry | None) -> None:
        self._detail.setVisible(entry is not None)
        if entry is None:
            return
        state = entry.state
        by = f" · {by_what(entry.certificate_id)}" if entry.by_itself else ""
        whom = tr("to {name}", name=f"{entry.recipient_name or entry.recipient} <{entry.recipient}>")
        self._state.say(f"{state_words(entry)} · {whom}{by}")
        theme.dress(self._state, "poor" if state is OutboxState.FAILED else "fair" if unsure(entry) else "strong")
        attempts = tr("Tried {n} times.", n=entry.attempts) if entry.attempts > 1 else ""
        said = (
            reason_sentence(entry.error),
            ADVICE[state],
            tr(LETTERS[entry.kind]),
            attempts,
            goes_with(entry),
            then_words(entry),
        )
        self._advice.say(" ".join(part for part in said if part))
        self._text.show_source(entry.body)
        self.now.setVisible(state is OutboxState.QUEUED and entry.scheduled)
        self.retry.setVisible(state in TROUBLED)
        self.confirm.setVisible(state is OutboxState.UNCERTAIN)
        self.take_back.setVisible(may_be_taken_back(entry))

    def show_row(self, row: int) -> None:
        self.rows.selectRow(row)

    def show_outbox_trouble(self, error: Exception) -> None:
        self._banner.tell(error, action=tr("Try again"))

    def detail_words(self) -> str:
        return "" if self._detail.isHidden() else f"{self._state.text()} {self._advice.text()}"

    def _made_detail(self) -> QFrame:
        detail = QFrame()
        layout = QVBoxLayout(detail)
        layout.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        layout.setSpacing(theme.S)
        layout.addWidget(self._state)
        layout.addWidget(self._advice)
        layout.addWidget(self._text, 1)
        layout.addWidget(row(self.now, self.retry, self.confirm, self.take_back, self.ticket, None))
        theme.dress(detail, "foot")
        return detail

    def _connect(self) -> None:
        self.rows.row_chosen.connect(self.row_chosen)
        self.retry.clicked.connect(self.retry_requested)
        self.confirm.clicked.connect(self.confirm_requested)
        self.take_back.clicked.connect(self.take_back_requested)
        self.now.clicked.connect(self.now_requested)
        self.ticket.clicked.connect(self.ticket_requested)
        self._banner.acted.connect(self.reload_requested)


class OutboxDelegate(QStyledItemDelegate):
    """Who and when above; what happened and why below, in the colour and with the sign of its state."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, two_line_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        entry = row_to_paint(option, index)
        painter.save()
        paint_ground(painter, option)
        if isinstance(entry, OutboxEntry):
            colours, sizes = theme.colours(), theme.type_scale()
            inks = {OutboxState.FAILED: colours.poor, OutboxState.UNCERTAIN: colours.fair, OutboxState.SENT: colours.good}
            upper, lower = two_lines(option.rect.adjusted(theme.L, theme.S, -theme.M, -theme.S))
            pen = Pen(painter)
            upper = pen.right(upper, wording.age(entry.created_at, datetime.now(UTC)), sizes.caption, colours.muted)
            pen.left(upper, f"{one_line(entry.subject)} · {one_line(entry.recipient)}", sizes.body, colours.text)
            state = f"{SIGNS.get(entry.state, '')}{state_words(entry)}"
            ink = colours.fair if held_up(entry) else inks.get(entry.state, colours.muted)
            lower = pen.left(lower, state, sizes.caption, ink, strong=ink is not colours.muted)
            by = by_what(entry.certificate_id) if entry.by_itself else ""
            files = tr("with {names}", names=", ".join(file.name for file in entry.attachments)) if entry.attachments else ""
            more = (one_line(reason_said(entry.error)), by, one_line(files))
            pen.left(lower, " · ".join(part for part in more if part), sizes.caption, colours.muted)
        painter.restore()


def may_be_taken_back(entry: OutboxEntry) -> bool:
    """An approved one that waits goes back by undoing the decision."""
    by_hand = entry.draft_id is None or entry.by_itself
    return entry.state is OutboxState.FAILED or (entry.state is OutboxState.QUEUED and by_hand)


def goes_with(entry: OutboxEntry) -> str:
    """Its files; empty when it has none."""
    names = ", ".join(f"{one_line(file.name)} ({wording.size(file.size)})" for file in entry.attachments)
    return tr("With {names}.", names=names) if names else ""


def then_words(entry: OutboxEntry) -> str:
    """What the ticket becomes when it has left, if it was sent so and has not."""
    if entry.becomes is None or entry.state is not OutboxState.QUEUED:
        return ""
    return tr("Then the ticket is {status}.", status=wording.STATUSES[entry.becomes])
