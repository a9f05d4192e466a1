"""Decides what the review screen does: each intent goes to the part of the desk's work it belongs to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from helpdesk.domain.errors import DraftSuperseded, NotFound
from helpdesk.domain.macro import is_macro
from helpdesk.ui.kit.screen import Place
from helpdesk.ui.review import notices, steps
from helpdesk.ui.review.contract import Offer, Waiting
from helpdesk.ui.review.deciding import Deciding
from helpdesk.ui.review.display import Display
from helpdesk.ui.review.news import News

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpdesk.domain.draft import Citation
    from helpdesk.domain.ids import DraftId
    from helpdesk.services.desk import Desk
    from helpdesk.ui.kit.screen import ScreenContext
    from helpdesk.ui.review.contract import ReviewView


class ReviewPresenter:
    def __init__(self, view: ReviewView, context: ScreenContext) -> None:
        self._view = view
        self._context = context
        self.display = Display(view, context, self._not_saved)
        self._news = News(self.display)
        self._deciding = Deciding(self.display, self._news.superseded)
        self.select = self.display.select
        self.refresh = self.display.refresh
        self.more = self.display.more
        self.looked_at = self.display.looked_at
        self.typed = self.display.typed
        self.dismiss_notice = self.display.dismiss
        self.approve = self._deciding.approve
        self.reject = self._deciding.reject
        self.escalate = self._deciding.escalate
        self.skip = self._deciding.skip
        self.regenerate = self._deciding.regenerate
        self.undo = self._deciding.undo
        self.heard = self._news.heard
        context.bridge.listen(self.heard)
        view.show_waiting(Waiting.LOADING)

    @property
    def current(self) -> DraftId | None:
        return self.display.current

    # Coming and going

    def desk_ready(self, desk: Desk) -> None:
        self.display.desk_ready(desk)

    def entered(self, place: Place) -> None:
        self.display.want(place.ticket_id)
        if self.display.sheet is not None:
            self.display.look(self.display.sheet.draft.ticket_id)
        self.refresh()

    def left(self) -> None:
        """Saves what is unsaved; the claim stays until it expires or another draft is opened, so coming back is instant."""
        self.display.edit.save()
        self.display.look(None)

    # Intents that only look

    def move(self, by: int) -> None:
        """To the next (1) or the previous (-1) draft of the queue."""
        ids = [row.draft_id for row in self.display.rows]
        if not ids:
            return
        at = ids.index(self.current) + by if self.current in ids else 0
        if 0 <= at < len(ids):
            self.select(ids[at])
        if at >= len(ids) - 1:
            self.display.more()

    def open_citation(self, n: int) -> None:
        desk, sheet = self.display.desk, self.display.sheet
        citation = next((c for c in sheet.draft.citations if c.n == n), None) if sheet else None
        if desk is None or citation is None:
            return
        if is_macro(citation):
            self._view.show_quote(citation)
            return
        self._context.bridge.call(
            lambda: desk.articles.article(citation.article_id, citation.revision_id),
            lambda article: self._view.show_article(article, citation),
            partial(self._no_article, citation),
        )

    def _no_article(self, citation: Citation, error: Exception) -> None:
        if isinstance(error, NotFound):
            self._view.show_quote(citation)
        else:
            self._context.report(error)

    def stop(self) -> None:
        """The model stops writing the draft on display; the knowledge base is quoted instead."""
        desk, sheet = self.display.desk, self.display.sheet
        if desk is None or sheet is None or not sheet.being_written:
            return
        self._context.bridge.call(lambda: steps.stop(desk, sheet.draft.id), self._view.show_stopping, self._context.report)

    # The button of the notice on display

    def take_offer(self, offer: Offer) -> None:
        taken: dict[Offer, Callable[[], None]] = {
            Offer.SHOW_NEW_DRAFT: self._news.show_new_draft,
            Offer.USE_MY_TEXT: self._news.use_carried,
            Offer.NEXT: partial(self.move, 1),
            Offer.DRAFT_AGAIN: partial(self.regenerate, ""),
            Offer.MODEL_SETTINGS: partial(self._context.navigate, Place("preferences", section="Drafting")),
            Offer.RETRY_SAVING: self._save_again,
            Offer.RETRY: self.refresh,
            Offer.SEND_ANYWAY: self._deciding.approve_anyway,
            Offer.GO_TO_SENTENCE: self._view.go_to_doubt,
        }
        if offer in taken:
            taken[offer]()

    def _save_again(self) -> None:
        self.display.say(None)
        self.display.edit.save()

    def _not_saved(self, error: Exception) -> None:
        if isinstance(error, DraftSuperseded):
            self._news.superseded()
        else:
            self.display.say(notices.not_saved(error))
