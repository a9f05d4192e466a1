"""Why this draft: everything that shaped it, word for word, and the same done again to compare."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QVBoxLayout, QWidget

from helpdesk.services.why import DraftStory, Replay
from helpdesk.ui import theme, why_words, wording
from helpdesk.ui.kit import Banner, Label, SafeText, button, column, row, scrolling
from helpdesk.ui.kit.changes_text import ChangesText
from helpdesk.ui.kit.pick_box import PickBox
from helpdesk.ui.language import mark, tr
from helpdesk.ui.review.afterwards import Afterwards
from helpdesk.ui.review.side_pane import SidePane, shown_if

MOST_LINES = 14
CHANGED = mark("What changed")


class StoryPane(SidePane):
    replay_requested = Signal(str)
    replay_cancelled = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Why this draft"))
        self._banner = Banner()
        self._now = button(tr("Replay now"), name=tr("Replay now, as it was written"))
        self._models = PickBox(tr("Model to replay with"))
        self._other = button(tr("Replay with it"), name=tr("Replay with the chosen model"))
        self._with = row(self._models, self._other, None)
        self._cancel = button(tr("Cancel"), "quiet", name=tr("Cancel the replay"))
        self._stop = row(Label(tr("It is done again; nothing of it is kept…"), "caption", wraps=True), self._cancel)
        self._by_model = False
        self._sections = QVBoxLayout()
        self._sections.setContentsMargins(theme.S, theme.S, theme.S, theme.S)
        inside = QWidget()
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(0, 0, 0, 0)
        self._replay: QWidget | None = None
        self._story: QWidget | None = None
        whole.addLayout(self._sections)
        whole.addStretch(1)
        self._area = scrolling(inside)
        self._area.setAccessibleName(tr("Why this draft"))
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.afterwards = Afterwards(self)
        for part in (self._banner, row(self._now, None), self._with, self._stop, self.afterwards):
            self.body.addWidget(part)
        self.body.addWidget(self._area, 1)
        self._now.clicked.connect(lambda: self.replay_requested.emit(""))
        self._other.clicked.connect(lambda: self.replay_requested.emit(self._models.currentText()))
        self._cancel.clicked.connect(self.replay_cancelled)
        shown_if(False, self._with, self._stop)

    def show_blind(self) -> None:
        self._banner.clear()
        self._now.setEnabled(False)
        self._tell(Label(tr("This review is blind: score and reasons are told after the decision."), "muted", wraps=True))

    def begin(self) -> None:
        self._banner.clear()
        self._now.setEnabled(True)
        self._tell(Label(tr("Looking…"), "muted"))
        self._area.setFocus(Qt.FocusReason.OtherFocusReason)

    # What the presenter asks for

    def show_story(self, story: DraftStory) -> None:
        self._by_model = story.trace is not None and bool(story.trace.prompt)
        self._offer_models()
        self._tell(*blocks(why_words.sections(story)))
        self._area.verticalScrollBar().setValue(0)

    def show_label(self, words: str, *, may_turn: bool) -> None:
        self.afterwards.show_label(words, may_turn=may_turn)

    def show_models(self, models: Sequence[str]) -> None:
        self._models.clear()
        self._models.addItems(list(models))
        self._offer_models()

    def show_replaying(self, replaying: bool) -> None:
        shown_if(replaying, self._stop)
        for made in (self._now, self._other):
            made.setEnabled(not replaying)
        if replaying:
            self._banner.clear()
            self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_replay(self, replay: Replay | None) -> None:
        self._drop(self._replay)
        self._replay = None
        if replay is None:
            return
        shown = [one for one in why_words.replayed(replay) if one.title != tr(CHANGED)]
        parts: list[QWidget] = [Label(tr("The replay"), "strong"), *blocks(shown)]
        if not replay.is_same:
            changes = ChangesText(tr("Differences of the replay"))
            changes.show_changes(replay.changes)
            changes.setFixedHeight(height_of(changes, replay.before + replay.after))
            parts += [Label(tr(CHANGED), "section"), changes]
        self._replay = column(*parts, gap=theme.XS, margin=theme.S, role="card")
        self._sections.insertWidget(0, self._replay)
        self._area.verticalScrollBar().setValue(0)
        self._area.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_trouble(self, error: Exception) -> None:
        self._banner.tell_said(wording.asked(error))

    def words(self) -> str:
        labels = [label.text() for label in self._area.findChildren(Label)]
        return "\n".join([*labels, *(text.toPlainText() for text in self._area.findChildren(SafeText)), self._banner.words()])

    def _tell(self, *parts: QWidget) -> None:
        self._drop(self._story)
        self._story = column(*parts, gap=theme.XS)
        self._sections.addWidget(self._story)

    def _offer_models(self) -> None:
        """Story and models are asked for at once; either may come first."""
        shown_if(bool(self._models.count()) and self._by_model, self._with)

    def _drop(self, part: QWidget | None) -> None:
        if part is not None:
            self._sections.removeWidget(part)
            part.hide()
            part.setParent(None)
            part.deleteLater()


def blocks(sections: Iterable[why_words.Section]) -> list[QWidget]:
    made: list[QWidget] = []
    for one in sections:
        head = Label(one.title, "section", wraps=True)
        head.setContentsMargins(0, theme.S if made else 0, 0, 0)
        made.append(head)
        made += [Label(line, wraps=True, selectable=True) for line in one.lines]
        if one.text:
            block = SafeText(one.title)
            block.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
            block.show_source(one.text)
            block.setFixedHeight(height_of(block, one.text))
            made.append(block)
    return made


def height_of(block: SafeText | ChangesText, text: str) -> int:
    """Room for the whole text, or for as much of it as a pane can spare: the rest is scrolled to."""
    lines = sum(1 + len(line) // 48 for line in text.splitlines())
    return block.fontMetrics().lineSpacing() * min(MOST_LINES, max(2, lines)) + theme.L
