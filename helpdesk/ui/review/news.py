"""What happens elsewhere and what it means for the draft on display."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from helpdesk.domain.draft import DraftState
from helpdesk.domain.events import (
    DraftDecided,
    DraftReady,
    DraftRequested,
    DraftTextGrew,
    Event,
    KnowledgeChanged,
    TicketChanged,
    TicketReceived,
    TicketsChanged,
)
from helpdesk.domain.ticket_news import news
from helpdesk.ui.review import notices, steps

if TYPE_CHECKING:
    from collections.abc import Collection

    from helpdesk.domain.ids import DraftId, TicketId
    from helpdesk.ui.review.contract import Sheet
    from helpdesk.ui.review.display import Display


class News:
    def __init__(self, display: Display) -> None:
        self._display = display
        self._carried = ""

    def heard(self, event: Event) -> None:
        match event:
            case DraftTextGrew(draft_id=draft_id, text=text, speed=speed):
                sheet = self._display.sheet
                if sheet is not None and draft_id == sheet.draft.id and sheet.being_written:
                    self._display.view.show_stream(text, speed)
                return
            case DraftRequested(draft_id=draft_id, ticket_id=ticket_id) | DraftReady(draft_id=draft_id, ticket_id=ticket_id):
                self._draft_moved(draft_id, ticket_id)
            case DraftDecided(ticket_id=ticket_id) | TicketChanged(ticket_id=ticket_id):
                self._tickets_moved({ticket_id})
            case TicketsChanged(ticket_ids=ticket_ids):
                self._tickets_moved(ticket_ids)
            case KnowledgeChanged():
                self._knowledge_moved()
            case TicketReceived():
                pass
            case _:
                return
        self._display.soon.start()

    def superseded(self) -> None:
        """The reviewer's own words are never taken away unasked."""
        if self._display.edit.touched:
            self._display.say(notices.SUPERSEDED_WHILE_EDITING)
        else:
            self.show_new_draft()

    def show_new_draft(self) -> None:
        display = self._display
        review, sheet = display.review, display.sheet
        if review is None or sheet is None:
            return
        ticket_id, leaving = sheet.draft.ticket_id, sheet.draft.id
        self._carried = display.edit.text if display.edit.touched else ""
        display.edit.forget()
        told = partial(notices.superseded, sheet.item.conversation, bool(self._carried))
        display.open(lambda: steps.take_latest(review, ticket_id, leaving), told)

    def use_carried(self) -> None:
        """The text that was being written when the draft was superseded."""
        self._display.say(None)
        self._display.view.replace_text(self._carried)

    def _draft_moved(self, draft_id: DraftId, ticket_id: TicketId) -> None:
        sheet = self._display.sheet
        if sheet is None or self._display.busy or self._display.review is None:
            return
        if draft_id == sheet.draft.id:
            self._look_again(sheet)
        elif ticket_id == sheet.draft.ticket_id and draft_id > sheet.draft.id:
            self.superseded()

    def _tickets_moved(self, ticket_ids: Collection[TicketId]) -> None:
        sheet = self._display.sheet
        if sheet is not None and not self._display.busy and sheet.draft.ticket_id in ticket_ids:
            self._look_again(sheet)

    def _knowledge_moved(self) -> None:
        sheet = self._display.sheet
        if sheet is not None and not self._display.busy and sheet.draft.citations:
            self._look_again(sheet)

    def _look_again(self, sheet: Sheet) -> None:
        """The open draft may have changed under the reader: shows it anew only if it did, and never over typed text."""
        display = self._display
        review, turn = display.review, display.turn

        def came(fresh: Sheet) -> None:
            if fresh != sheet and not display.edit.touched:
                moved = notices.of_news(news(sheet.item.conversation, fresh.item.conversation))
                display.opened(turn, notices.REWRITTEN if written_anew(sheet, fresh) else moved, fresh)

        if review is not None and not display.edit.touched:
            display.bridge.call(lambda: steps.take(review, sheet.draft.id), came)


def written_anew(before: Sheet, after: Sheet) -> bool:
    """It was there to be reviewed, and a model that came back has replaced its text."""
    then, now = before.draft, after.draft
    return then.state is now.state is DraftState.IN_REVIEW and then.improvable and now.revision > then.revision
