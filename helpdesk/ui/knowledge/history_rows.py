"""How revisions, runs, their files and what stands on an article look and sound in their lists."""

from helpdesk.domain.article_history import Impact, RevisionRow
from helpdesk.domain.draft import DraftState
from helpdesk.domain.glance import glance
from helpdesk.domain.import_run import FileChange, FileState, RunFile, RunKind, RunRow, RunState
from helpdesk.ui import wording
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.kit.row_look import RowLook, Tag
from helpdesk.ui.knowledge.jobs_presenter import counts
from helpdesk.ui.language import day_and_clock, number, tr
from helpdesk.ui.reason_words import reason_said

STATE_INKS = {
    RunState.RUNNING: "fair",
    RunState.PAUSED: "fair",
    RunState.DONE: "good",
    RunState.CANCELLED: "muted",
    RunState.FAILED: "poor",
}
FILE_INKS = {FileState.INDEXED: "good", FileState.FAILED: "poor", FileState.SKIPPED: "fair"}
STOPPED = (RunState.PAUSED, RunState.CANCELLED, RunState.FAILED)
LONG_KINDS = (RunKind.IMPORT, RunKind.WATCH, RunKind.ROLLBACK)


def revision_look(row: RevisionRow) -> RowLook:
    tags = (Tag(tr("In force"), "good", strong=True),) if row.serving else ()
    about = one_line(reason_said(row.about)) or one_line(row.title)
    by = f" · {one_line(row.agent)}" if row.agent else ""
    return RowLook(day_and_clock(row.created_at), tags, Tag(f"{wording.RUN_KINDS[row.kind]}{by} · {about}"))


def run_look(row: RunRow) -> RowLook:
    tags = [Tag(wording.RUN_STATES[row.state], STATE_INKS[row.state], strong=row.state is not RunState.DONE)]
    if row.rolled_back_at is not None:
        tags = [Tag(tr("Rolled back"), "note", strong=True)]
    if row.report is not None and row.report.failed:
        tags.append(Tag(tr("{count} failed", count=number(len(row.report.failed))), "poor"))
    by = f" · {one_line(row.agent)}" if row.agent else ""
    said = counts(row.report) if row.report is not None else one_line(row.source)
    title = f"{day_and_clock(row.started_at)} · {one_line(row.kb)}"
    return RowLook(title, tuple(tags), Tag(f"{wording.RUN_KINDS[row.kind]}{by} · {said}"))


def has_ended(row: RunRow) -> bool:
    return row.state not in (RunState.RUNNING, RunState.PAUSED)


def can_go_on(row: RunRow) -> bool:
    return row.state in STOPPED and row.kind in LONG_KINDS and row.rolled_back_at is None


def can_retry(row: RunRow) -> bool:
    """Of an import that ended: what a roll back left alone, it would leave alone again."""
    return has_ended(row) and row.report is not None and bool(row.report.failed) and row.kind in (RunKind.IMPORT, RunKind.WATCH)


def unfinished(row: RunRow) -> bool:
    """Left by a pause, or by a crash, of which the next start makes a pause: one that a person stopped is not asked about
    again."""
    return row.state is RunState.PAUSED and row.kind in LONG_KINDS


def can_roll_back(row: RunRow) -> bool:
    return row.rolled_back_at is None and has_ended(row) and row.kind is not RunKind.RECUT


def file_look(row: RunFile, *, undone: bool = False) -> RowLook:
    """`undone`: of a run that was rolled back."""
    change = wording.FILE_CHANGES[row.change] if row.change is not None else ""
    tags = [Tag(wording.FILE_STATES[row.state], FILE_INKS.get(row.state, "muted"))]
    if undone and row.state is FileState.INDEXED:
        tags = [Tag(tr("Taken back"), "note")]
    if row.change is FileChange.REMOVED and row.state is not FileState.FAILED:
        tags = [Tag(change)]
    elif change:
        tags.append(Tag(change))
    return RowLook(one_line(row.path), tuple(tags), Tag(file_words(row), "poor" if row.state is FileState.FAILED else "muted"))


def file_words(row: RunFile) -> str:
    """Why, and how often it was tried."""
    where = tr("line {line}: ", line=row.line) if row.line else ""
    before = tr("was {path_before}", path_before=one_line(row.path_before)) if row.path_before else ""
    tries = tr(" ({attempts} times)", attempts=row.attempts) if row.attempts > 1 else ""
    return f"{where}{one_line(reason_said(row.reason))}{tries}" if row.reason else before


def impact_look(row: Impact) -> RowLook:
    tags = [Tag(wording.DRAFT_STATES.get(row.state, row.state), "good" if row.state == DraftState.SENT else "accent_text")]
    if row.gone:
        tags.append(Tag(tr("words are gone"), "poor", strong=True))
    title = tr("Ticket {ticket_id} · {subject}", ticket_id=row.ticket_id, subject=one_line(row.subject) or tr("(no subject)"))
    stands_on = tr("“{quote}”", quote=one_line(glance(row.quote))) if row.quote else one_line(row.path)
    return RowLook(title, tuple(tags), Tag(stands_on))
