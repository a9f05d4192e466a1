"""What the desk remembers of sent replies: their words without the customers', and only while their sources stand."""

from dataclasses import dataclass, replace
from functools import partial

from helpdesk.domain.article import Audience
from helpdesk.domain.conversation import Conversation, MessageKind
from helpdesk.domain.errors import NotFound
from helpdesk.domain.ids import TicketId
from helpdesk.domain.letter_parts import parts_of
from helpdesk.domain.past_answer import KeptAnswer, PastAnswer, without_its_customer
from helpdesk.domain.reply import without_markers
from helpdesk.ports.clock import Clock
from helpdesk.ports.memory_records import Learnable
from helpdesk.ports.store import Records, Store
from helpdesk.services.assistance.likeness import Likeness
from helpdesk.services.redacting import Redacting
from helpdesk.settings import Settings

BATCH = 20
NEAREST = 20
"""Tickets looked through for one with an answer that may still be shown."""

ALIKE = 0.5
"""Cosine from which another ticket's answer helps."""

LONGEST_ANSWER = 1200


@dataclass(frozen=True)
class Memory:
    store: Store
    redacting: Redacting
    likeness: Likeness
    settings: Settings
    clock: Clock

    async def learn(self) -> bool:
        """Keeps some sent replies that are not kept yet; False when there is nothing to do, or the desk does not want it."""
        if not self.settings.use_past_answers:
            return False
        wanted = await self.store.read(lambda records: records.memory.lacking(BATCH))
        answers = [await self._masked(one) for one in wanted]
        if answers:
            await self.store.write(lambda records: records.memory.keep(answers))
        return bool(answers)

    async def listed(self, limit: int = 200) -> list[KeptAnswer]:
        """Newest first."""
        return await self.store.read(lambda records: records.memory.listed(limit))

    async def forget(self, answer_id: int) -> None:
        """Wipes its text from the store for good. Raises NotFound."""

        async def work(records: Records) -> None:
            if not await records.memory.forget(answer_id):
                raise NotFound("past answer", str(answer_id))
            await records.log.note("answer.forgotten", answer=answer_id)

        await self.store.write(work)
        await self.store.forget()

    async def forget_all(self) -> int:
        """Wipes every remembered answer for good; how many. None of them is learned again."""

        async def work(records: Records) -> int:
            count = await records.memory.forget_all()
            await records.log.note("answers.forgotten", count=count)
            return count

        count = await self.store.write(work)
        await self.store.forget()
        return count

    async def near(self, ticket_id: TicketId, language: str) -> PastAnswer | None:
        """The answer to the most alike ticket, in this language, all of whose sources still say what it cites."""
        if not self.settings.use_past_answers or not await self.listed(1):
            return None
        for cosine, other in await self.likeness.near(ticket_id, NEAREST):
            if cosine < ALIKE:
                return None
            if found := await self.store.read(partial(_standing, ticket_id=other, language=language)):
                return replace(found, likeness=cosine)
        return None

    async def _masked(self, sent: Learnable) -> KeptAnswer:
        draft = await self.store.read(lambda records: records.drafts.get(sent.draft_id))
        conversation = await self.store.read(lambda records: records.tickets.conversation(sent.ticket_id))
        body = without_markers(parts_of(sent.said, self.settings.every_signature).body)
        hidden = self.redacting.masked(conversation, body)
        passages = await self.store.read(lambda records: records.knowledge.passages([c.passage_id for c in draft.citations]))
        quoted = [*(cited.quote for cited in draft.citations), *(passage.embedded_text for passage in passages)]
        said = without_its_customer(hidden, _theirs(conversation), quoted)[:LONGEST_ANSWER]
        return KeptAnswer(
            id=0,
            ticket_id=sent.ticket_id,
            draft_id=sent.draft_id,
            answer=said if draft.citations else "",
            language=sent.language,
            citations=draft.citations,
            forgotten=False,
            at=self.clock.now(),
        )


def _theirs(conversation: Conversation) -> list[str]:
    """Everything that came from the customer."""
    who = conversation.requester
    said = [message.body for message in conversation.messages if message.kind is MessageKind.CUSTOMER]
    return [who.name, who.email, conversation.ticket.subject, *said]


async def _standing(records: Records, ticket_id: TicketId, language: str) -> PastAnswer | None:
    kept = await records.memory.of_ticket(ticket_id)
    if kept is None or kept.refuted or kept.language not in ("", language):
        return None
    passages = {p.id: p for p in await records.knowledge.passages([cited.passage_id for cited in kept.citations])}
    for cited in kept.citations:
        now = passages.get(cited.passage_id)
        if now is None or now.stale or now.audience is Audience.INTERNAL or cited.quote not in now.text:
            return None
    return PastAnswer(kept.answer, kept.at, tuple(passages.values()))
