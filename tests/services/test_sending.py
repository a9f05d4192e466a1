"""Answers that leave by themselves: off until proven and signed, held by any doubt, stopped at once, never sent twice."""

from dataclasses import replace
from pathlib import Path

import pytest

from helpdesk.adapters.sqlite.store import SqliteStore
from helpdesk.adapters.stop_file import StopFile
from helpdesk.domain.autosend import Lack, Mode
from helpdesk.domain.certificate import Ended, Goal
from helpdesk.domain.change import SetPriority
from helpdesk.domain.composing import WritingKind
from helpdesk.domain.conversation import MessageKind, OutboxState
from helpdesk.domain.draft import DraftState
from helpdesk.domain.errors import NotFound, NotSigned, UndoTooLate
from helpdesk.domain.events import SendingChanged
from helpdesk.domain.ids import OutboxId
from helpdesk.domain.sending import AlarmKind, ConsentKind, Hold, Stop
from helpdesk.domain.ticket import ChannelName, Priority, TicketStatus
from helpdesk.services.changing import Changes
from helpdesk.services.proving import Proving
from helpdesk.services.review import Review
from helpdesk.settings import Settings
from tests.fakes.auto_desk import AutoDesk, judged, sent, why
from tests.fakes.clock import FixedClock


@pytest.fixture
def desk(store: SqliteStore, clock: FixedClock, tmp_path: Path) -> AutoDesk:
    return AutoDesk(store, clock, tmp_path / "autosend.stopped")


async def lacks(desk: AutoDesk, words: str = "") -> Lack:
    with pytest.raises(NotSigned) as refused:
        await desk.sending.turn_on(words)
    return refused.value.lack


async def test_it_is_off_until_it_is_proven_and_signed(desk: AutoDesk) -> None:
    assert why(await desk.arrives()) is Hold.OFF
    assert (await desk.sending.status()).mode is Mode.OFF
    assert await lacks(desk, "anything") is Lack.CERTIFICATE
    await desk.certified()
    assert why(await desk.arrives("Again")) is Hold.OFF
    assert await lacks(desk, "yes") is Lack.WORDS
    await desk.sending.turn_on("helpdesk may send by itself; at most 5% may be wrong")
    assert (await desk.sending.status()).mode is Mode.ON
    assert sent(await desk.arrives("And again")).certificate_id == 1


async def test_what_is_signed_is_kept_with_a_name_and_everything_that_was_shown(desk: AutoDesk) -> None:
    await desk.arrives()
    await desk.certified()
    wanted = (await desk.sending.offer()).wanted
    desk.settings = Settings()
    desk.opened()
    assert await lacks(desk, wanted) is Lack.NAME
    desk.settings = Settings(agent_name="Ada")
    desk.opened()
    await desk.sending.turn_on(wanted)
    consent = (await desk.sending.consents())[0]
    assert (consent.kind, consent.certificate_id, consent.agent) == (ConsentKind.ON, 1, "Ada")
    assert consent.words == consent.shown["wanted"] == "Helpdesk may send by itself; at most 5% may be wrong"
    assert "5%" in consent.shown["sentences"][0]
    assert consent.shown["share"] == 1.0
    assert "assumed" in consent.shown["how"]


async def test_a_proven_answer_leaves_when_its_undo_time_is_over_and_is_marked(desk: AutoDesk) -> None:
    await desk.sending_on()
    ticket = await desk.writes()
    sent(await desk.answered(ticket))
    await desk.later(seconds=119)
    assert desk.channel.arrived == []
    await desk.later(seconds=2)
    (left,) = desk.channel.arrived
    assert (left.body, left.by_itself, left.certificate_id) == ("Hold the button.", True, 1)
    said = (await desk.store.read(lambda records: records.tickets.conversation(ticket))).messages[-1]
    assert (said.kind, said.author) == (MessageKind.PUBLIC_REPLY, "Helpdesk, by itself (certificate #1)")
    decision = (await desk.store.read(lambda records: records.drafts.decisions(ticket)))[-1]
    assert (decision.kind, decision.agent) == ("auto", "Helpdesk")
    assert (await desk.store.read(lambda records: records.tickets.get(ticket))).assignee_id is None
    assert (await desk.latest(ticket)).state is DraftState.SENT


async def test_it_can_be_taken_back_until_it_leaves(desk: AutoDesk) -> None:
    await desk.sending_on()
    ticket = await desk.writes()
    outcome = sent(await desk.answered(ticket))
    await desk.sending.take_back(outcome.outbox_id)
    await desk.later()
    assert desk.channel.arrived == []
    draft = await desk.latest(ticket)
    assert (draft.state, draft.revision) == (DraftState.IN_REVIEW, 2)
    with pytest.raises(UndoTooLate):
        await desk.sending.take_back(outcome.outbox_id)
    with pytest.raises(NotFound):
        await desk.sending.take_back(OutboxId(99))
    other = await desk.writes("Lamp")
    sent(await desk.answered(other))
    decision = (await desk.store.read(lambda records: records.drafts.decisions(other)))[-1]
    shown = await Review(desk.store, desk.clock, desk.heard.append, desk.settings, Proving(desk.store, desk.settings)).undo(
        decision.id
    )
    assert shown.draft.state is DraftState.IN_REVIEW
    await desk.later()
    assert desk.channel.arrived == []
    assert (await desk.sending.status()).held == {"taken-back": 2}


async def test_the_stop_of_another_process_takes_back_what_has_not_left(desk: AutoDesk) -> None:
    await desk.sending_on()
    ticket = await desk.writes()
    sent(await desk.answered(ticket))
    StopFile(desk.stop_file).pull(Stop("Bob", "wrong prices", "now"))
    assert why(await desk.arrives("Another", "bob@example.org")) is Hold.STOPPED
    await desk.later()
    assert desk.channel.arrived == []
    assert (await desk.latest(ticket)).state is DraftState.IN_REVIEW
    status = await desk.sending.status()
    assert (status.mode, status.alarms[0].details["words"]) == (Mode.STOPPED, "wrong prices")
    assert SendingChanged() in desk.heard


async def test_the_stop_holds_even_an_answer_that_is_about_to_be_handed_over(desk: AutoDesk) -> None:
    """Pulled after the entry was marked as being sent, before the channel was asked."""
    await desk.sending_on()
    ticket = await desk.writes()
    outcome = sent(await desk.answered(ticket))
    desk.clock.advance(seconds=121)
    looks = iter((None, Stop("Bob")))
    desk.sending.gate.switch.standing = lambda: next(looks)  # type: ignore[method-assign]
    await desk.outbox.flush()
    assert desk.channel.arrived == []
    entry = await desk.store.read(lambda records: records.outbox.get(outcome.outbox_id))
    assert entry.state is OutboxState.QUEUED


@pytest.mark.parametrize("content", [b"", b"\xff\xfe not json", b"[1]"])
def test_a_stop_nobody_can_read_stops_all_the_same(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "autosend.stopped"
    switch = StopFile(file)
    assert switch.standing() is None
    file.write_bytes(content)
    assert switch.standing() == Stop()


async def test_going_on_after_a_stop_needs_words_and_a_file_taken_away_is_not_enough(desk: AutoDesk) -> None:
    await desk.sending_on()
    assert await desk.sending.brake.stop("enough for today") == 0
    desk.stop_file.unlink()
    desk.opened()
    assert why(await desk.arrives()) is Hold.ALARM
    with pytest.raises(NotSigned):
        await desk.sending.brake.resume("ok")
    assert await lacks(desk, "x") is Lack.RESUME
    assert await desk.sending.brake.resume("looked at all ten answers") == 1
    assert why(await desk.arrives("Later", "later@example.org")) is None
    assert [one.kind for one in await desk.sending.consents()] == [ConsentKind.RESUME, ConsentKind.STOP, ConsentKind.ON]
    with pytest.raises(NotSigned) as refused:
        await desk.sending.brake.resume("nothing stands at all")
    assert refused.value.lack is Lack.NOTHING


async def test_turning_off_takes_back_what_waits_and_on_again_needs_a_new_signature(desk: AutoDesk) -> None:
    await desk.sending_on()
    sent(await desk.arrives())
    assert await desk.sending.turn_off() == 1
    desk.opened()
    assert why(await desk.arrives("Again")) is Hold.OFF
    assert await lacks(desk, "") is Lack.WORDS


async def test_a_certificate_that_ends_in_the_undo_time_keeps_the_answer_here(desk: AutoDesk) -> None:
    certificate = await desk.sending_on()
    ticket = await desk.writes()
    sent(await desk.answered(ticket))
    now = desk.clock.now()
    await desk.store.write(lambda records: records.certificates.end(certificate.id, Ended.DRIFT, "drift", now))
    await desk.later()
    assert desk.channel.arrived == []
    assert (await desk.latest(ticket)).state is DraftState.IN_REVIEW
    assert (await desk.sending.status()).mode is Mode.UNPROVEN


async def test_another_drafter_must_be_signed_anew(desk: AutoDesk) -> None:
    certificate = await desk.sending_on()
    now = desk.clock.now()
    await desk.store.write(lambda records: records.certificates.end(certificate.id, Ended.DRAFTER, "model", now))
    await desk.certified(fingerprint="another12345")
    assert why(await desk.arrives(fingerprint="another12345")) is Hold.UNSIGNED
    status = await desk.sending.status()
    assert (status.mode, len(status.unsigned)) == (Mode.UNPROVEN, 1)
    offer = await desk.sending.offer()
    with pytest.raises(NotSigned) as refused:
        await desk.sending.turn_on(offer.wanted, [certificate.id])
    assert refused.value.lack is Lack.MOVED
    await desk.sending.turn_on(offer.wanted, [one.id for one in offer.certificates])
    assert why(await desk.arrives("Again", fingerprint="another12345")) is None


async def test_a_customer_who_writes_again_gets_an_answer_to_the_new_message_only(desk: AutoDesk) -> None:
    await desk.sending_on()
    ticket = await desk.writes()
    sent(await desk.answered(ticket))
    await desk.store.write(lambda records: records.drafts.request(ticket))
    await desk.later()
    assert desk.channel.arrived == []
    states = [draft.state for draft in await desk.store.read(lambda records: records.drafts.of_ticket(ticket))]
    assert states == [DraftState.REQUESTED, DraftState.SUPERSEDED]


async def test_a_colleague_who_begins_to_type_keeps_the_answer_here(desk: AutoDesk) -> None:
    await desk.sending_on()
    ticket = await desk.writes()
    sent(await desk.answered(ticket))
    await desk.store.write(lambda records: records.composing.keep(ticket, WritingKind.REPLY, "Dear Grace", "Ada"))
    await desk.later()
    assert desk.channel.arrived == []
    assert why(await desk.answered(ticket)) is Hold.PERSON_AT_IT


async def test_what_the_ticket_is_like_holds_it(desk: AutoDesk) -> None:
    await desk.sending_on()
    typed = await desk.writes("typed", "a@example.org", channel=ChannelName.BY_HAND)
    filed = await desk.writes("file", "b@example.org", files=("bill.pdf",))
    machine = await desk.writes("away", "c@example.org", automatic="automatic mail (Auto-Submitted: auto-replied)")
    nobody = await desk.writes("nobody", "")
    noted = await desk.writes("noted", "d@example.org")
    await desk.store.write(lambda r: r.tickets.add_message(noted, MessageKind.INTERNAL_NOTE, "Bob", "I call her"))
    held = [why(await desk.answered(ticket)) for ticket in (typed, filed, machine, nobody, noted)]
    assert held == [Hold.TYPED, Hold.ATTACHMENT, Hold.AUTOMATIC, Hold.NO_ADDRESS, Hold.PERSON_AT_IT]


async def test_a_machine_that_answers_our_answer_gets_no_other(desk: AutoDesk) -> None:
    """Its mail joins the ticket, where it is noted as automatic; a draft somebody asks for later is not sent by itself."""
    await desk.sending_on()
    ticket = await desk.writes()
    sent(await desk.answered(ticket))
    await desk.later()
    reply = desk.channel.arrived[0]
    assert await desk.writes("I am away", thread=reply.message_id) == ticket
    await desk.store.write(
        lambda records: records.log.note("ticket.received", ticket_id=ticket, automatic="automatic mail (Auto-Submitted)")
    )
    assert why(await desk.answered(ticket)) is Hold.AUTOMATIC


async def test_two_answers_a_day_are_enough_for_one_customer(desk: AutoDesk) -> None:
    await desk.sending_on()
    outcomes = [await desk.arrives(f"Question {n}") for n in range(3)]
    assert [why(one) for one in outcomes] == [None, None, Hold.CUSTOMER_LIMIT]
    assert why(await desk.arrives("Somebody else", "else@example.org")) is None
    for _ in range(3):
        await desk.later(9 * 3600)
    assert why(await desk.arrives("The day after")) is None


async def test_far_more_than_usual_raises_an_alarm_and_holds_everything(desk: AutoDesk) -> None:
    desk.settings = replace(desk.settings, auto_surge_least=3)
    desk.opened()
    await desk.sending_on()
    outcomes = [why(await desk.arrives(f"Question {n}", f"c{n}@example.org")) for n in range(4)]
    assert outcomes == [None, None, Hold.VOLUME, Hold.ALARM]
    await desk.later()
    assert desk.channel.arrived == []
    status = await desk.sending.status()
    assert (status.mode, status.alarms[0].kind, status.alarms[0].details) == (
        Mode.PAUSED,
        AlarmKind.VOLUME,
        {"hour": 3, "usual": 0.0},
    )


async def test_a_clock_that_goes_back_raises_an_alarm(desk: AutoDesk) -> None:
    await desk.sending_on()
    desk.clock.advance(hours=1)
    await desk.sending.attend()
    desk.clock.advance(hours=-0.5)
    assert why(await desk.arrives()) is Hold.CLOCK
    assert (await desk.sending.status()).alarms[0].kind is AlarmKind.CLOCK
    await desk.sending.brake.resume("the clock is right now")
    assert why(await desk.arrives("Again")) is None


async def test_a_day_that_came_at_once_is_believed_after_a_while(desk: AutoDesk) -> None:
    await desk.sending_on()
    ticket = await desk.writes()
    sent(await desk.answered(ticket))
    desk.clock.advance(days=3)
    desk.opened()
    await desk.outbox.flush()
    assert desk.channel.arrived == []
    assert (await desk.latest(ticket)).state is DraftState.IN_REVIEW
    assert why(await desk.arrives("Monday")) is Hold.CLOCK
    await desk.later(seconds=601)
    assert why(await desk.arrives("Ten minutes later")) is None
    assert (await desk.sending.status()).mode is Mode.ON


async def test_a_quiet_desk_is_not_taken_for_a_jump_of_the_clock(desk: AutoDesk) -> None:
    await desk.sending_on()
    for _ in range(6):
        await desk.later(6 * 3600)
    assert why(await desk.arrives()) is None


async def test_a_fixed_line_is_signed_logged_and_marked_as_without_proof(desk: AutoDesk) -> None:
    offer = await desk.sending.offer_line(0.85)
    with pytest.raises(NotSigned):
        await desk.sending.override(0.85, "Helpdesk may send by itself from 0.80 without proof")
    consent = await desk.sending.override(0.85, offer.wanted)
    assert (consent.kind, consent.threshold) == (ConsentKind.OVERRIDE, 0.85)
    assert (await desk.sending.status()).mode is Mode.OVERRIDDEN
    outcome = sent(await desk.arrives())
    assert outcome.certificate_id is None
    assert why(await desk.arrives("Less sure", "b@example.org", score=0.84)) is Hold.BELOW_CUT
    assert why(await desk.arrives("Drawn", "c@example.org", flagged=True)) is Hold.FLAGGED
    await desk.later()
    assert len(desk.channel.arrived) == 1
    with pytest.raises(NotSigned) as refused:
        await desk.sending.override(0.2, "")
    assert refused.value.lack is Lack.LINE


async def test_a_crash_between_the_gate_and_the_outbox_sends_nothing_twice_and_loses_nothing(desk: AutoDesk) -> None:
    """The gate writes in the draft's own transaction: what rolls back leaves neither a decision nor a reply."""
    await desk.sending_on()
    ticket = await desk.writes()

    async def cut_short(records: object) -> None:
        await desk._settled(records, judged(await records.drafts.request(ticket), ticket, "x", desk.clock.now()))  # type: ignore[attr-defined,arg-type]
        raise KeyboardInterrupt

    with pytest.raises(BaseException):  # noqa: B017 - as a kill ends it
        await desk.store.write(cut_short)
    assert await desk.sending.went() == []
    outcome = sent(await desk.answered(ticket))
    desk.clock.advance(seconds=121)
    entry = await desk.store.read(lambda records: records.outbox.get(outcome.outbox_id))
    assert await desk.sending.leaving.sets_off(entry)
    await desk.channel.send(entry)
    desk.opened()
    assert await desk.outbox.recover() == 1
    await desk.outbox.flush()
    assert len(desk.channel.arrived) == 1
    assert (await desk.sending.went())[0].state == OutboxState.SENT


async def test_a_ticket_a_person_answered_or_settled_meanwhile_gets_no_second_answer(desk: AutoDesk) -> None:
    await desk.sending_on()
    answered, settled = await desk.writes(), await desk.writes("Lamp", "lamp@example.org")
    for ticket in (answered, settled):
        sent(await desk.answered(ticket))
    now = desk.clock.now()
    await desk.store.write(lambda records: records.outbox.queue(answered, None, "By hand", now))
    await desk.store.write(lambda records: records.tickets.set_status(settled, TicketStatus.SOLVED))
    await desk.later()
    assert [entry.body for entry in desk.channel.arrived] == ["By hand"]
    assert (await desk.latest(answered)).state is DraftState.SUPERSEDED
    assert (await desk.latest(settled)).state is DraftState.IN_REVIEW


async def test_a_message_nobody_drafts_an_answer_to_keeps_the_answer_here_all_the_same(desk: AutoDesk) -> None:
    await desk.sending_on()
    ticket = await desk.writes()
    sent(await desk.answered(ticket))
    desk.clock.advance(seconds=10)
    await desk.store.write(lambda records: records.log.note("ticket.received", ticket_id=ticket, channel="folder"))
    await desk.later()
    assert desk.channel.arrived == []


async def test_a_ticket_somebody_calls_urgent_meanwhile_waits_for_a_person(desk: AutoDesk) -> None:
    await desk.sending_on()
    sent(await desk.answered(ticket := await desk.writes()))
    changes = Changes(desk.store, desk.clock, desk.heard.append, "Ada")
    await changes.apply([ticket], [SetPriority(Priority.URGENT)])
    await desk.later()
    assert desk.channel.arrived == []
    assert (await desk.sending.status()).held == {Hold.PRESSING: 1}


async def test_a_score_on_trial_holds_nothing_back(desk: AutoDesk) -> None:
    await desk.sending_on()
    sent(await desk.answered(ticket := await desk.writes()))
    tried = replace(judged((await desk.latest(ticket)).id, ticket, "", desk.clock.now()), scorer="fitted-5", live=False)
    await desk.store.write(lambda records: records.assessments.add(tried))
    assert (await desk.sending.status()).held == {}


async def test_what_is_offered_counts_no_topic_that_people_always_answer(desk: AutoDesk) -> None:
    for number, topic in enumerate(("hub", "billing", "lamp")):
        await desk.arrives("How?", f"c{number}@example.org", topic=topic)
    await desk.certified(out=("lamp",))
    now = desk.clock.now()
    await desk.store.write(lambda records: records.goals.set(Goal(0, 0.05, 0.1, (), ("billing",), "Ada", now)))
    assert (await desk.sending.offer()).able == 1
    assert (await desk.sending.offer_line(0.85)).able == 2
