"""What was found, read once more together with the question, when a cross-encoder is set and has the time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from helpdesk.domain.article import Passage
from helpdesk.domain.evidence import SecondLooked
from helpdesk.domain.fusion import Scored
from helpdesk.domain.ids import PassageId
from helpdesk.ports.rerank import Reranker

LOOKED_AT = 20
SHARE = 0.5
"""How much the second look weighs beside the first."""


@dataclass(frozen=True)
class Looked:
    scored: list[Scored]
    came: SecondLooked = SecondLooked.NOT
    failure: str = ""


@dataclass(frozen=True)
class SecondLook:
    """Without a `reranker` everything stays as it was found."""

    reranker: Reranker | None = None
    seconds: float = 0.0

    async def over(self, question: str, scored: list[Scored], passages: Mapping[PassageId, Passage]) -> Looked:
        """The best of them in their new order. The scores themselves are dealt out anew from the best down: what reads them
        (confidence, thresholds) knows their scale, not the cross-encoder's."""
        if self.reranker is None or len(scored) < 2:
            return Looked(scored)
        top = scored[:LOOKED_AT]
        second = await self.reranker.rerank(question, [passages[one.passage_id].embedded_text for one in top], self.seconds)
        if second is not None:
            return Looked(reordered(top, second) + scored[LOOKED_AT:], SecondLooked.DONE)
        if failure := self.reranker.failure:
            return Looked(scored, SecondLooked.FAILED, failure)
        return Looked(scored, SecondLooked.LATE if self.reranker.is_ready else SecondLooked.LOADING)


def reordered(top: Sequence[Scored], second: Sequence[float]) -> list[Scored]:
    judged = [(1 - SHARE) * one.score + SHARE * score for one, score in zip(top, second, strict=True)]
    order = sorted(range(len(top)), key=lambda place: -judged[place])
    return [top[place]._replace(score=given.score, second=second[place]) for place, given in zip(order, top, strict=True)]
