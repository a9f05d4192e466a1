"""How an article stands now, as SQL: its status in force, who may read it, whether its review is overdue.

Every query that shows, finds or counts articles says it by these expressions, so that list, search and drafts agree. They need
articles joined to knowledge_bases.
"""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from helpdesk.adapters.sqlite import tables as t
from helpdesk.domain.article import ArticleState, ArticleStatus, Audience

_a, _kb = t.articles.c, t.knowledge_bases.c


def live() -> sa.ColumnElement[bool]:
    return _a.state != ArticleState.REMOVED


def status_said() -> sa.ColumnElement[Any]:
    """What an agent set, else what the file says."""
    return sa.case(
        (_a.status_set != "", _a.status_set),
        ((_a.status == ArticleStatus.PUBLIC) & (_a.audience == Audience.INTERNAL), ArticleStatus.INTERNAL),
        else_=_a.status,
    )


def status_in_force() -> sa.ColumnElement[Any]:
    """Nothing is public in an internal base."""
    said = status_said()
    closed = (_kb.audience == Audience.INTERNAL) & (said == ArticleStatus.PUBLIC)
    return sa.case((closed, ArticleStatus.INTERNAL), else_=said)


def audience_in_force() -> sa.ColumnElement[Any]:
    """Only what is public may be quoted to a customer."""
    return sa.case((status_in_force() == ArticleStatus.PUBLIC, Audience.PUBLIC), else_=Audience.INTERNAL)


def is_stale(now: datetime) -> sa.ColumnElement[bool]:
    """The date its front matter names has passed and nobody reviewed it since; or nobody changed or reviewed it for as long as
    its base allows."""
    return stale_at(*map(sa.literal, moments(now).values()))


def moments(now: datetime) -> dict[str, str]:
    """What `stale_at` compares with, by name; to be bound to a statement that is built once."""
    return {"today": now.date().isoformat(), "moment": now.strftime("%Y-%m-%dT%H:%M:%S")}


def stale_at(today: sa.ColumnElement[str], moment: sa.ColumnElement[str]) -> sa.ColumnElement[bool]:
    reviewed = sa.func.coalesce(_a.reviewed_at, "", type_=sa.Text)
    passed = (_a.review_by != "") & (_a.review_by < today) & (sa.func.substr(reviewed, 1, 10) <= _a.review_by)
    line = sa.func.strftime("%Y-%m-%dT%H:%M:%S", moment, sa.literal("-", sa.Text) + sa.cast(_kb.review_days, sa.Text) + " days")
    touched = sa.func.max(sa.type_coerce(_a.updated_at, sa.Text), reviewed)
    return passed | ((_kb.review_days > 0) & (touched < line))


def is_hidden() -> sa.ColumnElement[bool]:
    """Its status in force is draft or archived, said so that an index finds the few there are."""
    hidden = (ArticleStatus.DRAFT, ArticleStatus.ARCHIVED)
    return _a.status_set.in_(hidden) | ((_a.status_set == "") & _a.status.in_(hidden))
