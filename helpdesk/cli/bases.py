"""Knowledge bases: which there are, and taking one away."""

from typing import Annotated

import typer

from helpdesk.cli.article_choice import show_impact
from helpdesk.cli.base_choice import base_of
from helpdesk.cli.running import Json, Where, with_desk
from helpdesk.cli.terminal import Terminal, counted
from helpdesk.services.desk import Desk

Base = Annotated[str, typer.Argument(metavar="BASE", help="Name of the knowledge base.")]


def add_to(app: typer.Typer) -> None:
    bases = typer.Typer(help="Knowledge bases: list them, remove one.", no_args_is_help=True)
    bases.command("list")(list_)
    bases.command()(remove)
    app.add_typer(bases, name="bases")


def list_(as_json: Json = False, workspace: Where = None) -> None:
    """List the knowledge bases with their folders."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        bases = await desk.knowledge.bases()
        if as_json:
            terminal.result(bases)
        else:
            rows = [
                [b.name, str(b.articles), str(b.passages), str(b.failed), str(b.stale), b.audience, b.folder] for b in bases
            ]
            terminal.table(("Base", "Articles", "Passages", "Failed", "Review due", "Audience", "Folder"), rows)
        return True

    with_desk(workspace, as_json, work)


def remove(
    base: Base,
    yes: Annotated[bool, typer.Option("--yes", help="Really: this cannot be undone.")] = False,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Remove a knowledge base with all its articles from store and index. Its folder stays; drafts keep what they quote."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        found = await base_of(desk, base)
        if not yes:
            show_impact(terminal, await desk.articles.impact_of_base(found.id))
            terminal.note(
                f"Nothing was removed: add --yes to remove “{base}” with its {counted(found.articles, 'article')} for good."
            )
            return False
        with terminal.progress() as report:
            backups = await desk.articles.remove_base(found.id, report)
        if as_json:
            terminal.result({"kb": base, "articles": found.articles, "backups": backups})
        else:
            terminal.say(
                f"Removed {base} with {counted(found.articles, 'article')}. Its folder, and what drafts quote of it, stay."
            )
        for backup in backups:
            terminal.note(f"still in the backup {backup}: delete it when nobody needs it")
        return True

    with_desk(workspace, as_json, work)
