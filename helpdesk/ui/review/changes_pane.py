"""What the agent made of the draft: its own words against those in the editor, while they are typed."""

from helpdesk.domain.word_diff import word_diff
from helpdesk.ui.kit import Label
from helpdesk.ui.kit.changes_text import ChangesText
from helpdesk.ui.language import tr, trn
from helpdesk.ui.review.editor import NARROW
from helpdesk.ui.review.side_pane import SidePane, shown_if


class ChangesPane(SidePane):
    def __init__(self) -> None:
        super().__init__(tr("What I changed"))
        self._drafted = ""
        self._told = Label("", "caption", wraps=True)
        self.changes = ChangesText(tr("The draft and what was changed in it"))
        self.body.addWidget(self._told)
        self.body.addWidget(self.changes, 1)
        self.body.addStretch(0)

    def begin(self) -> None:
        self.changes.setFocus()

    def show_draft(self, drafted: str, now: str) -> None:
        self._drafted = drafted.replace(NARROW, " ")
        self.follow(now)

    def follow(self, now: str) -> None:
        """The text in the editor is another one now."""
        changes = word_diff(self._drafted, now.replace(NARROW, " "))
        moved = sum(change.kind != "same" for change in changes)
        said = trn(
            "{n} change; what goes is struck out, what comes is underlined.",
            "{n} changes; what goes is struck out, what comes is underlined.",
            moved,
        )
        self._told.say(said if moved else tr("Nothing yet: the reply is as it was drafted."))
        shown_if(moved, self.changes)
        self.changes.change_shown(changes)

    def words(self) -> str:
        return self._told.text()
