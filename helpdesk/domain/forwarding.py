"""A message on its way to a third person: as it is quoted, what it is called, and whom it may be for."""

import re
from dataclasses import dataclass

from helpdesk.domain.conversation import Conversation, Message, MessageKind
from helpdesk.domain.errors import BadInput
from helpdesk.domain.mail_addresses import is_address
from helpdesk.domain.plain_text import one_line
from helpdesk.domain.rating import without_marks

LONGEST_ADDRESS = 254
HEADS = {
    "en": ("---------- Forwarded message ----------", "From", "Date", "Subject"),
    "de": ("---------- Weitergeleitete Nachricht ----------", "Von", "Datum", "Betreff"),
}
_MARKED = re.compile(r"^\s*(?:fwd?|wg)\s*:", re.I)


@dataclass(frozen=True)
class KnownAddress:
    """Somebody the desk has written to beside its customers, or one of its own people."""

    address: str
    name: str = ""


def quoted(message: Message, conversation: Conversation) -> str:
    """The message as it stands under the words of who forwards it. What asks for a rating is not for others."""
    rule, sender, date, subject = HEADS.get(conversation.ticket.language, HEADS["en"])
    lines = (
        rule,
        f"{sender}: {_writer(message, conversation)}",
        f"{date}: {message.at.astimezone():%Y-%m-%d %H:%M}",
        f"{subject}: {one_line(conversation.ticket.subject, 300)}",
    )
    return "\n".join(lines) + f"\n\n{without_marks(message.body).strip()}\n"


def _writer(message: Message, conversation: Conversation) -> str:
    who = conversation.requester
    named = one_line(message.author, 120)
    ours = message.kind is not MessageKind.CUSTOMER or message.author not in (who.name, who.email)
    return named if ours or not who.email or named == who.email else f"{named} <{who.email}>"


def titled(subject: str) -> str:
    """Of the mail that forwards."""
    return subject if _MARKED.match(subject) else f"Fwd: {subject}"


def recipient(typed: str, customer: str) -> str:
    """The address as it is written to. Raises BadInput for what is none, and for the customer's own."""
    address = one_line(typed, LONGEST_ADDRESS).strip(" <>")
    if not is_address(address):
        raise BadInput("address", 0, f"'{address}' is not a mail address")
    if address.lower() == customer.lower():
        raise BadInput("address", 0, f"{address} is the customer's own address: write a reply instead")
    return address
