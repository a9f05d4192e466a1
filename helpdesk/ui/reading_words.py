"""How readings of a message are said to an agent."""

from collections.abc import Mapping

from helpdesk.domain import language
from helpdesk.domain.understanding import UNCLEAR, Certainty, Read, Sentiment, Severity, Tier

READINGS: Mapping[str, str] = {
    "language": "Language",
    "intent": "Intent",
    "severity": "Severity",
    "tier": "Who handles it",
    "sentiment": "Mood",
    "spam": "Spam",
    "automatic": "Automatic mail",
}
SEVERITIES: Mapping[Severity, str] = {
    Severity.MINOR: "minor",
    Severity.NORMAL: "normal severity",
    Severity.MAJOR: "major",
    Severity.CRITICAL: "critical",
}
TIERS: Mapping[Tier, str] = {
    Tier.FIRST_LINE: "first line",
    Tier.SPECIALIST: "specialist",
    Tier.LEAD: "team lead",
}
SENTIMENTS: Mapping[Sentiment, str] = {
    Sentiment.PLEASED: "pleased",
    Sentiment.NEUTRAL: "neutral mood",
    Sentiment.ANNOYED: "annoyed",
    Sentiment.ANGRY: "angry",
}
CERTAINTIES: Mapping[Certainty, str] = {
    Certainty.SURE: "sure",
    Certainty.LIKELY: "likely",
    Certainty.UNSURE: "unsure",
}
FLAGS: Mapping[tuple[str, str], str] = {
    ("spam", "yes"): "spam",
    ("spam", "no"): "not spam",
    ("automatic", "yes"): "automatic mail",
    ("automatic", "no"): "written by a person",
}
_VALUES: Mapping[str, Mapping[str, str]] = {
    "severity": {value.value: words for value, words in SEVERITIES.items()},
    "tier": {value.value: words for value, words in TIERS.items()},
    "sentiment": {value.value: words for value, words in SENTIMENTS.items()},
}


def value_words(name: str, value: str) -> str:
    """A reading's value, as a chip or a list shows it."""
    if name == "language":
        return language.NAMES.get(value, value) if value else "language unknown"
    if name == "intent" and value == UNCLEAR:
        return "intent unclear"
    return FLAGS.get((name, value)) or _VALUES.get(name, {}).get(value, value)


def chip_words(name: str, read: Read) -> str:
    """Value and, unless it is sure, how sure."""
    said = value_words(name, read.shown)
    if read.corrected:
        return f"{said} ✓"
    unknown = not read.value or read.value == UNCLEAR
    return said if unknown or read.certainty is Certainty.SURE else f"{said} · {CERTAINTIES[read.certainty]}"


def spoken(name: str, read: Read) -> str:
    """The same as a sentence."""
    how = f"corrected by an agent, read as {value_words(name, read.value)}" if read.corrected else CERTAINTIES[read.certainty]
    return f"{READINGS[name]}: {value_words(name, read.shown)}, {how}"
