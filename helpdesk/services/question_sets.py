"""Folders of questions with known answers, read and checked."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from helpdesk.domain.errors import BadInput
from helpdesk.services.retrieval import context_of

QUESTIONS = "questions.jsonl"
KNOWLEDGE = "kb"
WHO = ("role", "speaker", "from")
"""Keys of a turn that say who speaks."""


@dataclass(frozen=True)
class QuestionSet:
    name: str
    kb: Path
    questions: Path


@dataclass(frozen=True)
class Question:
    """`documents` are paths within the set's `kb`, any of them counts; `spans` and `answers` are plain text. `message` is what
    the customer wrote, the question in it or alone, and `earlier` what was said before."""

    id: str
    text: str
    documents: frozenset[str]
    spans: tuple[str, ...]
    answers: tuple[str, ...]
    answerable: bool
    quick: bool | None
    message: str
    earlier: tuple[str, ...]

    @property
    def context(self) -> str:
        """What is searched beside its own words, as of a ticket."""
        return context_of("", self.message, self.earlier)


def found_sets(folder: Path) -> tuple[QuestionSet, ...]:
    """The folder as a set, or every set directly in it by name. Raises BadInput."""
    if not folder.is_dir():
        raise BadInput(str(folder), 0, "is no folder; name a folder with kb/ and questions.jsonl, or a folder of such folders")
    folders = [folder] if (folder / QUESTIONS).is_file() else sorted(f for f in folder.iterdir() if (f / QUESTIONS).is_file())
    if not folders:
        raise BadInput(str(folder), 0, "holds no question set; a set is a folder with kb/ and questions.jsonl")
    for one in folders:
        if not (one / KNOWLEDGE).is_dir():
            raise BadInput(str(one), 0, "has questions.jsonl but no kb folder beside it")
    return tuple(QuestionSet(one.resolve().name, one / KNOWLEDGE, one / QUESTIONS) for one in folders)


def questions_of(one: QuestionSet, *, every: bool) -> tuple[Question, ...]:
    """The set's quick sample where it marks one, else (or with `every`) all. Raises BadInput naming the line."""
    questions = []
    try:
        lines = one.questions.read_text("utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(str(one.questions), 0, f"cannot be read: {error}") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            questions.append(_question(line, str(one.questions), number))
    if not questions:
        raise BadInput(str(one.questions), 0, "holds no question")
    quick = tuple(q for q in questions if q.quick)
    return quick if quick and not every else tuple(questions)


def _question(line: str, path: str, number: int) -> Question:
    try:
        told = json.loads(line)
    except ValueError as error:
        raise BadInput(path, number, f"is no JSON: {error}") from error
    if not isinstance(told, dict) or not isinstance(told.get("question"), str) or not told["question"].strip():
        raise BadInput(path, number, "needs a text field 'question'")
    answerable = told.get("answerable", True)
    if not isinstance(answerable, bool):
        raise BadInput(path, number, "'answerable' must be true or false")
    quick = told.get("quick")
    return Question(
        id=str(told.get("id") or number),
        text=told["question"],
        documents=frozenset(_texts(told, "gold_docs", path, number)),
        spans=tuple(s for s in _texts(told, "gold_spans", path, number) if s.strip()),
        answers=tuple(dict.fromkeys(a for a in (*_texts(told, "answers", path, number), told.get("answer")) if a)),
        answerable=answerable,
        quick=quick if isinstance(quick, bool) else None,
        message=_message(told, path, number),
        earlier=_turns(told.get("context") or [], path, number),
    )


def _message(told: Mapping[str, Any], path: str, number: int) -> str:
    """The question itself where nothing stands around it."""
    message = told.get("message") or ""
    if not isinstance(message, str):
        raise BadInput(path, number, "'message' must be a text: what the customer wrote, the question in it")
    return message if message.strip() else told["question"]


def _turns(context: object, path: str, number: int) -> tuple[str, ...]:
    """A text, or a list of turns: texts, or objects whose texts are taken, but for who speaks."""
    turns = [context] if isinstance(context, str | dict) else context
    if not isinstance(turns, list) or not all(isinstance(turn, str | dict) for turn in turns):
        raise BadInput(path, number, "'context' must be a text or a list of turns")
    return tuple(said for turn in turns if (said := _said(turn)).strip())


def _said(turn: str | Mapping[str, Any]) -> str:
    if isinstance(turn, str):
        return turn
    return " ".join(text for name, text in turn.items() if isinstance(text, str) and name not in WHO)


def _texts(told: Mapping[str, Any], name: str, path: str, number: int) -> Sequence[str]:
    texts = told.get(name) or []
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise BadInput(path, number, f"'{name}' must be a list of texts")
    return texts
