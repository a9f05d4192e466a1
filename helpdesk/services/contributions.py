"""Why a score is what it is, naming the thing: which two articles disagree, which number no source has."""

import re
from collections.abc import Callable, Mapping

from helpdesk.domain import scoring, support
from helpdesk.domain.agreement import Conflict
from helpdesk.domain.asks import own_words
from helpdesk.domain.contradictions import measured
from helpdesk.domain.draft import Reason
from helpdesk.domain.label import Tally
from helpdesk.domain.quotation import within_quotes
from helpdesk.domain.quoting import MARKER
from helpdesk.domain.score_signals import BY_NAME
from helpdesk.domain.shipped_scorer import shipped
from helpdesk.domain.terms import words
from helpdesk.domain.words import containment, content
from helpdesk.services.signals import Measured

SPEAKING_PULL = 0.12
"""Log-odds under which a signal is not worth a reason."""

MOST_PULLS = 5
LONGEST = 90
MARK = re.compile(rf"\s*{MARKER.pattern}")
MOST_WORDS = 4
_AS_SHIPPED = shipped("").weights.by_signal
"""By their signs the words for high and low were chosen; a desk may learn otherwise."""


def reasons(draft: Measured, weights: scoring.Weights) -> tuple[Reason, ...]:
    """The signals that moved the score most, strongest first."""
    ranked = sorted(scoring.pulls(draft.signals, weights).items(), key=lambda pair: -abs(pair[1]))
    return tuple(_reason(draft, name, pull, weights) for name, pull in ranked[:MOST_PULLS] if abs(pull) >= SPEAKING_PULL)


def _reason(draft: Measured, name: str, pull: float, weights: scoring.Weights) -> Reason:
    signal, value = BY_NAME[name], draft.signals.get(name)
    if value is None:
        return Reason(name, _turned(signal.missing, pull, False, draft.reply.abstained), round(pull, 2))
    is_high = value >= weights.usual[name]
    named = (_HIGH if is_high else _LOW).get(name)
    thing = named(draft) if named else ""
    said = signal.high if is_high else signal.low
    sounds_good = is_high == (_AS_SHIPPED[name] > 0)
    return Reason(
        name, _turned(f"{said}: {thing}" if thing else said, pull, sounds_good, draft.reply.abstained), round(pull, 2)
    )


def _turned(said: str, pull: float, sounds_good: bool, abstained: bool) -> str:
    """Where a score goes the other way than its reason sounds, why it does."""
    if sounds_good == (pull > 0):
        return said
    if abstained:
        return f"{said}; that speaks for having no answer" if pull > 0 else f"{said}; that speaks against having no answer"
    if pull > 0:
        return f"{said}; on this desk, against expectation, that went with right answers"
    return f"{said}; on this desk, against expectation, that went with wrong answers"


def _best(draft: Measured) -> str:
    titles = _titles(draft)
    return _quoted(titles[0]) if titles else ""


def _rivals(draft: Measured) -> str:
    titles = _titles(draft)
    return f"{_quoted(titles[0])} and {_quoted(titles[1])}" if len(titles) > 1 else ""


def _titles(draft: Measured) -> list[str]:
    """Of the articles found, best first."""
    hits = sorted((hit for e in draft.task.evidence for hit in e.hits), key=lambda hit: -hit.score)
    return list(dict.fromkeys(hit.passage.title for hit in hits))


def _cited_title(draft: Measured) -> str:
    """Of those cited, the one that fits best: it is what the signal measured."""
    asks = support.whole_asks(draft.task.asks, own_words(draft.task.message))
    titles = dict.fromkeys(cited.title for cited in draft.reply.citations)
    return _quoted(max(titles, key=lambda title: max((containment(title, ask) for ask in asks), default=0.0), default=""))


def _unfound_words(draft: Measured) -> str:
    found = {stem for e in draft.task.evidence for hit in e.hits for stem in content(hit.passage.embedded_text)}
    asked = dict.fromkeys(word for ask in draft.task.asks for word in words(ask))
    return ", ".join([word for word in asked if (stems := content(word)) and not found & set(stems)][:MOST_WORDS])


def _unanswered(draft: Measured) -> str:
    said = " ".join(f"{c.title} {c.heading} {c.quote}" for c in draft.reply.citations)
    asks = support.whole_asks(draft.task.asks, own_words(draft.task.message))
    shares = [support.shared(ask, said) for ask in asks]
    return _quoted(draft.task.asks[shares.index(min(shares))]) if shares else ""


def _weakest(draft: Measured) -> str:
    backed = [(share or 0.0, one) for one, share in draft.backing]
    return _quoted(MARK.sub("", draft.proof.said(min(backed, key=lambda pair: pair[0])[1]))) if backed else ""


def _disagreement(draft: Measured) -> str:
    if draft.disagreement is None:
        return ""
    one, other, found = draft.disagreement
    if found.what is Conflict.DENIAL:
        return f"{_quoted(one.title)} and {_quoted(other.title)} say the opposite"
    ours, theirs = measured(one, found.one, found.figures[0]), measured(other, found.other, found.figures[1])
    return f"{_quoted(one.title)} says {ours}, but {_quoted(other.title)} says {theirs}"


def _intent(draft: Measured) -> str:
    return _counted(draft.record.intent, draft.record.of_intent)


def _article(draft: Measured) -> str:
    worst = draft.record.worst_article
    return _counted(_quoted(worst.title), worst.tally) if worst else ""


def _counted(what: str, tally: Tally) -> str:
    return f"{what}, right {tally.right} of {tally.count} times"


def _quoted(text: str) -> str:
    told = shorten(within_quotes(" ".join(text.split())))
    return f"\u201c{told}\u201d" if told else ""


def shorten(told: str) -> str:
    return told if len(told) <= LONGEST else f"{told[: LONGEST - 1]}\u2026"


Naming = Mapping[str, Callable[[Measured], str]]
_RECORDS: Naming = {"intent-record": _intent, "article-record": _article}
_HIGH: Naming = {**_RECORDS, "margin": _best, "title-fit": _cited_title}
_LOW: Naming = {
    **_RECORDS,
    "margin": _rivals,
    "title-fit": _cited_title,
    "coverage": _unfound_words,
    "answered": _unanswered,
    "support-min": _weakest,
    "numbers-backed": lambda draft: ", ".join(draft.unbacked_numbers[:MOST_WORDS]),
    "sources-agree": _disagreement,
}
