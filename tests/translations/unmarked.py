"""Texts of the window that no language can reach: literals that read like words and go through none of the doors."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.translations.source import called

DOORS = {"tr", "trn", "mark", "setting"}
NOT_SHOWN = {
    # named, looked up, formatted or matched, never read by a person
    *("setObjectName", "setProperty", "setStyleSheet", "setStyle", "dress", "getattr", "hasattr", "setattr", "property"),
    *("TypeVar", "NewType", "cast", "import_module", "getLogger", "compile", "sub", "match", "fullmatch", "search", "findall"),
    *("QKeySequence", "QColor", "Template", "Path", "open", "encode", "decode", "strftime", "strptime", "replace", "split"),
    *("startswith", "endswith", "removeprefix", "removesuffix", "join_url", "QByteArray", "setDefaultFamily", "QFont"),
    *("debug", "info", "warning", "exception", "connect_slot", "invokeMethod", "setMimeData", "hasFormat", "data", "setData"),
}
NOT_SHOWN_AS = {"section", "glyph", "role", "key", "module", "kind", "icon"}
VALUE = "\N{BULLET}"
NAMES = {
    *("Helpdesk", "English", "Deutsch", "Ada Brown", "Consolas", "Menlo", "DejaVu Sans Mono", "system font"),
    *(
        f"{VALUE} kB",
        f"{VALUE} MB",
        f"{VALUE} GB",
        "PNG",
        "PDF (*.pdf)",
        "UTC",
        "Europe/Berlin",
        f"{VALUE} (Alt+{VALUE})",
        f"Helpdesk: {VALUE}",
    ),
}
"""Of the program, of people and languages, of fonts, and what every language writes so."""

FOR_NOBODY = {"crash_door.py", "kit/__init__.py", "kit/plain.py", "settings.py"}
"""A report for who mends the program, names of classes, of kinds of letters, and settings, whose words `setting` is given."""

LABELS = {
    "Label",
    "ElidedLabel",
    "button",
    "say",
    "setText",
    "setToolTip",
    "setPlaceholderText",
    "setAccessibleName",
    "Tag",
    "Tile",
}
"""What they are given first is read by a person, even if it is one small word."""

IDENTIFIER = re.compile(rf"[a-z0-9_.:@/*#%,;|()\[\]<>=+\-\s{VALUE}]*|[A-Z_]+{VALUE}|d\.? MMM")
KEYS = re.compile(
    r"(Ctrl|Shift|Alt|Meta)\+.*|(Page|Pg)?(Up|Down)|Left|Right|F\d+|Return|Enter|Esc|Escape|Space|Del|Delete|Backspace|Home|End|(Back)?[Tt]ab"
)
NO_PROSE = re.compile(r"\{.*:.*;?\s*\}|[A-Z]\w+\[")
TWO_LETTERS = re.compile(r"[^\W\d_]{2}")
A_SPACE_BETWEEN = re.compile(r"[^\W\d_]{2,},? [^\W\d_]")


@dataclass(frozen=True)
class Found:
    line: int
    text: str


def reads_like_words(text: str) -> bool:
    said = text.strip()
    if not TWO_LETTERS.search(said) or said in NAMES or KEYS.fullmatch(said) or NO_PROSE.search(said):
        return False
    return bool(A_SPACE_BETWEEN.search(said)) if IDENTIFIER.fullmatch(said) else "://" not in said


def unmarked(tree: ast.Module) -> list[Found]:
    return list(_in(tree))


def _in(node: ast.AST) -> Iterator[Found]:
    match node:
        case ast.Call(args=[ast.Constant(value=str(text)), *_]) if called(node) in LABELS and text.isalpha() and text.islower():
            yield Found(node.lineno, text)
        case ast.Constant(value=str(text)):
            if reads_like_words(text):
                yield Found(node.lineno, text)
        case ast.JoinedStr():
            yield from _in_formatted(node)
        case _:
            for child in _shown_children(node):
                yield from _in(child)


def _in_formatted(node: ast.JoinedStr) -> Iterator[Found]:
    """What stands around the values, as one text; a name made of parts, like f"go-{spot}", is no text."""
    around = "".join(str(part.value) if isinstance(part, ast.Constant) else VALUE for part in node.values)
    if reads_like_words(around):
        yield Found(node.lineno, ast.unparse(node))
        return
    for part in node.values:
        if isinstance(part, ast.FormattedValue):
            yield from _in(part.value)


def _shown_children(node: ast.AST) -> list[ast.AST]:
    """The parts of it in which a text may be meant for a person."""
    match node:
        case _ if _is_for_nobody(node):
            return []
        case ast.Call():
            return [node.func, *node.args, *(word.value for word in node.keywords if word.arg not in NOT_SHOWN_AS)]
        case ast.Dict():
            return list(node.values)
        case ast.Subscript() | ast.AnnAssign(value=ast.expr()):
            return [node.value] if node.value is not None else []
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            return [*node.args.defaults, *(default for default in node.args.kw_defaults if default), *node.body]
    return list(ast.iter_child_nodes(node))


def _is_for_nobody(node: ast.AST) -> bool:
    match node:
        case ast.Call():
            return called(node) in DOORS | NOT_SHOWN or called(node).endswith(("Error", "Input", "Refused"))
        case ast.ClassDef():
            return any("Enum" in ast.unparse(base) for base in node.bases) and not any(
                isinstance(p, ast.FunctionDef) for p in node.body
            )
        case ast.Assign(targets=[ast.Name(id="__all__")]) | ast.Expr(value=ast.Constant()):
            return True
    return isinstance(node, ast.Raise | ast.Import | ast.ImportFrom | ast.MatchValue | ast.arg)
