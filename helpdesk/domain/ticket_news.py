"""What became of a ticket while somebody read its draft."""

from dataclasses import dataclass
from enum import StrEnum

from helpdesk.domain.conversation import Conversation, Message, MessageKind
from helpdesk.domain.ticket import TicketStatus


class NewsKind(StrEnum):
    CUSTOMER_WROTE = "customer-wrote"
    REPLIED = "replied"
    NOTED = "noted"
    FORWARDED = "forwarded"
    THIRD_PERSON_WROTE = "third-person-wrote"
    STATUS = "status"


@dataclass(frozen=True)
class TicketNews:
    """`by` is who wrote, `words` the beginning of what was written; a change of `status` has neither."""

    kind: NewsKind
    by: str = ""
    words: str = ""
    status: TicketStatus | None = None


KINDS = {
    MessageKind.CUSTOMER: NewsKind.CUSTOMER_WROTE,
    MessageKind.PUBLIC_REPLY: NewsKind.REPLIED,
    MessageKind.INTERNAL_NOTE: NewsKind.NOTED,
    MessageKind.FORWARD: NewsKind.FORWARDED,
    MessageKind.THIRD_PERSON: NewsKind.THIRD_PERSON_WROTE,
}
SHOWN = 120


def news(before: Conversation, after: Conversation) -> tuple[TicketNews, ...]:
    """What the later state has that the earlier one had not, in the order it came; messages first."""
    known = {message.id for message in before.messages}
    found = [_of(message) for message in after.messages if message.id not in known]
    if before.ticket.status is not after.ticket.status:
        found.append(TicketNews(NewsKind.STATUS, status=after.ticket.status))
    return tuple(found)


def _of(message: Message) -> TicketNews:
    words = " ".join(message.body.split())
    return TicketNews(KINDS[message.kind], message.author, words if len(words) <= SHOWN else words[: SHOWN - 1] + "…")
