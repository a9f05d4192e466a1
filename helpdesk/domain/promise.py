"""What a certificate says, in the words a manager signs."""

import re
from collections.abc import Mapping
from typing import Any

from helpdesk.domain.certificate import POOLED, Certificate, Method
from helpdesk.domain.draft import Fingerprint

ENDS = "Another model, prompt, search model, score, rule or setting for drafting ends it; articles may change, and are watched."
PARTS = {
    "writer": "the writer",
    "model": "the model",
    "prompt": "the instructions to the writer",
    "embedder": "the search model",
    "chunker": "the way articles are cut",
    "scorer": "the score",
    "guard": "the rules that hold answers back",
    "ways": "the settings for drafting",
}
RULES_CHANGED = (
    "the rules that hold answers back changed: what a person always decides, the links to your own sites, or the program itself"
)
INSTRUCTIONS_CHANGED = "the instructions to the writer changed: the tone, the house rules, or the program itself"
OPTIONS_CHANGED = "how the model is asked changed: the context window, or the program itself"
CODED_WAYS = {
    "hides": "what is hidden as personal data changed: your own patterns, or the countries of your customers",
    "mix": "how hits of a search are weighed changed: with the search model, or with the program",
}
"""Said in place of two codes that tell nobody anything; of `ways` by the word before the code."""

_PROMPT = re.compile(r"(?P<instructions>reply-[0-9a-f]+)-(?P<options>[0-9a-f]+)")
"""As a model's drafter is named: codes of what it is told, and of the options it is asked with."""


def headline(certificate: Certificate) -> str:
    """The promise with its evidence."""
    return f"{sentence(certificate)} {evidence(certificate)}"


def sentence(certificate: Certificate) -> str:
    """The promise a manager signs."""
    about = "" if certificate.topic == POOLED else f" about “{certificate.topic}”"
    sure = percent(1 - certificate.delta)
    return f"Of answers{about} sent automatically at most {percent(certificate.alpha)} are wrong ({sure} confidence)."


def evidence(certificate: Certificate) -> str:
    """As it was when it was granted: what is counted goes on."""
    qualified = f"{percent(certificate.coverage)} of tickets qualified"
    return f"Evidence when it was granted: {certificate.wrong} wrong of {certificate.checked} checked; {qualified}."


def caveats(certificate: Certificate) -> tuple[str, ...]:
    """What it stands on and does not say."""
    said = [_reviewers(certificate.sensitivity)]
    if certificate.method is Method.ANYTIME:
        said.append("The checked answers were drawn by lot before they were scored; the claim holds whenever one looks.")
    else:
        said.append("The checked answers are a sample of old tickets whose size was fixed beforehand.")
    said.append("It speaks of the average over future tickets like these, not of a single ticket.")
    if certificate.out:
        said.append(f"Left out, for their own evidence speaks against them: {', '.join(certificate.out)}.")
    said.append(ENDS)
    return tuple(said)


def _reviewers(sensitivity: float) -> str:
    if sensitivity >= 1:
        return "Reviewers are taken at their word: too few test drafts were decided to know how many errors they notice."
    return f"Corrected for reviewers, who notice at least {percent(sensitivity)} of wrong drafts, as test drafts showed."


def percent(share: float) -> str:
    """Without digits nobody asked for: 5%, 0.5%, 90%."""
    shown = f"{100 * share:.1f}".rstrip("0").rstrip(".")
    return f"{shown}%"


def what_changed(before: Mapping[str, Any], now: Fingerprint) -> str:
    """Why answers come from another drafter now, as “the model changed: a → b”. What is not known of `before` is not told."""
    differing = [(name, str(before[name]), value) for name, value in vars(now).items() if before.get(name, value) != value]
    return "; ".join(said for part in differing for said in _told(*part)) or "the drafter changed"


def _told(name: str, old: str, new: str) -> list[str]:
    if name == "guard":
        return [RULES_CHANGED]
    if name == "prompt" and (coded := _of_prompts(old, new)):
        return coded
    return _of_ways(old, new) if name == "ways" else [f"{PARTS[name]} changed: {_only(old, new)} → {_only(new, old)}"]


def _of_prompts(old: str, new: str) -> list[str]:
    """Empty for a writer whose prompt is named otherwise."""
    before, now = _PROMPT.fullmatch(old), _PROMPT.fullmatch(new)
    if before is None or now is None:
        return []
    said = {"instructions": INSTRUCTIONS_CHANGED, "options": OPTIONS_CHANGED}
    return [words for part, words in said.items() if before[part] != now[part]]


def _of_ways(old: str, new: str) -> list[str]:
    before, now = old.split(", "), new.split(", ")
    differing = {*before} ^ {*now}
    coded = [words for word, words in CODED_WAYS.items() if any(part.startswith(f"{word} ") for part in differing)]
    plain = [[part for part in parts if part.partition(" ")[0] not in CODED_WAYS] for parts in (before, now)]
    if plain[0] == plain[1]:
        return coded
    said, instead = ", ".join(plain[0]), ", ".join(plain[1])
    return [f"{PARTS['ways']} changed: {_only(said, instead)} → {_only(instead, said)}", *coded]


def _only(one: str, other: str) -> str:
    """Of a list of settings those the other has not; in quotes what is more than a word."""
    said = ", ".join(part for part in one.split(", ") if part not in other.split(", ")) or "none"
    return f"\u201c{said}\u201d" if " " in said else said
