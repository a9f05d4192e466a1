"""One field finds everything the desk holds."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from helpdesk.adapters.index.local import LocalIndex
from helpdesk.adapters.sqlite import ticket_search
from helpdesk.adapters.sqlite.store import SqliteStore
from helpdesk.adapters.vector_groups import VectorGroups
from helpdesk.domain.conversation import Attachment, IncomingMessage, MessageKind
from helpdesk.domain.found import FoundIn
from helpdesk.domain.ids import TicketId
from helpdesk.domain.query_fault import QueryTrouble
from helpdesk.domain.ticket import ChannelName
from helpdesk.ports.attachment_reader import FileWords
from helpdesk.services.assistance.likeness import Likeness
from helpdesk.services.searching import AttachmentWords, Searching
from helpdesk.settings import Settings
from tests.fakes.clock import FixedClock
from tests.fakes.knowledge import article, put
from tests.fakes.statements import said_meanwhile


class Reader:
    """Plays AttachmentReader: files are their own words, and one kind cannot be read."""

    async def words(self, name: str, media_type: str, content: bytes) -> FileWords:
        return FileWords("", "it cannot be read") if name.endswith(".bin") else FileWords(content.decode())


class NothingAlike(Likeness):
    async def about(self, text: str, limit: int) -> list[tuple[float, TicketId]]:
        return [(0.9, TicketId(2)), (0.35, TicketId(1)), (0.2, TicketId(3))]


@pytest.fixture
async def searching(store: SqliteStore, clock: FixedClock) -> AsyncIterator[Searching]:
    files = (Attachment("invoice.txt", "text/plain", b"Warranty until 2031"), Attachment("x.bin", "", b"warranty"))
    said = (
        ("Ada Lovelace", "ada@example.org", "Refund of my order", "The power supply of INV-2024-17 hums loudly.", ()),
        ("Bo", "bo@mail.example", "Printer", "It prints company names twice. About order 17 as well.", ()),
        ("Carl", "carl@mail.example", "Something else", "Where is my refund?", files),
    )
    for name, email, subject, body, attachments in said:
        clock.advance(minutes=1)
        message = IncomingMessage(ChannelName.FILE, body, name, email, subject, body, clock.now(), attachments)
        await store.write(lambda records, m=message: records.tickets.receive(m))  # type: ignore[misc]
    await store.write(lambda r: r.tickets.add_message(TicketId(2), MessageKind.INTERNAL_NOTE, "Ada", "Zebra stickers wanted"))
    await store.write(lambda records: records.macros.save("Refund politely", "We refund {customer}", "en"))
    likeness = NothingAlike(store, LocalIndex.__new__(LocalIndex), VectorGroups())
    yield Searching(store, clock, Settings(agent_name="Ada"), likeness)


FOUND = {
    "refund": [1, 3],
    "ref": [1, 3],
    "refunds order": [1],
    "companies": [2],
    "inv-2024": [1],
    '"power supply"': [1],
    '"supply power"': [],
    "from:ada": [1],
    "from:bo@mail": [2],
    '"); DROP TABLE tickets; --': [],
    "refund -from:ada": [3],
    "subject:refund": [1],
    "status:solved refund": [],
    "has:attachment": [3],
    "-has:attachment": [2, 1],
}


async def test_words_are_found_begun_and_in_any_form(searching: Searching) -> None:
    found = {typed: [hit.row.id for hit in (await searching.find(typed)).tickets] for typed in FOUND}
    assert found == FOUND


async def test_what_is_found_says_where_it_stands(searching: Searching) -> None:
    assert (await searching.find("refund")).tickets[0].place is FoundIn.SUBJECT
    note = (await searching.find("zebra")).tickets[0]
    assert (note.row.id, note.place, note.excerpt) == (2, FoundIn.NOTE, "Zebra stickers wanted")
    message = (await searching.find("hums")).tickets[0]
    assert (message.place, message.excerpt) == (FoundIn.MESSAGE, "The power supply of INV-2024-17 hums loudly.")


async def test_where_words_that_stand_apart_are_is_said_too(searching: Searching, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [hit.place for hit in (await searching.find("printer zebra")).tickets] == [FoundIn.SUBJECT]
    assert [hit.place for hit in (await searching.find("zebra company")).tickets] == [FoundIn.NOTE]
    places = [hit.place for hit in (await searching.find("order")).tickets]
    monkeypatch.setattr(ticket_search, "LOOKED_AT", 2)
    assert [hit.place for hit in (await searching.find("order")).tickets] == places == [FoundIn.SUBJECT, FoundIn.MESSAGE]


async def test_many_hits_take_no_more_looks_into_the_words_than_one(searching: Searching) -> None:
    one, many = await looks(searching, "zebra"), await looks(searching, "or")
    assert one == many == 1


async def looks(searching: Searching, typed: str) -> int:
    with said_meanwhile() as said:
        assert (await searching.find(typed)).tickets
    return sum("words_fts MATCH" in one for one, _ in said)


async def test_macros_are_found_with_the_tickets(searching: Searching) -> None:
    assert [macro.name for macro in (await searching.find("polite refund")).macros] == ["Refund politely"]


async def test_articles_are_found_and_show_the_words_also_once_they_are_indexed(searching: Searching) -> None:
    lead = "Whatever else there is to say about it. " * 4
    await put(searching.store, "kb", [article("hub.md", "Hub", ("Hub", f"{lead}A **frobnicator** hums."))])
    await searching.store.write(lambda records: records.knowledge.mark_indexed(1_000_000))
    found = (await searching.find("frobnicator")).articles
    assert [hit.title for hit in found] == ["Hub"]
    assert "frobnicator" in found[0].excerpt[:40]
    assert "*" not in found[0].excerpt


@pytest.mark.parametrize(
    ("typed", "told", "who"),
    [
        ("lovelace", "from:lovelace", 1),
        ("ada@example.org", "from:ada@example.org", 1),
        ("Ada Lovel", "from:Ada from:Lovel", 1),
        ('"ada lovelace"', 'from:"ada lovelace"', 1),
        ("bo@mail", "from:bo@mail", 2),
    ],
)
async def test_a_name_or_address_nobody_said_is_found_as_that_of_whoever_asked(
    searching: Searching, typed: str, told: str, who: int
) -> None:
    found = await searching.find(typed)
    assert [hit.row.id for hit in found.tickets] == [who]
    assert found.corrected == ((typed, told),)
    assert [hit.row.id for hit in (await searching.find(told)).tickets] == [who]


async def test_a_slip_of_the_finger_is_put_right_and_said(searching: Searching) -> None:
    found = await searching.find("pritner")
    assert [hit.row.id for hit in found.tickets] == [2]
    assert found.corrected == (("pritner", "printer"),)
    assert (await searching.find("xyzzyplugh")).corrected == ()


async def test_a_slip_in_the_ending_of_a_word_is_put_right(searching: Searching) -> None:
    await searching.store.write(
        lambda r: r.tickets.add_message(TicketId(2), MessageKind.INTERNAL_NOTE, "Ada", "The configuration is lost")
    )
    found = await searching.find("configuraton")
    assert [hit.row.id for hit in found.tickets] == [2]
    assert found.corrected == (("configuraton", "configuration"),)


async def test_a_word_nobody_said_is_found_as_what_the_tickets_call_it_and_told(searching: Searching) -> None:
    found = await searching.find("reimbursement")
    assert [hit.row.id for hit in found.tickets] == [1, 3]
    assert found.corrected == (("reimbursement", "refund"),)
    assert [macro.name for macro in found.macros] == ["Refund politely"]
    await searching.store.write(lambda records: records.learned.set_shipped_off(["refund"]))
    assert (await searching.find("reimbursement")).tickets == ()
    await searching.store.write(lambda records: records.learned.set_synonyms({"gadget": ("printer",)}))
    assert [hit.row.id for hit in (await searching.find("broken gadget prints")).tickets] == []
    assert [hit.row.id for hit in (await searching.find("gadget prints")).tickets] == [2]


async def test_an_article_is_found_by_its_own_word_though_tickets_have_another(searching: Searching) -> None:
    await put(searching.store, "shop", [article("pay.md", "Reimbursement of fitters", ("", "Travel is paid."))])
    found = await searching.find("reimbursement")
    assert [hit.row.id for hit in found.tickets] == [1, 3]
    assert [hit.title for hit in found.articles] == ["Reimbursement of fitters"]
    alone = await searching.find("reimbursement travel")
    assert alone.tickets == ()
    assert [hit.title for hit in alone.articles] == ["Reimbursement of fitters"]
    assert alone.corrected == (), "what was found was found as it was typed"


async def test_what_cannot_be_read_as_a_query_is_searched_as_words_and_told(searching: Searching) -> None:
    found = await searching.find("refund statsu:open")
    assert found.fault is not None
    assert found.fault.wrong.trouble is QueryTrouble.UNKNOWN_FIELD
    assert (await searching.find("")).tickets == ()


async def test_tickets_alike_in_meaning_come_when_they_are_asked_for(searching: Searching) -> None:
    assert (await searching.find("humming adapter")).by_meaning == ()
    found = await searching.find("humming adapter", meaning=True)
    assert [(hit.row.id, hit.likeness) for hit in found.by_meaning] == [(2, 0.9), (1, 0.35)]
    with_a_model = replace(searching, settings=replace(searching.settings, embedder="fastembed"))
    assert [hit.row.id for hit in (await with_a_model.find("humming adapter", meaning=True)).by_meaning] == [2]
    assert (await searching.find("humming adapter status:solved", meaning=True)).by_meaning == ()
    assert (await searching.find("humming adapter status:new", meaning=True)).by_meaning == found.by_meaning


async def test_words_of_attachments_are_found_once_they_were_read(searching: Searching) -> None:
    assert (await searching.find("warranty")).tickets == ()
    reading = AttachmentWords(searching.store, Reader())
    assert await reading.next()
    assert not await reading.next(), "what cannot be read is not tried for ever"
    hit = (await searching.find("warranty")).tickets[0]
    assert (hit.row.id, hit.place, hit.name) == (3, FoundIn.ATTACHMENT, "invoice.txt")


async def test_words_go_with_the_message_that_is_moved_and_go_away_with_the_ticket(searching: Searching) -> None:
    store = searching.store
    await AttachmentWords(store, Reader()).next()
    statements = (
        "UPDATE messages SET ticket_id = 1 WHERE ticket_id = 3",
        "DELETE FROM tickets WHERE id = 3",
    )
    for statement in statements:
        async with store._engine.writer.begin() as connection:  # type: ignore[attr-defined]
            await connection.exec_driver_sql(statement)
    assert [hit.row.id for hit in (await searching.find("warranty")).tickets] == [1]
    assert (await searching.find("something")).tickets == ()
    async with store._engine.writer.begin() as connection:  # type: ignore[attr-defined]
        await connection.exec_driver_sql("INSERT INTO words_fts(words_fts, rank) VALUES ('integrity-check', 1)")
