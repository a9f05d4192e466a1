"""What was said below the window, in the language of the window: reasons, troubles, remarks. Knows no Qt.

Services and adapters speak English, and much of what they say is stored as it was said. A sentence is known again by its form,
which `make translations` finds where it is written: what it was told is read out of it and put into the same sentence in the
language in force.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from functools import cache, cached_property, lru_cache
from itertools import pairwise
from string import Formatter

from helpdesk import paths
from helpdesk.domain.language import NAMES
from helpdesk.ui.intent_names import intent_words
from helpdesk.ui.language import capital, day, day_and_clock, mark, number, percent, tr

SENTENCES = ("translations", "sentences.txt")
LONGEST = 1000
"""Characters: what is longer is a text of somebody, not a sentence of ours."""

ENOUGH, FEW = 15, 10
"""Letters of its own by which a form is known again whatever it was told, and where each value is a single word."""

NAMED = mark("“{name}”")
OPENED, CLOSED = "'“‘[", "'”’]"
NUMBER = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+\.\d+)( (?:kB|MB|GB))?")
SHARE = re.compile(r"(\d+(?:\.\d+)?) ?%")
SHARES = re.compile(rf"{SHARE.pattern}(?:(?: → |, ){SHARE.pattern})*")
MOMENT = re.compile(r"\d{4}-\d\d-\d\d( \d\d:\d\d)?")
OF_AN_INTENT = (mark("Its intent is '{0}', which people decide"), mark("{0}, right {1} of {2} times"))
"""What is told first is an intent, or an article's title in quotes."""

LANGUAGES = frozenset(NAMES.values())
OF_OTHERS = (
    mark("Connection refused"),
    mark("Cross-device link"),
    mark("Device or resource busy"),
    mark("Directory not empty"),
    mark("Disk quota exceeded"),
    mark("File exists"),
    mark("File name too long"),
    mark("File too large"),
    mark("Input/output error"),
    mark("Invalid argument"),
    mark("Is a directory"),
    mark("No space left on device"),
    mark("No such file or directory"),
    mark("Not a directory"),
    mark("Operation not permitted"),
    mark("Permission denied"),
    mark("Read-only file system"),
    mark("Text file busy"),
    mark("Too many levels of symbolic links"),
    mark("Too many open files"),
    mark("pulling manifest"),
    mark("verifying sha256 digest"),
    mark("writing manifest"),
)
"""How the system says why it refused, as Python has it, and the model server what it does."""


@dataclass(frozen=True)
class Form:
    """`around` is what stands before, between and behind the values; `named` says of each whether it stands in quotes."""

    text: str
    around: tuple[str, ...]
    named: tuple[bool, ...]

    @cached_property
    def weight(self) -> int:
        return sum(map(len, self.around))

    @property
    def is_plain(self) -> bool:
        """It is known again whatever it was told."""
        return self.weight >= ENOUGH

    def may_hold(self, value: str, named: bool) -> bool:
        """Where it has few letters of its own: a name, a number or a sentence of ours."""
        is_word = self.weight >= FEW and " " not in value
        return named or is_word or value.replace(",", "").isdigit() or _are_quotes(value[:1], value[-1:]) or _is_ours(value)

    def values(self, words: str) -> tuple[str, ...] | None:
        """What a sentence of this form was told, each as short as can be; None when it is of another form. Never slow: every
        part is looked for once."""
        first, *between, last = self.around
        place, end = len(first), len(words) - len(last)
        if place > end or not words.startswith(first) or not words.endswith(last):
            return None
        found = []
        for part in between:
            at = words.find(part, place, end)
            if at < 0:
                return None
            found.append(words[place:at])
            place = at + len(part)
        return (*found, words[place:end])


def reason_said(words: str) -> str:
    """As it is where no language knows it. Of whole sentences each is said for itself."""
    if not words or len(words) > LONGEST:
        return words
    if _are_quotes(words[0], words[-1]) and words[0] == "“" not in words[1:]:
        return tr(NAMED, name=words[1:-1])
    first, rest = _first_sentence(words)
    if rest and _known(first):
        return f"{reason_said(first)} {reason_said(rest)}"
    found = _known(words)
    if found is None:
        return _joined(words)
    form, values = found
    if form.text in OF_AN_INTENT:
        values = (intent_words(values[0]), *values[1:])
    told = (value if named else _told(value) for value, named in zip(values, form.named, strict=True))
    return tr(form.text).format(*told)


def _first_sentence(words: str) -> tuple[str, str]:
    """And what follows. A dot in what somebody is quoted with ends none of ours."""
    end = words.find(". ")
    while end >= 0 and words.count("\u201c", 0, end) > words.count("\u201d", 0, end):
        end = words.find(". ", end + 1)
    return (words, "") if end < 0 else (words[: end + 1], words[end + 2 :])


def subject_said(about: str) -> str:
    """What a refusal is about: “macro Return”, “service level VIP”, or a file, which keeps its name."""
    words = about.split(" ")
    for count in range(1, min(3, len(words))):
        form = f"{' '.join(words[:count])} {{0}}"
        if (said := tr(form)) != form:
            return said.format(" ".join(words[count:]))
    return reason_said(about)


def _joined(words: str) -> str:
    """Of two sentences the first is known: what follows it may be somebody's words. Or it is a name, and the second is."""
    for joint in ("; ", ": "):
        head, found, rest = words.partition(joint)
        if found and (_known(head) or (" " not in head and _known(rest))):
            return f"{reason_said(head)}{joint}{reason_said(rest)}"
    return words


def _told(value: str) -> str:
    """One word is a name; more may be a sentence themselves."""
    if MOMENT.fullmatch(value):
        return _moment(value)
    if found := NUMBER.fullmatch(value):
        figure = found[1].replace(",", "")
        return f"{number(float(figure), len(figure.partition('.')[2]))}{found[2] or ''}"
    if SHARES.fullmatch(value):
        return SHARE.sub(lambda found: percent(float(found[1]) / 100, len(found[1].partition(".")[2])), value)
    if value in LANGUAGES:
        return tr(value)
    return reason_said(value) if " " in value or value[0:1] == "“" else value


def _moment(value: str) -> str:
    """As the desk wrote it, in local time."""
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return value
    return day_and_clock(moment) if " " in value else day(moment)


@lru_cache(maxsize=512)
def _known(words: str) -> tuple[Form, tuple[str, ...]] | None:
    """The form that says most of it."""
    whole, forms = _forms()
    if words in whole:
        return whole[words], ()
    for form in forms:
        values = form.values(words)
        if values is not None and (form.is_plain or all(map(form.may_hold, values, form.named))):
            return form, values
    return None


@lru_cache(maxsize=512)
def _is_ours(words: str) -> bool:
    """Beyond doubt. What it was told is not looked into: somebody may have nested it without end."""
    whole, forms = _forms()
    return words in whole or any(form.is_plain and form.values(words) is not None for form in forms)


@cache
def _forms() -> tuple[dict[str, Form], tuple[Form, ...]]:
    """Those without values by their words; the others, the wordiest first. An error must find its words in any case."""
    file = paths.resources().joinpath(*SENTENCES)
    lines = file.read_text("utf-8").splitlines() if file.exists() else []
    forms = [form_of(line) for line in (*lines, *OF_OTHERS)]
    return (
        {form.around[0]: form for form in forms if not form.named},
        tuple(sorted((form for form in forms if form.named), key=lambda form: -form.weight)),
    )


def form_of(text: str) -> Form:
    around = [""]
    for said, name, _, _ in Formatter().parse(text):
        around[-1] += said
        if name is not None:
            around.append("")
    return Form(text, tuple(around), tuple(_are_quotes(before[-1:], after[:1]) for before, after in pairwise(around)))


def _are_quotes(before: str, after: str) -> bool:
    return bool(before) and before in OPENED and after == CLOSED[OPENED.index(before)]


def reason_sentence(reason: str) -> str:
    """Empty for none."""
    said = reason_said(reason)
    return f"{capital(said)}." if said else ""
