"""What a person sent that says otherwise than the article behind the draft, and the article's sentence with it put in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from helpdesk.domain.agreement import OPPOSITES
from helpdesk.domain.facts import Kind, tokens
from helpdesk.domain.gap_text import tells_of_one_case
from helpdesk.domain.ids import PassageId
from helpdesk.domain.markup import flat
from helpdesk.domain.proof import Level, Proof, SentenceProof, Why, prove
from helpdesk.domain.quoting import MARKER
from helpdesk.domain.spans import Sources
from helpdesk.domain.statements import statements

FACTS = frozenset((Why.NUMBER, Why.UNIT, Why.ADDRESS, Why.DENIAL, Why.OPPOSITE))
COUNTERPART = 0.5
"""Share of its words a sentence has in common with the one it took the place of."""

SAME_SENTENCE = 0.6
WORDED = (Kind.WORD, Kind.SMALL, Kind.CODE)
_WORD = re.compile(r"\w+(?:[.,:/'\u2019-]\w+)*|[%€$£]")
_MARKUP = ("**", "__", "`", "[", "]", "(", ")")
_LEAD = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s+")


@dataclass(frozen=True)
class Claim:
    """`says` is the sentence as the passage has it (a stretch of its text), `sent` what the person sent instead, `becomes` the
    passage's sentence with the difference put in and nothing else changed."""

    passage_id: PassageId
    says: str
    sent: str
    becomes: str


def claims(before: str, after: str, sources: Sources, signature: str = "") -> tuple[Claim, ...]:
    """Sentences of `after` that were not in the draft `before` and say otherwise than its sources, in their order. What only
    sounds different is none, nor is what has no counterpart: that is something else, not a correction. Without `before` (a
    reply by hand) a sentence must be worded like its source."""
    proof = prove(after, sources, signature)
    drafted = [said.bare for said in statements(before, signature)]
    fresh = [one for one in proof.sentences if _bare(proof, one) not in drafted and FACTS & set(one.why)]
    found = (_claim(proof, one, drafted) for one in fresh)
    return tuple(claim for claim in found if claim is not None)


def said_besides(answer: str, sources: Sources) -> str:
    """What an answer says that the sources do not, sentence by sentence; what is worded like them and says otherwise is a
    correction and left out."""
    proof = prove(answer, sources)
    return " ".join(_bare(proof, one) for one in proof.of(Level.UNSUPPORTED) if Why.WORDS in one.why)


def _claim(proof: Proof, one: SentenceProof, drafted: Sequence[str]) -> Claim | None:
    source, sent = proof.source(one), _bare(proof, one)
    if source is None or one.passage_id is None or tells_of_one_case(sent):
        return None
    says = source.text[one.span[0] : one.span[1]]
    least = COUNTERPART if drafted else SAME_SENTENCE
    if _alike(flat(says), sent) < SAME_SENTENCE and max((_alike(old, sent) for old in drafted), default=0.0) < least:
        return None
    becomes = put_in(says, sent)
    return None if becomes == says else Claim(one.passage_id, says, sent, becomes)


def put_in(says: str, sent: str) -> str:
    """The source's sentence with the facts that differ, and nothing else of it touched: what was left out or put otherwise in
    a reply need not change in the article. Anew as a whole where markup would break."""
    lead = _LEAD.match(says)
    start = lead.end() if lead else 0
    made = _with_facts(says[start:], sent)
    return f"{says[:start]}{sent if made is None else made}"


def _with_facts(says: str, sent: str) -> str | None:
    old, new = [list(_WORD.finditer(text)) for text in (says, sent)]
    matcher = SequenceMatcher(None, [m[0].casefold() for m in old], [m[0].casefold() for m in new], autojunk=False)
    made = says
    for tag, a0, a1, b0, b1 in reversed(matcher.get_opcodes()):
        gone = says[old[a0].start() : old[a1 - 1].end()] if a1 > a0 else ""
        come = sent[new[b0].start() : new[b1 - 1].end()] if b1 > b0 else ""
        if tag == "equal" or not _holds_a_fact(f"{gone} {come}"):
            continue
        if any(mark in gone for mark in _MARKUP):
            return None
        at = old[a0].start() if a0 < len(old) else old[-1].end() if old else 0
        made = _spliced(made, (at, at + len(gone)), come)
    return made


def _spliced(text: str, place: tuple[int, int], come: str) -> str:
    """One space on either side of what comes in, none left where something goes."""
    before, after = text[: place[0]], text[place[1] :]
    if not come:
        return before.rstrip(" ") + after
    if place[0] < place[1]:
        return f"{before}{come}{after}"
    return f"{before.rstrip(' ')} {come} {after.lstrip(' ')}" if before.strip() else f"{come} {after}"


def _holds_a_fact(words: str) -> bool:
    said = tokens(words)
    opposed = any(t.key in side for t in said for pair in OPPOSITES for side in pair)
    return opposed or any(t.kind not in (Kind.WORD, Kind.SMALL) or t.key.startswith("#") for t in said)


def _bare(proof: Proof, one: SentenceProof) -> str:
    return flat(MARKER.sub("", proof.said(one)))


def _alike(one: str, other: str) -> float:
    """By the words in order, figures aside: they are what may differ."""
    ours, theirs = ([t.key for t in tokens(text) if t.kind in WORDED] for text in (one, other))
    return SequenceMatcher(None, ours, theirs, autojunk=False).ratio()
