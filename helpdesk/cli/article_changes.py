"""Articles changed from the terminal. Whatever changes the text is searchable when the command ends."""

from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from helpdesk.cli.article_choice import Article, article_of, show_impact
from helpdesk.cli.base_choice import base_of
from helpdesk.cli.running import Json, Where, with_desk
from helpdesk.cli.terminal import Terminal
from helpdesk.domain.article import ArticleStatus, WhenStale
from helpdesk.domain.article_history import ArticlePreview
from helpdesk.domain.errors import NotReady
from helpdesk.domain.ids import ImportRunId, RevisionId
from helpdesk.services.desk import Desk
from helpdesk.ui import wording

DeskOnly = Annotated[
    bool, typer.Option("--desk-only", help="Leave the file as it is; it is not imported again until it changes.")
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only show which drafts and answers cite what would change.")]


class Wanted(StrEnum):
    """A status, or `file`: what the file says counts again."""

    DRAFT = "draft"
    INTERNAL = "internal"
    PUBLIC = "public"
    ARCHIVED = "archived"
    FILE = "file"


def add_to(articles: typer.Typer) -> None:
    for command in (status, review, interval, edit, restore, read, rollback, erase):
        articles.command(command.__name__)(command)


def status(article: Article, to: Annotated[Wanted, typer.Argument()], as_json: Json = False, workspace: Where = None) -> None:
    """Set an article's status. Drafts and archived articles are found by nobody, internal ones are not quoted to customers."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        article_id = await article_of(desk, article)
        await desk.articles.set_status(article_id, None if to is Wanted.FILE else ArticleStatus(to.value))
        found = await desk.articles.article(article_id)
        return terminal.told(
            {"article": article_id, "status": found.status, "set_by_hand": found.status_set},
            f"{found.path}: {wording.ARTICLE_STATUSES[found.status]}",
        )

    with_desk(workspace, as_json, work)


def review(article: Article, as_json: Json = False, workspace: Where = None) -> None:
    """Note that an article was reviewed today and holds."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        article_id = await article_of(desk, article)
        await desk.articles.mark_reviewed(article_id)
        found = await desk.articles.article(article_id)
        return terminal.told(
            {"article": article_id, "reviewed_at": found.reviewed_at, "stale": found.stale}, f"{found.path}: reviewed today"
        )

    with_desk(workspace, as_json, work)


def interval(
    kb: Annotated[str, typer.Argument(help="Name of the knowledge base.")],
    days: Annotated[int, typer.Argument(min=0, max=36_500, help="Days without a change or a review; 0: never.")],
    when_stale: Annotated[
        WhenStale, typer.Option(help="mark: drafts stand on such articles, with a mark; exclude: they do not.")
    ] = WhenStale.MARK,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """After how many days an article of a knowledge base is due for a review, and what happens then."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        base = await base_of(desk, kb)
        await desk.articles.set_review(base.id, days, when_stale)
        now = await base_of(desk, kb)
        return terminal.told(
            {"kb": kb, "review_days": now.review_days, "when_stale": now.when_stale, "stale": now.stale},
            f"{kb}: {now.stale} articles are due for a review. When one is: {wording.WHEN_STALE[now.when_stale].lower()}.",
        )

    with_desk(workspace, as_json, work)


def edit(
    article: Article,
    file: Annotated[Path, typer.Option(exists=True, dir_okay=False, help="A file with the new text (UTF-8).")],
    base: Annotated[int | None, typer.Option(help="The revision it was made from; else the one that serves now.")] = None,
    desk_only: DeskOnly = False,
    dry_run: DryRun = False,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Replace an article's text, in the desk and in its file. Refused when the file changed since the base revision."""
    try:
        source = file.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise typer.BadParameter(f"{file} is not UTF-8 text (byte {error.start + 1}): save it as UTF-8") from error

    async def work(desk: Desk, terminal: Terminal) -> bool:
        article_id = await article_of(desk, article)
        if dry_run:
            return looked_at(terminal, await desk.articles.preview(article_id, source))
        made_from = RevisionId(base) if base else (await desk.articles.article(article_id)).revision_id
        revision = await desk.articles.save(article_id, made_from, source, also_file=not desk_only)
        return await saved(desk, terminal, revision)

    with_desk(workspace, as_json, work)


def looked_at(terminal: Terminal, found: ArticlePreview) -> bool:
    if terminal.as_json:
        terminal.result(
            {"failure": found.failure, "passages": len(found.read.passages) if found.read else 0, "impact": found.impact}
        )
        return found.failure is None
    if found.failure:
        terminal.note(f"line {found.failure.line}: {found.failure.reason}" if found.failure.line else found.failure.reason)
    show_impact(terminal, found.impact)
    return found.failure is None


async def saved(desk: Desk, terminal: Terminal, revision: RevisionId) -> bool:
    with terminal.progress() as report, suppress(NotReady):
        await desk.knowledge.ensure_index(report)
    return terminal.told({"revision": revision}, f"revision {revision} serves now")


def restore(
    article: Article,
    revision: Annotated[int, typer.Argument(help="The revision, as `history` shows it.")],
    desk_only: DeskOnly = False,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Bring an earlier text back as a new revision, also of an article that was removed (by its number)."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        article_id = await article_of(desk, article)
        return await saved(
            desk, terminal, await desk.articles.restore(article_id, RevisionId(revision), also_file=not desk_only)
        )

    with_desk(workspace, as_json, work)


def read(article: Article, as_json: Json = False, workspace: Where = None) -> None:
    """Take in an article's file as it lies in the folder now."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        return await saved(desk, terminal, await desk.articles.read_again(await article_of(desk, article)))

    with_desk(workspace, as_json, work)


def rollback(
    run: Annotated[int, typer.Argument(metavar="RUN", help="The run's number, as `helpdesk runs` shows it.")],
    dry_run: DryRun = False,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Take a whole run back. The folder is not touched; what it holds is not imported again until it changes."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        if dry_run:
            show_impact(terminal, await desk.articles.impact_of_run(ImportRunId(run)))
            return True
        with terminal.progress() as report:
            done = await desk.articles.roll_back(ImportRunId(run), report)
        if as_json:
            terminal.result(done)
        else:
            counts = f"{done.added} back, {done.changed} as before, {done.removed} taken out, {done.renamed} named as before"
            terminal.say(f"{done.kb}: {counts} (run {done.run_id})")
        for failure in done.failed:
            terminal.note(f"left alone: {failure.path}: {failure.reason}")
        return not done.failed

    with_desk(workspace, as_json, work)


def erase(
    article: Article,
    yes: Annotated[bool, typer.Option("--yes", help="Really: this cannot be undone.")] = False,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Erase an article with its whole history from store and index. Its file stays, and is not imported again."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        article_id = await article_of(desk, article)
        if not yes:
            show_impact(terminal, await desk.articles.impact(article_id))
            terminal.note("Nothing was erased: add --yes to erase it for good.")
            return False
        with terminal.progress() as report:
            backups = await desk.articles.erase(article_id, report)
        if as_json:
            terminal.result({"article": article_id, "backups": backups})
        else:
            terminal.say("Erased. Its file, and answers already written, stay as they are.")
        for backup in backups:
            terminal.note(f"still in the backup {backup}: delete it when nobody needs it")
        return True

    with_desk(workspace, as_json, work)
