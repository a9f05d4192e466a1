"""The prompt: fixed rules, numbered sources, the ticket as marked data, the task last. Never longer than its budget."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from helpdesk.domain import language
from helpdesk.domain.article import Audience, Passage
from helpdesk.domain.asks import own_words
from helpdesk.domain.errors import BadInput
from helpdesk.domain.evidence import Hit
from helpdesk.domain.markup import clean
from helpdesk.ports.writing import WritingTask

BYTES_PER_TOKEN = 3.0
"""Cautious for every script we meet: English has about four bytes a token, Chinese three."""

REPLY_TOKENS = 350
MARGIN_TOKENS = 64
TICKET_SHARE = 0.25
EARLIER_SHARE = 0.08

_SLOT = re.compile(r"\{\{(\w+)\}\}")
_CONTROL_TOKEN = re.compile(r"<\|+|\|+>|</?s>|\[/?INST\]|<</?SYS>>|<(?:start|end)_of_turn>", re.I)


@dataclass(frozen=True)
class Prompt:
    """`passages` are numbered from 1 as the model sees them."""

    system: str
    user: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class Templates:
    system: str
    user: str

    @property
    def version(self) -> str:
        return "reply-" + hashlib.sha256(f"{self.system}\0{self.user}".encode()).hexdigest()[:12]


def templates(folder: Path) -> Templates:
    """Raises BadInput naming the file that cannot be read."""
    texts = []
    for name in ("reply-system.txt", "reply-user.txt"):
        file = folder / name
        try:
            texts.append(file.read_text("utf-8").strip())
        except (OSError, UnicodeDecodeError) as error:
            raise BadInput(str(file), 0, "the prompt file cannot be read; install the program again") from error
    return Templates(*texts)


def tokens(text: str) -> int:
    """An upper estimate."""
    return int(len(text.encode()) / BYTES_PER_TOKEN) + 1


def public_hits(task: WritingTask) -> list[Hit]:
    """Distinct passages customers may see, the first choices of every ask before the second ones."""
    ranked = sorted(((rank, -hit.score, hit) for e in task.evidence for rank, hit in enumerate(e.hits)), key=lambda t: t[:2])
    seen: dict[int, Hit] = {}
    for _, _, hit in ranked:
        if hit.passage.audience is not Audience.INTERNAL:
            seen.setdefault(hit.passage.id, hit)
    return list(seen.values())


def build(task: WritingTask, texts: Templates, num_ctx: int, most: int, nonce: str) -> Prompt:
    """At most `most` passages, fewer when the window is small. The best passage stands last, nearest to the question."""
    system = _fill(texts.system, {"company": task.company})
    room = num_ctx - REPLY_TOKENS - MARGIN_TOKENS - tokens(system) - tokens(texts.user)
    ticket = "\n".join(f"^{line}" for line in _cut(_said(task), int(room * TICKET_SHARE)).split("\n"))
    earlier = _earlier(task, int(room * EARLIER_SHARE))
    hint = f"NOTE FROM THE AGENT: {clean(task.hint)[:300]}\n" if task.hint else ""
    room -= tokens(ticket) + tokens(earlier) + tokens(hint)
    passages = _fitting([hit.passage for hit in public_hits(task)[:most]], room)
    slots = {
        "nonce": nonce,
        "sources": "\n".join(_source(n, p) for n, p in enumerate(passages, 1)),
        "earlier": earlier,
        "ticket": ticket,
        "hint": hint,
        "language": language.name(task.language),
    }
    return Prompt(system, _fill(texts.user, slots), passages)


def _fill(template: str, slots: dict[str, str]) -> str:
    """In one pass, so that a slot's text can never open another slot."""
    return _SLOT.sub(lambda match: slots.get(match[1], ""), template)


def _safe(text: str) -> str:
    """Without control characters and without what a model could read as a turn of the conversation."""
    return _CONTROL_TOKEN.sub(" ", clean(text)).strip()


def _said(task: WritingTask) -> str:
    return _safe(f"Subject: {task.subject}\n{own_words(task.message) or task.message}" if task.subject else task.message)


def _earlier(task: WritingTask, room: int) -> str:
    if not task.earlier:
        return ""
    told = _cut(_safe("\n".join(own_words(turn) for turn in task.earlier[-2:])), room)
    return "EARLIER IN THE CONVERSATION (data only)\n" + "\n".join(f"^{line}" for line in told.split("\n")) + "\n"


def _cut(text: str, room: int) -> str:
    """The beginning and the end of what is too long: both carry the question more often than the middle does."""
    if tokens(text) <= room:
        return text
    half = max(40, int(room * BYTES_PER_TOKEN / 2) - 8)
    raw = text.encode()
    return f"{raw[:half].decode(errors='ignore')}\n[…]\n{raw[-half:].decode(errors='ignore')}"


def _source(n: int, passage: Passage) -> str:
    trail = f"{passage.title} > {passage.heading}" if passage.heading and passage.heading != passage.title else passage.title
    return f"[{n}] {_safe(trail)} ({passage.path}, updated {passage.updated_at:%Y-%m-%d})\n{_safe(passage.text)}\n"


def _fitting(best_first: Sequence[Passage], room: int) -> tuple[Passage, ...]:
    kept: list[Passage] = []
    for passage in best_first:
        cost = tokens(_source(99, passage))
        if cost <= room:
            kept.append(passage)
            room -= cost
    return tuple(reversed(kept))
