"""Files into the text being written and out of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from helpdesk.domain.conversation import Attachment
from helpdesk.ui.language import tr, trn
from helpdesk.ui.reason_words import reason_said

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from helpdesk.domain.composing import WritingKind
    from helpdesk.domain.ids import TicketId
    from helpdesk.services.composing import Attached
    from helpdesk.services.desk import Desk
    from helpdesk.ui.bridge import Bridge
    from helpdesk.ui.inbox.ticket_presenter import Notices

PICTURE = "image/png"


class FilesPresenter:
    """`changed` is called when the files of a ticket are others; `at` tells which text on which ticket they are for."""

    def __init__(
        self,
        bridge: Bridge,
        notices: Notices,
        at: Callable[[], tuple[TicketId, WritingKind] | None],
        changed: Callable[[], None],
    ) -> None:
        self._bridge = bridge
        self._notices = notices
        self._at = at
        self._changed = changed
        self._desk: Desk | None = None

    def desk_ready(self, desk: Desk) -> None:
        self._desk = desk

    def attach(self, paths: Sequence[str | Path]) -> None:
        at = self._at()
        if self._desk is not None and at is not None and paths:
            work = partial(self._desk.composing.attaching.files, *at, [Path(path) for path in paths])
            self._bridge.call(work, self._attached, self._failed, keep=True)

    def attach_picture(self, content: bytes) -> None:
        at = self._at()
        if self._desk is not None and at is not None:
            file = Attachment(tr("picture.png"), PICTURE, content)
            work = partial(self._desk.composing.attaching.content, *at, file)
            self._bridge.call(work, lambda _: self._changed(), self._failed, keep=True)

    def remove(self, file_id: int) -> None:
        if self._desk is not None:
            work = partial(self._desk.composing.attaching.remove, file_id)
            self._bridge.call(work, lambda _: self._changed(), self._failed, keep=True)

    def refuse_picture(self) -> None:
        self._notices.say(tr("This picture is too large to paste; attach it as a file."))

    def _attached(self, done: Attached) -> None:
        self._changed()
        if done.refused:
            first = done.refused[0]
            said = tr("{name} was not attached: {reason}.", name=first.path, reason=reason_said(first.reason))
            more = len(done.refused) - 1
            others = trn("{n} more was not either.", "{n} more were not either.", more)
            self._notices.say(f"{said} {others}" if more else said)

    def _failed(self, error: Exception) -> None:
        self._notices.report(error)
        self._changed()
