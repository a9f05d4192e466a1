"""An article over time, and what stands on it."""

from dataclasses import dataclass
from datetime import datetime

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
