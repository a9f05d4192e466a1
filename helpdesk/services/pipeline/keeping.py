"""A finished draft into the store: text, verdict, trace, steps and log in one transaction."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from helpdesk.domain.draft import Draft, Route
from helpdesk.domain.draft_step import Step
from helpdesk.domain.errors import HelpdeskError
from helpdesk.ports.clock import Clock
from helpdesk.ports.store import Records, Store
from helpdesk.services.certifying.delivering import Delivered
from helpdesk.services.confidence import topic
from helpdesk.services.obstacles import in_words
from helpdesk.services.pipeline.journal import Journal
from helpdesk.services.pipeline.steps import Assessor, Drafted


@dataclass(frozen=True)
class Keeping:
    """Without `assessing` every draft waits for a person, and nothing is proven by it."""

    store: Store
    clock: Clock
    assessing: Assessor | None = None

    async def so_far(self, journal: Journal, keep: Callable[[Records], Awaitable[None]]) -> None:
        """Before the long part begins, so that a crash in it leaves what went before; `keep` keeps what came of it."""
        steps = journal.taken()

        async def work(records: Records) -> None:
            await keep(records)
            await records.steps.add(steps)

        await self.store.write(work)

    async def delivered(self, draft: Draft, drafted: Drafted, journal: Journal) -> Delivered | None:
        """Into the review queue, or out by itself. None, and nothing stored, when the draft was superseded meanwhile."""

        async def keep(records: Records) -> Delivered | None:
            with journal.step(Step.DELIVER):
                kept = await records.drafts.answered(
                    draft.id, drafted.reply, drafted.verdict, drafted.fingerprint, improvable=drafted.reply.instead
                )
            if not kept:
                return None
            await self._noted(records, draft, drafted, journal)
            return await self._assessed(records, draft, drafted, draft.revision)

        return await self.store.write(keep)

    async def improved(self, draft: Draft, drafted: Drafted, journal: Journal) -> Delivered | None:
        """In the place of what was quoted while the model was away. None when an agent has begun to work on it."""

        async def keep(records: Records) -> Delivered | None:
            now = self.clock.now()
            with journal.step(Step.DELIVER) as details:
                details["revision"] = draft.revision + 1
                kept = await records.drafts.improved(draft, drafted.reply, drafted.verdict, drafted.fingerprint, now)
            if not kept:
                return None
            await self._noted(records, draft, drafted, journal, draft.revision + 1)
            return await self._assessed(records, draft, drafted, draft.revision + 1)

        return await self.store.write(keep)

    async def left_as_it_is(self, draft: Draft) -> None:
        """What was quoted stays; the model is not asked again."""
        await self.store.write(lambda records: records.drafts.leave(draft.id))

    async def failed(self, draft: Draft, error: Exception, journal: Journal) -> None:
        reason = in_words(error) if isinstance(error, HelpdeskError) else f"unexpected {type(error).__name__}"

        async def fail(records: Records) -> None:
            await records.drafts.failed(draft.id, reason)
            await records.steps.add(journal.taken())
            await records.log.note("draft-failed", ticket_id=draft.ticket_id, draft_id=draft.id, reason=reason)

        await self.store.write(fail)

    async def _assessed(self, records: Records, draft: Draft, drafted: Drafted, revision: int) -> Delivered:
        if self.assessing is None:
            return Delivered()
        return await self.assessing.assess(records, draft, drafted, revision)

    async def _noted(
        self, records: Records, draft: Draft, drafted: Drafted, journal: Journal, revision: int | None = None
    ) -> None:
        reply, verdict = drafted.reply, drafted.verdict
        await records.tickets.set_topic(draft.ticket_id, topic(drafted.task.evidence), drafted.task.language)
        trace = reply.trace or reply.broken_off
        if trace is not None:
            await records.steps.keep_trace(draft.id, revision or draft.revision, trace)
        if verdict.route is Route.ESCALATE:
            with journal.step(Step.ESCALATE) as details:
                details["reasons"] = [reason.code for reason in verdict.reasons if not reason.weight]
        else:
            journal.skipped(Step.ESCALATE, verdict.route)
        with journal.step(Step.AUDIT):
            await records.log.note(
                "draft-answered",
                ticket_id=draft.ticket_id,
                draft_id=draft.id,
                correlation=draft.correlation,
                writer=reply.writer,
                route=verdict.route,
                score=verdict.score,
                abstained=reply.abstained,
            )
            if verdict.vetoes:
                await records.log.note(
                    "draft-vetoed",
                    ticket_id=draft.ticket_id,
                    draft_id=draft.id,
                    correlation=draft.correlation,
                    rules=list(verdict.vetoes),
                )
        await records.steps.add(journal.taken())
