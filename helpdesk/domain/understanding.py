"""What a message is, read before it is answered: each reading with how sure it is, how it was found, and an agent's correction.

Readings only ever add people: an agent may correct what is shown, but what the message itself raised stays raised.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    MINOR = "minor"
    NORMAL = "normal"
    MAJOR = "major"
    CRITICAL = "critical"


class Tier(StrEnum):
    """Who should handle it."""

    FIRST_LINE = "first-line"
    SPECIALIST = "specialist"
    LEAD = "team-lead"


class Sentiment(StrEnum):
    PLEASED = "pleased"
    NEUTRAL = "neutral"
    ANNOYED = "annoyed"
    ANGRY = "angry"


class Certainty(StrEnum):
    """A confidence in words."""

    SURE = "sure"
    LIKELY = "likely"
    UNSURE = "unsure"


YES, NO = "yes", "no"
UNCLEAR = "unclear"
"""The intent of a message that fits none of the desk's intents well enough, or several alike."""

NAMES = ("language", "intent", "severity", "tier", "sentiment", "spam", "automatic")
OF_THE_TICKET = frozenset({"language", "intent"})
"""Corrections that outlast the next message; the others are about one message."""

CHOICES: Mapping[str, tuple[str, ...]] = {
    "severity": tuple(Severity),
    "tier": tuple(Tier),
    "sentiment": tuple(Sentiment),
    "spam": (NO, YES),
    "automatic": (NO, YES),
}
"""What each reading may be; languages and intents are the desk's own."""

SURE_FROM = 0.85
LIKELY_FROM = 0.6


@dataclass(frozen=True)
class Read:
    """`confidence` in [0, 1] is that of `value`; `found_by` says how (a rule's code, 'examples', 'letters', …). `corrected` is
    what an agent said instead, empty when nobody did."""

    value: str
    confidence: float
    found_by: str
    corrected: str = ""

    @property
    def shown(self) -> str:
        """What counts: the agent's word, else what was found."""
        return self.corrected or self.value

    @property
    def certainty(self) -> Certainty:
        if self.corrected or self.confidence >= SURE_FROM:
            return Certainty.SURE
        return Certainty.LIKELY if self.confidence >= LIKELY_FROM else Certainty.UNSURE


@dataclass(frozen=True)
class Understood:
    """`words` is the message without the mail it repeats and without signature, `asks` the questions in it. `person_decides`:
    its intent, found or corrected, is one the desk never answers by itself."""

    language: Read
    intent: Read
    severity: Read
    tier: Read
    sentiment: Read
    spam: Read
    automatic: Read
    asks: tuple[str, ...]
    words: str
    person_decides: bool = False

    def reads(self) -> dict[str, Read]:
        return {name: getattr(self, name) for name in NAMES}

    @property
    def worst(self) -> Severity:
        """The higher of what was found and what an agent says: a correction takes no person off the ticket."""
        told = {Severity(self.severity.value), Severity(self.severity.shown)}
        return max(told, key=list(Severity).index)

    @property
    def escalates(self) -> bool:
        """It goes to somebody who may decide more than a reply."""
        return self.worst is Severity.CRITICAL or Tier.LEAD in (self.tier.value, self.tier.shown)


@dataclass(frozen=True)
class Intent:
    """A kind of wish as this desk tells them apart. `never_auto`: a person decides, however sure a draft is."""

    name: str
    description: str
    never_auto: bool = False
    examples: int = 0
