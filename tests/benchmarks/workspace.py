"""The workspace with 1,000, 100,000 and 1,000,000 tickets: what an agent waits for, beside plain SQLite doing just that query.

Plain SQLite has the same file and the same indexes and is asked what anybody would write for what is shown: a list's rows with
every column a row of it holds, a ticket's messages and the names of their files, the texts words were found in. It makes no
values of them; it gets neither the rows' count nor a thread of its own. What was waited is by the clock; the ratio is of
processor time, which a busy machine does not change.
"""

import asyncio
import resource
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from helpdesk.adapters.sqlite import driver
from helpdesk.app import open_desk
from helpdesk.domain.default_views import BUILT_IN
from helpdesk.domain.ids import DraftId, TicketId
from helpdesk.domain.ticket_query import Sort, SortBy, TicketQuery
from helpdesk.paths import Workspace
from helpdesk.services.desk import Desk
from helpdesk.settings import Settings
from tests.benchmarks.many_tickets import filled

TURNS = 7
PAGE = 100
TO_DO, ALL = BUILT_IN[0].query, TicketQuery()
ROW = (
    "SELECT t.id, t.subject, r.name, r.email, t.status, t.priority, t.channel, t.topic, t.updated_at, t.draft_state, "
    "t.confidence, t.assignee_id, a.name, t.tags, t.language, t.created_at, t.due_at, t.due_kind, t.due_state, "
    "t.snoozed_until, t.last_from, t.last_public_at, CASE WHEN t.composed <> '' THEN 'reply' "
    "WHEN EXISTS (SELECT 1 FROM notes_in_progress n WHERE n.ticket_id = t.id) THEN 'note' "
    "WHEN EXISTS (SELECT 1 FROM forwards_in_progress f WHERE f.ticket_id = t.id) THEN 'forward' ELSE '' END, "
    "(SELECT json_group_object(f.key, f.value) FROM ticket_fields f WHERE f.ticket_id = t.id) "
    "FROM tickets t JOIN requesters r ON r.id = t.requester_id LEFT JOIN agents a ON a.id = t.assignee_id "
    "WHERE t.hidden = 0 AND t.merged_into IS NULL "
)
OPEN = "AND t.status IN ('new', 'open') AND t.snoozed_until IS NULL "
NEWEST = "ORDER BY t.updated_at DESC, t.id DESC LIMIT 100"
COUNT = "SELECT count(*) FROM tickets t WHERE t.hidden = 0 AND t.merged_into IS NULL "
SAID = "SELECT * FROM messages WHERE ticket_id = ? ORDER BY at, id"
FILES = (
    "SELECT a.message_id, a.name, a.media_type, a.size, a.id FROM attachments a JOIN messages m ON m.id = a.message_id "
    "WHERE m.ticket_id = ?"
)
FOUND = f"{ROW} AND t.id IN (SELECT DISTINCT rowid >> 32 FROM words_fts WHERE words_fts MATCH ? ORDER BY rowid DESC LIMIT 8)"
TEXTS = (
    "SELECT m.id, m.kind, m.body FROM messages m WHERE m.id IN "
    "(SELECT rowid & 2147483647 FROM words_fts WHERE words_fts MATCH ? ORDER BY rowid DESC LIMIT 8)"
)
ARTICLES = (
    "SELECT a.id, b.name, a.title, a.path, p.text FROM passages_fts f JOIN passages p ON p.id = f.rowid "
    "JOIN articles a ON a.id = p.article_id JOIN knowledge_bases b ON b.id = a.kb_id WHERE passages_fts MATCH ? "
    "ORDER BY f.rank LIMIT 8"
)
MACROS = "SELECT * FROM macros WHERE instr(lower(name || text), ?) > 0"


@dataclass(frozen=True)
class Wait:
    """One thing an agent waits for, by the desk and by plain SQLite; both are told which turn it is."""

    name: str
    ours: Callable[[int], Awaitable[object]]
    plain: Callable[[int], object]


async def measure(sizes: Sequence[int], kept: Path | None = None) -> None:
    for tickets in sizes:
        with tempfile.TemporaryDirectory(prefix="helpdesk-bench-") as made:
            workspace = Workspace(Path(made) / "desk")
            async with open_desk(Settings(writer="excerpts"), workspace, lambda _: None):
                pass
            await asyncio.to_thread(filled, workspace.store, tickets, kept)
            await waits(workspace, tickets)


async def waits(workspace: Workspace, tickets: int) -> None:
    print(f"workspace: {tickets:,} tickets, {workspace.store.stat().st_size / 1e6:,.0f} MB; × is to plain SQLite in turns")
    sqlite: Any = driver.module()
    await starting(workspace, sqlite)
    async with AsyncExitStack() as stack:
        desk = await stack.enter_async_context(open_desk(Settings(writer="excerpts"), workspace, lambda _: None))
        bare = stack.enter_context(closing(sqlite.connect(str(workspace.store))))
        for wait in [*lists(desk, bare, tickets), *reading(desk, bare, words_of(bare, tickets))]:
            await told(wait)
        await approving(desk, bare)
    print(f"  memory of this process at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


async def starting(workspace: Workspace, sqlite: Any) -> None:
    """From nothing to the first hundred rows; the desk's own start is many things more than its store."""

    async def ours(_: int) -> None:
        async with open_desk(Settings(writer="excerpts"), workspace, lambda _: None) as desk:
            await desk.views.page(TO_DO, 0, PAGE)

    def plain(_: int) -> None:
        with closing(sqlite.connect(str(workspace.store))) as opened:
            opened.execute(ROW + OPEN + NEWEST).fetchall()

    await told(Wait("start to a usable list", ours, plain), 3)


def lists(desk: Desk, bare: Any, tickets: int) -> list[Wait]:
    middle = tickets // 2
    by_creation, by_due = (replace(ALL, sort=Sort(by, descending=False)) for by in (SortBy.CREATED, SortBy.PRIORITY))
    closed = "AND t.status = 'closed' "

    async def page(query: TicketQuery, offset: int) -> object:
        desk.views.heed(None)  # type: ignore[arg-type]  # nothing is remembered from the turn before
        return await desk.views.page(query, offset, PAGE)

    def ask(query: str) -> object:
        return bare.execute(query).fetchall()

    filtered = TicketQuery(words="status:closed")
    return [
        Wait("first page of “To do”", lambda _: page(TO_DO, 0), lambda _: ask(ROW + OPEN + NEWEST)),
        Wait("first page of all", lambda _: page(ALL, 0), lambda _: ask(ROW + NEWEST)),
        Wait(
            "jump to the middle of all",
            lambda turn: page(ALL, middle + turn),
            lambda turn: ask(f"{ROW} {NEWEST} OFFSET {middle + turn}"),
        ),
        Wait("another filter: closed", lambda _: page(filtered, 0), lambda _: ask(ROW + closed + NEWEST)),
        Wait(
            "another sort: oldest first",
            lambda _: page(by_creation, 0),
            lambda _: ask(f"{ROW} ORDER BY t.created_at, t.id LIMIT 100"),
        ),
        Wait(
            "another sort: priority",
            lambda _: page(by_due, 0),
            lambda _: ask(f"{ROW} ORDER BY t.priority_rank, t.updated_at, t.id LIMIT 100"),
        ),
        Wait(
            "counts of ten views",
            lambda _: desk.views.counts([view.query for view in BUILT_IN]),
            lambda _: [ask(COUNT + OPEN) for _ in BUILT_IN],
        ),
    ]


def words_of(bare: Any, tickets: int) -> list[str]:
    """As they are typed: beginnings of words of subjects all over the store."""
    numbers = [1 + tickets * turn // (TURNS + 1) for turn in range(TURNS + 1)]
    subjects = [bare.execute("SELECT subject FROM tickets WHERE id = ?", (number,)).fetchone()[0] for number in numbers]
    return [max(subject.split(), key=len)[:5] for subject in subjects]


def reading(desk: Desk, bare: Any, typed: list[str]) -> list[Wait]:
    step = max(1, bare.execute("SELECT max(id) FROM tickets").fetchone()[0] // (TURNS + 2))

    def opened(turn: int) -> object:
        number = (1 + turn * step,)
        return [bare.execute(query, number).fetchall() for query in (f"{ROW} AND t.id = ?", SAID, FILES)]

    def found(turn: int) -> object:
        begun = f'"{typed[turn]}"*'
        asked = ((FOUND, begun), (TEXTS, begun), (ARTICLES, begun), (MACROS, typed[turn]))
        return [bare.execute(query, (words,)).fetchall() for query, words in asked]

    return [
        Wait("open a ticket", lambda turn: desk.inbox.open(TicketId(1 + turn * step)), opened),
        Wait("search a word as it is typed", lambda turn: desk.searching.find(typed[turn]), found),
    ]


async def approving(desk: Desk, bare: Any) -> None:
    """From the decision to the next ticket's conversation: what stands between two reviews."""
    waiting = [DraftId(row.draft_id) for row in await desk.review.queue()]

    async def ours(turn: int) -> None:
        review = await desk.review.open(waiting[turn])
        decided = now()
        await desk.review.approve(review.draft.id, review.draft.revision)
        following = await desk.views.after(TO_DO, review.draft.ticket_id)
        await desk.inbox.open(following or review.draft.ticket_id)
        taken.append(since(decided))

    def plain(turn: int) -> None:
        bare.execute("BEGIN IMMEDIATE")
        bare.execute("UPDATE drafts SET state = 'approved' WHERE id = ?", (waiting[turn],))
        bare.execute("INSERT INTO activity (at, kind) VALUES ('2026', 'bench')")
        bare.commit()
        bare.execute(ROW + OPEN + NEWEST.replace("100", "1")).fetchall()
        bare.execute(SAID, (1,)).fetchall()

    taken: list[Taken] = []
    turns = min(TURNS, len(waiting) // 2)
    for turn in range(turns):
        await ours(turn)
    by_hand = [timed(lambda turn=turn: plain(turns + turn)) for turn in range(turns)]  # type: ignore[misc]
    line("approve → next ticket", taken, by_hand)


async def told(wait: Wait, turns: int = TURNS) -> None:
    ours, plain = [], []
    await wait.ours(turns)
    wait.plain(turns)
    for turn in range(turns):
        begun = now()
        await wait.ours(turn)
        ours.append(since(begun))
        plain.append(timed(lambda turn=turn: wait.plain(turn)))  # type: ignore[misc]
    line(wait.name, ours, plain)


Taken = tuple[float, float]
"""Seconds by the clock, and of the processor by all threads together."""


def now() -> Taken:
    return time.perf_counter(), time.process_time()


def since(begun: Taken) -> Taken:
    return time.perf_counter() - begun[0], time.process_time() - begun[1]


def timed(work: Callable[[], object]) -> Taken:
    begun = now()
    work()
    return since(begun)


def line(name: str, ours: Sequence[Taken], plain: Sequence[Taken]) -> None:
    clock = sorted(seconds for seconds, _ in ours)
    worked, floor = (statistics.median(seconds for _, seconds in some) for some in (ours, plain))
    waited = f"p50 {statistics.median(clock) * 1000:7.1f} ms  p99 {clock[int(0.99 * (len(clock) - 1))] * 1000:7.1f} ms"
    print(
        f"  {name:<30} {waited}   worked {worked * 1000:7.1f} ms, plain {floor * 1000:7.1f} ms  ×{worked / floor:.1f}",
        flush=True,
    )
