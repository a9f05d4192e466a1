"""One matter, one ticket: messages move to the ticket that stays, and back again when the merge is undone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from helpdesk.domain import change as c
from helpdesk.domain.change import Spot, Step, Target
from helpdesk.domain.conversation import Conversation, MessageKind
from helpdesk.domain.errors import BadInput
from helpdesk.domain.events import DraftRequested
from helpdesk.domain.ids import MessageId, TicketId
from helpdesk.domain.plain_text import one_line
from helpdesk.domain.ticket import Ticket, TicketStatus
from helpdesk.ports.store import Records
from helpdesk.services.changing.doing import WAITING, Doing, Done, operation

MERGE = "merge"
SPLIT = "split"
MOST = 100
"""Tickets in one merge: more are a mistake of the hand."""


@dataclass(frozen=True)
class MergePreview:
    """`messages` would move; `others` are requesters of the sources who will not get the replies any more; `half_typed` says
    that replies in progress are put together; `drafts` waiting drafts would be written anew."""

    target: Ticket
    sources: tuple[Ticket, ...]
    messages: int
    others: tuple[str, ...]
    half_typed: bool
    drafts: int


@dataclass(frozen=True)
class Merging:
    doing: Doing

    async def preview(self, records: Records, target: TicketId, sources: Sequence[TicketId]) -> MergePreview:
        into, others = await self._looked_at(records, target, sources)
        waiting = await records.changes.open_drafts([target, *(one.ticket.id for one in others)])
        asking = {one.requester.id: one.requester.name or one.requester.email for one in others}
        asking.pop(into.requester.id, None)
        return MergePreview(
            into.ticket,
            tuple(one.ticket for one in others),
            sum(len(one.messages) for one in others),
            tuple(asking.values()),
            bool(into.composed.strip()) and any(one.composed.strip() for one in others),
            len(waiting),
        )

    async def merge(self, records: Records, target: TicketId, sources: Sequence[TicketId], agent: str) -> Done:
        into, others = await self._looked_at(records, target, sources)
        merged = [one.ticket.id for one in others]
        messages = await records.changes.messages_of(merged)
        steps = [Step(Spot(c.HOME, home, str(message)), home, target) for message, home in messages]
        steps += await self.doing.wanted(records, merged, _gone_into(target))
        steps += await self.doing.wanted(records, [target], _taken_over(into, others))
        steps += await self._typed(records, into, others)
        steps += await self.doing.moved(records, [target])
        words = {"target": target, "sources": merged, "messages": len(messages)}
        return await self.doing.do(records, operation(MERGE, agent, steps, words))

    async def split(self, records: Records, ticket_id: TicketId, messages: Sequence[MessageId], said: tuple[str, str]) -> Done:
        """`said`: the subject of the new ticket, and the agent."""
        conversation = await records.tickets.conversation(ticket_id)
        going = [m.id for m in conversation.messages if m.id in set(messages)]
        if not going or len(going) == len(conversation.messages):
            raise BadInput("messages", 0, "choose some of the ticket's messages, and not all of them")
        subject = one_line(said[0], 300) or conversation.ticket.subject
        made = await records.changes.twin(ticket_id, subject, going)
        steps = [Step(Spot(c.HIDDEN, made), 1, 0)]
        steps += [Step(Spot(c.HOME, ticket_id, str(message)), ticket_id, made) for message in going]
        # Whoever takes them apart is not asked whether they are the same.
        steps.append(Step(Spot(c.OTHER_MATTER, ticket_id, str(made)), None, True))
        steps += await self.doing.moved(records, [ticket_id])
        words = {"source": ticket_id, "target": made, "messages": len(going)}
        done = await self.doing.do(records, operation(SPLIT, said[1], steps, words))
        asks = any(m.kind is MessageKind.CUSTOMER for m in conversation.messages if m.id in going)
        if asks and not any(isinstance(event, DraftRequested) and event.ticket_id == made for event in done.events):
            draft = DraftRequested(await records.drafts.request(made), made)
            done = replace(done, events=(*done.events, draft))
        return done

    async def _looked_at(
        self, records: Records, target: TicketId, sources: Sequence[TicketId]
    ) -> tuple[Conversation, list[Conversation]]:
        wanted = list(dict.fromkeys(sources))
        if not wanted or target in wanted or len(wanted) > MOST:
            raise BadInput("merge", 0, f"choose one to {MOST} other tickets to merge into #{target}")
        for one in (target, *wanted):
            if (home := await records.changes.home(one)) != one:
                raise BadInput("merge", 0, f"#{one} was merged into #{home} before: open that one")
        return await records.tickets.conversation(target), [await records.tickets.conversation(one) for one in wanted]

    async def _typed(self, records: Records, into: Conversation, others: Sequence[Conversation]) -> list[Step]:
        """Replies in progress are put together under that of the target: nothing anybody typed is lost."""
        typed = [one.composed for one in others if one.composed.strip()]
        if not typed:
            return []
        together = "\n\n".join([*([into.composed] if into.composed.strip() else []), *typed])
        return await self.doing.wanted(records, [into.ticket.id], [Target(c.COMPOSED, together)])


def _gone_into(target: TicketId) -> list[Target]:
    return [Target(c.MERGED_INTO, target), Target(c.STATUS, TicketStatus.CLOSED.value)]


def _taken_over(into: Conversation, others: Sequence[Conversation]) -> list[Target]:
    """Tags, and the wakefulness of who still waits."""
    tags = dict.fromkeys(tag for one in others for tag in one.ticket.tags)
    wanted = [Target(c.TAG, True, tag) for tag in tags]
    if into.ticket.status not in WAITING and any(one.ticket.status in WAITING for one in others):
        wanted.append(Target(c.STATUS, TicketStatus.OPEN.value))
    return wanted
