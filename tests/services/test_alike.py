"""One question of many customers is decided on once, and every one of them gets his own letter."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from helpdesk.domain.conversation import MessageKind, OutboxState
from helpdesk.domain.errors import DraftSuperseded, NamesCustomer
from helpdesk.domain.ids import DraftId
from helpdesk.settings import Settings
from tests.fakes.review_desk import Asked, ReviewDesk, review_desk

BODY = "You can return any article within 30 days of delivery. [1]"
NAMES = ("Ben Cole", "Cleo Hart", "Dan Moor")


def letter(name: str, body: str = BODY) -> str:
    return f"Hi {name},\n\n{body}\n\nKind regards"


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[ReviewDesk]:
    async with review_desk(tmp_path, lambda _: None, Settings(agent_name="Ada")) as made:
        yield made


async def storm(desk: ReviewDesk) -> DraftId:
    """Ana and three others ask the same; the first draft is Ana's."""
    _, first = await desk.ask(Asked(text=letter("Ana Ruiz")))
    for name in NAMES:
        mail = f"{name.split()[0].lower()}@customers.example"
        await desk.ask(Asked(name=name, email=mail, body=f"May I still return my {name} lamp?", text=letter(name)))
    return first


async def test_drafts_on_the_same_passages_are_found(desk: ReviewDesk) -> None:
    first = await storm(desk)
    await desk.ask(Asked(name="Eve", email="eve@customers.example", text="Nothing known.", citations=False))
    alike = await desk.alike.to(first)
    assert [(one.requester, one.sameness, one.offered) for one in alike] == [(name, 1.0, True) for name in NAMES]
    assert alike[0].message == "May I still return my Ben Cole lamp?"


async def test_each_gets_its_own_letter_with_what_the_agent_made_of_one(desk: ReviewDesk) -> None:
    first = await storm(desk)
    chosen = (await desk.alike.to(first))[:2]
    done = await desk.alike.approve(first, chosen, "Gladly, within 30 days. [1]")
    assert (len(done.decided), done.left) == (2, ())
    sent = {entry.recipient_name: entry.body for entry in await desk.outbox()}
    assert sent == {
        "Ben Cole": "Hi Ben Cole,\n\nGladly, within 30 days.\n\nKind regards",
        "Cleo Hart": "Hi Cleo Hart,\n\nGladly, within 30 days.\n\nKind regards",
    }
    assert [row.requester for row in await desk.review.queue()] == ["Ana Ruiz", "Dan Moor"]


async def test_a_customers_name_does_not_travel_along(desk: ReviewDesk) -> None:
    first = await storm(desk)
    with pytest.raises(NamesCustomer) as caught:
        await desk.alike.approve(first, await desk.alike.to(first), "As Ruiz was told: 30 days.")
    assert caught.value.named == "Ruiz"
    assert await desk.outbox() == []


async def test_what_moved_meanwhile_stays_and_the_rest_goes(desk: ReviewDesk) -> None:
    first = await storm(desk)
    chosen = await desk.alike.to(first)
    await desk.store.write(lambda records: records.drafts.supersede_open(chosen[1].ticket_id))
    done = await desk.alike.approve(first, chosen, None)
    assert [one.requester for one in done.left] == ["Cleo Hart"]
    assert isinstance(done.left[0].why, DraftSuperseded)
    assert len(done.decided) == 2


async def test_all_of_it_is_taken_back_at_once(desk: ReviewDesk) -> None:
    first = await storm(desk)
    done = await desk.alike.approve(first, await desk.alike.to(first), None)
    assert await desk.alike.undo([decided.decision.id for decided in done.decided]) == 0
    assert {entry.state for entry in await desk.outbox()} == {OutboxState.UNDONE}
    assert len(await desk.review.queue()) == 4


async def test_the_shift_counts_what_was_decided_today(desk: ReviewDesk) -> None:
    first = await storm(desk)
    await desk.alike.approve(first, await desk.alike.to(first), None)
    assert ((await desk.review.shift(1)).done, (await desk.colleague.shift(1)).done) == (3, 0)


async def test_the_queue_says_what_speaks_against_a_draft(desk: ReviewDesk) -> None:
    await desk.ask()
    (row,) = await desk.review.queue()
    assert row.reason == "The message is short on detail"
    await desk.say(row.ticket_id, MessageKind.INTERNAL_NOTE, "seen")
    await desk.colleague.claim(row.draft_id)
    (row,) = await desk.review.queue()
    assert (row.claimed_by, row.claimed_until is not None) == ("Kim", True)
