"""Answers of the desk's own making: written once, filled in for every customer."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from helpdesk.domain.article import Audience, Passage
from helpdesk.domain.draft import Citation
from helpdesk.domain.ids import ArticleId, PassageId, RevisionId

VARIABLES = ("customer", "agent", "company", "ticket")
LONGEST_NAME, LONGEST_TEXT = 80, 4000
PATH = "macro: "

_SLOT = re.compile(r"\{([^{}\n]*)\}")
_BRACE = re.compile(r"[{}]")


@dataclass(frozen=True)
class Macro:
    """`text` may hold the VARIABLES in braces; `language` is an ISO 639-1 code, '' fits customers of every language."""

    id: int
    name: str
    text: str
    language: str
    created_at: datetime


def fault_in(name: str, text: str) -> tuple[int, str]:
    """(line of the text, what is wrong); (0, '') when the macro can be used. Line 0 is about the name or the whole."""
    if not name.strip() or len(name) > LONGEST_NAME or not name.isprintable():
        return 0, f"give it a name of one line and at most {LONGEST_NAME} characters"
    if not text.strip() or len(text) > LONGEST_TEXT:
        return 0, f"write a text of at most {LONGEST_TEXT} characters; this one has {len(text.strip())}"
    for number, line in enumerate(text.splitlines(), 1):
        for slot in _SLOT.findall(line):
            if slot not in VARIABLES:
                return number, f"{{{slot}}} stands for nothing; use {', '.join(f'{{{name}}}' for name in VARIABLES)}"
        if _BRACE.search(_SLOT.sub("", line)):
            return number, "a brace is opened or closed alone; write variables like {customer}"
    return 0, ""


def filled(text: str, values: Mapping[str, str]) -> str:
    """In one pass: what a value holds can never open another slot."""
    return _SLOT.sub(lambda match: values.get(match[1], match[0]), text)


def as_passage(macro: Macro, values: Mapping[str, str]) -> Passage:
    """As a writer may quote it: it belongs to no article, and its number is below zero."""
    text = filled(macro.text, values).strip()
    return Passage(
        id=PassageId(-macro.id),
        article_id=ArticleId(0),
        revision_id=RevisionId(0),
        kb="",
        path=f"{PATH}{macro.name}",
        title=macro.name,
        heading="",
        text=text,
        lines=(1, text.count("\n") + 1),
        tokens=len(text) // 4,
        hash="",
        audience=Audience.PUBLIC,
        updated_at=macro.created_at,
        language=macro.language,
    )


def is_macro(cited: Citation) -> bool:
    return cited.passage_id < 0
