"""Articles: look at them, their history and what stands on them."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from helpdesk.cli import article_changes
from helpdesk.cli.article_choice import Article, article_of, show_impact
from helpdesk.cli.base_choice import base_of
from helpdesk.cli.running import Json, Where, with_desk
from helpdesk.cli.terminal import Terminal
from helpdesk.domain.article import ArticleFilter, ArticleRow, ArticleStatus
from helpdesk.domain.article_history import ImportPreview, RevisionRow
from helpdesk.domain.ids import RevisionId
from helpdesk.services.desk import Desk
from helpdesk.ui import wording


def add_to(app: typer.Typer) -> None:
    articles = typer.Typer(help="Articles: status, history, editing, rolling back.", no_args_is_help=True)
    for command in (list_, show, history, diff, impact, preview):
        articles.command(command.__name__.rstrip("_"))(command)
    article_changes.add_to(articles)
    app.add_typer(articles, name="articles")


def list_(
    kb: Annotated[str | None, typer.Option(help="Only this knowledge base.")] = None,
    text: Annotated[str, typer.Option(help="Only where title or path hold this.")] = "",
    status: Annotated[list[ArticleStatus] | None, typer.Option(help="Only these (repeatable).")] = None,
    stale: Annotated[bool, typer.Option("--stale", help="Only those due for a review.")] = False,
    failed: Annotated[bool, typer.Option("--failed", help="Only files that could not be read.")] = False,
    never_cited: Annotated[bool, typer.Option("--never-cited", help="Only those no draft ever cited.")] = False,
    limit: Annotated[int, typer.Option("-n", min=1, max=100_000, help="How many.")] = 50,
    offset: Annotated[int, typer.Option(min=0, help="Leave out the first ones.")] = 0,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """List articles, those that could not be read first."""
    wanted = ArticleFilter(None, text, failed, stale, tuple(status or ()), never_cited)

    async def work(desk: Desk, terminal: Terminal) -> bool:
        kb_id = (await base_of(desk, kb)).id if kb else None
        rows, total = await desk.articles.page(replace(wanted, kb_id=kb_id), offset, limit)
        if as_json:
            terminal.result({"articles": rows, "total": total})
            return True
        terminal.table(
            ("Article", "Base", "Path", "Status", "Review", "Cited", "Approved", "State"), [cells(row) for row in rows]
        )
        if offset + len(rows) < total:
            terminal.note(f"{offset + len(rows)} of {total}; --offset {offset + len(rows)} shows the next")
        return True

    with_desk(workspace, as_json, work)


def cells(row: ArticleRow) -> list[str]:
    due = "due" if row.stale else ""
    state = row.failure or wording.ARTICLE_STATES[row.state]
    return [str(row.id), row.kb, row.path, wording.ARTICLE_STATUSES[row.status], due, str(row.cited), str(row.approved), state]


def show(
    article: Article,
    revision: Annotated[int | None, typer.Option(help="Another revision than the one that serves.")] = None,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Print an article as it serves now, or an earlier revision of it."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        found = await desk.articles.article(await article_of(desk, article), RevisionId(revision) if revision else None)
        if as_json:
            terminal.result(found)
            return True
        due = ", due for a review" if found.stale else ""
        terminal.note(f"{found.kb}: {found.path}, revision {found.revision_id}, {wording.ARTICLE_STATUSES[found.status]}{due}")
        terminal.say(found.source)
        return True

    with_desk(workspace, as_json, work)


def history(article: Article, as_json: Json = False, workspace: Where = None) -> None:
    """Who changed an article, when and how; the newest first."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        rows = await desk.articles.history(await article_of(desk, article))
        return terminal.listed(rows, ("Revision", "When (UTC)", "What", "Who", "About", ""), [told(row) for row in rows])

    with_desk(workspace, as_json, work)


def told(row: RevisionRow) -> list[str]:
    when = f"{row.created_at:%Y-%m-%d %H:%M}"
    return [str(row.id), when, wording.RUN_KINDS[row.kind], row.agent, row.about or row.title, "serves" if row.serving else ""]


def diff(
    article: Article,
    older: Annotated[int, typer.Argument(help="A revision, as `history` shows it.")],
    newer: Annotated[int | None, typer.Argument(help="Another; without it the one that serves.")] = None,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """What changed between two revisions, word by word: [-gone-] and {+new+}."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        article_id = await article_of(desk, article)
        to = RevisionId(newer) if newer else (await desk.articles.article(article_id)).revision_id
        changes = await desk.articles.compare(article_id, RevisionId(older), to)
        if as_json:
            terminal.result(changes)
            return True
        marks = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
        terminal.say("".join(marks[change.kind].format(change.text) for change in changes).rstrip("\n"))
        return True

    with_desk(workspace, as_json, work)


def impact(article: Article, as_json: Json = False, workspace: Where = None) -> None:
    """Open drafts and answers that cite an article, and whether their quotes still stand."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        show_impact(terminal, await desk.articles.impact(await article_of(desk, article)))
        return True

    with_desk(workspace, as_json, work)


def preview(
    path: Annotated[Path, typer.Argument(help="A folder, a markdown file or a zip archive.")],
    kb: Annotated[str | None, typer.Option(help="Name of the knowledge base; else as `import` would choose it.")] = None,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """What importing a path would change, and which drafts and answers cite that. Nothing is kept."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        found = await desk.articles.preview_import(path, kb)
        if as_json:
            terminal.result(found)
        else:
            tell(terminal, found)
        return True

    with_desk(workspace, as_json, work)


def tell(terminal: Terminal, found: ImportPreview) -> None:
    for sign, paths in (("+", found.added), ("~", found.changed), ("-", found.removed), ("held back", found.held)):
        for path in paths:
            terminal.say(f"{sign} {path}")
    for before, after in found.renamed:
        terminal.say(f"{before} -> {after}")
    for failure in found.failed:
        terminal.note(f"cannot be read: {failure.path}: {failure.reason}")
    terminal.say(f"{found.unchanged} unchanged")
    if found.impact:
        show_impact(terminal, found.impact)
