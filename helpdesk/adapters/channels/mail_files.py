"""A mail's raw bytes into a message. Runs in the worker; nothing raises out of it.

The parser is the standard library's with its lenient policy: `email.policy.default` raises on one real mail in thirty while it
reads headers, so headers are decoded here.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from email import policy
from email.parser import BytesFeedParser
from email.utils import getaddresses, parsedate_to_datetime

from helpdesk.adapters.channels.automatic_mail import automatic
from helpdesk.adapters.channels.charsets import HEADER_LIMIT, decoded, header_text
from helpdesk.adapters.channels.mail_parts import UNREADABLE, Contents, Mail, contents, media_type
from helpdesk.domain.article import FileFailure
from helpdesk.domain.conversation import IncomingMessage
from helpdesk.domain.html_text import bare_text
from helpdesk.domain.plain_text import one_line, readable, subject_line
from helpdesk.domain.ticket import ChannelName
from helpdesk.ports import RawTicket, TicketFileResult

HEADERS_LIMIT = 1000
MOST_NAMED = 100
PIECE = 64 * 1024
SALVAGED = 512 * 1024
_TELLING = frozenset({"from", "to", "subject", "date", "message-id", "received", "return-path", "mime-version", "content-type"})
_ADDRESS = re.compile(r"[^\s<>()\[\],;:\"'@]+@[^\s<>()\[\],;:\"'@]+\.?[^\s<>()\[\],;:\"'@.]")
_ID = re.compile(r"<[^<>\s]{1,400}>")
_HEAD_END = re.compile(rb"\r?\n\r?\n|\r\r")
_HEADER_START = re.compile(rb"(?m)^(?=[^\s:]{1,100}:)")

Headers = Mapping[str, Sequence[str]]


def read_mail(ticket: RawTicket, found_at: datetime) -> TicketFileResult:
    """The whole mail; what of it cannot be read is remarked."""
    try:
        return _read(ticket, ticket.raw, found_at, "")
    except UNREADABLE as error:
        remark = f"it could not be taken apart ({type(error).__name__})"
    return salvage_mail(ticket, found_at, remark)  # only now: the failed attempt's memory is given back


def salvage_mail(ticket: RawTicket, found_at: datetime, remark: str) -> TicketFileResult:
    """Only the beginning, as well as it goes: for mail that breaks the parser or its limits."""
    start = ticket.raw[:SALVAGED]
    for read in (_read, _read_bluntly):
        try:
            return read(ticket, start, found_at, remark)
        except UNREADABLE:
            continue
    return _failed(ticket, f"the mail cannot be read: {remark}")


def _read(ticket: RawTicket, raw: bytes, found_at: datetime, remark: str) -> TicketFileResult:
    mail = parsed(raw)
    found = contents(mail)
    if remark:
        found = Contents(found.texts, [], [remark, *found.remarks])
    return _result(ticket, found_at, _headers(mail), found, media_type(mail))


def _read_bluntly(ticket: RawTicket, raw: bytes, found_at: datetime, remark: str) -> TicketFileResult:
    """The headers, and what follows them as text."""
    head = _HEAD_END.search(raw)
    mail = parsed(raw[: head.start()] if head else raw)
    text = decoded(raw[head.end() :]) if head else ""
    return _result(
        ticket, found_at, _headers(mail), Contents([bare_text(text) if "</" in text else text], [], [remark]), "text/plain"
    )


def parsed(raw: bytes) -> Mail:
    """With bounded headers; fed in pieces: given whole, the parser holds it at four bytes a character."""
    raw = _bounded_head(raw)
    parser: BytesFeedParser[Mail] = BytesFeedParser(policy=policy.compat32)
    for start in range(0, len(raw), PIECE):
        parser.feed(raw[start : start + PIECE])
    return parser.close()


def _result(ticket: RawTicket, found_at: datetime, headers: Headers, found: Contents, kind: str) -> TicketFileResult:
    if not _TELLING & headers.keys():
        return _failed(ticket, "this is not a mail: it has no From, Subject or Date line")
    name, email = sender(headers)
    body = readable(found.body)
    subject = subject_line(_first(headers, "subject"), body)
    if not (body or subject or found.attachments):
        return _failed(ticket, "the mail is empty: no subject, no text, no attachment")
    message = IncomingMessage(
        channel=ChannelName.FILE,
        source=ticket.digest,
        name=name,
        email=email,
        subject=subject or "(no subject)",
        body=body,
        at=believable(_date(headers), found_at),
        attachments=tuple(found.attachments),
        thread=_answered(headers),
        message_id=_ids(headers, "message-id", 1)[-1] if _ids(headers, "message-id", 1) else None,
        automatic=automatic(headers, kind, email),
        named=(*_ids(headers, "in-reply-to", 3), *_ids(headers, "references", MOST_NAMED)),
        recipients=tuple(address for header in ("to", "cc") for address in _recipients(headers, header)),
    )
    return TicketFileResult(message, None, "; ".join(dict.fromkeys(found.remarks)))


def _failed(ticket: RawTicket, reason: str) -> TicketFileResult:
    return TicketFileResult(None, FileFailure(ticket.name, ticket.line, reason))


def _bounded_head(raw: bytes) -> bytes:
    """At most HEADERS_LIMIT headers of at most HEADER_LIMIT bytes each: the parser itself knows no bounds."""
    end = _HEAD_END.search(raw)
    size = end.start() if end else len(raw)
    starts = _HEADER_START.finditer(raw, 0, size)
    if size <= HEADER_LIMIT and sum(1 for _ in starts) <= HEADERS_LIMIT:
        return raw
    lines = _HEADER_START.split(raw[:size])[: HEADERS_LIMIT + 1]
    head = b"".join(line if len(line) <= HEADER_LIMIT else line[:HEADER_LIMIT].rstrip(b"\r\n") + b"\n" for line in lines)
    return head.rstrip(b"\r\n") + b"\n\n" + (raw[end.end() :] if end else b"")


def _headers(mail: Mail) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in mail.raw_items():
        found.setdefault(name.lower(), []).append(str(value))
    return found


def _first(headers: Headers, name: str) -> str:
    return header_text(headers[name][0]) if headers.get(name) else ""


def sender(headers: Headers) -> tuple[str, str]:
    """(name, address) of who wrote it; the address is empty when none can be made out. Reply-To is not believed: replies go to
    the one who wrote."""
    for header in ("from", "sender", "return-path"):
        value = _first(headers, header)
        if not value:
            continue
        for name, address in _addresses(value):
            if _ADDRESS.fullmatch(address):
                return one_line(name, 120), address
        if found := _ADDRESS.search(value):
            return one_line(value[: found.start()].strip(" \"'<([") or value[found.end() :].strip(" \"'>)]"), 120), found[0]
        if header == "from":
            return one_line(value.strip(" <>\"'"), 120), ""
    return "", ""


def _recipients(headers: Headers, name: str) -> list[str]:
    said = header_text(", ".join(headers.get(name, ()))[:HEADER_LIMIT])
    return [address.lower() for _, address in _addresses(said) if _ADDRESS.fullmatch(address)]


def _addresses(value: str) -> list[tuple[str, str]]:
    try:
        return getaddresses([value[:2000]])
    except UNREADABLE:
        return []


def _date(headers: Headers) -> datetime | None:
    for value in (*headers.get("date", ()), *(r.rpartition(";")[2] for r in headers.get("received", ()))):
        try:
            read = parsedate_to_datetime(value.strip()[:200])
            return read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)
        except (*UNREADABLE, OSError):
            continue
    return None


def believable(date: datetime | None, found_at: datetime) -> datetime:
    """A date from the sender's clock, unless it lies before mail or after now."""
    if date is None or date.year < 1980 or date > found_at + timedelta(days=1):
        return found_at
    return min(date, found_at)


def _answered(headers: Headers) -> str | None:
    """The Message-ID it says it answers; whether that was ours, to this sender, only the store can tell."""
    named = _ids(headers, "in-reply-to", 1) or _ids(headers, "references", 100)
    return named[-1] if named else None


def _ids(headers: Headers, name: str, most: int) -> list[str]:
    return _ID.findall(" ".join(headers.get(name, ()))[:HEADER_LIMIT])[:most]
