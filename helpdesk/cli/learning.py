"""What the desk learns of its decisions, in the terminal: label, rate, scorers."""

from enum import StrEnum
from typing import Annotated

import typer

from helpdesk.cli.running import Json, Where, with_desk
from helpdesk.cli.terminal import Terminal, counted
from helpdesk.domain.ids import DraftId, TicketId
from helpdesk.domain.label import Label
from helpdesk.services.desk import Desk
from helpdesk.services.learning import ListedScorer
from helpdesk.ui import label_words

scorers = typer.Typer(help="What scores drafts: list, refit.", no_args_is_help=True)


class Verdict(StrEnum):
    """Only what was right can turn wrong: that nobody complains proves nothing."""

    WRONG = "wrong"


def add_to(app: typer.Typer) -> None:
    app.command()(label)
    app.command()(rate)
    app.add_typer(scorers, name="scorers")


def label(
    draft: Annotated[int, typer.Argument(metavar="DRAFT", help="Draft number.")],
    verdict: Annotated[Verdict | None, typer.Argument(help="wrong: the reply went out and was wrong after all.")] = None,
    why: Annotated[str, typer.Option(help="What was wrong, in your own words.")] = "",
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Show whether a draft counts as right or wrong and why, or say that a sent one was wrong after all."""
    if verdict is not None and not why.strip():
        raise typer.BadParameter("say what was wrong: --why TEXT")

    async def work(desk: Desk, terminal: Terminal) -> bool:
        later = desk.learning.later
        found = await later.label(DraftId(draft)) if verdict is None else await later.said_wrong(DraftId(draft), why)
        tell(terminal, draft, found)
        return True

    with_desk(workspace, as_json, work)


def rate(
    ticket: Annotated[int, typer.Argument(metavar="TICKET", help="Ticket number.")],
    stars: Annotated[int, typer.Argument(min=1, max=5, help="What the customer gave: 1 (worst) to 5 (best).")],
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Note how the customer rated the answer. Up to two stars, the draft that was sent counts as wrong."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        found = await desk.learning.later.rated(TicketId(ticket), stars)
        if as_json:
            terminal.result({"ticket": ticket, "stars": stars, "label": found})
        else:
            terminal.say(f"Noted: {stars} of 5 for ticket {ticket}.")
            if found is not None:
                terminal.say(label_words.of(found))
        return True

    with_desk(workspace, as_json, work)


@scorers.command("list")
def list_scorers(as_json: Json = False, workspace: Where = None) -> None:
    """Every scorer with what it was fitted on, and which one judges."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        found = await desk.learning.scorers()
        return terminal.listed(
            found, ("scorer", "writer", "state", "frozen", "labels", "new since", "log-loss"), [cells(o) for o in found]
        )

    with_desk(workspace, as_json, work)


@scorers.command("refit")
def refit(
    writer: Annotated[str, typer.Argument(metavar="WRITER", help="Whose drafts: excerpts or ollama.")],
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Fit a scorer on this desk's own decisions now. It is tried beside the one in use, and takes its place once it is
    certified; the evidence it had gathered so far is lost to a scorer that was waiting."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        made = await desk.learning.refit(writer)
        if as_json:
            terminal.result(made)
        elif made is None:
            terminal.say("The scorer that came with the program foretells this desk's decisions best: it stays.")
        else:
            terminal.say(
                f"{made.name}: fitted on {counted(made.labels, 'decision')}, tried beside the scorer in use from now on."
            )
        return True

    with_desk(workspace, as_json, work)


def tell(terminal: Terminal, draft: int, found: Label | None) -> None:
    if terminal.as_json:
        terminal.result(found)
    elif found is None:
        terminal.say(f"Draft {draft} counts neither as right nor as wrong: nobody decided about what it says.")
    else:
        terminal.say(label_words.of(found))


def cells(one: ListedScorer) -> tuple[str, ...]:
    made = one.scorer
    frozen = made.frozen_at.astimezone().strftime("%Y-%m-%d %H:%M") if made.frozen_at else "with the program"
    loss = "" if made.log_loss is None else f"{made.log_loss:.3f}"
    return made.name, made.writer, one.state, frozen, str(made.labels or ""), str(one.new_labels), loss
