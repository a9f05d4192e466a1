"""A day at the desk with customers who can be told from everybody else: nothing of theirs stands where it does not belong."""

import asyncio
import json
import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from helpdesk.domain.conversation import IncomingMessage, OutboxState
from helpdesk.domain.decision import DecisionKind, NewDecision
from helpdesk.domain.draft import Draft
from helpdesk.domain.ids import DraftId
from helpdesk.domain.ticket import ChannelName
from helpdesk.ports import Records
from helpdesk.services.lanes import Lane, Lanes
from helpdesk.ui.crash_door import report
from tests.fakes.ollama_server import serving
from tests.fakes.ollama_writing import writer
from tests.fakes.scripted_writer import ScriptedWriter
from tests.fakes.spine import TEXT, Spine

pytestmark = pytest.mark.logs("stumbled over ValueError")
NAME, MAIL = "Quillonia Zabrowsky", "quillonia.z@canary-mail.example"
PHONE, IBAN, COLLEAGUE = "+44 20 7946 0123", "DE89 3704 0044 0532 0130 00", "Thibaldo Wexcombe"
BODY = (
    f"Hello,\n\nhow do I reset the hub? My colleague can be reached at {PHONE}, the deposit went to {IBAN}.\n\n"
    f"Kind regards\n{COLLEAGUE}\nwexcombe@canary-mail.example"
)
SUBJECT = f"Hub reset for {MAIL}, called from {PHONE}"
CANARIES = ("Quillonia", "Zabrowsky", "Thibaldo", "Wexcombe", "canary-mail", "7946", "0532", "0130 00")
SAID = "Unplug the hub [1]. Hold the button for 10 seconds [1]. We will write to {EMAIL_1}."
OF_THE_TICKET = {"requesters", "tickets", "messages", "drafts", "outbox", "decisions"}
"""Where a customer's own words belong; erasing a customer empties these."""


def canaries(text: str) -> list[str]:
    return [canary for canary in CANARIES if canary.casefold() in text.casefold()]


async def arrives(spine: Spine, body: str, subject: str = SUBJECT) -> DraftId:
    mail = IncomingMessage(ChannelName.FILE, body[:40], NAME, MAIL, subject, body, spine.clock.now())

    async def receive(records: Records) -> DraftId:
        ticket_id, _ = await records.tickets.receive(mail)
        return await records.drafts.request(ticket_id)

    return await spine.store.write(receive)


async def is_sent(spine: Spine, draft: Draft) -> None:
    async def send(records: Records) -> None:
        await records.drafts.decide(NewDecision(draft.id, draft.revision, DecisionKind.APPROVE, "Ada", draft.text))
        entry = await records.outbox.queue(draft.ticket_id, draft.id, draft.text, spine.clock.now())
        await records.outbox.move(entry.id, OutboxState.QUEUED, OutboxState.SENDING)
        await records.outbox.move(entry.id, OutboxState.SENDING, OutboxState.SENT)

    await spine.store.write(send)


def kept_elsewhere(file: Path) -> Iterator[tuple[str, str]]:
    """(table, row) of everything in the store that is not the ticket itself."""
    with closing(sqlite3.connect(file)) as db:
        names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for name in names:
            if name not in OF_THE_TICKET and "_fts" not in name:
                yield from ((name, " ".join(map(str, row))) for row in db.execute(f'SELECT * FROM "{name}"'))


@dataclass
class Day:
    """What was sent to the model, what the program logged, and the crash it had."""

    draft: Draft
    prompts: list[str]
    logged: list[str]
    crash: Exception


@pytest.fixture
async def day(spine: Spine, caplog: pytest.LogCaptureFixture) -> Day:
    """A model drafts, an agent approves, the desk learns; then the model fails, with the customer's words in its error."""
    caplog.set_level(logging.DEBUG)
    await spine.knows(TEXT)
    spine.settings = replace(spine.settings, writer="ollama")
    async with serving() as server:
        server.says(SAID)
        spine.writers |= {"ollama": writer(server)}
        draft = await spine.pipeline.answer(await arrives(spine, BODY))
        await is_sent(spine, draft)
        again = await spine.pipeline.answer(await arrives(spine, f"It still blinks.\n\nBest\n{NAME}", f"Re: {NAME}"))
        assert again.fingerprint is not None
        assert again.fingerprint.writer == "ollama"
        prompts = [json.dumps(request, ensure_ascii=False) for request in server.requests]
    await spine.memory(use_past_answers=True).learn()
    crash = await crashed(spine)
    ours = [r for r in caplog.records if r.name.startswith("helpdesk") or r.levelno >= logging.WARNING]
    return Day(draft, prompts, [logging.Formatter().format(record) for record in ours], crash)


async def crashed(spine: Spine) -> Exception:
    """What the lane stumbled over."""
    broken, settled, found = ScriptedWriter(), asyncio.Event(), list[Exception]()
    broken.fault = ValueError(f"cannot decode {BODY!r} of {NAME}")
    spine.writers |= {"ollama": broken}
    await arrives(spine, f"How do I reset the hub? {PHONE}")

    async def work() -> bool:
        try:
            return await spine.pipeline.next()
        except ValueError as error:
            found.append(error)
            raise
        finally:
            settled.set()

    lanes = Lanes([Lane("drafting", work, 60)], spine.heard.append)
    await lanes.start()
    async with asyncio.timeout(10):
        await settled.wait()
    await lanes.stop()
    return found[0]


async def test_no_prompt_names_a_customer_and_the_letter_greets_them(day: Day) -> None:
    assert any("{PHONE_1}" in prompt and "END OF TICKET" in prompt for prompt in day.prompts)
    assert [canaries(prompt) for prompt in day.prompts] == [[] for _ in day.prompts]
    assert day.draft.text.startswith("Hi Quillonia")
    assert MAIL in day.draft.text


async def test_what_outlives_a_ticket_says_nothing_of_the_customer(day: Day, spine: Spine, tmp_path: Path) -> None:
    (kept,) = await spine.memory().listed()
    assert "Hold the button for 10 seconds" in kept.answer
    rows = list(kept_elsewhere(tmp_path / "workspace" / "desk.sqlite3"))
    assert {"activity", "draft_steps", "draft_traces", "past_answers"} <= {table for table, _ in rows}
    assert [(table, canaries(row)) for table, row in rows if canaries(row)] == []


async def test_neither_the_log_nor_a_crash_report_says_what_a_customer_wrote(day: Day) -> None:
    assert canaries(str(day.crash))
    assert canaries(report(day.crash)) == []
    assert any("stumbled over ValueError" in line for line in day.logged)
    assert [line for line in day.logged if canaries(line)] == []
