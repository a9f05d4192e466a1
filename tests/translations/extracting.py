"""Every text the window shows: what `tr`, `trn`, `mark` and `setting` are given, and the sentences born below the window."""

import ast
import functools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.translations import born
from tests.translations.source import PROGRAM, called, tree

SHOWN_OF_A_SETTING = (1, 2, 3)
"""The places of section, label and help in `setting(default, section, label, help)`."""


@dataclass(frozen=True)
class Text:
    """`source` is the key of the translation; `one` the form for one thing, where things are counted."""

    source: str
    one: str = ""

    @property
    def is_counted(self) -> bool:
        return bool(self.one)


def sources() -> list[Path]:
    return [PROGRAM / "gui.py", PROGRAM / "settings.py", *sorted((PROGRAM / "ui").rglob("*.py"))]


@functools.cache
def texts() -> list[Text]:
    """Each once, in the order of the alphabet. A text that is counted somewhere is counted."""
    found: dict[str, Text] = {}
    for file in sources():
        for text in texts_of(tree(file)):
            if text.source and (text.is_counted or text.source not in found):
                found[text.source] = text
    for form in born.forms():
        found.setdefault(form, Text(form))
    return sorted(found.values(), key=lambda text: text.source)


def texts_of(tree: ast.AST) -> Iterator[Text]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        match called(node):
            case "tr" | "mark":
                yield from (Text(said) for said in literals(node.args[0]))
            case "trn":
                yield from (Text(many, one) for one, many in zip(literals(node.args[0]), literals(node.args[1]), strict=True))
            case "setting":
                yield from (Text(said) for place in SHOWN_OF_A_SETTING for said in literals(node.args[place]))


def literals(node: ast.expr) -> list[str]:
    """The text, or both of `a if x else b`; nothing for a name, whose text is marked elsewhere."""
    if isinstance(node, ast.IfExp):
        return literals(node.body) + literals(node.orelse)
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []
