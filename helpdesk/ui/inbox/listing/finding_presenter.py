"""Finding as one types: words at once, meaning a little later; the list shows all tickets with the words when asked."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Protocol

from helpdesk.domain.found import FoundIn
from helpdesk.domain.spoken import marks, unsaid_signs
from helpdesk.ui import wording
from helpdesk.ui.kit.palette import Offer
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.kit.screen import Place
from helpdesk.ui.language import number, tr, trn
from helpdesk.ui.panel_words import sleeps_words
from helpdesk.ui.query_tongue import spoken, understood

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
    def show_found(self, offers: Sequence[Offer], said: str, nothing: str) -> None:
        """`nothing` is the title over what is said when there are none."""
        ...

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
        self._corrected: tuple[tuple[str, str], ...] = ()
        self._answered = ""
        self._wanted: Callable[[str], object] | None = None
        self._asking: Handle | None = None
        self._by_words = context.delays(WORDS_MS, partial(self._ask, meaning=False))
        self._by_meaning = context.delays(MEANING_MS, partial(self._ask, meaning=True))

    def desk_ready(self, desk: Desk) -> None:
        self._desk = desk

    def look(self, typed: str) -> None:
        self._typed, self._corrected, self._answered = typed.strip(), (), ""
        self._wanted = None
        self._view.begin()
        if self._typed:
            self._by_words.start()
            self._by_meaning.start()
        else:
            self.stop()

    def stop(self) -> None:
        self._by_words.stop()
        self._by_meaning.stop()
        self._wanted = None
        if self._asking is not None:
            self._asking.cancel()
            self._asking = None

    def meant(self, tell: Callable[[str], object]) -> None:
        """Tells what is typed, with the slips put right that were found to be some, and people asked for as such. Who presses
        Return right after the last letter is told as soon as that was looked for."""
        self.stop()
        if self._desk is None or self._answered == self._typed:
            tell(self._put_right())
        else:
            self._wanted = tell
            self._ask(meaning=False)

    def _put_right(self) -> str:
        said = self._typed
        for slip, right in self._corrected:
            put = right.replace("\\", "\\\\")
            said = re.sub(rf"(?<!\w){re.escape(slip)}(?!\w)", put, said, flags=re.IGNORECASE)
        return said

    def show_help(self) -> None:
        if self._desk is not None:
            self._context.bridge.call(self._desk.searching.words, self._helped)

    def _helped(self, words: Sequence[QueryWord]) -> None:
        self._view.show_help([(spoken(word.example), tr(word.words)) for word in words])

    def _ask(self, *, meaning: bool) -> None:
        if self._desk is None or not self._typed:
            return
        if self._asking is not None:
            self._asking.cancel()
        work = partial(self._desk.searching.find, understood(self._typed), MOST, meaning=meaning)
        self._asking = self._context.bridge.call(work, partial(self._found, self._typed), self._failed)

    def _found(self, typed: str, found: Found) -> None:
        if typed != self._typed:
            return
        self._corrected, self._answered = found.corrected, typed
        if self._wanted is not None:
            self._go_on()
            return
        words = (found.words,)
        offers = [
            *(marked(self._ticket(hit), words, one_line(hit.excerpt)) for hit in found.tickets),
            *(marked(self._article(hit), words, one_line(hit.excerpt)) for hit in found.articles),
            *(marked(self._macro(macro), words, one_line(macro.text)) for macro in found.macros),
            *(self._ticket(hit, by_meaning=True) for hit in found.by_meaning),
        ]
        said = said_of(found, len(offers), unsaid_signs(typed))
        self._view.show_found(offers, said, tr("Signs are not searched for") if found.signs_only else tr("Nothing found"))

    def _failed(self, error: Exception) -> None:
        self._context.report(error)
        self._go_on()

    def _go_on(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            wanted(self._put_right())

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


def marked(offer: Offer, words: Sequence[str], excerpt: str) -> Offer:
    """With the words that were found, in its title and in the excerpt at the end of what is said about it."""
    begin = offer.about.rfind(excerpt) if excerpt else -1
    told = marks(excerpt, words) if begin >= 0 else ()
    about = tuple((begin + one, begin + other) for one, other in told)
    return replace(offer, title_marks=marks(offer.title, words), about_marks=about)


def about_hit(hit: TicketHit) -> str:
    """Who asked, and the words where they were found."""
    who = one_line(hit.row.requester) or tr("Somebody without a name")
    if not hit.excerpt:
        return who
    if hit.place is FoundIn.ATTACHMENT:
        return tr("{requester}, in {name}: {words}", requester=who, name=one_line(hit.name), words=one_line(hit.excerpt))
    if hit.place is FoundIn.NOTE:
        return tr("{requester}, in a note: {words}", requester=who, words=one_line(hit.excerpt))
    return f"{who}: {one_line(hit.excerpt)}"


def said_of(found: Found, offers: int, signs: Sequence[str]) -> str:
    """One line over what was found: what is wrong with the query, what was corrected in it or left out, or how to go on."""
    if found.fault is not None:
        return wording.of(found.fault).sentence
    if found.signs_only:
        return tr("There is no word to search for. Emoji and other signs cannot be found; type a word that stands near them.")
    if found.corrected:
        return _corrected(found, offers)
    if not offers:
        return tr("Fewer words, or the beginning of one, find more; “?” beside the field shows how to search.")
    return _counted(found, offers, signs)


def _counted(found: Found, offers: int, signs: Sequence[str]) -> str:
    if signs:
        return tr("{n} found; {signs} cannot be searched for.", n=number(offers), signs=" ".join(signs))
    if len(found.tickets) >= MOST:
        return tr("The first {n}; “List the tickets” has all.", n=offers)
    return trn("{n} found", "{n} found", offers)


def _corrected(found: Found, offers: int) -> str:
    pairs = ", ".join(f"{typed} → {meant}" for typed, meant in found.corrected)
    if offers:
        return tr("Nobody said that; found with: {words}", words=pairs)
    return tr("Not with {words} either.", words=pairs)
