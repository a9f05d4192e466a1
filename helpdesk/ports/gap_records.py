"""What became of drafts, and what is proposed for the knowledge base because of it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from helpdesk.domain.gap_proposal import GapState, Proposal, Wanted
from helpdesk.domain.gaps import Course
from helpdesk.domain.ids import ArticleId, TicketId


@dataclass(frozen=True)
class SentByHand:
    """A reply an agent wrote or changed in substance. `draft` is the text it took the place of, '' when it was written by hand;
    `wrote_again` says that the customer did so afterwards."""

    ticket_id: TicketId
    agent: str
    at: datetime
    text: str
    draft: str
    wrote_again: bool


class GapRecords(Protocol):
    async def courses(self, since: datetime) -> list[Course]:
        """Of every ticket whose newest written or failed draft was last touched since then, by ticket."""
        ...

    async def sent(self, tickets: Collection[TicketId]) -> list[SentByHand]:
        """What people sent on these tickets, newest first; never a draft that was approved as it was, nor what a low rating or
        an agent spoke against since."""
        ...

    async def titles(self, articles: Collection[ArticleId]) -> Mapping[ArticleId, tuple[str, str]]:
        """article → (title, path); of removed ones too."""
        ...

    async def decided(self, since: datetime) -> list[tuple[str, datetime]]:
        """(agent, moment) of every decision that stands, in order of time."""
        ...

    async def stamp(self) -> str:
        """Changes whenever a decision, a draft, a reply, a label or an article did: what is found may be another then."""
        ...

    async def looked(self) -> str:
        """The stamp of the last `put`, '' before the first."""
        ...

    async def put(self, wanted: Sequence[Wanted], stamp: str) -> list[int]:
        """Makes these the open proposals: what is new comes in, what was withdrawn comes back, what is not among them any more
        is WITHDRAWN. What was accepted or dismissed is never touched. The numbers of those that stand open, in the order
        given."""
        ...

    async def listed(self, states: Collection[GapState], limit: int) -> list[Proposal]:
        """Those that cost the most tickets first, then the newest."""
        ...

    async def get(self, proposal_id: int) -> Proposal:
        """Raises NotFound."""
        ...

    async def keep_edit(self, proposal_id: int, text: str | None) -> None:
        """Keeps a person's text in progress; None gives the proposed one back."""
        ...

    async def decide(self, proposal_id: int, came_from: GapState, to: GapState, agent: str) -> bool:
        """Moves one on; False when it was no longer in `came_from`."""
        ...
