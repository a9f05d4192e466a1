"""Knowledge base → article → passage, and what an import did to them."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256

from helpdesk.domain.ids import ArticleId, KnowledgeBaseId, PassageId, RevisionId


class ArticleState(StrEnum):
    READ = "read"
    INDEXED = "indexed"
    FAILED = "failed"
    REMOVED = "removed"


class Audience(StrEnum):
    PUBLIC = "public"
    INTERNAL = "internal"


class ArticleStatus(StrEnum):
    """Who an article is for now. DRAFT and ARCHIVED are found by nobody; INTERNAL informs agents; PUBLIC may be quoted."""

    DRAFT = "draft"
    INTERNAL = "internal"
    PUBLIC = "public"
    ARCHIVED = "archived"


class WhenStale(StrEnum):
    """What happens to an article whose review is overdue: it serves with a mark, or drafts do not stand on it."""

    MARK = "mark"
    EXCLUDE = "exclude"


HELD_ABSENT = "absent"
"""Stands in for a content hash where an article is kept although its folder lacks the file: a scan does not take it out."""


@dataclass(frozen=True)
class KnowledgeBase:
    """`review_days` is after how many days an article wants a review (0: never, unless its front matter names a date).
    `waiting` articles are read and not searchable yet."""

    id: KnowledgeBaseId
    name: str
    folder: str
    articles: int
    passages: int
    imported_at: datetime | None
    audience: Audience = Audience.PUBLIC
    watched: bool = False
    review_days: int = 0
    when_stale: WhenStale = WhenStale.MARK
    failed: int = 0
    stale: int = 0
    waiting: int = 0


@dataclass(frozen=True)
class ReadPassage:
    """A passage as a reader cut it: `lines` are 1-based and inclusive in the source file; `heading` is the trail 'A > B > C'
    without the title; `text` is the source text (markdown kept), `tokens` an estimate."""

    heading: str
    text: str
    lines: tuple[int, int]
    tokens: int


@dataclass(frozen=True)
class ArticleLink:
    """A link of an article to another file of its knowledge base: `target` is that file's path, `line` where it stands."""

    target: str
    line: int


@dataclass(frozen=True)
class ReadArticle:
    """An article as a reader understood it. `path` is relative to the imported folder, with '/'; `includes` are the places of
    other files whose words its passages hold, or would if there were any."""

    path: str
    title: str
    source: str
    content_hash: str
    audience: Audience
    language: str
    tags: tuple[str, ...]
    passages: tuple[ReadPassage, ...]
    status: ArticleStatus = ArticleStatus.PUBLIC
    review_by: date | None = None
    links: tuple[ArticleLink, ...] = ()
    includes: tuple[str, ...] = ()


@dataclass(frozen=True)
class FileFailure:
    """A file that could not be read: where, and why in words a person can act on. `line` is 0 when no line is to blame."""

    path: str
    line: int
    reason: str


@dataclass(frozen=True)
class ArticleRow:
    """One line of the article list. `status` is the one in force; `cited` counts drafts that cite it, `approved` those of them
    that were approved or sent."""

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
    status: ArticleStatus = ArticleStatus.PUBLIC
    stale: bool = False
    cited: int = 0
    approved: int = 0


@dataclass(frozen=True)
class ArticleFilter:
    """Which articles a list shows: every condition holds. `text` is looked for in title and path; no `statuses` means all."""

    kb_id: KnowledgeBaseId | None = None
    text: str = ""
    failed: bool = False
    stale: bool = False
    statuses: tuple[ArticleStatus, ...] = ()
    never_cited: bool = False


@dataclass(frozen=True)
class ArticleText:
    """An article opened to be read: the stored revision, whole. `status` is the one in force, `said` the one an agent set or
    the file says: an internal base keeps what is said to be public from customers."""

    id: ArticleId
    revision_id: RevisionId
    kb: str
    path: str
    title: str
    source: str
    audience: Audience
    updated_at: datetime
    status: ArticleStatus = ArticleStatus.PUBLIC
    status_set: bool = False
    stale: bool = False
    review_by: date | None = None
    reviewed_at: datetime | None = None
    folder: str = ""
    said: ArticleStatus = ArticleStatus.PUBLIC

    @property
    def closed_by_base(self) -> bool:
        return self.status is not self.said


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
    stale: bool = False
    language: str = ""

    @property
    def embedded_text(self) -> str:
        return embedded_text(self.title, self.heading, self.text)


def embedded_text(title: str, heading: str, text: str) -> str:
    """What both legs index of a passage: its trail in front of its words."""
    trail = f"{title} > {heading}" if heading and heading != title else title
    return f"{trail}\n{text}"


def trail_shown(title: str, heading: str) -> str:
    """The same trail for a person."""
    return f"{title} › {heading_shown(heading)}" if heading and heading != title else title


def heading_shown(heading: str) -> str:
    return heading.replace(" > ", " › ")


def passage_hash(text: str) -> str:
    """Names what is embedded of a passage: wherever the same text stands, it has the same vector."""
    return sha256(text.encode()).hexdigest()


def content_hash(content: bytes) -> str:
    """Names a file's raw bytes: an import skips what it has already read."""
    return sha256(content).hexdigest()
