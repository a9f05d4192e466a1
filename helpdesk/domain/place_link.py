"""Links to places of the program: helpdesk://ticket/12. One only leads somewhere; nothing is changed by following it."""

import re
from dataclasses import dataclass
from enum import StrEnum

from helpdesk.domain.errors import BadInput

SCHEME = "helpdesk://"
WANTED = "a ticket's number, or helpdesk:// with ticket/12, article/3, draft/5, or clipboard is wanted"
_NUMBERED = re.compile(r"(?:(ticket|article|draft)/|#)?([1-9]\d{0,14})")


class Target(StrEnum):
    TICKET = "ticket"
    ARTICLE = "article"
    DRAFT = "draft"
    CLIPBOARD = "clipboard"


@dataclass(frozen=True)
class PlaceLink:
    """`number` is the ticket's, article's or draft's; the clipboard has none: it becomes a new ticket's form."""

    target: Target
    number: int = 0

    def __str__(self) -> str:
        return SCHEME + (f"{self.target}/{self.number}" if self.number else self.target)


def place_link(said: str) -> PlaceLink:
    """From a link, with or without helpdesk://, or the bare number of a ticket. Raises BadInput."""
    short = said.strip().removeprefix(SCHEME).rstrip("/")
    if short == Target.CLIPBOARD:
        return PlaceLink(Target.CLIPBOARD)
    found = _NUMBERED.fullmatch(short)
    if found is None:
        raise BadInput(said[:80], 0, WANTED)
    return PlaceLink(Target(found[1] or Target.TICKET), int(found[2]))


def is_link(said: str) -> bool:
    try:
        place_link(said)
    except BadInput:
        return False
    return True
