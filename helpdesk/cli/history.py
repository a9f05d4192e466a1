"""Trials on old tickets in the terminal: read, draft, judge blind."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from helpdesk.cli.running import Json, Where, with_desk
from helpdesk.cli.terminal import Terminal
from helpdesk.domain.article import FileFailure
from helpdesk.domain.errors import BadInput
from helpdesk.domain.history import BlindPair, TrialRow
from helpdesk.domain.ids import HistoryId
from helpdesk.services.desk import Desk
from helpdesk.services.history import Said, Sides
from helpdesk.ui import history_words

Number = Annotated[int | None, typer.Argument(metavar="ID", help="As `helpdesk history list` shows it; else the newest.")]
KEYS = {"1": (True, False), "2": (False, True), "=": (True, True), "x": (False, False)}
LEAVE = "q"

history = typer.Typer(help="Try the desk on old tickets: import, run, list, judge, pause, remove.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    app.add_typer(history, name="history")


@history.command("import")
def bring(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help=".mbox, .csv, .jsonl, .eml or folders of them.")],
    us: Annotated[
        list[str] | None, typer.Option("--us", metavar="ADDRESS", help="Who we are: an address or a domain; may be repeated.")
    ] = None,
    name: Annotated[str, typer.Option(help="What the trial is called; else like the first path.")] = "",
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Read solved tickets with the replies people really sent. Makes no tickets; the same again adds nothing."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        with terminal.progress() as report:
            done = await desk.history.reading.bring(paths, name or paths[0].stem, us or (), report)
        if as_json:
            terminal.result(done)
        else:
            terminal.say(f"Trial {done.history_id}: {history_words.brought(done)}")
        for one in () if as_json else done.refused:
            terminal.note(left_out(one))
        return True

    with_desk(workspace, as_json, work)


@history.command("list")
def listed(as_json: Json = False, workspace: Where = None) -> None:
    """Every trial and how far it is."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        rows = await desk.history.drafting.rows()
        if as_json:
            terminal.result(rows)
        elif rows:
            heads = ("trial", "name", "tickets", "state", "drafts", "judged", "left out")
            terminal.table(heads, [shown(row) for row in rows])
        else:
            terminal.say("No trial yet: `helpdesk history import` reads old tickets.")
        return True

    with_desk(workspace, as_json, work)


@history.command("run")
def run(
    number: Number = None,
    again: Annotated[bool, typer.Option("--again", help="Every draft anew, those that are there too.")] = False,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Draft every old ticket that has no draft yet. Ended in the middle, the same command goes on from there."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        wanted = await chosen(desk, number)
        with terminal.progress() as report:
            why = await desk.history.drafting.run(wanted.trial.id, report, again=again)
        row = await chosen(desk, wanted.trial.id)
        if as_json:
            terminal.result({"history": row.trial.id, "stopped": why, **vars(row.counts)})
        else:
            terminal.say(f"Trial {row.trial.id}: {history_words.drafted(row.counts)}")
        if why:
            terminal.note(f"Not all could be drafted now: {why}. The same command goes on from there.")
        return not why

    with_desk(workspace, as_json, work)


@history.command("pause")
def pause(number: Number = None, as_json: Json = False, workspace: Where = None) -> None:
    """The window drafts this trial no further until `run` or Start drafting."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        wanted = await chosen(desk, number)
        await desk.history.drafting.pause(wanted.trial.id)
        row = await chosen(desk, wanted.trial.id)
        return terminal.told(
            {"history": row.trial.id, "state": row.trial.state}, f"Trial {row.trial.id}: {history_words.state(row)}"
        )

    with_desk(workspace, as_json, work)


@history.command("remove")
def remove(
    number: Annotated[int, typer.Argument(metavar="ID", help="As `helpdesk history list` shows it.")],
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Take a trial out with every word of it. Reports that were saved stay where they are."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        await desk.history.reading.remove(HistoryId(number))
        return terminal.told({"removed": number}, f"Removed: trial {number}")

    with_desk(workspace, as_json, work)


@history.command("judge")
def judge(
    number: Number = None,
    sample: Annotated[
        int | None, typer.Option(min=5, max=5000, help="How many drafts to draw, told before they are drawn.")
    ] = None,
    back: Annotated[bool, typer.Option("--back", help="Take the latest judgement back first.")] = False,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Judge drafts beside the replies people sent, without knowing which is which. --sample draws them, once."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        wanted = (await chosen(desk, number)).trial
        if sample:
            drawn = await desk.history.judging.draw(wanted.id, sample)
            terminal.note(f"Drawn: {drawn} of the {sample} asked for." if drawn < sample else f"Drawn: {drawn}.")
        elif not wanted.wanted:
            raise BadInput(wanted.name, 0, "say with --sample how many drafts are to be judged; they are drawn once")
        if back and not await desk.history.judging.take_back(wanted.id):
            terminal.note("Nothing was judged yet.")
        await ask_all(desk, terminal, wanted.id)
        row = await chosen(desk, wanted.id)
        if as_json:
            counts = {"sampled": row.counts.sampled, "judged": row.counts.judged}
            terminal.result({"history": row.trial.id, "wanted": row.trial.wanted, **counts})
        else:
            terminal.say(f"Trial {row.trial.id}: {history_words.judged(row)}")
        return True

    with_desk(workspace, as_json, work)


async def ask_all(desk: Desk, terminal: Terminal, history_id: HistoryId) -> None:
    """Pair after pair, each kept before the next, until the judge leaves."""
    while pair := await desk.history.judging.next(history_id):
        said = asked(terminal, pair)
        if said is None:
            return
        if (certificate := await desk.history.judging.say(pair.id, said)) is not None:
            terminal.note(history_words.all_judged(certificate))


async def chosen(desk: Desk, number: int | None) -> TrialRow:
    """Raises BadInput when there is none."""
    rows = await desk.history.drafting.rows()
    found = next((row for row in rows if number is None or row.trial.id == number), None)
    if found is None:
        which = "no trial" if number is None else f"no trial {number}"
        raise BadInput("history", 0, f"there is {which}: `helpdesk history import` reads old tickets")
    return found


def asked(terminal: Terminal, pair: BlindPair) -> Said | None:
    """None when the judge leaves."""
    terminal.note(f"\n— {pair.number} of {pair.of} · {pair.subject}\n\n{pair.question}\n")
    terminal.note(f"[1]\n{pair.first}\n\n[2]\n{pair.second}\n")
    better = key("Which is better? 1, 2, = both are fine, x neither; q leaves: ")
    right = key("Which is right in what it says? 1, 2, = both, x neither; q leaves: ") if better else None
    return Said(better, right) if better and right else None


def key(question: str) -> Sides | None:
    """One of the keys; None to leave, and at the end of the input."""
    while True:
        sys.stderr.write(question)
        sys.stderr.flush()
        line = sys.stdin.readline()
        said = line.strip().lower()
        if not line or said == LEAVE:
            return None
        if said in KEYS:
            return KEYS[said]


def shown(row: TrialRow) -> tuple[str, ...]:
    counts = row.counts
    return (
        str(row.trial.id),
        row.trial.name,
        f"{counts.tickets:,}",
        history_words.state(row),
        history_words.drafted(counts),
        history_words.judged(row),
        history_words.refused(row.trial),
    )


def left_out(one: FileFailure) -> str:
    return f"{one.path}{f', line {one.line}' if one.line else ''}: {one.reason}"
