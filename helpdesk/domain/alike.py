"""Drafts that say the same to different customers."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from helpdesk.domain.ids import DraftId, TicketId
from helpdesk.domain.letter_parts import LetterParts, parts_of

SAME = 0.9
"""From this share of common words on two bodies say the same."""
_WORD = re.compile(r"\w+")
_MARKER = re.compile(r"\s*\[\d+\]")
_SHORTEST_NAME = 3


@dataclass(frozen=True)
class AlikeDraft:
    """A draft in review that stands on the same passages as another. `text` is its letter as it would leave, `message` what its
    customer asked; `sameness` from 0 to 1 is that of the two bodies. `held_by` names another agent who has it."""

    draft_id: DraftId
    ticket_id: TicketId
    revision: int
    requester: str
    subject: str
    message: str
    text: str
    sameness: float
    held_by: str = ""
    to_person: bool = False
    """It was routed to a person of its own; nobody takes it along without looking."""

    @property
    def offered(self) -> bool:
        """Whether it is ticked from the start."""
        return self.sameness >= SAME and not self.held_by and not self.to_person


def sameness(one: str, other: str, signature: str) -> float:
    """Of two letters without greeting and closing, 0 to 1 by their words in order."""
    mine, theirs = (_WORD.findall(_MARKER.sub("", parts_of(text, signature).body).casefold()) for text in (one, other))
    return SequenceMatcher(None, mine, theirs, autojunk=False).ratio() if mine and theirs else 0.0


def with_body(letter: str, body: str, signature: str) -> str:
    """The letter with another body between its own greeting and closing."""
    parts: LetterParts = parts_of(letter, signature)
    return parts.greeting + body + parts.closing


def named_in(body: str, name: str, email: str) -> str:
    """What of a customer's name or address stands in the text; '' when nothing does. Whoever else reads it must not."""
    words = {word.casefold() for word in _WORD.findall(body)}
    if email and email.casefold() in body.casefold():
        return email
    return next((part for part in _WORD.findall(name) if len(part) >= _SHORTEST_NAME and part.casefold() in words), "")
