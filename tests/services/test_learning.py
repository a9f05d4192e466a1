"""What the desk learns of its decisions: labels, what later news makes of them, and scorers of its own."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.score_fitting import NewtonFitting
from helpdesk.adapters.sqlite import certifying_tables, tables
from helpdesk.domain.conversation import IncomingMessage
from helpdesk.domain.decision import RejectReason
from helpdesk.domain.draft import Fingerprint, Route, Verdict, WrittenReply
from helpdesk.domain.errors import BadInput, InvalidTransition, NotFound
from helpdesk.domain.events import DraftDecided, SendingChanged
from helpdesk.domain.fitting import Example
from helpdesk.domain.ids import DraftId, MessageId, TicketId
from helpdesk.domain.label import Cause, HandedOn, Label, Tally
from helpdesk.domain.scoring import Scorer, score
from helpdesk.domain.shipped_scorer import SCORER, WEIGHTS, shipped
from helpdesk.domain.ticket import ChannelName, TicketStatus
from helpdesk.domain.understanding import Read
from helpdesk.ports import Records
from helpdesk.services.certifying import Consequences, Weigher
from helpdesk.services.intake import Intake, Joining
from helpdesk.services.learning import Later, Learning, Refitting, ScorerBook, Track, labels
from helpdesk.services.outbox import Outbox
from helpdesk.services.review import Review
from helpdesk.services.seeding import Seeding
from tests.fakes.memory_channel import MemoryChannel
from tests.services.conftest import Shift

NOW = datetime(2026, 11, 20, tzinfo=UTC)
USUAL = WEIGHTS["excerpts"].usual
TEXT = "Hi Grace,\n\nHold the button for 10 seconds. [1]\n\nKind regards\nAda"


@pytest.fixture
def shift(shift: Shift) -> Shift:
    """Whose decisions have consequences."""
    return Labelling(shift.store, shift.clock, shift.heard, shift.settings)


class Labelling(Shift):
    @property
    def review(self) -> Review:
        weigher = Weigher(self.clock, ScorerBook(self.store))
        consequences = Consequences(self.clock, self.heard.append, weigher, Seeding(self.settings), "Ada\nNorthlight")
        return replace(super().review, consequences=consequences)


@pytest.fixture
def learning(shift: Shift) -> Learning:
    later = Later(shift.store, shift.clock, shift.heard.append, shift.settings)
    return Learning(shift.store, shift.clock, ScorerBook(shift.store), Refitting(NewtonFitting()), later)


async def label_of(shift: Shift, draft_id: DraftId) -> Label | None:
    return await shift.store.read(lambda records: records.labels.of_draft(draft_id))


async def sent(shift: Shift, text: str | None = None) -> tuple[TicketId, DraftId]:
    """Approved, and on its way out for long enough to have left."""
    draft_id = await shift.drafted(TEXT, body=f"My hub blinks {shift.clock.now()}")
    made = await shift.review.approve(draft_id, 1, text)
    shift.clock.advance(minutes=5)
    outbox = Outbox(shift.store, shift.clock, shift.heard.append, dict.fromkeys(ChannelName, MemoryChannel()))
    assert await outbox.flush() == 1
    return made.decision.ticket_id, draft_id


async def test_an_approved_draft_was_right(shift: Shift) -> None:
    draft_id = await shift.drafted(TEXT)
    await shift.review.approve(draft_id, 1)
    found = await label_of(shift, draft_id)
    assert found is not None
    assert (found.wrong, found.cause, found.agent, found.decided_at) == (False, Cause.APPROVED, "Ada", shift.clock.now())


async def test_an_edit_is_an_error_only_in_substance(shift: Shift) -> None:
    edits = {
        TEXT.replace("Hold the", "Please hold the"): (False, Cause.REWORDED),
        TEXT.replace("10 seconds", "30 seconds"): (True, Cause.NUMBER),
        TEXT.replace("Kind regards", "All the best"): (False, Cause.REWORDED),
    }
    for text, expected in edits.items():
        draft_id = await shift.drafted(TEXT, body=text)
        await shift.review.approve(draft_id, 1, text)
        found = await label_of(shift, draft_id)
        assert found is not None
        assert (found.wrong, found.cause) == expected


async def test_whatever_the_reason_a_rejected_draft_was_wrong(shift: Shift) -> None:
    for reason in (RejectReason.TONE, RejectReason.NO_REPLY_NEEDED, RejectReason.WRONG_FACT):
        draft_id = await shift.drafted(TEXT, body=reason)
        await shift.review.reject(draft_id, 1, reason)
        found = await label_of(shift, draft_id)
        assert found is not None
        assert (found.wrong, found.cause) == (True, Cause.REJECTED)


async def test_what_says_it_has_no_answer_is_neither_right_nor_wrong(shift: Shift) -> None:
    draft_id = await shift.drafted("")
    await shift.review.reject(draft_id, 1, RejectReason.INCOMPLETE)
    assert await label_of(shift, draft_id) is None


async def test_an_escalation_says_of_the_draft_what_the_agent_says(shift: Shift) -> None:
    for route, draft_is, cause in (
        (Route.SEND, None, Cause.ESCALATED),
        (Route.REVIEW, None, None),
        (Route.REVIEW, HandedOn.WRONG, Cause.ESCALATED),
        (Route.SEND, HandedOn.RIGHT, Cause.HANDED_ON),
    ):
        draft_id = await scored(shift, {}, route=route)
        await shift.review.escalate(draft_id, 1, "needs billing", draft_is)
        found = await label_of(shift, draft_id)
        assert (found.cause if found else None) is cause


async def test_a_decision_taken_back_leaves_no_label_and_the_next_one_counts(shift: Shift) -> None:
    draft_id = await shift.drafted(TEXT)
    made = await shift.review.reject(draft_id, 1, RejectReason.TONE)
    await shift.review.undo(made.decision.id)
    assert await label_of(shift, draft_id) is None
    await shift.review.approve(draft_id, 2)
    found = await label_of(shift, draft_id)
    assert found is not None
    assert (found.wrong, found.revision) == (False, 2)


async def test_drafting_again_teaches_nothing(shift: Shift) -> None:
    await shift.review.regenerate(await shift.drafted(TEXT), "shorter")
    assert await shift.store.read(lambda records: records.labels.counts()) == {}


async def test_silence_counts_as_wrong_and_teaches_nothing(shift: Shift) -> None:
    draft_id = await shift.drafted(TEXT)

    async def work(records: Records) -> None:
        await labels.unaudited(records, await records.drafts.get(draft_id), shift.clock.now())

    await shift.store.write(work)
    found = await label_of(shift, draft_id)
    assert found is not None
    assert (found.wrong, found.cause) == (True, Cause.UNAUDITED)
    assert await shift.store.read(lambda records: records.labels.counts()) == {}
    assert await shift.store.read(lambda records: records.labels.fitting("excerpts")) == []


async def test_an_agent_may_find_out_later_that_it_was_wrong_and_never_that_it_was_right(
    shift: Shift, learning: Learning
) -> None:
    _, draft_id = await sent(shift)
    shift.clock.advance(hours=3)
    found = await learning.later.said_wrong(draft_id, "The button is on the other side")
    assert (found.wrong, found.cause, found.flipped_by, found.at) == (
        True,
        Cause.APPROVED,
        Cause.SAID_WRONG,
        shift.clock.now(),
    )
    assert isinstance(shift.heard[-1], DraftDecided)
    heard = len(shift.heard)
    assert await learning.later.said_wrong(draft_id, "once more") == found
    assert len(shift.heard) == heard
    assert await learning.later.rated(found_ticket(shift), 5) == found


def found_ticket(shift: Shift) -> TicketId:
    return next(event.ticket_id for event in reversed(shift.heard) if isinstance(event, DraftDecided))


async def test_only_what_went_out_can_turn_out_wrong(shift: Shift, learning: Learning) -> None:
    draft_id = await shift.drafted(TEXT)
    with pytest.raises(InvalidTransition):
        await learning.later.said_wrong(draft_id, "it is wrong")
    with pytest.raises(NotFound):
        await learning.later.said_wrong(DraftId(999), "it is wrong")


async def test_a_low_rating_makes_a_right_answer_wrong(shift: Shift, learning: Learning) -> None:
    ticket_id, draft_id = await sent(shift)
    for stars, wrong in ((5, False), (3, False), (2, True)):
        await learning.later.rated(ticket_id, stars)
        found = await label_of(shift, draft_id)
        assert found is not None
        assert (found.wrong, found.flipped_by) == (wrong, Cause.BAD_RATING if wrong else "")
    with pytest.raises(BadInput):
        await learning.later.rated(ticket_id, 6)
    with pytest.raises(NotFound):
        await learning.later.rated(TicketId(999), 1)


async def test_a_customer_who_writes_again_after_it_was_solved_was_not_helped(shift: Shift, learning: Learning) -> None:
    still = "It still blinks, nothing changed. What now?"
    intake = Intake(shift.store, shift.clock, shift.heard.append, NoFiles(), Joining(learning.later.wrote_again))  # type: ignore[arg-type]
    for words, status, wrong in (
        (still, TicketStatus.SOLVED, True),
        ("Thank you very much!", TicketStatus.SOLVED, False),
        (still, TicketStatus.PENDING, False),
    ):
        ticket_id, draft_id = await sent(shift)
        await shift.store.write(lambda records, t=ticket_id, s=status: records.tickets.set_status(t, s))  # type: ignore[misc]
        ours = (await shift.store.read(lambda records: records.outbox.listed(1)))[0].message_id
        at = shift.clock.now()
        again = IncomingMessage(
            ChannelName.FOLDER, f"again {at}", "Grace", "grace@example.org", "Re: Hub", words, at, thread=ours
        )
        assert await intake.receive(again) == (ticket_id, True)
        found = await label_of(shift, draft_id)
        assert found is not None
        assert (found.wrong, found.flipped_by) == (wrong, Cause.WROTE_AGAIN if wrong else "")


class NoFiles:
    """No file is read here."""


async def test_what_may_be_sent_is_looked_at_again_when_a_label_turns(shift: Shift, learning: Learning) -> None:
    weighed: list[DraftId] = []

    async def weigh(_: Records, draft_id: DraftId) -> bool:
        weighed.append(draft_id)
        return True

    later = replace(learning.later, weigh=weigh)
    _, draft_id = await sent(shift)
    await later.said_wrong(draft_id, "wrong")
    assert weighed == [draft_id]
    assert isinstance(shift.heard[-1], SendingChanged)


# Scorers


async def scored(shift: Shift, signals: dict[str, float], route: Route = Route.REVIEW, writer: str = "excerpts") -> DraftId:
    ticket_id = await shift.customer_writes("My hub blinks", f"{random.random()}")

    async def work(records: Records) -> DraftId:
        draft_id = await records.drafts.request(ticket_id)
        reply = WrittenReply(TEXT, (), False, "", True, writer, "", "p")
        verdict = Verdict(0.9, route, (), {**USUAL, **signals}, ())
        await records.drafts.answered(draft_id, reply, verdict, Fingerprint(writer, "", "p", "e", "c", SCORER))
        return draft_id

    return await shift.store.write(work)


async def judged(shift: Shift, count: int, truth: Callable[[float], bool], writer: str = "excerpts") -> None:
    """Decisions that follow the title's fit alone, whatever the other signals say."""
    dice = random.Random(count)

    async def work(records: Records, draft_id: DraftId, right: bool) -> None:
        now = shift.clock.now()
        cause = Cause.APPROVED if right else Cause.REJECTED
        await records.labels.put(Label(draft_id, 1, not right, cause, "Ada", now, now))

    for _ in range(count):
        shift.clock.advance(minutes=1)
        signals = {name: dice.random() for name in ("title-fit", "margin", "coverage", "word-pairs")}
        draft_id = await scored(shift, signals, writer=writer)
        right = truth(signals["title-fit"])
        await shift.store.write(lambda records, d=draft_id, r=right: work(records, d, r))  # type: ignore[misc]


async def promoted(shift: Shift, learning: Learning, name: str) -> None:
    """As a certificate for the candidate does."""
    await shift.store.write(lambda records: records.scorers.promote(name, shift.clock.now()))
    await learning.book.refresh()


async def test_a_scorer_of_its_own_is_tried_beside_the_shipped_one_and_then_judges(shift: Shift, learning: Learning) -> None:
    await judged(shift, 29, lambda fit: fit > 0.3)
    assert not await learning.next()
    await judged(shift, 1, lambda fit: fit > 0.3)
    assert await learning.next()
    assert not await learning.next()
    made = learning.book.candidate("excerpts")
    assert made is not None
    assert (made.name, made.labels, made.frozen_at) == ("own-excerpts-1", 30, shift.clock.now())
    assert list(made.grid) == sorted(set(made.grid), reverse=True)
    assert learning.book.live("excerpts") == shipped("excerpts")
    assert learning.book.candidate("ollama") is None
    fits, fits_not = {**USUAL, "title-fit": 0.9}, {**USUAL, "title-fit": 0.05}
    assert score(fits, made.weights) > score(fits_not, made.weights) + 0.3
    await promoted(shift, learning, made.name)
    assert (learning.book.live("excerpts"), learning.book.candidate("excerpts")) == (made, None)
    again = ScorerBook(shift.store)
    await again.refresh()
    assert again.live("excerpts") == made
    listed = [(one.scorer.name, one.scorer.writer, one.state) for one in await learning.scorers()]
    assert listed == [("own-excerpts-1", "excerpts", "live"), (SCORER, "excerpts", "shipped"), (SCORER, "ollama", "live")]
    with pytest.raises(NotFound):
        await promoted(shift, learning, made.name)
    newer = await learning.refit("excerpts")
    assert newer is not None
    assert [(one.scorer.name, one.state) for one in await learning.scorers()][:2] == [
        ("own-excerpts-2", "candidate"),
        ("own-excerpts-1", "live"),
    ]


async def test_there_is_nothing_to_fit_without_a_label(learning: Learning) -> None:
    with pytest.raises(BadInput, match=r"nobody has judged a draft of 'excerpts'"):
        await learning.refit("excerpts")


async def test_how_drafts_went_before_counts_for_the_next_one(shift: Shift) -> None:
    track = Track(shift.store)
    assert (await track.of("billing", ())).of_intent.count == 0
    assert (await track.of("unclear", ())).intent == ""


async def read_as(shift: Shift, draft_id: DraftId, intent: Read) -> None:
    async def work(records: Records) -> None:
        draft = await records.drafts.get(draft_id)
        await records.understandings.keep(draft.ticket_id, MessageId(0), {"intent": intent})

    await shift.store.write(work)


async def test_a_draft_counts_for_the_intent_an_agent_gave_its_ticket(shift: Shift) -> None:
    for said in ("", "delivery", "billing"):
        draft_id = await shift.drafted(TEXT, body=f"My hub blinks, {said}")
        await read_as(shift, draft_id, Read("billing" if said != "billing" else "delivery", 0.9, "examples", said))
        if said == "delivery":
            await shift.review.reject(draft_id, 1, RejectReason.TONE)
        else:
            await shift.review.approve(draft_id, 1)
    track = Track(shift.store)
    assert (await track.of("billing", ())).of_intent == Tally(right=2, wrong=0)
    assert (await track.of("delivery", ())).of_intent == Tally(right=0, wrong=1)


def test_where_the_prior_foretells_best_nothing_is_fitted() -> None:
    """Labels that coins of the shipped scorer's own odds decided: what else seems to be in them is noise."""
    prior, dice = shipped("excerpts"), random.Random(5)
    examples = []
    for _ in range(40):
        signals = {**USUAL, **{name: dice.random() for name in ("title-fit", "margin", "coverage")}}
        examples.append(Example(signals, dice.random() < score(signals, prior.weights)))
    refitting = Refitting(NewtonFitting())
    foretold = refitting.foretold(examples, prior.weights)
    assert [one.log_loss for one in foretold] == sorted(one.log_loss for one in foretold)
    assert foretold[0].strength is None
    assert refitting.scorer(examples, prior, "own", NOW) is None


async def test_frozen_scorers_survive_as_they_were(shift: Shift) -> None:
    made = Scorer("own-ollama-1", "ollama", shipped("ollama").weights, (0.9, 0.8), shift.clock.now(), 40, 0.31)
    await shift.store.write(lambda records: records.scorers.freeze(made))
    assert await shift.store.read(lambda records: records.scorers.candidates()) == [made]
    later = shift.clock.now() + timedelta(days=1)
    await shift.store.write(lambda records: records.scorers.promote(made.name, later))
    assert await shift.store.read(lambda records: records.scorers.live()) == [made]


async def test_what_was_learned_of_a_ticket_goes_with_it(shift: Shift, learning: Learning) -> None:
    ticket_id, draft_id = await sent(shift)
    await learning.later.rated(ticket_id, 1)

    async def erase(connection: AsyncConnection) -> list[int]:
        await connection.execute(tables.tickets.delete().where(tables.tickets.c.id == ticket_id))
        left = [certifying_tables.labels, certifying_tables.outcomes, tables.drafts]
        return [await connection.scalar(sa.select(sa.func.count()).select_from(one)) or 0 for one in left]

    assert await shift.store._engine.write(erase) == [0, 0, 0]
    assert await label_of(shift, draft_id) is None
    assert await shift.store.read(lambda records: records.labels.fitting("excerpts")) == []
