"""What can be exported of a ticket: the name of each column, and what stands in it."""

from collections.abc import Iterable, Mapping

from helpdesk.domain.condition import CUSTOM
from helpdesk.domain.custom_field import CustomField

TICKET_COLUMNS: Mapping[str, str] = {
    "ticket": "Its number",
    "subject": "Its subject",
    "requester_name": "Who asked",
    "requester_email": "Their address",
    "status": "New, open, pending, on-hold, solved or closed",
    "priority": "Low, normal, high or urgent",
    "channel": "How it came in",
    "topic": "What it is about",
    "language": "The language it is written in",
    "tags": "Its tags, with commas between",
    "assignee": "The agent it belongs to",
    "created_at": "When it came in",
    "updated_at": "When it last changed",
    "customer_messages": "How many messages the customer wrote",
    "replies": "How many public replies left",
    "first_reply_at": "When the first reply left",
    "first_reply_seconds": "How long the customer waited for it",
    "solved_at": "When it was last set to solved or closed",
    "drafts": "How many drafts it had",
    "draft_state": "How its newest draft stands",
    "draft_writer": "What wrote that draft",
    "draft_score": "How sure that draft was, 0 to 1",
    "draft_route": "Where that draft was sent: send, review or escalate",
    "draft_abstained": "1 when it found nothing to stand on",
    "cited_articles": "The articles it cites, with semicolons between",
    "decision": "What was decided last: approve, edit, reject, escalate or auto",
    "decided_by": "Who decided",
    "decided_at": "When",
    "reject_reason": "The reason a draft was rejected for",
    "label": "Right or wrong, as the decision says",
    "label_cause": "Why it counts as wrong",
    "rating": "The customer's newest rating, 1 to 5 stars",
    "reopened": "How often the customer came back after an answer",
    "question": "The customer's first message, whole",
    "reply": "The first reply, whole",
}

LONG = frozenset({"question", "reply"})
"""Whole texts; they are exported only when they are asked for."""

USUAL = tuple(name for name in TICKET_COLUMNS if name not in LONG)


def own_columns(fields: Iterable[CustomField]) -> Mapping[str, str]:
    """A column for each field the desk made up itself: its name, and what agents call it."""
    return {f"{CUSTOM}{field.key}": field.name for field in fields}
