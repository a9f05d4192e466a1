"""How readings of a message are said to an agent."""

from collections.abc import Mapping

from helpdesk.domain.understanding import UNCLEAR, Certainty, Read, Sentiment, Severity, Tier
from helpdesk.ui.intent_names import intent_words
from helpdesk.ui.language import Words, mark, tr
from helpdesk.ui.language_names import LANGUAGES

READINGS: Mapping[str, str] = Words(
    {
        "language": mark("Language"),
        "intent": mark("Intent"),
        "severity": mark("Severity"),
        "tier": mark("Who handles it"),
        "sentiment": mark("Mood"),
        "spam": mark("Spam"),
        "automatic": mark("Automatic mail"),
    }
)
SEVERITIES: Mapping[str, str] = Words(
    {
        Severity.MINOR: mark("minor"),
        Severity.NORMAL: mark("normal severity"),
        Severity.MAJOR: mark("major"),
        Severity.CRITICAL: mark("critical"),
    }
)
TIERS: Mapping[str, str] = Words(
    {
        Tier.FIRST_LINE: mark("first line"),
        Tier.SPECIALIST: mark("specialist"),
        Tier.LEAD: mark("team lead"),
    }
)
SENTIMENTS: Mapping[str, str] = Words(
    {
        Sentiment.PLEASED: mark("pleased"),
        Sentiment.NEUTRAL: mark("neutral mood"),
        Sentiment.ANNOYED: mark("annoyed"),
        Sentiment.ANGRY: mark("angry"),
    }
)
CERTAINTIES: Mapping[Certainty, str] = Words(
    {
        Certainty.SURE: mark("sure"),
        Certainty.LIKELY: mark("likely"),
        Certainty.UNSURE: mark("unsure"),
    }
)
FLAGS: Mapping[tuple[str, str], str] = Words(
    {
        ("spam", "yes"): mark("spam"),
        ("spam", "no"): mark("not spam"),
        ("automatic", "yes"): mark("automatic mail"),
        ("automatic", "no"): mark("written by a person"),
    }
)
_VALUES: Mapping[str, Mapping[str, str]] = {"severity": SEVERITIES, "tier": TIERS, "sentiment": SENTIMENTS}


def value_words(name: str, value: str) -> str:
    """A reading's value, as a chip or a list shows it."""
    if name == "language":
        return LANGUAGES.get(value, value) if value else tr("language unknown")
    if name == "intent" and value == UNCLEAR:
        return tr("intent unclear")
    if name == "intent":
        return intent_words(value)
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
    how = (
        tr("corrected by an agent, read as {value_words}", value_words=value_words(name, read.value))
        if read.corrected
        else CERTAINTIES[read.certainty]
    )
    return f"{READINGS[name]}: {value_words(name, read.shown)}, {how}"
