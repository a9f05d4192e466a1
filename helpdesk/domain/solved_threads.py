"""Old mail into pairs: a customer's message and the first reply a person of ours really sent to it.

Threads are found by the Message-IDs mails name, or by the ticket a table names. What holds no usable pair is refused with the
reason, never guessed at.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from helpdesk.domain.history import SolvedTicket

QUESTIONS_APART = "\n\n"
LEAST_WORDS = 2
_FORWARD = re.compile(r"^\s*(?:fwd?|wg|tr|rv|i|doorst|vs|vb|enc)\s*:", re.I)
_FORWARDED = re.compile(
    r"^-{2,}\s*(?:forwarded message|weitergeleitete nachricht|message transféré)|^begin forwarded", re.I | re.M
)
_FREE_MAIL = """gmail.com googlemail.com outlook.com hotmail.com live.com yahoo.com icloud.com me.com aol.com gmx.de gmx.net
web.de t-online.de proton.me protonmail.com mail.ru yandex.ru qq.com 163.com orange.fr free.fr libero.it"""
FREE_MAIL = frozenset(_FREE_MAIL.split())


class Why(StrEnum):
    """Why something of a file is no pair."""

    UNREADABLE = "unreadable"
    AUTOMATIC = "automatic"
    FORWARD = "forward"
    UNANSWERED = "unanswered"
    OURS_ALONE = "ours-alone"
    NO_WORDS = "no-words"


@dataclass(frozen=True)
class Letter:
    """One message. `answers` are the ids it names as those it follows, `thread` the ticket a table puts it in. `body` holds its
    own words only. `automatic` says why no person wrote it."""

    name: str
    line: int
    id: str
    answers: tuple[str, ...]
    thread: str
    sender: str
    email: str
    recipients: tuple[str, ...]
    subject: str
    body: str
    at: datetime
    automatic: str = ""


@dataclass(frozen=True)
class Refusal:
    """`line` 0: the whole file. `detail` says more where there is more to say."""

    name: str
    line: int
    why: Why
    detail: str = ""


@dataclass(frozen=True)
class Pairing:
    pairs: tuple[SolvedTicket, ...]
    refused: tuple[Refusal, ...]


@dataclass(frozen=True)
class Us:
    """Addresses and domains of ours; a domain holds its subdomains too."""

    names: tuple[str, ...]

    @classmethod
    def of(cls, said: Iterable[str]) -> "Us":
        """`support@acme.example`, `acme.example` and `@acme.example` are understood."""
        return cls(tuple(dict.fromkeys(name for one in said if (name := one.strip().lower().removeprefix("@")))))

    def holds(self, email: str) -> bool:
        email = email.lower()
        domain = email.rpartition("@")[2]
        return any(
            email == name if "@" in name else domain == name or domain.endswith(f".{name}") for name in self.names if domain
        )


def guessed(letters: Sequence[Letter]) -> Us:
    """Who answers in many threads and begins few is us: a domain, or an address where the domain is everybody's. Empty when
    nobody does."""
    worth: Counter[str] = Counter()
    for thread in threads(letters):
        if len(thread) < 2:
            continue
        first = _side(thread[0])
        worth[first] -= 1
        for name in {_side(letter) for letter in thread[1:]} - {first}:
            worth[name] += 1
    best = max(worth, key=lambda name: (worth[name], name), default="")
    return Us((best,)) if best and worth[best] > 0 else Us(())


def threads(letters: Sequence[Letter]) -> list[list[Letter]]:
    """Each in the order of time, though none before a mail it answers: clocks differ. Those that hang together through a mail
    that is not there are one."""
    above: dict[str, str] = {}

    def root(name: str) -> str:
        while (parent := above.setdefault(name, name)) != name:
            above[name] = above[parent]
            name = above[name]
        return name

    for letter in letters:
        for other in (*letter.answers, *((f"thread:{letter.thread}",) if letter.thread else ())):
            above[root(other)] = root(letter.id)
    grouped: dict[str, list[Letter]] = defaultdict(list)
    for letter in letters:
        grouped[root(letter.id)].append(letter)
    sent = {letter.id: letter.at for letter in letters}

    def place(letter: Letter) -> tuple[datetime, bool]:
        return max([letter.at, *(sent[other] for other in letter.answers if other in sent)]), bool(letter.answers)

    return [sorted(thread, key=place) for thread in grouped.values()]


def paired(letters: Sequence[Letter], us: Us) -> Pairing:
    pairs: list[SolvedTicket] = []
    refused: list[Refusal] = []
    for thread in threads(letters):
        spoken = []
        for letter in thread:
            if why := _no_word_of_a_person(letter, us):
                refused.append(Refusal(letter.name, letter.line, why, letter.automatic))
            else:
                spoken.append(letter)
        found = _pair(spoken, us) if spoken else None
        if isinstance(found, SolvedTicket):
            pairs.append(found)
        elif found is not None:
            refused.append(found)
    return Pairing(tuple(pairs), tuple(refused))


def external_of(*said: str) -> str:
    """One name for the same words, from whatever file they come."""
    return sha256("\0".join(part.strip() for part in said).encode("utf-8", "replace")).hexdigest()


def has_words(text: str) -> bool:
    return len(re.findall(r"\w+", text)) >= LEAST_WORDS


def _side(letter: Letter) -> str:
    email = letter.email.lower()
    domain = email.rpartition("@")[2]
    return email if domain in FREE_MAIL or not domain else domain


def _no_word_of_a_person(letter: Letter, us: Us) -> Why | None:
    if letter.automatic:
        return Why.AUTOMATIC
    if not us.holds(letter.email):
        return None
    among_us = bool(letter.recipients) and all(us.holds(to) for to in letter.recipients)
    forwards = _FORWARD.match(letter.subject) or _FORWARDED.search(letter.body[:400])
    return Why.FORWARD if among_us or forwards else None


def _pair(thread: Sequence[Letter], us: Us) -> SolvedTicket | Refusal:
    asked: list[Letter] = []
    wordless: Letter | None = None
    for letter in thread:
        if not us.holds(letter.email):
            asked.append(letter)
        elif asked and has_words(letter.body):
            return _solved(asked, letter)
        elif asked:
            wordless = letter
    if wordless is not None:
        return Refusal(wordless.name, wordless.line, Why.NO_WORDS)
    if not asked:
        return Refusal(thread[0].name, thread[0].line, Why.OURS_ALONE)
    return Refusal(asked[0].name, asked[0].line, Why.UNANSWERED)


def _solved(asked: Sequence[Letter], answer: Letter) -> SolvedTicket | Refusal:
    first = asked[0]
    question = QUESTIONS_APART.join(letter.body for letter in asked if letter.body.strip())
    if not has_words(f"{first.subject} {question}"):
        return Refusal(first.name, first.line, Why.NO_WORDS)
    return SolvedTicket(
        external=external_of(first.id),
        subject=first.subject,
        question=question or first.subject,
        requester=first.sender,
        email=first.email,
        human=answer.body,
        asked_at=first.at,
        answered_at=answer.at,
    )
