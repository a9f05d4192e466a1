"""Drafts that say the same to other customers, to be approved in one go by somebody who sees each of them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from helpdesk.domain.alike import AlikeDraft
from helpdesk.ui import theme
from helpdesk.ui.kit import Banner, Label, SafeText, Tone, button, printable, row
from helpdesk.ui.kit.segments import Segments
from helpdesk.ui.language import percent, tr, trn
from helpdesk.ui.review import keys
from helpdesk.ui.review.side_pane import SidePane, shown_if

MOST_LINES = 8
LONGEST = 90
OWN, MINE = 0, 1


class TogetherPane(SidePane):
    """Arrow keys move through the customers, Space ticks one. `approved` carries those that are ticked, and whether each gets
    its own draft (False) or the text in the editor (True)."""

    approved = Signal(tuple, bool)

    def __init__(self) -> None:
        super().__init__(tr("Answer them together"))
        self._alike: tuple[AlikeDraft, ...] = ()
        self._banner = Banner()
        self._told = Label("", "caption", wraps=True)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Customers who ask the same"))
        theme.dress(self.list, "entries")
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text = Segments(tr("What they get"), [tr("Each its own draft"), tr("My text, each with its own greeting")])
        self.shown = SafeText(tr("Their message, and the reply"))
        self.approve = button("", "primary", key=keys.TAKE)
        for part in (self._banner, self._told, self.list, self.text):
            self.body.addWidget(part)
        self.body.addWidget(self.shown, 1)
        self.body.addWidget(row(self.approve, None))
        self.body.addStretch(0)
        self.list.currentRowChanged.connect(self._show)
        self.list.itemChanged.connect(lambda _: self._count())
        self.approve.clicked.connect(self.take)

    def begin(self) -> None:
        self._banner.clear()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_alike(self, alike: Sequence[AlikeDraft], *, edited: bool) -> None:
        """`edited`: the text in the editor is no longer the draft's."""
        self._alike = tuple(alike)
        self.list.blockSignals(True)
        self.list.clear()
        for one in alike:
            self.list.addItem(_line(one))
        self.list.blockSignals(False)
        told = trn(
            "{n} other customer got a draft from the same passages.",
            "{n} other customers got drafts from the same passages.",
            len(alike),
        )
        self._told.say(told if alike else tr("No other draft in the queue says the same."))
        if not alike and self.isVisible():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        shown_if(alike, self.list, self.shown, self.approve)
        shown_if(alike and edited, self.text)
        self.text.choose(MINE if edited else OWN)
        height = max(1, self.list.sizeHintForRow(0)) * min(MOST_LINES, max(1, len(alike)))
        self.list.setFixedHeight(height + 2 * self.list.frameWidth() + 4)
        self.list.setCurrentRow(0)
        self._count()

    def show_busy(self, busy: bool) -> None:
        self.approve.setEnabled(not busy and bool(self.ticked()))

    def show_trouble(self, error: Exception) -> None:
        self._banner.tell(error)

    def show_left(self, words: str) -> None:
        self._banner.say(words, Tone.WARNING)

    def ticked(self) -> tuple[AlikeDraft, ...]:
        lines = (self.list.item(at) for at in range(self.list.count()))
        states = [line.checkState() is Qt.CheckState.Checked for line in lines]
        return tuple(one for one, wanted in zip(self._alike, states, strict=True) if wanted)

    def take(self) -> None:
        if self.approve.isEnabled():
            self.approved.emit(self.ticked(), self.text.isVisibleTo(self) and self.text.current() == MINE)

    def words(self) -> str:
        return "\n".join([self._told.text(), *(self.list.item(at).text() for at in range(self.list.count()))])

    def trouble(self) -> str:
        return "" if self._banner.isHidden() else self._banner.words()

    def _count(self) -> None:
        n = len(self.ticked())
        self.approve.setText(trn("Approve it", "Approve these {n}", n) if n else tr("Approve those ticked"))
        self.approve.setAccessibleName(self.approve.text())
        self.approve.setEnabled(n > 0)

    def _show(self, at: int) -> None:
        if 0 <= at < len(self._alike):
            one = self._alike[at]
            self.shown.show_span(f"{one.message.strip()}\n\n{'─' * 12}\n\n{one.text}", (0, 0))


def _line(one: AlikeDraft) -> QListWidgetItem:
    line = QListWidgetItem(printable(said(one)))
    free = Qt.ItemFlag.ItemIsSelectable if one.held_by else Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
    line.setFlags(Qt.ItemFlag.ItemIsEnabled | free)
    line.setCheckState(Qt.CheckState.Checked if one.offered else Qt.CheckState.Unchecked)
    return line


def said(one: AlikeDraft) -> str:
    """'Ben Cole · 87% the same · May I still return …'"""
    asked = " ".join(one.message.split()) or one.subject
    parts = [
        one.requester,
        tr("{by} has it", by=one.held_by) if one.held_by else "",
        tr("for a person to look at") if one.to_person else "",
        tr("{share} the same", share=percent(one.sameness)) if one.sameness < 1 else "",
        asked if len(asked) <= LONGEST else f"{asked[: LONGEST - 1]}…",
    ]
    return " · ".join(part for part in parts if part)
