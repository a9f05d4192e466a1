"""The store's part that holds knowledge: articles and passages, import runs, history, and what an embedder learned."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from helpdesk.domain.article import (
    ArticleFilter,
    ArticleRow,
    ArticleState,
    ArticleStatus,
    ArticleText,
    Audience,
    FileFailure,
    KnowledgeBase,
    Passage,
    ReadArticle,
    WhenStale,
)
from helpdesk.domain.article_history import ArticleStanding, Impact, RevisionRow
from helpdesk.domain.ids import ArticleId, ImportRunId, KnowledgeBaseId, PassageId, RevisionId
from helpdesk.domain.import_run import FileState, ImportReport, KnownFile, RunFile, RunKind, RunRow, RunState
from helpdesk.ports.index import PassageVector


@dataclass(frozen=True)
class StoredArticle:
    """What `put_articles` did: `before` is the revision in force until then, `changed` False when nothing was to do."""

    article_id: ArticleId
    before: RevisionId | None
    after: RevisionId | None
    changed: bool


@dataclass(frozen=True)
class UncutArticle:
    """An article whose passages follow other rules than the reader's now."""

    article_id: ArticleId
    revision_id: RevisionId
    kb_id: KnowledgeBaseId
    path: str
    source: str


class KnowledgeRecords(Protocol):
    async def base(self, name: str, folder: str) -> KnowledgeBaseId:
        """The base of that name, made when new."""
        ...

    async def bases(self) -> list[KnowledgeBase]: ...

    async def set_audience(self, kb_id: KnowledgeBaseId, audience: Audience) -> None:
        """INTERNAL makes every article of the base internal, whatever its front matter says."""
        ...

    async def set_watched(self, kb_id: KnowledgeBaseId, watched: bool) -> None: ...

    async def files(self, kb_id: KnowledgeBaseId) -> list[KnownFile]:
        """Every file the base knows, removed ones too when their content is held back."""
        ...

    async def put_articles(
        self, kb_id: KnowledgeBaseId, run_id: ImportRunId, articles: Sequence[ReadArticle], chunker: str
    ) -> list[StoredArticle]:
        """A new revision each, marked with the run's kind and agent. Passages whose embedded text stays keep their ids, the
        others are replaced: order passages by line, not by id. Of an import or a followed folder what the store already serves
        makes no second revision. In order."""
        ...

    async def move_articles(self, kb_id: KnowledgeBaseId, moves: Sequence[tuple[ArticleId, str]]) -> None:
        """Their files are called otherwise now: id, history and citations stay."""
        ...

    async def remove_articles(self, kb_id: KnowledgeBaseId, paths: Sequence[str]) -> int: ...

    async def put_failures(self, kb_id: KnowledgeBaseId, failures: Sequence[FileFailure], tried: Mapping[str, str]) -> None:
        """Shows the files as FAILED; an earlier good revision keeps serving. `tried` is path → see KnownFile."""
        ...

    async def put_stamps(self, kb_id: KnowledgeBaseId, stamps: Sequence[tuple[str, str, str]]) -> None:
        """(path, content hash, stamp): remembered where the article still has that content."""
        ...

    async def taking_in(self, kb_id: KnowledgeBaseId, paths: Sequence[str]) -> list[tuple[ArticleId, str, str]]:
        """(article, its path, the file) of the live articles that hold the words of one of these files."""
        ...

    async def included(self, kb_id: KnowledgeBaseId, paths: Sequence[str]) -> Mapping[str, str]:
        """The texts of those of these files whose words may stand in other articles."""
        ...

    async def withheld(self, kb_id: KnowledgeBaseId) -> set[str]:
        """The paths of articles whose words may not: internal ones, drafts, archived ones."""
        ...

    async def cut_again_including(
        self, kb_id: KnowledgeBaseId, paths: Sequence[str], apart_from: ImportRunId | None = None
    ) -> None:
        """Articles that hold the words of one of these files are to be cut anew, those excepted that this run has stored."""
        ...

    async def sources(self, ids: Sequence[ArticleId]) -> Mapping[ArticleId, str]:
        """The text of the revisions in force."""
        ...

    async def uncut(self, chunker: str, after: ArticleId, limit: int) -> list[UncutArticle]:
        """Serving articles cut by other rules, by ascending id; not those these rules already failed on."""
        ...

    async def uncut_count(self, chunker: str) -> int: ...

    async def uncut_sample(self, chunker: str, most: int) -> tuple[list[UncutArticle], float]:
        """At most so many of them, from all over, and what share they are of the letters of all."""
        ...

    async def recut(self, articles: Sequence[tuple[UncutArticle, ReadArticle]], chunker: str) -> None:
        """Their passages anew from the same revision; one that moved on meanwhile is left alone."""
        ...

    async def cannot_cut(self, articles: Sequence[UncutArticle], chunker: str) -> None:
        """They keep the passages they have and are not tried by these rules again."""
        ...

    async def passages(self, ids: Sequence[PassageId]) -> list[Passage]:
        """In the order asked; unknown ids are left out."""
        ...

    async def beside(self, ids: Sequence[PassageId]) -> Mapping[PassageId, tuple[Passage, ...]]:
        """Of each the passage right after it in its article, then the one right before it."""
        ...

    async def passage_count(self) -> int: ...

    async def change(self) -> int:
        """A number that grows with every change of passages."""
        ...

    async def changed_since(self, change: int) -> tuple[list[PassageId], list[PassageId]] | None:
        """(removed, added) passage ids after that change number; None when it is not known any more."""
        ...

    async def unembedded(self, embedder: str) -> list[tuple[PassageId, int]]:
        """One passage of each hash this embedder has not embedded, with its tokens; by ascending tokens."""
        ...

    async def texts(self, ids: Sequence[PassageId]) -> list[tuple[PassageId, str, str]]:
        """(id, hash, embedded text) of those that still live, in the order asked."""
        ...

    async def lacking(self, embedder: str, hashes: Sequence[str]) -> set[str]:
        """Those of the hashes this embedder has not embedded."""
        ...

    async def without_vectors_count(self, embedder: str) -> int: ...

    async def put_vectors(self, embedder: str, vectors: Sequence[tuple[str, bytes]]) -> None: ...

    async def vectors(self, embedder: str, after: int, limit: int) -> list[PassageVector]:
        """Live passages with their vectors, by ascending passage id, `after` excluded."""
        ...

    async def passages_alone(self, after: int, limit: int) -> list[PassageVector]:
        """Live passages as `vectors` has them, without their vectors."""
        ...

    async def vectors_alone(self, embedder: str, after: int, limit: int) -> list[tuple[PassageId, bytes]]:
        """As `vectors` has them, without what they are vectors of."""
        ...

    async def vectors_of(self, embedder: str, ids: Sequence[PassageId]) -> list[PassageVector]: ...

    async def mark_indexed(self, change: int) -> None:
        """READ articles none of whose passages came after that change number become INDEXED, and their files in the runs:
        said only after the index stood there and had read them back."""
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

    async def set_state(self, run_id: ImportRunId, state: RunState) -> None:
        """Of a run that has not ended."""
        ...

    async def keep(self, run_id: ImportRunId, state: RunState, report: ImportReport) -> None:
        """The same, with what it has done so far."""
        ...

    async def end(self, run_id: ImportRunId, state: RunState, report: ImportReport | None) -> None: ...

    async def interrupted(self) -> int:
        """At the start of a desk nothing runs: what says so was killed, and becomes PAUSED. How many."""
        ...

    async def get(self, run_id: ImportRunId) -> RunRow | None: ...

    async def unfinished(self) -> list[RunRow]:
        """Runs RUNNING and PAUSED, newest first."""
        ...

    async def listed(self, kb_id: KnowledgeBaseId | None, limit: int) -> list[RunRow]:
        """Newest first."""
        ...

    async def files(self, run_id: ImportRunId, offset: int, limit: int) -> tuple[list[RunFile], int]:
        """A page, failed ones first, then by path; and how many in all."""
        ...

    async def note(self, run_id: ImportRunId, files: Sequence[RunFile]) -> None:
        """Puts or replaces these files' rows; the first `revision_before` stays."""
        ...

    async def advance(self, run_id: ImportRunId, came_from: FileState, to: FileState) -> int:
        """Moves every file of the run in one state on; how many."""
        ...

    async def tally(self, run_id: ImportRunId) -> Mapping[tuple[str, FileState], int]:
        """(change, state) → how many files; the change is empty for files that brought none."""
        ...


@dataclass(frozen=True)
class ArticlePlace:
    """Where an article lies and what serves now. `content_hash` names the file's bytes it was read from; `held_hash` those that
    are held back, see `ArticleRecords.hold`. `revision_id` is None when there is none any more."""

    id: ArticleId
    kb_id: KnowledgeBaseId
    folder: str
    path: str
    state: ArticleState
    revision_id: RevisionId | None
    content_hash: str
    held_hash: str


@dataclass(frozen=True)
class StoredRevision:
    id: RevisionId
    article_id: ArticleId
    source: str
    content_hash: str
    created_at: datetime


@dataclass(frozen=True)
class KeptAside:
    """A text that is kept in an article's history without ever having served."""

    article_id: ArticleId
    source: str
    content_hash: str
    agent: str
    about: str


class ArticleRecords(Protocol):
    """Articles as people manage them: status, history, freshness, and what stands on them."""

    async def page(self, wanted: ArticleFilter, offset: int, limit: int) -> tuple[list[ArticleRow], int]:
        """Failed ones first, then by base and path; and how many in all."""
        ...

    async def opened(self, article_id: ArticleId, revision_id: RevisionId | None = None) -> ArticleText:
        """None is the serving revision. Raises NotFound."""
        ...

    async def place(self, article_id: ArticleId) -> ArticlePlace:
        """Also of a removed one. Raises NotFound."""
        ...

    async def place_at(self, kb_id: KnowledgeBaseId, path: str) -> ArticlePlace | None: ...

    async def revision(self, revision_id: RevisionId) -> StoredRevision:
        """Raises NotFound."""
        ...

    async def history(self, article_id: ArticleId) -> list[RevisionRow]:
        """Newest first."""
        ...

    async def knows(self, article_id: ArticleId, content_hash: str) -> bool:
        """Whether its history holds a revision read from these bytes."""
        ...

    async def keep_aside(self, kept: KeptAside) -> None: ...

    async def explain(self, revision_id: RevisionId, about: str) -> None:
        """Says in the history what a revision did."""
        ...

    async def set_status(self, article_id: ArticleId, status: ArticleStatus | None) -> None:
        """None: what its file says counts again."""
        ...

    async def mark_reviewed(self, article_id: ArticleId) -> None: ...

    async def set_review(self, kb_id: KnowledgeBaseId, days: int, when_stale: WhenStale) -> None: ...

    async def hold(self, article_id: ArticleId, content_hash: str) -> None:
        """The file with this content is not imported again until it changes; empty lifts it. HELD_ABSENT: the folder lacks the
        file, and that does not remove the article."""
        ...

    async def hold_path(self, kb_id: KnowledgeBaseId, path: str, content_hash: str) -> None:
        """The same for a path where no article lives."""
        ...

    async def cited_by(self, article_ids: Sequence[ArticleId]) -> list[tuple[ArticleId, Impact]]:
        """Open drafts and sent answers that cite them, newest first; `gone` is left False."""
        ...

    async def standing(self, article_ids: Sequence[ArticleId]) -> Mapping[ArticleId, ArticleStanding]: ...

    async def says(self, article_id: ArticleId) -> str:
        """The text of its passages, in order."""
        ...

    async def has_internal(self) -> bool:
        """Whether any article is internal at all."""
        ...

    async def saying(self, wanted: Sequence[Sequence[str]], audience: Audience) -> list[tuple[str, str]]:
        """(title, text) of some passages of that audience that hold all words of one of the groups, inflection aside."""
        ...

    async def hidden(self) -> frozenset[ArticleId]:
        """Articles no search may bring now: draft or archived."""
        ...

    async def overdue(self) -> frozenset[ArticleId]:
        """Stale articles of bases that keep those out of drafts."""
        ...

    async def mark_rolled_back(self, run_id: ImportRunId, *, rolled_back: bool) -> None: ...

    async def erase(self, article_id: ArticleId) -> None:
        """Every revision, passage, vector and quote of it goes; the citations keep their place with an empty quote. Its file is
        held back by its hash alone."""
        ...

    async def internal(self) -> frozenset[ArticleId]:
        """Articles that are not for customers, as they stand now."""
        ...

    async def stale(self) -> frozenset[ArticleId]:
        """Articles whose review is overdue."""
        ...

    async def spoken(self, language: str) -> frozenset[ArticleId]:
        """Articles in that language or in none that is known."""
        ...
