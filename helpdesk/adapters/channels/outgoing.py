"""A reply as the mail that leaves: plain text, one recipient, nothing of it able to add a header."""

import re
from dataclasses import dataclass
from datetime import datetime
from email import policy
from email.headerregistry import Address, Group
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import format_datetime

from helpdesk.domain.conversation import OutboxEntry
from helpdesk.domain.plain_text import one_line, readable

# Identifiers must stay whole: folded at 78 characters they would be turned into encoded words, and threads would break.
_WIRE = policy.SMTP.clone(max_line_length=900)
_ID = re.compile(r"<[\x21-\x3b\x3d\x3f-\x7e]{1,400}>")
_CORRELATION = re.compile(r"[0-9a-f]{12}")
_SPELLED_ADDRESS = re.compile(r"[^\s@<>()\[\],;:\"\\]+@[^\s@<>()\[\],;:\"\\]+")


@dataclass(frozen=True)
class Sender:
    """Who replies are from."""

    name: str
    email: str


class Unsendable(Exception):
    """The reply cannot be made a mail; says why in words."""


def rendered(entry: OutboxEntry, sender: Sender, at: datetime) -> bytes:
    """The bytes to hand over, read back once to be sure they say what was meant. Raises Unsendable."""
    mail = EmailMessage(policy=policy.SMTP)
    mail["From"] = _address(sender.name, sender.email, "your reply address (Preferences, You)")
    mail["To"] = _recipient(entry)
    mail["Subject"] = _answering(one_line(entry.subject, 300))
    mail["Date"] = format_datetime(at)
    mail["Message-ID"] = _identifier(entry.message_id)
    if entry.in_reply_to and _ID.fullmatch(entry.in_reply_to.strip()):
        mail["In-Reply-To"] = entry.in_reply_to.strip()
        mail["References"] = entry.in_reply_to.strip()
    if _CORRELATION.fullmatch(entry.correlation):
        mail["X-Correlation-ID"] = entry.correlation
    if entry.by_itself:
        mail["Auto-Submitted"] = "auto-replied"
    mail.set_content(readable(entry.body) + "\n", charset="utf-8", cte="quoted-printable")
    raw = mail.as_bytes(policy=_WIRE)
    _check(raw, entry)
    return raw


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


def _check(raw: bytes, entry: OutboxEntry) -> None:
    read = BytesParser(policy=policy.default).parsebytes(raw)
    wanted = [one_line(entry.recipient, 254)] if entry.recipient.strip() else []
    named = [address.addr_spec for to in read.get_all("To", ()) for address in to.addresses]
    if named != wanted or read["Message-ID"] != entry.message_id or {"Cc", "Bcc"} & set(read.keys()):
        raise Unsendable("the finished mail does not name exactly the requester")
