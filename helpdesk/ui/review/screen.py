"""Places queue, conversation and draft, and turns keys and clicks into intents."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from helpdesk.domain.decision import RejectReason
from helpdesk.ui import theme
from helpdesk.ui.conversation.part import ConversationPart
from helpdesk.ui.kit import ElidedLabel, EmptyState, Label, Place, Screen, row
from helpdesk.ui.kit.flow import flow
from helpdesk.ui.kit.paint_later import paint_later
from helpdesk.ui.language import mark, number, tr
from helpdesk.ui.review import keys, notices
from helpdesk.ui.review.asides import Asides
from helpdesk.ui.review.contract import Notice, Saved, Sheet, Waiting
from helpdesk.ui.review.draft_pane import DraftPane
from helpdesk.ui.review.middle import Middle
from helpdesk.ui.review.presenter import ReviewPresenter
from helpdesk.ui.review.queue_list import QueueList
from helpdesk.ui.review.together import AlikeCount

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QHideEvent, QShowEvent

    from helpdesk.domain.article import ArticleText
    from helpdesk.domain.decision import QueueRow
    from helpdesk.domain.draft import Citation
    from helpdesk.domain.ids import DraftId
    from helpdesk.domain.proof import Proof
    from helpdesk.domain.shift import Shift
    from helpdesk.services.desk import Desk
    from helpdesk.services.pipeline import Outlook
    from helpdesk.ui.kit import ScreenContext

WIDTHS = (270, 352, 578)
WAITING = {
    Waiting.LOADING: ("refresh", mark("Opening the queue…"), mark("It takes a moment the first time."), ""),
    Waiting.NOTHING: (
        "done",
        mark("Nothing to review"),
        mark("New drafts appear here by themselves. All caught up."),
        mark("Open the inbox"),
    ),
    Waiting.NO_KNOWLEDGE: (
        "knowledge",
        mark("Start with what you know"),
        mark("Import a folder of markdown files. Every ticket that arrives then gets a drafted reply with its sources."),
        mark("Import a knowledge base"),
    ),
    Waiting.BROKEN: ("warning", mark("The queue cannot be shown"), "", mark("Try again")),
}
BEING_WRITTEN = (
    "refresh",
    mark("Drafts are being written"),
    mark("The first one opens here as soon as it is ready."),
    mark("Open the inbox"),
)
GOES_TO = {Waiting.NOTHING: "inbox", Waiting.NO_KNOWLEDGE: "knowledge"}


class ReviewScreen(Screen):
    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._context = context
        self._waiting = Waiting.LOADING
        self.queue = QueueList()
        self._count = Label("", "caption")
        self._written = ElidedLabel("", "caption")
        self._shift = ElidedLabel("", "caption")
        self._foot = flow(self._written, far=(self._shift,), margin=theme.S, gap=theme.S)
        theme.dress(self._foot, "foot")
        self._foot.hide()
        self._being_written = 0
        self._proof: Proof | None = None
        self.draft = DraftPane(self._overlay())
        self.middle = Middle()
        self.conversation, self.backing, self.reader = self.middle.conversation, self.middle.backing, self.middle.reader
        self.reading = ConversationPart(context, self.conversation)
        self._work = QSplitter(Qt.Orientation.Horizontal)
        self.empty = EmptyState("refresh", "", "")
        self._stack = QStackedWidget(self)
        self._lay_out()
        self.presenter = ReviewPresenter(self, context)
        self._alike = AlikeCount(self.presenter.display, self.draft.show_alike)
        self.asides = Asides(self.middle, context, self.presenter.display, self._to_the_editor, self._alike.again)
        self._connect()
        self._bind_keys()

    def desk_ready(self, desk: Desk) -> None:
        self.presenter.looked_at(self.isVisible())
        self.presenter.desk_ready(desk)
        self.reading.desk_ready(desk)

    def entered(self, place: Place) -> None:
        self.presenter.entered(place)
        self.queue.setFocus()

    def keyboard_home(self) -> QWidget:
        return self.queue

    def columns(self) -> Sequence[QWidget]:
        side_by_side = (self._work.widget(at) for at in range(self._work.count()))
        return [self.empty, *(part for part in side_by_side if part is not None)]

    def left(self) -> None:
        self.presenter.left()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.presenter.looked_at(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.presenter.looked_at(False)

    # What the presenter asks for

    def show_queue(self, rows: Sequence[QueueRow], current: DraftId | None, waiting: int) -> None:
        self.queue.show_rows(rows, current, waiting)
        self._count.say(number(waiting) if waiting else "")

    def show_outlook(self, outlook: Outlook) -> None:
        self._being_written = outlook.waiting
        self._written.say(notices.outlook(outlook))
        self._weigh_foot()

    def show_shift(self, shift: Shift) -> None:
        self._shift.say(notices.of_shift(shift))
        self._weigh_foot()

    def show_waiting(self, waiting: Waiting, words: str = "") -> None:
        quiet = waiting is Waiting.NOTHING and self._being_written > 0
        glyph, *said = BEING_WRITTEN if quiet else WAITING[waiting]
        title, sentence, action = map(tr, said)
        self._waiting = waiting
        self.empty.show_glyph(glyph)
        self.empty.say(title, words or sentence, action)
        self._stack.setCurrentWidget(self.empty)

    def show_sheet(self, sheet: Sheet) -> None:
        goes = self._stack.currentWidget() is self.empty or self.middle.is_worked_aside()
        paint_later(self._work)
        self._stack.setCurrentWidget(self._work)
        self.asides.forget()
        self.middle.show_conversation()
        self.conversation.show_conversation(sheet.item.conversation)
        self.reading.opened(sheet.item.conversation)
        self.draft.show_sheet(sheet)
        self._alike.look(sheet)
        if goes and self.isVisible():
            self.queue.setFocus()

    def show_stream(self, text: str, speed: float) -> None:
        self.draft.show_stream(text, speed)

    def show_stopping(self, stops: bool) -> None:
        self.draft.stream.show_stopping(stops)

    def replace_text(self, text: str) -> None:
        self.draft.editor.replace_text(text)

    def show_saved(self, saved: Saved) -> None:
        self.draft.show_saved(saved)

    def show_notice(self, notice: Notice | None) -> None:
        self.draft.show_notice(notice)

    def show_busy(self, busy: bool) -> None:
        self.draft.show_busy(busy)

    def show_proof(self, proof: Proof | None) -> None:
        self._proof = proof
        self.draft.show_proof(proof)

    def go_to_doubt(self) -> None:
        self.draft.editor.go_to_doubt()

    def show_article(self, article: ArticleText, citation: Citation) -> None:
        self.middle.show_article(article, citation)

    def show_quote(self, citation: Citation) -> None:
        self.middle.show_quote(citation)

    def end_writing(self) -> None:
        if self.draft.editor.hasFocus():
            self.queue.setFocus()

    def text(self) -> str:
        return self.draft.editor.toPlainText()

    # Inside

    def foot_words(self) -> str:
        return " ".join(label.text() for label in (self._written, self._shift) if label.text())

    def _weigh_foot(self) -> None:
        self._foot.setVisible(bool(self._written.text() or self._shift.text()))

    def _overlay(self) -> QFrame:
        self._host = QFrame(self)
        return self._host

    def _lay_out(self) -> None:
        listing = QFrame()
        inside = QVBoxLayout(listing)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        head = row(ElidedLabel(tr("Review queue"), "title"), self._count, margin=theme.M)
        head.setMinimumHeight(theme.head_height())
        theme.dress(head, "ruled")
        inside.addWidget(head)
        inside.addWidget(self.queue, 1)
        inside.addWidget(self._foot)
        theme.dress(listing, "pane")
        for part, width in zip((listing, self.middle, self.draft), (200, 280, 430), strict=True):
            part.setMinimumWidth(width)
            self._work.addWidget(part)
        self._work.setChildrenCollapsible(False)
        self._work.setHandleWidth(5)
        self._work.setSizes(list(WIDTHS))
        for at, stretch in enumerate((1, 2, 2)):
            self._work.setStretchFactor(at, stretch)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._work)
        whole = QVBoxLayout(self._host)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._host)
        QWidget.setTabOrder(self.queue, self.draft.editor)

    def _connect(self) -> None:
        p, draft = self.presenter, self.draft
        self.queue.picked.connect(p.select)
        self.queue.more_wanted.connect(p.more)
        draft.editor.typed.connect(p.typed)
        draft.editor.typed.connect(self.asides.typed)
        draft.editor.caret_moved.connect(self._follow_caret)
        draft.editor.mark_clicked.connect(p.open_citation)
        draft.sources.opened.connect(p.open_citation)
        draft.approve_requested.connect(p.approve)
        draft.reject_requested.connect(lambda reason: p.reject(RejectReason(reason)))
        draft.escalate_requested.connect(p.escalate)
        draft.regenerate_requested.connect(p.regenerate)
        draft.skip_requested.connect(p.skip)
        draft.offer_taken.connect(p.take_offer)
        draft.notice_dismissed.connect(p.dismiss_notice)
        draft.rewrite_requested.connect(self.asides.open_rewriting)
        draft.earlier_requested.connect(self.asides.open_earlier)
        draft.why_requested.connect(self.asides.open_story)
        draft.changed_requested.connect(self.asides.open_changed)
        draft.together_requested.connect(self.asides.open_together)
        draft.stream.stop_wanted.connect(p.stop)
        self.middle.left.connect(self._back)
        self.empty.acted.connect(self._act_on_waiting)

    def _bind_keys(self) -> None:
        acts: dict[str, Callable[[], object]] = {
            "approve": self.draft.approve,
            "reject": self.draft.ask_reason,
            "escalate": self.draft.ask_note,
            "redraft": self.draft.ask_hint,
            "rewrite": self.draft.rewrite,
            "earlier": self.asides.open_earlier,
            "why": self.asides.open_story,
            "offer": self.draft.act_on_notice,
            "changed": self.asides.open_changed,
            "together": self.asides.open_together,
            "take": self.asides.take,
            "stop": self.draft.stream.stop,
            "skip": self.draft.skip,
            "undo": self._context.toasts.act,
            "next": partial(self.presenter.move, 1),
            "previous": partial(self.presenter.move, -1),
            "edit": self.draft.editor.setFocus,
            "doubt": self.draft.editor.go_to_doubt,
            "back": self._back,
            "page-down": partial(self.conversation.scroll_by, 0.8),
            "page-up": partial(self.conversation.scroll_by, -0.8),
            **{f"source-{n}": partial(self.presenter.open_citation, n) for n in range(1, 10)},
        }
        for intent in keys.INTENTS:
            self._context.shortcuts.add(self, intent, acts[intent.name])

    def _follow_caret(self) -> None:
        """While somebody works in the editor, the passage behind the caret's sentence stands beside it."""
        editor = self.draft.editor
        one = editor.sentence() if self.window().focusWidget() is editor else None
        if one is not None and self._proof is not None:
            self.backing.show_sentence(self._proof, one)

    def _back(self) -> None:
        """What runs for a pane that is closed ends with it."""
        self.asides.forget()
        self.middle.show_conversation()
        self.queue.setFocus()

    def _to_the_editor(self) -> None:
        """Where the text is now, and where an undo brings the old one back."""
        self.middle.show_conversation()
        self.draft.editor.setFocus()

    def _act_on_waiting(self) -> None:
        if self._waiting in GOES_TO:
            self._context.navigate(Place(GOES_TO[self._waiting]))
        else:
            self.presenter.refresh()
