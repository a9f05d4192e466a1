"""Words of a text as the search legs see them: folded, stemmed, and without those that say nothing."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

from helpdesk.domain.stems import stem

WORD = re.compile(r"[^\W_]+")
PLAIN = str.maketrans({chr(code): chr(code).lower() if chr(code).isalnum() else " " for code in range(128)})
"""What WORD finds in ASCII, several times as fast."""
BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
STOPS = """
a about after all also am an and any are as at be because been before being but by can cannot could did do does doing
don for from get got had has have having he her here hers hi hello him his how i if in into is isn it its just let ll me
more most much my no nor not of off on once only or other our out over own please re regards s same she should so some such
t thank thanks than that the their them then there these they this those through to too under until up us ve very was we
were what when where which while who whom why will with would yes you your yours dear anyone someone something want need
help know like try tried trying
"""
STOP_WORDS = frozenset(STOPS.split())
MOST_TERMS = 24
MOST_ROWS = 20_000


def words(text: str) -> list[str]:
    """Words in order, lower-case and Latin ones without accents, as FTS5's unicode61 (remove_diacritics 2) folds them."""
    if text.isascii():
        return text.translate(PLAIN).split()
    text = BEYOND_ASCII.sub(lambda letter: bare_letter(letter[0]), unicodedata.normalize("NFC", text))
    return WORD.findall(text.lower().replace("ς", "σ"))


def placed_words(text: str) -> list[tuple[str, int, int]]:
    """The same words, each with where it begins and ends in the text as it stands."""
    if text.isascii():
        return [(found[0], *found.span()) for found in WORD.finditer(text.lower())]
    letters = [letter if letter.isascii() else bare_letter(letter) for letter in text]
    places = [place for place, letter in enumerate(letters) if letter]
    folded = "".join(letters).lower().replace("ς", "σ")
    found = []
    for word in WORD.finditer(folded) if len(folded) == len(places) else ():
        end = places[word.end() - 1] + 1
        while end < len(letters) and not letters[end]:
            end += 1
        found.append((word[0], places[word.start()], end))
    return found


@lru_cache(maxsize=4096)
def bare_letter(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter)[0]
    if unicodedata.combining(letter):
        return ""
    return base if base.isascii() else letter


def telling_words(text: str) -> list[str]:
    """Distinct words in order of appearance without stop words; when there are only stop words, those."""
    every = list(dict.fromkeys(words(text)))
    return [w for w in every if w not in STOP_WORDS] or every


def telling_stems(text: str) -> dict[str, str]:
    """Distinct stems of the telling words in order, each with the first word it came from."""
    found: dict[str, str] = {}
    for word in telling_words(text):
        found.setdefault(stem(word), word)
    return found


def match_any(terms: Iterable[str]) -> str:
    """An FTS5 expression that matches any of the words. Quoted, so no word can be an operator."""
    return " OR ".join('"' + term.replace('"', '""') + '"' for term in terms)


def rarest(spoken: Iterable[str], frequencies: Mapping[str, int]) -> list[str]:
    """The words that occur, rarest first, until they hit MOST_ROWS rows: FTS5 scores every row that any word hits."""
    chosen: list[str] = []
    rows = 0
    for word in sorted((w for w in spoken if frequencies.get(w)), key=lambda w: (frequencies[w], w))[:MOST_TERMS]:
        rows += frequencies[word]
        if chosen and rows > MOST_ROWS:
            break
        chosen.append(word)
    return chosen
