"""Places of the window that show what was said below it without saying it in the person's language."""

import ast
from collections.abc import Iterable, Iterator

from tests.translations.source import called
from tests.translations.unmarked import Found

BORN_BELOW = {"detail", "ended_why", "error", "failure", "reason", "stopped", "strerror", "why_not"}
"""Fields whose words come from a service or an adapter."""

SAID = "reason_said"
SHOWN_BY = {"tr", "trn", "say", "one_line", "Label", "ElidedLabel", "Tag", "Toast", "Notice", "setText", "setToolTip"}
SAID_BEFORE = {"ui/wording.py", "ui/model_wording.py"}
"""They are told of errors whose words wording.of() has said."""


def unsaid(tree: ast.AST) -> list[Found]:
    return list(_in(tree, shown=False))


def _in(node: ast.AST, *, shown: bool) -> Iterator[Found]:
    if shown and isinstance(node, ast.Attribute) and node.attr in BORN_BELOW:
        yield Found(node.lineno, ast.unparse(node))
        return
    if isinstance(node, ast.Call):
        shown = called(node) in SHOWN_BY
    for part in _parts(node):
        yield from _in(part, shown=isinstance(node, ast.FormattedValue) or (shown and isinstance(node, ast.expr | ast.keyword)))


def _parts(node: ast.AST) -> Iterable[ast.AST]:
    """Those whose value may be shown with it."""
    match node:
        case ast.Compare() | ast.Subscript():
            return []
        case ast.Call():
            return [] if called(node) == SAID else [*node.args, *node.keywords]
        case ast.IfExp():
            return [node.body, node.orelse]
        case ast.BoolOp(op=ast.And()):
            return node.values[-1:]
    return ast.iter_child_nodes(node)
