"""Knowledge: import, search, reindex, models."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from helpdesk.app import open_desk
from helpdesk.cli.batches import Batch, questions
from helpdesk.cli.running import Json, Where, chosen, unheard, with_desk, without_desk
from helpdesk.cli.terminal import Terminal, duration
from helpdesk.domain.article import Audience
from helpdesk.domain.evidence import Evidence, Hit, SearchPath
from helpdesk.domain.health import Finding
from helpdesk.domain.import_run import ImportReport
from helpdesk.services.desk import Desk
from helpdesk.settings import Settings, load, save


def add_to(app: typer.Typer) -> None:
    app.command("import")(import_)
    app.command()(search)
    app.command()(reindex)
    models = typer.Typer(help="The model that searches by meaning.", no_args_is_help=False, invoke_without_command=True)
    models.callback()(models_shown)
    models.command("use")(models_use)
    app.add_typer(models, name="models")


def import_(
    path: Annotated[Path, typer.Argument(help="A folder, a markdown file or a zip archive.")],
    kb: Annotated[str | None, typer.Option(help="Name of the knowledge base; else the folder's name.")] = None,
    audience: Annotated[
        Audience | None, typer.Option(help="internal: agents read it, drafts never quote it; public: its articles decide.")
    ] = None,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Import markdown as a knowledge base. Only what changed is read again; an interrupted import goes on where it was."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        with terminal.progress() as report:
            done = await desk.knowledge.import_path(path, kb, report, audience)
        if as_json:
            terminal.result(imported(done))
        else:
            tell(terminal, done)
        for failure in done.failed:
            place = f"{failure.path}:{failure.line}" if failure.line else failure.path
            terminal.note(f"not imported: {place}: {failure.reason}")
        return bool(done.added + done.changed + done.unchanged) or not done.failed

    with_desk(workspace, as_json, work)


def imported(done: ImportReport) -> dict[str, Any]:
    """The stable JSON shape of an import."""
    names = ("added", "changed", "removed", "unchanged", "failed", "passages", "seconds")
    return {name: getattr(done, name) for name in names}


def tell(terminal: Terminal, done: ImportReport) -> None:
    terminal.say(
        f"{done.kb}: {done.added} added, {done.changed} changed, {done.removed} removed, {done.unchanged} unchanged, "
        f"{done.passages} passages in {duration(done.seconds)}"
    )


def search(
    query: Annotated[str | None, typer.Argument(help="What to look for.")] = None,
    k: Annotated[int, typer.Option("-k", min=1, max=100, help="How many passages.")] = 5,
    batch: Batch = None,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Search the knowledge bases and show passages with their scores."""
    if (query is None) == (batch is None):
        raise typer.BadParameter("give either a QUERY or --batch FILE")

    async def work(desk: Desk, terminal: Terminal) -> bool:
        if batch is not None:
            for key, question in questions(batch):
                found = await desk.retrieval.find(question, limit=k)
                terminal.line({"id": key, "hits": [hit(one) for one in found.hits]})
            return True
        found = await desk.retrieval.find(query or "", limit=k)
        if as_json:
            terminal.result({"query": query, "hits": [hit(one) for one in found.hits]})
        else:
            show(terminal, found)
        return True

    with_desk(workspace, as_json or batch is not None, work)


def hit(found: Hit) -> dict[str, Any]:
    """The stable JSON shape of a found passage."""
    passage = found.passage
    return {
        "article": passage.path,
        "title": passage.title,
        "heading": passage.heading,
        "lines": list(passage.lines),
        "text": passage.text,
        "score": round(found.score, 4),
        "lexical": round(found.lexical, 4),
        "vector": round(found.vector, 4),
    }


def show(terminal: Terminal, found: Evidence) -> None:
    if found.path is not SearchPath.INDEX:
        terminal.note("The index is not ready; a simpler search answered. `helpdesk reindex` repairs it now.")
    if not found.hits:
        terminal.say("Nothing found.")
    for one in found.hits:
        passage = one.passage
        trail = f"{passage.title} > {passage.heading}" if passage.heading else passage.title
        terminal.say(f"{one.score:.2f}  {trail}   ({passage.path}:{passage.lines[0]}-{passage.lines[1]})")
        for line in passage.text.splitlines()[:4]:
            terminal.say(f"      {line}")


def reindex(as_json: Json = False, workspace: Where = None) -> None:
    """Build the search index anew beside the serving one, then switch."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        with terminal.progress() as report:
            state = await desk.knowledge.reindex(report)
        if as_json:
            terminal.result(state)
        else:
            terminal.say(f"{state.passages} passages in {state.epoch}" if state.trusted else f"Not ready: {state.words}")
        return state.trusted

    with_desk(workspace, as_json, work)


def models_shown(context: typer.Context, as_json: Json = False, workspace: Where = None) -> None:
    """Show which model searches by meaning."""
    if context.invoked_subcommand is not None:
        return

    async def work(desk: Desk, terminal: Terminal) -> bool:
        finding = next(one for one in await desk.health.check() if one.name == "embedder")
        return tell_embedder(terminal, finding)

    with_desk(workspace, as_json, work)


def models_use(
    model: Annotated[str, typer.Argument(metavar="DIR", help="Folder of a sentence-embedding model (ONNX), or 'built-in'.")],
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Make a model folder the workspace's embedder and embed what is there with it."""
    place = chosen(workspace)

    async def work(desk: Desk, terminal: Terminal) -> bool:
        finding = next(one for one in await desk.health.check() if one.name == "embedder")
        if finding.ok:
            save(place.folder, desk.settings)
            with terminal.progress() as report:
                await desk.knowledge.ensure_index(report)
        return tell_embedder(terminal, finding)

    async def opened(terminal: Terminal) -> bool:
        async with open_desk(embedding_with(load(place.folder), model), place, unheard) as desk:
            return await work(desk, terminal)

    without_desk(as_json, opened)


def embedding_with(settings: Settings, model: str) -> Settings:
    """The settings with this embedder: 'built-in', a model folder, or (empty) as they are."""
    if not model:
        return settings
    if model == "built-in":
        return replace(settings, embedder="built-in", model_folder="")
    return replace(settings, embedder="fastembed", model_folder=str(Path(model).expanduser().absolute()))


def tell_embedder(terminal: Terminal, finding: Finding) -> bool:
    if terminal.as_json:
        terminal.result(finding)
    elif finding.ok:
        terminal.say(finding.words)
    else:
        terminal.note(f"{finding.words}. To do: {finding.remedy}")
    return finding.ok
