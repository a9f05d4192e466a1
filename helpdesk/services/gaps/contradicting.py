"""Articles that contradict each other: passages close in meaning, compared sentence by sentence."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from helpdesk.domain.article import Passage
from helpdesk.domain.contradictions import Disagreement, disagreements
from helpdesk.domain.gap_proposal import GapKind, Side, Wanted
from helpdesk.domain.gap_text import lines_around
from helpdesk.domain.gaps import Trouble
from helpdesk.domain.ids import ArticleId, PassageId, TicketId
from helpdesk.domain.markup import flat
from helpdesk.domain.progress import Progress, Report
from helpdesk.ports import PassageVector, Records
from helpdesk.services.gaps.parts import Parts

NEAREST = 6
"""Passages of other articles each passage is compared with."""

PAGE, AT_ONCE, MOST = 2_000, 100, 30_000
Pair = tuple[str, str]


@dataclass(frozen=True)
class Found:
    one: Passage
    other: Passage
    what: Disagreement


@dataclass(frozen=True)
class Contradicting:
    """Remembers what it compared, by what the passages say: only what changed is compared again."""

    parts: Parts
    compared: dict[Pair, tuple[Disagreement, ...]] = field(default_factory=dict)

    async def wanted(self, troubles: Mapping[TicketId, Trouble], report: Report) -> list[Wanted]:
        """Those that stand behind the most troubles first. Raises EmbedderUnusable, IndexStale."""
        pairs = await self._pairs()
        fresh = [pair for pair in pairs if key_of(*pair) not in self.compared]
        for start in range(0, len(fresh), AT_ONCE):
            report(Progress(start, len(fresh), "Comparing articles"))
            await asyncio.to_thread(self._compare, fresh[start : start + AT_ONCE])
        standing = {key_of(*pair) for pair in pairs}
        for key in [key for key in self.compared if key not in standing]:
            del self.compared[key]
        found = [Found(one, other, what) for one, other in pairs for what in self.compared[key_of(one, other)]]
        made = [proposal for one in found if (proposal := await self._proposal(one, troubles))]
        return list({one.mark: one for one in made}.values())

    def _compare(self, pairs: Sequence[tuple[Passage, Passage]]) -> None:
        for one, other in pairs:
            self.compared[key_of(one, other)] = disagreements(one, other)

    async def _pairs(self) -> list[tuple[Passage, Passage]]:
        """Of passages that serve, in one order whatever is nearest to what; archived articles and drafts of articles apart."""
        embedder = await self.parts.index.embedder_fingerprint()
        vectors = await self._vectors(embedder)
        ids, owners = [one.passage_id for one in vectors], [one.article_id for one in vectors]
        given = [one.vector for one in vectors]
        near = await asyncio.to_thread(self.parts.grouping.neighbours, given, owners, NEAREST)
        wanted = sorted({ids[place] for pair in near for place in pair})
        passages = await self._passages(wanted)
        pairs = ((passages.get(ids[a]), passages.get(ids[b])) for a, b in near)
        return [(one, other) for one, other in pairs if one is not None and other is not None]

    async def _vectors(self, embedder: str) -> list[PassageVector]:
        barred = await self.parts.store.read(lambda records: records.articles.barred(quoting=False))
        found: list[PassageVector] = []
        after = 0
        while len(found) < MOST and (page := await self._page(embedder, after)):
            after = page[-1].passage_id
            found += [one for one in page if one.article_id not in barred and any(one.vector)]
        return found

    async def _page(self, embedder: str, after: int) -> list[PassageVector]:
        return await self.parts.store.read(lambda records: records.knowledge.vectors(embedder, after, PAGE))

    async def _passages(self, ids: Sequence[PassageId]) -> Mapping[PassageId, Passage]:
        async def look(records: Records) -> dict[PassageId, Passage]:
            some = [ids[start : start + PAGE] for start in range(0, len(ids), PAGE)]
            return {one.id: one for part in some for one in await records.knowledge.passages(part)}

        return await self.parts.store.read(look)

    async def _proposal(self, found: Found, troubles: Mapping[TicketId, Trouble]) -> Wanted | None:
        """The article that was changed last is believed, until a person says otherwise. None when an article says both, or the
        sentence does not stand in its file."""
        sides = [
            (found.one.updated_at, _side(found.one, found.what.one, found.what.figures[0])),
            (found.other.updated_at, _side(found.other, found.what.other, found.what.figures[1])),
        ]
        (_, older), (_, newer) = sorted(sides, key=lambda pair: (pair[0], pair[1].article_id))
        source, both = await self.parts.store.read(lambda records: _read(records, older.article_id, newer.article_id))
        before = lines_around(source, older.says)
        if not before or flat(newer.says) in flat(source) or flat(older.says) in flat(both):
            return None
        concerned = (older.article_id, newer.article_id)
        return Wanted(
            kind=GapKind.CONTRADICTION,
            core="\n".join(sorted((flat(older.says), flat(newer.says)))),
            title=f"{older.title} / {newer.title}",
            after=before.replace(older.says, older.said_as(newer), 1),
            tickets=tuple(one.ticket_id for one in troubles.values() if set(concerned) & set(one.cited)),
            before=before,
            article_id=older.article_id,
            revision_id=older.revision_id,
            path=older.path,
            sides=(older, newer),
        )


async def _read(records: Records, one: ArticleId, other: ArticleId) -> tuple[str, str]:
    sources = await records.knowledge.sources([one, other])
    return sources.get(one, ""), sources.get(other, "")


def _side(passage: Passage, place: tuple[int, int], figure: str) -> Side:
    first = passage.lines[0] + passage.text.count("\n", 0, place[0])
    last = first + passage.text.count("\n", place[0], place[1])
    says = passage.text[slice(*place)]
    return Side(passage.article_id, passage.revision_id, passage.path, passage.title, (first, last), says, figure)


def key_of(one: Passage, other: Passage) -> Pair:
    return one.hash, other.hash
