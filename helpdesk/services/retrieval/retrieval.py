"""Questions into evidence: both legs' candidates fused, diversified and cut to what a draft can stand on."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from helpdesk.domain import synonyms
from helpdesk.domain.asks import asks_in, codes, leaning, unframed
from helpdesk.domain.evidence import Evidence, LeftOut, Searched, SearchFilter
from helpdesk.domain.fusion import blended
from helpdesk.domain.stand_ins import Synonyms
from helpdesk.ports.index import PassageIndex
from helpdesk.ports.store import Records, Store
from helpdesk.services.retrieval.admission import Admission, admitted
from helpdesk.services.retrieval.conversation import context_of, trimmed
from helpdesk.services.retrieval.dictionary import checked_off, lines_now
from helpdesk.services.retrieval.finding import Wish, corrections, evidence
from helpdesk.services.retrieval.mixes import MIXES
from helpdesk.services.retrieval.neighbours import TOGETHER, may_bring, spread_out, with_neighbours, with_places
from helpdesk.services.retrieval.ranking import Ranker, Ranking, Sought
from helpdesk.services.retrieval.second_look import SecondLook
from helpdesk.settings import Settings

CANDIDATES = 100
NEAR = 40
CONTEXT_SHARE = 0.25
"""Pull of the message around it on what is found for an ask that says enough by itself."""
LEANING_SHARE = 0.65
"""The same for one that says nothing."""


class Retrieval:
    """`heal` is called when the index could not answer, so that it is mended in the background."""

    def __init__(
        self, store: Store, index: PassageIndex, settings: Settings, heal: Callable[[], None], second: SecondLook | None = None
    ) -> None:
        self._store = store
        self._ranker = Ranker(store, index, MIXES[settings.embedder], heal, second or SecondLook())
        self._passages = settings.passages

    async def find(
        self,
        question: str,
        *,
        limit: int,
        within: SearchFilter = SearchFilter(),  # noqa: B008
        context: str = "",
    ) -> Evidence:
        """At most `limit` hits, best first, each of the first with the neighbours it brings, and what was left out. `context`
        is the conversation the question stands in: it pulls as it does for a draft. Answers without the index too; an empty
        knowledge base gives no hits."""
        admission = await admitted(self._store, within, quoting=False)
        candidates, near = max(CANDIDATES, 2 * limit), max(NEAR, 3 * limit)
        sought = Sought(question, question, candidates, near)
        if not context.strip() or context.strip() == question.strip():
            (ranking,) = await self._ranker.ranked([sought], admission)
        else:
            both = [Sought(context, context, candidates, near), within_context(question, context, candidates, near)]
            around, own = await self._ranker.ranked(both, admission)
            ranking = drawn(own, around, share_of(question, 1))
        (found,) = await self._extended([evidence(Wish(question, limit), ranking)])
        return found if admission.open_to_all else replace(found, left_out=await self._left_out(sought, admission, limit))

    async def gather(
        self, conversation_subject: str, message: str, earlier: Sequence[str]
    ) -> tuple[tuple[str, ...], tuple[Evidence, ...]]:
        """The message's asks, and for each of them its evidence, found by its own words and by those of the conversation around
        it. Together the evidence keeps to the passages and tokens a draft may stand on."""
        asks = asks_in(message, conversation_subject)
        if not asks:
            return (), ()
        admission = await admitted(self._store, SearchFilter(), quoting=True)
        context = context_of(conversation_subject, message, earlier)
        own = [ask for ask in asks if ask.strip() != context.strip()]
        sought = [within_context(ask, context, CANDIDATES, NEAR) for ask in own]
        around, *rankings = await self._ranker.ranked([Sought(context, context, CANDIDATES, NEAR), *sought], admission)
        ranked = dict(zip(own, rankings, strict=True))
        limit = max(2, -(-self._passages // len(asks)))
        shares = {ask: share_of(ask, len(asks)) if ask in ranked else 1.0 for ask in asks}
        leant = {ask: drawn(ranked[ask], around, shares[ask]) if ask in ranked else around for ask in asks}
        texts = {ask: one.text for ask, one in zip(own, sought, strict=True)}
        found = [
            replace(
                evidence(Wish(ask, 2 * limit, context), leant[ask]),
                searched=searched(texts.get(ask, ""), context, shares[ask], leant[ask], admission),
            )
            for ask in asks
        ]
        whole = [replace(one, hits=with_places(one.hits, limit)) for one in await self._extended(found)]
        return asks, trimmed([spread_out(one) for one in whole], TOGETHER)

    async def overdue(self, conversation_subject: str, message: str) -> tuple[LeftOut, ...]:
        """What a draft on this message might have stood on, were its review not due. A search of its own: ask it for a draft
        that lacks an answer."""
        admission = await admitted(self._store, SearchFilter(), quoting=True)
        if not admission.overdue:
            return ()
        wanted = dict.fromkeys((context_of(conversation_subject, message, ()), *asks_in(message, conversation_subject)))
        found = await self._ranker.ranked([Sought(one, one, CANDIDATES, NEAR) for one in wanted], admission.with_overdue())
        return admission.left_out([one.passages[s.passage_id] for one in found for s in one.scored[: self._passages]])

    async def _extended(self, found: Sequence[Evidence]) -> list[Evidence]:
        """Each with the neighbours its hits bring."""
        wanted = [key for one in found for key in may_bring(one)]
        around = await self._store.read(lambda records: records.knowledge.beside(wanted)) if wanted else {}
        return [with_neighbours(one, around) for one in found]

    async def synonyms(self) -> Mapping[str, tuple[str, ...]]:
        """word → words that mean the same, as written."""
        return await self._store.read(lambda records: records.learned.synonyms())

    async def set_synonyms(self, wanted: Mapping[str, Sequence[str]], off: Collection[str] | None = None) -> None:
        """Replaces all of them, and (unless None) which shipped lines are switched off; the next search knows them. Raises
        BadInput naming the word."""
        checked = synonyms.checked(wanted)
        switched = None if off is None else checked_off(off)

        async def write(records: Records) -> None:
            await records.learned.set_synonyms(checked)
            if switched is not None:
                await records.learned.set_shipped_off(switched)

        await self._store.write(write)

    async def every_synonym(self) -> Synonyms:
        """The desk's own and those that came with it."""

        async def look(records: Records) -> Synonyms:
            own, off = await records.learned.synonyms(), await records.learned.shipped_off()
            return Synonyms(own, lines_now(own, off), off)

        return await self._store.read(look)

    async def switch_shipped(self, off: Collection[str], on: Collection[str]) -> None:
        """Lines by their names, EVERY for the whole of them. Raises BadInput naming one that there is not."""
        gone, back = checked_off(off), checked_off(on)

        async def write(records: Records) -> None:
            known = set(await records.learned.shipped_off())
            await records.learned.set_shipped_off(sorted((known | set(gone)) - set(back)))

        await self._store.write(write)

    async def _left_out(self, sought: Sought, admission: Admission, limit: int) -> tuple[LeftOut, ...]:
        """What the same search brings first when everything comes in, as far as it did not."""
        open_to_all = Admission(synonyms=admission.synonyms, stand_ins=admission.stand_ins)
        (ranking,) = await self._ranker.ranked([sought], open_to_all)
        return admission.left_out([ranking.passages[s.passage_id] for s in ranking.scored[:limit]])


def within_context(ask: str, context: str, candidates: int, near: int) -> Sought:
    """An ask by its own words, without its polite frame, and with the codes that stand around it."""
    return Sought(f"{unframed(ask)} {codes(context)}", ask, candidates, near)


def share_of(ask: str, asks: int) -> float:
    """How far the conversation around it pulls an ask."""
    return LEANING_SHARE if asks == 1 else CONTEXT_SHARE + (LEANING_SHARE - CONTEXT_SHARE) * leaning(ask)


def drawn(own: Ranking, around: Ranking, share: float) -> Ranking:
    """What was found for an ask, pulled towards what was found for the conversation around it."""
    return own.joined(around, blended(own.scored, around.scored, share))


def searched(own: str, around: str, share: float, ranking: Ranking, admission: Admission) -> Searched:
    overdue = len(admission.overdue)
    kept_out = len(admission.barred) - overdue
    return Searched(own.strip(), around, share, corrections(f"{own} {around}", ranking), kept_out, overdue)
