"""Knowledge base → article → passage, and what an import did to them."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from helpdesk.domain.ids import ArticleId, ImportRunId, KnowledgeBaseId, PassageId, RevisionId


class ArticleState(StrEnum):
    READ = "read"
    INDEXED = "indexed"
    FAILED = "failed"
    REMOVED = "removed"


class Audience(StrEnum):
    PUBLIC = "public"
    INTERNAL = "internal"


@dataclass(frozen=True)
class KnowledgeBase:
    id: KnowledgeBaseId
    name: str
    folder: str
    articles: int
    passages: int
    imported_at: datetime | None
    audience: Audience = Audience.PUBLIC


@dataclass(frozen=True)
class ReadPassage:
    """A passage as a reader cut it: `lines` are 1-based and inclusive in the source file; `heading` is the trail 'A > B > C'
    without the title; `text` is the source text (markdown kept), `tokens` an estimate."""

    heading: str
    text: str
    lines: tuple[int, int]
    tokens: int


@dataclass(frozen=True)
class ReadArticle:
    """An article as a reader understood it. `path` is relative to the imported folder, with '/'."""

    path: str
    title: str
    source: str
    content_hash: str
    audience: Audience
    language: str
    tags: tuple[str, ...]
    passages: tuple[ReadPassage, ...]


@dataclass(frozen=True)
class FileFailure:
    """A file that could not be read: where, and why in words a person can act on. `line` is 0 when no line is to blame."""

    path: str
    line: int
    reason: str


@dataclass(frozen=True)
class ArticleRow:
    """One line of the article list."""

    id: ArticleId
    kb_id: KnowledgeBaseId
    kb: str
    path: str
    title: str
    state: ArticleState
    audience: Audience
    passages: int
    updated_at: datetime
    failure: str


@dataclass(frozen=True)
class ArticleText:
    """An article opened to be read: the stored revision, whole."""

    id: ArticleId
    revision_id: RevisionId
    kb: str
    path: str
    title: str
    source: str
    audience: Audience
    updated_at: datetime


@dataclass(frozen=True)
class Passage:
    """A stored passage. `hash` identifies its embedded text (title, heading trail and text) across files and revisions."""

    id: PassageId
    article_id: ArticleId
    revision_id: RevisionId
    kb: str
    path: str
    title: str
    heading: str
    text: str
    lines: tuple[int, int]
    tokens: int
    hash: str
    audience: Audience
    updated_at: datetime

    @property
    def embedded_text(self) -> str:
        return embedded_text(self.title, self.heading, self.text)


def embedded_text(title: str, heading: str, text: str) -> str:
    """What both legs index of a passage: its trail in front of its words."""
    trail = f"{title} > {heading}" if heading and heading != title else title
    return f"{trail}\n{text}"


def content_hash(content: bytes) -> str:
    """Names a file's raw bytes: an import skips what it has already read."""
    return sha256(content).hexdigest()


@dataclass(frozen=True)
class ImportReport:
    """What an import run did, by article; `seconds` is wall time. A cancelled run reports what it had finished."""

    run_id: ImportRunId
    kb: str
    added: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0
    passages: int = 0
    seconds: float = 0.0
    failed: tuple[FileFailure, ...] = field(default_factory=tuple)
