"""Backing up the open workspace: one at a time, and never left unsaid."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from helpdesk.ui import wording
from helpdesk.ui.language import tr

if TYPE_CHECKING:
    from pathlib import Path

    from helpdesk.services.desk import Desk
    from helpdesk.ui.bridge import Bridge


class BackupView(Protocol):
    def show_ready(self) -> None: ...

    def show_busy(self) -> None: ...

    def show_outcome(self, words: str, well: bool) -> None: ...


class BackupPresenter:
    def __init__(self, view: BackupView, bridge: Bridge) -> None:
        self._view = view
        self._bridge = bridge
        self._desk: Desk | None = None
        self._busy = False

    def desk_ready(self, desk: Desk) -> None:
        self._desk = desk
        if not self._busy:
            self._view.show_ready()

    def back_up(self, file: Path) -> None:
        desk = self._desk
        if desk is None or self._busy:
            return
        self._busy = True
        self._view.show_busy()
        # Kept: closing the window lets a copy that was begun come to its end.
        self._bridge.call(lambda: desk.upkeep.backup(file), partial(self._done, file), self._failed, keep=True)

    def _done(self, file: Path, octets: int) -> None:
        self._end(tr("Verified, {size}: {file}", size=wording.size(octets), file=file), well=True)

    def _failed(self, error: Exception) -> None:
        said = wording.of(error)
        self._end(tr("No backup was made. {title}: {sentence}", title=said.title, sentence=said.sentence), well=False)

    def _end(self, words: str, *, well: bool) -> None:
        self._busy = False
        self._view.show_outcome(words, well)
