"""One answer for many: who else got the draft on display, and what becomes of theirs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from helpdesk.ui import wording
from helpdesk.ui.kit.toast import Toast
from helpdesk.ui.language import tr, trn

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from helpdesk.domain.alike import AlikeDraft
    from helpdesk.domain.ids import DecisionId
    from helpdesk.services.alike import Together
    from helpdesk.ui.kit.screen import ScreenContext
    from helpdesk.ui.review.contract import Sheet
    from helpdesk.ui.review.display import Display

UNDO_SECONDS = 10.0


class TogetherView(Protocol):
    def show_alike(self, alike: Sequence[AlikeDraft], *, edited: bool) -> None: ...

    def show_busy(self, busy: bool) -> None: ...

    def show_left(self, words: str) -> None: ...

    def show_trouble(self, error: Exception) -> None: ...


class AlikeCount:
    """Tells `show` how many others there are, for every draft that comes on display, and `again` once some were answered."""

    def __init__(self, display: Display, show: Callable[[int], None]) -> None:
        self._display = display
        self._show = show

    def look(self, sheet: Sheet) -> None:
        self._show(0)
        self._count(sheet)

    def again(self) -> None:
        if self._display.sheet is not None:
            self._count(self._display.sheet)

    def _count(self, sheet: Sheet) -> None:
        desk = self._display.desk
        if desk is None or not sheet.decidable:
            return
        draft_id = sheet.draft.id

        def counted(others: int) -> None:
            if self._display.current == draft_id:
                self._show(others)

        self._display.bridge.call(lambda: desk.alike.count(draft_id), counted)


class TogetherPresenter:
    """`answered` hears that others were answered, or are back in the queue."""

    def __init__(self, view: TogetherView, context: ScreenContext, display: Display, answered: Callable[[], object]) -> None:
        self._view = view
        self._context = context
        self._display = display
        self._answered = answered

    def open(self) -> None:
        desk, sheet = self._display.desk, self._display.sheet
        if desk is None or sheet is None or not sheet.decidable:
            return
        draft_id, edited = sheet.draft.id, self._display.edit.touched
        came = partial(self._view.show_alike, edited=edited)
        self._display.bridge.call(lambda: desk.alike.to(draft_id), came, self._view.show_trouble)

    def approve(self, chosen: Sequence[AlikeDraft], with_mine: bool) -> None:
        desk, sheet = self._display.desk, self._display.sheet
        if desk is None or sheet is None or not chosen:
            return
        body = desk.alike.body(self._display.edit.text) if with_mine else None
        read = frozenset(caution.words for caution in sheet.item.cautions)
        self._view.show_busy(True)
        work = partial(desk.alike.approve, sheet.draft.id, tuple(chosen), body, read)
        self._display.bridge.call(work, self._approved, self._failed, keep=True)

    def _approved(self, done: Together) -> None:
        self._view.show_busy(False)
        if done.decided:
            decisions = tuple(one.decision.id for one in done.decided)
            said = trn("{n} reply is on its way.", "{n} replies are on their way.", len(decisions))
            self._context.toasts.show_toast(Toast(said, tr("Undo"), partial(self._undo, decisions), UNDO_SECONDS))
        self.open()
        if done.left:
            first = done.left[0]
            said = trn("{n} draft stays in the queue.", "{n} drafts stay in the queue.", len(done.left))
            self._view.show_left(f"{said} {first.requester}: {wording.of(first.why).sentence}")
        self._answered()
        self._display.soon.start()

    def _undo(self, decisions: Sequence[DecisionId]) -> None:
        desk = self._display.desk
        if desk is not None:
            self._display.bridge.call(partial(desk.alike.undo, decisions), self._undone, self._context.report, keep=True)

    def _undone(self, left: int) -> None:
        if left:
            said = trn("{n} reply had left already.", "{n} replies had left already.", left)
            self._context.toasts.say(said)
        else:
            self._context.toasts.say(tr("All of them are back in the queue."))
        self.open()
        self._answered()
        self._display.soon.start()

    def _failed(self, error: Exception) -> None:
        self._view.show_busy(False)
        self._view.show_trouble(error)
