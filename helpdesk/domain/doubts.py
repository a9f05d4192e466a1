"""Whether an answer may leave by itself: every doubt on a list, each of which alone keeps it for a person.

Nothing here weighs one thing against another. What is not known counts as a doubt.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from helpdesk.domain.certificate import Certificate, Goal, in_force
from helpdesk.domain.mail_addresses import is_address
from helpdesk.domain.sending import Alarm, Consent, ConsentKind, Hold
from helpdesk.domain.surroundings import Surroundings
from helpdesk.domain.ticket import ChannelName, Priority, TicketStatus

PRESSING = (Priority.HIGH, Priority.URGENT)
SETTLED = (TicketStatus.ON_HOLD, TicketStatus.SOLVED, TicketStatus.CLOSED)
"""What a person made of a ticket; a new message of the customer opens it again."""


class Answer(Protocol):
    """What was judged of it: `score` is None when it could not be, `frozen` says that the scorer may not change any more, and
    `sendable` that no rule held it back. `flagged` was drawn by lot."""

    @property
    def writer(self) -> str: ...
    @property
    def scorer(self) -> str: ...
    @property
    def frozen(self) -> bool: ...
    @property
    def fingerprint(self) -> str: ...
    @property
    def topic(self) -> str: ...
    @property
    def score(self) -> float | None: ...
    @property
    def sendable(self) -> bool: ...
    @property
    def flagged(self) -> bool: ...


@dataclass(frozen=True)
class Readiness:
    """The desk at this moment. `stopped`: somebody pulled the stop; `clock_trusted`: the clock runs as a clock does."""

    consent: Consent | None
    stopped: bool
    alarms: Sequence[Alarm]
    clock_trusted: bool
    certificates: Sequence[Certificate] = ()
    goal: Goal | None = None


@dataclass(frozen=True)
class Bounds:
    """`per_customer` answers a day to one address; `own` is the desk's own address; `surging`: more than usual could leave."""

    per_customer: int
    own: str
    surging: bool


@dataclass(frozen=True)
class Cut:
    """From which score on, and by what right: a certificate, or (None) an override."""

    score: float
    certificate_id: int | None


def of_desk(desk: Readiness) -> Hold | None:
    """Before any answer is looked at."""
    if desk.consent is None:
        return Hold.OFF
    if desk.stopped:
        return Hold.STOPPED
    if desk.alarms:
        return Hold.ALARM
    return None if desk.clock_trusted else Hold.CLOCK


def of_answer(answer: Answer, desk: Readiness) -> Cut | Hold:
    """What the answer must reach, or what is the matter with it."""
    if answer.score is None or not 0.0 <= answer.score <= 1.0:
        return Hold.NO_SCORE
    if not answer.frozen:
        return Hold.UNFROZEN_SCORER
    if not answer.sendable:
        return Hold.NOT_SENDABLE
    if desk.goal is not None and answer.topic in desk.goal.never:
        return Hold.NEVER_TOPIC
    cut = _line(desk) or _certified(answer, desk)
    if isinstance(cut, Cut):
        return cut if answer.score >= cut.score else Hold.BELOW_CUT
    return cut


def lasting(around: Surroundings, own: str) -> Hold | None:
    """The first doubt that no waiting removes: no answer to such a ticket ever leaves, so none may prove anything about those
    that do. `own` is the desk's address."""
    asked: tuple[tuple[Hold, bool], ...] = (
        (Hold.AUTOMATIC, around.automatic),
        (Hold.TYPED, around.channel is ChannelName.BY_HAND),
        (Hold.NO_ADDRESS, not is_address(around.address) or around.address.lower() == own.lower()),
        (Hold.OTHER_SENDER, not around.same_sender),
        (Hold.ATTACHMENT, around.attachments > 0),
        (Hold.PRESSING, around.priority in PRESSING),
    )
    return next((hold for hold, holds in asked if holds), None)


def at_any_time(around: Surroundings, own: str) -> Hold | None:
    """The first doubt about the ticket, whether its answer is about to be approved or to leave."""
    asked: tuple[tuple[Hold, bool], ...] = (
        (Hold.WROTE_AGAIN, around.wrote_again),
        (Hold.PERSON_AT_IT, around.person_at_it or around.status in SETTLED),
    )
    return lasting(around, own) or next((hold for hold, holds in asked if holds), None)


def of_ticket(around: Surroundings, answer: Answer, bounds: Bounds) -> Hold | None:
    """The first doubt about the ticket. Whether the lot fell on it is asked last: what it holds back would have been sent."""
    standing = at_any_time(around, bounds.own)
    if standing is not None:
        return standing
    asked: tuple[tuple[Hold, Callable[[], bool]], ...] = (
        (Hold.CUSTOMER_LIMIT, lambda: around.sent_lately >= bounds.per_customer),
        (Hold.VOLUME, lambda: bounds.surging),
        (Hold.FLAGGED, lambda: answer.flagged),
    )
    return next((hold for hold, holds in asked if holds()), None)


def covers(consent: Consent, certificate: Certificate) -> bool:
    """Whether it was signed: this one, or an earlier one of the same drafter and score that promised no more and spoke of the
    same topics. Another drafter has to be signed anew."""
    return any(_promises(signed, certificate) for signed in consent.shown.get("certificates") or ())


def _promises(signed: object, certificate: Certificate) -> bool:
    if not isinstance(signed, dict):
        return False
    same = (signed.get("scorer"), signed.get("fingerprint")) == (certificate.scorer, certificate.fingerprint)
    loosest = (_number(signed.get("alpha")), _number(signed.get("delta")))
    topics = (signed.get("topic"), list(signed.get("topics") or ()))
    no_looser = certificate.alpha <= loosest[0] and certificate.delta <= loosest[1]
    return same and no_looser and topics == (certificate.topic, list(certificate.topics))


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else -math.inf


def _line(desk: Readiness) -> Cut | None:
    """The fixed line of an override; one that cannot be read is never reached."""
    if desk.consent is None or desk.consent.kind is not ConsentKind.OVERRIDE:
        return None
    line = desk.consent.threshold
    return Cut(line if line is not None and not math.isnan(line) else math.inf, None)


def _certified(answer: Answer, desk: Readiness) -> Cut | Hold:
    """The cut of the certificate in force for this answer."""
    narrowing: tuple[tuple[Hold, Callable[[Certificate], bool]], ...] = (
        (Hold.NO_CERTIFICATE, lambda c: c.ended_at is None and c.writer == answer.writer),
        (Hold.WRONG_SCORER, lambda c: c.scorer == answer.scorer),
        (Hold.WRONG_DRAFTER, lambda c: bool(c.fingerprint) and c.fingerprint == answer.fingerprint),
        (Hold.OTHER_TOPIC, lambda c: _speaks_of(c, answer.topic, desk.goal)),
        (Hold.UNSIGNED, lambda c: desk.consent is not None and covers(desk.consent, c)),
    )
    left = list(desk.certificates)
    for hold, fits in narrowing:
        left = [certificate for certificate in left if fits(certificate)]
        if not left:
            return hold
    best = in_force(left)
    return Cut(best.cut, best.id)


def _speaks_of(certificate: Certificate, topic: str, goal: Goal | None) -> bool:
    if goal is None or (goal.topics and topic not in goal.topics):
        return False
    return certificate.speaks_of(topic)
