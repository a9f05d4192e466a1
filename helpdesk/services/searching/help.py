"""The query language in examples, for the help beside the search field."""

from dataclasses import dataclass


@dataclass(frozen=True)
class QueryWord:
    """`words` says in English what the example finds; the window translates it."""

    name: str
    example: str
    words: str


QUERY_WORDS = (
    QueryWord("", "refund late", "Tickets with both words, whole or begun, wherever they stand"),
    QueryWord("", '"power supply"', "These words, one after the other"),
    QueryWord("status", "status:open,pending", "Either status"),
    QueryWord("from", "from:ada", "Requesters by name or address"),
    QueryWord("subject", "subject:invoice", "Words of the subject alone"),
    QueryWord("tag", "-tag:billing", "A minus: without it"),
    QueryWord("assignee", "assignee:me", "An agent's name, me or none"),
    QueryWord("priority", "priority:high,urgent", "Either priority"),
    QueryWord("is", "is:overdue", "Overdue, soon, snoozed, unassigned, mine, waiting, unsolved"),
    QueryWord("has", "has:draft", "With a draft, a tag, a topic, an attachment, something due or a begun text (writing)"),
    QueryWord("created", "created:2026-05", "In that month; also 2026, 2026-05-31, or 7d for the last seven days"),
    QueryWord("before", "before:2026-05", "Came in before that day, month or year; after: from then on"),
    QueryWord("updated", "updated:>30d", "Nothing happened for more than thirty days; <2h: within two hours"),
    QueryWord("confidence", "confidence:<60%", "Drafts by their score"),
    QueryWord("mentions", "mentions:me", "Notes that name an agent"),
    QueryWord("sort", "sort:due", "Another order; a minus turns it round"),
)
