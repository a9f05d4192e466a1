"""Where the agent writes: a reply to the customer, a note that stays inside, or to a third person. They never look alike."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QStackedWidget, QVBoxLayout

from helpdesk.domain.composing import WritingKind
from helpdesk.ui import theme
from helpdesk.ui.inbox.composing.address_line import AddressLine
from helpdesk.ui.inbox.composing.files_strip import FilesStrip
from helpdesk.ui.inbox.composing.type_ahead import TypeAhead
from helpdesk.ui.inbox.composing.writing_editor import WritingEditor
from helpdesk.ui.kit import Banner, ElidedLabel, Label, button, glyph_button, row
from helpdesk.ui.kit.flow import flow
from helpdesk.ui.kit.segments import Segments
from helpdesk.ui.language import mark, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent

    from helpdesk.domain.composing import OutgoingFile

REPLY, NOTE, FORWARD = 0, 1, 2
KINDS = (WritingKind.REPLY, WritingKind.NOTE, WritingKind.FORWARD)
DEEDS = (mark("Send reply"), mark("Add note"), mark("Forward"))
MACRO, ARTICLE = "/", "?"


class Saved(StrEnum):
    """How what is typed stands to the store."""

    NOTHING = "nothing"
    SAVING = "saving"
    SAVED = "saved"
    FAILED = "failed"


class Composer(QFrame):
    """Plain text only, pasted text included. Passive: `typed` carries a WritingKind and the text, `turned` says that another
    text is on display, `forward_wanted` that there is nothing yet to forward."""

    typed = Signal(str, str)
    turned = Signal()
    send_requested = Signal()
    note_requested = Signal()
    forward_requested = Signal()
    forward_wanted = Signal()
    ways_requested = Signal()
    later_requested = Signal()
    versions_requested = Signal()
    files_offered = Signal(list)
    signature_toggled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.mode = Segments(tr("Write"), [tr("Public reply"), tr("Internal note"), tr("Forward")])
        signs = {MACRO: tr("Put in a macro"), ARTICLE: tr("Put in an answer of the knowledge base")}
        hint = tr("Write to the customer…  / puts in a macro, ?word an article")
        self.reply = WritingEditor(tr("Public reply"), hint, signs)
        note_hint = tr("Write a note for your team. The customer never sees it.")
        self.note = WritingEditor(tr("Internal note"), note_hint, signs)
        self.forward = WritingEditor(tr("Text to forward"), tr("Write to the third person…"), signs)
        self._editors = dict(zip(KINDS, (self.reply, self.note, self.forward), strict=True))
        self.to = AddressLine()
        self.saved = Label("", "caption")
        self.versions = button(tr("Versions"), "quiet", name=tr("Earlier versions of this text"))
        self.banner = Banner()
        self.files = FilesStrip()
        self.attach = glyph_button("attachment", tr("Attach files"))
        self.macro = button(tr("Macro  /"), "quiet", name=tr("Put in a macro"))
        self.article = button(tr("Article  ?"), "quiet", name=tr("Put in an answer of the knowledge base"))
        self.later = button(tr("Send later…"), "quiet", name=tr("Send the reply later"), key="Ctrl+Alt+Return")
        self.ways = button(tr("Send and…"), "quiet", name=tr("Send, and say what becomes of the ticket"))
        self.send = button(tr("Send reply"), "primary", key="Ctrl+Return")
        self._signature = ElidedLabel("", "caption")
        self.sign = button("", "quiet")
        self._signed = row(self._signature, self.sign, None, gap=theme.XS)
        self._pages = QStackedWidget()
        self._busy = False
        self.decided = False
        self._ahead = TypeAhead(self)
        self._lay_out()
        self._connect()
        self.use(REPLY)

    @property
    def kind(self) -> WritingKind:
        return KINDS[self.mode.current()]

    def editor(self, kind: WritingKind) -> WritingEditor:
        return self._editors[kind]

    def use(self, mode: int) -> None:
        self.mode.choose(mode)
        self._pages.setCurrentIndex(mode)
        self.send.setText(tr(DEEDS[mode]))
        self.send.setAccessibleName(self.send.text())
        for part, modes in ((self.later, (REPLY, FORWARD)), (self.ways, (REPLY,)), (self._signed, (REPLY,))):
            part.setVisible(mode in modes)
        self.to.setVisible(mode == FORWARD)
        self.banner.clear()
        self._weigh()
        self.turned.emit()

    def write(self, mode: int) -> None:
        """Goes there, ready to type. Said while the text is being fetched, it holds for the ticket that comes."""
        self.use(mode)
        self.decided = not self.isEnabled()
        self.enter()

    def enter(self) -> None:
        """Ready to type, in what the ticket is begun with."""
        if not self.isEnabled():
            self._ahead.begin()
        self.editor(self.kind).setFocus()

    def choose(self, mode: int) -> None:
        """By hand: who wants to forward wants something to forward."""
        self.use(mode)
        if mode == FORWARD and not self.forward.toPlainText().strip():
            self.forward_wanted.emit()

    def allow(self, ready: bool) -> None:
        """Not while the text is being fetched; who wanted to write meanwhile is led there, and so is what was typed."""
        self.setEnabled(ready)
        if ready and self._ahead.waits:
            typed = self._ahead.end()
            self.enter()
            self.editor(self.kind).insert_at_caret(typed)
        self.decided = self.decided and not ready

    def submit(self) -> None:
        if self.send.isEnabled():
            (self.send_requested, self.note_requested, self.forward_requested)[self.mode.current()].emit()

    def show_text(self, kind: WritingKind, text: str) -> None:
        self.editor(kind).put(text)
        self._weigh()

    def show_files(self, files: Sequence[OutgoingFile]) -> None:
        """Those of the text on display."""
        self.files.show_files(files)

    def show_saved(self, state: Saved) -> None:
        words = {
            Saved.NOTHING: "",
            Saved.SAVING: tr("Saving…"),
            Saved.SAVED: tr("✓ Saved"),
            Saved.FAILED: tr("✕ Not saved, trying again"),
        }
        self.saved.say(words[state])
        theme.dress(self.saved, "poor" if state is Saved.FAILED else "caption")

    def show_signature(self, signature: str, wanted: bool) -> None:
        """What will stand under the reply; nothing when there is none."""
        line = ", ".join(part.strip() for part in signature.splitlines() if part.strip())
        self._signature.say(tr("Signed: {signature}", signature=line) if wanted else tr("Without a signature"))
        self.sign.setText(tr("Leave it out") if wanted else tr("Sign"))
        self.sign.setAccessibleName(tr("Leave the signature out") if wanted else tr("Put the signature under the reply"))
        self.sign.setVisible(bool(line))

    def show_sending(self, busy: bool) -> None:
        self._busy = busy
        self.reply.setReadOnly(busy)
        self.note.setReadOnly(busy)
        self.forward.setReadOnly(busy)
        self._weigh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._weigh()

    def choose_files(self) -> None:
        dialog = QFileDialog(self, tr("Attach files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self.files_offered.emit)
        dialog.open()

    def _typed(self, kind: WritingKind) -> None:
        self.banner.clear()
        self._weigh()
        self.typed.emit(kind.value, self.editor(kind).toPlainText())

    def _weigh(self) -> None:
        """The keyboard of a button that is put to rest goes to what is written, not to whatever comes next."""
        ready = not self._busy and bool(self.editor(self.kind).toPlainText().strip())
        for part in (self.send, self.later, self.ways):
            if part.hasFocus() and not ready:
                self.editor(self.kind).setFocus()
            part.setEnabled(ready)

    def _connect(self) -> None:
        self.to.typed.connect(self.banner.clear)
        self.mode.chosen.connect(self.choose)
        for kind in KINDS:
            self.editor(kind).textChanged.connect(lambda kind=kind: self._typed(kind))
            self.editor(kind).pasted_files.connect(self.files_offered)
        self.send.clicked.connect(self.submit)
        self.ways.clicked.connect(self.ways_requested)
        self.later.clicked.connect(self.later_requested)
        self.versions.clicked.connect(self.versions_requested)
        self.sign.clicked.connect(self.signature_toggled)
        self.attach.clicked.connect(self.choose_files)
        self.macro.clicked.connect(lambda: self.editor(self.kind).offer(MACRO))
        self.article.clicked.connect(lambda: self.editor(self.kind).offer(ARTICLE))

    def _lay_out(self) -> None:
        theme.dress(self.note, "bubble-note")
        theme.dress(self.forward, "outside")
        for editor in self._editors.values():
            self._pages.addWidget(editor)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.L, theme.S, theme.L, theme.M)
        layout.setSpacing(theme.XS)
        layout.addWidget(flow(self.mode, far=(self.saved, self.versions)))
        layout.addWidget(self.to)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self.files)
        layout.addWidget(self._signed)
        layout.addWidget(self.banner)
        layout.addWidget(flow(self.attach, self.macro, self.article, far=(self.later, self.ways, self.send)))
        self.setTabOrder(self.to.line, self.forward)
        self.setTabOrder(self.send, self.to.discard)
        theme.dress(self, "pane")
