"""Files and folders of tickets, by kind: found and cut here, taken apart in a worker under limits."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from helpdesk.adapters.channels.mail_files import read_mail, salvage_mail
from helpdesk.adapters.channels.mail_parts import UNREADABLE
from helpdesk.adapters.channels.mailbox_files import mails
from helpdesk.adapters.channels.tables import csv_rows, jsonl_rows, raw_row, read_row
from helpdesk.adapters.processes import WorkerLate, WorkerLost, WorkerProcess
from helpdesk.domain.article import FileFailure
from helpdesk.domain.conversation import Attachment
from helpdesk.domain.errors import BadInput
from helpdesk.ports import RawTicket, TicketFileResult

MAIL_LIMIT = 50_000_000
FILE_LIMIT = 200_000_000
SECONDS_EACH = 5.0
SECONDS_A_BATCH = 10.0
WORKER_MEGABYTES = 512
KINDS = (".eml", ".mbox", ".csv", ".jsonl")

Cut = Iterator[RawTicket | FileFailure]
Parser = Callable[[RawTicket, datetime], TicketFileResult]


class TicketFiles:
    """Plays TicketFileReader. `aclose` ends the worker."""

    def __init__(self, worker: WorkerProcess | None = None) -> None:
        self._worker = worker or WorkerProcess("tickets", memory_mb=WORKER_MEGABYTES)

    async def aclose(self) -> None:
        await self._worker.aclose()

    def split(self, path: Path) -> Cut:
        try:
            if path.is_dir():
                yield from _folder(path)
            else:
                yield from _file(path)
        except (OSError, UnicodeError) as error:
            raise BadInput(str(path), 0, _words(error)) from error

    def kept(self, kind: str, name: str, raw: bytes) -> RawTicket:
        return _mail(name, 0, raw) if kind == "eml" else raw_row(kind, name, 0, raw)

    async def parse(self, tickets: Sequence[RawTicket], found_at: datetime) -> list[TicketFileResult]:
        """All in one call; when one of them breaks the limits, each again on its own, so that only that one suffers. What could
        be read only in part carries its original as an attachment."""
        results = await self._parse_all(tickets, found_at)
        return [_with_original(ticket, result) for ticket, result in zip(tickets, results, strict=True)]

    async def _parse_all(self, tickets: Sequence[RawTicket], found_at: datetime) -> list[TicketFileResult]:
        if len(tickets) > 1:
            try:
                return await self._worker.call(parse_all, tickets, found_at, seconds=SECONDS_A_BATCH)
            except (WorkerLost, WorkerLate, *UNREADABLE):
                pass
        return [await self._parse_one(ticket, found_at) for ticket in tickets]

    async def _parse_one(self, ticket: RawTicket, found_at: datetime) -> TicketFileResult:
        try:
            return await self._worker.call(parse_one, ticket, found_at, seconds=SECONDS_EACH)
        except WorkerLate:
            remark = f"taking it apart took longer than {SECONDS_EACH:.0f} seconds"
        except WorkerLost as lost:
            remark = f"taking it apart took more than {WORKER_MEGABYTES} MB or failed ({lost.detail})"
        except UNREADABLE as error:
            remark = f"it could not be taken apart ({type(error).__name__})"
        if ticket.kind != "eml":
            return TicketFileResult(None, FileFailure(ticket.name, ticket.line, f"the row cannot be read: {remark}"))
        try:
            return await self._worker.call(salvage_mail, ticket, found_at, remark, seconds=SECONDS_EACH)
        except (WorkerLost, WorkerLate, *UNREADABLE):
            return TicketFileResult(None, FileFailure(ticket.name, ticket.line, f"the mail cannot be read: {remark}"))


def _with_original(ticket: RawTicket, result: TicketFileResult) -> TicketFileResult:
    if result.message is None or not result.remark:
        return result
    original = Attachment("original.eml", "message/rfc822", ticket.raw)
    return replace(result, message=replace(result.message, attachments=(*result.message.attachments, original)))


def parse_all(tickets: Sequence[RawTicket], found_at: datetime) -> list[TicketFileResult]:
    return [parse_one(ticket, found_at) for ticket in tickets]


def parse_one(ticket: RawTicket, found_at: datetime) -> TicketFileResult:
    return read_mail(ticket, found_at) if ticket.kind == "eml" else read_row(ticket, found_at)


def _folder(folder: Path) -> Cut:
    """Every ticket file in it, in name order; what cannot be read does not stop the others. Positions are in the folder."""
    found = sorted(file for file in folder.rglob("*") if file.suffix.lower() in KINDS and file.is_file())
    if not found:
        raise BadInput(str(folder), 0, f"the folder holds no ticket file ({', '.join(KINDS)})")
    for number, file in enumerate(found):
        try:
            for piece in _file(file):
                yield piece if isinstance(piece, FileFailure) else piece.among(number, len(found))
        except BadInput as bad:
            yield FileFailure(bad.path, bad.line, bad.reason)
        except (OSError, UnicodeError) as error:
            yield FileFailure(str(file), 0, _words(error))


def _file(path: Path) -> Cut:
    size = _checked_size(path)
    kind = _kind(path)
    if kind == ".eml":
        yield _mail(path.name, 0, path.read_bytes())
    elif kind == ".mbox":
        yield from _mailbox(path, size)
    elif kind == ".csv":
        yield from csv_rows(path, size)
    else:
        yield from jsonl_rows(path, size)


def _mailbox(path: Path, size: int) -> Cut:
    with path.open("rb") as file:
        if not file.read(5) == b"From ":
            raise BadInput(str(path), 1, "not a mailbox: its first line does not begin with 'From '")
        file.seek(0)
        for boxed in mails(file, MAIL_LIMIT):
            if boxed.raw is None:
                yield FileFailure(path.name, boxed.line, f"the mail is larger than {MAIL_LIMIT // 1_000_000} MB")
            else:
                yield _mail(path.name, boxed.line, boxed.raw, boxed.end / size)


def _mail(name: str, line: int, raw: bytes, position: float = 1.0) -> RawTicket:
    return RawTicket("eml", name, line, raw, hashlib.sha256(raw).hexdigest(), position)


def _checked_size(path: Path) -> int:
    """Raises BadInput for what is no regular file, empty or too large."""
    if not path.exists():
        raise BadInput(str(path), 0, "there is no such file")
    if not path.is_file():
        raise BadInput(str(path), 0, "not a regular file")
    size = path.stat().st_size
    limit = MAIL_LIMIT if path.suffix.lower() == ".eml" else FILE_LIMIT
    if size > limit:
        raise BadInput(str(path), 0, f"larger than {limit // 1_000_000} MB: split it into smaller files")
    if size == 0:
        raise BadInput(str(path), 0, "the file is empty")
    return size


def _kind(path: Path) -> str:
    """By the name; a mailbox without one by how it begins."""
    kind = path.suffix.lower()
    if kind in KINDS:
        return kind
    with path.open("rb") as file:
        if not kind and file.read(5) == b"From ":
            return ".mbox"
    raise BadInput(str(path), 0, f"not a kind of file that holds tickets: {', '.join(KINDS)} can be read")


def _words(error: OSError | UnicodeError) -> str:
    return f"cannot be read: {(error.strerror if isinstance(error, OSError) else None) or error}"
