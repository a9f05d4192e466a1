"""What the program says: errors by leaf, and the names of everything that has a state. No Qt: the terminal speaks the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from helpdesk.domain import errors as e
from helpdesk.domain.article import ArticleState, ArticleStatus, Audience, WhenStale
from helpdesk.domain.conversation import MessageKind, OutboxState
from helpdesk.domain.decision import DecisionKind, RejectReason
from helpdesk.domain.draft import DraftState, Route
from helpdesk.domain.evidence import SearchPath
from helpdesk.domain.import_run import FileChange, FileState, RunKind, RunState
from helpdesk.domain.ticket import ChannelName, Priority, TicketStatus
from helpdesk.ui import model_wording, planted_words, sending_refusals
from helpdesk.ui.said import Said

if TYPE_CHECKING:
    from datetime import datetime


Speaker = Callable[[Any], Said]

SPEAKERS: Mapping[type[e.HelpdeskError], Speaker] = {
    **model_wording.SPEAKERS,
    **sending_refusals.SPEAKERS,
    e.EmbedderUnusable: lambda x: Said(
        "Search model unusable",
        f"The model folder {x.folder} cannot be used: {x.detail}. Search goes on with words only; choose another folder.",
        "Knowledge settings",
    ),
    e.IndexStale: lambda x: Said(
        "Search index being rebuilt",
        f"The search index is not trusted ({x.detail}); search answers from the store meanwhile and heals by itself.",
        "Rebuild now",
    ),
    e.DeskReopened: lambda _: Said(
        "Cut short by a change of settings",
        "The desk was opened anew with the changed settings while this ran; do it once more. What was saved before is safe.",
        "Try again",
    ),
    e.KnowledgeEmpty: lambda _: Said(
        "No knowledge yet",
        "There is no article to stand on; import a folder of markdown files first.",
        "Import a folder",
    ),
    e.InvalidTransition: lambda x: Said(
        "Not possible any more",
        f"This {x.what} is {x.state}, so that cannot be done now; the list shows what still can.",
        "Show the current state",
    ),
    e.DraftSuperseded: lambda x: Said(
        "The ticket moved on",
        f"Draft {x.draft_id} is no longer the current one: the customer wrote again or someone replied. Nothing was sent; "
        "look at the new state first.",
        "Show the new draft",
    ),
    e.Claimed: lambda x: Said(
        "Someone is on it",
        f"{x.by} has draft {x.draft_id} open; you can read it, and it frees itself when they leave it.",
        "Next draft",
    ),
    e.NotFound: lambda x: Said(
        "Not found",
        f"There is no {x.what} {x.key} in this workspace; check the number, or look it up in the list.",
        "Back to the list",
    ),
    e.BadInput: lambda x: Said(
        "Cannot be read",
        f"{x.path}{f', line {x.line}' if x.line else ''}: {x.reason}. Correct it and try again; everything else went on.",
        "Choose another file",
    ),
    e.FileMoved: lambda x: Said(
        "The file changed meanwhile",
        f"{x.path} is no longer what was opened here; nothing was overwritten. Compare both texts, read the file in, then save "
        "yours again.",
        "Compare",
    ),
    e.FolderGone: lambda x: Said(
        "No folder to write to",
        f"{f'{x.folder} is no folder on this computer now' if x.folder else 'This knowledge base has no folder of its own'}; "
        "bring it back, or keep the change in the desk only.",
        "Keep it in the desk only",
    ),
    e.NotYetSaid: lambda x: Said(
        "Read this before it goes out",
        f"{several(x.reasons)}. Change the reply, or send it all the same.",
        "Send all the same",
    ),
    e.DraftWasATest: planted_words.told,
    e.UndoTooLate: lambda _: Said(
        "Too late to undo",
        "The reply has already left the outbox; write to the customer again if it needs correcting.",
        "Open the ticket",
    ),
    e.NothingToSend: lambda _: Said(
        "Nothing to send",
        "The reply is empty; write something, or reject the draft with a reason.",
        "Back to the reply",
    ),
    e.StoreCorrupt: lambda x: Said(
        "The store is damaged",
        f"{x.path} failed its check ({x.detail}); nothing was changed. Restore a backup: helpdesk restore FILE.",
        "Save report",
    ),
    e.StoreTooNew: lambda x: Said(
        "Made by a newer version",
        f"{x.path} has schema {x.found}, this program knows {x.known}; install the newer version. Nothing was changed.",
        "Save report",
    ),
    e.DriverTooOld: lambda x: Said(
        "SQLite too old",
        f"The SQLite driver is {x.found}, at least {x.needed} is needed to keep your data safe; run the setup again.",
        "Save report",
    ),
    e.DiskFull: lambda x: Said(
        "The disk is full",
        f"There is no room left at {x.path}; free some space and do it again. What was saved before is safe.",
        "Try again",
    ),
    e.DiskFailed: lambda x: Said(
        "The disk did not answer",
        f"The disk refused to read or write {x.path} ({x.detail}); check the disk, then try again. "
        "What was saved before is safe.",
        "Try again",
    ),
    e.ReadOnly: lambda x: Said(
        "Not allowed to write",
        f"{x.path} cannot be written; make the folder writable for you, or open another workspace.",
        "Try again",
    ),
    e.MigrationFailed: lambda x: Said(
        "The store could not be brought up to date",
        f"{x.path}: {x.detail}. The copy made before is in the workspace's backups folder; nothing is lost.",
        "Save report",
    ),
    e.BackupUnusable: lambda x: Said(
        "Backup unusable",
        f"{x.path} is not a sound backup: {x.detail}. Nothing was changed; choose another file.",
        "Choose another file",
    ),
    e.SettingsUnreadable: lambda x: Said(
        "Settings cannot be read",
        f"{x.path}{f', line {x.line}' if x.line else ''}: {x.detail}. Correct the file, or start with the defaults: yours is "
        "kept beside it.",
        "Start with defaults",
    ),
    e.WorkspaceInUse: lambda x: Said(
        "Workspace already open",
        f"{x.path} is open in another Helpdesk{f' (process {x.pid})' if x.pid else ''}; use that one, or close it first.",
        "Try again",
    ),
    e.FetchFailed: lambda x: Said(
        "Model not fetched",
        f"{x.model} did not come from {x.host}: {x.detail}. Without a connection, bring its folder by hand: the .onnx file, "
        "config.json, tokenizer.json and tokenizer_config.json in one folder.",
        "Try again",
    ),
    e.HostNotAllowed: lambda x: Said(
        "Another host",
        f"{x.asked_by} passes the files on to {x.host}, which nobody allowed yet. Nothing was asked of it.",
        "Allow it",
    ),
    e.ChannelFailed: lambda x: Said(
        "Reply not delivered",
        f"The {CHANNELS.get(x.channel, x.channel)} channel did not take it: {x.detail}. It stays in the outbox; "
        "retry from there.",
        "Open the outbox",
    ),
    e.DropFolderFailed: lambda x: Said(
        "Drop folder unusable",
        f"Mails in {x.folder} are not taken in: {x.detail}. Put the folder right or name another; "
        "it is looked at again by itself.",
        "Channel settings",
    ),
    e.FolderNotFollowed: lambda x: Said(
        "Folder not followed", f"Changes in {x.folder} do not come in by themselves: {x.detail}.", "Open Knowledge"
    ),
}


def of(error: BaseException) -> Said:
    """Words for any error; one the program did not foresee is called that, without its text, which may hold a customer's."""
    speaker = SPEAKERS.get(type(error)) if isinstance(error, e.HelpdeskError) else None
    if speaker is not None:
        return speaker(error)
    if isinstance(error, OSError):
        where = f" at {error.filename}" if error.filename else ""
        return Said(
            "The system refused", f"{error.strerror or type(error).__name__}{where}; put that right and try again.", "Try again"
        )
    return Said(
        "Something went wrong",
        f"An unforeseen {type(error).__name__} stopped this step; your work is saved. Try again, and save the report "
        "if it returns.",
        "Save report",
    )


def line(error: BaseException) -> str:
    """The same in one line, for a terminal or a toast."""
    said = of(error)
    return f"{said.title}: {said.sentence}"


STATUSES: Mapping[str, str] = {
    TicketStatus.NEW: "New",
    TicketStatus.OPEN: "Open",
    TicketStatus.PENDING: "Pending",
    TicketStatus.ON_HOLD: "On hold",
    TicketStatus.SOLVED: "Solved",
    TicketStatus.CLOSED: "Closed",
}
PRIORITIES: Mapping[str, str] = {
    Priority.LOW: "Low",
    Priority.NORMAL: "Normal",
    Priority.HIGH: "High",
    Priority.URGENT: "Urgent",
}
CHANNELS: Mapping[str, str] = {
    ChannelName.BY_HAND: "by hand",
    ChannelName.FILE: "file",
    ChannelName.FOLDER: "folder",
}
ROUTES: Mapping[str, str] = {
    Route.SEND: "Looks ready",
    Route.REVIEW: "Needs a look",
    Route.ESCALATE: "Needs a person",
}
DRAFT_STATES: Mapping[str, str] = {
    DraftState.REQUESTED: "Being written",
    DraftState.IN_REVIEW: "To review",
    DraftState.APPROVED: "Approved",
    DraftState.SENT: "Sent",
    DraftState.REJECTED: "Rejected",
    DraftState.ESCALATED: "Escalated",
    DraftState.SUPERSEDED: "Replaced",
    DraftState.FAILED: "Failed",
}
OUTBOX_STATES: Mapping[str, str] = {
    OutboxState.QUEUED: "Waiting to leave",
    OutboxState.SENDING: "Being sent",
    OutboxState.SENT: "Sent",
    OutboxState.UNCERTAIN: "Perhaps sent",
    OutboxState.FAILED: "Not sent",
    OutboxState.UNDONE: "Taken back",
}
MESSAGE_KINDS: Mapping[str, str] = {
    MessageKind.CUSTOMER: "Customer",
    MessageKind.PUBLIC_REPLY: "Public reply",
    MessageKind.INTERNAL_NOTE: "Internal note",
}
DECISIONS: Mapping[str, str] = {
    DecisionKind.APPROVE: "Approved",
    DecisionKind.EDIT: "Edited and approved",
    DecisionKind.REJECT: "Rejected",
    DecisionKind.ESCALATE: "Escalated",
    DecisionKind.AUTO: "Sent by itself",
}
REJECT_REASONS: Mapping[str, str] = {
    RejectReason.WRONG_FACT: "Says something wrong",
    RejectReason.NOT_THE_QUESTION: "Does not answer the question",
    RejectReason.INCOMPLETE: "Leaves something out",
    RejectReason.OUTDATED: "Stands on outdated knowledge",
    RejectReason.TONE: "Wrong tone",
    RejectReason.WRONG_LANGUAGE: "Wrong language",
    RejectReason.INTERNAL_LEAK: "Tells something internal",
    RejectReason.NEEDS_ACTION: "Someone must do something first",
    RejectReason.NO_REPLY_NEEDED: "No reply needed",
}
ARTICLE_STATES: Mapping[str, str] = {
    ArticleState.READ: "Read, not yet searchable",
    ArticleState.INDEXED: "Searchable",
    ArticleState.FAILED: "Could not be read",
    ArticleState.REMOVED: "Removed",
}
AUDIENCES: Mapping[str, str] = {Audience.PUBLIC: "Public", Audience.INTERNAL: "Internal"}
ARTICLE_STATUSES: Mapping[str, str] = {
    ArticleStatus.DRAFT: "Draft",
    ArticleStatus.INTERNAL: "Internal",
    ArticleStatus.PUBLIC: "Public",
    ArticleStatus.ARCHIVED: "Archived",
}
WHEN_STALE: Mapping[str, str] = {
    WhenStale.MARK: "Keep using it, with a mark",
    WhenStale.EXCLUDE: "Leave it out of drafts",
}
RUN_KINDS: Mapping[str, str] = {
    RunKind.IMPORT: "Import",
    RunKind.WATCH: "Followed folder",
    RunKind.EDIT: "Edited here",
    RunKind.RESTORE: "Restored",
    RunKind.ROLLBACK: "Rolled back",
    RunKind.RECUT: "Cut anew",
}
RUN_STATES: Mapping[str, str] = {
    RunState.RUNNING: "Not finished",
    RunState.PAUSED: "Paused",
    RunState.DONE: "Done",
    RunState.CANCELLED: "Cancelled",
    RunState.FAILED: "Stopped by an error",
}
FILE_STATES: Mapping[str, str] = {
    FileState.FOUND: "Found, not yet read",
    FileState.READ: "Read, not yet searchable",
    FileState.EMBEDDED: "Embedded, not yet searchable",
    FileState.INDEXED: "Searchable",
    FileState.FAILED: "Could not be read",
    FileState.SKIPPED: "Held back",
}
FILE_CHANGES: Mapping[str, str] = {
    FileChange.ADDED: "Added",
    FileChange.CHANGED: "Changed",
    FileChange.RENAMED: "Renamed",
    FileChange.REMOVED: "Removed",
}
SEARCH_PATHS: Mapping[str, str] = {
    SearchPath.INDEX: "by words and meaning",
    SearchPath.FALLBACK: "by words and meaning, from the store",
    SearchPath.WORDS_ONLY: "by words only",
}


def confidence(score: float | None) -> str:
    """For a screen reader and a tooltip: the figure and what it means."""
    if score is None:
        return "No confidence yet"
    meaning = "likely right" if score >= 0.8 else "look closely" if score >= 0.65 else "probably needs work"
    return f"Confidence {round(score * 100)} %: {meaning}"


def when(moment: datetime, now: datetime) -> str:
    """'14:02' of today, else with its date; as the clock on the wall says."""
    here = moment.astimezone()
    return f"{here:%H:%M}" if here.date() == now.astimezone().date() else f"{here:%Y-%m-%d %H:%M}"


def several(reasons: Sequence[str]) -> str:
    """The first two, and how many more."""
    more = [f"and {len(reasons) - 2} more"] if len(reasons) > 2 else []
    return "; ".join([*reasons[:2], *more])


def age(moment: datetime, now: datetime) -> str:
    """Short, for a list: 'now', '7 min', '3 h', '2 d', '5 wk'."""
    seconds = max(0.0, (now - moment).total_seconds())
    for size, unit in ((604800 * 2, "wk"), (86400, "d"), (3600, "h"), (60, "min")):
        if seconds >= size:
            return f"{int(seconds // (604800 if unit == 'wk' else size))} {unit}"
    return "now"


def time_left(seconds: float | None) -> str:
    """An honest estimate, never more exact than it is; empty while there is none."""
    if seconds is None:
        return ""
    if seconds < 5:
        return "a few seconds left"
    if seconds < 90:
        return f"about {max(5, round(seconds / 5) * 5)} s left"
    return f"about {round(seconds / 60)} min left" if seconds < 5400 else f"about {round(seconds / 3600)} h left"


def duration(seconds: float) -> str:
    """'a few seconds', 'about 40 s', 'about 4 minutes', 'about 3 hours'."""
    if seconds < 5:
        return "a few seconds"
    if seconds < 90:
        return f"about {max(5, round(seconds / 5) * 5)} s"
    return f"about {round(seconds / 60)} minutes" if seconds < 5400 else f"about {round(seconds / 3600)} hours"


def size(octets: int) -> str:
    """'812 B', '34 kB', '5.2 MB', '2.0 GB'."""
    if octets < 1000:
        return f"{octets} B"
    if octets >= 1_000_000_000:
        return f"{octets / 1_000_000_000:.1f} GB"
    return f"{round(octets / 1000)} kB" if octets < 1_000_000 else f"{octets / 1_000_000:.1f} MB"
