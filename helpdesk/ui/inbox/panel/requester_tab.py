"""The person who wrote: other tickets, what agents should know, and under which names and addresses."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QPushButton, QWidget

from helpdesk.domain.people import Requester
from helpdesk.domain.ticket_panel import Identity, PastTicket, RequesterSheet
from helpdesk.ui import theme, wording
from helpdesk.ui.inbox.panel.sheet_tab import SheetTab
from helpdesk.ui.kit import Label, button, column, glyph_button, row
from helpdesk.ui.kit.flow import flow
from helpdesk.ui.kit.line_button import LineButton
from helpdesk.ui.kit.line_edit import line_edit
from helpdesk.ui.language import day, tr, trn
from helpdesk.ui.panel_words import person_words

NOTE_HEIGHT = 84


class RequesterTab(SheetTab):
    """Passive: emits what the agent wants, takes a frozen sheet. What is typed stays."""

    note_typed = Signal(str)
    ticket_wanted = Signal(int)
    searched = Signal(str)
    merge_wanted = Signal(int)
    apart_wanted = Signal(int)
    separate_wanted = Signal(int)
    all_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.name = Label("", "strong", wraps=True, selectable=True)
        self.address = Label("", "caption", wraps=True, selectable=True)
        self.counts = Label("", "caption", wraps=True)
        self.note = QPlainTextEdit()
        self.note.setAccessibleName(tr("What agents should know of this person"))
        self.note.setPlaceholderText(tr("What agents should know. Never sent."))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(theme.scaled(NOTE_HEIGHT))
        self.saved = Label("", "caption", wraps=True)
        self.same_as = line_edit(tr("Find the same person under another name or address"), tr("Same person as…"))
        self._suggested, self._found = _list(), _list()
        self._identities, self._past = _list(), _list()
        self.all = button("", "quiet")
        self._query = ""
        self._lay_out()
        self.note.textChanged.connect(lambda: self.note_typed.emit(self.note.toPlainText()))
        self.same_as.textChanged.connect(self.searched)
        self.all.clicked.connect(lambda: self.all_wanted.emit(self._query))
        self.show_saved("")

    def show_person(self, sheet: RequesterSheet) -> None:
        """All but the note, which may be being written."""
        self.name.say(sheet.main.name or person_words(sheet.main))
        self.address.say(sheet.main.email)
        self.address.setVisible(bool(sheet.main.name and sheet.main.email))
        tickets = trn("{n} ticket", "{n} tickets", sheet.total)
        unsolved = trn("{n} not solved", "{n} not solved", sheet.unsolved)
        self.counts.say(tr("{tickets}, {unsolved}", tickets=tickets, unsolved=unsolved))
        _fill(self._suggested, [self._suggestion(who) for who in sheet.maybe_same])
        several = len(sheet.identities) > 1
        _fill(self._identities, [self._identity(one) for one in sheet.identities] if several else [])
        _fill(self._past, [self._ticket(one) for one in sheet.tickets])
        self._query = sheet.query
        self.all.setText(trn("List {n} ticket", "List all {n} tickets", sheet.total))
        self.all.setVisible(sheet.total > 1)
        self._show_parts()

    def show_note(self, text: str) -> None:
        """What was just saved stands there already: put once more, the caret would jump to its beginning while one writes."""
        if self.note.toPlainText().strip() == text.strip():
            return
        blocked = self.note.blockSignals(True)
        self.note.setPlainText(text)
        self.note.blockSignals(blocked)

    def show_saved(self, words: str) -> None:
        self.saved.say(words)
        self.saved.setVisible(bool(words))

    def show_found(self, people: Sequence[Requester]) -> None:
        """Whom the typed words may mean; chosen, they become this person."""
        lines: list[QWidget] = []
        for who in people:
            words = tr("Same person: {person}", person=person_words(who))
            line = LineButton(words, "row")
            line.clicked.connect(lambda _=False, one=who.id: self.merge_wanted.emit(one))
            lines.append(line)
        _fill(self._found, lines)

    def clear_search(self) -> None:
        """The keyboard does not vanish with the line it was on."""
        if any(line.hasFocus() for line in self._found.findChildren(LineButton)):
            self.same_as.setFocus(Qt.FocusReason.OtherFocusReason)
        self.same_as.clear()
        self.show_found(())

    def words(self) -> list[str]:
        """What its labels and lines of tickets say."""
        shown: list[Label | QPushButton] = [*self.findChildren(Label), *self.findChildren(QPushButton)]
        told = [part.words() if isinstance(part, LineButton) else part.text() for part in shown if part.isVisibleTo(self)]
        return [words for words in told if words]

    def _suggestion(self, who: Requester) -> QFrame:
        same = button(tr("Same person"), name=tr("{person} is the same person", person=person_words(who)))
        apart = button(tr("Somebody else"), "quiet", name=tr("{person} is somebody else", person=person_words(who)))
        same.clicked.connect(lambda _=False: self.merge_wanted.emit(who.id))
        apart.clicked.connect(lambda _=False: self.apart_wanted.emit(who.id))
        words = Label(tr("Perhaps the same: {person}", person=person_words(who)), wraps=True, selectable=True)
        return column(words, flow(same, apart), gap=theme.XS, margin=theme.S, role="banner-quiet")

    def _identity(self, one: Identity) -> QFrame:
        tickets = trn("{n} ticket", "{n} tickets", one.tickets)
        said = tr("{person} · {tickets}", person=person_words(one.requester), tickets=tickets)
        words = Label(said, wraps=True, selectable=True)
        if one.main:
            return row(words)
        gone = glyph_button("close", tr("{person} is somebody else after all", person=person_words(one.requester)))
        gone.clicked.connect(lambda _=False: self.separate_wanted.emit(one.requester.id))
        return row(words, gone, gap=theme.XS)

    def _ticket(self, past: PastTicket) -> QFrame:
        said = tr(
            "#{number} {subject} · {status} · {day}",
            number=past.ticket_id,
            subject=past.subject,
            status=wording.STATUSES[past.status],
            day=day(past.at),
        )
        line = LineButton(said, "row")
        line.clicked.connect(lambda _=False: self.ticket_wanted.emit(past.ticket_id))
        return row(line)

    def _lay_out(self) -> None:
        note_head, past_head = Label(tr("Note"), "section"), Label(tr("Tickets"), "section")
        names_head = Label(tr("Names and addresses"), "section", wraps=True)
        note_head.setBuddy(self.note)
        self._fill(
            column(self.name, self.address, self.counts, gap=2),
            self._suggested,
            column(note_head, self.note, self.saved, gap=theme.XS),
            column(past_head, self._past, row(self.all, None), gap=2),
            column(names_head, self._identities, self.same_as, self._found, gap=theme.XS),
        )


def _list() -> QFrame:
    made = column(gap=2)
    made.hide()
    return made


def _fill(place: QFrame, lines: Sequence[QWidget]) -> None:
    """These instead of what was there."""
    layout = place.layout()
    assert layout is not None
    for old in place.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        layout.removeWidget(old)
        old.hide()
        old.deleteLater()
    for line in lines:
        layout.addWidget(line)
    place.setVisible(bool(lines))
