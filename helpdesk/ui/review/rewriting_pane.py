"""The reply in other words, beside the reply: what is wished, what came of it, and which changes are taken."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal

from helpdesk.domain.errors import NotReady
from helpdesk.domain.rewriting import RULES, Edit, Rewritten
from helpdesk.domain.word_diff import Change
from helpdesk.services.assistance import Offer
from helpdesk.ui import assist_words, wording
from helpdesk.ui.kit import Banner, Label, SafeText, Tone, button, row
from helpdesk.ui.kit.changes_text import ChangesText
from helpdesk.ui.language import mark, number, tr
from helpdesk.ui.reason_words import reason_said
from helpdesk.ui.review import keys
from helpdesk.ui.review.edits_list import EditsList
from helpdesk.ui.review.side_pane import SidePane, shown_if
from helpdesk.ui.review.tool_bar import ToolBar

SAME = mark("It says the same already; there is nothing to take.")
OUTDATED = mark("You changed the reply after this was written. Rewrite it again, so that nothing of yours is lost.")


class RewritingPane(SidePane):
    cancelled = Signal()
    taken = Signal(object)
    settled = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr("Rewrite the reply"))
        self.tools = ToolBar()
        self.wished = self.tools.wished
        self._made: Rewritten | None = None
        self._action = ""
        self._banner = Banner()
        self._progress = Label("", "caption", wraps=True)
        self._cancel = button(tr("Cancel"), "quiet", name=tr("Cancel the rewriting"))
        self._running = row(self._progress, self._cancel)
        self._stream = SafeText(tr("Rewriting as far as it is"))
        self._head = Label("", "caption", wraps=True)
        self._concerns = Label("", "fair", wraps=True, selectable=True)
        self.changes = ChangesText(tr("Changes of the rewriting"))
        self.edits = EditsList()
        self._take = button(tr("Use it"), "primary", name=tr("Use this text"), key=keys.TAKE)
        self._leave = button(tr("Leave it"), name=tr("Leave the reply as it is"), key="Esc")
        self._choice = row(self._take, self._leave, None)
        for part in (self.tools, self._banner, self._running, self._stream, self._head, self._concerns):
            self.body.addWidget(part)
        self.body.addWidget(self.changes, 1)
        for part in (self.edits, self._choice):
            self.body.addWidget(part)
        self.body.addStretch(0)
        self._banner.acted.connect(lambda: self.settled.emit(self._action))
        self._cancel.clicked.connect(self.cancelled)
        self._take.clicked.connect(self.take)
        self._leave.clicked.connect(self.closed)
        self.edits.chosen.connect(self._choose)
        self.show_suggestion(None)

    def begin(self) -> None:
        self._banner.clear()
        self.tools.begin()

    def take(self) -> None:
        if self._made is not None and self._take.isEnabled():
            self.taken.emit(self.edits.taken())

    # What the presenter asks for

    def show_tools(self, offers: Sequence[Offer]) -> None:
        self.tools.show_offers(offers)
        obstacle = next((offer.obstacle for offer in offers if offer.obstacle is not None), None)
        if obstacle is not None:
            self._say(obstacle, Tone.QUIET)

    def show_rewriting(self, text: str, speed: float) -> None:
        self.tools.rest(True)
        self._banner.clear()
        self._progress.say(
            tr("The model writes {speed} tokens a second.", speed=number(speed, 1)) if speed else tr("The model is asked…")
        )
        starts = self._running.isHidden()
        self._show_parts(running=True)
        self._stream.setPlainText(text)
        self._stream.verticalScrollBar().setValue(self._stream.verticalScrollBar().maximum())
        if starts:
            self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_suggestion(self, made: Rewritten | None) -> None:
        self.tools.rest(False)
        self._made = None if made is None or made.is_same else made
        self._show_parts()
        if made is None:
            return
        if made.is_same:
            self._banner.say(tr(SAME))
            self.tools.begin()
            return
        by = tr("by rules, without a model") if made.by == RULES else tr("by {by}", by=made.by)
        self._head.say(f"{assist_words.TOOLS[made.wish.tool]}, {by}, {number(made.seconds, 1)} s")
        self._concerns.say("\n".join(f"! {reason_said(concern.words)}" for concern in made.concerns))
        self._concerns.setVisible(bool(made.concerns))
        self.edits.show_edits(made.edits)
        self.changes.show_changes(made.changes)
        self._weigh()
        self.edits.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_outdated(self) -> None:
        self._banner.say(tr(OUTDATED), Tone.WARNING)

    def show_trouble(self, error: Exception) -> None:
        self._say(error, Tone.WARNING if isinstance(error, NotReady) else Tone.ERROR)
        self.tools.begin()

    def words(self) -> str:
        said = [self._head.text(), self._concerns.text(), self._progress.text(), self._banner.words()]
        shown = [not self._head.isHidden(), not self._concerns.isHidden(), not self._running.isHidden(), self._bannered()]
        return "\n".join(text for text, visible in zip(said, shown, strict=True) if visible and text)

    def _bannered(self) -> bool:
        return not self._banner.isHidden()

    def _say(self, error: Exception, tone: Tone) -> None:
        said = wording.asked(error)
        self._action = said.action
        self._banner.tell_said(said, tone, action=self._action)

    def _show_parts(self, *, running: bool = False) -> None:
        shown_if(running, self._running, self._stream)
        shown_if(self._made is not None and not running, self._head, self._concerns, self.changes, self.edits, self._choice)

    def _choose(self) -> None:
        if self._made is not None:
            self.changes.change_shown(tuple(chosen(self._made.before, self._made.edits, self.edits.taken())))
            self._weigh()

    def _weigh(self) -> None:
        taken, most = len(self.edits.taken()), self.edits.count()
        self._take.setEnabled(taken > 0)
        self._take.setText(tr("Use it") if taken == most else tr("Use {taken} of {most} changes", taken=taken, most=most))


def chosen(before: str, edits: Sequence[Edit], taken: frozenset[int]) -> Iterator[Change]:
    """The text with the changes that are taken; those that are left do not show."""
    at = 0
    for edit in edits:
        yield Change("same", before[at : edit.start])
        if edit.n in taken:
            yield from (Change("removed", edit.removed), Change("added", edit.added))
        else:
            yield Change("same", edit.removed)
        at = edit.end
    yield Change("same", before[at:])
