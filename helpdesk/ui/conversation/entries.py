"""What a conversation is on the screen: messages, and between them, when wanted, what was done to the ticket."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from helpdesk.domain.conversation import Message

CHARACTERS_A_LINE = 90
LINE, FRAME, FILES = 18, 62, 40
FOLDED_LINES = 60


@dataclass(frozen=True)
class Happening:
    """Something that was done, in words."""

    at: datetime
    words: str


Entry = Message | Happening


def in_order(messages: Sequence[Message], happenings: Sequence[Happening]) -> tuple[Entry, ...]:
    """By time; messages keep the order they have."""
    if not happenings:
        return tuple(messages)
    told: list[Entry] = []
    waiting = sorted(happenings, key=lambda h: h.at)
    for message in messages:
        while waiting and waiting[0].at <= message.at:
            told.append(waiting.pop(0))
        told.append(message)
    return (*told, *waiting)


def guessed_height(entry: Entry) -> int:
    """Pixels, before it was ever laid out: near enough for the scroll bar."""
    if isinstance(entry, Happening):
        return LINE + 6
    lines = entry.body.count("\n", 0, 6_000) + len(entry.body[:6_000]) // CHARACTERS_A_LINE + 1
    return FRAME + LINE * min(lines, FOLDED_LINES) + FILES * len(entry.attachments)
