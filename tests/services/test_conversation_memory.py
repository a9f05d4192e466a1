"""What one customer wrote never reaches a prompt about another: not as a turn, a summary, a past answer or a rewriting."""

import itertools
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpdesk.app import open_desk
from helpdesk.domain.conversation import MessageKind
from helpdesk.domain.errors import NotYetSaid
from helpdesk.domain.ids import DraftId, TicketId
from helpdesk.domain.rewriting import Tool, Wish
from helpdesk.paths import Workspace
from helpdesk.services.desk import Desk
from helpdesk.settings import Settings
from tests.fakes.ollama_server import OllamaServer, serving

ARTICLE = "# Reset the hub\n\nHold the button of the hub for ten seconds. The hub light turns green when the reset is done.\n"
SAYINGS = (
    "How do I reset the hub? My word is {0}.",
    "I tried the reset of the hub, {0}, and the light is still red. What else can I do with the hub?",
    "My name is {0}. Which button of the hub do I hold for the reset?",
    "Write to {0}@home.example, the hub light is red, how is the hub reset?",
)
turns = st.lists(st.sampled_from(SAYINGS), min_size=1, max_size=3)


@dataclass
class Shop:
    """A desk with a model, and customers who each say a word nobody else says."""

    desk: Desk
    server: OllamaServer
    past: int = 0
    words: dict[TicketId, list[str]] = field(default_factory=dict)
    count: "itertools.count[int]" = field(default_factory=itertools.count)

    async def talks(self, sayings: list[str]) -> TicketId:
        """One customer's whole conversation, every message answered by us with the customer's own word in it."""
        word, email = self._word(), f"c{next(self.count)}@home.example"
        ticket_id = await self.desk.intake.new_ticket(word.title(), email, f"Hub {word}", sayings[0].format(word))
        self.words[ticket_id] = [word]
        for saying in sayings[1:]:
            await self._answered(ticket_id, word)
            word = self._word()
            self.words[ticket_id].append(word)
            await self._says(ticket_id, saying.format(word))
        await self._answered(ticket_id, word)
        return ticket_id

    async def _says(self, ticket_id: TicketId, said: str) -> None:
        kind = MessageKind.CUSTOMER
        await self.desk.inbox.store.write(lambda records: records.tickets.add_message(ticket_id, kind, "C", said))

    async def _answered(self, ticket_id: TicketId, word: str) -> None:
        draft_id = await self.drafted(ticket_id)
        shown = (await self.desk.review.open(draft_id)).draft
        text = f"{shown.text}\nFor {word}: hold the button of the hub for ten seconds. [1]"
        await self.desk.assistance.rewrite(draft_id, text, Wish(Tool.FRIENDLIER))
        try:
            await self.desk.review.approve(draft_id, shown.revision, text)
        except NotYetSaid as error:
            await self.desk.review.approve(draft_id, shown.revision, text, read=error.reasons)
        await self.desk.outbox.flush()
        while await self.desk.memory.learn() or await self.desk.assistance.remember():
            pass

    async def drafted(self, ticket_id: TicketId) -> DraftId:
        draft_id = await self.desk.inbox.request_draft(ticket_id)
        await self.desk.pipeline.answer(draft_id)
        return draft_id

    def prompts(self) -> list[str]:
        return [message["content"] for request in self.server.requests for message in request["messages"]]

    def strangers(self, ticket_id: TicketId) -> list[str]:
        return [word for other, words in self.words.items() if other != ticket_id for word in words]

    def _word(self) -> str:
        number, letters = next(self.count), ""
        while number or not letters:
            number, digit = divmod(number, 20)
            letters += "bcdfghjklmnpqrstvwxz"[digit]
        return f"zaqu{letters}io"


@pytest.fixture
async def shop(tmp_path: Path) -> AsyncIterator[Shop]:
    (tmp_path / "hub.md").write_text(ARTICLE, "utf-8")
    async with serving() as server:
        server.says("Hold the button of the hub for ten seconds. [1]")
        wanted = Settings(ollama_host=server.host, writer="ollama", undo_seconds=0, threads=1, use_past_answers=True)
        async with open_desk(wanted, Workspace(tmp_path / "workspace"), lambda _: None) as desk:
            await desk.knowledge.import_path(tmp_path / "hub.md", None, lambda _: None)
            made = Shop(desk, server)
            yield made
            assert made.past


@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=turns, second=turns)
async def test_no_word_of_one_customer_reaches_anothers_prompt(shop: Shop, first: list[str], second: list[str]) -> None:
    for sayings in (first, second):
        shop.server.requests.clear()
        ticket_id = await shop.talks(sayings)
        await shop.drafted(ticket_id)
        await shop.desk.assistance.summary(ticket_id, ask_model=True)
        told = "\n".join(shop.prompts()).lower()
        shop.past += told.count("past answer")
        assert "button" in told
        assert [word for word in shop.strangers(ticket_id) if word in told] == []
