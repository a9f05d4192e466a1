"""Lists of tickets: the right ones, in order, at any row, with live counts; and views that keep them."""

import gc
import random
import re
import tracemalloc
from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import replace

import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import lists_tables, ticket_query
from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.store import SqliteStore
from helpdesk.domain.change import SetStatus
from helpdesk.domain.condition import Condition, Conditions, Field, Operator, Seen, matches
from helpdesk.domain.default_views import BUILT_IN
from helpdesk.domain.errors import BadInput, NotFound, QueryFault
from helpdesk.domain.ids import AgentId, TicketId
from helpdesk.domain.ticket import TicketStatus
from helpdesk.domain.ticket_query import GroupBy, Sort, SortBy, TicketQuery
from helpdesk.ports.list_records import Listed
from helpdesk.services.changing import Changes
from helpdesk.services.views import VIEW_FACET, Views
from helpdesk.settings import Settings
from tests.fakes.assorted_tickets import AssortedTickets
from tests.fakes.clock import FixedClock
from tests.fakes.statements import said_meanwhile

OPEN = TicketQuery(Conditions((Condition(Field.STATUS, Operator.IS, ("open",)),)))
PRESSING = Condition(Field.PRIORITY, Operator.IS, ("urgent", "high"))
COUNT = 32


@pytest.fixture
async def assorted(store: SqliteStore, clock: FixedClock) -> AsyncIterator[AssortedTickets]:
    tickets = AssortedTickets(store, clock, random.Random(3))
    await tickets.make(COUNT)
    yield tickets


@pytest.fixture
def views(store: SqliteStore, clock: FixedClock) -> Views:
    changes = Changes(store, clock, lambda _: None, "Ada")
    changes.register(VIEW_FACET)
    return Views(store, clock, Settings(agent_name="Ada"), changes)


async def whole(views: Views, query: TicketQuery, size: int = 100) -> list[TicketId]:
    rows = list[TicketId]()
    while True:
        page = await views.page(query, len(rows), size)
        rows += [row.id for row in page.rows]
        if not page.rows:
            assert page.total == len(rows)
            return rows


async def test_sql_and_memory_agree_on_what_meets_a_condition(
    assorted: AssortedTickets, store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both ways through the store: collected and walked."""
    seen = Seen(assorted.clock.now(), AgentId(1))
    every = await store.read(lambda records: records.lists.ids(Listed(Conditions(), seen)))
    facts = {one: await store.read(lambda records, n=one: records.lists.facts(n)) for one in every}  # type: ignore[misc]
    for turn in range(90):
        monkeypatch.setattr(ticket_query, "FEW", 5_000 if turn % 2 else 0)
        conditions = assorted.conditions()
        listed = Listed(conditions, seen)
        found = await store.read(lambda records, w=listed: records.lists.ids(w))  # type: ignore[misc]
        meant = {one for one in every if matches(conditions, facts[one], seen)}
        assert set(found) == meant, conditions
        assert await store.read(lambda records, w=listed: records.lists.counts([w])) == [len(meant)], conditions  # type: ignore[misc]


async def test_pages_of_any_size_from_any_row_are_one_list(
    assorted: AssortedTickets, views: Views, monkeypatch: pytest.MonkeyPatch
) -> None:
    for by in SortBy:
        monkeypatch.setattr(ticket_query, "FEW", 5_000)
        await one_list(views, by, monkeypatch)


async def test_a_list_of_several_statuses_is_one_list_from_either_end(
    assorted: AssortedTickets, views: Views, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the inbox shows it: many tickets, walked along each status."""
    waiting = TicketQuery(Conditions((Condition(Field.STATUS, Operator.IS, ("new", "open", "pending", "OPEN")),)))
    listed = await whole(views, waiting)
    monkeypatch.setattr(ticket_query, "FEW", 0)
    assert len(set(listed)) == len(listed) > 6
    assert await whole(views, waiting, 3) == listed
    assert await whole(views, replace(waiting, sort=Sort(SortBy.UPDATED, descending=False)), 3) == listed[::-1]
    for place in (0, len(listed) // 2, len(listed) - 2):
        views.heed(None)  # type: ignore[arg-type]
        assert [row.id for row in (await views.page(waiting, place, 2)).rows] == listed[place : place + 2]
        assert await views.position(waiting, listed[place]) == place
        assert await views.after(waiting, listed[place]) == listed[place + 1]


async def test_a_list_that_changes_is_asked_in_the_same_words(assorted: AssortedTickets, views: Views) -> None:
    """Each new wording of a statement is compiled and prepared anew."""
    searched = TicketQuery(Conditions((*OPEN.conditions.all, Condition(Field.TEXT, Operator.CONTAINS, ("the",)))))
    known = await words_for(views, (OPEN, searched))
    first, *_ = await views.ids(OPEN)
    await views.changes.apply([first], [SetStatus(TicketStatus.SOLVED)], "status")
    views.heed(None)  # type: ignore[arg-type]
    assert known and await words_for(views, (OPEN, searched)) == known


async def test_mine_in_words_are_the_tickets_of_whoever_looks(assorted: AssortedTickets, views: Views) -> None:
    mine = TicketQuery(Conditions((Condition(Field.ASSIGNEE, Operator.IS, ("me",)),)))
    assert await whole(views, TicketQuery(words="is:mine")) == await whole(views, mine) != []


async def test_the_questions_of_a_morning_are_not_kept_all_day(assorted: AssortedTickets, views: Views) -> None:
    await asked_for(views, range(1, 40))
    tracemalloc.start()
    try:
        await asked_for(views, range(40, 60))
        gc.collect()
        held = tracemalloc.get_traced_memory()[0]
        await asked_for(views, range(60, 120))
        gc.collect()
        assert tracemalloc.get_traced_memory()[0] - held < 250_000
    finally:
        tracemalloc.stop()


async def asked_for(views: Views, numbers: Iterable[int]) -> None:
    """Each a list nobody asked for before, with one of so many tags; then something happens, and nothing is said twice."""
    for number in numbers:
        tags = tuple(f"tag-{n}" for n in range(number))
        await whole(views, TicketQuery(Conditions((Condition(Field.TAG, Operator.IS, tags), PRESSING))))
    views.heed(None)  # type: ignore[arg-type]


async def test_numbers_of_many_lists_ask_who_looks_once_and_read_no_mix_of_another_status(
    assorted: AssortedTickets, views: Views, store: SqliteStore
) -> None:
    with said_meanwhile() as said:
        await views.counts([view.query for view in BUILT_IN])
    assert len([one for one, _ in said if "FROM agents" in one]) == 1
    of_status = next(one for one, _ in said if "c.status IN" in one)
    bound = re.sub(r":v\d+", "''", of_status)
    plan = await store._engine.read(lambda db: explained(db, bound))
    assert "shown=? AND asleep=? AND status=?" in plan


async def explained(connection: AsyncConnection, statement: str) -> str:
    return str((await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}")).all())


async def words_for(views: Views, queries: Sequence[TicketQuery]) -> set[str]:
    """The statements that look for what is in the first page of each."""
    with said_meanwhile() as said:
        for query in queries:
            await views.page(query, 0, 100)
    return {statement for statement, _ in said if "LIMIT" in statement}


async def one_list(views: Views, by: SortBy, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = TicketQuery(OPEN.conditions if by is SortBy.DUE else Conditions(), Sort(by, descending=False))
    listed = await whole(views, wanted, 200)
    monkeypatch.setattr(ticket_query, "FEW", 0)
    backwards = TicketQuery(wanted.conditions, Sort(by, descending=True))
    assert await whole(views, wanted, 11) == listed
    assert await whole(views, backwards, 13) == listed[::-1]
    for offset in (len(listed) - 3, len(listed) // 2, 1):
        views.heed(None)  # type: ignore[arg-type]
        page = await views.page(wanted, offset, 4)
        assert [row.id for row in page.rows] == listed[offset : offset + 4], "jumped to, without the pages before"
    for place in (0, len(listed) // 2, len(listed) - 1):
        assert await views.position(wanted, listed[place]) == place
    assert await views.after(wanted, listed[1]) == listed[2]
    assert await views.after(wanted, listed[1], back=True) == listed[0]
    assert await views.after(wanted, listed[-1]) is None


async def test_a_grouped_list_is_its_groups_one_after_the_other(assorted: AssortedTickets, views: Views) -> None:
    for by in GroupBy:
        await one_grouped_list(views, by)


async def one_grouped_list(views: Views, by: GroupBy) -> None:
    query = TicketQuery(group=by, sort=Sort(SortBy.CREATED))
    page = await views.page(query, 0, 200)
    ids = [row.id for row in page.rows]
    assert page.total == len(ids) == sum(group.count for group in page.groups) == COUNT
    assert await whole(views, query, 7) == ids
    assert await views.position(query, ids[15]) == 15
    narrower = TicketQuery(Conditions((Condition(Field.TEXT, Operator.CONTAINS, ("printer",)),)), group=by)
    some = await views.page(narrower, 0, 200)
    assert sum(group.count for group in some.groups) == some.total == len(some.rows)


async def test_groups_come_in_the_order_of_the_work(assorted: AssortedTickets, views: Views) -> None:
    by_status = await views.page(TicketQuery(group=GroupBy.STATUS), 0, 1)
    assert [group.value for group in by_status.groups] == list(TicketStatus)
    by_agent = await views.page(TicketQuery(group=GroupBy.ASSIGNEE), 0, 1)
    assert [group.name for group in by_agent.groups] == ["", "Ada", "Bo Larsen", "Chidi"]
    by_topic = await views.page(TicketQuery(group=GroupBy.TOPIC), 0, 1)
    assert [group.value for group in by_topic.groups][-1] == "", "what has none comes last"


async def test_counts_are_live_whoever_writes(assorted: AssortedTickets, views: Views, store: SqliteStore) -> None:
    queries = [view.query for view in BUILT_IN]
    chance, tickets = assorted.chance, await views.ids(TicketQuery())
    for _ in range(12):
        one = chance.choice(tickets)
        await views.changes.apply([one], [SetStatus(chance.choice(list(TicketStatus)))], "status")
    counted = await views.counts(queries)
    assert counted == [len(await views.ids(query)) for query in queries]
    assert counted[-1] == COUNT

    async def cells(connection: AsyncConnection) -> list[int]:
        c = lists_tables.ticket_cells.c
        held = sa.select(sa.func.count()).where(t.tickets.c.cell == c.id).correlate(lists_tables.ticket_cells).scalar_subquery()
        return list(await connection.scalars(sa.select(c.tickets - held)))

    assert set(await store._engine.read(cells)) == {0}


async def test_one_change_brings_tickets_into_the_views_that_say_so(assorted: AssortedTickets, views: Views) -> None:
    own = await views.save("Urgent bugs", TicketQuery(Conditions((Condition(Field.TAG, Operator.IS, ("bug",)), PRESSING))))
    tickets = (await views.ids(TicketQuery()))[:6]
    for ticket in tickets:
        for view_id, way in (await views.ways_in([ticket])).items():
            view = next(one for one in await views.all() if one.id == view_id)
            assert await views.position(view.query, ticket) is None
            operation = await views.changes.apply(way.tickets, [way.change])
            assert operation is not None
            assert await views.position(view.query, ticket) is not None, (view.name, way.change)
            await views.changes.undo(operation.id)
    everywhere = [await views.ways_in([ticket]) for ticket in tickets]
    assert {view for ways in everywhere for view in ways} >= {own.id, -2, -9}, "own, Mine, Solved"
    with pytest.raises(BadInput, match="at most 100"):
        await views.ways_in([*tickets] * 20)


async def test_merged_and_hidden_tickets_are_in_no_list(assorted: AssortedTickets, views: Views, store: SqliteStore) -> None:
    one, other, *_ = await views.ids(TicketQuery())
    async with store._engine.writer.begin() as connection:
        await connection.execute(t.tickets.update().where(t.tickets.c.id == one).values(hidden=1))
        await connection.execute(t.tickets.update().where(t.tickets.c.id == other).values(merged_into=one))
    assert {one, other}.isdisjoint(await views.ids(TicketQuery()))
    assert (await views.page(TicketQuery(), 0, 200)).total == COUNT - 2
    assert await views.position(TicketQuery(), one) is None


async def test_the_next_ticket_is_found_from_one_that_has_left_the_list(assorted: AssortedTickets, views: Views) -> None:
    query = TicketQuery(OPEN.conditions, Sort(SortBy.CREATED, descending=False))
    first, second, *_ = await whole(views, query)
    await views.changes.apply([first], [SetStatus(TicketStatus.SOLVED)], "status")
    assert await views.after(query, first) == second


async def test_words_beside_a_view_narrow_it(assorted: AssortedTickets, views: Views) -> None:
    narrowed = TicketQuery(OPEN.conditions, words="from:ada printer")
    both = await views.query("status:open from:ada printer")
    assert sorted(await views.ids(narrowed)) == sorted(await views.ids(both))
    with pytest.raises(QueryFault):
        await views.page(TicketQuery(words="statsu:open"), 0, 10)


async def test_a_view_is_kept_changed_moved_and_removed_and_each_can_be_taken_back(views: Views) -> None:
    made = await views.save("  Late\u200b refunds ", TicketQuery(OPEN.conditions, words="tag:vip"))
    assert made.name == "Late refunds"
    assert [one.field for one in made.query.conditions.all] == ["status", "tag"], "words become conditions of the view"
    other = await views.save("Mine", OPEN)
    await views.arrange([other.id, made.id])
    assert [one.name for one in await views.all() if not one.built_in] == ["Mine", "Late refunds"]
    await views.save("Refunds", OPEN, made.id)
    await views.remove(other.id)
    for names in (["Mine", "Refunds"], ["Mine", "Late refunds"], ["Late refunds", "Mine"], ["Late refunds"], []):
        await views.changes.undo_last()
        assert [one.name for one in await views.all() if not one.built_in] == names
    with pytest.raises(NotFound):
        await views.remove(99)
    for name in ("", "x" * 61):
        with pytest.raises(BadInput):
            await views.save(name, OPEN)


async def test_two_views_cannot_have_one_name(views: Views) -> None:
    await views.save("Late", OPEN)
    with pytest.raises(BadInput) as caught:
        await views.save("late", OPEN)
    assert "another" in caught.value.reason


async def test_a_span_of_time_moves_with_the_clock(assorted: AssortedTickets, views: Views) -> None:
    fresh = TicketQuery(words="created:<3d")
    before = set(await views.ids(fresh))
    assorted.clock.advance(hours=24)
    after = set(await views.ids(fresh))
    assert after < before
