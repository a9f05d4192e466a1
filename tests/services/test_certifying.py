"""Proving that answers may leave by themselves: evidence, certificates, and everything that takes them away again."""

from collections.abc import Callable
from dataclasses import fields, replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from helpdesk.adapters.sqlite.assessments import SqliteAssessments
from helpdesk.adapters.sqlite.store import SqliteStore
from helpdesk.domain.certificate import Certificate, Ended
from helpdesk.domain.decision import DecisionKind
from helpdesk.domain.draft import Draft, DraftState
from helpdesk.domain.drift import ALARM
from helpdesk.domain.errors import BadInput
from helpdesk.domain.ids import DraftId, TicketId
from helpdesk.domain.label import Cause, Label
from helpdesk.domain.sending import AlarmKind
from helpdesk.domain.standing import Standing
from helpdesk.ports import Records
from helpdesk.services.certifying import GoalWish, scales
from tests.fakes.clock import FixedClock
from tests.fakes.proving_ground import DRAFTER, TEXT, ProvingGround, know_lots, scorer

EASY = GoalWish(alpha=0.2, delta=0.25)
"""Proven by ten right answers."""
ENOUGH = 10


@pytest.fixture(autouse=True)
def known_lots(monkeypatch: pytest.MonkeyPatch) -> None:
    know_lots(monkeypatch)


@pytest.fixture
def open_ground(store: SqliteStore, clock: FixedClock, tmp_path: Path) -> Callable[..., ProvingGround]:
    return lambda **changed: ProvingGround(store, clock, tmp_path, **changed)


@pytest.fixture
async def ground(open_ground: Callable[..., ProvingGround]) -> ProvingGround:
    """With a goal set."""
    made = open_ground()
    await made.certifying.set_goal(EASY)
    return made


async def label_of(draft_id: DraftId, records: Records) -> Label | None:
    return await records.labels.of_draft(draft_id)


async def certified(ground: ProvingGround) -> Certificate:
    await ground.past(ENOUGH - 1)
    await ground.go_through(1)
    pooled = (await ground.certifying.standing()).pooled
    assert pooled is not None
    return pooled


async def test_before_a_goal_is_set_nothing_is_proven_and_every_draft_is_checked(
    open_ground: Callable[..., ProvingGround],
) -> None:
    ground = open_ground()
    await ground.go_through(2)

    assert await ground.certifying.standing() == Standing(audit_share=1.0)


async def test_right_answers_are_proven_label_by_label_and_then_certified(ground: ProvingGround) -> None:
    await ground.past(ENOUGH - 2)
    await ground.go_through(1)
    before = await ground.certifying.standing()
    assert before.certificates == ()
    assert before.drafters[0].pooled.at_least == 1
    assert before.shadow.right == ENOUGH - 1

    announced = ground.said_so
    await ground.go_through(1)
    after = await ground.certifying.standing()

    assert ground.said_so == announced + 1
    assert after.pooled is not None
    assert (after.pooled.checked, after.pooled.wrong, after.pooled.coverage, after.pooled.alpha) == (ENOUGH, 0, 1.0, 0.2)
    assert [one.topic for one in after.certificates] == ["", "hub"]


async def test_the_evidence_is_the_same_after_the_program_was_started_anew(ground: ProvingGround) -> None:
    await ground.go_through(4, wrong=1)
    before = await ground.certifying.standing()
    ground.furnish()

    assert await ground.certifying.standing() == before


async def test_what_certifies_was_drawn_by_lot_and_came_from_this_drafter_and_scorer_after_the_goal(
    open_ground: Callable[..., ProvingGround],
) -> None:
    ground = open_ground()
    await ground.go_through(1)
    await ground.certifying.set_goal(EASY)
    await ground.decide(await ground.draft(sendable=False))
    ground.drafter = replace(DRAFTER, model="other")
    await ground.go_through(1)
    ground.drafter = replace(DRAFTER, embedder="")
    await ground.go_through(1)
    ground.drafter = DRAFTER
    await ground.decide(await ground.draft())

    (drafter,) = (await ground.certifying.standing()).drafters
    assert [cut.checked for cut in drafter.pooled.cuts] == [1, 1, 1, 1]


async def test_a_draft_nobody_has_decided_yet_counts_as_wrong_until_somebody_does(ground: ProvingGround) -> None:
    waiting = await ground.draft()
    await ground.past(ENOUGH - 1)
    await ground.go_through(1)
    held_back = await ground.certifying.standing()
    assert (held_back.pooled, held_back.backlog.waiting) == (None, 1)

    await ground.decide(waiting)

    assert (await ground.certifying.standing()).pooled is not None


async def test_after_two_weeks_without_a_decision_it_counts_as_wrong_for_good(ground: ProvingGround) -> None:
    forgotten = await ground.draft()
    assert not await ground.certifying.sweep()
    ground.clock.advance(days=14)

    assert await ground.certifying.sweep()
    label = await ground.store.read(lambda records: records.labels.of_draft(forgotten.id))
    assert label is not None
    assert (label.wrong, label.cause) == (True, Cause.UNAUDITED)
    assert not await ground.certifying.sweep()
    decided = await ground.decide(await ground.stored(forgotten.id))
    await ground.review.undo(decided.decision.id)
    assert await ground.store.read(lambda records: records.labels.of_draft(forgotten.id)) == label


async def test_what_a_person_gets_rid_of_without_deciding_counts_as_wrong(ground: ProvingGround) -> None:
    by_hand, again, closed, wrote_again = [await ground.draft() for _ in range(4)]
    await ground.inbox.reply(by_hand.ticket_id, "Press it for ten seconds.")
    await ground.review.regenerate(again.id, "shorter")
    await ground.inbox.request_draft(closed.ticket_id)
    await ground.store.write(lambda records: records.drafts.request(wrote_again.ticket_id))

    labels = [await ground.store.read(partial(label_of, one.id)) for one in (by_hand, again, closed, wrote_again)]
    causes = [label.cause if label else None for label in labels]
    assert causes == [Cause.ANSWERED_BY_HAND, Cause.REDRAFTED, Cause.REDRAFTED, None]
    (drafter,) = (await ground.certifying.standing()).drafters
    assert (drafter.pooled.cuts[0].checked, drafter.pooled.cuts[0].wrong) == (3, 3)


async def test_an_undone_decision_is_no_evidence(ground: ProvingGround) -> None:
    await ground.past(ENOUGH - 1)
    decided = await ground.decide(await ground.draft())
    assert (await ground.certifying.standing()).pooled is not None

    announced = ground.said_so
    await ground.review.undo(decided.decision.id)

    standing = await ground.certifying.standing()
    assert (standing.pooled, standing.backlog.waiting) == (None, 1)
    assert ground.said_so == announced + 1
    assert (await ground.certifying.certificates())[0].ended_by == Ended.EVIDENCE


async def test_an_answer_found_wrong_afterwards_ends_what_it_had_proven(ground: ProvingGround) -> None:
    await certified(ground)
    first = (await ground.outbox())[-1].draft_id
    assert first is not None

    async def flip(records: Any) -> bool:
        await records.labels.flip(first, Cause.SAID_WRONG, ground.clock.now())
        return await ground.certifying.weigh(records, first)

    assert await ground.store.write(flip)
    assert (await ground.certifying.standing()).pooled is None


async def test_another_model_ends_the_certificate_and_says_which(ground: ProvingGround) -> None:
    await certified(ground)
    ground.drafter = replace(DRAFTER, model="llama3.2:3b@1234")
    await ground.draft()

    ended = (await ground.certifying.certificates())[0]
    assert (ended.ended_by, ended.ended_why) == (Ended.DRAFTER, "the model changed: none → llama3.2:3b@1234")
    assert (await ground.certifying.standing()).pooled is None


async def test_a_drafter_that_changed_is_noticed_without_a_draft(ground: ProvingGround) -> None:
    granted, told = await certified(ground), ground.said_so
    await ground.certifying.heed_changes()
    assert ((await ground.certifying.standing()).pooled, ground.said_so) == (granted, told)
    ground.drafter = replace(DRAFTER, ways="6 passages")
    await ground.certifying.heed_changes()
    await ground.certifying.heed_changes()
    ended = (await ground.certifying.certificates())[0]
    assert (ended.ended_by, ground.said_so) == (Ended.DRAFTER, told + 1)
    assert (await ground.certifying.standing()).pooled is None


async def test_a_model_that_cannot_be_asked_for_ends_nothing_by_itself(ground: ProvingGround) -> None:
    ground.drafter = model = replace(DRAFTER, model="llama3.2:3b@1234")
    granted = await certified(ground)
    ground.drafter = replace(model, model="")
    await ground.certifying.heed_changes()
    assert (await ground.certifying.standing()).pooled == granted
    ground.drafter = replace(model, model="", prompt="p-2")
    await ground.certifying.heed_changes()
    ended = (await ground.certifying.certificates())[0]
    assert ended.ended_by == Ended.DRAFTER and "model" not in ended.ended_why


async def test_an_embedder_that_is_away_for_a_moment_ends_nothing(ground: ProvingGround) -> None:
    granted = await certified(ground)
    ground.drafter = replace(DRAFTER, embedder="")
    await ground.draft()

    assert (await ground.certifying.standing()).pooled == granted


async def test_a_new_goal_starts_anew_and_the_same_goal_changes_nothing(ground: ProvingGround) -> None:
    granted = await certified(ground)
    assert await ground.certifying.set_goal(EASY) == (await ground.certifying.goals())[0]
    assert (await ground.certifying.standing()).pooled == granted

    await ground.certifying.set_goal(GoalWish(0.1, 0.25, never=("Refunds ",)))

    standing = await ground.certifying.standing()
    assert standing.certificates == ()
    assert standing.goal is not None
    assert standing.goal.never == ("refunds",)
    assert standing.drafters[0].pooled.cuts[0].checked == 0
    assert (await ground.certifying.certificates())[0].ended_why == "the goal changed: 20% → 10%"


async def test_another_share_played_through_reaches_as_far_as_it_is_itself_proven(ground: ProvingGround) -> None:
    """Half of the drafts score less: ten right answers prove them too for one wrong in five, but not for one in twenty."""
    await ground.past(ENOUGH)
    await ground.past(ENOUGH - 1, score=0.65)
    await ground.go_through(1, score=0.65)
    (signed,) = (await ground.certifying.standing()).drafters
    assert (signed.pooled.certificate is not None, signed.coverage) == (True, 1.0)

    (stricter,) = await ground.certifying.outlook(0.05, EASY.delta)
    (same,) = await ground.certifying.outlook(EASY.alpha, EASY.delta)

    assert (stricter.coverage, stricter.certificates) == (0.5, ())
    assert same.coverage == 1.0


async def test_a_goal_nobody_could_mean_is_refused(ground: ProvingGround) -> None:
    for wish in (GoalWish(0.0), GoalWish(0.5), GoalWish(0.05, 0.6), GoalWish(0.05, 0.1, ("hub",), ("Hub",))):
        with pytest.raises(BadInput):
            await ground.certifying.set_goal(wish)


async def test_drift_is_told_apart_from_evidence_that_fell_short(ground: ProvingGround) -> None:
    """After many right answers the evidence still holds when the drafter has already turned bad."""
    await ground.past(34)
    await ground.go_through(1)
    for _ in range(7):
        await ground.decide(await ground.draft(), wrong=True)
        if not (await ground.certifying.standing()).certificates:
            break

    assert Ended.DRIFT in {one.ended_by for one in await ground.certifying.certificates()}
    alarms = await ground.store.read(lambda records: records.alarms.standing())
    assert [alarm.kind for alarm in alarms] == [AlarmKind.DRIFT]
    (drafter,) = (await ground.certifying.standing()).drafters
    assert drafter.pooled.cuts[0].checked == 0
    assert drafter.stop is not None
    assert drafter.drift == ()
    assert max(drafter.stop.drift) == drafter.stop.drift[-1] >= ALARM


async def test_a_better_scorer_on_trial_takes_over_when_it_is_proven(ground: ProvingGround) -> None:
    ground.clock.advance(days=1)
    trial = replace(scorer("own-1", ground.clock.now()), grid=(0.5,))
    await ground.store.write(lambda records: records.scorers.freeze(trial))
    await ground.book.refresh()
    ground.book = type(ground.book)(ground.store, {"excerpts": scorer()}, {"excerpts": trial})
    ground.furnish()

    await ground.past(ENOUGH - 1, score=0.55, by="own-1")
    await ground.go_through(1, score=0.55)

    assert ground.book.live("excerpts").name == "own-1"
    standing = await ground.certifying.standing()
    assert standing.pooled is not None
    assert (standing.pooled.scorer, standing.pooled.cut) == ("own-1", 0.5)


async def test_drafts_people_asked_for_prove_nothing(ground: ProvingGround) -> None:
    draft = await ground.draft()
    asked_for = await ground.review.regenerate(draft.id, "mention the light")
    await ground.deliver(asked_for, 0.95)
    await ground.decide(await ground.stored(asked_for))

    (drafter,) = (await ground.certifying.standing()).drafters
    assert drafter.pooled.cuts[0].checked == 1


async def test_the_queue_and_the_window_do_not_show_who_was_drawn(open_ground: Callable[..., ProvingGround]) -> None:
    """Two drafts alike in everything, one drawn and one not: every column is the same but what names the ticket."""
    ground = open_ground()
    drawn, free = await ground.draft(), await ground.draft()
    await ground.store.write(lambda records: spared(records, free))

    rows = [
        replace(row, draft_id=DraftId(0), ticket_id=TicketId(0), waiting_since=ground.clock.now())
        for row in await ground.review.queue()
    ]
    assert rows[0] == rows[1]
    assert {field.name for field in fields(rows[0])}.isdisjoint({"flagged", "audited", "test"})
    first, second = [(await ground.review.open(one.id)) for one in (drawn, free)]
    names = [field.name for field in fields(first.draft)]
    same = {"id", "ticket_id", "created_at", "updated_at", "correlation"}
    assert all(getattr(first.draft, name) == getattr(second.draft, name) for name in names if name not in same)


async def spared(records: Any, draft: Draft) -> None:
    await records.assessments._note(draft.id, "plain", flagged=0)


async def test_a_blind_review_shows_no_score_until_the_draft_is_decided(open_ground: Callable[..., ProvingGround]) -> None:
    ground = open_ground(blind_review=True)
    sure, unsure = await ground.draft(0.95), await ground.draft(0.2)

    rows = await ground.review.queue()
    assert [row.draft_id for row in rows] == [sure.id, unsure.id]
    assert {(row.confidence, row.route) for row in rows} == {(None, None)}
    shown = (await ground.review.open(sure.id)).draft
    assert (shown.confidence, shown.route, shown.reasons) == (None, None, ())

    await ground.decide(sure)
    assert (await ground.review.open(sure.id)).draft.confidence == 0.95


async def test_a_signed_certificate_lets_a_draft_go_by_itself_and_undo_brings_it_back(
    open_ground: Callable[..., ProvingGround],
) -> None:
    ground = open_ground(audit_share=0.05)
    await ground.certifying.set_goal(EASY)
    await certified(ground)
    await ground.sending.turn_on((await ground.sending.offer()).wanted)
    ground.clock.advance(hours=2)
    drafts = [await ground.draft() for _ in range(4)]

    assert {draft.state for draft in drafts} == {DraftState.APPROVED, DraftState.IN_REVIEW}
    left = next(draft for draft in drafts if draft.state is DraftState.APPROVED)
    (decision,) = await ground.review.decisions(left.ticket_id)
    assert decision.kind is DecisionKind.AUTO
    assert (await ground.review.undo(decision.id)).draft.state is DraftState.IN_REVIEW
    assert (await ground.stored(left.id)).text == TEXT


async def test_a_year_of_labels_costs_little_each_time(ground: ProvingGround, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is settled is added once: each label reads only the rows after it."""
    await ground.past(30)
    await ground.go_through(1)
    read: list[int] = []
    evidence = SqliteAssessments.evidence

    async def counted(*asked: Any) -> Any:
        found = await evidence(*asked)
        read.append(len(found))
        return found

    monkeypatch.setattr(SqliteAssessments, "evidence", counted)
    await ground.go_through(2)

    assert max(read) <= 2


async def test_labels_that_change_later_are_weighed_as_if_they_had_always_been_so(
    ground: ProvingGround, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The evidence goes back to a copy of itself from before them; what comes of it is what comes of all rows read anew."""
    monkeypatch.setattr(scales, "ROWS_BETWEEN", 2)
    monkeypatch.setattr(scales, "MOST_COPIES", 3)
    await ground.past(12, wrong=1)
    decided = await ground.decide(await ground.draft())
    settled = DraftId(4)

    async def flip(records: Records) -> bool:
        await records.labels.flip(settled, Cause.SAID_WRONG, ground.clock.now())
        return await ground.certifying.weigh(records, settled)

    await ground.store.write(flip)
    await ground.review.undo(decided.decision.id)
    before = await ground.certifying.standing()
    ground.furnish()

    assert (await ground.certifying.standing()).drafters == before.drafters
    assert before.drafters[0].pooled.cuts[0].wrong == 2
