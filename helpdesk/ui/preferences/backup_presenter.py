"""Backing up the open workspace: one at a time, and never left unsaid."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from helpdesk.ui import wording
from helpdesk.ui.language import tr

if TYPE_CHECKING:
    from pathlib import Path

    from helpdesk.services.desk import Desk
    from helpdesk.ui.bridge import Bridge
    from helpdesk.ui.preferences.workspace_card import WorkspaceCard


class BackupPresenter:
    def __init__(self, card: WorkspaceCard, bridge: Bridge) -> None:
        self._card = card
        self._bridge = bridge
        self._desk: Desk | None = None
        self._busy = False
        card.backup_requested.connect(self.back_up)

    def desk_ready(self, desk: Desk) -> None:
        self._desk = desk
        if not self._busy:
            self._card.show_ready()

    def back_up(self, file: Path) -> None:
        desk = self._desk
        if desk is None or self._busy:
            return
        self._busy = True
        self._card.show_busy()
        # Kept: closing the window lets a copy that was begun come to its end.
        self._bridge.call(lambda: desk.upkeep.backup(file), partial(self._done, file), self._failed, keep=True)

    def _done(self, file: Path, octets: int) -> None:
        self._end(tr("Verified, {size}: {file}", size=wording.size(octets), file=file), well=True)

    def _failed(self, error: Exception) -> None:
        said = wording.of(error)
        self._end(tr("No backup was made. {title}: {sentence}", title=said.title, sentence=said.sentence), well=False)

    def _end(self, words: str, *, well: bool) -> None:
        self._busy = False
        self._card.show_outcome(words, well)
