"""What an agent is writing: the text and its versions, the files that go with it, and what is to become of the ticket."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from helpdesk.domain.ids import TicketId
from helpdesk.domain.plain_text import one_line
from helpdesk.domain.ticket import TicketStatus

MEGABYTE = 1_000_000
LARGEST_FILE = 20 * MEGABYTE
LARGEST_TOGETHER = 25 * MEGABYTE
"""What most mail servers still take; base64 makes a third more of it on the way."""

MOST_FILES = 20
LONGEST_NAME, LONGEST_ENDING = 120, 12
LONGEST_TEXT = 200_000
VERSION_LASTS = timedelta(seconds=60)
LOST_LETTERS = 40
KEPT_VERSIONS = 40
_NO_NAME = "file"
_UNSAFE = frozenset('/\\:*?"<>|')


class WritingKind(StrEnum):
    REPLY = "reply"
    NOTE = "note"
    FORWARD = "forward"


@dataclass(frozen=True)
class OutgoingFile:
    """A file that goes with a text; its bytes stay in the store. `size` in bytes."""

    id: int
    kind: WritingKind
    name: str
    media_type: str
    size: int


@dataclass(frozen=True)
class Writing:
    """What is being written on a ticket: reply, note, and what is to be forwarded `to` a third person."""

    ticket_id: TicketId
    reply: str = ""
    note: str = ""
    files: tuple[OutgoingFile, ...] = ()
    forward: str = ""
    to: str = ""

    def text(self, kind: WritingKind) -> str:
        return {WritingKind.REPLY: self.reply, WritingKind.NOTE: self.note, WritingKind.FORWARD: self.forward}[kind]

    @property
    def begun(self) -> bool:
        return bool(self.reply or self.note or self.forward or self.to)

    def files_of(self, kind: WritingKind) -> tuple[OutgoingFile, ...]:
        return tuple(file for file in self.files if file.kind is kind)


@dataclass(frozen=True)
class Version:
    """A text as it stood: written from `began_at` on and last saved at `at`."""

    id: int
    kind: WritingKind
    text: str
    agent: str
    began_at: datetime
    at: datetime


@dataclass(frozen=True)
class Wish:
    """What else a reply is to do. `status` is what the ticket becomes when the reply has left (None: pending); it leaves at
    `at` (None: when the undo time is over); with `follow_up_days` the ticket comes back when nobody answered until then;
    `signature` is put under the text."""

    status: TicketStatus | None = None
    at: datetime | None = None
    follow_up_days: int = 0
    signature: str = ""


PLAIN = Wish()


def begins_anew(before: Version | None, text: str, now: datetime, stood: str | None) -> bool:
    """Whether `text` is a version of its own, or the same one going on. What took words away never writes over them; a few may
    go while one corrects what one wrote, but none of a text that was not the one that `stood` there for the writer: it was
    typed at the same time in another window."""
    if before is None:
        return True
    may_go = LOST_LETTERS if before.text == stood else 0
    return _lost(before.text, text) > may_go or now - before.began_at >= VERSION_LASTS


def _lost(before: str, now: str) -> int:
    """How many letters of `before` are gone, or were written over, in the one stretch where the two differ."""
    least = min(len(before), len(now))
    head = next((n for n in range(least) if before[n] != now[n]), least)
    tail = next((n for n in range(least - head) if before[-1 - n] != now[-1 - n]), least - head)
    return len(before) - head - tail


def signed(text: str, signature: str) -> str:
    """As it leaves: a text that ends with the signature already gets no second one."""
    text, signature = text.strip(), signature.strip()
    return f"{text}\n\n{signature}" if signature and not text.endswith(signature) else text


def unsigned(text: str, signature: str) -> str:
    """As it was typed."""
    signature = signature.strip()
    return text.removesuffix(signature).rstrip() if signature else text


def joined(sent: str, typed: str) -> str:
    """A text that came back, in front of what was typed since."""
    return "\n\n".join(part for part in (sent.strip(), typed.strip()) if part)


def both_addresses(sent: str, typed: str) -> str:
    """Whom a text that came back was for, and whom what was typed since is for: when they differ a person must choose, as no
    forward leaves for two."""
    typed = typed.strip()
    return sent if typed.lower() in ("", sent.lower()) else f"{sent}, {typed}"


def shown_name(name: str) -> str:
    """What the receiver sees and can save: no folder, nothing that hides or reorders letters, the ending kept."""
    bare = one_line(name.replace("\\", "/").rsplit("/", 1)[-1], 400)
    clean = "".join("_" if letter in _UNSAFE else letter for letter in bare).strip(". ")
    if len(clean) > LONGEST_NAME:
        _, dot, ending = clean.rpartition(".")
        keeps = dot + ending if dot and len(ending) <= LONGEST_ENDING else ""
        clean = clean[: LONGEST_NAME - len(keeps)].rstrip(". ") + keeps
    return clean or _NO_NAME


def fault_in(size: int, there: tuple[OutgoingFile, ...]) -> str:
    """Why a file of so many bytes cannot go with what is there; empty when it can."""
    if size == 0:
        return "it is empty"
    if size > LARGEST_FILE:
        return f"it has {megabytes(size)}, and a mail takes files up to {megabytes(LARGEST_FILE)}"
    if len(there) >= MOST_FILES:
        return f"{MOST_FILES} files are attached already"
    together = size + sum(file.size for file in there)
    if together > LARGEST_TOGETHER:
        return f"all files together would have {megabytes(together)}, and a mail takes {megabytes(LARGEST_TOGETHER)}"
    return ""


def megabytes(size: int) -> str:
    return f"{size / MEGABYTE:.1f} MB"
