"""A text as words and facts: numbers, dates, codes, addresses and denials are what two sentences must agree in."""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from helpdesk.domain.stems import stem
from helpdesk.domain.terms import STOP_WORDS, bare_letter
from helpdesk.domain.words import SMALL_ELSEWHERE


class Kind(StrEnum):
    WORD = "word"
    SMALL = "small"
    NUMBER = "number"
    CODE = "code"
    MONTH = "month"
    UNIT = "unit"
    ADDRESS = "address"
    DENIAL = "denial"


class Token(NamedTuple):
    """`key` is what two texts are compared by, `text[start:end]` where it stands. `clause` counts the clauses before it. A
    draft's proof makes hundreds of them: a dataclass takes five times as long."""

    kind: Kind
    key: str
    start: int
    end: int
    clause: int = 0


_COUNTED = (
    "zero",
    "one ein eins eine einen einem einer un une uno una",
    "two zwei deux dos due",
    "three drei trois tres tre",
    "four vier quatre cuatro quattro",
    "five fünf cinq cinco cinque",
    "six sechs seis sei",
    "seven sieben sept siete sette",
    "eight acht huit ocho otto",
    "nine neun neuf nueve nove",
    "ten zehn dix diez dieci",
    "eleven elf onze once undici",
    "twelve zwölf douze doce dodici",
)
_TENS = {"twenty": "20", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "ninety": "90", "hundred": "100"}
NUMBERS = {word: str(value) for value, said in enumerate(_COUNTED) for word in said.split()} | _TENS
VAGUE = frozenset([*_COUNTED[1].split(), "once", "sei", "due", "dos"])
"""Number words that are more often something else."""

_MONTHS = (
    "january januar janvier enero gennaio jan;february februar février febrero febbraio feb;march märz mars marzo mar"
    ";april avril abril aprile apr;mai mayo maggio;june juni juin junio giugno jun;july juli juillet julio luglio jul"
    ";august août agosto aug;september septembre septiembre settembre sep sept;october oktober octobre octubre ottobre oct okt"
    ";november novembre noviembre nov;december dezember décembre diciembre dicembre dec dez"
)
_DAYS = (
    "monday montag lundi lunes lunedì;tuesday dienstag mardi martes martedì;wednesday mittwoch mercredi miércoles mercoledì"
    ";thursday donnerstag jeudi jueves giovedì;friday freitag vendredi viernes venerdì;saturday samstag samedi sábado sabato"
    ";sunday sonntag dimanche domingo domenica"
)
CALENDAR = {word: f"month{n}" for n, said in enumerate(_MONTHS.split(";"), 1) for word in said.split()}
CALENDAR |= {word: f"weekday{n}" for n, said in enumerate(_DAYS.split(";"), 1) for word in said.split()}
MEASURES = {
    word: said.split()[0]
    for said in (
        "second seconds sec secs s sekunde sekunden seconde secondes segundo segundos secondo secondi",
        "minute minutes min mins minuten minuto minutos minuti",
        "hour hours hr hrs h stunde stunden heure heures hora horas ora ore",
        "day days tag tage tagen jour jours día días giorno giorni",
        "week weeks woche wochen semaine semaines semana semanas settimana settimane",
        "month months monat monate monaten mois mes meses mese mesi",
        "year years jahr jahre jahren ans année années año años anno anni",
        "% percent prozent pourcent",
        "€ euro euros eur",
        "$ dollar dollars usd",
        "£ pound pounds gbp",
        "kb kilobyte kilobytes",
        "mb megabyte megabytes",
        "gb gigabyte gigabytes",
        "tb terabyte terabytes",
        "mm millimetre millimetres millimeter millimeters",
        "cm centimetre centimetres centimeter centimeters",
        "m metre metres meter meters",
        "km kilometre kilometres kilometer kilometers",
        "kg kilogram kilograms",
        "mg milligram milligrams",
        "v volt volts",
        "w watt watts",
        "hz hertz",
    )
    for word in said.split()
}
_DENIALS = """never not no none nobody nothing neither nor without cannot unable impossible hardly
nicht nie niemals kein keine keinen keinem keiner keines ohne weder pas jamais aucun aucune sans rien
nunca jamás ningún ninguna ninguno sin tampoco non mai senza nessun nessuna nessuno"""
DENIALS = frozenset(_DENIALS.split())
_TOKEN = re.compile(
    r"(?P<address>(?:https?://|www\.)[^\s<>\"'\])]+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+)"
    r"|(?P<iso>\b\d{4}-\d{2}-\d{2}\b)"
    r"|(?P<code>\b(?:[A-Za-z]{1,12}[-_]?\d+(?:[-.]?[A-Za-z]{0,3}\d+)*[A-Za-z]{0,3}|\d+(?:\.\d+){2,}(?:-[A-Za-z]{1,3}\d+)?)\b)"
    r"|(?P<number>\d+(?:[.,\u00a0']\d{3})*(?:[.,:/]\d+)*)"
    r"|(?P<word>[^\W\d_]+(?:['\u2019][^\W\d_]+)*)"
    r"|(?P<sign>[%€$£])"
    r"|(?P<pause>[,;:.!?()\n])"
)
_DATED = re.compile(r"\d(?:st|nd|rd|th)?\.? ?May|May ?\d")
_THOUSANDS = re.compile(r"(?<=\d)[,.\u00a0'](?=\d{3}(?!\d))")


def tokens(text: str, first: int = 0) -> tuple[Token, ...]:
    """Every word, number, code and address of a text, with places in it; `first` is the place where it begins itself."""
    return tuple(_tokens(text, first))


def _tokens(text: str, first: int) -> Iterator[Token]:
    clause = 0
    for match in _TOKEN.finditer(text):
        if match.lastgroup == "pause":
            clause += 1
            continue
        start, end = match.span()
        for kind, key in _word(match[0]) if match.lastgroup == "word" and match[0] != "May" else _keys(match):
            yield Token(kind, key, first + start, first + end, clause)


def _keys(match: re.Match[str]) -> tuple[tuple[Kind, str], ...]:
    """Of everything but a word that is nothing but one."""
    what, said, text, (start, end) = match.lastgroup, match[0], match.string, match.span()
    if what == "word":
        return ((Kind.MONTH, "month5"),) if _DATED.search(text[max(0, start - 6) : end + 6]) else _word(said)
    if what == "iso":
        year, month, day = said.split("-")
        return ((Kind.NUMBER, year), (Kind.MONTH, f"month{int(month)}"), (Kind.NUMBER, str(int(day))))
    if what == "number":
        return () if _counts_up(text, start, end) else ((Kind.NUMBER, _number(said)),)
    if what == "sign":
        return ((Kind.UNIT, MEASURES[said]),)
    return ((Kind.ADDRESS if what == "address" else Kind.CODE, said.rstrip(".,;:!").lower()),)


def _counts_up(text: str, start: int, end: int) -> bool:
    """The "2)" of an enumeration in a sentence."""
    return text.startswith(")", end) and text.rfind("(", 0, start) <= text.rfind(")", 0, start)


def _number(said: str) -> str:
    bare = _THOUSANDS.sub("", said)
    return bare.lstrip("0") or "0" if bare.isdigit() else bare.replace(",", ".")


@lru_cache(maxsize=8192)
def _word(said: str) -> tuple[tuple[Kind, str], ...]:
    """A contraction that denies is its verb and a denial."""
    low = said.lower().replace("\u2019", "'")
    if low.endswith("n't"):
        return ((Kind.SMALL, low[:-3]), (Kind.DENIAL, "not"))
    for known, kind in ((CALENDAR, Kind.MONTH), (MEASURES, Kind.UNIT)):
        if low in known:
            return ((kind, known[low]),)
    if low in DENIALS:
        return ((Kind.DENIAL, low),)
    if low in NUMBERS:
        return ((Kind.NUMBER, NUMBERS[low]) if low not in VAGUE else (Kind.SMALL, f"#{NUMBERS[low]}"),)
    bare = low.partition("'")[0] if low.isascii() else "".join(map(bare_letter, low)).partition("'")[0]
    small = bare in STOP_WORDS or bare in SMALL_ELSEWHERE or len(bare) < 2
    return ((Kind.SMALL if small else Kind.WORD, stem(bare)),)
