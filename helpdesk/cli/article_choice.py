"""Which article a command means, and who stands on it."""

from collections.abc import Sequence
from typing import Annotated

import typer

from helpdesk.cli.terminal import Terminal
from helpdesk.domain.article import ArticleFilter
from helpdesk.domain.article_history import Impact
from helpdesk.domain.errors import BadInput, NotFound
from helpdesk.domain.ids import ArticleId
from helpdesk.services.desk import Desk
from helpdesk.ui import wording

Article = Annotated[str, typer.Argument(metavar="ARTICLE", help="Its number, or its path within the knowledge base.")]
AS_FAR = 10_000


async def article_of(desk: Desk, wanted: str) -> ArticleId:
    """Raises NotFound, and BadInput for a path that several bases have."""
    if wanted.isdecimal():
        return ArticleId(int(wanted))
    rows, _ = await desk.articles.page(ArticleFilter(text=wanted), 0, AS_FAR)
    found = [row for row in rows if row.path == wanted]
    if not found:
        raise NotFound("article", wanted)
    if len(found) > 1:
        numbers = ", ".join(f"{row.id} ({row.kb})" for row in found)
        raise BadInput(wanted, 0, f"is in several knowledge bases: give the number instead, one of {numbers}")
    return found[0].id


def show_impact(terminal: Terminal, impact: Sequence[Impact]) -> None:
    if terminal.as_json:
        terminal.result(impact)
        return
    if not impact:
        terminal.say("No open draft and no answer cites it.")
        return
    rows = [
        [str(i.draft_id), str(i.ticket_id), wording.DRAFT_STATES[i.state], "gone" if i.gone else "stands", i.subject, i.quote]
        for i in impact
    ]
    terminal.table(("Draft", "Ticket", "State", "Quote", "Subject", "It quotes"), rows)
