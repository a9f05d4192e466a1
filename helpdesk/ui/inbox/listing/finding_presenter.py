"""Finding as one types: words at once, meaning a little later; the list shows all tickets with the words when asked."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Protocol

from helpdesk.domain.found import FoundIn
from helpdesk.ui import wording
from helpdesk.ui.kit.palette import Offer
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.kit.screen import Place
from helpdesk.ui.language import tr, trn
from helpdesk.ui.panel_words import sleeps_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from helpdesk.domain.found import ArticleHit, Found, TicketHit
    from helpdesk.domain.ids import TicketId
    from helpdesk.domain.macro import Macro
    from helpdesk.services.desk import Desk
    from helpdesk.services.searching import QueryWord
    from helpdesk.ui.bridge import Handle
    from helpdesk.ui.kit import ScreenContext

WORDS_MS, MEANING_MS = 120, 400
MOST = 12


class FindingView(Protocol):
    def show_found(self, offers: Sequence[Offer], said: str) -> None: ...

    def show_help(self, lines: Sequence[tuple[str, str]]) -> None: ...

    def begin(self) -> None: ...


class FindingPresenter:
    """`open_ticket` opens what was found."""

    def __init__(self, view: FindingView, context: ScreenContext, open_ticket: Callable[[TicketId], object]) -> None:
        self._view = view
        self._context = context
        self._open_ticket = open_ticket
        self._desk: Desk | None = None
        self._typed = ""
        self._asking: Handle | None = None
        self._by_words = context.delays(WORDS_MS, partial(self._ask, meaning=False))
        self._by_meaning = context.delays(MEANING_MS, partial(self._ask, meaning=True))

    def desk_ready(self, desk: Desk) -> None:
        self._desk = desk

    def look(self, typed: str) -> None:
        self._typed = typed.strip()
        self._view.begin()
        if self._typed:
            self._by_words.start()
            self._by_meaning.start()
        else:
            self.stop()

    def stop(self) -> None:
        self._by_words.stop()
        self._by_meaning.stop()
        if self._asking is not None:
            self._asking.cancel()
            self._asking = None

    def show_help(self) -> None:
        if self._desk is not None:
            self._context.bridge.call(self._desk.searching.words, self._helped)

    def _helped(self, words: Sequence[QueryWord]) -> None:
        self._view.show_help([(word.example, tr(word.words)) for word in words])

    def _ask(self, *, meaning: bool) -> None:
        if self._desk is None or not self._typed:
            return
        if self._asking is not None:
            self._asking.cancel()
        work = partial(self._desk.searching.find, self._typed, MOST, meaning=meaning)
        self._asking = self._context.bridge.call(work, partial(self._found, self._typed), self._context.report)

    def _found(self, typed: str, found: Found) -> None:
        if typed != self._typed:
            return
        offers = [
            *map(self._ticket, found.tickets),
            *map(self._article, found.articles),
            *map(self._macro, found.macros),
            *(self._ticket(hit, by_meaning=True) for hit in found.by_meaning),
        ]
        self._view.show_found(offers, said_of(found, len(offers)))

    def _ticket(self, hit: TicketHit, *, by_meaning: bool = False) -> Offer:
        kind = tr("Ticket, {status}", status=wording.STATUSES[hit.row.status])
        if by_meaning:
            kind = tr("Alike, {status}", status=wording.STATUSES[hit.row.status])
        return Offer(
            one_line(hit.row.subject) or tr("(no subject)"),
            " · ".join(filter(None, (sleeps_words(hit.row.snoozed_until, datetime.now(UTC)), about_hit(hit)))),
            kind,
            partial(self._open_ticket, hit.row.id),
        )

    def _article(self, hit: ArticleHit) -> Offer:
        go = partial(self._context.navigate, Place("knowledge", article_id=hit.article_id))
        return Offer(one_line(hit.title), one_line(hit.excerpt) or hit.path, tr("Article"), go)

    def _macro(self, macro: Macro) -> Offer:
        go = partial(self._context.navigate, Place("preferences", section="Drafting"))
        return Offer(one_line(macro.name), one_line(macro.text), tr("Macro"), go)


def about_hit(hit: TicketHit) -> str:
    """Who asked, and the words where they were found."""
    who = one_line(hit.row.requester)
    if not hit.excerpt:
        return who
    if hit.place is FoundIn.ATTACHMENT:
        return tr("{requester}, in {name}: {words}", requester=who, name=one_line(hit.name), words=one_line(hit.excerpt))
    if hit.place is FoundIn.NOTE:
        return tr("{requester}, in a note: {words}", requester=who, words=one_line(hit.excerpt))
    return f"{who}: {one_line(hit.excerpt)}"


def said_of(found: Found, offers: int) -> str:
    """One line over what was found: what is wrong with the query, what was corrected in it, or how to go on."""
    if found.fault is not None:
        return wording.of(found.fault).sentence
    if found.signs_only:
        return tr("There is no word to search for: signs alone are not searched for.")
    if found.corrected:
        return _corrected(found, offers)
    if not offers:
        return tr("Fewer words, or the beginning of one, find more; “?” beside the field shows how to search.")
    if len(found.tickets) >= MOST:
        return tr("The first {n}; “List the tickets” has all.", n=offers)
    return trn("{n} found", "{n} found", offers)


def _corrected(found: Found, offers: int) -> str:
    pairs = ", ".join(f"{typed} → {meant}" for typed, meant in found.corrected)
    if offers:
        return tr("Nobody said that; found with: {words}", words=pairs)
    return tr("Not with {words} either.", words=pairs)
