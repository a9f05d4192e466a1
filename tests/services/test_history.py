"""A trial on old tickets: read, drafted whatever happens, judged blind, timed, and told in a report that can be checked."""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpdesk.adapters.channels.ticket_files import TicketFiles
from helpdesk.domain.certificate import Goal, Method
from helpdesk.domain.comparison import Reading
from helpdesk.domain.errors import BadInput, NotFound
from helpdesk.domain.events import DraftRequested
from helpdesk.domain.history import OldState, Preferred, TrialState
from helpdesk.domain.ids import DraftId, TicketId
from helpdesk.domain.progress import Progress, unheard
from helpdesk.services.history import Said
from helpdesk.services.history.drafting import PEOPLE_FIRST
from helpdesk.services.memory import Memory
from tests.fakes.lending import lent
from tests.fakes.listing import listed
from tests.fakes.spine import TEXT, Spine
from tests.fakes.trial_desk import RIGHT, TrialDesk, hub_table

BOX = """From x Mon Jun  1 10:00:00 2026
From: Jo <jo@home.example>
To: desk@acme.example
Subject: Hub
Message-ID: <q@x>
Date: Mon, 01 Jun 2026 10:00:00 +0000

How do I reset the hub?

From x Mon Jun  1 10:00:00 2026
From: desk@acme.example
To: jo@home.example
Subject: Re: Hub
Message-ID: <auto@x>
In-Reply-To: <q@x>
Auto-Submitted: auto-replied
Date: Mon, 01 Jun 2026 10:01:00 +0000

We got your mail.

From x Mon Jun  1 10:00:00 2026
From: Ann <ann@acme.example>
To: jo@home.example
Subject: Re: Hub
Message-ID: <a@x>
References: <q@x> <auto@x>
Date: Mon, 01 Jun 2026 11:00:00 +0000

Hi Jo,

hold the button for 10 seconds.

On Mon, 1 Jun 2026 at 10:00, Jo <jo@home.example> wrote:
> How do I reset the hub?

From x Mon Jun  1 10:00:00 2026
From: Max <max@home.example>
To: desk@acme.example
Subject: Anybody?
Message-ID: <lonely@x>
Date: Tue, 02 Jun 2026 10:00:00 +0000

Is anybody there?
"""


@pytest.fixture(scope="module")
def files() -> Iterator[TicketFiles]:
    with lent(TicketFiles()) as shared:
        yield shared


@pytest.fixture
async def desk(spine: Spine, tmp_path: Path, files: TicketFiles) -> TrialDesk:
    await spine.knows(TEXT)
    return TrialDesk(spine, files, tmp_path)


class OnBattery:
    def strained(self) -> str:
        return "it runs on battery"


async def test_a_mailbox_becomes_questions_with_the_replies_people_sent(desk: TrialDesk) -> None:
    box = desk.folder / "old.mbox"
    box.write_text(BOX, "utf-8")
    done = await desk.history.reading.bring([box], "old", (), unheard)
    (old,) = await desk.tickets(done.history_id)
    assert (old.ticket.question, old.ticket.human) == ("How do I reset the hub?", "Hi Jo,\n\nhold the button for 10 seconds.")
    assert (done.us, done.guessed) == (("acme.example",), True)
    assert [(one.path, one.line) for one in done.refused] == [("old.mbox", 10), ("old.mbox", 36)]
    assert "nobody of us answered it" in done.refused[1].reason


async def test_an_import_makes_no_tickets_and_the_same_again_adds_nothing(desk: TrialDesk) -> None:
    file = hub_table(desk.folder, 30)
    first = await desk.history.reading.bring([file], "old", (), unheard)
    copy = file.rename(desk.folder / "copy.jsonl")
    again = await desk.history.reading.bring([copy], "old", (), unheard)
    assert (first.added, again.added, again.duplicates) == (30, 0, 30)
    assert first.history_id == again.history_id
    assert await listed(desk.spine.store) == ()


async def test_an_import_cut_off_in_the_middle_is_finished_by_doing_it_again(desk: TrialDesk) -> None:
    file = hub_table(desk.folder, 130)

    def stop(progress: Progress) -> None:
        if progress.label == "Keeping" and progress.done >= 100:
            raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        await desk.history.reading.bring([file], "old", (), stop)
    (row,) = await desk.history.drafting.rows()
    assert (row.trial.state, row.counts.tickets) == (TrialState.READING, 100)
    with pytest.raises(BadInput, match="import was not finished"):
        await desk.history.drafting.begin(row.trial.id)
    assert (await desk.history.reading.bring([file], "old", (), unheard)).added == 30
    assert (await desk.history.drafting.rows())[0].trial.state is TrialState.READY


async def test_a_file_without_a_single_pair_says_what_is_missing(desk: TrialDesk) -> None:
    file = desk.folder / "asked.jsonl"
    file.write_text(json.dumps({"body": "How do I reset it?"}) + "\n", "utf-8")
    with pytest.raises(BadInput, match="no answer beside the question"):
        await desk.history.reading.bring([file], "asked", (), unheard)
    assert await desk.history.drafting.rows() == []


async def test_every_ticket_is_drafted_and_compared(desk: TrialDesk) -> None:
    trial = await desk.read(desk.table([("How do I reset the hub?", RIGHT), ("How do I reset it?", "Hold it for 30 seconds.")]))
    assert await desk.history.drafting.run(trial, unheard) == ""
    same, other = await desk.tickets(trial)
    assert same.draft is not None
    assert other.draft is not None
    assert "10 second" in same.draft.comparison.agreeing
    assert other.draft.comparison.reading is Reading.DIFFERS
    assert other.draft.comparison.clashes == ("30 second | 10 second",)
    assert same.draft.fingerprint == other.draft.fingerprint
    (row,) = await desk.history.drafting.rows()
    assert (row.trial.state, row.counts.drafted) == (TrialState.DONE, 2)


async def test_nothing_of_a_trial_becomes_a_draft_a_label_or_a_memory(desk: TrialDesk) -> None:
    await desk.drafted(3)
    store = desk.spine.store
    assert await store.read(lambda records: records.drafts.requested(10)) == []
    assert await desk.spine.memory().listed() == []
    assert dict(await store.read(lambda records: records.labels.counts())) == {}


async def test_no_remembered_answer_is_looked_for(desk: TrialDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    """It may be the very one the draft is compared with."""

    async def never(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(Memory, "near", never)
    assert (await desk.counts(await desk.drafted(1))).drafted == 1


async def test_drafting_goes_on_where_it_was_killed(desk: TrialDesk) -> None:
    trial = await desk.read(hub_table(desk.folder, 5))
    await desk.history.drafting.begin(trial)
    for _ in range(3):
        assert await desk.history.drafting.next()
    before = [old.draft for old in await desk.tickets(trial)]
    assert await desk.history.drafting.run(trial, unheard) == ""
    after = [old.draft for old in await desk.tickets(trial)]
    assert after[:3] == before[:3]
    assert None not in after
    assert not await desk.history.drafting.next()


@pytest.mark.logs("old ticket 2: ZeroDivisionError")
async def test_a_ticket_that_cannot_be_drafted_does_not_stop_the_others(
    desk: TrialDesk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    gather, known = desk.spine.known.gather, desk.spine.known

    async def stumble(subject: str, message: str, earlier: tuple[str, ...]) -> object:
        if "number 1" in message:
            raise ZeroDivisionError
        return await gather(subject, message, earlier)

    monkeypatch.setattr(known, "gather", stumble)
    trial = await desk.drafted(3)
    states = [(old.state, old.failure) for old in await desk.tickets(trial)]
    assert states[1] == (OldState.FAILED, "unexpected ZeroDivisionError")
    assert [state for state, _ in states].count(OldState.DRAFTED) == 2
    assert "number 1" not in caplog.text
    monkeypatch.setattr(known, "gather", gather)
    await desk.history.drafting.run(trial, unheard)
    assert (await desk.counts(trial)).drafted == 3


async def test_todays_customers_go_first(desk: TrialDesk) -> None:
    trial = await desk.read(hub_table(desk.folder, 2))
    drafting = desk.history.drafting
    await drafting.begin(trial)
    await desk.spine.requested()
    assert not await drafting.next()
    (row,) = await drafting.rows()
    assert row.paused == PEOPLE_FIRST


async def test_a_customer_who_writes_now_ends_the_drafting_of_an_old_ticket(
    desk: TrialDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    trial = await desk.read(hub_table(desk.folder, 1))
    drafting, begun = desk.history.drafting, asyncio.Event()

    async def endless(*_: object) -> object:
        begun.set()
        return await asyncio.Event().wait()

    monkeypatch.setattr(desk.spine.known, "gather", endless)
    await drafting.begin(trial)
    working = asyncio.create_task(drafting.next())
    await begun.wait()
    drafting.heed(DraftRequested(DraftId(1), TicketId(1)))
    assert not await working
    assert (await desk.counts(trial)).waiting == 1


async def test_an_idle_machine_is_waited_for(desk: TrialDesk) -> None:
    desk.spine.machine = OnBattery()
    trial = await desk.read(hub_table(desk.folder, 1))
    drafting = desk.history.drafting
    await drafting.begin(trial)
    assert not await drafting.next()
    assert (await drafting.rows())[0].paused == "it runs on battery"
    await drafting.pause(trial)
    assert (await drafting.rows())[0].trial.state is TrialState.READY


async def test_the_time_left_is_the_measured_pace(desk: TrialDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    gather = desk.spine.known.gather

    async def slowly(subject: str, message: str, earlier: tuple[str, ...]) -> object:
        desk.spine.clock.advance(seconds=60)
        return await gather(subject, message, earlier)

    monkeypatch.setattr(desk.spine.known, "gather", slowly)
    trial = await desk.read(hub_table(desk.folder, 4))
    await desk.history.drafting.begin(trial)
    assert (await desk.counts(trial)).seconds_left is None
    await desk.history.drafting.next()
    assert (await desk.counts(trial)).seconds_left == 180.0


async def test_a_sample_is_drawn_once_from_what_is_not_in_the_control_slice(desk: TrialDesk) -> None:
    trial = await desk.filled(40)
    assert await desk.history.judging.draw(trial, 12) == 12
    sample = [old for old in await desk.tickets(trial) if old.place]
    assert sorted(old.place for old in sample) == list(range(1, 13))
    assert not any(old.ticket.control for old in sample)
    with pytest.raises(BadInput, match="drawn already"):
        await desk.history.judging.draw(trial, 20)
    with pytest.raises(BadInput, match="must stay"):
        await desk.history.drafting.begin(trial, again=True)


async def test_what_is_drafted_so_far_is_no_random_sample(desk: TrialDesk) -> None:
    trial = await desk.read(hub_table(desk.folder, 8))
    with pytest.raises(BadInput, match="no random sample"):
        await desk.history.judging.draw(trial, 5)


async def test_a_blind_pair_tells_nobody_which_is_the_draft(desk: TrialDesk) -> None:
    trial = await desk.filled(40)
    await desk.history.judging.draw(trial, 20)
    firsts = []
    while pair := await desk.history.judging.next(trial):
        assert {"Ada", "Northlight", "[1]"}.isdisjoint(pair.first.split() + pair.second.split())
        assert pair.first.lower()[:5] not in {"hi jo", "hello"}
        firsts.append("Unplug" in pair.first)
        await desk.history.judging.say(pair.id, Said((True, False), (True, True)))
    assert 3 < sum(firsts) < 17
    preferred = {old.judgement.preferred for old in await desk.tickets(trial) if old.judgement}
    assert preferred == {Preferred.DRAFT, Preferred.HUMAN}


async def test_a_judgement_can_be_taken_back_until_the_sample_is_weighed(desk: TrialDesk) -> None:
    trial = await desk.filled(12)
    await desk.history.judging.draw(trial, 5)
    for _ in range(2):
        await desk.judge(trial, draft_right=False)
    assert await desk.history.judging.take_back(trial)
    assert (await desk.counts(trial)).judged == 1
    while await desk.judge(trial):
        pass
    with pytest.raises(BadInput, match="weighed"):
        await desk.history.judging.take_back(trial)


async def goal_set(desk: TrialDesk) -> None:
    goal = Goal(0, 0.05, 0.1, (), (), "Ada", desk.spine.clock.now())
    await desk.spine.store.write(lambda records: records.goals.set(goal))


@pytest.mark.parametrize("wrong", [0, 5])
async def test_a_judged_sample_is_weighed_once_by_the_exact_test(desk: TrialDesk, wrong: int) -> None:
    await goal_set(desk)
    trial = await desk.filled(75)
    await desk.history.judging.draw(trial, 55)
    await desk.judged_but_one(trial, wrong=wrong)
    assert await desk.judge(trial)
    standing = await desk.spine.store.read(lambda records: records.certificates.standing())
    if wrong:
        assert standing == []
        return
    (certificate,) = standing
    assert (certificate.method, certificate.alpha, certificate.wrong) == (Method.FIXED_SAMPLE, 0.05, 0)
    assert certificate.checked >= 45
    assert certificate.evidence["history"] == trial


async def test_a_goal_set_after_looking_proves_nothing(desk: TrialDesk) -> None:
    trial = await desk.filled(75)
    await desk.history.judging.draw(trial, 55)
    await desk.judged_but_one(trial)
    desk.spine.clock.advance(minutes=1)
    await goal_set(desk)
    assert await desk.judge(trial)
    assert await desk.spine.store.read(lambda records: records.certificates.standing()) == []


async def test_a_trial_begun_again_because_the_first_went_badly_proves_nothing(desk: TrialDesk) -> None:
    await goal_set(desk)
    first = await desk.filled(75)
    await desk.history.judging.draw(first, 55)
    await desk.judge(first, draft_right=False)
    await desk.history.reading.remove(first)
    desk.spine.clock.advance(minutes=1)
    again = await desk.filled(75)
    await desk.history.judging.draw(again, 55)
    await desk.judged_but_one(again)
    assert await desk.judge(again)
    assert await desk.spine.store.read(lambda records: records.certificates.standing()) == []


async def test_minutes_are_claimed_after_both_sides_were_timed(desk: TrialDesk) -> None:
    trial = await desk.filled(110)
    numbers = await desk.history.reporting.numbers(trial)
    assert numbers["minutes"]["seconds"] is None
    helped: list[bool] = []
    while (task := await desk.history.timing.next(trial)) and len(helped) < 16:
        helped.append(task.helped)
        assert bool(task.draft) is task.helped
        await desk.history.timing.done(task.id, 60.0 if task.helped else 200.0 + len(helped))
    assert 7 <= sum(helped) <= 9
    told = (await desk.history.reporting.numbers(trial))["minutes"]
    assert 130 < told["low"] <= told["seconds"] <= told["high"] < 170
    control = {old.id for old in await desk.tickets(trial) if old.ticket.control}
    assert {old.id for old in await desk.tickets(trial) if old.handled and old.handled > 100} <= control


async def test_a_report_is_checked_number_by_number(desk: TrialDesk) -> None:
    trial = await desk.filled(12)
    await desk.history.judging.draw(trial, 5)
    await desk.judge(trial, draft_right=False)
    file = desk.folder / "report.html"
    await desk.history.reporting.save(trial, file)
    assert await desk.history.reporting.check(file) == ()
    page = file.read_text("utf-8")
    assert "<script" not in page
    assert "http://" not in page.replace("http-equiv", "")
    file.write_text(page.replace("&quot;wrong&quot;: 1", "&quot;wrong&quot;: 0"), "utf-8")
    assert {"errors.all.wrong"} <= {one.where for one in await desk.history.reporting.check(file)}
    file.write_text(page.replace("<h2>Minutes saved</h2>", "<h2>Hours saved</h2>"), "utf-8")
    (changed,) = await desk.history.reporting.check(file)
    assert changed.where.startswith("page, line")
    file.write_text(page, "utf-8")
    await desk.judge(trial)
    assert "errors.all.checked" in {one.where for one in await desk.history.reporting.check(file)}


async def test_a_report_names_no_customer(desk: TrialDesk) -> None:
    rows = [
        (f"I am Jo Miller, call me at +44 20 7946 {n:04d}: what is the tax number?", "It is on the invoice.") for n in range(6)
    ]
    trial = await desk.read(desk.table(rows))
    desk.spine.known.passages = []
    await desk.history.drafting.run(trial, unheard)
    masked = await desk.history.reporting.numbers(trial)
    plain = await desk.history.reporting.numbers(trial, masked=False)
    assert masked["gaps"][0]["no_draft"] == 6
    assert "7946" not in str(masked)
    assert "7946" in str(plain)


async def test_what_is_no_report_is_refused(desk: TrialDesk) -> None:
    file = desk.folder / "page.html"
    deep = "[" * 100_000
    bare = ("[1]", '{"trial": {}}', '{"trial": [], "tickets": 3}', deep)
    for text in ("", "<html>", *(f'<pre id="numbers">{numbers}</pre>' for numbers in bare)):
        file.write_text(text, "utf-8")
        with pytest.raises(BadInput, match="no whole report"):
            await desk.history.reporting.check(file)


async def test_a_trial_is_removed_with_every_word_of_it(desk: TrialDesk) -> None:
    trial = await desk.drafted(3)
    await desk.history.reading.remove(trial)
    assert await desk.history.drafting.rows() == []
    assert await desk.tickets(trial) == []
    with pytest.raises(NotFound):
        await desk.history.reading.remove(trial)
