"""The sentences that are born below the window: reasons, troubles and remarks, found where they are written.

A sentence there is a literal or an f-string; what it is told stands in its form as {0}, {1}. The window knows it again by that
form (ui/reason_words.py), so a place that puts one together in another way is told of too.
"""

import ast
import functools
import re
from collections.abc import Iterable, Iterator
from enum import Enum

from tests.translations.source import PROGRAM, called, tree
from tests.translations.unmarked import DOORS, NOT_SHOWN, Found

ROOMS = ("settings.py", "domain", "services", "adapters", "app", "ui")
ADAPTERS = (
    *(
        "channels/solved_files.py",
        "figures.py",
        "index/troubles.py",
        "markdown_articles/blocks.py",
        "markdown_articles/tags.py",
    ),
    *("onnx_models/cross_encoder.py", "onnx_models/families.py", "onnx_models/self_test.py", "personal_data/", "report_page/"),
    *("sqlite/", "writers/assist_prompting.py", "writers/candidates.py", "writers/ollama/errors.py", "writers/ollama/trial.py"),
    "writers/prompting.py",
)
DOMAIN = (
    *("agreement", "asks", "facts", "gap_text", "injection", "language", "letter_phrases", "mail_history", "name_cues"),
    *(
        "forwarding",
        "plain_text",
        "planting",
        "rating",
        "rating_mail",
        "solved_threads",
        "terms",
        "thanks_words",
        "thread_summary",
        "triage",
        "words",
    ),
)
SERVICES = ("drafting_health", "health", "knowledge/report_file", "memory", "pipeline/rehearsal")
ERRORS_ALONE = (
    "ui/",
    *(f"adapters/{name}" for name in ADAPTERS),
    *(f"domain/{name}.py" for name in DOMAIN),
    *(f"services/{name}.py" for name in SERVICES),
)
"""Rooms whose other literals no reader of the window meets: patterns, lists of words, letters, prompts, SQL, pages, tables for
other programs and the terminal's own lines."""

NEVER = ("adapters/sqlite/migrations/", "services/question_sets.py")
"""Rooms that only the terminal and who mends the program hear of."""

NAMED = {
    *("two kinds of values are called {0}", "the vector of passage {0} is not of {1} numbers", "while draft {0} was written"),
    *('"power supply"', "refund late", "ticket id"),
    "One sentence, so that loading is not measured.",
}
"""A fault of the program itself, and what is typed or put together as it stands."""

ERRORS = ("Error", "Failure", "BadInput", "Unreadable", "Unusable", "Failed", "Stale", "Down", "Busy", "Stopped", "Unfit")
NAMES = {"BadInput": 0, "Progress": 2, "Pace": 0}
"""Which argument names what is spoken of, or what goes on: said even if it is one word."""

SILENT = {"debug", "info", "warning", "exception", "error", "note"} | DOORS | NOT_SHOWN
NO_PROSE = re.compile(r"\\[bdsSwWA]|\(\?|\[\^|\b[A-Z]{2,} [A-Z(]|\bIS\b|\| None|Callable\[|%s|::")
WORD = re.compile(r"[^\W\d_][^\W\d_'’]+")
SHORT = {
    *("a number", "{0} changed: {1} → {2}", " about “{0}”", "certificate #{0}", "line {0}: {1}", "unexpected {0}"),
    *("{0} passages", "{0} and {1}"),
}
"""Sentences though they have too few words to be taken for one."""

LONGEST_LIST = 15
"""More words than this without a stop between them are a list of words."""


class Place(Enum):
    """Where a literal stands: where nobody looks, where sentences are, where what they are about is named."""

    QUIET = 0
    SAID = 1
    NAME = 2


@functools.cache
def forms() -> list[str]:
    """Each once, in the order of the alphabet."""
    return sorted(
        {form for name, module in _modules() for form in forms_of(module, errors_alone=name.startswith(ERRORS_ALONE))}
    )


def listed() -> str:
    """As the window reads them: one a line."""
    return "".join(f"{form}\n" for form in forms())


def forms_of(module: ast.AST, errors_alone: bool) -> Iterator[str]:
    for node, place in _literals(module, Place.QUIET if errors_alone else Place.SAID):
        form = _form(node)
        if reads_like_a_sentence(form) if place is Place.SAID else place is Place.NAME and names_something(form):
            yield form


def unreadable() -> list[str]:
    """Where a sentence is put together so that its form cannot be read, or what it was told cannot be read out of it."""
    return [
        f"{name}:{found.line} {found.text}"
        for name, module in _modules()
        if not name.startswith(ERRORS_ALONE)
        for found in put_together(module)
    ]


def put_together(module: ast.AST) -> Iterator[Found]:
    """Of pieces, by a template filled elsewhere, with two values side by side."""
    for node in ast.walk(module):
        match node:
            case ast.BinOp(op=ast.Add() | ast.Mod(), left=left, right=right):
                is_found = any(reads_like_a_sentence(_form(part)) for part in (left, right))
            case ast.Call(func=ast.Attribute(attr="format", value=ast.Name(id=name) | ast.Attribute(attr=name))):
                is_found = name.isupper()
            case ast.Call(func=ast.Attribute(attr="format", value=said)):
                is_found = reads_like_a_sentence(_form(said))
            case ast.JoinedStr():
                is_found = "}{" in _form(node) and reads_like_a_sentence(_form(node))
            case _:
                continue
        if is_found:
            yield Found(node.lineno, ast.unparse(node))


def names_something(form: str) -> bool:
    return bool(WORD.search(form)) and form not in NAMED


def reads_like_a_sentence(form: str) -> bool:
    bare = re.sub(r"\{\d\}", "", form)
    words = WORD.findall(bare)
    if form in SHORT:
        return True
    if len(words) < 2 or " " not in bare.strip() or form in NAMED or NO_PROSE.search(form):
        return False
    return len(words) <= LONGEST_LIST or any(stop in bare for stop in ",.;:?")


def _modules() -> Iterator[tuple[str, ast.Module]]:
    for room in ROOMS:
        place = PROGRAM / room
        for file in [place] if place.suffix else sorted(place.rglob("*.py")):
            name = file.relative_to(PROGRAM).as_posix()
            if not name.startswith(NEVER):
                yield name, tree(file)


def _literals(root: ast.AST, place: Place) -> Iterator[tuple[ast.expr, Place]]:
    """Each that may be said, and whether it is: what an error or a failure is told always is."""
    waiting = [(root, place)]
    while waiting:
        node, place = waiting.pop()
        if isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str)):
            yield node, place
        if isinstance(node, ast.Call):
            name = called(node)
            if name in NAMES and len(node.args) > NAMES[name]:
                waiting.append((node.args[NAMES[name]], Place.NAME))
            if place is Place.QUIET and name.endswith(ERRORS):
                place = Place.SAID
        waiting.extend((part, place) for part in _parts(node))


def _parts(node: ast.AST) -> Iterable[ast.AST]:
    """Those in which something may be said."""
    match node:
        case ast.JoinedStr():
            return [part.value for part in node.values if isinstance(part, ast.FormattedValue)]
        case ast.Dict():
            return node.values
        case ast.AnnAssign():
            return [node.value] if node.value is not None else []
        case ast.Call() if called(node) in SILENT:
            return []
        case ast.Expr(value=ast.Constant()) | ast.Import() | ast.ImportFrom() | ast.Compare() | ast.arg() | ast.Name():
            return []
    return ast.iter_child_nodes(node)


def _form(node: ast.expr) -> str:
    """What it is told stands in it as {0}, {1}; braces of its own are doubled, as in any format."""
    if not isinstance(node, ast.JoinedStr):
        return _escaped(node.value) if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
    form, told = "", 0
    for part in node.values:
        if isinstance(part, ast.Constant):
            form += _escaped(str(part.value))
        else:
            form += f"{{{told}}}"
            told += 1
    return form


def _escaped(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")
