"""Blind judging of a sample the program draws: which answer is better, and whether each is right.

The size is told before the lot is drawn and the lot is settled before anything is judged; so the labels are a random sample of
what the desk drafts, and the exact test may be asked once, when all of them are there.
"""

from collections.abc import Callable
from dataclasses import dataclass

from helpdesk.domain.blind import body_of, draft_first, lot
from helpdesk.domain.certificate import Certificate
from helpdesk.domain.errors import BadInput
from helpdesk.domain.events import Event, HistoryChanged, SendingChanged
from helpdesk.domain.history import BlindPair, Judged, Judgement, OldTicket, Preferred, Trial, TrialState
from helpdesk.domain.ids import HistoryId, HistoryTicketId
from helpdesk.ports import Clock, Records, Store
from helpdesk.services.history.proof import Proof

FEWEST = 5


Sides = tuple[bool, bool]
"""Of the first and of the second answer shown: (True, True) is both, (False, False) neither."""


@dataclass(frozen=True)
class Said:
    """What a judge said of a blind pair."""

    better: Sides
    right: Sides


@dataclass(frozen=True)
class Judging:
    store: Store
    clock: Clock
    publish: Callable[[Event], None]
    proof: Proof
    agent: str
    signature: str = ""

    async def draw(self, history_id: HistoryId, wanted: int) -> int:
        """Draws the sample, once; how many there are in it (fewer than wanted when there are not so many drafts). Raises
        BadInput while drafting goes on, after a sample was drawn, or for fewer than FEWEST."""

        async def work(records: Records) -> int:
            trial = await records.history.get(history_id)
            drafted = await pool(records, trial)
            if refused := _refusal(trial, wanted, len(drafted)):
                raise BadInput(trial.name, 0, refused)
            places = [old.id for old in drafted[:wanted]]
            await records.history.draw(history_id, wanted, places)
            await records.log.note("history.drawn", history=history_id, wanted=wanted, drawn=len(places))
            return len(places)

        drawn = await self.store.write(work)
        self.publish(HistoryChanged(history_id))
        return drawn

    async def next(self, history_id: HistoryId) -> BlindPair | None:
        """The next of the sample nobody judged yet; None when there is none."""

        async def look(records: Records) -> BlindPair | None:
            trial = await records.history.get(history_id)
            sample = await records.history.sample(history_id)
            waiting = [old for old in sample if old.judgement is None]
            return self._blind(trial, waiting[0], len(sample)) if waiting else None

        return await self.store.read(look)

    async def say(self, ticket_id: HistoryTicketId, said: Said) -> Certificate | None:
        """With the last of the sample, what all of it proves. Raises NotFound, BadInput for a ticket that is not in it."""

        async def work(records: Records) -> tuple[HistoryId, Certificate | None]:
            old = await records.history.ticket(ticket_id)
            trial = await records.history.get(old.history_id)
            if not old.place:
                raise BadInput(trial.name, 0, "that ticket is not in the sample")
            await records.history.judge(ticket_id, self._judgement(trial, old, said))
            if old.draft is not None:
                await self.proof.claim(records, trial, old.draft)
            counts = await records.history.counts(trial.id)
            if old.judgement is not None or counts.judged < counts.sampled:
                return trial.id, None
            tickets = [one async for one in records.history.tickets(trial.id)]
            return trial.id, await self.proof.ask(records, trial, tickets)

        history_id, certificate = await self.store.write(work)
        self.publish(HistoryChanged(history_id))
        if certificate is not None:
            self.publish(SendingChanged())
        return certificate

    async def take_back(self, history_id: HistoryId) -> bool:
        """The latest judgement of it; False when there is none. Raises BadInput once all are judged: the proof was asked."""

        async def work(records: Records) -> bool:
            sample = await records.history.sample(history_id)
            judged = [old for old in sample if old.judgement is not None]
            if judged and len(judged) == len(sample):
                name = (await records.history.get(history_id)).name
                raise BadInput(name, 0, "the whole sample is judged and was weighed: nothing of it can be taken back")
            last = max(judged, key=lambda old: (old.judgement.at if old.judgement else old.place, old.place), default=None)
            if last is not None:
                await records.history.judge(last.id, None)
            return last is not None

        done = await self.store.write(work)
        self.publish(HistoryChanged(history_id))
        return done

    def _blind(self, trial: Trial, old: OldTicket, of: int) -> BlindPair:
        draft, human = body_of(old.draft.text if old.draft else "", self.signature), body_of(old.ticket.human)
        first, second = (draft, human) if draft_first(trial.secret, old.ticket.external) else (human, draft)
        return BlindPair(old.id, old.place, of, old.ticket.subject, old.ticket.question, first, second)

    def _judgement(self, trial: Trial, old: OldTicket, said: Said) -> Judgement:
        sides = list(zip(said.better, said.right, strict=True))
        draft, human = sides if draft_first(trial.secret, old.ticket.external) else reversed(sides)
        names = {(True, True): Preferred.BOTH, (True, False): Preferred.DRAFT, (False, True): Preferred.HUMAN}
        return Judgement(
            preferred=names.get((draft[0], human[0]), Preferred.NEITHER),
            draft=Judged.RIGHT if draft[1] else Judged.WRONG,
            human=Judged.RIGHT if human[1] else Judged.WRONG,
            agent=self.agent,
            at=self.clock.now(),
        )


async def pool(records: Records, trial: Trial) -> list[OldTicket]:
    """Everything a sample may hold, in the order of the lot: tickets with a draft that are not in the control slice."""
    found = [old async for old in records.history.tickets(trial.id) if old.has_text and not old.ticket.control]
    return sorted(found, key=lambda old: lot(trial.secret, "sample", old.ticket.external))


def _refusal(trial: Trial, wanted: int, drafted: int) -> str:
    if trial.wanted:
        return f"a sample of {trial.wanted} was drawn already; a second look at the same history would prove nothing"
    if trial.state is not TrialState.DONE:
        return "not every ticket has been drafted yet: what is drafted so far is no random sample"
    if wanted < FEWEST or drafted < FEWEST:
        return f"a sample needs at least {FEWEST} drafts to judge; there are {drafted}"
    return ""
