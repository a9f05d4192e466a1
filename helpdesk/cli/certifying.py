"""What is proven about answers that may leave by themselves: the standing, the goal, and how it came."""

from collections.abc import Iterator
from typing import Annotated

import typer

from helpdesk.cli.running import Json, Where, with_desk
from helpdesk.cli.terminal import Terminal
from helpdesk.services.certifying import GoalWish
from helpdesk.services.desk import Desk
from helpdesk.ui import certificate_words as words

Wrong = Annotated[float | None, typer.Option("--wrong", help="At most so many per cent of the answers sent may be wrong.")]
Sure = Annotated[float, typer.Option("--sure", help="How sure the proof has to be, in per cent.")]
Topic = Annotated[list[str] | None, typer.Option("--topic", help="Only about this topic; may be given several times.")]
Never = Annotated[list[str] | None, typer.Option("--never", help="A person answers these; may be given several times.")]


def add_to(app: typer.Typer) -> None:
    certificate = typer.Typer(help="What is proven about answers that may be sent automatically.", no_args_is_help=True)
    certificate.command()(show)
    certificate.command()(goal)
    certificate.command()(history)
    app.add_typer(certificate, name="certificate")


def show(as_json: Json = False, workspace: Where = None) -> None:
    """The goal, the evidence so far, what is still missing, and what would have been sent."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        standing = await desk.certifying.standing()
        if as_json:
            terminal.result(standing)
        else:
            for line in words.standing(standing):
                terminal.say(line)
        return True

    with_desk(workspace, as_json, work)


def goal(
    wrong: Wrong = None,
    sure: Sure = 90.0,
    topic: Topic = None,
    never: Never = None,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Show the goal, or set it with --wrong. Evidence counts from then on; certificates of the goal before it end."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        if wrong is None:
            goals = (await desk.certifying.goals())[:1]
        else:
            wish = GoalWish(wrong / 100, round(1 - sure / 100, 6), tuple(topic or ()), tuple(never or ()))
            goals = [await desk.certifying.set_goal(wish)]
        return terminal.told(goals[0] if goals else None, words.goal(goals[0]) if goals else words.NO_GOAL)

    with_desk(workspace, as_json, work)


def history(as_json: Json = False, workspace: Where = None) -> None:
    """Every certificate there was, newest first, why it ended, and how test drafts went."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        certificates, tests = await desk.certifying.certificates(), await desk.certifying.test_drafts()
        if as_json:
            terminal.result({"certificates": certificates, "goals": await desk.certifying.goals(), "test_drafts": tests})
            return True
        for line in _told(words.certificate(one) for one in certificates):
            terminal.say(line)
        if not certificates:
            terminal.say("No certificate was granted yet.")
        for line in map(words.settled_test, tests):
            terminal.say(line)
        return True

    with_desk(workspace, as_json, work)


def _told(blocks: Iterator[tuple[str, ...]]) -> Iterator[str]:
    for block in blocks:
        yield from block
