"""The people of a simulated desk: customers whose drafts are wrong as often as the world says, a reviewer who notices a share
of them, an admin who signs. What was true is kept in a ledger the desk never sees."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count
from random import Random

from helpdesk.domain.conversation import IncomingMessage
from helpdesk.domain.decision import RejectReason
from helpdesk.domain.draft import Draft, DraftState
from helpdesk.domain.errors import DraftWasATest, NotYetSaid
from helpdesk.domain.ids import TicketId
from helpdesk.domain.ticket import ChannelName
from helpdesk.ports.store import Records
from tests.soak.simulated_desk import THINGS, VERBS, SimulatedDesk

ASIDES = ("", "", "coffee", "garden window", "mother bicycle holiday")
WORDINGS: Mapping[str, tuple[float, int]] = {
    "How do I {verb} the {thing}? {aside}": (0.005, 8),
    "Is there a button to {verb} the {thing} {aside}?": (0.01, 4),
    "Where is the {verb} button of the {thing} and how long to hold it {aside}?": (0.03, 3),
    "The {thing} does not {verb} since yesterday {aside}, what now?": (0.09, 2),
    "My {thing} has trouble. {aside} Should I {verb} it?": (0.14, 2),
    "{aside} the light of the {thing} is red, how to {verb}": (0.18, 1),
    "What about the {thing} cable {aside}?": (0.35, 1),
}
"""wording → (how often the draft is wrong, how often customers write so)."""


@dataclass(frozen=True)
class Question:
    wording: str
    verb: str
    thing: str
    aside: str

    @property
    def body(self) -> str:
        return self.wording.format(verb=self.verb, thing=self.thing, aside=self.aside)


@dataclass
class Customers:
    """`factors` say how much worse than usual drafts about each verb are now; at least the share `floor` of all is wrong."""

    chance: Random
    factors: dict[str, float] = field(default_factory=lambda: dict.fromkeys(VERBS, 1.0))
    floor: float = 0.0

    def asks(self) -> Question:
        chance = self.chance
        (wording,) = chance.choices(list(WORDINGS), [often for _, often in WORDINGS.values()])
        return Question(wording, chance.choice(VERBS), chance.choice(THINGS), chance.choice(ASIDES))

    def risk(self, question: Question) -> float:
        usual, _ = WORDINGS[question.wording]
        return max(self.floor, min(1.0, usual * self.factors[question.verb]))


@dataclass
class Ledger:
    """What was true: of each ticket how likely its draft was wrong, and whether it was."""

    risks: dict[TicketId, float] = field(default_factory=dict)
    wrong: dict[TicketId, bool] = field(default_factory=dict)
    sent: list[TicketId] = field(default_factory=list)
    reviewed: int = 0
    counted: Counter[str] = field(default_factory=Counter)

    @property
    def risk(self) -> float:
        """Of what left by itself, without the luck of the draw, which a few hundred answers are full of."""
        return sum(self.risks[ticket] for ticket in self.sent) / max(1, len(self.sent))

    @property
    def share_wrong(self) -> float:
        return sum(self.wrong[ticket] for ticket in self.sent) / max(1, len(self.sent))


@dataclass
class Shift:
    """Everything people do at the desk. `notices` is the share of wrong drafts the reviewer sees to be wrong."""

    simulated: SimulatedDesk
    customers: Customers
    notices: float
    ledger: Ledger = field(default_factory=Ledger)
    numbers: "count[int]" = field(default_factory=count)

    async def arrives(self) -> TicketId:
        """A customer writes, the draft is made, and it may leave by itself."""
        desk, number = self.simulated.desk, next(self.numbers)
        question = self.customers.asks()
        message = IncomingMessage(
            ChannelName.FILE,
            f"mail {number}",
            f"Customer {number}",
            f"customer{number}@example.com",
            f"The {question.thing}",
            question.body,
            self.simulated.clock.now(),
        )
        ticket, _ = await desk.intake.receive(message)
        self.ledger.risks[ticket] = risk = self.customers.risk(question)
        self.ledger.wrong[ticket] = self.customers.chance.random() < risk
        while await desk.pipeline.next():
            pass
        draft, _ = await self._shown(ticket)
        if draft.state is DraftState.APPROVED:
            self.ledger.sent.append(ticket)
        return ticket

    async def decide(self, ticket: TicketId) -> None:
        """The reviewer reads the draft as it is shown, a planted error like any other."""
        draft, is_test = await self._shown(ticket)
        if draft.state is not DraftState.IN_REVIEW:
            return
        looks_wrong = is_test or self.ledger.wrong[ticket]
        try:
            await self._decided(draft, looks_wrong and self.customers.chance.random() < self.notices)
        except DraftWasATest as told:
            self.ledger.counted["test drafts caught" if told.caught else "test drafts missed"] += 1
            await self.decide(ticket)
        else:
            self.ledger.reviewed += 1

    async def _decided(self, draft: Draft, noticed: bool) -> None:
        review = self.simulated.desk.review
        if noticed:
            await review.reject(draft.id, draft.revision, RejectReason.WRONG_FACT)
            return
        try:
            await review.approve(draft.id, draft.revision)
        except NotYetSaid as told:
            await review.approve(draft.id, draft.revision, read=told.reasons)

    async def _shown(self, ticket: TicketId) -> tuple[Draft, bool]:
        """The ticket's draft, and whether an error is planted in it."""

        async def look(records: Records) -> tuple[Draft, bool]:
            draft = await records.drafts.latest(ticket)
            assert draft is not None
            return draft, await records.seeds.open_of(draft.id) is not None

        return await self.simulated.store.read(look)

    async def sign(self) -> None:
        """The admin signs what stands unsigned."""
        sending = self.simulated.desk.sending
        offer = await sending.offer()
        status = await sending.status()
        if offer.certificates and (status.consent is None or status.unsigned) and not status.alarms:
            await sending.turn_on(offer.wanted)
            self.ledger.counted["signatures"] += 1

    async def housekeeping(self) -> None:
        """What the lanes of the desk would do meanwhile."""
        desk = self.simulated.desk
        await desk.sending.attend()
        while await desk.outbox.flush():
            pass
        while await desk.learning.next():
            pass
        while await desk.certifying.sweep():
            pass
