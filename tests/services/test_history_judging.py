"""Drafts and people's replies of a trial judged blind, and what that proves."""

import pytest

from helpdesk.domain.certificate import Goal, Method
from helpdesk.domain.errors import BadInput
from helpdesk.domain.history import Preferred
from helpdesk.services.history import Said
from tests.fakes.trial_desk import TrialDesk, hub_table


async def test_a_sample_is_drawn_once_from_what_is_not_in_the_control_slice(trial_desk: TrialDesk) -> None:
    trial = await trial_desk.filled(40)
    assert await trial_desk.history.judging.draw(trial, 12) == 12
    sample = [old for old in await trial_desk.tickets(trial) if old.place]
    assert sorted(old.place for old in sample) == list(range(1, 13))
    assert not any(old.ticket.control for old in sample)
    with pytest.raises(BadInput, match="drawn already"):
        await trial_desk.history.judging.draw(trial, 20)
    with pytest.raises(BadInput, match="must stay"):
        await trial_desk.history.drafting.begin(trial, again=True)


async def test_what_is_drafted_so_far_is_no_random_sample(trial_desk: TrialDesk) -> None:
    trial = await trial_desk.read(hub_table(trial_desk.folder, 8))
    with pytest.raises(BadInput, match="no random sample"):
        await trial_desk.history.judging.draw(trial, 5)


async def test_a_blind_pair_tells_nobody_which_is_the_draft(trial_desk: TrialDesk) -> None:
    trial = await trial_desk.filled(40)
    await trial_desk.history.judging.draw(trial, 20)
    firsts = []
    while pair := await trial_desk.history.judging.next(trial):
        assert {"Ada", "Northlight", "[1]"}.isdisjoint(pair.first.split() + pair.second.split())
        assert pair.first.lower()[:5] not in {"hi jo", "hello"}
        firsts.append("Unplug" in pair.first)
        await trial_desk.history.judging.say(pair.id, Said((True, False), (True, True)))
    assert 3 < sum(firsts) < 17
    preferred = {old.judgement.preferred for old in await trial_desk.tickets(trial) if old.judgement}
    assert preferred == {Preferred.DRAFT, Preferred.HUMAN}


async def test_a_judgement_can_be_taken_back_until_the_sample_is_weighed(trial_desk: TrialDesk) -> None:
    trial = await trial_desk.filled(12)
    await trial_desk.history.judging.draw(trial, 5)
    for _ in range(2):
        await trial_desk.judge(trial, draft_right=False)
    assert await trial_desk.history.judging.take_back(trial)
    assert (await trial_desk.counts(trial)).judged == 1
    while await trial_desk.judge(trial):
        pass
    with pytest.raises(BadInput, match="weighed"):
        await trial_desk.history.judging.take_back(trial)


async def goal_set(trial_desk: TrialDesk) -> None:
    goal = Goal(0, 0.05, 0.1, (), (), "Ada", trial_desk.spine.clock.now())
    await trial_desk.spine.store.write(lambda records: records.goals.set(goal))


@pytest.mark.parametrize("wrong", [0, 5])
async def test_a_judged_sample_is_weighed_once_by_the_exact_test(trial_desk: TrialDesk, wrong: int) -> None:
    await goal_set(trial_desk)
    trial = await trial_desk.filled(75)
    await trial_desk.history.judging.draw(trial, 55)
    await trial_desk.judged_but_one(trial, wrong=wrong)
    assert await trial_desk.judge(trial)
    standing = await trial_desk.spine.store.read(lambda records: records.certificates.standing())
    if wrong:
        assert standing == []
        return
    (certificate,) = standing
    assert (certificate.method, certificate.alpha, certificate.wrong) == (Method.FIXED_SAMPLE, 0.05, 0)
    assert certificate.checked >= 45
    assert certificate.evidence["history"] == trial


async def test_a_goal_set_after_looking_proves_nothing(trial_desk: TrialDesk) -> None:
    trial = await trial_desk.filled(75)
    await trial_desk.history.judging.draw(trial, 55)
    await trial_desk.judged_but_one(trial)
    trial_desk.spine.clock.advance(minutes=1)
    await goal_set(trial_desk)
    assert await trial_desk.judge(trial)
    assert await trial_desk.spine.store.read(lambda records: records.certificates.standing()) == []


async def test_a_trial_begun_again_because_the_first_went_badly_proves_nothing(trial_desk: TrialDesk) -> None:
    await goal_set(trial_desk)
    first = await trial_desk.filled(75)
    await trial_desk.history.judging.draw(first, 55)
    await trial_desk.judge(first, draft_right=False)
    await trial_desk.history.reading.remove(first)
    trial_desk.spine.clock.advance(minutes=1)
    again = await trial_desk.filled(75)
    await trial_desk.history.judging.draw(again, 55)
    await trial_desk.judged_but_one(again)
    assert await trial_desk.judge(again)
    assert await trial_desk.spine.store.read(lambda records: records.certificates.standing()) == []
