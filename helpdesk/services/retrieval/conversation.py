"""A message within its conversation: what goes into the search, and what of the findings a draft gets."""

from collections.abc import Sequence
from dataclasses import replace

from helpdesk.domain.asks import own_words
from helpdesk.domain.evidence import Evidence, Hit
from helpdesk.domain.terms import telling_words

FEW_WORDS = 8
ROOM = 40


def context_of(subject: str, message: str, earlier: Sequence[str]) -> str:
    """Subject and message; of a message that says little, also what was said before, the latest first, each turn shorter."""
    said = [subject, own_words(message)]
    room = ROOM
    for turn in reversed(earlier):
        if len(telling_words("\n".join(said))) >= FEW_WORDS or room < 5:
            break
        said.append(" ".join(own_words(turn).split()[:room]))
        room //= 2
    return "\n".join(part for part in said if part.strip())


def trimmed(evidence: Sequence[Evidence], tokens: int) -> tuple[Evidence, ...]:
    """The best passages of every ask, in turns, until `tokens` are spent; each ask keeps at least its first."""
    kept: list[list[Hit]] = [[] for _ in evidence]
    paid: set[int] = set()
    for rank in range(max((len(e.hits) for e in evidence), default=0)):
        for mine, one in zip(kept, evidence, strict=True):
            if rank >= len(one.hits):
                continue
            passage = one.hits[rank].passage
            price = 0 if passage.id in paid else passage.tokens
            if rank == 0 or price <= tokens:
                mine.append(one.hits[rank])
                paid.add(passage.id)
                tokens -= price
    return tuple(replace(one, hits=tuple(mine)) for mine, one in zip(kept, evidence, strict=True))
