"""Embedding models: what is active, check a folder, switch, fetch one by name."""

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from helpdesk.app import open_desk
from helpdesk.cli.running import Json, Where, chosen, unheard, with_desk, without_desk
from helpdesk.cli.terminal import Terminal, duration, plain
from helpdesk.domain.embedding_model import CatalogueModel, ModelCheck, ModelEstimate, ModelState
from helpdesk.domain.errors import HostNotAllowed
from helpdesk.paths import Workspace
from helpdesk.services.desk import Desk
from helpdesk.services.models import settings_with
from helpdesk.settings import Settings, load, save
from helpdesk.ui import wording

WORTH_ASKING = 10.0
"""Seconds of work a person is asked about first."""

USE_ANOTHER = "name another folder: helpdesk models use DIR, or helpdesk models use built-in"
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask.")]


def add_to(app: typer.Typer) -> None:
    models = typer.Typer(help="The model that searches by meaning.", no_args_is_help=False, invoke_without_command=True)
    models.callback()(shown)
    models.command("check")(check)
    models.command("use")(use)
    models.command("catalogue")(catalogue)
    models.command("fetch")(fetch)
    app.add_typer(models, name="models")


def shown(context: typer.Context, as_json: Json = False, workspace: Where = None) -> None:
    """Show which model searches by meaning, and why."""
    if context.invoked_subcommand is None:
        with_desk(workspace, as_json, tell_state)


async def tell_state(desk: Desk, terminal: Terminal) -> bool:
    state = await desk.models.state()
    if terminal.as_json:
        remedy = USE_ANOTHER if state.failure else ""
        kept: dict[str, Any] = {"name": "embedder", "ok": not state.failure, "words": words(state), "remedy": remedy}
        terminal.result(kept | {"model": plain(state)})
        return not state.failure
    if state.failure:
        terminal.note(f"{words(state)}. To do: {USE_ANOTHER}")
    else:
        terminal.say(words(state))
        terminal.say(f"because {state.why}")
        terminal.say(counted(state))
    return not state.failure


def words(state: ModelState) -> str:
    if state.failure:
        return f"{state.folder or state.name}: {state.failure}"
    return f"{state.folder or state.name} ({state.fingerprint})"


def counted(state: ModelState) -> str:
    speed = f", about {state.speed:,.0f} passages a second on this machine" if state.speed else ""
    lacking = f", {state.lacking:,} still to embed" if state.lacking else ""
    return f"{state.embedded:,} passages embedded{lacking}; {state.dimension} numbers a vector{speed}"


def check(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder of a sentence-embedding model (ONNX).")],
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Test a model's folder: files, hashes, and whether it does what an embedder must. Changes nothing."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        found = await desk.models.check(folder)
        if as_json:
            terminal.result({"ok": found.ok, **plain(found)})
        else:
            tell_check(terminal, found)
        return found.ok

    with_desk(workspace, as_json, work)


def tell_check(terminal: Terminal, found: ModelCheck) -> None:
    if not found.ok:
        terminal.note(f"{found.folder}: {found.failure}")
        return
    terminal.say(f"{found.folder}: sound")
    terminal.say(
        f"family {found.family}: {found.dimension} numbers a vector, reads {found.limit} tokens, {found.pooling} pooling"
    )
    terminal.say(f"in front of a question: {found.query_prefix!r}; of a passage: {found.passage_prefix!r}")
    terminal.say(f"self-test: paraphrases are {found.likeness:.2f} nearer than strangers")
    terminal.table(("file", "size", "SHA-256"), [(one.name, wording.size(one.size), one.sha256) for one in found.files])
    for name in found.changed:
        terminal.note(f"{name} changed since this folder was adopted")


def use(
    model: Annotated[str, typer.Argument(metavar="DIR", help="Folder of a sentence-embedding model (ONNX), or 'built-in'.")],
    yes: Yes = False,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Make a model folder the workspace's embedder: checked, everything embedded with it beside the old one, then switched."""
    place = chosen(workspace)

    async def work(terminal: Terminal) -> bool:
        settings = load(place.folder)
        async with open_desk(settings, place, unheard) as desk:
            if not await prepared(desk, terminal, model, yes):
                return False
        return await switched(terminal, place, settings_with(settings, model))

    without_desk(as_json, work)


async def prepared(desk: Desk, terminal: Terminal, model: str, yes: bool) -> bool:
    estimate = await desk.models.estimate(model)
    if not estimate.check.ok:
        terminal.note(f"{estimate.check.folder}: {estimate.check.failure}. To do: {USE_ANOTHER}")
        return False
    if not yes and estimate.seconds > WORTH_ASKING and not agreed(terminal, estimate):
        return False
    with terminal.progress() as report:
        await desk.models.prepare(model, report)
    return True


def agreed(terminal: Terminal, estimate: ModelEstimate) -> bool:
    """Asks where somebody can answer; elsewhere --yes is the answer."""
    cost = f"{estimate.passages:,} passages are to be embedded, about {duration(estimate.seconds)} on this machine"
    if sys.stdin.isatty():
        return typer.confirm(f"{cost}; search goes on meanwhile, and it can be cancelled and continued. Switch?", err=True)
    terminal.note(f"{cost}. Nothing was changed; to go on, add --yes")
    return False


async def switched(terminal: Terminal, place: Workspace, settings: Settings) -> bool:
    save(place.folder, settings)
    async with open_desk(settings, place, unheard) as desk:
        with terminal.progress() as report:
            await desk.knowledge.ensure_index(report)
        return await tell_state(desk, terminal)


def catalogue(as_json: Json = False, workspace: Where = None) -> None:
    """List the models that can be fetched by name. Nobody is asked for this."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        found = await desk.models.catalogue()
        return terminal.listed(
            {"models": found}, ("name", "size", "numbers", "licence", "what it is"), [listed(one) for one in found]
        )

    with_desk(workspace, as_json, work)


def listed(model: CatalogueModel) -> tuple[str, ...]:
    return model.name, wording.size(model.size), str(model.dimension), model.licence, model.about


def fetch(
    name: Annotated[str, typer.Argument(help="A name from `helpdesk models catalogue`.")],
    to: Annotated[Path, typer.Option("--to", metavar="DIR", help="A new folder for it.")],
    also: Annotated[
        list[str] | None, typer.Option("--also", metavar="HOST", help="A further host it may come from. Repeatable.")
    ] = None,
    yes: Yes = False,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Fetch a model from the hub fastembed names, into a new folder. The only command that goes to the internet."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        model = next((one for one in await desk.models.catalogue() if one.name.lower() == name.lower()), None)
        if model is not None and not yes and not wished(terminal, model):
            return False
        target = await fetched(desk, terminal, (name, to), set(also or ()))
        return terminal.told(
            {"name": name, "folder": target}, f"{name} is in {target}; helpdesk models use {target} switches to it"
        )

    with_desk(workspace, as_json, work)


def wished(terminal: Terminal, model: CatalogueModel) -> bool:
    cost = f"{model.name}: about {wording.size(model.size)} from {model.host}, licence {model.licence}"
    if sys.stdin.isatty():
        return typer.confirm(f"{cost}. Connect and fetch?", err=True)
    terminal.note(f"{cost}. Nothing was asked of anybody; to fetch it, add --yes")
    return False


async def fetched(desk: Desk, terminal: Terminal, wanted: tuple[str, Path], also: set[str]) -> Path:
    """Asks about every further host it is sent on to."""
    while True:
        try:
            with terminal.progress() as report:
                return await desk.models.fetch(*wanted, report, also)
        except HostNotAllowed as error:
            question = f"{error.asked_by} passes the files on to {error.host}. Connect to it too?"
            if not sys.stdin.isatty() or not typer.confirm(question, err=True):
                raise
            also.add(error.host)
