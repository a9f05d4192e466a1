"""Two answers made alike, so that a judge cannot tell who wrote which: their bodies alone, in an order drawn by lot."""

import hmac
import re
from functools import lru_cache

from helpdesk.domain.farewells import closes
from helpdesk.domain.letter import every_phrases
from helpdesk.domain.letter_parts import parts_of
from helpdesk.domain.reply import without_markers

LONGEST_FRAME = 80
"""Characters of a line that may be a greeting or a closing."""
CLOSING_WITHIN = 8
"""Lines at the end of a letter where a closing may begin."""

_GREETING = re.compile(
    r"^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings|hallo|guten (?:tag|morgen|abend)|liebe[rs]?"
    r"|sehr geehrte[rs]?|moin|servus|bonjour|bonsoir|cher|chère|salut|hola|estimad[oa]s?|buen(?:os|as) (?:días|tardes)|ciao"
    r"|gentile|buongiorno|egregi[oa]|beste|geachte|olá|prezad[oa]|hej|cześć|dzień dobry|szanown[aey])\b[^.?]{0,60}[,!:.]?\s*$",
    re.I,
)
_NAME_ALONE = re.compile(r"^[^\W\d_a-z][\w.'-]*(?: [^\W\d_a-z][\w.'-]*){0,2}$")


def body_of(letter: str, signature: str = "") -> str:
    """A reply without citation marks, greeting, closing and what stands below it, without a name alone at its end and the
    desk's fixed sentences. Never empty when the letter is not."""
    lines = parts_of(without_markers(letter), signature).body.strip().split("\n")
    if len(lines) > 1 and len(lines[0]) <= LONGEST_FRAME and _GREETING.match(lines[0].strip()):
        lines = lines[1:]
    kept = "\n".join(line for line in lines if line.strip().casefold() not in _fixed())
    return re.sub(r"\n{3,}", "\n\n", before_closing(kept)).strip() or letter.strip()


def before_closing(text: str) -> str:
    """Without a closing as people write it, what stands below it, and a name alone at the end."""
    lines = text.split("\n")
    for at in range(max(1, len(lines) - CLOSING_WITHIN), len(lines)):
        if len(lines[at]) <= LONGEST_FRAME and closes(lines[at]):
            lines = lines[:at]
            break
    if len(lines) > 1 and not lines[-2].strip() and _NAME_ALONE.match(lines[-1].strip()):
        lines = lines[:-2]
    return "\n".join(lines)


@lru_cache(maxsize=1)
def _fixed() -> frozenset[str]:
    """Sentences the desk puts into every letter."""
    said = (text for words in every_phrases() for text in (words.thanks, words.more, words.later, words.nothing))
    return frozenset(text.casefold() for text in said)


def lot(secret: str, purpose: str, name: str) -> float:
    """In [0, 1): the same for the same name and purpose, foreseen by nobody without the secret."""
    digest = hmac.digest(secret.encode(), f"{purpose}\0{name}".encode("utf-8", "replace"), "sha256")
    return (int.from_bytes(digest[:8], "big") >> 11) / 2**53


def draft_first(secret: str, name: str) -> bool:
    """Whether the desk's answer is shown as the first of the two."""
    return lot(secret, "order", name) < 0.5
