"""What the program says: errors by leaf, and the names of everything that has a state. No Qt: the terminal speaks the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from helpdesk.domain import errors as e
from helpdesk.ui import model_wording, planted_words, query_words, sending_refusals
from helpdesk.ui.language import percent, tr
from helpdesk.ui.measure_words import age, duration, size, time_left, when
from helpdesk.ui.reason_words import reason_said, subject_said
from helpdesk.ui.said import Said
from helpdesk.ui.state_names import (
    ARTICLE_STATES,
    ARTICLE_STATUSES,
    AUDIENCES,
    CHANNELS,
    DECISIONS,
    DRAFT_STATES,
    FILE_CHANGES,
    FILE_STATES,
    MESSAGE_KINDS,
    OUTBOX_STATES,
    PRIORITIES,
    REJECT_REASONS,
    ROUTES,
    RUN_KINDS,
    RUN_STATES,
    SEARCH_PATHS,
    STATUSES,
    THINGS,
    WHEN_STALE,
    state_of,
)

__all__ = [
    "ARTICLE_STATES",
    "ARTICLE_STATUSES",
    "AUDIENCES",
    "CHANNELS",
    "DECISIONS",
    "DRAFT_STATES",
    "FILE_CHANGES",
    "FILE_STATES",
    "MESSAGE_KINDS",
    "OUTBOX_STATES",
    "PRIORITIES",
    "REJECT_REASONS",
    "ROUTES",
    "RUN_KINDS",
    "RUN_STATES",
    "SEARCH_PATHS",
    "SPEAKERS",
    "STATUSES",
    "WHEN_STALE",
    "Said",
    "age",
    "confidence",
    "duration",
    "line",
    "of",
    "several",
    "size",
    "time_left",
    "when",
]

BORN_BELOW = ("detail", "reason")
Speaker = Callable[[Any], Said]

SPEAKERS: Mapping[type[e.HelpdeskError], Speaker] = {
    **model_wording.SPEAKERS,
    **sending_refusals.SPEAKERS,
    e.EmbedderUnusable: lambda x: Said(
        tr("Search model unusable"),
        tr(
            "The model folder {folder} cannot be used: {detail}. Search goes on with words only; choose another folder.",
            folder=x.folder,
            detail=x.detail,
        ),
        tr("Knowledge settings"),
    ),
    e.IndexStale: lambda x: Said(
        tr("Search index being rebuilt"),
        tr(
            "The search index is not trusted ({detail}); search answers from the store meanwhile and heals by itself.",
            detail=x.detail,
        ),
        tr("Rebuild now"),
    ),
    e.DeskReopened: lambda _: Said(
        tr("Cut short by a change of settings"),
        tr(
            "The desk was opened anew with the changed settings while this ran; do it once more. What was saved before is safe."
        ),
        tr("Try again"),
    ),
    e.KnowledgeEmpty: lambda _: Said(
        tr("No knowledge yet"),
        tr("There is no article to stand on; import a folder of markdown files first."),
        tr("Import a folder"),
    ),
    e.InvalidTransition: lambda x: Said(
        tr("Not possible any more"),
        tr(
            "This {what} is {state}, so that cannot be done now; the list shows what still can.",
            what=THINGS.get(x.what, x.what),
            state=state_of(x.state),
        ),
        tr("Show the current state"),
    ),
    e.DraftSuperseded: lambda x: Said(
        tr("The ticket moved on"),
        tr(
            "Draft {draft_id} is no longer the current one: the customer wrote again or someone replied. Nothing "
            "was sent; look at the new state first.",
            draft_id=x.draft_id,
        ),
        tr("Show the new draft"),
    ),
    e.NamesCustomer: lambda x: Said(
        tr("The text names a customer"),
        tr(
            "It says “{named}”, and would go to other customers too. Take that out of it, or send each its own draft.",
            named=x.named,
        ),
        tr("Edit the text"),
    ),
    e.Claimed: lambda x: Said(
        tr("Someone is on it"),
        tr(
            "{by} has draft {draft_id} open; you can read it, and it frees itself when they leave it.",
            by=x.by,
            draft_id=x.draft_id,
        ),
        tr("Next draft"),
    ),
    e.NotFound: lambda x: Said(
        tr("Not found"),
        tr(
            "There is no {what} {key} in this workspace; check the number, or look it up in the list.",
            what=THINGS.get(x.what, x.what),
            key=x.key,
        ),
        tr("Back to the list"),
    ),
    e.BadInput: lambda x: Said(
        tr("Not accepted"),
        tr(
            "{path}{line}: {reason}. Correct it and try again.",
            path=subject_said(x.path),
            line=tr(", line {line}", line=x.line) if x.line else "",
            reason=x.reason,
        ),
        tr("Try again"),
    ),
    e.NotShown: lambda x: Said(
        tr("Cannot be shown safely"),
        tr(
            "The {what} of this message is not shown: {detail}. Its plain text stands here, and the original can be saved.",
            what=x.what,
            detail=x.detail,
        ),
        tr("Show the plain text"),
    ),
    e.QueryFault: lambda x: Said(tr("This query cannot be read"), query_words.said(x.wrong), tr("Show the query's help")),
    e.FileMoved: lambda x: Said(
        tr("The file changed meanwhile"),
        tr(
            "{path} is no longer what was opened here; nothing was overwritten. Compare both texts, read the "
            "file in, then save yours again.",
            path=x.path,
        ),
        tr("Compare"),
    ),
    e.FolderGone: lambda x: Said(
        tr("No folder to write to"),
        tr(
            "{folder}; bring it back, or keep the change in the desk only.",
            folder=tr("{folder} is no folder on this computer now", folder=x.folder)
            if x.folder
            else tr("This knowledge base has no folder of its own"),
        ),
        tr("Keep it in the desk only"),
    ),
    e.NotYetSaid: lambda x: Said(
        tr("Read this before it goes out"),
        tr(
            "{several}. Change the reply, or send it all the same.",
            several=several([reason_said(reason) for reason in x.reasons]),
        ),
        tr("Send all the same"),
    ),
    e.DraftWasATest: planted_words.told,
    e.UndoTooLate: lambda _: Said(
        tr("Too late to undo"),
        tr("The reply has already left the outbox; write to the customer again if it needs correcting."),
        tr("Open the ticket"),
    ),
    e.NothingToSend: lambda _: Said(
        tr("Nothing to send"),
        tr("The reply is empty; write something, or reject the draft with a reason."),
        tr("Back to the reply"),
    ),
    e.StoreCorrupt: lambda x: Said(
        tr("The store is damaged"),
        tr(
            "{path} failed its check ({detail}); nothing was changed. Restore a backup: helpdesk restore FILE.",
            path=x.path,
            detail=x.detail,
        ),
        tr("Save report"),
    ),
    e.StoreTooNew: lambda x: Said(
        tr("Made by a newer version"),
        tr(
            "{path} has schema {found}, this program knows {known}; install the newer version. Nothing was changed.",
            path=x.path,
            found=x.found,
            known=x.known,
        ),
        tr("Save report"),
    ),
    e.DriverTooOld: lambda x: Said(
        tr("SQLite too old"),
        tr(
            "The SQLite driver is {found}, at least {needed} is needed to keep your data safe; run the setup again.",
            found=x.found,
            needed=x.needed,
        ),
        tr("Save report"),
    ),
    e.DiskFull: lambda x: Said(
        tr("The disk is full"),
        tr("There is no room left at {path}; free some space and do it again. What was saved before is safe.", path=x.path),
        tr("Try again"),
    ),
    e.DiskFailed: lambda x: Said(
        tr("The disk did not answer"),
        tr(
            "The disk refused to read or write {path} ({detail}); check the disk, then try again. What was saved "
            "before is safe.",
            path=x.path,
            detail=x.detail,
        ),
        tr("Try again"),
    ),
    e.StoreLocked: lambda x: Said(
        tr("Another program holds the store"),
        tr(
            "{path} is kept locked: by a copy being made of it, or by a program that shows databases. Let it finish or "
            "close it, then try again. What was saved before is safe.",
            path=x.path,
        ),
        tr("Try again"),
    ),
    e.ReadOnly: lambda x: Said(
        tr("Not allowed to write"),
        tr("{path} cannot be written; make the folder writable for you, or open another workspace.", path=x.path),
        tr("Try again"),
    ),
    e.MigrationFailed: lambda x: Said(
        tr("The store could not be brought up to date"),
        tr(
            "{path}: {detail}. The copy made before is in the workspace's backups folder; nothing is lost.",
            path=x.path,
            detail=x.detail,
        ),
        tr("Save report"),
    ),
    e.BackupUnusable: lambda x: Said(
        tr("Backup unusable"),
        tr("{path} is not a sound backup: {detail}. Nothing was changed; choose another file.", path=x.path, detail=x.detail),
        tr("Choose another file"),
    ),
    e.SettingsUnreadable: lambda x: Said(
        tr("Settings cannot be read"),
        tr(
            "{path}{line}: {detail}. Correct the file, or start with the defaults: yours is kept beside it.",
            path=x.path,
            line=tr(", line {line}", line=x.line) if x.line else "",
            detail=x.detail,
        ),
        tr("Start with defaults"),
    ),
    e.WorkspaceInUse: lambda x: Said(
        tr("Workspace already open"),
        tr(
            "{path} is open in another Helpdesk{pid}; use that one, or close it first.",
            path=x.path,
            pid=tr(" (process {pid})", pid=x.pid) if x.pid else "",
        ),
        tr("Try again"),
    ),
    e.FetchFailed: lambda x: Said(
        tr("Model not fetched"),
        tr(
            "{model} did not come from {host}: {detail}. Without a connection, bring its folder by hand: the "
            ".onnx file, config.json, tokenizer.json and tokenizer_config.json in one folder.",
            model=x.model,
            host=x.host,
            detail=x.detail,
        ),
        tr("Try again"),
    ),
    e.HostNotAllowed: lambda x: Said(
        tr("Another host"),
        tr(
            "{asked_by} passes the files on to {host}, which nobody allowed yet. Nothing was asked of it.",
            asked_by=x.asked_by,
            host=x.host,
        ),
        tr("Allow it"),
    ),
    e.ChannelFailed: lambda x: Said(
        tr("Reply not delivered"),
        tr(
            "The {channel} channel did not take it: {detail}. It stays in the outbox; retry from there.",
            channel=CHANNELS.get(x.channel, x.channel),
            detail=x.detail,
        ),
        tr("Open the outbox"),
    ),
    e.DropFolderFailed: lambda x: Said(
        tr("Drop folder unusable"),
        tr(
            "Mails in {folder} are not taken in: {detail}. Put the folder right or name another; it is looked at "
            "again by itself.",
            folder=x.folder,
            detail=x.detail,
        ),
        tr("Channel settings"),
    ),
    e.FolderNotFollowed: lambda x: Said(
        tr("Folder not followed"),
        tr("Changes in {folder} do not come in by themselves: {detail}.", folder=x.folder, detail=x.detail),
        tr("Open Knowledge"),
    ),
}


def of(error: BaseException) -> Said:
    """Words for any error; one the program did not foresee is called that, without its text, which may hold a customer's."""
    speaker = SPEAKERS.get(type(error)) if isinstance(error, e.HelpdeskError) else None
    if speaker is not None:
        return speaker(_in_the_language_of_the_window(error))
    if isinstance(error, OSError):
        where = tr(" at {filename}", filename=error.filename) if error.filename else ""
        return Said(
            tr("The system refused"),
            tr(
                "{strerror}{where}; put that right and try again.",
                strerror=reason_said(error.strerror or type(error).__name__),
                where=where,
            ),
            tr("Try again"),
        )
    return Said(
        tr("Something went wrong"),
        tr(
            "An unforeseen {kind} stopped this step; your work is saved. Try again, and save the report if it returns.",
            kind=type(error).__name__,
        ),
        tr("Save report"),
    )


def asked(error: BaseException) -> Said:
    """The same where a person asked the model for something besides a draft."""
    speaker = model_wording.ASKED.get(type(error)) if isinstance(error, e.HelpdeskError) else None
    return speaker(_in_the_language_of_the_window(error)) if speaker is not None else of(error)


def _in_the_language_of_the_window(error: Any) -> Any:
    """What adapters and services said of it is English."""
    said = {field.name: getattr(error, field.name) for field in fields(error) if field.name in BORN_BELOW}
    return replace(error, **{name: reason_said(words) for name, words in said.items()}) if said else error


def line(error: BaseException) -> str:
    """The same in one line, for the terminal, a toast and the last line of a card."""
    said = of(error)
    return f"{said.title}. {said.sentence}"


def confidence(score: float | None) -> str:
    """For a screen reader and a tooltip: the figure and what it means."""
    if score is None:
        return tr("No confidence yet")
    meaning = tr("likely right") if score >= 0.8 else tr("look closely") if score >= 0.65 else tr("probably needs work")
    return tr("Confidence {score}: {meaning}", score=percent(score), meaning=meaning)


def several(reasons: Sequence[str]) -> str:
    """The first two, and how many more."""
    more = [tr("and {count} more", count=len(reasons) - 2)] if len(reasons) > 2 else []
    return "; ".join([*reasons[:2], *more])
