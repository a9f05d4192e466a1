"""Keeps every keystroke: the text in the editor reaches the store at most 250 ms later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.domain.errors import DraftSuperseded
from helpdesk.ui.review.contract import Saved
from helpdesk.ui.review.steps import Edit

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpdesk.services.desk import Desk
    from helpdesk.ui.bridge import Bridge, Delays
    from helpdesk.ui.review.contract import Sheet

MILLISECONDS = 250
NEVER = "\0"


class EditKeeper:
    """Knows whether the open draft was touched and what of it is not stored yet."""

    def __init__(
        self, bridge: Bridge, delays: Delays, say: Callable[[Saved], None], failed: Callable[[Exception], None]
    ) -> None:
        self._bridge = bridge
        self._delay = delays(MILLISECONDS, self.save)
        self._say = say
        self._failed = failed
        self._desk: Desk | None = None
        self._sheet: Sheet | None = None
        self._shown = ""
        self._text = ""
        self._stored = ""

    def follow(self, desk: Desk, sheet: Sheet, shown: str) -> None:
        """Starts on a draft; `shown` is its text as the editor gives it back, which may spell spaces differently."""
        self._delay.stop()
        self._desk, self._sheet = desk, sheet
        self._shown = self._text = self._stored = shown
        self._say(Saved.UNTOUCHED if sheet.draft.edited is None else Saved.SAVED)

    def forget(self) -> None:
        self._delay.stop()
        self._sheet = None

    @property
    def touched(self) -> bool:
        return self._sheet is not None and (self._sheet.draft.edited is not None or self._text != self._shown)

    @property
    def text(self) -> str:
        return self._text

    def decided_text(self) -> str | None:
        """What an approval should send: None stands for the draft as it was written."""
        return self._text if self.touched else None

    def typed(self, text: str) -> None:
        if self._sheet is None or not self._sheet.decidable or text == self._text:
            return
        self._text = text
        self._say(Saved.SAVING)
        self._delay.start()

    def unsaved(self) -> Edit | None:
        """Takes over what still has to be stored: the caller stores it."""
        self._delay.stop()
        if self._sheet is None or self._text == self._stored:
            return None
        self._stored = self._text
        return self._edit(self._sheet)

    def put_back(self, *, soon: bool) -> None:
        """What was taken over was not stored after all: it counts as unsaved again, and is saved `soon` or when asked."""
        self._stored = NEVER
        if soon and self.touched:
            self._delay.start()

    def save(self) -> None:
        desk, sheet, edit = self._desk, self._sheet, self.unsaved()
        if desk is None or sheet is None or edit is None:
            return
        self._bridge.call(
            lambda: desk.review.keep_edit(edit.draft_id, edit.revision, edit.text),
            lambda _: self._kept(sheet),
            lambda error: self._lost(sheet, error),
            keep=True,
        )

    def _edit(self, sheet: Sheet) -> Edit:
        back_to_draft = sheet.draft.edited is None and self._text == self._shown
        return Edit(sheet.draft.id, sheet.draft.revision, None if back_to_draft else self._text)

    def _kept(self, sheet: Sheet) -> None:
        if sheet is self._sheet and self._text == self._stored:
            self._say(Saved.SAVED)

    def _lost(self, sheet: Sheet, error: Exception) -> None:
        if sheet is not self._sheet:
            return
        if isinstance(error, DraftSuperseded):
            self._rescue(sheet)
        else:
            self._stored = NEVER
            self._say(Saved.NOT_SAVED)
        self._failed(error)

    def _rescue(self, sheet: Sheet) -> None:
        """A draft that is over takes no more text: what is typed on goes on as the ticket's half-written reply, unless the
        agent has one there already."""
        desk, text, ticket_id = self._desk, self._text, sheet.draft.ticket_id
        if desk is None or sheet.item.conversation.composed:
            self._say(Saved.NOT_SAVED)
            return
        self._bridge.call(
            lambda: desk.inbox.compose(ticket_id, text), lambda _: self._say(Saved.SAVED), self._failed, keep=True
        )
