"""A reply or forward as the mail that leaves: plain text and files, to whom it is for and whom an agent added, nothing of it
able to add a header."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email import policy
from email.headerregistry import Address, Group
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import format_datetime

from helpdesk.domain.composing import shown_name
from helpdesk.domain.conversation import Attachment, Letter, OutboxEntry
from helpdesk.domain.plain_text import one_line, readable

# Identifiers must stay whole: folded at 78 characters they would be turned into encoded words, and threads would break.
_WIRE = policy.SMTP.clone(max_line_length=900)
_ID = re.compile(r"<[\x21-\x3b\x3d\x3f-\x7e]{1,400}>")
_MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9][a-z0-9!#$&^_.+-]{0,100}")
_ANY_FILE = "application/octet-stream"
_CORRELATION = re.compile(r"[0-9a-f]{12}")
_SPELLED_ADDRESS = re.compile(r"[^\s@<>()\[\],;:\"\\]+@[^\s@<>()\[\],;:\"\\]+")


@dataclass(frozen=True)
class Sender:
    """Who replies are from."""

    name: str
    email: str


class Unsendable(Exception):
    """The reply cannot be made a mail; says why in words."""


def rendered(entry: OutboxEntry, sender: Sender, at: datetime, files: Sequence[Attachment] = ()) -> bytes:
    """The bytes to hand over, read back once to be sure they say what was meant. Raises Unsendable."""
    mail = EmailMessage(policy=policy.SMTP)
    mail["From"] = _address(sender.name, sender.email, "your reply address (Preferences, You)")
    mail["To"] = _recipient(entry)
    if entry.recipient.strip() and entry.copies:
        mail["Cc"] = tuple(_address("", one, "the address of a copy") for one in entry.copies)
    subject = one_line(entry.subject, 300)
    mail["Subject"] = _answering(subject) if entry.kind is Letter.REPLY else subject
    mail["Date"] = format_datetime(at)
    mail["Message-ID"] = _identifier(entry.message_id)
    if entry.in_reply_to and _ID.fullmatch(entry.in_reply_to.strip()):
        mail["In-Reply-To"] = entry.in_reply_to.strip()
        mail["References"] = entry.in_reply_to.strip()
    if _CORRELATION.fullmatch(entry.correlation):
        mail["X-Correlation-ID"] = entry.correlation
    if entry.by_itself:
        mail["Auto-Submitted"] = "auto-replied"
    elif entry.kind is Letter.RATING:
        mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(readable(entry.body) + "\n", charset="utf-8", cte="quoted-printable")
    for file in files:
        _attach(mail, file)
    raw = mail.as_bytes(policy=_WIRE)
    _check(raw, entry, files)
    return raw


def _attach(mail: EmailMessage, file: Attachment) -> None:
    """As bytes, whatever its type: a text or a mail of its own is never read as a part of this one."""
    known = file.media_type.lower() if _MEDIA_TYPE.fullmatch(file.media_type.lower()) else _ANY_FILE
    main, _, sub = known.partition("/")
    if main in ("multipart", "message"):
        main, _, sub = _ANY_FILE.partition("/")
    mail.add_attachment(file.content, maintype=main, subtype=sub, filename=shown_name(file.name), cte="base64")


def _recipient(entry: OutboxEntry) -> Address | Group:
    """Tickets typed in or from a table may have no address: the mail then names the person and goes nowhere by itself."""
    if entry.recipient.strip():
        return _address(entry.recipient_name, entry.recipient, "the requester's address")
    return Group(one_line(entry.recipient_name, 120) or "requester without address", ())


def _address(name: str, email: str, whose: str) -> Address:
    spelled = one_line(email, 254)
    if not _SPELLED_ADDRESS.fullmatch(spelled) or not spelled.isascii():
        raise Unsendable(f"{whose} '{spelled}' is not a mail address")
    local, _, domain = spelled.rpartition("@")
    try:
        return Address(one_line(name, 120), local, domain)
    except ValueError as error:
        raise Unsendable(f"{whose} '{spelled}' is not a mail address ({error})") from error


def _identifier(message_id: str) -> str:
    if not _ID.fullmatch(message_id):
        raise Unsendable("the reply has no usable Message-ID")
    return message_id


def _answering(subject: str) -> str:
    return subject if re.match(r"(?i)(re|aw|sv|antw)\s*:", subject) else f"Re: {subject}"


def _check(raw: bytes, entry: OutboxEntry, files: Sequence[Attachment]) -> None:
    read = BytesParser(policy=policy.default).parsebytes(raw)
    attached = [(part.get_filename(), part.get_payload(decode=True)) for part in read.iter_attachments()]
    if attached != [(shown_name(file.name), file.content) for file in files]:
        raise Unsendable("the finished mail does not hold exactly the files that were attached")
    wanted = [one_line(entry.recipient, 254)] if entry.recipient.strip() else []
    copied = [one_line(copy, 254) for copy in entry.copies] if wanted else []
    if (_named(read, "To"), _named(read, "Cc")) != (wanted, copied) or read["Message-ID"] != entry.message_id or read["Bcc"]:
        raise Unsendable("the finished mail does not name exactly the requester and those who get a copy")


def _named(read: EmailMessage, header: str) -> list[str]:
    return [address.addr_spec for line in read.get_all(header, ()) for address in line.addresses]
