"""Answers that leave by themselves: whether they may, why one waits for a person all the same, and what an admin signed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from helpdesk.domain.ids import DraftId, OutboxId, TicketId

DESK = "Helpdesk"
"""Who decides when nobody does: the agent of an automatic decision."""


def author(certificate_id: int | None) -> str:
    """Who is named in the conversation for an answer the desk sent."""
    by = "without a certificate" if certificate_id is None else f"certificate #{certificate_id}"
    return f"Helpdesk, by itself ({by})"


class Hold(StrEnum):
    """Why an answer waits for a person. The code is stored with the draft's assessment; the window has the words."""

    OFF = "off"
    STOPPED = "stopped"
    ALARM = "alarm"
    CLOCK = "clock"
    UNSIGNED = "unsigned"
    NO_CERTIFICATE = "no-certificate"
    WRONG_DRAFTER = "wrong-drafter"
    WRONG_SCORER = "wrong-scorer"
    UNFROZEN_SCORER = "unfrozen-scorer"
    NO_SCORE = "no-score"
    NOT_SENDABLE = "not-sendable"
    BELOW_CUT = "below-cut"
    NEVER_TOPIC = "never-topic"
    OTHER_TOPIC = "other-topic"
    AUTOMATIC = "automatic"
    TYPED = "typed"
    NO_ADDRESS = "no-address"
    OTHER_SENDER = "other-sender"
    ATTACHMENT = "attachment"
    PERSON_AT_IT = "person-at-it"
    PRESSING = "pressing"
    WROTE_AGAIN = "wrote-again"
    SOURCE_CHANGED = "source-changed"
    CUSTOMER_LIMIT = "customer-limit"
    VOLUME = "volume"
    FLAGGED = "flagged"
    TAKEN_BACK = "taken-back"


@dataclass(frozen=True)
class Held:
    why: Hold

    @property
    def alarming(self) -> bool:
        """Whether what may be sent is another than before."""
        return self.why in (Hold.VOLUME, Hold.CLOCK)


@dataclass(frozen=True)
class Send:
    """It leaves at `leaves` unless somebody takes it back; `certificate_id` is None under an override."""

    outbox_id: OutboxId
    leaves: datetime
    certificate_id: int | None


class ConsentKind(StrEnum):
    ON = "on"
    OVERRIDE = "override"
    OFF = "off"
    STOP = "stop"
    RESUME = "resume"


@dataclass(frozen=True)
class Consent:
    """What an admin said to the desk about sending, in which words, and `shown`: everything that stood before their eyes.
    `threshold` is the fixed line of an override."""

    id: int
    kind: ConsentKind
    certificate_id: int | None
    threshold: float | None
    words: str
    agent: str
    shown: Mapping[str, Any]
    at: datetime


class AlarmKind(StrEnum):
    DRIFT = "drift"
    VOLUME = "volume"
    CLOCK = "clock"
    STOPPED = "stopped"


@dataclass(frozen=True)
class Alarm:
    """Nothing leaves by itself while one stands, that is until an admin clears it (`cleared_by` says who and why)."""

    id: int
    kind: AlarmKind
    certificate_id: int | None
    details: Mapping[str, Any]
    at: datetime
    cleared_at: datetime | None = None
    cleared_by: str = ""


@dataclass(frozen=True)
class Stop:
    """The stop as whoever pulled it left it; empty fields when that cannot be read any more, which stops all the same."""

    agent: str = ""
    words: str = ""
    at: str = ""


@dataclass(frozen=True)
class AutoReply:
    """An answer the desk sent, or is about to send, by itself. `state` is that of its outbox entry."""

    outbox_id: OutboxId
    draft_id: DraftId
    ticket_id: TicketId
    decision_id: int
    certificate_id: int | None
    consent_id: int
    score: float
    subject: str
    recipient: str
    state: str
    at: datetime
    leaves: datetime
