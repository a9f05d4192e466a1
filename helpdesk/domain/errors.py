"""The error tree. Data as fields, no sentences: wording.py says them.

HelpdeskError
├── NotReady                 something is not there yet; the rest works
│   ├── ModelServerDown      host, detail (empty: nobody answers there; else what is wrong with the answer)
│   ├── ModelNotWanted       (the desk is set to draft without a model)
│   ├── ModelHostUnconfirmed host (another computer, and nobody said that texts may go there)
│   ├── ModelMissing         model (empty: none is installed)
│   ├── ModelNotLocal        model (it would run on somebody else's machine; empty: every one would)
│   ├── ModelCannotWrite     model (it only embeds; empty: every one does)
│   ├── ModelLoading         model, seconds (waited so far; the load goes on)
│   ├── ModelBusy            detail
│   ├── ModelUnfit           model, detail (it cannot be loaded, mostly for want of memory)
│   ├── ModelRefused         detail (the server takes the request for wrong: a fault of this program or of a stranger there)
│   ├── ModelResting         seconds, detail (why it failed last; it is left alone, and tried again then)
│   ├── PromptTooLong        window (tokens; even with fewer passages it does not fit)
│   ├── ModelStopped         detail (the model stopped before it was done)
│   ├── EmbedderUnusable     folder, detail
│   ├── IndexStale           detail
│   ├── DeskReopened         (the settings changed while this ran; the desk it ran in is closed)
│   └── KnowledgeEmpty
├── Refused                  asked for something that may not be done now
│   ├── InvalidTransition    what, state
│   ├── DraftSuperseded      draft_id (the ticket or the draft moved since it was shown)
│   ├── Claimed              draft_id, by
│   ├── NotFound             what, key
│   ├── BadInput             path, line, reason
│   ├── QueryFault           text, wrong (what of it cannot be read, and where it stands)
│   ├── FileMoved            path, disk_text (the file changed since the text was opened; empty: it is gone)
│   ├── FolderGone           folder (there is no folder to write a file to; empty: there never was one)
│   ├── NotYetSaid           reasons (what a person must have read before this is sent)
│   ├── HostNotAllowed       host, asked_by (one host sends on to another, which nobody allowed)
│   ├── NotSigned            lack (what is missing before sending by itself is allowed), wanted (what had to be typed)
│   ├── NamesCustomer        named (a text for many customers names one of them)
│   ├── DraftWasATest        draft_id, caught, kind, planted, instead (an error was planted in it; nothing was decided)
│   ├── NotShown             what (HTML, …), detail (it cannot be made harmless; the plain text stands)
│   ├── UndoTooLate
│   └── NothingToSend
├── Broken                   needs a person before work goes on
│   ├── StoreCorrupt         path, detail
│   ├── StoreTooNew          path, found, known
│   ├── DriverTooOld         found, needed
│   ├── DiskFull             path
│   ├── DiskFailed           path, detail (the disk refused a read or write)
│   ├── StoreLocked          path (another program keeps the store to itself)
│   ├── ReadOnly             path
│   ├── MigrationFailed      path, detail
│   ├── BackupUnusable       path, detail
│   ├── SettingsUnreadable   path, line, detail
│   └── WorkspaceInUse       path, pid
└── Unreachable              the far end did not take it; the work stays where it is
    ├── FetchFailed          model, host, detail
    ├── ChannelFailed        channel, detail
    ├── DropFolderFailed     folder, detail
    └── FolderNotFollowed    folder, detail (a knowledge base's folder cannot be followed, or not at once)
"""

from dataclasses import dataclass
from pathlib import Path

from helpdesk.domain.autosend import Lack
from helpdesk.domain.draft_step import Trace
from helpdesk.domain.query_fault import Wrong


class HelpdeskError(Exception):
    """Root of everything this program raises on purpose."""


class NotReady(HelpdeskError):
    """Something is not there yet; the rest of the desk works. `broken_off` is what a model was told and had said when it came
    to this, None when it had said nothing."""

    broken_off: Trace | None = None


class Refused(HelpdeskError):
    """Asked for something that may not be done now."""


class Broken(HelpdeskError):
    """Needs a person before work can go on."""


class Unreachable(HelpdeskError):
    """The far end did not take it; the work stays where it is."""


@dataclass(eq=False)
class ModelServerDown(NotReady):
    host: str
    detail: str = ""


@dataclass(eq=False)
class ModelNotWanted(NotReady):
    pass


@dataclass(eq=False)
class ModelHostUnconfirmed(NotReady):
    host: str


@dataclass(eq=False)
class ModelMissing(NotReady):
    model: str


@dataclass(eq=False)
class ModelNotLocal(NotReady):
    model: str


@dataclass(eq=False)
class ModelCannotWrite(NotReady):
    model: str


@dataclass(eq=False)
class ModelLoading(NotReady):
    model: str
    seconds: int


@dataclass(eq=False)
class ModelBusy(NotReady):
    detail: str


@dataclass(eq=False)
class ModelUnfit(NotReady):
    model: str
    detail: str


@dataclass(eq=False)
class ModelRefused(NotReady):
    detail: str


@dataclass(eq=False)
class ModelResting(NotReady):
    seconds: int
    detail: str


@dataclass(eq=False)
class PromptTooLong(NotReady):
    window: int


@dataclass(eq=False)
class ModelStopped(NotReady):
    detail: str


@dataclass(eq=False)
class EmbedderUnusable(NotReady):
    folder: str
    detail: str


@dataclass(eq=False)
class IndexStale(NotReady):
    detail: str


@dataclass(eq=False)
class DeskReopened(NotReady):
    pass


@dataclass(eq=False)
class KnowledgeEmpty(NotReady):
    pass


@dataclass(eq=False)
class InvalidTransition(Refused):
    what: str
    state: str


@dataclass(eq=False)
class DraftSuperseded(Refused):
    draft_id: int


@dataclass(eq=False)
class Claimed(Refused):
    draft_id: int
    by: str


@dataclass(eq=False)
class NamesCustomer(Refused):
    named: str


@dataclass(eq=False)
class NotFound(Refused):
    what: str
    key: str


@dataclass(eq=False)
class BadInput(Refused):
    """`line` is 1-based, 0 when no line is to blame."""

    path: str
    line: int
    reason: str


@dataclass(eq=False)
class NotShown(Refused):
    """`what` is what was asked to see: HTML, picture."""

    what: str
    detail: str


@dataclass(eq=False)
class QueryFault(Refused):
    text: str
    wrong: Wrong


@dataclass(eq=False)
class FileMoved(Refused):
    path: str
    disk_text: str


@dataclass(eq=False)
class FolderGone(Refused):
    folder: str


@dataclass(eq=False)
class NotYetSaid(Refused):
    """Doing it again with these reasons says that they were read."""

    reasons: tuple[str, ...]


@dataclass(eq=False)
class HostNotAllowed(Refused):
    host: str
    asked_by: str


@dataclass(eq=False)
class NotSigned(Refused):
    lack: Lack
    wanted: str = ""


@dataclass(eq=False)
class DraftWasATest(Refused):
    """`planted` is the wrong sentence, `instead` what it says in truth ('' when it does not belong there at all)."""

    draft_id: int
    caught: bool
    kind: str
    planted: str
    instead: str


@dataclass(eq=False)
class UndoTooLate(Refused):
    pass


@dataclass(eq=False)
class NothingToSend(Refused):
    pass


@dataclass(eq=False)
class StoreCorrupt(Broken):
    path: Path
    detail: str


@dataclass(eq=False)
class StoreTooNew(Broken):
    path: Path
    found: str
    known: str


@dataclass(eq=False)
class DriverTooOld(Broken):
    found: str
    needed: str


@dataclass(eq=False)
class DiskFull(Broken):
    path: Path


@dataclass(eq=False)
class StoreLocked(Broken):
    path: Path


@dataclass(eq=False)
class DiskFailed(Broken):
    path: Path
    detail: str


@dataclass(eq=False)
class ReadOnly(Broken):
    path: Path


@dataclass(eq=False)
class MigrationFailed(Broken):
    path: Path
    detail: str


@dataclass(eq=False)
class BackupUnusable(Broken):
    path: Path
    detail: str


@dataclass(eq=False)
class SettingsUnreadable(Broken):
    path: Path
    line: int
    detail: str


@dataclass(eq=False)
class WorkspaceInUse(Broken):
    path: Path
    pid: int


@dataclass(eq=False)
class FetchFailed(Unreachable):
    model: str
    host: str
    detail: str


@dataclass(eq=False)
class PullFailed(Unreachable):
    model: str
    host: str
    detail: str


@dataclass(eq=False)
class ChannelFailed(Unreachable):
    """`for_good`: the same letter will be refused again, however often it is tried."""

    channel: str
    detail: str
    for_good: bool = False


@dataclass(eq=False)
class DropFolderFailed(Unreachable):
    folder: Path
    detail: str


@dataclass(eq=False)
class FolderNotFollowed(Unreachable):
    folder: Path
    detail: str


def leaves(root: type[HelpdeskError] = HelpdeskError) -> tuple[type[HelpdeskError], ...]:
    """Every concrete error, so that wording can be checked for gaps."""
    below = root.__subclasses__()
    if not below:
        return (root,)
    return tuple(leaf for child in below for leaf in leaves(child))
