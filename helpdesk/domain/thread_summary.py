"""A long conversation in short: what was asked, what was tried and answered, and who waits for whom.

Taken from the conversation itself, word for word, so that nothing is said that nobody said. Internal notes are left out: a
summary may be read out to a customer, or by a model.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from helpdesk.domain.asks import asks_in, asks_outright, own_words, question_of, unsigned
from helpdesk.domain.conversation import PUBLIC, Conversation, Message, MessageKind
from helpdesk.domain.ids import MessageId, TicketId
from helpdesk.domain.letter_parts import parts_of
from helpdesk.domain.mail_history import new_words
from helpdesk.domain.reply import without_markers
from helpdesk.domain.sentences import sentences
from helpdesk.domain.statements import statements

LONGEST_LINE = 220
MOST_TRIED, MOST_ANSWERED = 3, 3
PROMPT_BYTES = 600
"""200 tokens at the cautious three bytes each."""

_TRIED = re.compile(
    r"\b(?:(?:i|we)(?:'ve| have)? (?:already |also |now |just )*(?:tried|restarted|rebooted|reset|reinstalled|checked"
    r"|followed|updated|cleared|unplugged|changed|replaced|deleted|did (?:that|this|all))"
    r"|(?:habe|haben) .{0,60}\b(?:versucht|probiert|neu gestartet|zurückgesetzt|geprüft|installiert|gewechselt|getauscht)"
    r"|(?:j'ai|nous avons) (?:déjà )?(?:essayé|redémarré|réinitialisé|vérifié|suivi|changé)"
    r"|(?:he|hemos) (?:ya )?(?:intentado|probado|reiniciado|restablecido|comprobado|seguido|cambiado)"
    r"|(?:ho|abbiamo) (?:già )?(?:provato|riavviato|ripristinato|controllato|seguito|cambiato))\b",
    re.I,
)


class LineKind(StrEnum):
    ASKED = "asked"
    TRIED = "tried"
    ANSWERED = "answered"
    ASKS_NOW = "asks-now"


@dataclass(frozen=True)
class SummaryLine:
    kind: LineKind
    text: str
    at: datetime
    message_id: MessageId


@dataclass(frozen=True)
class Summary:
    """Of the public messages up to and with `upto`, `messages` of them. `waits_for_us`: the customer had the last word.
    `told` is a model's own telling of it (empty: there is none); then `by` names the model. `why_not` says why a model that was
    asked for did not tell it."""

    ticket_id: TicketId
    upto: MessageId
    messages: int
    since: datetime
    until: datetime
    lines: tuple[SummaryLine, ...]
    waits_for_us: bool
    told: str = ""
    by: str = ""
    why_not: str = ""


def said_in_public(conversation: Conversation) -> tuple[Message, ...]:
    return tuple(m for m in conversation.messages if m.kind in PUBLIC)


def summed(conversation: Conversation) -> Summary | None:
    """None when nothing public was said yet."""
    public = said_in_public(conversation)
    if not public:
        return None
    lines = tuple(_lines(public, conversation.ticket.subject))
    waits = public[-1].kind is MessageKind.CUSTOMER
    ticket = conversation.ticket.id
    return Summary(ticket, public[-1].id, len(public), public[0].at, public[-1].at, lines, waits)


def of_older(conversation: Conversation, kept: int) -> str:
    """The turns before the last customer message and before the `kept` ones in front of it, for a prompt; '' when there are
    none. At most PROMPT_BYTES long."""
    public = said_in_public(conversation)
    last = conversation.last_customer_message
    older = [m for m in public if last is None or m.id != last.id]
    older = older[: len(older) - kept] if kept else older
    told = (_for_prompt(line) for line in _lines(older, conversation.ticket.subject))
    return _cut("\n".join(told), PROMPT_BYTES)


def _lines(public: Sequence[Message], subject: str) -> Iterator[SummaryLine]:
    """In the order in which it was said, but for what is asked now, which comes last."""
    asked = [m for m in public if m.kind is MessageKind.CUSTOMER]
    first, last = (asked[0], asked[-1]) if asked else (None, None)
    found = [
        *([_line(LineKind.ASKED, first, _asked(first, subject))] if first else []),
        *[_line(LineKind.TRIED, m, said) for m in asked for said in _tried(m)][-MOST_TRIED:],
        *[_line(LineKind.ANSWERED, m, _answer(m)) for m in public if m.kind is MessageKind.PUBLIC_REPLY][-MOST_ANSWERED:],
    ]
    yield from sorted((line for line in found if line.text), key=lambda line: (line.at, line.message_id))
    if last is not None and first is not None and last.id != first.id and (now := _asked(last, "")):
        yield _line(LineKind.ASKS_NOW, last, now)


def _line(kind: LineKind, message: Message, text: str) -> SummaryLine:
    return SummaryLine(kind, short(text), message.at, message.id)


def _asked(message: Message, subject: str) -> str:
    asks = asks_in(new_words(message.body), subject)
    return " ".join(question_of(ask) if asks_outright(ask) else unsigned(ask) for ask in asks[:2])


def _tried(message: Message) -> list[str]:
    said = sentences(own_words(new_words(message.body)))
    return [one for one in said if _TRIED.search(one) and not one.endswith("?")]


def _answer(message: Message) -> str:
    """The first of what a reply states, and how much more there is."""
    body = parts_of(without_markers(new_words(message.body))).body
    said = statements(body)
    if not said:
        return short(body)
    more = len(said) - 1
    return f"{said[0].bare}{f' (and {more} more)' if more else ''}"


def _for_prompt(line: SummaryLine) -> str:
    who = "we answered" if line.kind is LineKind.ANSWERED else "the customer wrote"
    return f"{line.at:%Y-%m-%d}, {who}: {line.text}"


def short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST_LINE else flat[:LONGEST_LINE].rsplit(" ", 1)[0] + "\u2026"


def _cut(text: str, most: int) -> str:
    """Whole lines from the beginning and the end, in bytes; the middle is what goes."""
    lines = text.split("\n")
    while len("\n".join(lines).encode()) > most and len(lines) > 1:
        del lines[len(lines) // 2]
    return "\n".join(lines).encode()[:most].decode(errors="ignore")
