"""What the desk remembers of sent replies: nothing of the customers, and nothing that no longer stands."""

from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from helpdesk.adapters.personal_data import FormalRecogniser
from helpdesk.adapters.sqlite.store import SqliteStore
from helpdesk.adapters.vector_groups import VectorGroups
from helpdesk.domain.conversation import IncomingMessage, OutboxState
from helpdesk.domain.decision import DecisionKind, NewDecision
from helpdesk.domain.draft import Fingerprint, Route, Verdict, WrittenReply
from helpdesk.domain.errors import NotFound
from helpdesk.domain.ids import DraftId, TicketId
from helpdesk.domain.label import Aftermath, Hindsight
from helpdesk.domain.past_answer import KeptAnswer
from helpdesk.domain.quoting import best_block, cited
from helpdesk.domain.terms import words
from helpdesk.domain.ticket import ChannelName
from helpdesk.ports import Records
from helpdesk.services.assistance import Likeness
from helpdesk.services.memory import Memory
from helpdesk.services.redacting import Redacting
from helpdesk.settings import Settings
from helpdesk.ui import assist_words
from tests.fakes.clock import FixedClock
from tests.fakes.library import Library
from tests.fakes.spine import NoEmbedder, Spine

HOLD = "Hold the reset button for ten seconds until the light turns white."
if TYPE_CHECKING:
    from helpdesk.ports import PassageIndex

SETTINGS = Settings(agent_name="Ada", company="Northlight", use_past_answers=True)


class Desk:
    """Replies that are approved and sent, on the real store."""

    def __init__(self, store: SqliteStore, clock: FixedClock, index: "PassageIndex") -> None:
        self.store = store
        self.clock = clock
        self.index = index
        self.count = 0

    def memory(self, wanted: Settings = SETTINGS) -> Memory:
        hiding = Redacting(FormalRecogniser(["GB"]))
        return Memory(self.store, hiding, Likeness(self.store, self.index, VectorGroups()), wanted, self.clock)

    async def writes(self, body: str) -> TicketId:
        self.count += 1
        who, at = f"grace{self.count}@example.org", self.clock.now()
        mail = IncomingMessage(ChannelName.FILE, f"{self.count} {body}", "Grace Miller", who, "Hub", body, at)
        return (await self.store.write(lambda records: records.tickets.receive(mail)))[0]

    async def sent(self, body: str, said: str) -> TicketId:
        """A customer's message, and the reply that an agent approved, with a citation of the article about the hub."""
        ticket_id = await self.writes(body)

        async def decide(records: Records) -> None:
            every = await records.knowledge.passages([key for key, _ in await records.knowledge.unembedded("other")])
            passage = next(one for one in every if HOLD in one.text)
            citations = (cited(passage, best_block(HOLD, passage), 1),)
            draft_id = await records.drafts.request(ticket_id)
            reply = WrittenReply(said, citations, False, "", True, "excerpts", "", "p")
            verdict, mark = Verdict(0.9, Route.REVIEW, (), {}, ()), Fingerprint("excerpts", "", "p", "e", "c", "s")
            await records.drafts.answered(draft_id, reply, verdict, mark)
            await records.drafts.decide(NewDecision(draft_id, 1, DecisionKind.APPROVE, "Ada", said))
            await self._leaves(records, ticket_id, draft_id, said)

        await self.store.write(decide)
        return ticket_id

    async def _leaves(self, records: Records, ticket_id: TicketId, draft_id: DraftId, said: str) -> None:
        entry = await records.outbox.queue(ticket_id, draft_id, said, self.clock.now())
        await records.outbox.move(entry.id, OutboxState.QUEUED, OutboxState.SENDING)
        await records.outbox.move(entry.id, OutboxState.SENDING, OutboxState.SENT)

    async def learned(self) -> list[KeptAnswer]:
        memory = self.memory()
        while await memory.learn():
            pass
        return await memory.listed()


@pytest.fixture
async def desk(spine: Spine) -> Desk:
    """With an article about the hub."""
    await spine.knows(HOLD)
    return Desk(spine.store, spine.clock, cast("PassageIndex", NoEmbedder()))


LETTER = f"Hi Grace,\n\n{HOLD} [1] Your order NL-2048816 is on its way, Grace.\n\nKind regards\nAda\nNorthlight\n"


async def test_a_sent_reply_is_remembered_without_its_customer(desk: Desk) -> None:
    await desk.sent("My hub from order NL-2048816 blinks red", LETTER)
    (kept,) = await desk.learned()
    assert kept.answer == HOLD
    assert [one.title for one in kept.citations] == ["Reset the hub"]
    assert (kept.agent, kept.changed) == ("Ada", False)


async def test_nothing_is_learned_unless_the_desk_wants_it(desk: Desk) -> None:
    await desk.sent("My hub blinks red", LETTER)
    off = desk.memory(replace(SETTINGS, use_past_answers=False))
    assert not await off.learn()
    assert await off.listed() == []
    assert len(await desk.learned()) == 1
    assert await off.near(await desk.writes("My hub blinks red again"), "en") is None


async def asked_again(library: Library) -> tuple[Desk, TicketId, TicketId]:
    """One ticket was answered from an article, and the other says the same."""
    library.write("hub.md", f"# Reset the hub\n\n{HOLD}\n")
    await library.bring()
    desk = Desk(library.store, library.clock, library.index)
    answered = await desk.sent("My hub blinks red and the reset fails", LETTER)
    await desk.learned()
    while await desk.memory().likeness.remember():
        pass
    return desk, answered, await desk.writes("The hub blinks red, the reset fails")


@pytest.mark.parametrize("against", [(Hindsight.RATING, 1), (Hindsight.SAID_WRONG, 0), (Hindsight.WROTE_AGAIN, 0)])
async def test_an_answer_that_turned_out_wrong_is_an_example_to_no_writer(
    library: Library, against: tuple[Hindsight, int]
) -> None:
    desk, answered, mine = await asked_again(library)
    liked = Aftermath(answered, Hindsight.RATING, library.clock.now(), stars=5)
    await desk.store.write(lambda records: records.labels.tell(liked))
    assert await desk.memory().near(mine, "en") is not None
    kind, stars = against
    await desk.store.write(lambda records: records.labels.tell(replace(liked, kind=kind, stars=stars)))
    assert await desk.memory().near(mine, "en") is None
    assert "turned out wrong" in assist_words.mark_of((await desk.learned())[0])


async def test_the_answer_to_a_like_message_is_found_while_its_article_stands(library: Library) -> None:
    desk, _, mine = await asked_again(library)
    found = await desk.memory().near(mine, "en")
    assert found is not None
    assert found.answer == HOLD
    assert [HOLD in passage.text for passage in found.passages] == [True]
    assert await desk.memory().near(await desk.writes("What does an invoice for a school cost?"), "en") is None

    library.write("hub.md", "# Reset the hub\n\nHubs are not reset any more; send them back.\n")
    await library.bring()
    assert await desk.memory().near(mine, "en") is None


async def test_a_forgotten_answer_is_wiped_and_never_learned_again(desk: Desk) -> None:
    await desk.sent("My hub blinks red", LETTER)
    (kept,) = await desk.learned()
    await desk.memory().forget(kept.id)
    assert await desk.learned() == []
    assert await desk.store.read(lambda records: records.memory.lacking(10)) == []
    with pytest.raises(NotFound):
        await desk.memory().forget(kept.id)


WORDS = ("zephyr", "quokka", "Grace", "NL-77", "41592", "blinks", "hub", "light", "Überweisung", "o'neill", "button's")
PIECES = st.lists(st.sampled_from((*WORDS, HOLD, "Thank you.", ".", "\n\n", "grace7@example.org")), min_size=1, max_size=12)


@settings(max_examples=8, deadline=None, phases=[Phase.explicit, Phase.generate], suppress_health_check=[*HealthCheck])
@given(st.lists(st.tuples(PIECES, PIECES), min_size=1, max_size=4))
async def test_no_word_of_a_customer_is_in_what_another_ones_model_is_shown(
    desk: Desk, replies: list[tuple[list[str], list[str]]]
) -> None:
    """Whatever an agent copied from the message into the reply: only what stands in the cited article is kept."""
    asked = {await desk.sent(" ".join(body), " ".join(said)): " ".join(body) for body, said in replies}
    article = set(words(f"Reset the hub {HOLD}")) | {"thank", "you", "s", "o"}
    for kept in await desk.learned():
        if kept.ticket_id in asked:
            assert not (set(words(asked[kept.ticket_id])) - article) & set(words(kept.answer)), kept.answer


async def test_all_of_it_is_forgotten_at_once_and_not_learned_again(desk: Desk) -> None:
    for number in range(2):
        await desk.sent(f"My hub {number} blinks red", LETTER)
    assert len(await desk.learned()) == 2
    assert await desk.memory().forget_all() == 2
    assert await desk.learned() == []
