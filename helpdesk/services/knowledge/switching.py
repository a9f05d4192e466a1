"""What a switch to another embedder would still have to embed: counted where it can be, reckoned from a sample where the
passages are cut anew."""

from dataclasses import dataclass
from typing import TypeVar

from helpdesk.domain.ids import PassageId
from helpdesk.ports import Store
from helpdesk.services.knowledge.recutting import Recutting

Item = TypeVar("Item")

READ_BEFORE, ARTICLES = 32, 64
"""So many that every reader has as much to do as the others, as when all are cut."""
TIMED = 48
"""Passages a speed is measured on: half a second with a small model."""


@dataclass(frozen=True)
class Left:
    """About so many `passages`. The `sample` of them is `share` of all the letters; `cutting` them takes so many seconds."""

    passages: int
    sample: tuple[str, ...]
    share: float
    cutting: float = 0.0


async def left_as_cut(store: Store, embedder: str) -> Left:
    """Of the passages as they are."""
    rows = await store.read(lambda records: records.knowledge.unembedded(embedder))
    chosen = spread(rows)
    ids = [PassageId(passage) for passage, _ in chosen]
    texts = await store.read(lambda records: records.knowledge.texts(ids))
    whole = sum(tokens for _, tokens in rows)
    return Left(len(rows), tuple(text for _, _, text in texts), sum(tokens for _, tokens in chosen) / whole if whole else 1.0)


async def left_cut_anew(recutting: Recutting, embedder: str) -> Left:
    """Of passages by other rules, from a few articles. Some are read before, so that no reader's first steps are timed."""
    await recutting.lacking(embedder, READ_BEFORE)
    began = recutting.clock.seconds()
    texts, share = await recutting.lacking(embedder, ARTICLES)
    spent = recutting.clock.seconds() - began
    chosen = spread(texts)
    letters = sum(map(len, texts))
    part = sum(map(len, chosen)) / letters if letters else 1.0
    return Left(round(len(texts) / share), tuple(chosen), part * share, spent / share)


def spread(every: list[Item]) -> list[Item]:
    """At most so many as are timed, from all over."""
    return every[:: max(1, -(-len(every) // TIMED))]
