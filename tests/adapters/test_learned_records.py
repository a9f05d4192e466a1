"""What an embedder learned and the desk's synonyms, in the store."""

from helpdesk.adapters.sqlite.store import SqliteStore
from helpdesk.domain.ids import PassageId
from helpdesk.ports.learned_records import Learned
from tests.fakes.clock import FixedClock
from tests.fakes.knowledge import article, put


def learned(name: str) -> Learned:
    return Learned(f"built-in/2:512:{name}", 10, PassageId(10), name.encode())


async def test_the_newest_of_an_embedder_counts_and_the_one_before_is_kept(store: SqliteStore, clock: FixedClock) -> None:
    assert await store.read(lambda records: records.learned.newest("built-in")) is None
    for name in ("one", "two", "three"):
        await store.write(lambda records, name=name: records.learned.keep("built-in", learned(name)))  # type: ignore[misc]
    await store.write(lambda records: records.learned.keep("another", learned("other")))
    newest = await store.read(lambda records: records.learned.newest("built-in"))
    assert newest is not None
    assert (newest.fingerprint, newest.content, newest.created_at) == ("built-in/2:512:three", b"three", clock.now())
    other = await store.read(lambda records: records.learned.newest("another"))
    assert other is not None
    assert other.content == b"other"


async def test_passages_are_read_in_order_page_by_page(store: SqliteStore) -> None:
    await put(store, "manual", [article(f"{n}.md", f"Part {n}", ("Weight", f"It weighs {n} grams.")) for n in range(5)])
    first = await store.read(lambda records: records.learned.sample(0, 3))
    rest = await store.read(lambda records: records.learned.sample(first[-1][0], 3))
    assert [text for _, text in (*first, *rest)] == [f"Part {n} > Weight\nIt weighs {n} grams." for n in range(5)]
    assert await store.read(lambda records: records.learned.written_after(PassageId(first[-1][0]))) == (2, rest[-1][0])
    assert await store.read(lambda records: records.learned.written_after(PassageId(rest[-1][0]))) == (0, rest[-1][0])


async def test_the_first_passage_of_a_word_is_known_in_any_inflection(store: SqliteStore) -> None:
    await put(
        store, "manual", [article("a.md", "Lamps", ("", "A lamp blinks.")), article("b.md", "Hubs", ("", "Hubs and lamps."))]
    )
    (a, _), (b, _) = await store.read(lambda records: records.learned.sample(0, 9))
    first = await store.read(lambda records: records.learned.first_told(["lamps", "hub", "pear", 'a"b', "OR"]))
    assert first == {"lamps": a, "hub": b}


async def test_synonyms_are_replaced_as_a_whole(store: SqliteStore) -> None:
    for wanted in ({"router": ("hub", "gateway"), "größe": ("maß, 2", 'a "quoted" one')}, {"router": ("box",)}, {}):
        await store.write(lambda records, wanted=wanted: records.learned.set_synonyms(wanted))  # type: ignore[misc]
        assert await store.read(lambda records: records.learned.synonyms()) == wanted
