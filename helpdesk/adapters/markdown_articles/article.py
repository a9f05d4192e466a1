"""One file into one article. Runs in the worker process; nothing here waits."""

import gc
import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from helpdesk.adapters.markdown_articles.blocks import Block, BlockKind, blocks, grouped, without_comments
from helpdesk.adapters.markdown_articles.cleaning import cleaned
from helpdesk.adapters.markdown_articles.code_lines import code_lines
from helpdesk.adapters.markdown_articles.decoding import Unreadable, text_of
from helpdesk.adapters.markdown_articles.front_matter import LONGEST_TITLE, FrontMatter, front_matter
from helpdesk.adapters.markdown_articles.including import with_included
from helpdesk.adapters.markdown_articles.links import links
from helpdesk.adapters.markdown_articles.measure import Page, measure_of
from helpdesk.adapters.markdown_articles.splitter import MORE, passages
from helpdesk.adapters.markdown_articles.time_limit import OutOfTime, time_limit
from helpdesk.domain.article import FileFailure, ReadArticle, content_hash
from helpdesk.domain.passage_rule import WORDS_RULE, TokenRule
from helpdesk.ports.knowledge import FoundFile

PARSER_FAULTS = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, AssertionError, RuntimeError, MemoryError)
"""What a parser that meets a text it was not made for may raise (RecursionError is a RuntimeError)."""

FOLDER_PAGES = frozenset(("index", "_index", "readme", "toc"))


def read_all(files: Sequence[FoundFile], rule: TokenRule = WORDS_RULE, seconds: float = 0.0) -> list[ReadArticle | FileFailure]:
    """One result a file, in order. `seconds` is the processor time each may take; 0 is no limit. The collector rests meanwhile:
    a parser's many tokens hold no rings, and looking for some took a sixth of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        return [read_one(file, rule, seconds) for file in files]
    finally:
        if collecting:
            gc.enable()


def read_one(file: FoundFile, rule: TokenRule, seconds: float) -> ReadArticle | FileFailure:
    try:
        with time_limit(seconds):
            return read(file, rule)
    except OutOfTime:
        return FileFailure(file.path, 0, f"takes longer than {seconds:.0f} seconds to read: split it")
    except Unreadable as refused:
        return FileFailure(file.path, refused.line, refused.reason)
    except PARSER_FAULTS as fault:
        detail = type(fault).__name__
        return FileFailure(file.path, 0, f"could not be understood ({detail}): simplify its lists, tables and quotes")


def told_whole(file: FoundFile, seconds: float = 0.0) -> str | FileFailure:
    """The text with what it takes in."""
    try:
        with time_limit(seconds):
            return "\n".join(with_included(text_of(file.content).split("\n"), file.included))
    except OutOfTime:
        return FileFailure(file.path, 0, f"takes longer than {seconds:.0f} seconds to read: split it")
    except Unreadable as refused:
        return FileFailure(file.path, refused.line, refused.reason)


def read(file: FoundFile, rule: TokenRule) -> ReadArticle:
    """Raises Unreadable."""
    source = text_of(file.content)
    lines = source.split("\n")
    about = front_matter(lines)
    lines[: about.lines] = [""] * about.lines
    page = cleaned(with_included(without_comments(lines), file.included))
    lines = page.lines
    tree = grouped(blocks(lines), page)
    if not any(line.strip() for line in lines):
        raise Unreadable("holds no text besides its front matter, comments and marks: write something into it or delete it")
    measured = Page(lines, measure_of(rule), page.moved)
    title = shortened(title_of(file.path, about, tree), measured, rule)
    found = passages(tree, measured, title, rule)
    if not found:
        raise Unreadable("holds no text besides the definitions of links and rules: write something into it or delete it")
    return ReadArticle(
        path=file.path,
        title=title,
        source=source,
        content_hash=content_hash(file.content),
        audience=about.audience,
        language=about.language,
        tags=about.tags,
        passages=found,
        status=about.status,
        review_by=about.review_by,
        links=links(lines, code_lines(lines), file.path),
        includes=tuple(dict.fromkeys(place for one in file.included for place in one.all_places)),
    )


def title_of(path: str, about: FrontMatter, tree: tuple[Block, ...]) -> str:
    """What the front matter says, else the first heading of the first level, else the file's name in words."""
    top = (block.words for block in tree if block.kind is BlockKind.HEADING and block.level == 1)
    return about.title or next((words for words in top if words), "") or name_in_words(path)


def shortened(title: str, page: Page, rule: TokenRule) -> str:
    """At most a third of what the model reads: it stands in front of every passage."""
    while rule.limit and len(title) > 1 and page.counts([title])[0] > rule.limit // 3:
        title = title[: len(title) // 2].rstrip(MORE) + MORE
    return title


def name_in_words(path: str) -> str:
    """'billing/reset-password.md' is 'Reset password'; an index page is called after its folder."""
    pure = PurePosixPath(path)
    named = pure.parent.name if pure.stem.lower() in FOLDER_PAGES and pure.parent.name else pure.stem
    words = re.sub(r"[-_\s]+", " ", named).strip() or named
    return (words[:1].upper() + words[1:])[:LONGEST_TITLE]
