"""Plants an error in a draft before anybody sees it, and judges what was decided about it. Nothing planted ever leaves: the
draft's own row keeps the true text, and neither a decision nor the outbox takes a draft with an open test on it."""

import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from random import Random
from typing import Protocol

from helpdesk.domain import lot
from helpdesk.domain.assessment import Assessed
from helpdesk.domain.draft import Draft, Fingerprint, Verdict, WrittenReply
from helpdesk.domain.ids import DraftId, TicketId
from helpdesk.domain.markup import flat
from helpdesk.domain.planted_draft import Outcome, PlantedDraft
from helpdesk.domain.planting import Planted, PlantKind, Soil, is_gone, plant
from helpdesk.domain.sentences import sentences
from helpdesk.domain.ticket import Priority
from helpdesk.ports.store import Records
from helpdesk.ports.writing import WritingTask
from helpdesk.settings import Settings

REVIEWS_BETWEEN = 25
PRESSING = (Priority.HIGH, Priority.URGENT)


class Finished(Protocol):
    """What came out of drafting."""

    @property
    def task(self) -> WritingTask: ...
    @property
    def reply(self) -> WrittenReply: ...
    @property
    def verdict(self) -> Verdict: ...
    @property
    def fingerprint(self) -> Fingerprint: ...


@dataclass(frozen=True)
class Tested:
    """A decision that fell on a test draft: it was noted and goes no further. `changed`: certificates did, for what it shows of
    reviewers."""

    draft_id: DraftId
    ticket_id: TicketId
    planted: Planted
    caught: bool
    changed: bool = False


@dataclass(frozen=True)
class Seeding:
    settings: Settings

    async def maybe_plant(self, records: Records, assessed: Assessed, finished: Finished) -> bool:
        """In the transaction that brings the draft into the queue."""
        if finished.verdict.signals.get("severity") or not self._may_be_one(assessed):
            return False
        secret = await records.assessments.secret()
        if not await self._is_due(records, assessed, secret):
            return False
        task, reply = finished.task, finished.reply
        chance = Random(hmac.digest(secret, b"plant %d" % assessed.draft_id, "sha256"))
        planted = plant(Soil(assessed.text, task.signature, tuple(_strangers(task, reply)), _articles(reply)), chance)
        if planted is None:
            return False
        await records.seeds.plant(assessed.draft_id, assessed.revision, assessed.text, planted)
        return True

    async def approved(self, records: Records, draft: Draft, text: str, agent: str) -> Tested | None:
        """Somebody wants to send this text; None when the draft is no test."""
        test = await records.seeds.open_of(draft.id)
        return None if test is None else await self._settled(records, test, is_gone(test.planted, text), agent)

    async def refused(self, records: Records, draft_id: DraftId, agent: str) -> Tested | None:
        """Somebody will not send it as it is: rejected, escalated, drafted again."""
        test = await records.seeds.open_of(draft_id)
        return None if test is None else await self._settled(records, test, True, agent)

    async def answered_by_hand(self, records: Records, ticket_id: TicketId, text: str, agent: str) -> Tested | None:
        """Somebody answers a ticket by hand; a reply that carries what was planted does not pass."""
        test = await records.seeds.open_on(ticket_id)
        if test is None or test.planted.kind is PlantKind.CITATION or is_gone(test.planted, text):
            return None
        return await self._settled(records, test, False, agent)

    async def _settled(self, records: Records, test: PlantedDraft, caught: bool, agent: str) -> Tested:
        await records.seeds.settle(test, Outcome.CAUGHT if caught else Outcome.MISSED, agent)
        await records.log.note(
            "test-draft.decided", ticket_id=test.ticket_id, draft_id=test.draft_id, planted=test.planted.kind, caught=caught
        )
        return Tested(test.draft_id, test.ticket_id, test.planted, caught)

    def _may_be_one(self, assessed: Assessed) -> bool:
        return bool(self.settings.test_share) and assessed.flagged and assessed.sendable and assessed.score is not None

    async def _is_due(self, records: Records, assessed: Assessed, secret: bytes) -> bool:
        if lot.drawn(hmac.digest(secret, b"tests", "sha256"), assessed.ticket_id) >= self.settings.test_share:
            return False
        ticket = await records.tickets.get(assessed.ticket_id)
        if ticket.priority in PRESSING or await records.goals.newest() is None or await records.seeds.waiting():
            return False
        return await records.seeds.decided_since_last() >= REVIEWS_BETWEEN


def _strangers(task: WritingTask, reply: WrittenReply) -> Iterable[str]:
    """True sentences of passages the reply does not stand on."""
    cited = {one.passage_id for one in reply.citations}
    for passage_id, passage in task.passages.items():
        if passage_id not in cited:
            yield from sentences(flat(passage.text))


def _articles(reply: WrittenReply) -> dict[int, int]:
    return {one.n: int(one.article_id) for one in reply.citations}
