"""The last look at a draft before it could ever leave by itself: rules a program checks, whoever wrote it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256

from helpdesk.domain import language, output_filter, triage
from helpdesk.domain.article import Audience, Passage
from helpdesk.domain.draft import WrittenReply
from helpdesk.domain.injection import is_suspicious
from helpdesk.domain.letter import phrases
from helpdesk.domain.markup import flat
from helpdesk.domain.output_filter import Grounds, Veto
from helpdesk.domain.quoting import MARKER
from helpdesk.domain.sentences import sentences
from helpdesk.domain.terms import words as words_in
from helpdesk.domain.words import content
from helpdesk.ports.writing import WritingTask

RULES = "guard-7"
"""Of this program; to be raised with every change of what a draft is held back for."""

FULL_SUPPORT = 0.5
"""Share of a sentence's words that the cited passages must have."""

LONGEST_REPLY = 6_000
LONGEST_RATIO = 3.0
"""Characters of a reply, and how many times longer than what it cites it may be."""

ROOM = 800
"""Characters a letter may have beside its sources: greeting, courtesy, closing."""

MOST_REPEATS = 3
_MARKED = re.compile(r"[`*_#>|~]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_POLITE = (
    "hope help know thank sorry glad happy further assist apologize apologise apologies inconvenience question free "
    "appreciate patience understand welcome reach contact please let feel kind regards best hello hi dear below step "
    "follow answer here"
)
_COURTESY = frozenset((*_POLITE.split(), *content(_POLITE)))


@dataclass(frozen=True)
class GuardRules:
    """`hosts` may be linked to without a source; `never_auto` are topics only people decide; `canary` is a word of this
    installation that stands in the instructions and nowhere else."""

    hosts: frozenset[str] = frozenset()
    never_auto: frozenset[triage.Flag] = triage.NEVER_AUTO
    canary: str = ""


class Guard:
    def __init__(self, rules: GuardRules | None = None) -> None:
        self._rules = rules or GuardRules()

    @property
    def never_auto(self) -> frozenset[triage.Flag]:
        return self._rules.never_auto

    @property
    def code(self) -> str:
        """Names the rules in force: other rules hold back other drafts."""
        said = (RULES, *sorted(self._rules.hosts), "-", *sorted(self._rules.never_auto))
        return sha256("\n".join(said).encode()).hexdigest()[:8]

    def armed(self, task: WritingTask) -> WritingTask:
        """The task with this installation's canary, which the writer puts into its instructions."""
        return replace(task, canary=self._rules.canary)

    def flags(self, task: WritingTask) -> frozenset[triage.Flag]:
        """What the ticket raises, with orders hidden in its earlier turns."""
        raised = triage.flags(task.message, task.subject)
        told = "\n".join((*task.earlier, task.summary))
        return raised | {triage.Flag.INJECTION} if is_suspicious(told) else raised

    def vetoes(self, task: WritingTask, reply: WrittenReply, unresolved: Sequence[str] = ()) -> tuple[Veto, ...]:
        """Why this draft may not leave without a person; empty when nothing stands against it. Both with real words, as after
        restoring; `unresolved` are placeholders nobody could restore."""
        if reply.abstained:
            return ()
        cited = _cited(task, reply)
        grounds = self._grounds(task, reply, cited)
        found = [*_of_sources(reply, cited), *output_filter.vetoes(reply.text, grounds), *_of_form(task, reply, cited)]
        found += [Veto("placeholder", name) for name in unresolved[:1]]
        found += [Veto("unsupported-sentence", said) for said in list(_unsupported(task, reply, cited))[:1]]
        return tuple({veto.code: veto for veto in reversed(found)}.values())[::-1]

    def _grounds(self, task: WritingTask, reply: WrittenReply, cited: Sequence[Passage]) -> Grounds:
        return Grounds(
            sources="\n".join(passage.embedded_text for passage in cited),
            ours=f"{task.signature} {task.requester} {task.company} {task.agent}",
            theirs=f"{task.subject} {task.message}",
            hosts=self._rules.hosts,
            system=reply.trace.system if reply.trace else "",
            canary=self._rules.canary,
        )


def _cited(task: WritingTask, reply: WrittenReply) -> list[Passage]:
    return [task.passages[cited.passage_id] for cited in reply.citations if cited.passage_id in task.passages]


def _of_sources(reply: WrittenReply, cited: Sequence[Passage]) -> Iterator[Veto]:
    if not reply.complete:
        yield Veto("incomplete")
    if not reply.citations:
        yield Veto("uncited")
    checks = (
        ("macro-source", [p for p in cited if p.id < 0]),
        ("internal-source", [p for p in cited if p.audience is Audience.INTERNAL]),
        ("stale-source", [p for p in cited if p.stale]),
        ("suspicious-source", [p for p in cited if _gives_orders(p.text)]),
    )
    yield from (Veto(code, passages[0].title) for code, passages in checks if passages)


@lru_cache(maxsize=1024)
def _gives_orders(text: str) -> bool:
    """Of an article's text: the same few are cited again and again."""
    return is_suspicious(text)


def _of_form(task: WritingTask, reply: WrittenReply, cited: Sequence[Passage]) -> Iterator[Veto]:
    theirs = language.guess(task.message) or task.language
    foreign = next((ours for ours in _languages(task, reply) if ours and ours != theirs), "")
    if theirs and foreign:
        yield Veto("language", language.name(foreign))
    allowed = min(LONGEST_REPLY, LONGEST_RATIO * sum(len(p.text) for p in cited) + ROOM)
    if len(reply.text) > allowed or _repeats(reply.text):
        yield Veto("length")


def _languages(task: WritingTask, reply: WrittenReply) -> Iterator[str]:
    """Of what it says and of what it quotes: a model may answer in a language its sources are not in."""
    written = language.guess(" ".join(_stated(task, reply)))
    if not (reply.model and written):
        yield language.guess(" ".join(flat(c.quote) for c in reply.citations))
    yield written


def _repeats(text: str) -> bool:
    said = [sentence for sentence in sentences(text) if len(sentence.split()) > MOST_REPEATS]
    return any(said.count(sentence) >= MOST_REPEATS for sentence in set(said))


def _stated(task: WritingTask, reply: WrittenReply) -> list[str]:
    """The sentences of the body: not the letter's frame, which the program wrote itself."""
    body = MARKER.sub("", reply.text)
    for ours in (task.signature, task.requester):
        body = body.replace(ours, " ") if ours else body
    frame = _frame(task.language, task.tone)
    said = [" ".join(_MARKED.sub(" ", s).split()) for paragraph in body.split("\n") for s in sentences(paragraph)]
    return [sentence for sentence in said if sentence and not any(_of_frame(sentence, phrase) for phrase in frame)]


@lru_cache(maxsize=32)
def _frame(language: str, tone: str) -> tuple[str, ...]:
    return tuple(flat(phrase) for phrase in vars(phrases(language, tone)).values())


def _of_frame(sentence: str, phrase: str) -> bool:
    """Whether a phrase of the template is all there is to a sentence; the template's slots match anything."""
    opening, slot, ending = phrase.partition("{")
    if not slot:
        return sentence in phrase
    return sentence.startswith(opening.strip()) and sentence.endswith(ending.partition("}")[2].strip())


def _unsupported(task: WritingTask, reply: WrittenReply, cited: Sequence[Passage]) -> Iterator[str]:
    """Sentences whose words are not those of the cited passages: what an obeyed order looks like."""
    backing = " ".join(f"{passage.embedded_text} {flat(passage.embedded_text)}" for passage in cited)
    known = {*content(backing), *content(f"{task.company} {task.agent}")}
    for sentence in _stated(task, reply):
        words = [word for word in content(sentence) if word not in _COURTESY]
        if words and sum(word in known for word in words) / len(words) < FULL_SUPPORT:
            yield sentence
        if not words and any(_strange(letters, backing) for letters in _LETTERS.findall(sentence)):
            yield sentence


def _strange(letters: str, backing: str) -> bool:
    """A word no rule of ours can read: of a script nobody splits into words, or a letter by itself."""
    unread = not words_in(letters) or (len(letters) == 1 and letters not in "aAI")
    return unread and letters not in backing
