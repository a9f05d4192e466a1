"""Same person, likely the same matter: suggested quietly, and never again after an agent said no."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from helpdesk.domain import change as c
from helpdesk.domain.change import NewOperation, Spot, Step
from helpdesk.domain.ids import RequesterId, TicketId
from helpdesk.domain.mail_history import new_words
from helpdesk.domain.ticket import Ticket
from helpdesk.domain.words import content
from helpdesk.ports.change_records import Nearby
from helpdesk.ports.store import Records
from helpdesk.ports.ticket_vectors import TicketWords
from helpdesk.services.assistance.likeness import Likeness
from helpdesk.services.changing.changes import Changes
from helpdesk.services.changing.merging import MOST

SINCE = timedelta(days=30)
LOOKED_AT = 12
SHOWN = 5
ALIKE = 0.5
"""Likeness from which two tickets of one person are taken for one matter: a wrong guess costs one glance."""

FEWEST_WORDS = 3
"""Words two short messages must share before their share of words says anything."""

NOTHING_YET = TicketId(0)


@dataclass(frozen=True)
class SameMatter:
    """`likeness` in [0, 1]: by meaning, or by words where those say more."""

    ticket: Nearby
    likeness: float


@dataclass(frozen=True)
class Mergeable:
    """`asked` are the tickets to be merged, `others` what else the person of the first one has written lately."""

    asked: tuple[Ticket, ...]
    others: tuple[Nearby, ...]


@dataclass(frozen=True)
class Matters:
    changes: Changes
    likeness: Likeness

    async def suggested(self, ticket_id: TicketId) -> tuple[SameMatter, ...]:
        """Other tickets of the same person about what looks like the same, most alike first. Raises NotFound."""

        async def work(records: Records) -> tuple[TicketWords, list[Nearby]]:
            ticket = await records.tickets.get(ticket_id)
            near = await self._nearby(records, ticket.requester_id)
            apart = await records.matters.apart_from(ticket_id)
            return await records.ticket_vectors.words(ticket_id), [
                one for one in near if one.ticket_id != ticket_id and one.ticket_id not in apart
            ]

        return await self._alike(*await self.changes.store.read(work))

    async def twins(self, email: str, subject: str, body: str) -> tuple[SameMatter, ...]:
        """What that person has asked already, before the ticket is made."""

        async def work(records: Records) -> list[Nearby]:
            who = await records.matters.who(email) if email.strip() else None
            return [] if who is None else await self._nearby(records, who)

        return await self._alike(TicketWords(NOTHING_YET, subject, body), await self.changes.store.read(work))

    async def mergeable(self, tickets: Sequence[TicketId]) -> Mergeable:
        """Where these tickets may go. Raises NotFound."""

        async def work(records: Records) -> Mergeable:
            asked = [await records.tickets.get(one) for one in tickets[:MOST]]
            near = await self._nearby(records, asked[0].requester_id)
            return Mergeable(tuple(asked), tuple(one for one in near if one.ticket_id not in tickets))

        return await self.changes.store.read(work)

    async def tell_apart(self, ticket_id: TicketId, others: Sequence[TicketId]) -> None:
        """They are not the same matter: never suggested again, until this is taken back."""
        spots = [Spot(c.OTHER_MATTER, min(ticket_id, one), str(max(ticket_id, one))) for one in others]
        steps = tuple(Step(spot, None, True) for spot in spots)
        made = NewOperation("told-apart", self.changes.agent, steps, {"one": ticket_id, "others": list(others)})
        done = await self.changes.store.write(lambda records: self.changes.doing.do(records, made))
        await self.changes.tell(done)

    async def _nearby(self, records: Records, who: RequesterId) -> list[Nearby]:
        people = [one.requester.id for one in await records.people.identities(await records.people.main_of(who))]
        return await records.matters.nearby(people, self.changes.clock.now() - SINCE, LOOKED_AT)

    async def _alike(self, asked: TicketWords, near: Sequence[Nearby]) -> tuple[SameMatter, ...]:
        if not near:
            return ()
        ids = [one.ticket_id for one in near]
        words = await self.changes.store.read(lambda records: records.ticket_vectors.words_of(ids))
        meant = await self.likeness.alike(asked, words)
        said = {one.ticket_id: _shared(asked, one) for one in words}
        found = [SameMatter(one, max(meant.get(one.ticket_id, 0.0), said.get(one.ticket_id, 0.0))) for one in near]
        close = sorted((one for one in found if one.likeness >= ALIKE), key=lambda one: -one.likeness)
        return tuple(close[:SHOWN])


def _shared(one: TicketWords, other: TicketWords) -> float:
    """The share of the shorter message's meaningful words that both have."""
    ours, theirs = (set(content(f"{said.subject} {new_words(said.body)}")) for said in (one, other))
    together = len(ours & theirs)
    return together / min(len(ours), len(theirs)) if together >= FEWEST_WORDS else 0.0
