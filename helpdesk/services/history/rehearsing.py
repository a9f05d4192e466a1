"""One old ticket through the steps a draft passes, as if it came in today. Nothing is stored, and the writer is shown nothing
the desk remembers of other tickets: what it learned of this very history would answer for it."""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from helpdesk.domain.blind import body_of
from helpdesk.domain.comparison import Comparison, compared
from helpdesk.domain.conversation import Conversation, Message, MessageKind
from helpdesk.domain.draft import Draft, DraftState
from helpdesk.domain.errors import EmbedderUnusable, IndexStale
from helpdesk.domain.history import OldDraft, OldTicket, SolvedTicket
from helpdesk.domain.ids import DraftId, MessageId, RequesterId, TicketId
from helpdesk.domain.people import Requester
from helpdesk.domain.ticket import ChannelName, Priority, Ticket, TicketStatus
from helpdesk.domain.understanding import Understood
from helpdesk.ports import Clock, PassageIndex
from helpdesk.services.confidence import topic
from helpdesk.services.pipeline.journal import Journal
from helpdesk.services.pipeline.steps import Drafted, Prepared, Steps
from helpdesk.services.pipeline.tasks import Found
from helpdesk.services.store_search import floats, product

NO_TICKET = TicketId(0)
READ_BY_EMBEDDER = 1_200
"""Characters: what an embedder reads of a text."""


class Reader(Protocol):
    async def question(self, text: str, subject: str = "") -> Understood: ...


@dataclass(frozen=True)
class Rehearsing:
    steps: Steps
    reader: Reader
    index: PassageIndex
    clock: Clock

    async def draft(self, old: OldTicket) -> OldDraft | str:
        """Or why not now: a model is to write it and is away. What would be quoted meanwhile is another drafter's work."""
        begun, now = self.clock.seconds(), self.clock.now()
        drafted = await self._drafted(old.ticket, now)
        reply, verdict = drafted.reply, drafted.verdict
        if reply.instead and reply.fallback:
            return reply.fallback
        seconds = round(self.clock.seconds() - begun, 3)
        return OldDraft(
            text="" if reply.abstained else reply.text,
            citations=reply.citations,
            abstained=reply.abstained,
            writer=reply.writer,
            model=reply.model,
            route=verdict.route,
            score=verdict.score,
            sendable=verdict.sendable and reply.complete and bool(drafted.fingerprint.embedder),
            vetoes=verdict.vetoes,
            signals=verdict.signals,
            fingerprint=drafted.fingerprint.code,
            scorer=drafted.fingerprint.scorer,
            topic=topic(drafted.task.evidence),
            seconds=seconds,
            comparison=await self._compared(old.ticket.human, drafted),
            at=now,
        )

    async def _drafted(self, ticket: SolvedTicket, now: datetime) -> Drafted:
        steps, conversation = self.steps, conversation_of(ticket, now)
        journal = Journal(_unkept(now), self.clock)
        understood = await self.reader.question(ticket.question, ticket.subject)
        asks, evidence = await steps.retrieval.gather(ticket.subject, understood.words, ())
        language = steps.tasks.language(understood)
        found = Found(asks, evidence, macro=await steps.beside.macro(conversation, understood, language))
        vault = await asyncio.to_thread(steps.redacting.vault, conversation)
        prepared = Prepared(steps.tasks.of(conversation, understood, found), vault, understood)
        return await steps.written(prepared, journal, lambda task: steps.drafting.write(task, lambda _: None))

    async def _compared(self, human: str, drafted: Drafted) -> Comparison:
        reply = drafted.reply
        if reply.abstained:
            return compared(human, "")
        theirs, ours = body_of(human), body_of(reply.text, drafted.task.signature)
        return compared(theirs, ours, len(reply.citations), await self._meaning(theirs, ours))

    async def _meaning(self, one: str, other: str) -> float | None:
        """The cosine of two texts; None when nothing can be embedded now."""
        try:
            vectors = await self.index.embed([one[:READ_BY_EMBEDDER], other[:READ_BY_EMBEDDER]])
        except (EmbedderUnusable, IndexStale):
            return None
        return product(*(floats(vector) for vector in vectors))


def conversation_of(ticket: SolvedTicket, now: datetime) -> Conversation:
    """The question as a ticket that just came in; the store knows none of it."""
    at = ticket.asked_at or now
    requester = Requester(RequesterId(0), ticket.requester, ticket.email)
    shell = Ticket(
        id=NO_TICKET,
        subject=ticket.subject,
        requester_id=requester.id,
        status=TicketStatus.NEW,
        priority=Priority.NORMAL,
        channel=ChannelName.FILE,
        topic="",
        language="",
        tags=(),
        assignee_id=None,
        source=None,
        created_at=at,
        updated_at=at,
    )
    asked = Message(MessageId(0), NO_TICKET, MessageKind.CUSTOMER, ticket.requester, ticket.question, at)
    return Conversation(shell, requester, (asked,))


def _unkept(now: datetime) -> Draft:
    """What the steps write in their journal against; it is thrown away."""
    return Draft(
        id=DraftId(0),
        ticket_id=NO_TICKET,
        revision=1,
        state=DraftState.REQUESTED,
        text="",
        citations=(),
        confidence=None,
        route=None,
        reasons=(),
        signals={},
        fingerprint=None,
        abstained=False,
        missing="",
        hint="",
        failure="",
        edited=None,
        created_at=now,
        updated_at=now,
    )
