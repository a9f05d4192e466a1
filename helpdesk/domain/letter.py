"""The frame of a reply in the customer's language: greeting, joining words and closing. Writers fill in the body."""

import re
from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum

from helpdesk.domain.farewells import closes
from helpdesk.domain.letter_phrases import FORMAL, FRIENDLY, PHRASES, Phrases
from helpdesk.domain.markup import clean
from helpdesk.domain.terms import words

_NAME = re.compile(r"[^\W\d_][^\W\d_.'\u2019-]*(?:['\u2019-][^\W\d_]+)*")
LANGUAGES = tuple(PHRASES)
LONGEST_RULES = 600
_OFFICES = frozenset(
    words(
        """the team support admin administrator accounts accounting newsroom press sales office service services helpdesk
        desk info marketing growth customer customers billing department reception management group company
        lodge hotel school ltd limited inc llc plc gmbh ag kg sarl srl bv ledger news buchhaltung einkauf
        vertrieb kundendienst redaktion abteilung verwaltung comptabilite redaction ventas contabilidad
        redazione ufficio noreply"""
    )
)
"""Words by which a sender is a place or a function, not a person."""


class Tone(StrEnum):
    NEUTRAL = "neutral"
    FRIENDLY = "friendly"
    FORMAL = "formal"


_TONES = {Tone.FRIENDLY: FRIENDLY, Tone.FORMAL: FORMAL}


def phrases(language: str, tone: str = Tone.NEUTRAL) -> Phrases:
    """English when the language has no phrases of its own."""
    known = language if language in PHRASES else "en"
    frame = _TONES[Tone(tone)][known] if tone in _TONES else None
    return replace(PHRASES[known], **vars(frame)) if frame else PHRASES[known]


def every_phrases() -> Iterator[Phrases]:
    """Of every language in every tone: a letter is known again however it was written."""
    return (phrases(language, tone) for language in LANGUAGES for tone in Tone)


def first_name(requester: str) -> str:
    """The name to greet by; '' when it is an address, a company-like line or otherwise no name."""
    return full_name(requester).split(" ", 1)[0]


def full_name(requester: str) -> str:
    """First name first; '' as for `first_name`."""
    name = requester.strip()
    if not name or "@" in name or len(name) > 60:
        return ""
    family, _, given = name.rpartition(",")
    parts = given.split()
    usable = [part for part in parts if _NAME.fullmatch(part) and len(part) > 1]
    if not usable or len(parts) > 4 or not _OFFICES.isdisjoint(words(name)):
        return ""
    return " ".join((*usable, *(part for part in family.split() if _NAME.fullmatch(part))))


def greeting(requester: str, language: str, tone: str = Tone.NEUTRAL) -> str:
    """A formal letter greets by the whole name."""
    said = phrases(language, tone)
    name = full_name(requester) if tone == Tone.FORMAL else first_name(requester)
    return said.greeting.format(name=name) if name else said.greeting_unnamed


def framed(body: str, requester: str, language: str, signature: str, tone: str = Tone.NEUTRAL) -> str:
    """Greeting, body, closing and signature, a blank line between each. A signature that closes the letter itself needs no
    other closing over it."""
    signed = signature.strip()
    closing = signed if closes(signed.split("\n", 1)[0]) else f"{phrases(language, tone).closing}\n{signed}".strip()
    return "\n\n".join(part for part in (greeting(requester, language, tone), body.strip(), closing) if part) + "\n"


def company_name(text: str) -> None:
    """Raises ValueError for a name nothing could be called by."""
    if not text.strip():
        raise ValueError("an empty name; greetings, closings and what the model is told bear it")


def house_rules(text: str) -> str:
    """The desk's own rules as a model is told them. Raises ValueError when they are too long."""
    rules = clean(text).strip()
    if len(rules) > LONGEST_RULES:
        raise ValueError(f"at most {LONGEST_RULES} characters; these are {len(rules)}")
    return rules
