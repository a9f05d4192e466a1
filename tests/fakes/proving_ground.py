"""A desk that proves its answers, without any drafting: drafts of any score come in, and agents decide about them."""

import secrets
from dataclasses import replace
from math import log
from pathlib import Path
from typing import Any

import pytest

from helpdesk.adapters.sqlite.store import SqliteStore
from helpdesk.adapters.stop_file import StopFile
from helpdesk.domain.assessment import Assessed
from helpdesk.domain.conversation import IncomingMessage, OutboxEntry
from helpdesk.domain.decision import Decided, RejectReason
from helpdesk.domain.draft import Citation, Draft, Fingerprint, Route, Verdict, WrittenReply
from helpdesk.domain.errors import DraftWasATest, NotYetSaid
from helpdesk.domain.events import Event, SendingChanged
from helpdesk.domain.ids import DraftId, TicketId
from helpdesk.domain.label import Cause, Label
from helpdesk.domain.scoring import Scorer, Weights
from helpdesk.domain.ticket import ChannelName
from helpdesk.ports import Records
from helpdesk.services.certifying import Assessing, Certifying, Consequences, Weigher
from helpdesk.services.inbox import Inbox
from helpdesk.services.learning import ScorerBook
from helpdesk.services.pipeline.journal import Journal
from helpdesk.services.pipeline.keeping import Keeping
from helpdesk.services.pipeline.steps import Drafted
from helpdesk.services.proving import Proving
from helpdesk.services.review import Review
from helpdesk.services.seeding import Seeding
from helpdesk.services.sending import Brake, ClockWatch, Gate, Leaving, Sending, Signing
from helpdesk.settings import Settings
from tests.fakes.clock import FixedClock
from tests.fakes.evidence import passage, task

GRID = (0.9, 0.8, 0.7, 0.6)
TEXT = "Hello Jo,\n\nHold the button for 10 seconds, then let it go. [1]\n\nKind regards,\nAda\nNorthlight"
DRAFTER = Fingerprint("excerpts", "", "p-1", "built-in-1", "md-1", "plain", "g-1")


def scorer(name: str = "plain", frozen_at: Any = None) -> Scorer:
    """Gives back, as good as unchanged, the signal 'margin'."""
    return Scorer(name, "excerpts", Weights(0.0, {"margin": 1.0}, {"margin": 0.0}), GRID, frozen_at)


def know_lots(monkeypatch: pytest.MonkeyPatch, secret: str = "5eed") -> None:
    """The desk's secret is always the same, so that the lot falls on the same tickets in every run."""
    drawn = secrets.token_hex
    monkeypatch.setattr(secrets, "token_hex", lambda n=None: secret * 16 if n == 32 else drawn(n))


class ProvingGround:
    def __init__(self, store: SqliteStore, clock: FixedClock, folder: Path, **changed: Any) -> None:
        self.store = store
        self.clock = clock
        self.heard: list[Event] = []
        self.settings = replace(
            Settings(agent_name="Ada", agent_email="desk@example.com", company="Northlight", test_share=0.0), **changed
        )
        self.book = ScorerBook(store, {"excerpts": scorer()})
        self.drafter = DRAFTER
        self.about = "hub"
        self._stop = StopFile(folder / "stop")
        self._tickets = 0
        self.furnish()

    def furnish(self) -> None:
        """Also what a new start of the program does: nothing is kept in memory."""
        store, clock, publish = self.store, self.clock, self.heard.append
        gate = Gate(clock, self.settings, self._stop, ClockWatch(clock))
        leaving = Leaving(store, gate, publish)
        self.sending = Sending(store, gate, leaving, Brake(store, gate, leaving, publish), Signing(clock), publish)
        self.weigher, seeding = Weigher(clock, self.book), Seeding(self.settings)
        self.assessing = Assessing(clock, self.settings, self.weigher, gate, seeding)
        self.certifying = Certifying(store, clock, publish, self.settings, self.weigher, self.assessing, self.as_it_is)
        consequences = Consequences(clock, publish, self.weigher, seeding, "Ada\nNorthlight")
        self.review = Review(store, clock, publish, self.settings, Proving(store, self.settings), consequences)
        self.inbox = Inbox(store, clock, publish, self.settings, consequences)
        self.keeping = Keeping(store, clock, self.assessing)

    @property
    def said_so(self) -> int:
        """How often it was announced that what may be sent changed."""
        return sum(isinstance(event, SendingChanged) for event in self.heard)

    async def as_it_is(self, writer: str, scorer: str) -> Fingerprint | None:
        """What would shape the next draft."""
        return replace(self.drafter, scorer=scorer) if writer == self.drafter.writer else None

    async def draft(self, score: float = 0.95, text: str = TEXT, **changed: Any) -> Draft:
        """A customer writes from an address of her own, and a minute later a draft of this score has been dealt with."""
        self._tickets += 1
        message = IncomingMessage(
            ChannelName.FOLDER,
            f"m-{self._tickets}",
            "Jo",
            f"jo{self._tickets}@example.org",
            "Hub",
            "How do I reset it?",
            self.clock.now(),
        )

        async def receive(records: Records) -> tuple[TicketId, DraftId]:
            ticket_id, _ = await records.tickets.receive(message)
            return ticket_id, await records.drafts.request(ticket_id)

        _, draft_id = await self.store.write(receive)
        self.clock.advance(minutes=1)
        await self.deliver(draft_id, score, text, **changed)
        return await self.stored(draft_id)

    async def deliver(self, draft_id: DraftId, score: float, text: str = TEXT, **changed: Any) -> None:
        draft = await self.stored(draft_id)
        source = passage(1, "Hold the button for 10 seconds, then let it go.", "Reset the hub")
        other = passage(2, "Refunds reach the card they were paid with after two weeks.", "Refunds")
        found = replace(source, path=f"{self.about}/reset.md")
        cited = Citation(1, found.article_id, found.revision_id, found.id, found.path, found.title, "", (1, 1), found.text)
        reply = WrittenReply(text, (cited,), False, "", True, "excerpts", "", "p-1")
        verdict = Verdict(score, Route.SEND, (), {"margin": logit(score)}, (), "plain", sendable=True)
        drafted = Drafted(task("How do I reset it?", [found, other]), reply, replace(verdict, **changed), self.drafter)
        delivered = await self.keeping.delivered(draft, drafted, Journal(draft, self.clock))
        if delivered is not None and delivered.heeded.changed:
            self.heard.append(SendingChanged())

    async def decide(self, draft: Draft, wrong: bool = False) -> Decided:
        """An agent who notices everything; the reply leaves the outbox to nobody."""
        try:
            return await self._decide(draft, wrong)
        except DraftWasATest:
            return await self._decide(await self.stored(draft.id), wrong)

    async def _decide(self, draft: Draft, wrong: bool) -> Decided:
        if wrong:
            return await self.review.reject(draft.id, draft.revision, RejectReason.WRONG_FACT)
        try:
            return await self.review.approve(draft.id, draft.revision)
        except NotYetSaid as unread:
            return await self.review.approve(draft.id, draft.revision, read=unread.reasons)

    async def past(self, right: int, wrong: int = 0, score: float = 0.95, by: str = "plain") -> None:
        """So many drafts decided lately, written down all at once; nothing is concluded from them yet."""

        async def work(records: Records) -> None:
            message = IncomingMessage(
                ChannelName.FOLDER, f"past-{self.clock.now()}", "Jo", "jo@example.org", "Hub", "How?", self.clock.now()
            )
            ticket_id, _ = await records.tickets.receive(message)
            for number in range(right + wrong):
                self.clock.advance(minutes=10)
                draft_id = await records.drafts.request(ticket_id)
                await records.assessments.add(self._assessed(draft_id, ticket_id, score, by))
                now = self.clock.now()
                label = Label(draft_id, 1, number >= right, Cause.APPROVED, "Ada", now, now)
                await records.labels.put(label)

        await self.store.write(work)

    def _assessed(self, draft_id: DraftId, ticket_id: TicketId, score: float, by: str) -> Assessed:
        return Assessed(
            draft_id=draft_id,
            revision=1,
            ticket_id=ticket_id,
            writer="excerpts",
            scorer=by,
            frozen=True,
            fingerprint=replace(self.drafter, scorer=by).code,
            topic=self.about,
            score=score,
            sendable=True,
            flagged=True,
            audit_share=1.0,
            would_send=True,
            text=TEXT,
            at=self.clock.now(),
        )

    async def go_through(self, count: int, wrong: int = 0, score: float = 0.95) -> None:
        """So many drafts, decided one by one; the wrong ones first."""
        for number in range(count):
            await self.decide(await self.draft(score), wrong=number < wrong)

    async def stored(self, draft_id: DraftId) -> Draft:
        return await self.store.read(lambda records: records.drafts.get(draft_id))

    async def outbox(self) -> list[OutboxEntry]:
        return await self.store.read(lambda records: records.outbox.listed(10_000))


def logit(share: float) -> float:
    return log(share / (1 - share))
