"""Keeps the proof beside the text: judged anew shortly after the last keystroke, in the desk's thread."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from helpdesk.domain.proof import Level

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpdesk.domain.proof import Proof
    from helpdesk.services.desk import Desk
    from helpdesk.ui.bridge import Bridge, Delays
    from helpdesk.ui.review.contract import Sheet

MILLISECONDS = 120


class ProofKeeper:
    """Answers that come after another keystroke, or for another draft, are let go."""

    def __init__(self, bridge: Bridge, delays: Delays, show: Callable[[Proof | None], None]) -> None:
        self._bridge = bridge
        self._delay = delays(MILLISECONDS, self.prove)
        self._show = show
        self._desk: Desk | None = None
        self._sheet: Sheet | None = None
        self._text = ""
        self._turn = 0
        self.doubted = False

    def follow(self, desk: Desk, sheet: Sheet, shown: str) -> None:
        """Starts on a draft; `shown` is its text as the editor gives it back."""
        self._delay.stop()
        self._desk, self._sheet, self._text = desk, sheet, shown
        self._turn += 1
        proof = sheet.item.proof
        if proof is None:
            self._told(self._turn, None)
        elif proof.text == shown:
            self._came(self._turn, proof)
        else:
            self.prove()

    def forget(self) -> None:
        self._delay.stop()
        self._sheet = None
        self._turn += 1

    def typed(self, text: str) -> None:
        if self._sheet is not None and self._sheet.item.proof is not None and text != self._text:
            self._text = text
            self._turn += 1
            self._delay.start()

    def prove(self) -> None:
        desk, sheet, text = self._desk, self._sheet, self._text
        if desk is not None and sheet is not None:
            self._bridge.call(lambda: desk.proving.of(sheet.draft.id, text), partial(self._came, self._turn), self._silent)

    def _came(self, turn: int, proof: Proof) -> None:
        self._told(turn, proof)
        desk, sheet, text = self._desk, self._sheet, self._text
        if turn == self._turn and desk is not None and sheet is not None and proof.of(Level.WEAK, Level.UNSUPPORTED):
            self._bridge.call(lambda: desk.proving.deepened(sheet.draft.id, text), partial(self._told, turn), self._silent)

    def _told(self, turn: int, proof: Proof | None) -> None:
        if turn == self._turn:
            self.doubted = proof is not None and bool(proof.of(Level.UNSUPPORTED))
            self._show(proof)

    def _silent(self, _: Exception) -> None:
        """The store's trouble is told where text is saved and decisions are made; without a proof nothing is underlined."""
        self._told(self._turn, None)
