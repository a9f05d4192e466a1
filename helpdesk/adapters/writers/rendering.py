"""A quoted block as a paragraph of a plain-text mail, with its citation mark."""

import re

from helpdesk.domain.markup import plain
from helpdesk.domain.sentences import Block, BlockKind
from helpdesk.domain.table_words import row_words


def rendered(source: str, block: Block, mark: int) -> str:
    """Steps and lists keep their lines and numbers, a table row becomes 'column: value', code is indented."""
    if block.kind is BlockKind.ROW:
        return f"{row_words(source, block.header)} [{mark}]"
    if block.kind is BlockKind.CODE:
        return _code(source, mark)
    text = plain(source)
    if block.kind is BlockKind.SENTENCE:
        return f"{' '.join(text.split())} [{mark}]"
    lines = [line.rstrip() for line in text.split("\n")]
    lead = next((i for i, line in enumerate(lines) if line.strip()), 0)
    lines[lead] = f"{lines[lead]} [{mark}]"
    return "\n".join(lines[lead:])


def _code(source: str, mark: int) -> str:
    """Lead-in sentence, if any, then the code without its fence."""
    fence = re.search(r"^\s*(?:`{3,}|~{3,})", source, re.M)
    lead = plain(source[: fence.start()]).strip() if fence else ""
    code = plain(source[fence.start() :] if fence else source).strip("\n")
    indented = "\n".join(f"    {line}" for line in code.split("\n"))
    return f"{lead} [{mark}]\n{indented}" if lead else f"{indented}\n[{mark}]"
