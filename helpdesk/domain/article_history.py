"""An article over time, and what stands on it."""

from dataclasses import dataclass
from datetime import datetime

from helpdesk.domain.article import ArticleStatus, FileFailure, ReadArticle
from helpdesk.domain.ids import ArticleId, RevisionId
from helpdesk.domain.import_run import RunKind


@dataclass(frozen=True)
class RevisionRow:
    """One entry of an article's history, newest first in lists; `serving` is the one in force. `about` says what it did, such
    as 'restored the revision of 3 May'."""

    id: RevisionId
    article_id: ArticleId
    kind: RunKind
    agent: str
    about: str
    title: str
    created_at: datetime
    serving: bool


@dataclass(frozen=True)
class Impact:
    """A draft or an answer already sent that cites an article about to change. `quote` is what it took from it; `gone` says
    that the quoted words are no longer in the new text."""

    draft_id: int
    ticket_id: int
    subject: str
    state: str
    path: str
    quote: str
    gone: bool


@dataclass(frozen=True)
class UnsavedEdit:
    """What somebody typed into an article and did not save; `base` is the revision it was made from."""

    article_id: ArticleId
    title: str
    base: RevisionId
    text: str
    at: datetime


@dataclass(frozen=True)
class ArticleStanding:
    """How an article stands now: `serves` unless it was removed or erased; `status` is the one in force."""

    serves: bool
    revision_id: RevisionId | None
    status: ArticleStatus
    stale: bool


@dataclass(frozen=True)
class ArticlePreview:
    """What a text would become: `read`, or the `failure` that keeps it from being an article; and what stands on the present
    one. `whole` is the text with the words it takes in from other files."""

    read: ReadArticle | None
    failure: FileFailure | None
    impact: tuple[Impact, ...]
    whole: str = ""


@dataclass(frozen=True)
class ImportPreview:
    """What an import would do, by path (`renamed`: from, to), and which drafts and answers cite what it changes. `held` are
    files held back on purpose."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    renamed: tuple[tuple[str, str], ...]
    held: tuple[str, ...]
    unchanged: int
    failed: tuple[FileFailure, ...]
    impact: tuple[Impact, ...]
