"""How satisfied a customer is: one line under a reply asks for a number, and the answer comes back by mail.

The line carries a mark that only who got the mail can know; it counts once. A number without the mark counts only as the answer
to that very mail.
"""

import base64
import hashlib
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from helpdesk.domain.asks import own_words
from helpdesk.domain.ids import OutboxId, TicketId
from helpdesk.domain.thanks import only_thanks

BEST = 5
TOKEN_BYTES = 20
LONGEST_SUBJECT = 300

_MARK = re.compile(r"\[rating[\s>]+([a-z2-7]{32})\]", re.I)
_STARS = re.compile(
    r"^\W{0,3}([1-5])(?:\s*(?:/|von|of|out of|sur|de)\s*5)?\s*(?:stars?|sterne?|étoiles?|estrellas?|points?|punkte?)?\W{0,3}$",
    re.I,
)
_DRAWN = re.compile(r"^\s*([★⭐*]{1,5})[\s☆️]*$")
_ANSWERING = re.compile(r"^(?:\s*(?:re|aw|sv|antw|fwd?|wg)\s*:)+", re.I)


class Asking(StrEnum):
    """Under which replies the desk asks, until the customer has answered once; or by a mail, once a ticket."""

    NEVER = "never"
    SOLVING = "replies that solve"
    ALWAYS = "every reply"
    MAIL = "a mail of its own"


@dataclass(frozen=True)
class RatingRequest:
    """What was asked under a reply; `message_id` is that reply's. `used_at` None: not answered yet."""

    id: int
    ticket_id: TicketId
    outbox_id: OutboxId
    message_id: str
    asked_at: datetime
    used_at: datetime | None


@dataclass(frozen=True)
class Rating:
    ticket_id: TicketId
    stars: int
    at: datetime


@dataclass(frozen=True)
class Satisfaction:
    """Of a stretch of time: how many answered of how many asked, by stars (1 first)."""

    asked: int
    by_stars: tuple[int, ...]

    @property
    def answered(self) -> int:
        return sum(self.by_stars)

    @property
    def average(self) -> float | None:
        total = sum(stars * count for stars, count in enumerate(self.by_stars, 1))
        return total / self.answered if self.answered else None


def new_token() -> str:
    """160 bits nobody can guess, in letters and digits that survive every mail program."""
    return base64.b32encode(secrets.token_bytes(TOKEN_BYTES)).decode("ascii").lower()


def kept_form(token: str) -> str:
    """As the store keeps it: who reads the store cannot answer in a customer's place."""
    return hashlib.sha256(token.lower().encode("ascii")).hexdigest()


def tokens_in(*texts: str) -> tuple[str, ...]:
    """Marks in subject and body, quoted ones too."""
    return tuple(dict.fromkeys(found[1].lower() for text in texts for found in _MARK.finditer(text)))


def stars_in(subject: str, body: str) -> int | None:
    """What the customer gave: the first line of his own words, or the subject beside the mark. None when it says no number."""
    said = own_words(body).split("\n")
    first = next((line for line in said if line.strip() and not _MARK.search(line)), "")
    titled = _ANSWERING.sub("", subject[:LONGEST_SUBJECT])
    return _stars(first) or (_stars(_MARK.sub("", titled)) if _MARK.search(titled) else None)


def says_only_stars(body: str) -> bool:
    """Whether nothing is said beside them but thanks; what is not known to be thanks wants an answer."""
    rest = [line for line in own_words(body).split("\n") if line.strip() and not _MARK.search(line)]
    if rest and _stars(rest[0]) is not None:
        rest = rest[1:]
    words = "\n".join(rest).strip()
    return not words or only_thanks(words)


def _stars(line: str) -> int | None:
    if drawn := _DRAWN.match(line):
        return len(drawn[1])
    found = _STARS.match(line.strip())
    return int(found[1]) if found else None


LINES = {
    "en": "How was this answer? Reply with a number from 1 (poor) to 5 (very good) in the first line.",
    "de": "Wie war diese Antwort? Antworten Sie mit einer Zahl von 1 (schlecht) bis 5 (sehr gut) in der ersten Zeile.",
    "fr": "Que pensez-vous de cette réponse ? Répondez par un chiffre de 1 (mauvaise) à 5 (très bonne) sur la première ligne.",
    "es": "¿Qué le pareció esta respuesta? Responda con un número del 1 (mala) al 5 (muy buena) en la primera línea.",
    "it": "Com'era questa risposta? Risponda con un numero da 1 (scarsa) a 5 (ottima) nella prima riga.",
    "nl": "Hoe was dit antwoord? Antwoord met een cijfer van 1 (slecht) tot 5 (zeer goed) op de eerste regel.",
    "pt": "Como foi esta resposta? Responda com um número de 1 (má) a 5 (muito boa) na primeira linha.",
    "pl": "Jak oceniasz tę odpowiedź? Odpisz, podając w pierwszym wierszu liczbę od 1 (zła) do 5 (bardzo dobra).",
}


def with_line(body: str, token: str, language: str, own: str = "") -> str:
    """The reply with the question under it, in the customer's language; `own` are the desk's own words for it."""
    return with_mark(f"{body.rstrip()}\n\n{own.strip() or LINES.get(language, LINES['en'])}", token)


def with_mark(body: str, token: str) -> str:
    return f"{body.rstrip()}\n[rating {token}]"


def without_marks(text: str) -> str:
    """As others than who was asked may read it."""
    return _MARK.sub("", text)


def summed(asked: int, stars: Sequence[int]) -> Satisfaction:
    return Satisfaction(asked, tuple(sum(one == wanted for one in stars) for wanted in range(1, BEST + 1)))
