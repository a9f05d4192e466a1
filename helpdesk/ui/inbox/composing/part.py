"""The composer as a part of the inbox."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from helpdesk.domain.composing import WritingKind
from helpdesk.domain.forgotten import Oversight
from helpdesk.domain.ticket import TicketStatus
from helpdesk.ui.conversation.mentioning import Mentioning
from helpdesk.ui.inbox.composing import leaving
from helpdesk.ui.inbox.composing.composer import ARTICLE, FORWARD, KINDS, MACRO, NOTE, REPLY, Composer, Saved
from helpdesk.ui.inbox.composing.files_presenter import FilesPresenter
from helpdesk.ui.inbox.composing.forwarding_presenter import ForwardingPresenter
from helpdesk.ui.inbox.composing.inserting_presenter import InsertingPresenter
from helpdesk.ui.inbox.composing.versions_popover import VersionsPopover
from helpdesk.ui.inbox.composing.writing_presenter import WritingPresenter
from helpdesk.ui.kit import Tone
from helpdesk.ui.kit.file_drop import FileDrop
from helpdesk.ui.kit.shortcuts import Intent
from helpdesk.ui.language import mark, tr
from helpdesk.ui.reason_words import reason_said

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from helpdesk.domain.composing import OutgoingFile, Version, Writing
    from helpdesk.domain.conversation import Conversation, Letter
    from helpdesk.domain.forgotten import Overlooked
    from helpdesk.domain.forwarding import KnownAddress
    from helpdesk.domain.ids import MessageId, OutboxId, TicketId
    from helpdesk.services.desk import Desk
    from helpdesk.ui.inbox.composing.pick_list import Pick
    from helpdesk.ui.inbox.frame import Inbox

WRITING = mark("Writing")
SOLVE = Intent("send-and-solve", ("Ctrl+Shift+Return",), mark("Send the reply and solve the ticket"), WRITING)
AND_THEN = Intent("send-and", ("Alt+Return",), mark("Send, and say what becomes of the ticket"), WRITING)
LATER = Intent("send-later", ("Ctrl+Alt+Return",), mark("Send the reply later"), WRITING)
INSERT = Intent("insert-macro", (";",), mark("Put in a macro"), WRITING)
ANSWER = Intent("insert-article", ("Ctrl+Shift+K",), mark("Put in an answer of the knowledge base"), WRITING)
ATTACH = Intent("attach", ("Ctrl+Shift+A",), mark("Attach files"), WRITING)
FORWARDING = Intent("forward", ("Shift+F",), mark("Forward the message to a third person"), WRITING)
VERSIONS = Intent("versions", ("Ctrl+Alt+H",), mark("Earlier versions of this text"), WRITING)

FORGOTTEN = {
    Oversight.UNFILLED: mark("The text still has {names}."),
    Oversight.NO_FILE: mark("You speak of a file (“{names}”), and none is attached."),
}


class ComposerPart:
    """Each ticket is begun with a public reply, whatever was written on the one before, unless only a note is begun on it or
    the agent has said which meanwhile."""

    def __init__(self, inbox: Inbox) -> None:
        self._inbox = inbox
        context, notices = inbox.context, inbox.notices
        self.widget = self.composer = Composer()
        self.presenter = WritingPresenter(self, notices, context.bridge, context.delays)
        self.forwarding = ForwardingPresenter(self, self.presenter, notices, context.bridge, context.delays)
        self.files = FilesPresenter(context.bridge, notices, self._at, self.presenter.read)
        self.inserting = InsertingPresenter(self, notices, context.bridge, context.delays)
        attached, put_in = tr("Let go to attach these files"), tr("Let go to put in this text")
        self._drop = FileDrop(self.composer, attached, Path.exists, put_in)
        self.mentioning = Mentioning(self.composer.note, context.bridge)
        self._connect()
        self.composer.allow(False)
        self._to_forward: MessageId | None = None
        self._fresh = False

    def desk_ready(self, desk: Desk) -> None:
        self.presenter.desk_ready(desk)
        self.forwarding.desk_ready(desk)
        self.files.desk_ready(desk)
        self.inserting.desk_ready(desk)
        self.mentioning.desk_ready(desk)

    def opened(self, conversation: Conversation | None) -> None:
        ticket_id = conversation.ticket.id if conversation is not None else None
        if ticket_id != self.presenter.ticket_id:
            self._to_forward = None
            self.forwarding.let_go()
            self.forwarding.leave()
            self._fresh = not self.composer.decided
            if self._fresh:
                self.composer.use(REPLY)
        self.presenter.open(ticket_id)
        self.composer.allow(self.presenter.writing is not None)
        self.inserting.open(ticket_id)

    def left(self) -> None:
        self.composer.decided = False
        self.forwarding.leave()
        self.presenter.leave()

    def intents(self) -> tuple[tuple[Intent, Callable[[], object]], ...]:
        return (
            (SOLVE, self.send_and_solve),
            (AND_THEN, self.ask_what_then),
            (LATER, self.ask_when),
            (INSERT, partial(self._offer, MACRO)),
            (ANSWER, partial(self._offer, ARTICLE)),
            (ATTACH, self._choose_files),
            (FORWARDING, self.forward_current),
            (VERSIONS, self._look_back),
        )

    def undo(self, outbox_id: OutboxId, ticket_id: TicketId, letter: Letter) -> None:
        """Takes a reply or a forward back into the editor of its ticket."""
        self.forwarding.keep_address()
        self.presenter.undo(outbox_id, ticket_id, letter)

    def forward_current(self) -> None:
        """The message with the keyboard, else the customer's newest one."""
        chosen = self._inbox.pane.current()
        if chosen is not None:
            self.forward(chosen.message.id)

    def forward(self, message_id: MessageId) -> None:
        """What is typed from now on is the address. On a ticket that is being opened it waits for what is written there."""
        if self.presenter.writing is None:
            self._to_forward = message_id
            return
        self.composer.use(FORWARD)
        self.composer.to.line.setFocus()
        self.forwarding.begin(message_id)

    # Ways to send

    def send_and_solve(self) -> None:
        if self._may_send():
            self.presenter.send(TicketStatus.SOLVED)

    def ask_what_then(self) -> None:
        if self._may_send():
            question = leaving.Question(self.composer.window(), tr("Send the reply and…"), leaving.ways())
            question.chosen.connect(self._send_so)
            question.open_above(self.composer.ways)

    def ask_when(self) -> None:
        if self._may_send(WritingKind.REPLY, WritingKind.FORWARD):
            offered = leaving.times(datetime.now().astimezone())
            question = leaving.Question(self.composer.window(), tr("When shall the reply leave?"), offered)
            question.chosen.connect(self._send_at)
            question.open_above(self.composer.later)

    # What the presenters show

    def show_opening(self) -> None:
        self.composer.allow(False)
        self.composer.to.forget()
        self.composer.banner.clear()

    def show_writing(self, writing: Writing) -> None:
        for kind in WritingKind:
            self.composer.show_text(kind, writing.text(kind))
        if self._fresh and not self.composer.decided and writing.note and not writing.reply:
            self.composer.use(NOTE)
        self._fresh = False
        self.composer.to.show_address(writing.to)
        self.composer.allow(True)
        waiting, self._to_forward = self._to_forward, None
        if waiting is not None:
            self.forward(waiting)

    def show_text(self, kind: WritingKind, text: str) -> None:
        self.composer.show_text(kind, text)
        if kind is WritingKind.FORWARD and not text:
            self.composer.to.forget()

    def turn_to(self, kind: WritingKind) -> None:
        self.composer.use(KINDS.index(kind))

    def show_files(self, files: Sequence[OutgoingFile]) -> None:
        kind = self.composer.kind
        self.composer.show_files([file for file in files if file.kind is kind])

    def show_saved(self, state: Saved) -> None:
        self.composer.show_saved(state)

    def show_signature(self, signature: str, wanted: bool) -> None:
        self.composer.show_signature(signature, wanted)

    def show_sending(self, busy: bool) -> None:
        self.composer.show_sending(busy)

    def show_overlooked(self, found: Sequence[Overlooked]) -> None:
        words = " ".join(tr(FORGOTTEN[one.kind], names=", ".join(one.words)) for one in found)
        self.composer.banner.say(words, Tone.WARNING, action=tr("Send all the same"))

    def show_forwarding(self) -> None:
        self.composer.forward.moveCursor(QTextCursor.MoveOperation.Start)

    def show_known(self, known: Sequence[KnownAddress]) -> None:
        self.composer.to.offer([one.address for one in known])

    def show_cautions(self, words: Sequence[str]) -> None:
        said = ". ".join(reason_said(one) for one in words)
        self.composer.banner.say(f"{said}.", Tone.WARNING, action=tr("Forward all the same"))

    def show_refusal(self, reason: str) -> None:
        self.composer.banner.say(f"{reason_said(reason)}.", Tone.WARNING)
        self.composer.to.line.setFocus()

    def clear_overlooked(self) -> None:
        self.composer.banner.clear()

    def show_versions(self, versions: Sequence[Version]) -> None:
        shown = VersionsPopover(self.composer.window())
        shown.restore_wanted.connect(self._restore)
        shown.show_versions(versions, self.composer.versions)

    def rest(self) -> None:
        """A keyboard that was put elsewhere meanwhile stays there."""
        focused: QWidget | None = self.composer.window().focusWidget()
        if focused is not None and self.composer.isAncestorOf(focused):
            self._inbox.pane.setFocus()

    def done_with(self, ticket_id: TicketId) -> None:
        self._inbox.advance(ticket_id)

    def show_ticket(self, ticket_id: TicketId) -> None:
        self._inbox.open_ticket(ticket_id)

    def show_picks(self, picks: Sequence[Pick], nothing: str) -> None:
        self.composer.editor(self.composer.kind).picks.show_picks(picks, nothing)

    def insert(self, text: str) -> None:
        self.composer.editor(self.composer.kind).insert_at_caret(text)

    # Inside

    def _put_in(self, text: str) -> None:
        if self.composer.isEnabled():
            self.insert(text)
            self.composer.enter()

    def _connect(self) -> None:
        composer, presenter = self.composer, self.presenter
        composer.typed.connect(lambda kind, text: presenter.type(WritingKind(kind), text))
        composer.turned.connect(self._turned)
        composer.send_requested.connect(presenter.send)
        composer.note_requested.connect(presenter.add_note)
        composer.forward_requested.connect(self._forward)
        composer.forward_wanted.connect(self.forward_current)
        composer.to.typed.connect(self.forwarding.type_address)
        composer.to.entered.connect(self.forwarding.look_up)
        composer.to.discarded.connect(self.forwarding.discard)
        self._inbox.pane.wishes.forwards = True
        self._inbox.pane.wishes.forward.connect(self.forward)
        composer.ways_requested.connect(self.ask_what_then)
        composer.later_requested.connect(self.ask_when)
        composer.versions_requested.connect(self._look_back)
        composer.signature_toggled.connect(presenter.toggle_signature)
        composer.banner.acted.connect(self._send_all_the_same)
        composer.files_offered.connect(self.files.attach)
        composer.files.remove_wanted.connect(self.files.remove)
        self._drop.dropped.connect(self.files.attach)
        self._drop.text_dropped.connect(self._put_in)
        for kind in KINDS:
            editor = composer.editor(kind)
            editor.pick_wanted.connect(self.inserting.want)
            editor.picked.connect(self.inserting.take)
            editor.pasted_picture.connect(self.files.attach_picture)
            editor.picture_refused.connect(self.files.refuse_picture)

    def _turned(self) -> None:
        writing = self.presenter.writing
        self.show_files(writing.files if writing is not None else ())

    def _at(self) -> tuple[TicketId, WritingKind] | None:
        ticket_id = self.presenter.ticket_id
        return None if ticket_id is None else (ticket_id, self.composer.kind)

    def _may_send(self, *kinds: WritingKind) -> bool:
        wanted = kinds or (WritingKind.REPLY,)
        return self.composer.isVisible() and self.composer.kind in wanted and self.composer.send.isEnabled()

    def _forward(self, at: datetime | None = None) -> None:
        self.forwarding.send(self.composer.to.address(), at)

    def _send_all_the_same(self) -> None:
        if self.composer.kind is WritingKind.FORWARD:
            self.forwarding.send_all_the_same(self.composer.to.address())
        else:
            self.presenter.send_all_the_same()

    def _leaves_at(self, moment: datetime) -> None:
        if self.composer.kind is WritingKind.FORWARD:
            self._forward(moment)
        else:
            self.presenter.send(at=moment)

    def _send_so(self, key: str) -> None:
        if key.startswith(leaving.FOLLOW_UP):
            self.presenter.send(follow_up_days=int(key.removeprefix(leaving.FOLLOW_UP)))
        else:
            self.presenter.send(TicketStatus(key))

    def _send_at(self, key: str) -> None:
        if key != leaving.OWN_TIME:
            self._leaves_at(datetime.fromisoformat(key))
            return
        asking = leaving.TimePopover(self.composer.window())
        asking.settled.connect(self._leaves_at)
        asking.closed.connect(asking.deleteLater)
        asking.ask(self.composer.later)

    def _offer(self, sign: str) -> None:
        if self.composer.isVisible() and self.composer.isEnabled():
            self.composer.write(self.composer.mode.current())
            self.composer.editor(self.composer.kind).offer(sign)

    def _choose_files(self) -> None:
        if self.presenter.ticket_id is not None and self.composer.isVisible():
            self.composer.choose_files()

    def _look_back(self) -> None:
        if self.composer.isVisible():
            self.presenter.look_back(self.composer.kind)

    def _restore(self, text: str) -> None:
        """As if typed: what stood there is a version, and the editor's own Ctrl+Z takes it back."""
        editor = self.composer.editor(self.composer.kind)
        editor.selectAll()
        editor.insert_at_caret(text)
        editor.setFocus()
