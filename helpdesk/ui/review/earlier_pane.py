"""Earlier texts of a ticket's reply: by whom, when, and what is different from the one in the editor."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget

from helpdesk.domain.word_diff import word_diff
from helpdesk.services.why import Variant
from helpdesk.ui import theme, why_words
from helpdesk.ui.kit import Banner, Label, button, printable, row
from helpdesk.ui.kit.changes_text import ChangesText
from helpdesk.ui.language import mark, tr
from helpdesk.ui.review import keys
from helpdesk.ui.review.side_pane import SidePane, shown_if

NONE = mark("There is no earlier text: this is the first since the customer's last message.")
MOST_LINES = 5


class EarlierPane(SidePane):
    used = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr("Earlier texts"))
        self._variants: tuple[Variant, ...] = ()
        self._current = ""
        self._able = True
        self._entering = False
        self._banner = Banner()
        self._none = Label(tr(NONE), "muted", wraps=True)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Earlier texts of this reply"))
        theme.dress(self.list, "entries")
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._head = Label(tr("From the text in the editor to this one:"), "caption", wraps=True)
        self.changes = ChangesText(tr("Differences from the text in the editor"))
        self._use = button(tr("Use this text"), "primary", key=keys.TAKE)
        self._choice = row(self._use, None)
        for part in (self._banner, self._none, self.list, self._head):
            self.body.addWidget(part)
        self.body.addWidget(self.changes, 1)
        self.body.addWidget(self._choice)
        self.body.addStretch(0)
        self.list.currentRowChanged.connect(self._show)
        self._use.clicked.connect(self.take)

    def begin(self) -> None:
        self._banner.clear()
        shown_if(False, self._none, self.list, self._head, self.changes, self._choice)
        self._entering = True
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def allow(self, able: bool) -> None:
        """Whether the reply on display may be changed."""
        self._able = able

    def show_variants(self, variants: Sequence[Variant], current: str) -> None:
        self._variants, self._current = tuple(variants), current
        self.list.clear()
        self.list.addItems([printable(why_words.variant_line(one)) for one in variants])
        shown_if(variants, self.list, self._head, self.changes, self._choice)
        shown_if(not variants, self._none)
        self._use.setEnabled(self._able)
        height = max(1, self.list.sizeHintForRow(0)) * min(MOST_LINES, max(1, len(variants)))
        self.list.setFixedHeight(height + 2 * self.list.frameWidth() + 4)
        self.list.setCurrentRow(0)
        if self._entering and variants:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._entering = False

    def show_trouble(self, error: Exception) -> None:
        self._banner.tell(error)

    def take(self) -> None:
        at = self.list.currentRow()
        if self._use.isEnabled() and 0 <= at < len(self._variants):
            self.used.emit(self._variants[at].text)

    def words(self) -> str:
        lines = [self.list.item(at).text() for at in range(self.list.count())]
        return "\n".join(lines) if lines else self._none.text()

    def _show(self, at: int) -> None:
        if 0 <= at < len(self._variants):
            self.changes.show_changes(word_diff(self._current, self._variants[at].text.replace("\u00a0", " ")))
