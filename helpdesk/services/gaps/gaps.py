"""The one door to gaps."""

import asyncio
from dataclasses import dataclass, field

from helpdesk.domain.errors import EmbedderUnusable, IndexStale, InvalidTransition
from helpdesk.domain.events import GapsChanged
from helpdesk.domain.gap_proposal import GapKind, GapState, GapView, Option, Proposal, Wanted
from helpdesk.domain.handling import Handling
from helpdesk.domain.ids import ArticleId
from helpdesk.domain.progress import Report, unheard
from helpdesk.ports import Records
from helpdesk.services.gaps.accepting import Accepting, Answer, Foreseen
from helpdesk.services.gaps.comparing import Compared
from helpdesk.services.gaps.contradicting import Contradicting
from helpdesk.services.gaps.correcting import Correcting
from helpdesk.services.gaps.evidence import Evidence
from helpdesk.services.gaps.parts import Parts
from helpdesk.services.gaps.proposing import Proposing
from helpdesk.services.gaps.troubles import gathered, grouped

MOST_LISTED = 500
BY_MEANING = (GapKind.NEW_ARTICLE, GapKind.ADDITION, GapKind.CONTRADICTION)


@dataclass(frozen=True)
class Looked:
    """What looking found: how many tickets are in trouble, and which proposals stand. `why_not` says why meanings could not be
    compared; corrections are found all the same, the others stay as they were."""

    troubles: int
    proposals: int
    why_not: str = ""


@dataclass
class Gaps:
    """`looked` is what looking found last, None before it was done since the desk was opened."""

    parts: Parts
    looking: asyncio.Lock = field(default_factory=asyncio.Lock)
    deciding: asyncio.Lock = field(default_factory=asyncio.Lock)

    def __post_init__(self) -> None:
        self._correcting = Correcting(self.parts)
        self._compared = Compared(self.parts.store, self.parts.index, self.parts.comparing)
        self._contradicting = Contradicting(self.parts, self._compared)
        self._proposing = Proposing(self.parts)
        self._evidence = Evidence(self.parts)
        self._accepting = Accepting(self.parts)
        self.looked: Looked | None = None

    async def look(self, report: Report = unheard) -> Looked:
        """Finds what is to be proposed now. What was dismissed does not come back, and what has lost its ground goes."""
        async with self.looking:
            stamp = await self.parts.store.read(lambda records: records.gaps.stamp())
            looked = self.looked = await self._found(stamp, report)
        self.parts.publish(GapsChanged())
        return looked

    async def keep_up(self) -> bool:
        """The lane's work: looks again when something happened since; never more to do right after."""
        if await self.parts.store.read(_is_behind):
            await self.look()
        return False

    async def listed(self, *states: GapState) -> list[Proposal]:
        """Those that cost the most tickets first; without a state the open ones."""
        return await self.parts.store.read(lambda records: records.gaps.listed(states or (GapState.OPEN,), MOST_LISTED))

    async def handling(self) -> Handling:
        """What one ticket costs."""
        return await self._evidence.handling()

    async def show(self, proposal_id: int) -> GapView:
        """With its evidence; personal data of customers is masked. Raises NotFound."""
        return await self._evidence.of(await self._get(proposal_id))

    async def foreseen(self, option: Option, text: str) -> Foreseen:
        """What putting the text in would change; nothing is kept."""
        return await self._accepting.foreseen(option, text)

    async def keep_edit(self, proposal_id: int, text: str | None) -> None:
        """So that no crash loses what was typed; nobody is told."""
        await self.parts.store.write(lambda records: records.gaps.keep_edit(proposal_id, text))

    async def accept(self, proposal_id: int, answer: Answer, way: int = 0) -> ArticleId:
        """Puts it into the knowledge base: in force, in its file, in the history as a run that can be rolled back. `way` is
        which of the options. Raises BadInput for a text without an answer or one that is no article, FolderGone when there is
        nowhere to write, FileMoved, and InvalidTransition when its ground is gone."""
        async with self.deciding:
            view = await self.show(proposal_id)
            if view.proposal.state is not GapState.OPEN:
                raise InvalidTransition("proposal", view.proposal.state)
            article_id = await self._accepting.accept(view.proposal, view.options[min(way, len(view.options) - 1)], answer)
        self.parts.publish(GapsChanged())
        return article_id

    async def dismiss(self, proposal_id: int) -> None:
        """It does not come back, however many tickets more there are. Raises InvalidTransition, NotFound."""
        await self._moved(proposal_id, GapState.OPEN, GapState.DISMISSED)

    async def bring_back(self, proposal_id: int) -> None:
        """Takes a dismissal back: what is still to be proposed is so again. Raises InvalidTransition, NotFound."""
        await self._moved(proposal_id, GapState.DISMISSED, GapState.WITHDRAWN)
        await self.look()

    async def _moved(self, proposal_id: int, came_from: GapState, to: GapState) -> None:
        agent = self.parts.settings.agent_name

        async def work(records: Records) -> None:
            proposal = await records.gaps.get(proposal_id)
            if not await records.gaps.decide(proposal_id, came_from, to, agent):
                raise InvalidTransition("proposal", proposal.state)
            await records.log.note(f"gap.{to}", proposal=proposal_id, proposed=proposal.kind)

        await self.parts.store.write(work)
        self.parts.publish(GapsChanged())

    async def _get(self, proposal_id: int) -> Proposal:
        return await self.parts.store.read(lambda records: records.gaps.get(proposal_id))

    async def _found(self, stamp: str, report: Report) -> Looked:
        found = await gathered(self.parts)
        corrections = await self._correcting.wanted(found.troubles)
        mended = {ticket for one in corrections for ticket in one.tickets}
        left = [ticket for ticket in found.troubles if ticket not in mended]
        why_not = ""
        try:
            groups = await grouped(self.parts, found, left, report)
            others = await self._proposing.wanted(found, groups)
            others += await self._contradicting.wanted(found.troubles, report)
        except (EmbedderUnusable, IndexStale) as error:
            why_not = getattr(error, "detail", "") or "texts cannot be compared by meaning at the moment"
            others = [_as_it_was(one) for one in found.known if one.state is GapState.OPEN and one.kind in BY_MEANING]
        wanted = [*corrections, *others]
        seen = stamp if self._compared.whole else ""
        standing = await self.parts.store.write(lambda records: records.gaps.put(wanted, seen))
        return Looked(len(found.troubles), len(standing), why_not)


async def _is_behind(records: Records) -> bool:
    return await records.gaps.stamp() != await records.gaps.looked()


def _as_it_was(one: Proposal) -> Wanted:
    return Wanted(
        one.kind, one.core, one.title, one.after, one.tickets, one.before,
        one.kb_id, one.article_id, one.revision_id, one.path, one.terms, one.sides,
    )  # fmt: skip
