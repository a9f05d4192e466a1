"""The query language in the words of the window: what it calls a status, a priority or a state may be typed as well.

English words are understood in every language. Written with hyphens for blanks: 'von-hand'.
"""

from collections.abc import Iterable, Mapping

from helpdesk.domain.condition import ME, NOBODY
from helpdesk.domain.search_values import exchanged
from helpdesk.ui.language import Words, language_code, mark
from helpdesk.ui.language_names import LANGUAGES
from helpdesk.ui.state_names import CHANNELS, DRAFT_STATES, PRIORITIES, STATUSES

STATES: Mapping[str, str] = Words(
    {
        "snoozed": mark("snoozed"),
        "overdue": mark("overdue"),
        "soon": mark("due soon"),
        "unassigned": mark("unassigned"),
        "mine": mark("mine"),
        "waiting": mark("waiting"),
        "unsolved": mark("unsolved"),
        "draft": mark("draft"),
        "tag": mark("tag"),
        "topic": mark("topic"),
        "due": mark("due"),
        "writing": mark("begun text"),
        "attachment": mark("attachment"),
    }
)
AGENTS: Mapping[str, str] = Words({ME: mark("me"), NOBODY: mark("nobody")})
SPOKEN: Mapping[str, Mapping[str, str]] = {
    "status": STATUSES,
    "priority": PRIORITIES,
    "channel": CHANNELS,
    "draft": DRAFT_STATES,
    "language": LANGUAGES,
    "assignee": AGENTS,
    "mentions": AGENTS,
    "is": STATES,
    "has": STATES,
}


def understood(typed: str) -> str:
    """A query as the desk reads it."""
    return exchanged(typed, _value) if ":" in typed else typed


def spoken(query: str) -> str:
    """The same query as somebody would type it in the language of the window."""
    return exchanged(query, _word) if ":" in query else query


def names_of(field: str, values: Iterable[str]) -> list[str]:
    """What may stand for these values of a field."""
    return [_word(field, value) or value for value in values]


def _value(field: str, word: str) -> str:
    known, wanted = SPOKEN.get(field, {}), _written(word)
    if wanted in known:
        return wanted if wanted != word.lower() else ""
    return next((value for value in known if _written(known[value]) == wanted), "")


def _word(field: str, value: str) -> str:
    """English has the language's own words already."""
    known = SPOKEN.get(field, {})
    return _written(known[value.lower()]) if language_code() != "en" and value.lower() in known else ""


def _written(words: str) -> str:
    return words.lower().replace(" ", "-")
