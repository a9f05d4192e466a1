"""Whether a message says thanks and nothing else, in the languages of the desk: such a message wakes nobody.

Every word must be one that only thanks, greets or acknowledges in one language; one word more ("but", "invoice", "again") and
it is a message like any other. So what we do not know wakes a ticket once too often, never once too seldom.
"""

import re
import unicodedata
from collections.abc import Iterable

from helpdesk.domain.mail_history import new_words
from helpdesk.domain.thanks_words import ANYWHERE, BY_LANGUAGE, UNSPACED, Manners

LONGEST = 400
"""Characters of somebody's own words beyond which he has more to say."""

_UNSPACED = re.compile("|".join(sorted(map(re.escape, UNSPACED), key=len, reverse=True)))
_UNSPACED_THANKS = re.compile(r"ありがと|有難う|有り難う|感謝|感谢|多谢|多謝|谢|謝|감사|고맙|고마워|ขอบคุณ|ขอบใจ")
_UNSPACED_SCRIPT = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*['’]?|[:;]-?\)|<3")


_ASKING = re.compile("[?\u061f]")


def only_thanks(message: str, names: Iterable[str] = ()) -> bool:
    """`names` are people's that may stand in it: the requester's, the agents', the company's. What the message repeats of
    earlier mails and its signature do not count."""
    said = _plain(new_words(message)).strip()
    if not said or len(said) > LONGEST or _ASKING.search(said):
        return False
    known = {word for name in names for word in _WORD.findall(_plain(name))}
    if _UNSPACED_SCRIPT.search(said):
        return _only_thanks_unspaced(said, known)
    return any(_only_thanks_in(manners, said, known) for manners in BY_LANGUAGE.values())


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().replace("\u2019", "'")


def _only_thanks_in(manners: Manners, said: str, names: set[str]) -> bool:
    for phrase in manners.phrases:
        said = re.sub(rf"(?<!\w){phrase}(?!\w)", " ", said)
    spoken = set(_WORD.findall(said))
    return bool(manners.thanks & spoken) and not spoken - manners.thanks - manners.beside - ANYWHERE - names


def _only_thanks_unspaced(said: str, names: set[str]) -> bool:
    """In scripts without spaces between words: once the known phrases are taken out, nothing is left. (Not matched as a chain:
    phrases within phrases would make that take for ever.)"""
    spoken = "".join(char if unicodedata.category(char)[0] in "LMN" else " " for char in said).split()
    left = [word for word in spoken if word not in names and word not in ANYWHERE and _UNSPACED.sub("", word)]
    return bool(_UNSPACED_THANKS.search(said)) and not left
