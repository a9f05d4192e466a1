"""What the palette offers: every intent in force, every place, and the tickets and articles that fit what is typed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from helpdesk.domain.fuzzy import fit
from helpdesk.domain.ids import TicketId
from helpdesk.domain.spoken import marks
from helpdesk.ui import wording
from helpdesk.ui.kit.palette import Offer
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.kit.screen import Place
from helpdesk.ui.language import lowered, tr
from helpdesk.ui.main_window.catalogue import Catalogue
from helpdesk.ui.main_window.other_names import OTHER_NAMES
from helpdesk.ui.main_window.places import EVERYWHERE
from helpdesk.ui.query_tongue import understood

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpdesk.domain.found import Found
    from helpdesk.services.desk import Desk
    from helpdesk.ui.bridge import Bridge, Delays, Handle
    from helpdesk.ui.kit.palette import Palette
    from helpdesk.ui.kit.screen import Lead
    from helpdesk.ui.kit.shortcuts import Shortcuts
    from helpdesk.ui.main_window.catalogue import Command

SEARCH_MS = 120
MOST_COMMANDS, MOST_LEADS, MOST_FOUND, MOST_RECENT = 12, 6, 6, 5
ITSELF = "palette"
TITLES = {spot.name: spot.title for spot in EVERYWHERE}


class Commands:
    """Commands are there at once; what is found in the store joins below them."""

    def __init__(self, palette: Palette, shortcuts: Shortcuts, bridge: Bridge, delays: Delays) -> None:
        self._palette = palette
        self._catalogue = Catalogue(shortcuts, bridge, delays)
        self._bridge = bridge
        self._desk: Desk | None = None
        self._go: Callable[[Place], None] = lambda _: None
        self._typed = ""
        self._offered: list[Offer] = []
        self._met: list[Offer] = []
        self._recent: list[str] = []
        self._asking: Handle | None = None
        self._searching = delays(SEARCH_MS, self._search)
        palette.typed.connect(self.look)

    def lead_to(self, go: Callable[[Place], None]) -> None:
        self._go = go

    def when_learned(self, told: Callable[[], object]) -> None:
        """Told once the code of every place is loaded."""
        self._catalogue.learned = told

    def desk_ready(self, desk: Desk | None) -> None:
        self._desk = desk
        if desk is not None:
            self._catalogue.desk_ready()

    def look(self, typed: str) -> None:
        self._typed = typed.strip()
        if self._asking is not None:
            self._asking.cancel()
            self._asking = None
        self._offered, self._met = [*self._by_number(), *self._named()], []
        self._palette.offer(self._offered)
        if self._typed:
            self._searching.start()

    def _by_number(self) -> list[Offer]:
        number = self._typed.removeprefix("#")
        if not number.isdecimal() or len(number) > 12:
            return []
        title = tr("Open ticket {number}", number=int(number))
        return [Offer(title, tr("Ticket"), "", partial(self._open, TicketId(int(number))))]

    def _named(self) -> list[Offer]:
        """Commands before places, unless a place is called what was typed and no command is as nearly."""
        (worth, commands), (other, leads) = self._commands(), self._leads()
        return [*leads, *commands] if other > worth else [*commands, *leads]

    def _commands(self) -> tuple[int, list[Offer]]:
        """Those of the screen on display come before those of other screens; what was used last before both. With them what
        the nearest is worth."""
        fitting = []
        for order, command in enumerate(self._at_hand()):
            worth = self._worth(command)
            if worth is not None:
                recent = self._recent.index(command.name) if command.name in self._recent else MOST_RECENT
                fitting.append(((-worth, not command.here, recent, order), command))
        fitting.sort(key=lambda one: one[0])
        best = -fitting[0][0][0] if fitting else 0
        kept = [command for rank, command in fitting if rank[0] <= -best // 2]
        return best, [self._offer(command) for command in (kept[:MOST_COMMANDS] if self._typed else kept)]

    def _worth(self, command: Command) -> int | None:
        """By a hint of what is shown, or by nearly a word of what it is called in English or elsewhere."""
        intent = command.intent
        shown = fit(self._typed, f"{tr(intent.words)} {tr(intent.group)}")
        other = nearly(self._typed, f"{intent.words} {intent.group} {OTHER_NAMES.get(intent.name, '')}")
        return max((worth for worth in (shown, other) if worth is not None), default=None)

    def _leads(self) -> tuple[int, list[Offer]]:
        """Sections and settings. They are many, so what is typed must nearly be one of their words. With them what the
        nearest is worth."""
        if not self._typed:
            return 0, []
        told = [(nearly(self._typed, f"{tr(lead.words)} {tr(lead.about)}"), lead) for lead in self._catalogue.leads]
        fitting = [(worth, lead) for worth, lead in told if worth is not None]
        fitting.sort(key=lambda one: -one[0])
        return fitting[0][0] if fitting else 0, [self._lead(lead) for _, lead in fitting[:MOST_LEADS]]

    def _lead(self, lead: Lead) -> Offer:
        place = tr(TITLES[lead.place.screen])
        return Offer(tr(lead.words), f"{place} · {tr(lead.about)}" if lead.about else place, "", partial(self._go, lead.place))

    def _at_hand(self) -> list[Command]:
        """What works here; with letters typed also what works on the other screens."""
        here = [command for command in self._catalogue.here() if command.intent.name != ITSELF]
        return [*here, *self._catalogue.elsewhere()] if self._typed else here

    def _offer(self, command: Command) -> Offer:
        place, group = TITLES.get(command.area, ""), command.intent.group
        about = tr(group) if command.here or place == group else f"{tr(place)} · {tr(group)}"
        return Offer(tr(command.intent.words), about, command.keys, partial(self._do, command))

    def _do(self, command: Command) -> None:
        self._recent = [command.name, *(name for name in self._recent if name != command.name)][:MOST_RECENT]
        if not command.here:
            self._go(Place(command.area))
        self._catalogue.act(command.name)

    def _open(self, ticket_id: TicketId) -> None:
        self._go(Place("inbox", ticket_id=ticket_id))

    def _search(self) -> None:
        if self._desk is not None and self._typed:
            work = partial(self._desk.searching.find, understood(self._typed), MOST_FOUND)
            self._asking = self._bridge.call(work, partial(self._found, self._typed))

    def _found(self, typed: str, found: Found) -> None:
        if typed == self._typed:
            self._met = [marked(one, found.words) for one in (*self._tickets(found), *self._articles(found))]
            self._palette.extend([*self._offered, *self._met])

    def _tickets(self, found: Found) -> list[Offer]:
        return [
            Offer(
                one_line(hit.row.subject) or tr("(no subject)"),
                tr(
                    "Ticket {number} from {requester}, {status}",
                    number=hit.row.id,
                    requester=hit.row.requester or lowered(tr("Somebody without a name")),
                    status=wording.STATUSES[hit.row.status],
                ),
                "",
                partial(self._open, hit.row.id),
            )
            for hit in found.tickets
        ]

    def _articles(self, found: Found) -> list[Offer]:
        return [
            Offer(
                one_line(hit.title),
                tr("Article in {base}", base=hit.kb),
                "",
                partial(self._go, Place("knowledge", article_id=hit.article_id)),
            )
            for hit in found.articles
        ]


def nearly(typed: str, names: str) -> int | None:
    worth = fit(typed, names)
    return worth if worth is not None and worth >= (fit(typed, typed) or 0) * 3 / 4 else None


def marked(offer: Offer, words: str) -> Offer:
    return replace(offer, title_marks=marks(offer.title, (words,)))
