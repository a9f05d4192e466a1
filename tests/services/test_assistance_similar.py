"""Answered tickets and articles like the ticket at hand, over the real store and index."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from helpdesk.adapters.personal_data import FormalRecogniser
from helpdesk.adapters.sqlite.store import SqliteStore
from helpdesk.adapters.vector_groups import VectorGroups
from helpdesk.domain.conversation import IncomingMessage, MessageKind
from helpdesk.domain.errors import IndexStale, NotFound
from helpdesk.domain.ids import TicketId
from helpdesk.domain.ticket import ChannelName
from helpdesk.ports import Records
from helpdesk.services.assistance import Assistance, Likeness, Rewriting, Summaries, Translating
from helpdesk.services.assistance.likeness import BATCH
from helpdesk.services.proving import Proving
from helpdesk.services.redacting import Redacting
from helpdesk.services.retrieval import Retrieval
from helpdesk.settings import Settings
from tests.fakes.library import Library
from tests.fakes.scripted_assistant import ScriptedAssistant


class Tickets:
    def __init__(self, library: Library) -> None:
        self.library = library
        self.likeness = Likeness(library.store, library.index, VectorGroups())
        self.count = 0

    async def asked(self, subject: str, body: str, answer: str = "") -> TicketId:
        self.count += 1
        at = self.library.clock.now() + timedelta(minutes=self.count)
        mail = IncomingMessage(ChannelName.FILE, f"mail {self.count}", "Grace", f"g{self.count}@example.org", subject, body, at)

        async def work(records: Records) -> TicketId:
            ticket_id, _ = await records.tickets.receive(mail)
            if answer:
                await records.tickets.add_message(ticket_id, MessageKind.PUBLIC_REPLY, "Ada", answer)
            return ticket_id

        return await self.library.store.write(work)

    async def remembered(self) -> None:
        while await self.likeness.remember():
            pass


@pytest.fixture
def tickets(library: Library) -> Tickets:
    return Tickets(library)


async def test_an_answered_ticket_like_this_one_is_shown_with_its_answer(tickets: Tickets) -> None:
    alike = await tickets.asked("Password", "I forgot my password and cannot sign in.", "Choose Security, then Reset. [1]")
    await tickets.asked("Invoice", "The invoice of May was billed twice.", "We send a credit note.")
    await tickets.asked("Password", "My password does not work any more")
    await tickets.remembered()
    mine = await tickets.asked("Sign in", "I cannot sign in, I forgot the password")
    found = await tickets.likeness.similar(mine)
    assert [one.ticket_id for one in found.tickets] == [alike]
    assert found.tickets[0].answer == "Choose Security, then Reset."
    assert found.tickets[0].asked.startswith("I forgot")
    assert (found.compared, found.answered, found.why_not) == (2, 2, "")


async def test_the_ticket_itself_is_never_among_them(tickets: Tickets) -> None:
    mine = await tickets.asked("Password", "I forgot my password", "Choose Security.")
    await tickets.remembered()
    assert (await tickets.likeness.similar(mine)).tickets == ()


async def test_the_same_words_are_embedded_once(tickets: Tickets, monkeypatch: pytest.MonkeyPatch) -> None:
    embedded: list[str] = []
    embed = tickets.library.index.embed

    async def noted(texts: list[str], *, query: bool = False) -> list[bytes]:
        embedded.extend(texts)
        return await embed(texts, query=query)

    monkeypatch.setattr(tickets.library.index, "embed", noted)
    for _ in range(3):
        await tickets.asked("Password", "I forgot my password", "Choose Security.")
    await tickets.remembered()
    mine = await tickets.asked("Password", "I forgot my password")
    assert len((await tickets.likeness.similar(mine)).tickets) == 3
    assert len(embedded) == 1


async def test_what_is_still_to_be_compared_is_looked_for_by_the_thousand(tickets: Tickets) -> None:
    """Each look passes by all that can be compared already: a look for every few would never end on a large desk."""
    for number in range(2 * BATCH + 1):
        await tickets.asked(f"Question {number}", f"How many are {number}?", "As many as you like.")
    said: list[str] = []

    def hear(_: object, __: object, statement: str, *___: object) -> None:
        said.append(statement)

    sa.event.listen(sa.Engine, "before_cursor_execute", hear)
    try:
        await tickets.remembered()
    finally:
        sa.event.remove(sa.Engine, "before_cursor_execute", hear)
    assert len([one for one in said if "NOT (EXISTS" in one and "ticket_vectors" in one]) == 2
    found = await tickets.likeness.similar(await tickets.asked("Question 3", "How many are 3?"))
    assert found.compared == 2 * BATCH + 1


async def test_vectors_of_another_embedder_are_neither_compared_nor_kept(tickets: Tickets, store: SqliteStore) -> None:
    await tickets.asked("Password", "I forgot my password", "Choose Security.")
    lacking = await store.read(lambda records: records.ticket_vectors.lacking("older", 9))
    assert len(lacking) == 1
    await tickets.remembered()
    embedder = await tickets.library.index.embedder_fingerprint()
    assert len(await store.read(lambda records: records.ticket_vectors.page(embedder, TicketId(0), 9))) == 1
    await store.write(lambda records: records.ticket_vectors.forget_others("older"))
    assert await store.read(lambda records: records.ticket_vectors.page(embedder, TicketId(0), 9)) == []


async def test_without_an_embedder_it_says_so(tickets: Tickets, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = await tickets.asked("Password", "I forgot my password", "Choose Security.")

    async def gone() -> str:
        raise IndexStale("the process is gone")

    monkeypatch.setattr(tickets.library.index, "embedder_fingerprint", gone)
    assert not await tickets.likeness.remember()
    found = await tickets.likeness.similar(mine)
    assert (found.tickets, found.answered) == ((), 0)
    assert found.why_not


async def test_articles_for_the_last_message_are_suggested_once_each(
    tickets: Tickets, summaries: Summaries, rewriting: Rewriting
) -> None:
    library = tickets.library
    retrieval = Retrieval(library.store, library.index, Settings(), lambda: None)
    translating = Translating(library.store, summaries.assistant, summaries.hiding, "en")
    assistance = Assistance(library.store, rewriting, summaries, tickets.likeness, retrieval, translating)
    mine = await tickets.asked("Password", "Where do I reset my password?")
    found = await assistance.suggested(mine)
    assert found[0].title == "Reset a password"
    assert found[0].path == "reset.md"
    assert len({one.article_id for one in found}) == len(found)
    with pytest.raises(NotFound):
        await assistance.suggested(TicketId(99))


@pytest.fixture
def summaries(library: Library) -> Summaries:
    return Summaries(library.store, ScriptedAssistant(), Redacting(FormalRecogniser(["GB"])))


@pytest.fixture
def rewriting(library: Library) -> Rewriting:
    hiding, settings = Redacting(FormalRecogniser(["GB"])), Settings()
    proving = Proving(library.store, settings)
    return Rewriting(library.store, ScriptedAssistant(), hiding, proving, library.clock, library.heard.append, settings)
