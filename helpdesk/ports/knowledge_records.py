"""The store's part that holds knowledge: articles and passages, import runs, history, and what an embedder learned."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from helpdesk.domain.article import (
    ArticleRow,
    ArticleStatus,
    ArticleText,
    Audience,
    FileFailure,
    KnowledgeBase,
    Passage,
    ReadArticle,
    WhenStale,
)
from helpdesk.domain.article_history import Impact, RevisionRow
from helpdesk.domain.ids import ArticleId, ImportRunId, KnowledgeBaseId, PassageId
from helpdesk.domain.import_run import FileState, ImportReport, RunFile, RunKind, RunRow, RunState
from helpdesk.ports.index import PassageVector


@dataclass(frozen=True)
class Learned:
    """What an embedder learned when there were `passages` of them; `fingerprint` is its name with it."""

    fingerprint: str
    passages: int
    content: bytes
    created_at: datetime


class KnowledgeRecords(Protocol):
    async def base(self, name: str, folder: str) -> KnowledgeBaseId:
        """The base of that name, made when new."""
        ...

    async def bases(self) -> list[KnowledgeBase]: ...

    async def set_audience(self, kb_id: KnowledgeBaseId, audience: Audience) -> None:
        """INTERNAL makes every article of the base internal, whatever its front matter says."""
        ...

    async def begin_run(self, kb_id: KnowledgeBaseId, source: str) -> ImportRunId: ...

    async def end_run(self, run_id: ImportRunId, state: str, report: ImportReport | None) -> None: ...

    async def hashes(self, kb_id: KnowledgeBaseId) -> Mapping[str, tuple[str, str]]:
        """path → (content hash, chunker) of every live article."""
        ...

    async def put_article(self, kb_id: KnowledgeBaseId, run_id: ImportRunId, article: ReadArticle, chunker: str) -> ArticleId:
        """A new revision with its passages; the old passages go."""
        ...

    async def remove_articles(self, kb_id: KnowledgeBaseId, paths: Sequence[str]) -> int: ...

    async def put_failure(self, kb_id: KnowledgeBaseId, failure: FileFailure) -> None:
        """Shows the file as FAILED; an earlier good revision keeps serving."""
        ...

    async def articles(self, kb_id: KnowledgeBaseId | None, offset: int, limit: int) -> tuple[list[ArticleRow], int]: ...

    async def article(self, article_id: ArticleId, revision: int | None = None) -> ArticleText:
        """`revision` is a RevisionId; None is the live one. Raises NotFound."""
        ...

    async def passages(self, ids: Sequence[PassageId]) -> list[Passage]:
        """In the order asked; unknown ids are left out."""
        ...

    async def passage_count(self) -> int: ...

    async def change(self) -> int:
        """A number that grows with every change of passages."""
        ...

    async def changed_since(self, change: int) -> tuple[list[PassageId], list[PassageId]] | None:
        """(removed, added) passage ids after that change number; None when it is not known any more."""
        ...

    async def without_vectors(self, embedder: str, limit: int) -> list[tuple[str, str]]:
        """(hash, embedded text) of live passages that this embedder has not embedded."""
        ...

    async def without_vectors_count(self, embedder: str) -> int: ...

    async def put_vectors(self, embedder: str, vectors: Sequence[tuple[str, bytes]]) -> None: ...

    async def vectors(self, embedder: str, after: int, limit: int) -> list[PassageVector]:
        """Live passages with their vectors, by ascending passage id, `after` excluded."""
        ...

    async def vectors_of(self, embedder: str, ids: Sequence[PassageId]) -> list[PassageVector]: ...

    async def mark_indexed(self) -> None:
        """READ articles become INDEXED: said only after the index read them back."""
        ...

    async def words(self, match: str, kb_ids: Sequence[KnowledgeBaseId], limit: int) -> list[tuple[PassageId, float]]:
        """The store's own FTS5 over passages: (passage, bm25 ≥ 0), best first. `match` is an FTS5 query expression."""
        ...

    async def frequencies(self, terms: Sequence[str]) -> tuple[Mapping[str, int], int]:
        """In how many passages each word occurs (stemmed alike), and how many passages there are."""
        ...


class RunRecords(Protocol):
    """Import runs, file by file."""

    async def begin(self, kb_id: KnowledgeBaseId, source: str, kind: RunKind, agent: str) -> ImportRunId: ...

    async def end(self, run_id: ImportRunId, state: RunState, report: ImportReport | None) -> None: ...

    async def unfinished(self) -> list[RunRow]:
        """Runs that a crash left RUNNING, and PAUSED ones."""
        ...

    async def listed(self, kb_id: KnowledgeBaseId | None, limit: int) -> list[RunRow]:
        """Newest first."""
        ...

    async def files(self, run_id: ImportRunId, offset: int, limit: int) -> tuple[list[RunFile], int]:
        """A page, failed ones first, then by path; and how many in all."""
        ...

    async def note(self, run_id: ImportRunId, files: Sequence[RunFile]) -> None:
        """Puts or replaces these files' rows."""
        ...

    async def advance(self, run_id: ImportRunId, came_from: FileState, to: FileState) -> int:
        """Moves every file of the run in one state on; how many."""
        ...


class ArticleRecords(Protocol):
    """Articles as people manage them: status, history, freshness, and what stands on them."""

    async def history(self, article_id: ArticleId) -> list[RevisionRow]:
        """Newest first."""
        ...

    async def set_status(self, article_id: ArticleId, status: ArticleStatus | None) -> None:
        """None: what its file says counts again."""
        ...

    async def mark_reviewed(self, article_id: ArticleId) -> None: ...

    async def set_review(self, kb_id: KnowledgeBaseId, days: int, when_stale: WhenStale) -> None: ...

    async def hold(self, article_id: ArticleId, content_hash: str) -> None:
        """The file with this content is not imported again until it changes; empty lifts it."""
        ...

    async def cited_by(self, article_ids: Sequence[ArticleId]) -> list[Impact]:
        """Open drafts and sent answers that cite them, newest first; `gone` is left False."""
        ...

    async def barred(self, *, quoting: bool) -> frozenset[ArticleId]:
        """Articles no search may bring now (draft, archived); with `quoting` also stale ones of bases that exclude those."""
        ...

    async def erase(self, article_id: ArticleId) -> None:
        """Every revision, passage, vector and quote of it goes; the citations keep their place with an empty quote."""
        ...

    async def spoken(self, language: str) -> frozenset[ArticleId]:
        """Articles in that language or in none that is known."""
        ...


class LearnedRecords(Protocol):
    """What an embedder learned from the passages, and the desk's own synonyms."""

    async def newest(self, embedder: str) -> Learned | None: ...

    async def keep(self, embedder: str, fingerprint: str, passages: int, content: bytes) -> None:
        """Older ones of the same embedder go, but for the one before."""
        ...

    async def sample(self, after: int, limit: int) -> list[tuple[int, str]]:
        """(passage id, embedded text) by ascending id."""
        ...

    async def synonyms(self) -> Mapping[str, tuple[str, ...]]:
        """word → words that mean the same, as the admin wrote them."""
        ...

    async def set_synonyms(self, synonyms: Mapping[str, tuple[str, ...]]) -> None:
        """Replaces all of them."""
        ...
