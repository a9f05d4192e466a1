"""Rows into the domain's frozen values and back."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

import sqlalchemy as sa

from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.standing import audience_in_force, stale_at
from helpdesk.domain.article import (
    ArticleRow,
    ArticleState,
    ArticleStatus,
    ArticleText,
    Audience,
    KnowledgeBase,
    Passage,
    WhenStale,
)
from helpdesk.domain.conversation import Letter, OutboxEntry, OutboxState
from helpdesk.domain.decision import Decision, DecisionKind, QueueRow
from helpdesk.domain.draft import Citation, Draft, DraftState, Fingerprint, Reason, Route
from helpdesk.domain.ids import (
    ArticleId,
    DecisionId,
    DraftId,
    KnowledgeBaseId,
    OutboxId,
    PassageId,
    RevisionId,
    TicketId,
)
from helpdesk.domain.ticket import ChannelName, TicketStatus

Row = sa.RowMapping


def citation(row: Row) -> Citation:
    return Citation(
        n=row["n"],
        article_id=ArticleId(row["article_id"]),
        revision_id=RevisionId(row["revision_id"]),
        passage_id=PassageId(row["passage_id"]),
        path=row["path"],
        title=row["title"],
        heading=row["heading"],
        lines=(row["line_from"], row["line_to"]),
        quote=row["quote"],
    )


def citation_values(cited: Citation) -> dict[str, Any]:
    values = asdict(cited)
    values["line_from"], values["line_to"] = values.pop("lines")
    return values


def draft(row: Row, citations: tuple[Citation, ...]) -> Draft:
    return Draft(
        id=DraftId(row["id"]),
        ticket_id=TicketId(row["ticket_id"]),
        revision=row["revision"],
        state=DraftState(row["state"]),
        text=row["text"],
        citations=citations,
        confidence=row["confidence"],
        route=Route(row["route"]) if row["route"] else None,
        reasons=tuple(Reason(**r) for r in row["reasons"]),
        signals=signals(row["signals"]),
        fingerprint=Fingerprint(**row["fingerprint"]) if row["fingerprint"] else None,
        abstained=bool(row["abstained"]),
        missing=row["missing"],
        hint=row["hint"],
        failure=row["failure"],
        edited=row["edited"],
        created_at=row["created_at"],
        updated_at=row["updated_at"],
        correlation=row["correlation"],
        improvable=bool(row["improvable"]),
        urgent=bool(row["urgent"]),
    )


def signals(stored: Mapping[str, Any]) -> Mapping[str, float]:
    return {name: float(value) for name, value in stored.items()}


def decision(row: Row) -> Decision:
    return Decision(
        id=DecisionId(row["id"]),
        draft_id=DraftId(row["draft_id"]),
        ticket_id=TicketId(row["ticket_id"]),
        kind=DecisionKind(row["kind"]),
        agent=row["agent"],
        before=row["before"],
        after=row["after"],
        reason=row["reason"],
        note=row["note"],
        revision=row["revision"],
        decided_at=row["decided_at"],
        undone=bool(row["undone"]),
    )


def queue_row(row: Row) -> QueueRow:
    return QueueRow(
        draft_id=DraftId(row["id"]),
        ticket_id=TicketId(row["ticket_id"]),
        revision=row["revision"],
        subject=row["subject"],
        requester=row["name"] or row["email"],
        topic=row["topic"],
        confidence=row["confidence"],
        route=Route(row["route"]) if row["route"] else None,
        state=DraftState(row["state"]),
        waiting_since=row["waiting_since"],
        claimed_by=row["holder"],
        snippet=" ".join(row["snippet"].split()),
        claimed_until=row["claimed_until"] if row["holder"] else None,
        reason=_against(row["reasons"]),
    )


def _against(reasons: Sequence[Mapping[str, Any]]) -> str:
    worst = min(reasons, key=lambda reason: reason["weight"], default=None)
    return str(worst["words"]) if worst is not None and worst["weight"] < 0 else ""


def outbox_entry(row: Row) -> OutboxEntry:
    values = dict(row)
    return OutboxEntry(
        **{
            **values,
            "id": OutboxId(row["id"]),
            "ticket_id": TicketId(row["ticket_id"]),
            "draft_id": DraftId(row["draft_id"]) if row["draft_id"] else None,
            "channel": ChannelName(row["channel"]),
            "state": OutboxState(row["state"]),
            "by_itself": bool(row["by_itself"]),
            "scheduled": bool(row["scheduled"]),
            "copies": tuple(row["copies"]),
            "becomes": TicketStatus(row["becomes"]) if row["becomes"] else None,
            "kind": Letter(row["kind"]),
        }
    )


def passage(row: Row) -> Passage:
    return Passage(
        id=PassageId(row["id"]),
        article_id=ArticleId(row["article_id"]),
        revision_id=RevisionId(row["revision_id"]),
        kb=row["kb"],
        path=row["path"],
        title=row["title"],
        heading=row["heading"],
        text=row["text"],
        lines=(row["line_from"], row["line_to"]),
        tokens=row["tokens"],
        hash=row["hash"],
        audience=Audience(row["audience"]),
        updated_at=row["updated_at"],
        stale=bool(row["stale"]),
        language=row["language"],
    )


def article_row(row: Row, cited: int, approved: int) -> ArticleRow:
    return ArticleRow(
        id=ArticleId(row["id"]),
        kb_id=KnowledgeBaseId(row["kb_id"]),
        kb=row["kb"],
        path=row["path"],
        title=row["title"] or row["path"],
        state=ArticleState(row["state"]),
        audience=Audience(row["audience"]),
        passages=row["passages"],
        updated_at=row["updated_at"],
        failure=f"line {row['failed_line']}: {row['failure']}" if row["failed_line"] else row["failure"],
        status=ArticleStatus(row["status"]),
        stale=bool(row["stale"]),
        cited=cited,
        approved=approved,
    )


def knowledge_base(row: Row) -> KnowledgeBase:
    return KnowledgeBase(
        id=KnowledgeBaseId(row["id"]),
        name=row["name"],
        folder=row["folder"],
        articles=row["articles"] or 0,
        passages=row["passages"] or 0,
        imported_at=row["imported_at"],
        audience=Audience(row["audience"]),
        watched=bool(row["watched"]),
        review_days=row["review_days"],
        when_stale=WhenStale(row["when_stale"]),
        failed=row["failed"] or 0,
        stale=row["stale"] or 0,
        waiting=row["waiting"] or 0,
    )


def article_text(row: Row) -> ArticleText:
    return ArticleText(
        id=ArticleId(row["id"]),
        revision_id=RevisionId(row["revision_id"]),
        kb=row["kb"],
        path=row["path"],
        title=row["title"],
        source=row["source"],
        audience=Audience(row["audience"]),
        updated_at=row["created_at"],
        status=ArticleStatus(row["status"]),
        status_set=bool(row["status_set"]),
        stale=bool(row["stale"]),
        review_by=date.fromisoformat(row["review_by"]) if row["review_by"] else None,
        reviewed_at=row["reviewed_at"],
        folder=row["folder"],
        said=ArticleStatus(row["said"]),
    )


def passage_columns() -> tuple[sa.ColumnElement[Any], ...]:
    """What `passage` needs, from passages joined to articles and knowledge_bases; `standing.moments` are to be bound."""
    p, a = t.passages.c, t.articles.c
    own = (p.id, p.article_id, p.revision_id, p.title, p.heading, p.text, p.line_from, p.line_to, p.tokens, p.hash)
    today, moment = (sa.bindparam(name, type_=sa.Text) for name in ("today", "moment"))
    standing = (audience_in_force().label("audience"), stale_at(today, moment).label("stale"))
    return (*own, a.path, *standing, a.updated_at, a.language, t.knowledge_bases.c.name.label("kb"))
