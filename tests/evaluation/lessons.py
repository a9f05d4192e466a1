"""Questions with known answers, searched once in a real index, so that a mix of scores can be tried on them in moments."""

import hashlib
import pickle
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from helpdesk.adapters.index import LocalIndex
from helpdesk.adapters.markdown_articles.article import read_all
from helpdesk.domain.article import ReadArticle, embedded_text
from helpdesk.domain.asks import codes, unframed
from helpdesk.domain.fusion import Choice, Mix, Scored, blended, diverse, fused, rarity, refined, said_once
from helpdesk.domain.ids import KnowledgeBaseId, PassageId
from helpdesk.domain.markup import flat, unlinked
from helpdesk.domain.measures import normal_tokens
from helpdesk.domain.passage_rule import TokenRule
from helpdesk.domain.phrasing import Asked, Likeness, wording_of
from helpdesk.domain.progress import unheard
from helpdesk.domain.stand_ins import StandIns
from helpdesk.domain.stems import stem
from helpdesk.ports.index import Candidate, IndexQuestion, PassageVector
from helpdesk.ports.knowledge import FoundFile
from helpdesk.services.question_sets import Question, QuestionSet, questions_of
from helpdesk.services.retrieval import CANDIDATES
from helpdesk.services.retrieval.dictionary import words_of_the_desk
from helpdesk.services.retrieval.retrieval import share_of

HITS = 30
NEAR = 90
SPAN_PASSAGES = 5
RANKS = 10
BATCH = 256


@dataclass(frozen=True)
class Part:
    """A passage as it is judged: `plain` are its words as gold spans are compared with."""

    article: int
    path: str
    text: str
    plain: str


@dataclass(frozen=True)
class Lesson:
    """One question with what the index brought and how the nearest of it is worded. `right` are the candidates of a right
    document, `spans` those that hold a gold span (None: the question has none), `once` what saying each of its words is
    worth. Where the question stands in a message, `around` is what the message brings, and `share` how far it pulls."""

    candidates: tuple[Candidate, ...]
    likeness: dict[PassageId, Likeness]
    right: frozenset[PassageId]
    spans: frozenset[PassageId] | None
    once: float
    around: "Lesson | None" = None
    share: float = 0.0


@dataclass(frozen=True)
class Course:
    """All lessons of one set. Passage id n is the part at place n - 1."""

    name: str
    parts: tuple[Part, ...]
    lessons: tuple[Lesson, ...]


class KeptVectors:
    """What an index's embedder made, remembered in a file between runs; for models that are slow."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._known: dict[bytes, bytes] = pickle.loads(file.read_bytes()) if file is not None and file.is_file() else {}

    async def of(self, index: LocalIndex, texts: Sequence[str]) -> list[bytes]:
        name = await index.embedder_fingerprint()
        keys = [hashlib.sha256(f"{name} {text}".encode("utf-8", "replace")).digest() for text in texts]
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in self._known}
        self._known.update(zip(new, await index.embed(list(new.values())), strict=True))
        if new and self._file is not None:
            self._file.write_bytes(pickle.dumps(self._known))
        return [self._known[key] for key in keys]


def parts_of(one: QuestionSet, rule: TokenRule) -> tuple[Part, ...]:
    files = [FoundFile(path.name, path.read_bytes()) for path in sorted(one.kb.glob("*.md"))]
    articles = [read for read in read_all(files, rule) if isinstance(read, ReadArticle)]
    assert len(articles) == len(files)
    return tuple(
        Part(
            number,
            article.path,
            embedded_text(article.title, passage.heading, passage.text),
            " ".join(normal_tokens(flat(unlinked(passage.text)))),
        )
        for number, article in enumerate(articles, 1)
        for passage in article.passages
    )


async def taught(
    one: QuestionSet, index: LocalIndex, rule: TokenRule, kept: KeptVectors, every: int = 1, shipped: StandIns | None = None
) -> Course:
    """The set's answerable questions (each `every`-th), searched in an index of its articles with the words a new desk has, or
    with those `shipped`."""
    parts = parts_of(one, rule)
    texts = [part.text for part in parts]

    async def batches() -> AsyncIterator[Sequence[str]]:
        for start in range(0, len(texts), BATCH):
            yield texts[start : start + BATCH]

    await index.adopt(await index.learn(batches()))
    vectors = await kept.of(index, texts)
    rows = [
        PassageVector(PassageId(n), part.article, KnowledgeBaseId(1), part.text, vector)
        for n, (part, vector) in enumerate(zip(parts, vectors, strict=True), 1)
    ]

    async def stored() -> AsyncIterator[Sequence[PassageVector]]:
        yield rows

    state = await index.rebuild(stored(), 1, len(rows), unheard)
    assert state.trusted, state.words
    questions = [question for question in questions_of(one, every=False) if question.answerable][::every]
    dictionary = words_of_the_desk({}, ()) if shipped is None else shipped
    return Course(one.name, parts, tuple([await lesson(question, parts, index, dictionary) for question in questions]))


async def lesson(question: Question, parts: Sequence[Part], index: LocalIndex, dictionary: StandIns) -> Lesson:
    """By the question's own words, and by those of the message it stands in."""
    context = question.context
    if context.strip() == question.text.strip():
        return await searched(question, question.text, question.text, parts, index, dictionary)
    text = f"{unframed(question.text)} {codes(context)}"
    own = await searched(question, text, question.text, parts, index, dictionary)
    around = await searched(question, context, context, parts, index, dictionary)
    spans = None if own.spans is None or around.spans is None else own.spans | around.spans
    return replace(own, around=around, share=share_of(question.text, 1), right=own.right | around.right, spans=spans)


async def searched(
    question: Question, text: str, wording: str, parts: Sequence[Part], index: LocalIndex, dictionary: StandIns
) -> Lesson:
    answer = await index.search(IndexQuestion(text, limit=CANDIDATES, stand_ins=dictionary.offered(text)))
    taken = {**{one: stem(words[0]) for one, words in answer.instead.items()}, **answer.corrected}
    asked = Asked(wording, lambda one: rarity(answer.frequencies.get(one, 0), answer.passages), taken)
    texts = {c.passage_id: parts[c.passage_id - 1].text for c in answer.candidates}
    names = asked.names_in(texts.values())
    spans = [" ".join(normal_tokens(span)) for span in question.spans]
    found = {c.passage_id: parts[c.passage_id - 1] for c in answer.candidates}
    return Lesson(
        answer.candidates,
        {i: asked.like(text, names) for i, text in texts.items()},
        frozenset(i for i, part in found.items() if part.path in question.documents),
        frozenset(i for i, part in found.items() if any(s and s in part.plain for s in spans)) if question.spans else None,
        said_once(answer.frequencies, answer.passages),
    )


def ranked(one: Lesson, mix: Mix) -> list[Scored]:
    near = fused(((c.passage_id, c.bm25, c.cosine) for c in one.candidates), mix, one.once, NEAR)
    own = refined(near, one.likeness, mix)
    return blended(own, ranked(one.around, mix), one.share) if one.around else own


def figures(course: Course, mix: Mix, lessons: Sequence[Lesson]) -> tuple[float, float]:
    """(span recall@5, MRR@10) as the desk would find with this mix, every step of it taken."""
    spans: list[bool] = []
    ranks: list[float] = []
    for one in lessons:
        rows = ranked(one, mix)
        parts = [course.parts[s.passage_id - 1] for s in rows]
        choices = [Choice(s.score, p.article, wording_of(p.text).said) for s, p in zip(rows, parts, strict=True)]
        hits = [rows[i].passage_id for i in diverse(choices, HITS)]
        documents = list(dict.fromkeys(course.parts[i - 1].path for i in hits))[:RANKS]
        right = {course.parts[i - 1].path for i in one.right}
        ranks.append(next((1 / rank for rank, path in enumerate(documents, 1) if path in right), 0.0))
        if one.spans is not None:
            spans.append(not one.spans.isdisjoint(hits[:SPAN_PASSAGES]))
    return sum(spans) / len(spans), sum(ranks) / len(ranks)
