"""One file into one article. Runs in the worker process; nothing here waits."""

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from helpdesk.adapters.markdown_articles.blocks import Block, BlockKind, blocks, without_comments
from helpdesk.adapters.markdown_articles.decoding import Unreadable, text_of
from helpdesk.adapters.markdown_articles.front_matter import LONGEST_TITLE, FrontMatter, front_matter
from helpdesk.adapters.markdown_articles.splitter import passages
from helpdesk.domain.article import FileFailure, ReadArticle, content_hash
from helpdesk.ports.knowledge import FoundFile

PARSER_FAULTS = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, AssertionError, RuntimeError, MemoryError)
"""What a parser that meets a text it was not made for may raise (RecursionError is a RuntimeError)."""

FOLDER_PAGES = frozenset(("index", "_index", "readme", "toc"))


def read_all(files: Sequence[FoundFile]) -> list[ReadArticle | FileFailure]:
    """One result a file, in order."""
    return [read_one(file) for file in files]


def read_one(file: FoundFile) -> ReadArticle | FileFailure:
    try:
        return read(file)
    except Unreadable as refused:
        return FileFailure(file.path, refused.line, refused.reason)
    except PARSER_FAULTS as fault:
        detail = type(fault).__name__
        return FileFailure(file.path, 0, f"could not be understood ({detail}): simplify its lists, tables and quotes")


def read(file: FoundFile) -> ReadArticle:
    """Raises Unreadable."""
    source = text_of(file.content)
    lines = source.split("\n")
    about = front_matter(lines)
    lines[: about.lines] = [""] * about.lines
    lines = without_comments(lines)
    tree = blocks(lines)
    if not any(line.strip() for line in lines):
        raise Unreadable("holds no text besides its front matter and comments: write something into it or delete it")
    title = title_of(file.path, about, tree)
    found = passages(tree, lines, title)
    if not found:
        raise Unreadable("holds no text besides link definitions and rules: write something into it or delete it")
    return ReadArticle(
        path=file.path,
        title=title,
        source=source,
        content_hash=content_hash(file.content),
        audience=about.audience,
        language=about.language,
        tags=about.tags,
        passages=found,
    )


def title_of(path: str, about: FrontMatter, tree: tuple[Block, ...]) -> str:
    """What the front matter says, else the first heading of the first level, else the file's name in words."""
    top = (block.words for block in tree if block.kind is BlockKind.HEADING and block.level == 1)
    return about.title or next((words for words in top if words), "") or name_in_words(path)


def name_in_words(path: str) -> str:
    """'billing/reset-password.md' is 'Reset password'; an index page is called after its folder."""
    pure = PurePosixPath(path)
    named = pure.parent.name if pure.stem.lower() in FOLDER_PAGES and pure.parent.name else pure.stem
    words = re.sub(r"[-_\s]+", " ", named).strip() or named
    return (words[:1].upper() + words[1:])[:LONGEST_TITLE]
