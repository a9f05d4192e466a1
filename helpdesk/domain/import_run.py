"""Import runs: what each did to which file."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from helpdesk.domain.article import FileFailure
from helpdesk.domain.ids import ArticleId, ImportRunId, KnowledgeBaseId, RevisionId


class FileState(StrEnum):
    """How far a file of an import run has come. INDEXED is said only after its vectors were read back; SKIPPED is a file held
    back on purpose."""

    FOUND = "found"
    READ = "read"
    EMBEDDED = "embedded"
    INDEXED = "indexed"
    FAILED = "failed"
    SKIPPED = "skipped"


class FileChange(StrEnum):
    ADDED = "added"
    CHANGED = "changed"
    RENAMED = "renamed"
    REMOVED = "removed"


class RunKind(StrEnum):
    """What made a run or a revision."""

    IMPORT = "import"
    WATCH = "watch"
    EDIT = "edit"
    RESTORE = "restore"
    ROLLBACK = "rollback"
    RECUT = "recut"


class RunState(StrEnum):
    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"


@dataclass(frozen=True)
class KnownFile:
    """What the store holds of a file. `content_hash` and `chunker` are those of the revision in force, empty when there is
    none. `tried` names content and rules of a reading that failed, `failure` says why. `stamp` is the file's as it was when
    last found with this content. `held_hash` is content that is not imported; `live` False: the article was removed."""

    article_id: ArticleId
    revision_id: RevisionId | None
    path: str
    content_hash: str
    chunker: str
    failure: FileFailure | None
    tried: str
    held_hash: str
    stamp: str
    live: bool


def tried(content_hash: str, chunker: str) -> str:
    """Content that these rules could not read is not read by them again."""
    return f"{content_hash} {chunker}"


@dataclass(frozen=True)
class ImportReport:
    """What an import run did, by article; `seconds` is wall time of all its stretches, `passages` are all of the base, 0 where
    nobody counted. A cancelled run reports what it had finished, and so does one that was `paused`; of one that was
    gone on with `since` is when, until it ends."""

    run_id: ImportRunId
    kb: str
    added: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0
    renamed: int = 0
    skipped: int = 0
    passages: int = 0
    seconds: float = 0.0
    failed: tuple[FileFailure, ...] = field(default_factory=tuple)
    paused: bool = False
    since: str = ""


RUN = "run "
"""Before the number of the run that another one took back, as its source."""


@dataclass(frozen=True)
class RunRow:
    """One import run in the list of runs; counts by change and state."""

    id: ImportRunId
    kb_id: KnowledgeBaseId
    kb: str
    source: str
    kind: RunKind
    state: RunState
    agent: str
    started_at: datetime
    ended_at: datetime | None
    report: ImportReport | None
    rolled_back_at: datetime | None

    @property
    def taken_back(self) -> ImportRunId | None:
        """The run this one took back."""
        return ImportRunId(int(self.source.removeprefix(RUN))) if self.kind is RunKind.ROLLBACK else None


@dataclass(frozen=True)
class RunFile:
    """What a run did with one file. Files that had not changed have no such row; the report counts them. `path_before` is
    where a renamed file came from."""

    path: str
    state: FileState
    change: FileChange | None
    line: int
    reason: str
    attempts: int
    article_id: ArticleId | None
    revision_before: RevisionId | None
    revision_after: RevisionId | None
    path_before: str
    updated_at: datetime
