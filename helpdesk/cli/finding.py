"""Finding tickets: lists by view and query, search in everything, and the views themselves."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

import typer

from helpdesk.cli.running import Json, Where, with_desk
from helpdesk.cli.terminal import Terminal, counted
from helpdesk.domain.condition import Condition, Field, Operator
from helpdesk.domain.errors import NotFound
from helpdesk.domain.found import Found, TicketHit
from helpdesk.domain.search_words import arrangement
from helpdesk.domain.ticket import TicketPage, TicketRow, TicketStatus
from helpdesk.domain.ticket_query import GroupBy, SavedView, TicketQuery
from helpdesk.services.desk import Desk
from helpdesk.ui import wording

Status = Annotated[list[TicketStatus] | None, typer.Option(help="Only these; may be given again.")]
Search = Annotated[str, typer.Option("--search", "-q", help="A query, like: status:open from:ada 'exact words' sort:due.")]
InView = Annotated[str, typer.Option("--view", help="Only tickets of this view, by its name.")]
InGroups = Annotated[GroupBy | None, typer.Option("--group", help="Under headings.")]
Limit = Annotated[int, typer.Option("-n", min=1, max=10_000, help="How many.")]


def add_to(app: typer.Typer) -> None:
    app.command()(find)
    views = typer.Typer(help="Views: lists of tickets with a name.", no_args_is_help=True)
    views.command("list")(views_list)
    views.command("save")(views_save)
    views.command("remove")(views_remove)
    app.add_typer(views, name="views")


def find(
    query: Annotated[str, typer.Argument(help="Words, or a query like: from:ada tag:billing before:2026-05.")],
    meaning: Annotated[bool, typer.Option("--meaning", help="Also answered tickets that say the same in other words.")] = False,
    limit: Limit = 8,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Search everything: tickets, messages, notes, attachments, articles and macros."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        found = await desk.searching.find(query, limit, meaning=meaning)
        if as_json:
            fault = None if found.fault is None else wording.of(found.fault).sentence
            terminal.result({**vars(found), "fault": fault})
        else:
            show(terminal, found)
        return found.fault is None

    with_desk(workspace, as_json, work)


def show(terminal: Terminal, found: Found) -> None:
    if found.fault is not None:
        terminal.note(wording.of(found.fault).sentence)
    for typed, meant in found.corrected:
        terminal.say(f"Searched for “{meant}” instead of “{typed}”.")
    lines = [
        *map(line, found.tickets),
        *(f"{line(hit)}   alike {hit.likeness:.2f}" for hit in found.by_meaning),
        *(f"article {one.article_id}  {one.title}   ({one.kb}: {one.path})\n      {one.excerpt}" for one in found.articles),
        *(f"macro  {macro.name}" for macro in found.macros),
    ]
    for one in lines or ["Nothing found."]:
        terminal.say(one.rstrip())


def line(hit: TicketHit) -> str:
    row = hit.row
    about = f"#{row.id} {row.subject}   [{row.status}] {row.requester}"
    where = f"{hit.place}{f' {hit.name}' if hit.name else ''}: " if hit.place is not None else ""
    return f"{about}\n      {where}{hit.excerpt}" if hit.excerpt else about


def list_(
    status: Status = None,
    search: Search = "",
    view: InView = "",
    group: InGroups = None,
    limit: Limit = 50,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """List tickets: of a view, a query, or all, the latest change first."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        page = await desk.views.page(await wanted(desk, view, search, status or (), group), 0, limit)
        if as_json:
            terminal.result({"total": page.total, "tickets": page.rows, "groups": page.groups})
        else:
            tell(terminal, page)
        return True

    with_desk(workspace, as_json, work)


async def wanted(desk: Desk, view: str, search: str, status: Sequence[TicketStatus], group: GroupBy | None) -> TicketQuery:
    """The view's list, narrowed by what was asked besides."""
    asked = await desk.views.query(search)
    query = (await named(desk, view)).query if view else asked
    if view:
        sort, by = arrangement(search)
        narrowed = replace(query.conditions, all=(*query.conditions.all, *asked.conditions.all))
        query = replace(query, conditions=narrowed, sort=sort or query.sort, group=by or query.group)
    if status:
        only = Condition(Field.STATUS, Operator.IS, tuple(status))
        query = replace(query, conditions=replace(query.conditions, all=(*query.conditions.all, only)))
    return replace(query, group=group or query.group)


async def named(desk: Desk, name: str) -> SavedView:
    """Raises NotFound."""
    found = [one for one in await desk.views.all() if one.name.casefold() == name.casefold()]
    if not found:
        raise NotFound("view", name)
    return found[-1]


def tell(terminal: Terminal, page: TicketPage) -> None:
    rows = [row_of(row) for row in page.rows]
    terminal.table(("ticket", "status", "changed", "requester", "assignee", "subject"), rows)
    for group in page.groups:
        terminal.note(f"{group.count:>7}  {group.name or '(none)'}")
    terminal.note(f"{len(page.rows)} of {page.total}")


def row_of(row: TicketRow) -> tuple[str, ...]:
    changed = row.updated_at.astimezone().strftime("%Y-%m-%d %H:%M")
    return (str(row.id), row.status, changed, row.requester[:30], row.assignee[:20], row.subject[:60])


def views_list(as_json: Json = False, workspace: Where = None) -> None:
    """Show every view with how many tickets it has now."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        views = await desk.views.all()
        counts = await desk.views.counts([view.query for view in views])
        if as_json:
            found = [
                {"id": v.id, "name": v.name, "built_in": v.built_in, "tickets": n} for v, n in zip(views, counts, strict=True)
            ]
            terminal.result(found)
        else:
            terminal.table(("view", "tickets"), [(view.name, str(n)) for view, n in zip(views, counts, strict=True)])
        return True

    with_desk(workspace, as_json, work)


def views_save(
    name: Annotated[str, typer.Argument(help="What the view is called; a view of this name gets another content.")],
    query: Annotated[str, typer.Argument(help="A query, like: is:unsolved tag:vip sort:due.")],
    group: InGroups = None,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Keep a query under a name."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        asked = replace(await desk.views.query(query), group=group)
        own = [one for one in await desk.views.all() if one.name.casefold() == name.casefold() and not one.built_in]
        saved = await desk.views.save(name, asked, own[0].id if own else None)
        count = (await desk.views.counts([saved.query]))[0]
        return terminal.told(
            {"id": saved.id, "name": saved.name, "tickets": count}, f"{saved.name}: {counted(count, 'ticket')}"
        )

    with_desk(workspace, as_json, work)


def views_remove(
    name: Annotated[str, typer.Argument(help="The view's name.")], as_json: Json = False, workspace: Where = None
) -> None:
    """Remove a view of the desk's own; `helpdesk changes undo` brings it back."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        view = await named(desk, name)
        await desk.views.remove(view.id)
        return terminal.told({"removed": view.name}, f"The view {view.name} is removed.")

    with_desk(workspace, as_json, work)
