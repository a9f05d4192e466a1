"""The words of the window in the person's language. Knows no Qt: the terminal says the same words, always in English.

English stands in the code; `tr` says it in the tongue in force. Words that stand in a constant are marked with `mark` where
they are written and go through `tr` where they are shown, for a constant is made before the language is known; a table of such
words is `Words`, which does that by itself.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Generic, Protocol, TypeVar

Key = TypeVar("Key")


class Tongue(Protocol):
    """A language in force, by its code ('de'). Moments are given in local time."""

    code: str

    def say(self, text: str, n: int) -> str:
        """In this language, in the form for `n` things (-1: none are counted); '' when it has no words for it."""
        ...

    def number(self, value: float, places: int) -> str: ...

    def percent(self, share: float, places: int) -> str: ...

    def clock(self, moment: datetime) -> str: ...

    def day(self, day: date) -> str: ...

    def day_of_year(self, day: date) -> str: ...


class Plain:
    """English as the terminal writes it: dates that can be sorted, a clock of 24 hours."""

    code = "en"

    def say(self, text: str, n: int) -> str:
        return ""

    def number(self, value: float, places: int) -> str:
        return f"{value:,.{places}f}"

    def percent(self, share: float, places: int) -> str:
        return f"{share:.{places}%}"

    def clock(self, moment: datetime) -> str:
        return f"{moment:%H:%M}"

    def day(self, day: date) -> str:
        return f"{day:%Y-%m-%d}"

    def day_of_year(self, day: date) -> str:
        return f"{day.day} {day:%b}"


class _Mouth:
    """What speaks now: one for the whole process, like the application's translators."""

    tongue: Tongue = Plain()


def speak(tongue: Tongue | None = None) -> None:
    """From now on everything is said in it; None goes back to plain English."""
    _Mouth.tongue = tongue or Plain()


def language_code() -> str:
    """Of the language in force: 'en', 'de'."""
    return _Mouth.tongue.code


def tr(text: str, /, **values: object) -> str:
    """`text` in the language in force, its {names} filled in afterwards; what a value holds is never read as a name."""
    said = _Mouth.tongue.say(text, -1) if text else ""
    said = said or text
    return said.format(**values) if values else said


def trn(one: str, many: str, n: int, /, **values: object) -> str:
    """The form for `n` things; {n} stands for the number as the language writes it."""
    said = _Mouth.tongue.say(many, n) or (one if n == 1 else many)
    return said.format(n=number(n), **values)


def mark(text: str) -> str:
    """The text itself: it is to be translated where it is shown."""
    return text


class Words(Mapping[Key, str], Generic[Key]):
    """Marked words by what they are said of; looked up, they are in the language in force."""

    def __init__(self, marked: Mapping[Key, str]) -> None:
        self._marked = dict(marked)

    def __getitem__(self, key: Key) -> str:
        return tr(self._marked[key])

    def __iter__(self) -> Iterator[Key]:
        return iter(self._marked)

    def __len__(self) -> int:
        return len(self._marked)


def number(value: float, places: int = 0) -> str:
    """'1,234' and '0.65', as the language writes them. Never for the number of a ticket, which is a name."""
    return _Mouth.tongue.number(value, places)


def percent(share: float, places: int = 0) -> str:
    """'93%' of 0.93."""
    return _Mouth.tongue.percent(share, places)


def clock(moment: datetime) -> str:
    """'14:02' of an aware moment, on the clock of this computer."""
    return _Mouth.tongue.clock(moment.astimezone())


def day(moment: datetime | date) -> str:
    """The whole date, short; of an aware moment the date on this computer."""
    return _Mouth.tongue.day(moment.astimezone().date() if isinstance(moment, datetime) else moment)


def day_of_year(moment: datetime | date) -> str:
    """'21 Nov'."""
    return _Mouth.tongue.day_of_year(moment.astimezone().date() if isinstance(moment, datetime) else moment)


def day_and_clock(moment: datetime) -> str:
    return f"{day(moment)} {clock(moment)}"


def lowered(text: str) -> str:
    """For the middle of a sentence: only the first letter, for German nouns keep theirs."""
    return f"{text[:1].lower()}{text[1:]}"


def capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def share(part: float) -> str:
    """'5%' of 0.05 and '0.5%' of 0.005: as certificates say it, without digits nobody asked for."""
    return percent(part, 0 if round(100 * part, 1) == round(100 * part) else 1)


def figure(value: float) -> str:
    """As many decimals as it has, six digits at most: '0.5', '12'."""
    said = f"{value:g}"
    return said if "e" in said else number(value, len(said.partition(".")[2]))
