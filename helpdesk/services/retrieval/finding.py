"""A ranking into evidence: which passages are chosen, what they cover of the question, and why each was found."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, takewhile

from helpdesk.domain.article import Audience, Passage
from helpdesk.domain.asks import leaning, unframed
from helpdesk.domain.evidence import Evidence, Hit
from helpdesk.domain.exact_names import exact_names, holds, whole_again
from helpdesk.domain.fusion import Choice, Scored, agreement, coverage, diverse
from helpdesk.domain.phrasing import wording_of
from helpdesk.domain.stems import stem
from helpdesk.domain.support import answerable
from helpdesk.domain.terms import telling_stems, words
from helpdesk.services.retrieval.conversation import FEW_WORDS
from helpdesk.services.retrieval.ranking import Ranking

COVERED_WORDS = 24
COVERING_HITS = 5
AROUND_COVERED = 0.5
NAMED = 12


@dataclass(frozen=True)
class Wish:
    """What evidence is wanted for. With a `context` (the conversation around the question) it is for quoting: internal passages
    do not take the place of those a customer may read."""

    question: str
    limit: int
    context: str | None = None


def evidence(wish: Wish, ranking: Ranking) -> Evidence:
    own, framed = telling_stems(unframed(wish.question)), telling_stems(wish.question)
    around = {one: word for one, word in telling_stems(wish.context or "").items() if one not in framed}
    asked = dict(list({**own, **around}.items())[:COVERED_WORDS])
    names = exact_names(f"{wish.question} {wish.context or ''}")[:NAMED]
    alive = [(s, ranking.passages[s.passage_id]) for s in ranking.scored]
    alive = alive if wish.context is None else mostly_public(alive)
    stems = [wording_of(passage.embedded_text).said for _, passage in alive]
    places = diverse([Choice(s.score, p.article_id, said) for (s, p), said in zip(alive, stems, strict=True)], wish.limit)
    said = frozenset[str]().union(*(stems[i] for i in places[:COVERING_HITS]))
    weights = {one: ranking.rarity(one) for one in asked}
    wanted = looked_for(wish.question, own, weights, {one for one in asked if ranking.known(one)})
    told = len(wanted) / answerable(len(wanted)) if wish.context is not None and wanted else 1.0
    return Evidence(
        wish.question,
        repetitions_marked([explained(alive[i], {**framed, **asked}, stems[i], ranking, names) for i in places]),
        ranking.path,
        min(1.0, told * coverage(wanted, ranking.understood(wanted, said))),
        agreement(ranking.scored),
        weights,
        second=ranking.second,
        failure=ranking.failure,
    )


def looked_for(question: str, own: Collection[str], weights: Mapping[str, float], known: Collection[str]) -> dict[str, float]:
    """What the passages have to cover, by stem: the question's own words, and as far as it leans on them those around it that
    the knowledge base has. In a long message unknown words are mostly names and numbers: they count less, the longer it is."""
    unknown = min(1.0, FEW_WORDS / max(1, len(own)))
    share = leaning(question) * AROUND_COVERED
    counts = {s: (1.0 if s in known else unknown) if s in own else (share if s in known else 0.0) for s in weights}
    return {s: weights[s] * count for s, count in counts.items() if count}


def mostly_public(found: list[tuple[Scored, Passage]]) -> list[tuple[Scored, Passage]]:
    """All public passages, and the best internal one to inform the agent."""
    internal = next((passage.id for _, passage in found if passage.audience is Audience.INTERNAL), None)
    return [(s, p) for s, p in found if p.audience is not Audience.INTERNAL or p.id == internal]


def explained(
    found: tuple[Scored, Passage], asked: Mapping[str, str], said: Collection[str], ranking: Ranking, names: Sequence[str]
) -> Hit:
    """`asked` maps the question's stems to its words, `said` are the passage's stems, `names` the question's exact names."""
    scored, passage = found
    by_rarity = sorted((one for one in asked if one in said), key=lambda one: -ranking.rarity(one))
    missing = [one for one in asked if one not in said]
    alike = [(one, other) for one in missing for other in dict.fromkeys(ranking.alike.get(one, ())) if other in said]
    instead = {one: fixed for one, fixed in ranking.corrected.items() if fixed in said and one in asked}
    lowered = passage.embedded_text.casefold() if names else ""
    return Hit(
        passage,
        scored.score,
        scored.lexical,
        scored.vector,
        scored.bm25,
        scored.cosine,
        matched=whole_again((asked[one] for one in by_rarity), (name for name in names if holds(lowered, name))),
        corrected=tuple((asked[one], spelled(fixed, passage.embedded_text, asked[one])) for one, fixed in instead.items()),
        alike=tuple((asked[one], spelled(other, passage.embedded_text)) for one, other in alike),
        second=scored.second,
        parts=ranking.parts(scored),
    )


def repetitions_marked(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """Those that stand below one with a lower score."""
    lowest = accumulate((hit.score for hit in hits), min)
    return tuple(replace(hit, repeats=True) if hit.score > least else hit for hit, least in zip(hits, lowest, strict=True))


def corrections(asked: str, ranking: Ranking) -> tuple[tuple[str, str], ...]:
    """Words of `asked` that were searched as others, each with what it was taken for, as a passage found spells it."""
    taken = {**ranking.instead, **ranking.corrected}
    if not taken:
        return ()
    read = "\n".join(passage.embedded_text for passage in ranking.passages.values())
    typed = telling_stems(asked)
    return tuple((typed[one], spelled(meant, read, typed[one])) for one, meant in taken.items() if one in typed)


def spelled(wanted: str, text: str, typed: str = "") -> str:
    """The word of the text that has this stem; of several the one that begins most like what was typed."""
    same = dict.fromkeys(word for word in words(text) if stem(word) == wanted)
    return max(same, key=lambda word: same_letters(word, typed), default=wanted)


def same_letters(one: str, other: str) -> int:
    """With which both begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
