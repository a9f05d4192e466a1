"""Each doubt alone keeps an answer for a person."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest

from helpdesk.domain import doubts
from helpdesk.domain.certificate import Certificate, Goal
from helpdesk.domain.doubts import Bounds, Cut, Readiness
from helpdesk.domain.sending import Alarm, AlarmKind, Consent, ConsentKind, Hold
from helpdesk.domain.surroundings import Surroundings
from helpdesk.domain.ticket import ChannelName, Priority, TicketStatus
from tests.fakes.certificates import certificate

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
CERTIFICATE = certificate(NOW, id=3, fingerprint="abc")


def signed(certificate: Certificate) -> Consent:
    kept = {name: getattr(certificate, name) for name in ("id", "topic", "scorer", "fingerprint", "alpha", "delta")}
    shown = {"certificates": [{**kept, "topics": list(certificate.topics)}]}
    return Consent(1, ConsentKind.ON, certificate.id, None, "words", "Ada", shown, NOW)


@dataclass(frozen=True)
class Given:
    writer: str = "excerpts"
    scorer: str = "fitted-4"
    frozen: bool = True
    fingerprint: str = "abc"
    topic: str = "hub"
    score: float | None = 0.9
    sendable: bool = True
    flagged: bool = False


GOAL = Goal(1, 0.05, 0.1, (), ("billing",), "Ada", NOW)
READY = Readiness(signed(CERTIFICATE), stopped=False, alarms=(), clock_trusted=True, certificates=(CERTIFICATE,), goal=GOAL)
AROUND = Surroundings(
    address="jo@example.com",
    channel=ChannelName.FOLDER,
    priority=Priority.NORMAL,
    status=TicketStatus.NEW,
    same_sender=True,
    automatic=False,
    attachments=0,
    wrote_again=False,
    person_at_it=False,
    sent_lately=0,
)
BOUNDS = Bounds(per_customer=2, own="support@example.com", surging=False)


def decided(answer: Given = Given(), desk: Readiness = READY, around: Surroundings = AROUND, bounds: Bounds = BOUNDS) -> object:
    hold = doubts.of_desk(desk)
    if hold is not None:
        return hold
    cut = doubts.of_answer(answer, desk)
    return cut if isinstance(cut, Hold) else doubts.of_ticket(around, answer, bounds) or cut


def test_an_answer_without_any_doubt_may_leave_by_its_certificate() -> None:
    assert decided() == Cut(0.8, 3)


def certified(**changed: object) -> Readiness:
    return replace(READY, certificates=(replace(CERTIFICATE, **changed),))  # type: ignore[arg-type]


ALONE: dict[str, tuple[Hold, Callable[[], object]]] = {
    "nothing was signed": (Hold.OFF, lambda: decided(desk=replace(READY, consent=None))),
    "the stop is pulled": (Hold.STOPPED, lambda: decided(desk=replace(READY, stopped=True))),
    "an alarm stands": (
        Hold.ALARM,
        lambda: decided(desk=replace(READY, alarms=(Alarm(1, AlarmKind.DRIFT, 3, {}, NOW),))),
    ),
    "the clock jumped": (Hold.CLOCK, lambda: decided(desk=replace(READY, clock_trusted=False))),
    "it could not be judged": (Hold.NO_SCORE, lambda: decided(Given(score=None))),
    "its score is no number": (Hold.NO_SCORE, lambda: decided(Given(score=math.nan))),
    "its score is beyond 1": (Hold.NO_SCORE, lambda: decided(Given(score=1.5))),
    "its scorer still learns": (Hold.UNFROZEN_SCORER, lambda: decided(Given(frozen=False))),
    "a rule held it back": (Hold.NOT_SENDABLE, lambda: decided(Given(sendable=False))),
    "the topic is never for the desk": (Hold.NEVER_TOPIC, lambda: decided(Given(topic="billing"))),
    "no certificate stands": (Hold.NO_CERTIFICATE, lambda: decided(desk=replace(READY, certificates=()))),
    "the certificate ended": (Hold.NO_CERTIFICATE, lambda: decided(desk=certified(ended_at=NOW))),
    "another writer wrote it": (Hold.NO_CERTIFICATE, lambda: decided(Given(writer="ollama"))),
    "another scorer judged it": (Hold.WRONG_SCORER, lambda: decided(Given(scorer="fitted-5"))),
    "the drafter changed": (Hold.WRONG_DRAFTER, lambda: decided(Given(fingerprint="abd"))),
    "nobody knows the drafter": (Hold.WRONG_DRAFTER, lambda: decided(Given(fingerprint=""), certified(fingerprint=""))),
    "the topic is not in the group": (Hold.OTHER_TOPIC, lambda: decided(desk=certified(topics=("lamps",)))),
    "the goal is about other topics": (
        Hold.OTHER_TOPIC,
        lambda: decided(desk=replace(READY, goal=replace(GOAL, topics=("lamps",)))),
    ),
    "no goal is set": (Hold.OTHER_TOPIC, lambda: decided(desk=replace(READY, goal=None))),
    "the certificate is another topic's": (Hold.OTHER_TOPIC, lambda: decided(desk=certified(topic="lamps"))),
    "less was promised than is asked": (Hold.UNSIGNED, lambda: decided(desk=certified(alpha=0.06))),
    "with less confidence": (Hold.UNSIGNED, lambda: decided(desk=certified(delta=0.2))),
    "another drafter was signed for": (
        Hold.UNSIGNED,
        lambda: decided(desk=replace(READY, consent=signed(replace(CERTIFICATE, fingerprint="old")))),
    ),
    "other topics were signed for": (Hold.UNSIGNED, lambda: decided(desk=certified(topics=("hub", "lamps")))),
    "what was signed cannot be read": (
        Hold.UNSIGNED,
        lambda: decided(desk=replace(READY, consent=replace(signed(CERTIFICATE), shown={"certificates": ["?"]}))),
    ),
    "it is not sure enough": (Hold.BELOW_CUT, lambda: decided(Given(score=0.79))),
    "a machine wrote": (Hold.AUTOMATIC, lambda: decided(around=replace(AROUND, automatic=True))),
    "an agent typed the ticket": (Hold.TYPED, lambda: decided(around=replace(AROUND, channel=ChannelName.BY_HAND))),
    "there is no address": (Hold.NO_ADDRESS, lambda: decided(around=replace(AROUND, address=""))),
    "the address is none": (Hold.NO_ADDRESS, lambda: decided(around=replace(AROUND, address="jo@example.com, al@example.com"))),
    "the desk wrote to itself": (Hold.NO_ADDRESS, lambda: decided(around=replace(AROUND, address="Support@example.com"))),
    "somebody else wrote": (Hold.OTHER_SENDER, lambda: decided(around=replace(AROUND, same_sender=False))),
    "a file came along": (Hold.ATTACHMENT, lambda: decided(around=replace(AROUND, attachments=1))),
    "the customer wrote again": (Hold.WROTE_AGAIN, lambda: decided(around=replace(AROUND, wrote_again=True))),
    "a colleague is at it": (Hold.PERSON_AT_IT, lambda: decided(around=replace(AROUND, person_at_it=True))),
    "the ticket was handed on": (Hold.PERSON_AT_IT, lambda: decided(around=replace(AROUND, status=TicketStatus.ON_HOLD))),
    "the ticket is urgent": (Hold.PRESSING, lambda: decided(around=replace(AROUND, priority=Priority.URGENT))),
    "its priority is high": (Hold.PRESSING, lambda: decided(around=replace(AROUND, priority=Priority.HIGH))),
    "the customer had two already": (Hold.CUSTOMER_LIMIT, lambda: decided(around=replace(AROUND, sent_lately=2))),
    "far more than usual": (Hold.VOLUME, lambda: decided(bounds=replace(BOUNDS, surging=True))),
    "the lot fell on it": (Hold.FLAGGED, lambda: decided(Given(flagged=True))),
}


@pytest.mark.parametrize("doubt", ALONE)
def test_each_doubt_alone_holds_it(doubt: str) -> None:
    hold, decision = ALONE[doubt]
    assert decision() is hold


def test_every_reason_at_the_gate_is_in_the_table() -> None:
    later = {Hold.SOURCE_CHANGED, Hold.TAKEN_BACK}
    assert {hold for hold, _ in ALONE.values()} == set(Hold) - later


def test_what_the_lot_holds_back_would_have_been_sent() -> None:
    """Every other doubt speaks first, so that the lot's drafts are what leaves, and nothing else."""
    others = [decided(Given(flagged=True), around=replace(AROUND, attachments=1)), decided(Given(flagged=True, score=0.1))]
    assert Hold.FLAGGED not in others


OVERRIDDEN = replace(READY, consent=Consent(2, ConsentKind.OVERRIDE, None, 0.7, "", "Ada", {}, NOW), certificates=())


def test_a_fixed_line_needs_no_certificate_but_obeys_everything_else() -> None:
    assert decided(Given(score=0.7), OVERRIDDEN) == Cut(0.7, None)
    assert decided(Given(score=0.69), OVERRIDDEN) is Hold.BELOW_CUT
    assert decided(Given(sendable=False), OVERRIDDEN) is Hold.NOT_SENDABLE
    assert decided(Given(topic="billing"), OVERRIDDEN) is Hold.NEVER_TOPIC
    assert decided(Given(flagged=True), OVERRIDDEN) is Hold.FLAGGED
    assert decided(desk=replace(OVERRIDDEN, stopped=True)) is Hold.STOPPED
    assert decided(desk=OVERRIDDEN, around=replace(AROUND, sent_lately=2)) is Hold.CUSTOMER_LIMIT


@pytest.mark.parametrize("line", [None, math.nan])
def test_a_line_nobody_can_read_is_never_reached(line: float | None) -> None:
    consent = replace(OVERRIDDEN.consent, threshold=line) if OVERRIDDEN.consent else None
    assert decided(Given(score=1.0), replace(OVERRIDDEN, consent=consent)) is Hold.BELOW_CUT


def test_more_evidence_for_what_was_signed_needs_no_new_signature() -> None:
    wider = replace(CERTIFICATE, id=4, cut=0.6, checked=200)
    assert decided(Given(score=0.65), replace(READY, certificates=(wider,))) == Cut(0.6, 4)


def test_while_all_topics_together_are_proven_no_topic_of_its_own_lets_more_through() -> None:
    own = replace(CERTIFICATE, id=4, topic="hub", cut=0.5)
    consent = signed(CERTIFICATE)
    both = replace(consent, shown={"certificates": [*consent.shown["certificates"], *signed(own).shown["certificates"]]})
    desk = replace(READY, consent=both, certificates=(own, CERTIFICATE))
    assert decided(desk=desk) == Cut(0.8, 3)
    assert decided(Given(score=0.6), desk) is Hold.BELOW_CUT
    assert decided(Given(score=0.6), replace(desk, certificates=(own,))) == Cut(0.5, 4)
