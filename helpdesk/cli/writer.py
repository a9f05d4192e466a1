"""The model that drafts: in what state its server is, which models it has, get one, try one, compare some."""

import sys
from typing import Annotated

import typer

from helpdesk.cli.running import Json, Where, chosen, with_desk, without_desk
from helpdesk.cli.terminal import Terminal, plain
from helpdesk.domain.bake_off import BakeOff
from helpdesk.domain.model_server import ModelTrial, ServerStatus, is_loopback
from helpdesk.services.desk import Desk
from helpdesk.services.model_server import KnownModel, confirmed, settings_with
from helpdesk.settings import load, save
from helpdesk.ui import model_wording, trial_wording, wording

Name = Annotated[str, typer.Argument(metavar="MODEL", help="The model's name, as the server has it.")]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask.")]
WORKING = (ServerStatus.READY, ServerStatus.BUSY)


def add_to(app: typer.Typer) -> None:
    writer = typer.Typer(help="The model that drafts.", no_args_is_help=False, invoke_without_command=True)
    writer.callback()(shown)
    writer.command("status")(status)
    writer.command("list")(listed)
    writer.command("use")(use)
    writer.command("pull")(pull)
    writer.command("test")(test)
    writer.command("bakeoff")(bakeoff)
    writer.command("confirm")(confirm)
    app.add_typer(writer, name="writer")


def shown(context: typer.Context, as_json: Json = False, workspace: Where = None) -> None:
    """Show who drafts now, and why."""
    if context.invoked_subcommand is None:
        with_desk(workspace, as_json, tell_state)


def status(as_json: Json = False, workspace: Where = None) -> None:
    """Show who drafts now, and why."""
    with_desk(workspace, as_json, tell_state)


async def tell_state(desk: Desk, terminal: Terminal) -> bool:
    state = await desk.drafting_models.state()
    breaker = desk.drafting_models.breaker()
    said, works = model_wording.state(state), state.status in WORKING
    if terminal.as_json:
        terminal.result({"ok": works, "words": said.sentence, "state": plain(state), "breaker": plain(breaker)})
    else:
        resting = model_wording.resting(breaker)
        title, sentence = (model_wording.rest_title(breaker), resting) if works and resting else (said.title, said.sentence)
        terminal.say(f"{title}. {sentence}")
    return works


def listed(as_json: Json = False, workspace: Where = None) -> None:
    """List the server's models: size, quantisation, context, and how fast each was on this machine."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        models = await desk.drafting_models.models()
        if as_json:
            terminal.result([plain(one) for one in models])
        else:
            heads = ("model", "size", "parameters", "quantisation", "context", "measured here", "can be used")
            terminal.table(heads, [row(one) for one in models])
        return True

    with_desk(workspace, as_json, work)


def row(known: KnownModel) -> tuple[str, ...]:
    model, figures = known.model, known.figures
    speed = f"{figures.tokens_per_second:.1f} tokens/s" if figures.tokens_per_second else ""
    usable = "no, it runs elsewhere" if model.is_remote else "yes" if model.writes else "no, it only compares"
    context = f"{model.context:,}" if model.context else ""
    return model.name, wording.size(model.size), model.parameters, model.quantization, context, speed, usable


def use(model: Name, as_json: Json = False, workspace: Where = None) -> None:
    """Let this model draft. Asks the server whether it can."""
    place = chosen(workspace)

    async def work(desk: Desk, terminal: Terminal) -> bool:
        found = [one.model for one in await desk.drafting_models.models() if one.model.name in (model, f"{model}:latest")]
        if not found or found[0].is_remote or not found[0].writes:
            terminal.note(f"{model} cannot draft here: {reason(found[0].is_remote) if found else 'it is not installed'}")
            return False
        save(place.folder, settings_with(load(place.folder, {}), found[0].name))
        return terminal.told({"model": found[0].name}, f"{found[0].name} drafts from now on")

    with_desk(workspace, as_json, work)


def reason(is_remote: bool) -> str:
    return "it would run on somebody else's computer" if is_remote else "it only compares texts"


def pull(model: Name, as_json: Json = False, workspace: Where = None) -> None:
    """Have the model server fetch a model by name. Cancelled, the same command goes on from there."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        with terminal.progress() as report:
            await desk.drafting_models.pull(model, report)
        return terminal.told({"model": model}, f"{model} is there")

    with_desk(workspace, as_json, work)


def test(model: Name, as_json: Json = False, workspace: Where = None) -> None:
    """Load a model and let it write once: its speed, its memory, and about how long a draft takes on this machine."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        trial = await desk.drafting_models.test(model)
        if as_json:
            terminal.result(trial)
        else:
            for line in told(trial):
                terminal.say(line)
        return True

    with_desk(workspace, as_json, work)


def told(trial: ModelTrial) -> list[str]:
    return [*trial_wording.trial(trial), "", trial.said]


def bakeoff(
    models: Annotated[list[str], typer.Argument(metavar="MODEL...", help="Two or three models of the server.")],
    tickets: Annotated[int, typer.Option("--tickets", min=1, max=20, help="So many of the newest tickets.")] = 5,
    read: Annotated[bool, typer.Option("--read", help="Show the drafts side by side too.")] = False,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Let models draft the same newest tickets and compare them. Nothing of it is stored."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        with terminal.progress() as report:
            found = await desk.drafting_models.bake_off(models, tickets, report)
        if as_json:
            terminal.result({"rows": found.rows(), "tickets": found.tickets})
        else:
            tell_bake_off(terminal, found, read)
        return bool(found.tickets)

    with_desk(workspace, as_json, work)


def tell_bake_off(terminal: Terminal, found: BakeOff, read: bool) -> None:
    if not found.tickets:
        terminal.note("No ticket has a draft yet; bring some in first: helpdesk tickets import FILE")
        return
    terminal.table(trial_wording.BAKE_OFF_HEADS, [trial_wording.bake_off_row(one) for one in found.rows()])
    for ticket in found.tickets if read else ():
        terminal.say()
        terminal.say(f"#{ticket.ticket_id} {ticket.subject}")
        for draft in ticket.drafts:
            terminal.say(f"--- {draft.model}, {draft.seconds:.1f} s, score {draft.score:.2f}")
            terminal.say(draft.failure or draft.text)


def confirm(yes: Yes = False, as_json: Json = False, workspace: Where = None) -> None:
    """Allow customers' texts to go to a model server on another computer: the one named in the settings."""
    place = chosen(workspace)

    async def work(terminal: Terminal) -> bool:
        settings = load(place.folder)
        if is_loopback(settings.ollama_host):
            said = f"{settings.ollama_host} is this computer: there is nothing to confirm"
            return terminal.told({"host": settings.ollama_host, "words": said}, said)
        question = f"Customers' texts will go to {settings.ollama_host}. Is that allowed?"
        if not yes and not (sys.stdin.isatty() and typer.confirm(question, err=True)):
            terminal.note(f"{question} Nothing was changed; to say yes, add --yes")
            return False
        place.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        save(place.folder, confirmed(load(place.folder, {}), settings.ollama_host))
        said = f"{settings.ollama_host} is confirmed"
        return terminal.told({"host": settings.ollama_host}, said)

    without_desk(as_json, work)
