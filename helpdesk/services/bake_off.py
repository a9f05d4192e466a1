"""Two or three models on the desk's own newest tickets. What they write is read and forgotten: no draft comes of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from helpdesk.domain.bake_off import BakedDraft, BakedTicket, BakeOff
from helpdesk.domain.condition import Seen
from helpdesk.domain.errors import NotReady
from helpdesk.domain.progress import Progress, Report
from helpdesk.domain.ticket_query import EVERY
from helpdesk.ports.clock import Clock
from helpdesk.ports.list_records import Listed, Place
from helpdesk.ports.store import Records, Store
from helpdesk.ports.writing import ReplyWriter
from helpdesk.services.obstacles import in_words
from helpdesk.services.pipeline.journal import Journal
from helpdesk.services.pipeline.steps import Drafted, Opened, Steps

MOST_TICKETS = 20
LOOKED_THROUGH = 200


@dataclass(frozen=True)
class Baking:
    """`writer_of` makes a writer that uses one model and no other."""

    store: Store
    steps: Steps
    writer_of: Callable[[str], ReplyWriter]
    clock: Clock

    async def bake_off(self, models: Sequence[str], tickets: int, report: Report) -> BakeOff:
        """Model after model, so that each is loaded once. Cancelled, what was done is lost: nothing of it is kept."""
        chosen = await self.store.read(lambda records: _newest(records, min(tickets, MOST_TICKETS), Seen(self.clock.now())))
        total, begun = len(models) * len(chosen), self.clock.seconds()
        drafts: dict[tuple[str, int], BakedDraft] = {}
        for model in models:
            writer = self.writer_of(model)
            for n, opened in enumerate(chosen):
                spent = self.clock.seconds() - begun
                left = spent / len(drafts) * (total - len(drafts)) if drafts else None
                report(Progress(len(drafts), total, f"{model}: {opened.conversation.ticket.subject}", left))
                drafts[model, n] = await self._baked(model, writer, opened)
        return BakeOff(
            tuple(
                BakedTicket(ticket.id, ticket.subject, tuple(drafts[model, n] for model in models))
                for n, ticket in enumerate(opened.conversation.ticket for opened in chosen)
            )
        )

    async def _baked(self, model: str, writer: ReplyWriter, opened: Opened) -> BakedDraft:
        begun = self.clock.seconds()
        try:
            drafted = await self._rehearsed(writer, opened)
        except NotReady as error:
            return BakedDraft(model, "", self.clock.seconds() - begun, 0.0, 0.0, 0.0, False, in_words(error))
        reply, verdict = drafted.reply, drafted.verdict
        figures = reply.trace.figures if reply.trace else {}
        seconds = figures.get("seconds", self.clock.seconds() - begun)
        supported = verdict.signals.get("support-mean", 0.0)
        speed = figures.get("tokens_per_second", 0.0)
        return BakedDraft(model, reply.text, seconds, speed, supported, verdict.score, reply.abstained)

    async def _rehearsed(self, writer: ReplyWriter, opened: Opened) -> Drafted:
        """As the pipeline writes and judges it, personal data hidden from the model; the journal of it is thrown away."""
        journal = Journal(opened.draft, self.clock)
        before = await self.steps.prepared(opened, journal)
        return await self.steps.written(before, journal, lambda asked: writer.write(asked, lambda _: None))


async def _newest(records: Records, most: int, seen: Seen) -> list[Opened]:
    """Tickets with a customer's message and a draft, newest change first."""
    found: list[Opened] = []
    window = await records.lists.window(Listed(EVERY, seen), Place(), LOOKED_THROUGH)
    for row in window.rows:
        draft = await records.drafts.latest(row.id)
        if draft is None:
            continue
        conversation = await records.tickets.conversation(row.id)
        if conversation.last_customer_message is not None:
            found.append(Opened(draft, conversation, await records.understandings.of(row.id)))
        if len(found) >= most:
            break
    return found
