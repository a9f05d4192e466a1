"""The program's source, as the finders of its words read it."""

import ast
import functools
import gc
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAM = ROOT / "helpdesk"


@functools.cache
def tree(file: Path) -> ast.Module:
    """Looking for garbage among so much that stays would take longer than reading."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        return ast.parse(file.read_text("utf-8"), str(file))
    finally:
        if was_enabled:
            gc.enable()


def called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
