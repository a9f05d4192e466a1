"""The names of everything that has a state or a kind. No Qt: the terminal says the same."""

from collections.abc import Mapping

from helpdesk.domain.article import ArticleState, ArticleStatus, Audience, WhenStale
from helpdesk.domain.conversation import MessageKind, OutboxState
from helpdesk.domain.decision import DecisionKind, RejectReason
from helpdesk.domain.draft import DraftState, Route
from helpdesk.domain.evidence import SearchPath
from helpdesk.domain.import_run import FileChange, FileState, RunKind, RunState
from helpdesk.domain.ticket import ChannelName, Priority, TicketStatus
from helpdesk.ui.language import Words, lowered, mark

STATUSES: Mapping[str, str] = Words(
    {
        TicketStatus.NEW: mark("New"),
        TicketStatus.OPEN: mark("Open"),
        TicketStatus.PENDING: mark("Pending"),
        TicketStatus.ON_HOLD: mark("On hold"),
        TicketStatus.SOLVED: mark("Solved"),
        TicketStatus.CLOSED: mark("Closed"),
    }
)
PRIORITIES: Mapping[str, str] = Words(
    {
        Priority.LOW: mark("Low"),
        Priority.NORMAL: mark("Normal"),
        Priority.HIGH: mark("High"),
        Priority.URGENT: mark("Urgent"),
    }
)
CHANNELS: Mapping[str, str] = Words(
    {
        ChannelName.BY_HAND: mark("by hand"),
        ChannelName.FILE: mark("file"),
        ChannelName.FOLDER: mark("folder"),
    }
)
ROUTES: Mapping[str, str] = Words(
    {
        Route.SEND: mark("Looks ready"),
        Route.REVIEW: mark("Needs a look"),
        Route.ESCALATE: mark("Needs a person"),
    }
)
DRAFT_STATES: Mapping[str, str] = Words(
    {
        DraftState.REQUESTED: mark("Being written"),
        DraftState.IN_REVIEW: mark("To review"),
        DraftState.APPROVED: mark("Approved"),
        DraftState.SENT: mark("Sent"),
        DraftState.REJECTED: mark("Rejected"),
        DraftState.ESCALATED: mark("Escalated"),
        DraftState.SUPERSEDED: mark("Replaced"),
        DraftState.FAILED: mark("Failed"),
    }
)
OUTBOX_STATES: Mapping[str, str] = Words(
    {
        OutboxState.QUEUED: mark("Waiting to leave"),
        OutboxState.SENDING: mark("Being sent"),
        OutboxState.SENT: mark("Sent"),
        OutboxState.UNCERTAIN: mark("Perhaps sent"),
        OutboxState.FAILED: mark("Not sent"),
        OutboxState.UNDONE: mark("Taken back"),
    }
)
MESSAGE_KINDS: Mapping[str, str] = Words(
    {
        MessageKind.CUSTOMER: mark("Customer"),
        MessageKind.PUBLIC_REPLY: mark("Public reply"),
        MessageKind.INTERNAL_NOTE: mark("Internal note"),
        MessageKind.FORWARD: mark("Forwarded"),
        MessageKind.THIRD_PERSON: mark("Third person"),
    }
)
DECISIONS: Mapping[str, str] = Words(
    {
        DecisionKind.APPROVE: mark("Approved"),
        DecisionKind.EDIT: mark("Edited and approved"),
        DecisionKind.REJECT: mark("Rejected"),
        DecisionKind.ESCALATE: mark("Escalated"),
        DecisionKind.AUTO: mark("Sent by itself"),
    }
)
REJECT_REASONS: Mapping[str, str] = Words(
    {
        RejectReason.WRONG_FACT: mark("Says something wrong"),
        RejectReason.NOT_THE_QUESTION: mark("Does not answer the question"),
        RejectReason.INCOMPLETE: mark("Leaves something out"),
        RejectReason.OUTDATED: mark("Stands on outdated knowledge"),
        RejectReason.TONE: mark("Wrong tone"),
        RejectReason.WRONG_LANGUAGE: mark("Wrong language"),
        RejectReason.INTERNAL_LEAK: mark("Tells something internal"),
        RejectReason.NEEDS_ACTION: mark("Someone must do something first"),
        RejectReason.NO_REPLY_NEEDED: mark("No reply needed"),
    }
)
ARTICLE_STATES: Mapping[str, str] = Words(
    {
        ArticleState.READ: mark("Read, not yet searchable"),
        ArticleState.INDEXED: mark("Searchable"),
        ArticleState.FAILED: mark("Could not be read"),
        ArticleState.REMOVED: mark("Removed"),
    }
)
AUDIENCES: Mapping[str, str] = Words({Audience.PUBLIC: mark("Public"), Audience.INTERNAL: mark("Internal")})
ARTICLE_STATUSES: Mapping[str, str] = Words(
    {
        ArticleStatus.DRAFT: mark("Draft"),
        ArticleStatus.INTERNAL: mark("Internal"),
        ArticleStatus.PUBLIC: mark("Public"),
        ArticleStatus.ARCHIVED: mark("Archived"),
    }
)
WHEN_STALE: Mapping[str, str] = Words(
    {
        WhenStale.MARK: mark("Keep using them, with a mark"),
        WhenStale.EXCLUDE: mark("Leave them out of drafts"),
    }
)
RUN_KINDS: Mapping[str, str] = Words(
    {
        RunKind.IMPORT: mark("Import"),
        RunKind.WATCH: mark("Followed folder"),
        RunKind.EDIT: mark("Edited here"),
        RunKind.RESTORE: mark("Restored"),
        RunKind.ROLLBACK: mark("Rolled back"),
        RunKind.RECUT: mark("Cut anew"),
    }
)
RUN_STATES: Mapping[str, str] = Words(
    {
        RunState.RUNNING: mark("Running"),
        RunState.PAUSED: mark("Paused"),
        RunState.DONE: mark("Done"),
        RunState.CANCELLED: mark("Cancelled"),
        RunState.FAILED: mark("Stopped by an error"),
    }
)
FILE_STATES: Mapping[str, str] = Words(
    {
        FileState.FOUND: mark("Found, not yet read"),
        FileState.READ: mark("Read, not yet searchable"),
        FileState.EMBEDDED: mark("Embedded, not yet searchable"),
        FileState.INDEXED: mark("Searchable"),
        FileState.FAILED: mark("Could not be read"),
        FileState.SKIPPED: mark("Held back"),
    }
)
FILE_CHANGES: Mapping[str, str] = Words(
    {
        FileChange.ADDED: mark("Added"),
        FileChange.CHANGED: mark("Changed"),
        FileChange.RENAMED: mark("Renamed"),
        FileChange.REMOVED: mark("Removed"),
    }
)
SEARCH_PATHS: Mapping[str, str] = Words(
    {
        SearchPath.INDEX: mark("by words and meaning"),
        SearchPath.FALLBACK: mark("by words and meaning, from the store"),
        SearchPath.WORDS_ONLY: mark("by words only"),
    }
)

THINGS: Mapping[str, str] = Words(
    {
        "agent": mark("agent"),
        "answer": mark("answer"),
        "article": mark("article"),
        "attachment": mark("attachment"),
        "calendar": mark("calendar"),
        "candidate scorer": mark("score on trial"),
        "checklist step": mark("checklist step"),
        "decision": mark("decision"),
        "draft": mark("draft"),
        "field": mark("field"),
        "file": mark("file"),
        "import run": mark("import run"),
        "intent": mark("intent"),
        "knowledge base": mark("knowledge base"),
        "macro": mark("macro"),
        "message": mark("message"),
        "model": mark("model"),
        "old ticket": mark("old ticket"),
        "operation": mark("change"),
        "past answer": mark("past answer"),
        "proposal": mark("proposal"),
        "reading": mark("reading"),
        "reply": mark("reply"),
        "requester": mark("requester"),
        "revision": mark("version"),
        "rule": mark("rule"),
        "run": mark("import run"),
        "run of a rule": mark("run of a rule"),
        "service level": mark("service level"),
        "template": mark("template"),
        "ticket": mark("ticket"),
        "trial": mark("trial"),
        "view": mark("view"),
    }
)
OTHER_STATES: Mapping[str, str] = Words(
    {
        "a test draft": mark("a test draft"),
        "undone": mark("undone"),
        "withdrawn": mark("withdrawn"),
        "accepted": mark("accepted"),
        "dismissed": mark("dismissed"),
        "already rolled back": mark("already rolled back"),
        "not finished yet": mark("not finished yet"),
        "one that changed no text": mark("one that changed no text"),
        "sampled": mark("sampled"),
        "undoable elsewhere": mark("undoable elsewhere"),
        "without changes": mark("without changes"),
    }
)


def state_of(code: str) -> str:
    """A state in the middle of a sentence, whatever it is the state of; a code that has no words as it is."""
    for table in (DRAFT_STATES, OTHER_STATES, OUTBOX_STATES):
        if code in table:
            return lowered(table[code])
    return code
