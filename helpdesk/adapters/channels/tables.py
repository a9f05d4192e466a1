"""Tables of tickets: .csv with a header line, .jsonl with one object a line."""

import codecs
import csv
import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

from helpdesk.adapters.channels.mail_files import believable
from helpdesk.domain.article import FileFailure
from helpdesk.domain.conversation import IncomingMessage
from helpdesk.domain.errors import BadInput
from helpdesk.domain.plain_text import one_line, readable, subject_line
from helpdesk.domain.ticket import ChannelName
from helpdesk.ports import RawTicket, TicketFileResult

# What a column may be called, most telling first.
BODY = ("body", "message", "question", "text", "description", "content")
_NAMES: Mapping[str, Sequence[str]] = {
    "id": ("id", "ticket id", "ticket_id", "number", "ticket"),
    "subject": ("subject", "title", "summary"),
    "name": ("from_name", "name", "from", "requester", "customer", "author"),
    "email": ("from_email", "email", "e-mail", "mail", "address"),
    "received": ("received", "date", "received_at", "created_at", "created", "at"),
    "body": BODY,
}
_DELIMITERS = ",;\t|"
FIELD_LIMIT = 5_000_000
_LINE_LIMIT = 10_000_000
_DATES = ("%d.%m.%Y %H:%M", "%d.%m.%Y", "%d/%m/%Y %H:%M", "%d/%m/%Y", "%Y/%m/%d %H:%M", "%Y/%m/%d")

Rows = Iterator[RawTicket | FileFailure]


def csv_rows(path: Path, size: int) -> Rows:
    """Each row as a JSON object of its named columns. Raises BadInput when no column holds the message."""
    csv.field_size_limit(FIELD_LIMIT)
    with path.open(encoding=_encoding(path), newline="") as file:
        header = file.readline(_LINE_LIMIT)
        delimiter = _delimiter(header)
        columns = [name.strip().lower() for name in next(csv.reader([header], delimiter=delimiter), [])]
        if not any(name in columns for name in BODY):
            raise BadInput(str(path), 1, _missing(columns))
        rows = csv.reader(file, delimiter=delimiter, strict=True)
        read = len(header)
        while True:
            line = rows.line_num + 2
            try:
                cells = next(rows)
            except StopIteration:
                return
            except csv.Error as error:
                yield FileFailure(path.name, line, _torn(error, rows.line_num + 1))
                continue
            read += sum(len(cell) + 1 for cell in cells)
            if any(cell.strip() for cell in cells):
                yield _row(path.name, line, columns, cells, min(1.0, read / size))


def _row(name: str, line: int, columns: list[str], cells: list[str], position: float) -> RawTicket | FileFailure:
    if len(cells) > len(columns) and any(cell.strip() for cell in cells[len(columns) :]):
        reason = f"{len(cells)} cells in a table of {len(columns)} columns: put quotes around text that contains the separator"
        return FileFailure(name, line, reason)
    row = {column: cell for column, cell in zip(columns, cells, strict=False) if column and cell}
    return raw_row("csv", name, line, json.dumps(row, ensure_ascii=False).encode("utf-8", "replace"), position)


def raw_row(kind: str, name: str, line: int, raw: bytes, position: float = 1.0) -> RawTicket:
    """Rows are told apart by file and content: the same row of another file is another ticket."""
    digest = hashlib.sha256(name.encode("utf-8", "surrogateescape") + b"\0" + raw).hexdigest()
    return RawTicket(kind, name, line, raw, digest, position)


def _missing(columns: list[str]) -> str:
    named = ", ".join(name for name in columns if name) or "none"
    return f"no column holds the message: name one of them {', '.join(BODY)} (columns found: {one_line(named, 300)})"


def _torn(error: csv.Error, last: int) -> str:
    if "unexpected end of data" in str(error):
        return f"a quote opened here is never closed: the rows from here to line {last} were not read"
    return f"the row cannot be read: {error}"


def _encoding(path: Path) -> str:
    """UTF-8 when the whole file is, UTF-16 by its mark, else Windows Western."""
    with path.open("rb") as file:
        start = file.read(4)
        if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return "utf-16"
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            decoder.decode(start)
            while block := file.read(1 << 20):
                decoder.decode(block)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "latin-1" if _undefined_in_cp1252(path) else "cp1252"
    return "utf-8-sig"


def _undefined_in_cp1252(path: Path) -> bool:
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            if any(byte in block for byte in b"\x81\x8d\x8f\x90\x9d"):
                return True
    return False


def _delimiter(header: str) -> str:
    """The one that makes a message column appear, then the one that makes most columns."""

    def worth(delimiter: str) -> tuple[bool, int]:
        columns = [name.strip().lower() for name in next(csv.reader([header], delimiter=delimiter), [])]
        return any(name in columns for name in BODY), len(columns)

    return max(_DELIMITERS, key=worth)


def jsonl_rows(path: Path, size: int) -> Rows:
    """Each line as it stands; what is wrong with one is found when it is parsed."""
    with path.open("rb") as file:
        line = 0
        while raw := file.readline(_LINE_LIMIT + 1):
            line += 1
            if len(raw) > _LINE_LIMIT:
                yield FileFailure(path.name, line, f"the line is longer than {_LINE_LIMIT // 1_000_000} MB")
                while raw and not raw.endswith(b"\n"):
                    raw = file.readline(_LINE_LIMIT)
                continue
            if raw := raw.removeprefix(codecs.BOM_UTF8).strip():
                yield raw_row("jsonl", path.name, line, raw, min(1.0, file.tell() / size))


def read_row(ticket: RawTicket, found_at: datetime) -> TicketFileResult:
    """A row into a message; runs in the worker."""
    try:
        row = json.loads(ticket.raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _failed(ticket, f"not UTF-8 text (byte {error.start + 1} of the line)")
    except json.JSONDecodeError as error:
        return _failed(ticket, f"not a JSON object: {error.msg} (character {error.pos + 1})")
    except (RecursionError, ValueError) as error:
        return _failed(ticket, f"not a JSON object that can be read ({type(error).__name__})")
    if not isinstance(row, dict):
        return _failed(ticket, 'not a JSON object: each line must be one {"body": …}')
    return _message(ticket, {str(key).strip().lower(): value for key, value in row.items()}, found_at)


def _message(ticket: RawTicket, row: Mapping[str, Any], found_at: datetime) -> TicketFileResult:
    body = readable(_cell(row, "body"))
    subject = subject_line(_cell(row, "subject"), body)
    if not (body or subject):
        return _failed(ticket, f"no message: none of {', '.join(BODY)} holds any text")
    named = one_line(_cell(row, "id"), 200)
    key = named or hashlib.sha256(ticket.raw).hexdigest()
    message = IncomingMessage(
        channel=ChannelName.FILE,
        source=f"{ticket.name}#{key}",
        name=one_line(_cell(row, "name"), 120),
        email=one_line(_cell(row, "email"), 254),
        subject=subject,
        body=body or subject,
        at=believable(row_date(_cell(row, "received")), found_at),
    )
    return TicketFileResult(message, None)


def _cell(row: Mapping[str, Any], wanted: str) -> str:
    """The first column of those names with text or a number in it."""
    for name in _NAMES[wanted]:
        value = row.get(name)
        if isinstance(value, str) and value.strip():
            return value
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
    return ""


def row_date(text: str) -> datetime | None:
    """ISO 8601, mail dates, or day first; without a zone it is UTC."""
    text = text.strip()[:60]
    readers: tuple[Callable[[str], datetime], ...] = (
        datetime.fromisoformat,
        parsedate_to_datetime,
        *(_reader(shape) for shape in _DATES),
    )
    for read in readers:
        try:
            found = read(text)
            return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None


def _reader(shape: str) -> Callable[[str], datetime]:
    return lambda text: datetime.strptime(text, shape).replace(tzinfo=UTC)


def _failed(ticket: RawTicket, reason: str) -> TicketFileResult:
    return TicketFileResult(None, FileFailure(ticket.name, ticket.line, reason))
