"""One proposal: what it says, what it would change word by word, what it stands on, and the buttons to decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout

from helpdesk.domain.gap_proposal import GapKind, GapState
from helpdesk.domain.handling import Handling
from helpdesk.domain.word_diff import word_diff
from helpdesk.ui import gap_words, theme
from helpdesk.ui.insights.gaps_rows import Ground, grounds
from helpdesk.ui.kit import Banner, Label, Place, SafeText, button, column, row
from helpdesk.ui.kit.changes_text import ChangesText
from helpdesk.ui.kit.direction import edges
from helpdesk.ui.kit.flow import flow
from helpdesk.ui.kit.line_edit import line_edit
from helpdesk.ui.kit.paged_model import PagedModel
from helpdesk.ui.kit.pick_box import PickBox
from helpdesk.ui.kit.row_look import LookDelegate
from helpdesk.ui.kit.rows_view import RowsView
from helpdesk.ui.kit.segments import Segments
from helpdesk.ui.kit.source_edit import SourceEdit
from helpdesk.ui.language import tr
from helpdesk.ui.reason_words import reason_said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpdesk.domain.article import KnowledgeBase
    from helpdesk.domain.gap_proposal import GapView, Option
    from helpdesk.domain.ids import KnowledgeBaseId
    from helpdesk.services.gaps import Foreseen

CHANGE, EDIT, EVIDENCE = range(3)
SAID_HEIGHT, BASE_WIDTH, PATH_WIDTH = 150, 180, 260


class GapPane(QFrame):
    """Passive. `typed` carries the text in the editor, `way_taken` which article of a contradiction changes."""

    typed = Signal(str)
    way_taken = Signal(int)
    accept_wanted = Signal()
    dismiss_wanted = Signal()
    bring_back_wanted = Signal()
    restore_wanted = Signal()
    place_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._bases: tuple[KnowledgeBase, ...] = ()
        self._title = Label("", "title", wraps=True)
        self._about = Label("", wraps=True)
        self._cost = Label("", "caption", wraps=True)
        self.ways = PickBox(tr("Which article changes"))
        self.views = Segments(tr("Part of the proposal"), (tr("Change"), tr("Edit"), tr("Evidence")))
        self.changes = ChangesText(tr("What would change"))
        self._impact = Label("", "caption", wraps=True)
        self.editor = SourceEdit(tr("Proposed text"))
        self._model: PagedModel[Ground] = PagedModel(lambda ground: ground.look.spoken)
        lines = LookDelegate(lambda ground: ground.look)
        self.evidence = RowsView(tr("What the proposal stands on"), self._model, lines)
        self.said = SafeText(tr("The chosen line of evidence in full"))
        self.said.setMaximumHeight(theme.scaled(SAID_HEIGHT))
        self.banner = Banner()
        self.base = PickBox(tr("Knowledge base for the new article"))
        self.base.setPlaceholderText(tr("Choose a knowledge base"))
        self.path = line_edit(tr("File name of the new article"))
        self.accept = button(tr("Accept"), "primary", name=tr("Put it into the knowledge base"), key="Ctrl+Return")
        self.dismiss = button(tr("Dismiss"), name=tr("Dismiss: it does not come back"))
        self.bring_back = button(tr("Propose again"), name=tr("Take the dismissal back"))
        self.restore = button(tr("As proposed"), "quiet", name=tr("Back to the proposed text"))
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def show_gap(self, view: GapView, bases: Sequence[KnowledgeBase]) -> None:
        one, handling = view.proposal, Handling(view.minutes, view.measured)
        self.banner.clear()
        self._title.say(one.title)
        self._about.say(gap_words.about(one))
        told = f"{gap_words.KINDS[one.kind]} · {gap_words.cost(one, handling)} ({gap_words.handling_words(handling)})"
        self._cost.say("\n".join(line for line in (told, gap_words.signals(view), gap_words.asked(view)) if line))
        self._show_ways(view)
        self._show_target(view, bases)
        self._show_option(view.options[0])
        self._model.fill(grounds(view, Place))
        self.evidence.mark(0 if self._model.rowCount() else -1)
        self._read(0)
        is_open = one.state is GapState.OPEN
        for part in (self.accept, self.dismiss, self.restore):
            part.setVisible(is_open)
        self.bring_back.setVisible(one.state is GapState.DISMISSED)
        self.to(EDIT if is_open and gap_words.is_unwritten(view.options[0]) else CHANGE)
        self.editor.setReadOnly(not is_open)

    def show_way(self, option: Option) -> None:
        """Of a contradiction: the other article's text."""
        self._show_option(option)

    def show_foreseen(self, foreseen: Foreseen) -> None:
        self.changes.show_changes(foreseen.changes)
        trouble = (
            tr("As it stands it cannot be accepted: {failure}. ", failure=reason_said(foreseen.failure))
            if foreseen.failure
            else ""
        )
        new = self.base.isVisibleTo(self)
        self._impact.say(f"{trouble}{'' if new else gap_words.impact(foreseen.impact)}".strip())

    def _show_option(self, option: Option) -> None:
        """What changes is told at once; what stands on the article follows."""
        with QSignalBlocker(self.editor):
            self.editor.setPlainText(option.after)
        self.changes.show_changes(word_diff(option.before, option.after))
        self._impact.say("")

    def to(self, view: int) -> None:
        """The keyboard stays where it is: somebody may be going through the list."""
        self.views.choose(view)
        self._stack.setCurrentIndex(view)

    def chosen_base(self) -> KnowledgeBaseId | None:
        at = self.base.currentIndex()
        return self._bases[at].id if self.base.isVisibleTo(self) and 0 <= at < len(self._bases) else None

    def words(self) -> str:
        return "\n".join((self._title.text(), self._about.text(), self._cost.text(), self._impact.text()))

    def _show_ways(self, view: GapView) -> None:
        with QSignalBlocker(self.ways):
            self.ways.clear()
            self.ways.addItems([gap_words.way(option) for option in view.options])
        self.ways.setVisible(len(view.options) > 1)

    def _show_target(self, view: GapView, bases: Sequence[KnowledgeBase]) -> None:
        one = view.proposal
        self._bases = tuple(bases)
        new = one.kind is GapKind.NEW_ARTICLE and one.state is GapState.OPEN
        self.base.clear()
        self.base.addItems([base.name for base in bases])
        self.base.setCurrentIndex(next((n for n, base in enumerate(bases) if base.id == one.kb_id), -1))
        self.path.setText(one.path)
        self.path.setCursorPosition(0)
        self.base.setVisible(new)
        self.path.setVisible(new)

    def _show_view(self, view: int) -> None:
        self._stack.setCurrentIndex(view)
        (self.changes, self.editor, self.evidence)[view].setFocus()

    def _lay_out(self) -> None:
        changed = QFrame()
        inside = QVBoxLayout(changed)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.S)
        inside.addWidget(self.changes, 1)
        inside.addWidget(self._impact)
        for part in (changed, self.editor, column(self.evidence, self.said)):
            self._stack.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(edges(theme.L, theme.M, theme.XL, theme.L))
        layout.setSpacing(theme.S)
        for head in (self._title, self._about, self._cost, self.ways, row(self.views, None, self.restore)):
            layout.addWidget(head)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.banner)
        self.path.setMinimumWidth(theme.scaled(PATH_WIDTH))
        self.base.setMinimumWidth(theme.scaled(BASE_WIDTH))
        layout.addWidget(flow(self.base, self.path, far=(self.dismiss, self.bring_back, self.accept), gap=theme.S))

    def _connect(self) -> None:
        self.views.chosen.connect(self._show_view)
        self.ways.currentIndexChanged.connect(self.way_taken)
        self.editor.textChanged.connect(lambda: self.typed.emit(self.editor.text()))
        self.accept.clicked.connect(self.accept_wanted)
        self.dismiss.clicked.connect(self.dismiss_wanted)
        self.bring_back.clicked.connect(self.bring_back_wanted)
        self.restore.clicked.connect(self.restore_wanted)
        self.evidence.row_chosen.connect(self._read)
        self.evidence.row_opened.connect(self._open)

    def _read(self, number: int) -> None:
        ground = self._model.row(number)
        self.said.show_source(f"{ground.title}\n\n{ground.full or ground.words}" if ground is not None else "")

    def _open(self, number: int) -> None:
        ground = self._model.row(number)
        if ground is not None and ground.place is not None:
            self.place_wanted.emit(ground.place)
