"""A finished draft into the store: text, verdict, trace, steps and log in one transaction."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any

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
        """While the long part begins, so that a crash in it leaves what went before; `keep` keeps what came of it."""
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
            return await self._settled(records, draft, drafted, journal)

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
            return await self._settled(records, replace(draft, revision=draft.revision + 1), drafted, journal)

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

    async def _settled(self, records: Records, draft: Draft, drafted: Drafted, journal: Journal) -> Delivered:
        await self._noted(records, draft, drafted, journal)
        return Delivered() if self.assessing is None else await self.assessing.assess(records, draft, drafted)

    async def _noted(self, records: Records, draft: Draft, drafted: Drafted, journal: Journal) -> None:
        reply, verdict = drafted.reply, drafted.verdict
        if verdict.route is Route.ESCALATE:
            with journal.step(Step.ESCALATE) as details:
                details["reasons"] = [reason.code for reason in verdict.reasons if not reason.weight]
        else:
            journal.skipped(Step.ESCALATE, verdict.route)
        with journal.step(Step.AUDIT):
            about: dict[str, Any] = {"ticket_id": draft.ticket_id, "draft_id": draft.id, "correlation": draft.correlation}
            said: dict[str, Any] = {
                "writer": reply.writer,
                "route": verdict.route,
                "score": verdict.score,
                "abstained": reply.abstained,
            }
            trace = reply.trace or reply.broken_off
            await asyncio.gather(
                records.tickets.set_topic(draft.ticket_id, topic(drafted.task.evidence), drafted.task.language),
                *([records.steps.keep_trace(draft.id, draft.revision, trace)] if trace else []),
                records.log.note("draft-answered", **about, **said),
                *([records.log.note("draft-vetoed", **about, rules=list(verdict.vetoes))] if verdict.vetoes else []),
            )
        await records.steps.add(journal.taken())
