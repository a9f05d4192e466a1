"""Which articles a search may bring, settled before anything is ranked, and why others were left out."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from helpdesk.domain.article import Audience, Passage
from helpdesk.domain.evidence import LeftOut, SearchFilter
from helpdesk.domain.ids import ArticleId, KnowledgeBaseId
from helpdesk.domain.language import name
from helpdesk.domain.stand_ins import StandIns
from helpdesk.domain.synonyms import by_stem
from helpdesk.ports.index import IndexQuestion
from helpdesk.ports.store import Records, Store
from helpdesk.services.retrieval.dictionary import words_of_the_desk

MOST_LEFT_OUT = 10
OVERDUE = "its review is overdue"
NOT_FOR = {Audience.PUBLIC: "it is not public", Audience.INTERNAL: "it is not internal"}

Bar = tuple[Callable[[Passage], bool], str]
"""Whom it shuts out, and in what words."""


@dataclass(frozen=True)
class Admission:
    """`kb_ids`, `articles` and `barred` as in IndexQuestion; `bars` explain them, in the order they are named. `overdue` are
    those of the barred that only no draft may stand on: they are due for a review."""

    kb_ids: tuple[KnowledgeBaseId, ...] = ()
    articles: frozenset[ArticleId] | None = None
    barred: frozenset[ArticleId] = frozenset()
    synonyms: Mapping[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)
    stand_ins: StandIns = field(default_factory=StandIns)
    bars: tuple[Bar, ...] = ()
    overdue: frozenset[ArticleId] = frozenset()

    def with_overdue(self) -> "Admission":
        return replace(self, barred=self.barred - self.overdue)

    @property
    def open_to_all(self) -> bool:
        return not self.kb_ids and self.articles is None and not self.barred

    def question(self, text: str, alike: Mapping[str, tuple[str, ...]], limit: int) -> IndexQuestion:
        offered = self.stand_ins.offered(text)
        return IndexQuestion(text, self.kb_ids, limit, self.articles, self.barred, alike, offered)

    def left_out(self, found: Sequence[Passage]) -> tuple[LeftOut, ...]:
        """Of passages found without any of this, the articles that do not come in, each once with its first reason."""
        gone: dict[ArticleId, LeftOut] = {}
        for passage in found:
            why = next((words for shuts_out, words in self.bars if shuts_out(passage)), "")
            if why and passage.article_id not in gone and len(gone) < MOST_LEFT_OUT:
                gone[passage.article_id] = LeftOut(passage.article_id, passage.kb, passage.path, passage.title, why)
        return tuple(gone.values())


async def admitted(store: Store, within: SearchFilter, *, quoting: bool) -> Admission:
    """With `quoting` drafts will stand on what is found: stale articles of bases that exclude those stay out too."""

    async def look(records: Records) -> Admission:
        articles = records.articles
        hidden, stale, synonyms, off = await asyncio.gather(
            articles.hidden(), articles.overdue(), records.learned.synonyms(), records.learned.shipped_off()
        )
        overdue = stale - hidden if quoting else frozenset[ArticleId]()
        barred = hidden | overdue
        bars: list[Bar] = [
            (lambda p: p.article_id in hidden, "it is a draft or archived"),
            (lambda p: p.article_id in overdue, OVERDUE),
        ]
        allowed: frozenset[ArticleId] | None = None
        if within.language:
            allowed = await articles.spoken(within.language)
            bars.append((outside(allowed), f"it is not in {name(within.language)}"))
        if within.audience is not None:
            internal = await articles.internal()
            if within.audience is Audience.INTERNAL:
                allowed = internal if allowed is None else allowed & internal
            else:
                barred |= internal
            bars.append((of_another(within.audience), NOT_FOR[within.audience]))
        if within.fresh_only:
            barred |= await articles.stale()
            bars.append((lambda p: p.stale, OVERDUE))
        if within.kb_ids:
            names = {base.name for base in await records.knowledge.bases() if base.id in within.kb_ids}
            bars.append((lambda p: p.kb not in names, "it is in another knowledge base"))
        alike, offered = by_stem(synonyms), words_of_the_desk(synonyms, off)
        return Admission(tuple(within.kb_ids), allowed, barred, alike, offered, tuple(bars), overdue)

    return await store.read(look)


def outside(allowed: frozenset[ArticleId]) -> Callable[[Passage], bool]:
    return lambda passage: passage.article_id not in allowed


def of_another(audience: Audience) -> Callable[[Passage], bool]:
    return lambda passage: passage.audience is not audience
