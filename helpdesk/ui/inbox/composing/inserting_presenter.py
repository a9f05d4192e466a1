"""Macros and articles where the caret is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from helpdesk.domain.article import trail_shown
from helpdesk.ui.inbox.composing.action_words import action_words
from helpdesk.ui.inbox.composing.composer import MACRO
from helpdesk.ui.inbox.composing.pick_list import Pick
from helpdesk.ui.language import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpdesk.domain.change import Operation
    from helpdesk.domain.ids import TicketId
    from helpdesk.services.composing import ArticleOffer, MacroOffer
    from helpdesk.services.desk import Desk
    from helpdesk.ui.bridge import Bridge, Delays, Handle
    from helpdesk.ui.inbox.ticket_presenter import Notices

ASK_MS = 60


class PickView(Protocol):
    def show_picks(self, picks: Sequence[Pick], nothing: str) -> None: ...

    def insert(self, text: str) -> None: ...


class InsertingPresenter:
    """The list follows what is typed; only the newest answer is shown. A macro's actions are done when it is put in, and can be
    undone like everything; putting in never sends."""

    def __init__(self, view: PickView, notices: Notices, bridge: Bridge, delays: Delays) -> None:
        self._view = view
        self._notices = notices
        self._bridge = bridge
        self._desk: Desk | None = None
        self._ticket_id: TicketId | None = None
        self._wanted = ("", "")
        self._asking: Handle | None = None
        self._macros: dict[str, MacroOffer] = {}
        self._articles: dict[str, ArticleOffer] = {}
        self._soon = delays(ASK_MS, self._ask)

    def desk_ready(self, desk: Desk) -> None:
        self._desk = desk

    def open(self, ticket_id: TicketId | None) -> None:
        self._ticket_id = ticket_id

    def want(self, sign: str, typed: str) -> None:
        at_once = sign != self._wanted[0] or not typed
        self._wanted = (sign, typed)
        self._soon.start()
        if at_once:
            self._soon.flush()

    def take(self, sign: str, key: str) -> None:
        if sign != MACRO:
            article = self._articles.get(key)
            if article is not None:
                self._view.insert(article.text)
            return
        offer, desk, ticket_id = self._macros.get(key), self._desk, self._ticket_id
        if offer is None or desk is None or ticket_id is None:
            return
        if offer.text:
            self._view.insert(offer.text)
        if offer.macro.actions:
            work = partial(desk.composing.inserting.use, ticket_id, offer.macro.name)
            self._bridge.call(work, partial(self._used, offer), self._notices.report, keep=True)

    def _ask(self) -> None:
        if self._desk is None or self._ticket_id is None:
            return
        if self._asking is not None:
            self._asking.cancel()
        sign, typed = self._wanted
        inserting = self._desk.composing.inserting
        if sign == MACRO:
            self._asking = self._bridge.call(partial(inserting.macros, self._ticket_id, typed), self._show_macros, self._failed)
        else:
            work = partial(inserting.articles, self._ticket_id, typed)
            self._asking = self._bridge.call(work, self._show_articles, self._failed)

    def _show_macros(self, offers: Sequence[MacroOffer]) -> None:
        self._macros = {offer.macro.name: offer for offer in offers}
        nothing = tr("No macro has this.") if self._wanted[1] else tr("No macros yet: write them in Preferences, Drafting.")
        self._view.show_picks([macro_pick(offer) for offer in offers], nothing)

    def _show_articles(self, offers: Sequence[ArticleOffer]) -> None:
        self._articles = {str(offer.article_id): offer for offer in offers}
        self._view.show_picks([article_pick(offer) for offer in offers], tr("No article has this."))

    def _failed(self, error: Exception) -> None:
        self._view.show_picks((), tr("The search did not answer."))
        self._notices.report(error)

    def _used(self, offer: MacroOffer, done: Operation | None) -> None:
        if done is not None:
            did = ", ".join(action_words(action) for action in offer.macro.actions)
            self._notices.say(tr("{name}: {did}. Ctrl+Z takes it back.", name=offer.macro.name, did=did))


def macro_pick(offer: MacroOffer) -> Pick:
    remarks = [action_words(action) for action in offer.macro.actions]
    lacking = tr("Fill in yourself: {names}", names=", ".join(offer.lacking)) if offer.lacking else ""
    does = tr("Also does: {actions}", actions=", ".join(remarks)) if remarks else ""
    return Pick(
        offer.macro.name,
        offer.macro.name,
        offer.text or tr("No text; it changes the ticket only."),
        " · ".join(part for part in (does, lacking) if part),
        bool(lacking),
    )


def article_pick(offer: ArticleOffer) -> Pick:
    name = trail_shown(offer.title, offer.heading)
    warning = tr("Internal article: customers are not meant to read it.") if offer.internal else ""
    return Pick(str(offer.article_id), name, offer.text, warning, offer.internal)
