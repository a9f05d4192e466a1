"""What the index found, as the store holds it: the passages that are compared, and the texts that may hold an exact name."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from helpdesk.domain.article import Passage
from helpdesk.domain.evidence import SearchPath
from helpdesk.domain.fusion import Scored
from helpdesk.domain.ids import PassageId
from helpdesk.domain.stems import stem
from helpdesk.domain.terms import STOP_WORDS, words
from helpdesk.ports.index import IndexAnswer
from helpdesk.ports.store import Records, Store


@dataclass(frozen=True)
class Answer:
    """What was found for one question, and on which path. `is_whole`: every candidate says which of the question's stems stand
    in it."""

    found: IndexAnswer
    path: SearchPath
    is_whole: bool

    def may_hold(self, names: Sequence[str]) -> list[PassageId]:
        """Candidates that may hold one of these exact names; all of them where their words do not tell."""
        told = {one for candidate in self.found.candidates for one in candidate.matched}
        told.update(one for one, frequency in self.found.frequencies.items() if not frequency)
        wanted = [told.intersection(stems_of(name)) if self.is_whole else set[str]() for name in names]
        return [c.passage_id for c in self.found.candidates if any(one.issubset(c.matched) for one in wanted)]


def stems_of(name: str) -> frozenset[str]:
    """Those by which the index knows a passage that holds it: of letters that have other forms none."""
    return frozenset(stem(word) for word in words(name) if word not in STOP_WORDS) if name.isascii() else frozenset()


@dataclass(frozen=True)
class Compared:
    """The best of one answer by both legs, and those of its other candidates whose texts are looked through for names."""

    scored: Sequence[Scored]
    others: Sequence[PassageId]


@dataclass(frozen=True)
class Seen:
    """`passages` are those compared, `texts` the embedded texts of all; `change` is the store's number they were read at."""

    passages: Mapping[PassageId, Passage]
    texts: Mapping[PassageId, str]
    change: int


async def seen(store: Store, every: Sequence[Compared]) -> Seen:
    """One look for all of them."""
    near = list(dict.fromkeys(s.passage_id for one in every for s in one.scored))
    other = list({key for one in every for key in one.others}.difference(near))

    async def look(records: Records) -> Seen:
        passages, read, change = await asyncio.gather(
            records.knowledge.passages(near), records.knowledge.texts(other), records.knowledge.change()
        )
        found = {passage.id: passage for passage in passages}
        texts = {passage_id: text for passage_id, _, text in read}
        return Seen(found, texts | {key: passage.embedded_text for key, passage in found.items()}, change)

    return await store.read(look)
