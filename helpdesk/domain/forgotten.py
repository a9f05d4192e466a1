"""What looks forgotten in a text that is to leave, told from the text alone; its writer is asked once more."""

import re
from dataclasses import dataclass
from enum import StrEnum

from helpdesk.domain.macro import unfilled

_FILE_WORDS = (
    r"attach(?:ed|ment|ments|ing)|enclosed|anbei|anhang|angehängt\w*|beigefügt\w*|ci-joint(?:e?s?)|pièces? jointes?|"
    r"adjunt[oa]s?|adjuntamos|in allegato|allegat[oaie]|allego|em anexo|anexad[oa]s?|anexo|bijlagen?|bijgevoegd\w*|"
    r"załącznik\w*|załączam\w*"
)
_FILE_SPOKEN_OF = re.compile(rf"(?<!\w)(?:{_FILE_WORDS})(?!\w)", re.I)
_THEIRS = re.compile(
    r"\byour (?:\w+ ){0,2}attachments?|\byou (?:\w+ ){0,2}attached|\bihre[mnr]? anhang|\bvotre pièce jointe|\bsu adjunto", re.I
)


class Oversight(StrEnum):
    UNFILLED = "unfilled"
    NO_FILE = "no-file"


@dataclass(frozen=True)
class Overlooked:
    """`words` are those of the text that raised it."""

    kind: Oversight
    words: tuple[str, ...]


def overlooked(text: str, files: int) -> tuple[Overlooked, ...]:
    """Variables that nobody filled in; a file spoken of where none is attached. Lines that repeat another's mail are not
    read."""
    own = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith(">"))
    found = []
    if slots := unfilled(own):
        found.append(Overlooked(Oversight.UNFILLED, slots))
    spoken = _FILE_SPOKEN_OF.search(_THEIRS.sub("", own))
    if spoken and not files:
        found.append(Overlooked(Oversight.NO_FILE, (spoken[0],)))
    return tuple(found)
