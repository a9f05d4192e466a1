"""Answers of the desk's own making: written once, filled in for every customer."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from helpdesk.domain.article import Audience, Passage
from helpdesk.domain.conversation import Conversation
from helpdesk.domain.draft import Citation
from helpdesk.domain.ids import ArticleId, PassageId, RevisionId
from helpdesk.domain.letter import first_name, full_name
from helpdesk.domain.rule import CHANGES, Action

VARIABLES = ("customer", "first_name", "agent", "company", "ticket", "subject")
LONGEST_NAME, LONGEST_TEXT = 80, 4000
PATH = "macro: "
MOST_ACTIONS = 12

_SLOT = re.compile(r"\{([^{}\n]*)\}")
_BRACE = re.compile(r"[{}]")


@dataclass(frozen=True)
class Macro:
    """`text` may hold the VARIABLES in braces; `language` is an ISO 639-1 code, '' fits customers of every language. `actions`
    change the ticket when an agent inserts it; with them the text may be empty. Nothing a macro does sends anything."""

    id: int
    name: str
    text: str
    language: str
    created_at: datetime
    actions: tuple[Action, ...] = ()


def fault_in(name: str, text: str, actions: Sequence[Action] = ()) -> tuple[int, str]:
    """(line of the text, what is wrong); (0, '') when the macro can be used. Line 0 is about the name or the whole."""
    if not name.strip() or len(name) > LONGEST_NAME or not name.isprintable():
        return 0, f"give it a name of one line and at most {LONGEST_NAME} characters"
    if not (text.strip() or actions) or len(text) > LONGEST_TEXT:
        return 0, f"write a text of at most {LONGEST_TEXT} characters; this one has {len(text.strip())}"
    if fault := _fault_in_actions(actions):
        return 0, fault
    for number, line in enumerate(text.splitlines(), 1):
        for slot in _SLOT.findall(line):
            if slot not in VARIABLES:
                return number, f"{{{slot}}} stands for nothing; use {', '.join(f'{{{name}}}' for name in VARIABLES)}"
        if _BRACE.search(_SLOT.sub("", line)):
            return number, "a brace is opened or closed alone; write variables like {customer}"
    return 0, ""


def _fault_in_actions(actions: Sequence[Action]) -> str:
    if len(actions) > MOST_ACTIONS:
        return f"it may do {MOST_ACTIONS} things to a ticket, not {len(actions)}"
    unfit = next((action.kind for action in actions if action.kind not in CHANGES), None)
    return f"a macro cannot do '{unfit}'; that is for rules" if unfit else ""


def values_of(conversation: Conversation, agent: str, company: str) -> dict[str, str]:
    """What the VARIABLES stand for; one that is not known is left out, and stays to be seen in the text."""
    ticket, who = conversation.ticket, conversation.requester
    known = {
        "customer": full_name(who.name) or who.name,
        "first_name": first_name(who.name),
        "agent": agent,
        "company": company,
        "ticket": str(ticket.id),
        "subject": ticket.subject,
    }
    return {name: value for name, value in known.items() if value.strip()}


def unfilled(text: str) -> tuple[str, ...]:
    """Variables that still stand in a text, as written."""
    return tuple(dict.fromkeys(f"{{{slot}}}" for slot in _SLOT.findall(text) if slot in VARIABLES))


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
