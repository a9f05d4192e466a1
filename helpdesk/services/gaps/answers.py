"""What people sent in place of drafts, without the customers it went to."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from helpdesk.domain.conversation import Conversation
from helpdesk.domain.errors import NotFound
from helpdesk.domain.gap_proposal import HumanAnswer
from helpdesk.domain.gap_text import states_something, usable
from helpdesk.domain.ids import TicketId
from helpdesk.domain.letter_parts import parts_of
from helpdesk.domain.reply import without_markers
from helpdesk.ports import Records
from helpdesk.ports.gap_records import SentByHand
from helpdesk.services.gaps.parts import Parts

MOST_SHOWN = 5
LONGEST = 4_000


@dataclass(frozen=True)
class Masked:
    """`text` is the whole of what was sent, personal data masked, marks kept; `usable` what of it may stand in an article."""

    sent: SentByHand
    text: str
    usable: str
    left_out: int


async def best_of(parts: Parts, tickets: Sequence[TicketId], most: int = MOST_SHOWN) -> list[Masked]:
    """The best first: answers after which the customer did not write again, then the newest; none that states nothing."""
    sent = await parts.store.read(lambda records: records.gaps.sent(tickets))
    ranked = sorted(sent, key=lambda one: one.wrote_again)[: 4 * most]
    found = []
    for one in ranked:
        masked = await masked_of(parts, one)
        if masked is not None and states_something(masked.usable):
            found.append(masked)
        if len(found) == most:
            break
    return found


async def masked_of(parts: Parts, sent: SentByHand) -> Masked | None:
    """None when its ticket is gone."""
    conversation = await conversation_of(parts, sent.ticket_id)
    if conversation is None:
        return None
    return await asyncio.to_thread(_masked, parts, conversation, sent)


async def conversation_of(parts: Parts, ticket_id: TicketId) -> Conversation | None:
    async def look(records: Records) -> Conversation:
        return await records.tickets.conversation(ticket_id)

    try:
        return await parts.store.read(look)
    except NotFound:
        return None


def _masked(parts: Parts, conversation: Conversation, sent: SentByHand) -> Masked:
    text = parts.redacting.masked(conversation, parts_of(sent.text, parts.settings.every_signature).body[:LONGEST])
    told, left_out = usable(text, parts.settings.every_signature)
    return Masked(sent, text, told, left_out)


def shown(one: Masked) -> HumanAnswer:
    return HumanAnswer(one.sent.ticket_id, one.sent.agent, one.sent.at, without_markers(one.text), not one.sent.wrote_again)
