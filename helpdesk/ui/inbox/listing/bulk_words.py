"""What a change does to marked tickets, in words."""

from helpdesk.domain import change as c
from helpdesk.domain.change import Move, Value
from helpdesk.ui import wording
from helpdesk.ui.known_names import YES_OR_NO
from helpdesk.ui.language import tr

TABLES = {c.STATUS: wording.STATUSES, c.PRIORITY: wording.PRIORITIES}


def move_words(move: Move) -> str:
    """Like 'Open → Solved'."""
    if move.facet == c.TAG:
        return tr("tag {tag} is added", tag=move.key) if move.after else tr("tag {tag} is taken away", tag=move.key)
    return f"{_said(move.facet, move.before)} → {_said(move.facet, move.after)}"


def _said(facet: str, value: Value) -> str:
    if value in (None, ""):
        return tr("nobody") if facet == c.ASSIGNEE else tr("nothing")
    if facet == c.FIELD and value in YES_OR_NO:
        return tr(YES_OR_NO[str(value)])
    return TABLES[facet].get(value, str(value)) if facet in TABLES else str(value)
