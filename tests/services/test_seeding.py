"""Test drafts: they look like any other, nothing planted ever leaves, and the reviewer is told at once."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from helpdesk.adapters.sqlite.store import SqliteStore
from helpdesk.domain.decision import DecisionKind, NewDecision, RejectReason
from helpdesk.domain.draft import Draft, DraftState
from helpdesk.domain.errors import DraftSuperseded, DraftWasATest, InvalidTransition, NotYetSaid
from helpdesk.domain.planted_draft import Outcome, PlantedDraft
from helpdesk.domain.planting import Planted, PlantKind
from helpdesk.domain.proof import Level
from helpdesk.services.certifying import GoalWish
from helpdesk.services.seeding import seeding
from tests.fakes.clock import FixedClock
from tests.fakes.proving_ground import TEXT, ProvingGround, know_lots

WRONG = TEXT.replace("10 seconds", "20 seconds")
PLANTED = Planted(
    PlantKind.NUMBER,
    WRONG,
    "Hold the button for 20 seconds, then let it go. [1]",
    "Hold the button for 10 seconds, then let it go. [1]",
)


@pytest.fixture(autouse=True)
def one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    know_lots(monkeypatch)
    monkeypatch.setattr(seeding, "REVIEWS_BETWEEN", 0)
    monkeypatch.setattr(seeding, "plant", lambda soil, chance: PLANTED)


@pytest.fixture
async def ground(store: SqliteStore, clock: FixedClock, tmp_path: Path) -> ProvingGround:
    """Plants an error wherever it may."""
    made = ProvingGround(store, clock, tmp_path, test_share=1.0)
    await made.certifying.set_goal(GoalWish(0.05))
    return made


async def open_test(ground: ProvingGround, draft: Draft) -> PlantedDraft | None:
    return await ground.store.read(lambda records: records.seeds.open_of(draft.id))


async def approved(ground: ProvingGround, draft: Draft, text: str | None = None) -> None:
    """All the same, whatever the cautions say."""
    try:
        await ground.review.approve(draft.id, draft.revision, text)
    except NotYetSaid as unread:
        await ground.review.approve(draft.id, draft.revision, text, read=unread.reasons)


async def test_the_queue_shows_the_error_and_the_store_keeps_the_truth(ground: ProvingGround) -> None:
    draft = await ground.draft()

    assert (await ground.review.open(draft.id)).draft.text == WRONG
    test = await open_test(ground, draft)
    assert test is not None
    assert test.true_text == TEXT
    await ground.store.write(lambda records: records.drafts.supersede_open(draft.ticket_id))
    assert (await ground.stored(draft.id)).text == TEXT


async def test_the_editor_gives_away_no_more_than_of_a_wrong_draft_no_rule_held_back(ground: ProvingGround) -> None:
    """The other number would be underlined otherwise: reviewers would be tested on what they never meet."""
    draft = await ground.draft()
    shown = await ground.review.open(draft.id)

    assert shown.proof is not None
    (sentence,) = shown.proof.sentences
    assert "20 seconds" in shown.proof.said(sentence)
    assert (sentence.level, sentence.why) == (Level.SUPPORTED, ())
    edited = await ground.review.proving.of(draft.id, WRONG.replace("20 seconds", "25 seconds"))
    assert edited.sentences[0].level is Level.UNSUPPORTED


async def test_whoever_lets_it_pass_is_told_what_was_planted_and_goes_on_with_the_true_draft(ground: ProvingGround) -> None:
    draft = await ground.draft()

    with pytest.raises(DraftWasATest) as told:
        await approved(ground, draft)

    assert (told.value.caught, told.value.kind, told.value.instead) == (False, "number", PLANTED.right)
    assert await ground.outbox() == []
    assert await ground.review.decisions(draft.ticket_id) == []
    true = await ground.stored(draft.id)
    assert (true.text, true.state, true.revision) == (TEXT, DraftState.IN_REVIEW, draft.revision + 1)
    assert await ground.store.read(lambda records: records.labels.of_draft(draft.id)) is None

    await ground.decide(true)
    assert ["10 seconds" in reply.body for reply in await ground.outbox()] == [True]
    assert (await ground.certifying.test_drafts())[0].outcome is Outcome.MISSED


async def test_an_edit_counts_as_noticed_when_the_error_is_gone(ground: ProvingGround) -> None:
    edits = {TEXT: True, WRONG.replace("Hello", "Dear"): False, TEXT.replace("10 seconds", "15 seconds"): True}
    for text, caught in edits.items():
        draft = await ground.draft()
        await ground.review.keep_edit(draft.id, draft.revision, text)

        with pytest.raises(DraftWasATest) as told:
            await approved(ground, draft, text)

        assert told.value.caught is caught
        true = await ground.stored(draft.id)
        assert (true.text, true.edited) == (TEXT, None)
    assert await ground.outbox() == []


async def test_refusing_it_counts_as_noticed_and_refuses_nothing(ground: ProvingGround) -> None:
    drafts = []
    for refuse in (
        lambda draft: ground.review.reject(draft.id, draft.revision, RejectReason.WRONG_FACT),
        lambda draft: ground.review.escalate(draft.id, draft.revision, "odd"),
        lambda draft: ground.review.regenerate(draft.id, "without the figure"),
    ):
        draft = await ground.draft()
        drafts.append(draft)
        with pytest.raises(DraftWasATest) as told:
            await refuse(draft)
        assert told.value.caught

    for draft in drafts:
        assert (await ground.stored(draft.id)).state is DraftState.IN_REVIEW
        assert await ground.review.decisions(draft.ticket_id) == []
    assert [one.outcome for one in await ground.certifying.test_drafts()] == [Outcome.CAUGHT] * 3


async def test_a_decision_made_on_the_test_does_not_fall_on_the_true_draft(ground: ProvingGround) -> None:
    draft = await ground.draft()
    with pytest.raises(DraftWasATest):
        await ground.review.reject(draft.id, draft.revision, RejectReason.WRONG_FACT)

    with pytest.raises(DraftSuperseded):
        await ground.review.approve(draft.id, draft.revision)


async def test_neither_a_decision_nor_the_outbox_takes_a_draft_with_an_open_test(ground: ProvingGround) -> None:
    draft = await ground.draft()
    due = ground.clock.now() + timedelta(seconds=1)

    for kind in DecisionKind:
        decision = NewDecision(draft.id, draft.revision, kind, "Ada", WRONG)
        with pytest.raises(DraftSuperseded):
            await ground.store.write(lambda records, decision=decision: records.drafts.decide(decision))  # type: ignore[misc]
    with pytest.raises(InvalidTransition):
        await ground.store.write(lambda records: records.outbox.queue(draft.ticket_id, draft.id, WRONG, due))
    assert await ground.outbox() == []


async def test_a_reply_by_hand_that_repeats_the_error_does_not_pass(ground: ProvingGround) -> None:
    draft = await ground.draft()

    with pytest.raises(DraftWasATest) as told:
        await ground.inbox.reply(draft.ticket_id, "Hello, hold the button for 20 seconds, then let it go.")

    assert not told.value.caught
    assert await ground.outbox() == []
    await ground.inbox.reply(draft.ticket_id, "Hello, hold the button for 10 seconds, then let it go.")
    assert len(await ground.outbox()) == 1


async def test_a_program_that_dies_at_any_point_sends_nothing_planted(ground: ProvingGround) -> None:
    draft = await ground.draft()

    class Died(BaseException):
        pass

    async def dies(records: Any) -> None:
        test = await records.seeds.open_of(draft.id)
        await records.seeds.settle(test, Outcome.MISSED, "Ada")
        raise Died

    with pytest.raises(Died):
        await ground.store.write(dies)
    ground.furnish()

    assert await open_test(ground, draft) is not None
    with pytest.raises(DraftWasATest):
        await approved(ground, draft)
    assert await ground.outbox() == []


async def test_undoing_the_true_decision_brings_back_the_true_text(ground: ProvingGround) -> None:
    decided = await ground.decide(await ground.draft())

    shown = await ground.review.undo(decided.decision.id)

    assert (shown.draft.text, shown.draft.edited) == (TEXT, None)


async def test_there_is_one_at_a_time_and_so_many_reviews_between(
    ground: ProvingGround, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seeding, "REVIEWS_BETWEEN", 2)
    first = await ground.draft()
    assert await open_test(ground, first) is None
    await ground.decide(first)
    await ground.go_through(1)
    planted = await ground.draft()
    assert await open_test(ground, planted) is not None

    another = await ground.draft()
    assert await open_test(ground, another) is None
    await ground.decide(planted)
    await ground.decide(another)
    assert await open_test(ground, await ground.draft()) is not None


async def test_none_without_a_goal_on_pressing_tickets_or_on_drafts_that_may_not_be_sent(
    store: SqliteStore, clock: FixedClock, tmp_path: Path
) -> None:
    ground = ProvingGround(store, clock, tmp_path, test_share=1.0)
    assert await open_test(ground, await ground.draft()) is None
    await ground.certifying.set_goal(GoalWish(0.05))

    assert await open_test(ground, await ground.draft(sendable=False)) is None
    assert await open_test(ground, await ground.draft(signals={"margin": 3.0, "severity": 1.0})) is None
    assert await open_test(ground, await ground.draft()) is not None


async def test_a_newer_message_of_the_customer_retires_it_and_says_nothing_of_reviewers(ground: ProvingGround) -> None:
    draft = await ground.draft()
    await ground.store.write(lambda records: records.drafts.request(draft.ticket_id))

    assert await open_test(ground, draft) is None
    assert (await ground.certifying.standing()).reviewers.decided == 0


async def test_enough_test_drafts_correct_the_certificate(ground: ProvingGround) -> None:
    draft = await ground.draft()

    async def history(records: Any) -> None:
        for number in range(30):
            await records.seeds.plant(draft.id, 1, TEXT, PLANTED)
            await records.seeds.settle(
                await records.seeds.open_of(draft.id), Outcome.CAUGHT if number else Outcome.MISSED, "Ada"
            )

    await ground.store.write(history)
    reviewers = (await ground.certifying.standing()).reviewers

    assert (reviewers.caught, reviewers.missed) == (29, 1)
    assert reviewers.sensitivity is not None
    assert 0.6 < reviewers.sensitivity < 29 / 30
