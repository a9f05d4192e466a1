"""A trial on old tickets: read, drafted whatever happens, judged blind, timed, and told in a report that can be checked."""

import asyncio
import json

import pytest

from helpdesk.domain.comparison import Reading
from helpdesk.domain.errors import BadInput, NotFound
from helpdesk.domain.events import DraftRequested
from helpdesk.domain.history import OldState, TrialState
from helpdesk.domain.ids import DraftId, TicketId
from helpdesk.domain.progress import Progress, unheard
from helpdesk.services.history.drafting import PEOPLE_FIRST
from helpdesk.services.memory import Memory
from tests.fakes.listing import listed
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


class OnBattery:
    def strained(self) -> str:
        return "it runs on battery"


async def test_a_mailbox_becomes_questions_with_the_replies_people_sent(trial_desk: TrialDesk) -> None:
    box = trial_desk.folder / "old.mbox"
    box.write_text(BOX, "utf-8")
    done = await trial_desk.history.reading.bring([box], "old", (), unheard)
    (old,) = await trial_desk.tickets(done.history_id)
    assert (old.ticket.question, old.ticket.human) == ("How do I reset the hub?", "Hi Jo,\n\nhold the button for 10 seconds.")
    assert (done.us, done.guessed) == (("acme.example",), True)
    assert [(one.path, one.line) for one in done.refused] == [("old.mbox", 10), ("old.mbox", 36)]
    assert "nobody of us answered it" in done.refused[1].reason


async def test_an_import_makes_no_tickets_and_the_same_again_adds_nothing(trial_desk: TrialDesk) -> None:
    file = hub_table(trial_desk.folder, 30)
    first = await trial_desk.history.reading.bring([file], "old", (), unheard)
    copy = file.rename(trial_desk.folder / "copy.jsonl")
    again = await trial_desk.history.reading.bring([copy], "old", (), unheard)
    assert (first.added, again.added, again.duplicates) == (30, 0, 30)
    assert first.history_id == again.history_id
    assert await listed(trial_desk.spine.store) == ()


async def test_an_import_cut_off_in_the_middle_is_finished_by_doing_it_again(trial_desk: TrialDesk) -> None:
    file = hub_table(trial_desk.folder, 130)

    def stop(progress: Progress) -> None:
        if progress.label == "Keeping" and progress.done >= 100:
            raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        await trial_desk.history.reading.bring([file], "old", (), stop)
    (row,) = await trial_desk.history.drafting.rows()
    assert (row.trial.state, row.counts.tickets) == (TrialState.READING, 100)
    with pytest.raises(BadInput, match="import was not finished"):
        await trial_desk.history.drafting.begin(row.trial.id)
    assert (await trial_desk.history.reading.bring([file], "old", (), unheard)).added == 30
    assert (await trial_desk.history.drafting.rows())[0].trial.state is TrialState.READY


async def test_a_file_without_a_single_pair_says_what_is_missing(trial_desk: TrialDesk) -> None:
    file = trial_desk.folder / "asked.jsonl"
    file.write_text(json.dumps({"body": "How do I reset it?"}) + "\n", "utf-8")
    with pytest.raises(BadInput, match="no answer beside the question"):
        await trial_desk.history.reading.bring([file], "asked", (), unheard)
    assert await trial_desk.history.drafting.rows() == []


async def test_every_ticket_is_drafted_and_compared(trial_desk: TrialDesk) -> None:
    trial = await trial_desk.read(
        trial_desk.table([("How do I reset the hub?", RIGHT), ("How do I reset it?", "Hold it for 30 seconds.")])
    )
    assert await trial_desk.history.drafting.run(trial, unheard) == ""
    same, other = await trial_desk.tickets(trial)
    assert same.draft is not None
    assert other.draft is not None
    assert "10 second" in same.draft.comparison.agreeing
    assert other.draft.comparison.reading is Reading.DIFFERS
    assert other.draft.comparison.clashes == ("30 second | 10 second",)
    assert same.draft.fingerprint == other.draft.fingerprint
    (row,) = await trial_desk.history.drafting.rows()
    assert (row.trial.state, row.counts.drafted) == (TrialState.DONE, 2)


async def test_nothing_of_a_trial_becomes_a_draft_a_label_or_a_memory(trial_desk: TrialDesk) -> None:
    await trial_desk.drafted(3)
    store = trial_desk.spine.store
    assert await store.read(lambda records: records.drafts.requested(10)) == []
    assert await trial_desk.spine.memory().listed() == []
    assert dict(await store.read(lambda records: records.labels.counts())) == {}


async def test_no_remembered_answer_is_looked_for(trial_desk: TrialDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    """It may be the very one the draft is compared with."""

    async def never(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(Memory, "near", never)
    assert (await trial_desk.counts(await trial_desk.drafted(1))).drafted == 1


async def test_drafting_goes_on_where_it_was_killed(trial_desk: TrialDesk) -> None:
    trial = await trial_desk.read(hub_table(trial_desk.folder, 5))
    await trial_desk.history.drafting.begin(trial)
    for _ in range(3):
        assert await trial_desk.history.drafting.next()
    before = [old.draft for old in await trial_desk.tickets(trial)]
    assert await trial_desk.history.drafting.run(trial, unheard) == ""
    after = [old.draft for old in await trial_desk.tickets(trial)]
    assert after[:3] == before[:3]
    assert None not in after
    assert not await trial_desk.history.drafting.next()


@pytest.mark.logs("old ticket 2: ZeroDivisionError")
async def test_a_ticket_that_cannot_be_drafted_does_not_stop_the_others(
    trial_desk: TrialDesk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    gather, known = trial_desk.spine.known.gather, trial_desk.spine.known

    async def stumble(subject: str, message: str, earlier: tuple[str, ...]) -> object:
        if "number 1" in message:
            raise ZeroDivisionError
        return await gather(subject, message, earlier)

    monkeypatch.setattr(known, "gather", stumble)
    trial = await trial_desk.drafted(3)
    states = [(old.state, old.failure) for old in await trial_desk.tickets(trial)]
    assert states[1] == (OldState.FAILED, "unexpected ZeroDivisionError")
    assert [state for state, _ in states].count(OldState.DRAFTED) == 2
    assert "number 1" not in caplog.text
    monkeypatch.setattr(known, "gather", gather)
    await trial_desk.history.drafting.run(trial, unheard)
    assert (await trial_desk.counts(trial)).drafted == 3


async def test_todays_customers_go_first(trial_desk: TrialDesk) -> None:
    trial = await trial_desk.read(hub_table(trial_desk.folder, 2))
    drafting = trial_desk.history.drafting
    await drafting.begin(trial)
    await trial_desk.spine.requested()
    assert not await drafting.next()
    (row,) = await drafting.rows()
    assert row.paused == PEOPLE_FIRST


async def test_a_customer_who_writes_now_ends_the_drafting_of_an_old_ticket(
    trial_desk: TrialDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    trial = await trial_desk.read(hub_table(trial_desk.folder, 1))
    drafting, begun = trial_desk.history.drafting, asyncio.Event()

    async def endless(*_: object) -> object:
        begun.set()
        return await asyncio.Event().wait()

    monkeypatch.setattr(trial_desk.spine.known, "gather", endless)
    await drafting.begin(trial)
    working = asyncio.create_task(drafting.next())
    await begun.wait()
    drafting.heed(DraftRequested(DraftId(1), TicketId(1)))
    assert not await working
    assert (await trial_desk.counts(trial)).waiting == 1


async def test_an_idle_machine_is_waited_for(trial_desk: TrialDesk) -> None:
    trial_desk.spine.machine = OnBattery()
    trial = await trial_desk.read(hub_table(trial_desk.folder, 1))
    drafting = trial_desk.history.drafting
    await drafting.begin(trial)
    assert not await drafting.next()
    assert (await drafting.rows())[0].paused == "it runs on battery"
    await drafting.pause(trial)
    assert (await drafting.rows())[0].trial.state is TrialState.READY


async def test_the_time_left_is_the_measured_pace(trial_desk: TrialDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    gather = trial_desk.spine.known.gather

    async def slowly(subject: str, message: str, earlier: tuple[str, ...]) -> object:
        trial_desk.spine.clock.advance(seconds=60)
        return await gather(subject, message, earlier)

    monkeypatch.setattr(trial_desk.spine.known, "gather", slowly)
    trial = await trial_desk.read(hub_table(trial_desk.folder, 4))
    await trial_desk.history.drafting.begin(trial)
    assert (await trial_desk.counts(trial)).seconds_left is None
    await trial_desk.history.drafting.next()
    assert (await trial_desk.counts(trial)).seconds_left == 180.0


async def test_minutes_are_claimed_after_both_sides_were_timed(trial_desk: TrialDesk) -> None:
    trial = await trial_desk.filled(110)
    numbers = await trial_desk.history.reporting.numbers(trial)
    assert numbers["minutes"]["seconds"] is None
    helped: list[bool] = []
    while (task := await trial_desk.history.timing.next(trial)) and len(helped) < 16:
        helped.append(task.helped)
        assert bool(task.draft) is task.helped
        await trial_desk.history.timing.done(task.id, 60.0 if task.helped else 200.0 + len(helped))
    assert 7 <= sum(helped) <= 9
    told = (await trial_desk.history.reporting.numbers(trial))["minutes"]
    assert 130 < told["low"] <= told["seconds"] <= told["high"] < 170
    control = {old.id for old in await trial_desk.tickets(trial) if old.ticket.control}
    assert {old.id for old in await trial_desk.tickets(trial) if old.handled and old.handled > 100} <= control


async def test_a_report_is_checked_number_by_number(trial_desk: TrialDesk) -> None:
    trial = await trial_desk.filled(12)
    await trial_desk.history.judging.draw(trial, 5)
    await trial_desk.judge(trial, draft_right=False)
    file = trial_desk.folder / "report.html"
    await trial_desk.history.reporting.save(trial, file)
    assert await trial_desk.history.reporting.check(file) == ()
    page = file.read_text("utf-8")
    assert "<script" not in page
    assert "http://" not in page.replace("http-equiv", "")
    file.write_text(page.replace("&quot;wrong&quot;: 1", "&quot;wrong&quot;: 0"), "utf-8")
    assert {"errors.all.wrong"} <= {one.where for one in await trial_desk.history.reporting.check(file)}
    file.write_text(page.replace("<h2>Minutes saved</h2>", "<h2>Hours saved</h2>"), "utf-8")
    (changed,) = await trial_desk.history.reporting.check(file)
    assert changed.where.startswith("page, line")
    file.write_text(page.replace("these figures sort, judges decide", "these figures decide"), "utf-8")
    (changed,) = await trial_desk.history.reporting.check(file)
    assert ("figures decide" in changed.said, "figures sort" in changed.found) == (True, True)
    file.write_text(page, "utf-8")
    await trial_desk.judge(trial)
    assert "errors.all.checked" in {one.where for one in await trial_desk.history.reporting.check(file)}


async def test_a_report_names_no_customer(trial_desk: TrialDesk) -> None:
    rows = [
        (f"I am Jo Miller, call me at +44 20 7946 {n:04d}: what is the tax number?", "It is on the invoice.") for n in range(6)
    ]
    trial = await trial_desk.read(trial_desk.table(rows))
    trial_desk.spine.known.passages = []
    await trial_desk.history.drafting.run(trial, unheard)
    masked = await trial_desk.history.reporting.numbers(trial)
    plain = await trial_desk.history.reporting.numbers(trial, masked=False)
    assert masked["gaps"][0]["no_draft"] == 6
    assert "7946" not in str(masked)
    assert "7946" in str(plain)


async def test_what_is_no_report_is_refused(trial_desk: TrialDesk) -> None:
    file = trial_desk.folder / "page.html"
    deep = "[" * 100_000
    bare = ("[1]", '{"trial": {}}', '{"trial": [], "tickets": 3}', deep)
    for text in ("", "<html>", *(f'<pre id="numbers">{numbers}</pre>' for numbers in bare)):
        file.write_text(text, "utf-8")
        with pytest.raises(BadInput, match="no whole report"):
            await trial_desk.history.reporting.check(file)


async def test_a_trial_is_removed_with_every_word_of_it(trial_desk: TrialDesk) -> None:
    trial = await trial_desk.drafted(3)
    await trial_desk.history.reading.remove(trial)
    assert await trial_desk.history.drafting.rows() == []
    assert await trial_desk.tickets(trial) == []
    with pytest.raises(NotFound):
        await trial_desk.history.reading.remove(trial)
