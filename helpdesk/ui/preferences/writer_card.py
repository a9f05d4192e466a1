"""The model that drafts: in what state it is, which one it is, and the way to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal

from helpdesk.domain.progress import Progress
from helpdesk.ui import theme
from helpdesk.ui.kit import Label, ProgressStrip, button, column, row
from helpdesk.ui.kit.line_edit import line_edit
from helpdesk.ui.kit.pick_box import PickBox
from helpdesk.ui.language import mark, tr
from helpdesk.ui.preferences.saying_card import SeenCard
from helpdesk.ui.preferences.writer_comparison import WriterComparison

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from helpdesk.ui.said import Said

FIRST_WITH_CHAT = mark("The first that can chat")


class WriterCard(SeenCard):
    """Passive. Models are told by their names; '' is the choice of the first that can chat. `pinned` names the environment
    variable that decides, if one does. What the state of the server does not allow is not offered."""

    ticked = Signal()
    look_wanted = Signal()
    confirm_wanted = Signal()
    model_chosen = Signal(str)
    test_wanted = Signal(str)
    pull_wanted = Signal(str)
    cancelled = Signal()

    def __init__(self, pinned: str = "") -> None:
        super().__init__()
        self._pinned = pinned
        self._names: tuple[str, ...] = ()
        self._drafts_now = ""
        self._left: tuple[QWidget | None, QWidget | None] = (None, None)
        self._state = Label(tr("Looking…"), "strong", wraps=True, selectable=True)
        self._sentence = Label("", wraps=True, selectable=True)
        self._resting = Label("", "caption", wraps=True)
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self.ticked)
        self.look = button(tr("Look again"), "quiet", name=tr("Look again in what state the model server is"))
        self.confirm = button(tr("Confirm this server"), "primary", name=tr("Allow customers' texts to go to this server"))
        self.models = PickBox(tr("Models of the server"))
        self.use = button(tr("Use it"), name=tr("Let the chosen model draft"))
        self.test = button(tr("Test it"), name=tr("Test the chosen model on this computer"))
        self.wanted = line_edit(tr("Name of a model to pull"), tr("Name of a model, like llama3.2:3b"))
        self.pull = button(tr("Pull"), name=tr("Have the server fetch the model of that name"))
        self.strip = ProgressStrip(counts=False)
        self.comparison = WriterComparison()
        self._choice = column(self.models, row(self.use, self.test, None))
        self._pulling = row(self.wanted, self.pull)
        for part in (self.confirm, self._choice, self._pulling):
            part.hide()
        self._lay_out()
        self._connect()
        self.show_idle()

    def show_state(self, said: Said, resting: str, *, well: bool) -> None:
        self._state.say(said.title)
        theme.dress(self._state, "strong" if well else "fair")
        self._sentence.say(said.sentence)
        self._resting.say(resting)
        self._resting.setVisible(bool(resting))

    def count_down(self, counts: bool) -> None:
        """`ticked` comes each second while what is shown says how many are left, and somebody sees it."""
        if counts and self.isVisible():
            self._second.start()
        else:
            self._second.stop()

    def show_action(self, *, to_confirm: bool, to_pull: bool, drafts_now: str) -> None:
        """`to_pull`: the server answers, so it can be asked for a model; `drafts_now` is the model there is, if any."""
        self._drafts_now = drafts_now
        self.confirm.setVisible(to_confirm)
        self._pulling.setVisible(to_pull)
        self._allow(self.strip.isHidden())

    def show_models(self, models: Sequence[tuple[str, str]], current: str) -> None:
        """Name and description of each that can write here; `current` is the one of the settings, shown unless the person has
        picked another."""
        shown = self.chosen() or current
        self._names = ("", *(name for name, _ in models))
        self.models.clear()
        self.models.addItem(tr(FIRST_WITH_CHAT))
        self.models.addItems([words for _, words in models])
        self.models.setCurrentIndex(self._names.index(shown) if shown in self._names else 0)
        self._choice.setVisible(bool(models))
        theme.dress(self.pull, "" if models else "primary")
        self.comparison.show_models([name for name, _ in models])
        self._allow(self.strip.isHidden())

    def show_idle(self) -> None:
        self.strip.finish()
        self._allow(True)
        (left, since), self._left = self._left, (None, None)
        if left is not None and self.window().focusWidget() is since:
            left.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_busy(self, words: str) -> None:
        """The keyboard cannot stay on what is shut meanwhile; it comes back, unless it was taken elsewhere."""
        self._said.hide()
        left: QWidget | None = self.window().focusWidget()
        self._allow(False)
        was_shut = False if left is None else not left.isEnabled()
        self._left = (left, self.window().focusWidget()) if was_shut else (None, None)
        self.strip.show_progress(Progress(0, None, words))

    def show_progress(self, progress: Progress) -> None:
        self.strip.show_progress(progress)

    def words(self) -> str:
        """All that stands there."""
        parts = (self._state, self._sentence, self._resting, self._said)
        return " ".join(part.text() for part in parts if part.isVisibleTo(self) and part.text())

    def chosen(self) -> str:
        place = self.models.currentIndex()
        return self._names[place] if 0 <= place < len(self._names) else ""

    def _connect(self) -> None:
        self.look.clicked.connect(self.look_wanted)
        self.confirm.clicked.connect(self.confirm_wanted)
        self.use.clicked.connect(lambda: self.model_chosen.emit(self.chosen()))
        self.test.clicked.connect(lambda: self.test_wanted.emit(self.chosen() or self._drafts_now))
        self.pull.clicked.connect(self._pull)
        self.wanted.returnPressed.connect(self._pull)
        self.strip.cancelled.connect(self.cancelled)
        self.models.currentIndexChanged.connect(lambda _: self._allow(self.strip.isHidden()))

    def _pull(self) -> None:
        if name := self.wanted.text().strip():
            self.pull_wanted.emit(name)

    def _allow(self, idle: bool) -> None:
        self.use.setEnabled(idle and len(self._names) > 1 and not self._pinned)
        self.test.setEnabled(idle and bool(self.chosen() or self._drafts_now))
        for made in (self.look, self.confirm, self.pull, self.wanted, self.models):
            made.setEnabled(idle)
        self.comparison.allow(idle)

    def _lay_out(self) -> None:
        head = row(Label(tr("Drafting model"), "section"), None, self.look)
        said = column(self._state, self._sentence, self._resting, gap=2)
        parts = (head, said, row(self.confirm, None), self._choice, self._pulling, self.strip, self._said, self.comparison)
        self._place(*parts, gap=theme.S)
        if self._pinned:
            self.say(
                tr("The environment decides the model ({pinned}); it cannot be changed here.", pinned=self._pinned), well=True
            )
