"""The parts of a mail: what is its text, what is attached. Runs in the worker, under limits, on anything."""

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from helpdesk.adapters.channels.charsets import decoded, header_text, unescaped
from helpdesk.domain.conversation import Attachment
from helpdesk.domain.html_text import visible_text
from helpdesk.domain.plain_text import one_line

DEPTH_LIMIT = 50
PART_LIMIT = 1000
# What the stdlib raises on real mail, RecursionError and MemoryError among it.
UNDECODABLE = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RuntimeError, AssertionError)
UNREADABLE = (*UNDECODABLE, MemoryError)

_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]+")
_MEDIA_TYPE = re.compile(r"^[a-z0-9!#$&^_.+-]{1,60}/[a-z0-9!#$&^_.+-]{1,100}$")
_READ = frozenset({"text/plain", "text/html", "text/enriched", "text/richtext"})
_ENDINGS = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "application/pdf": ".pdf",
    "text/calendar": ".ics",
    "message/rfc822": ".eml",
}
_NO_NAME = re.compile(r'[\\/:*?"<>|\s]+')

if TYPE_CHECKING:
    Mail = Message[str, str]
else:
    Mail = Message


@dataclass
class Contents:
    """What was found, in order; `remarks` name what could not be read."""

    texts: list[str] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    @property
    def body(self) -> str:
        return "\n\n".join(text.strip("\n") for text in self.texts if text.strip())


def contents(mail: Mail) -> Contents:
    found = Contents()
    for part in _leaves(mail, found.remarks):
        try:
            _take(part, found)
        except UNREADABLE as error:
            found.remarks.append(f"a part could not be read ({type(error).__name__})")
    return found


def media_type(part: Mail) -> str:
    try:
        named = part.get_content_type().lower()
    except UNREADABLE:
        return "text/plain"
    return named if _MEDIA_TYPE.match(named) else "application/octet-stream"


def _leaves(mail: Mail, remarks: list[str]) -> Iterator[Mail]:
    """Parts without children, in reading order; of alternatives the one that reads best. Within the limits."""
    waiting: list[tuple[Mail, int]] = [(mail, 0)]
    seen = 0
    while waiting:
        part, depth = waiting.pop()
        seen += 1
        if seen > PART_LIMIT or depth > DEPTH_LIMIT:
            remarks.append(f"more than {PART_LIMIT} parts" if seen > PART_LIMIT else f"parts nested deeper than {DEPTH_LIMIT}")
            return
        children = _children(part)
        if not children:
            if media_type(part).startswith("multipart/"):
                remarks.append("its parts do not begin where its header says")
            yield part
            continue
        if media_type(part) == "multipart/alternative":
            children = _best_alternative(children)
        waiting += [(child, depth + 1) for child in reversed(children)]


def _children(part: Mail) -> list[Mail]:
    if media_type(part).startswith("message/"):
        return []
    payload = part.get_payload()
    return [child for child in payload if isinstance(child, Message)] if isinstance(payload, list) else []


def _best_alternative(children: list[Mail]) -> list[Mail]:
    """The first plain text with words in it, else everything; attachments and calendars beside it stay."""
    plain = next((c for c in children if media_type(c) == "text/plain" and text_of(c).strip()), None)
    if plain is None:
        return children
    return [plain, *(c for c in children if c is not plain and not _holds_text(c))]


def _holds_text(part: Mail) -> bool:
    kind = media_type(part)
    return kind in _READ or kind in {"text/x-amp-html", "multipart/related"}


def _take(part: Mail, found: Contents) -> None:
    kind = media_type(part)
    name = _file_name(part)
    read = kind in _READ or kind.startswith("multipart/")  # a multipart without parts: its boundary was lost
    if read and not name and _disposition(part) != "attachment":
        text = text_of(part)
        found.texts.append(visible_text(text) if kind.startswith("text/") and kind != "text/plain" else text)
        return
    content = _raw(part)
    if content or name:
        number = len(found.attachments) + 1
        found.attachments.append(Attachment(name or f"attachment-{number}{_ENDINGS.get(kind, '')}", kind, content))


def html_of(mail: Mail) -> str:
    """What its sender wrote as HTML, all parts of it in order; empty when there is none."""
    waiting, found = [(mail, 0)], list[str]()
    for _ in range(PART_LIMIT):
        if not waiting:
            break
        part, depth = waiting.pop()
        if depth < DEPTH_LIMIT:
            waiting += [(child, depth + 1) for child in reversed(_children(part))]
        if media_type(part) == "text/html" and _disposition(part) != "attachment" and not _children(part):
            found.append(text_of(part))
    return "\n".join(found)


def _disposition(part: Mail) -> str:
    return header_text(part.get("content-disposition", "")).partition(";")[0].strip().lower()


def _file_name(part: Mail) -> str:
    try:
        return safe_name(header_text(part.get_filename() or ""))
    except UNREADABLE:
        return "unnamed"


def safe_name(name: str) -> str:
    """For showing and as a suggestion when saving: last component only, no separators, reserved or hidden names."""
    last = PurePosixPath(one_line(name, 400).replace("\\", "/").replace("\0", "")).name
    plain = _NO_NAME.sub(" ", last).strip(" .")
    stem, dot, ending = plain.rpartition(".")
    return f"{stem[:120]}{dot}{ending[:20]}" if dot and len(plain) > 140 else plain[:140]


def text_of(part: Mail) -> str:
    try:
        charset = str(part.get_content_charset() or "")
    except UNREADABLE:
        charset = ""
    return decoded(_raw(part), charset)


def _raw(part: Mail) -> bytes:
    """The decoded bytes; what is not transfer-encoded as it says comes as it is. An attached mail comes whole."""
    payload = part.get_payload()
    if isinstance(payload, list):
        return b"\n".join(_whole(child) for child in payload if isinstance(child, Message))
    if header_text(part.get("content-transfer-encoding", "")).lower() == "base64":
        return _from_base64(str(payload or "").encode("utf-8", "surrogateescape"))
    try:
        content = part.get_payload(decode=True)
    except UNDECODABLE:
        content = None
    if isinstance(content, bytes) and (content or not payload):
        return content
    return unescaped(str(payload or "")).encode("utf-8", "replace")


def _from_base64(encoded: bytes) -> bytes:
    """What the library does line by line at many times the memory; broken padding and foreign characters are forgiven."""
    try:
        return binascii.a2b_base64(encoded)
    except binascii.Error:
        bare = _NOT_BASE64.sub(b"", encoded)
        bare = bare[: len(bare) - (len(bare) % 4 == 1)]
        return binascii.a2b_base64(bare + b"=" * (-len(bare) % 4))


def _whole(mail: Mail) -> bytes:
    try:
        return mail.as_bytes()
    except UNREADABLE:
        return b"".join(f"{name}: {header_text(value)}\n".encode() for name, value in mail.raw_items())
