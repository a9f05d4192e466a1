"""Messages come in, once, whatever happens meanwhile."""

import asyncio
import hashlib
import json
from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest

from helpdesk.adapters.channels.folder import FolderChannel
from helpdesk.adapters.channels.ticket_files import TicketFiles
from helpdesk.adapters.sqlite.store import SqliteStore
from helpdesk.domain.conversation import Conversation, TicketImportReport
from helpdesk.domain.draft import DraftState
from helpdesk.domain.errors import BadInput
from helpdesk.domain.events import DraftRequested, Event, TicketReceived
from helpdesk.domain.ids import TicketId
from helpdesk.domain.progress import Progress, unheard
from helpdesk.domain.ticket import ChannelName, TicketStatus
from helpdesk.ports import RawTicket, Records, TicketFileResult
from helpdesk.services.intake import Intake
from tests.fakes.clock import FixedClock
from tests.fakes.listing import listed

MAIL = b"From: Zoe <zoe@example.org>\nSubject: Lamp\nMessage-ID: <q@example.org>\n\nIt hums.\n"


class Counter:
    """Where messages come in, and what is then there."""

    def __init__(self, store: SqliteStore, clock: FixedClock, reader: TicketFiles) -> None:
        self.store = store
        self.heard: list[Event] = []
        self.progress: list[Progress] = []
        self.intake = Intake(store, clock, self.heard.append, reader)

    async def taken(self, *files: Path, draft: bool = True) -> TicketImportReport:
        return await self.intake.import_files(files, self.progress.append, draft=draft)

    async def tickets(self) -> list[Conversation]:
        return [await self.conversation(row.id) for row in await listed(self.store)]

    async def conversation(self, ticket_id: TicketId) -> Conversation:
        return await self.store.read(lambda r: r.tickets.conversation(ticket_id))

    async def drafts_requested(self) -> int:
        return len(await self.store.read(lambda r: r.drafts.requested(10_000)))


@pytest.fixture
async def reader() -> AsyncIterator[TicketFiles]:
    made = TicketFiles()
    yield made
    await made.aclose()


@pytest.fixture
def counter(store: SqliteStore, clock: FixedClock, reader: TicketFiles) -> Counter:
    return Counter(store, clock, reader)


def mail(folder: Path, name: str = "mail.eml", raw: bytes = MAIL) -> Path:
    (folder / name).write_bytes(raw)
    return folder / name


def table(folder: Path, rows: int, name: str = "rows.jsonl") -> Path:
    lines = [json.dumps({"id": n, "question": f"How do I do {n}?"}) for n in range(rows)]
    (folder / name).write_text("\n".join(lines))
    return folder / name


async def test_a_ticket_by_hand_asks_for_a_draft_at_once(counter: Counter) -> None:
    ticket_id = await counter.intake.new_ticket("Zoë", "zoe@example.org", "", "It hums.\r\nSince today.")
    conversation = await counter.conversation(ticket_id)
    assert (conversation.ticket.subject, conversation.ticket.channel) == ("It hums.", ChannelName.BY_HAND)
    assert conversation.messages[0].body == "It hums.\nSince today."
    draft = await counter.store.read(lambda r: r.drafts.latest(ticket_id))
    assert draft is not None
    assert draft.state is DraftState.REQUESTED
    assert counter.heard == [TicketReceived(ticket_id), DraftRequested(draft.id, ticket_id)]


@pytest.mark.parametrize(("email", "body"), [("", ""), ("nobody", "It hums"), ("a b@c", "It hums"), ("", "\u200b\n ")])
async def test_a_ticket_by_hand_without_words_or_with_half_an_address_is_refused(
    counter: Counter, email: str, body: str
) -> None:
    with pytest.raises(BadInput) as told:
        await counter.intake.new_ticket("Zoë", email, "", body)
    assert told.value.reason
    assert await counter.tickets() == []


async def test_a_mail_becomes_a_ticket_once(counter: Counter, tmp_path: Path) -> None:
    assert await counter.taken(mail(tmp_path)) == TicketImportReport(1, 0)
    assert await counter.taken(mail(tmp_path, "copy.eml")) == TicketImportReport(0, 1)
    [conversation] = await counter.tickets()
    assert (conversation.requester.email, conversation.ticket.subject) == ("zoe@example.org", "Lamp")
    assert await counter.drafts_requested() == 1
    assert counter.progress[-1].done == counter.progress[-1].total == 100


async def test_the_rest_of_a_batch_goes_on(counter: Counter, tmp_path: Path) -> None:
    (tmp_path / "bad.csv").write_text("a,b\n1,2\n")
    (tmp_path / "rows.jsonl").write_text('{"body": "one"}\nnonsense\n{"body": "two"}\n')
    taken = await counter.taken(tmp_path / "gone.eml", tmp_path / "bad.csv", tmp_path / "rows.jsonl", mail(tmp_path))
    assert taken.received == 3
    assert [(Path(f.path).name, f.line) for f in taken.failed] == [("gone.eml", 0), ("bad.csv", 1), ("rows.jsonl", 2)]
    assert all(failure.reason for failure in taken.failed)


async def test_automatic_mail_is_kept_but_gets_no_draft(counter: Counter, tmp_path: Path) -> None:
    taken = await counter.taken(mail(tmp_path, raw=b"Auto-Submitted: auto-replied\n" + MAIL))
    assert taken.received == 1
    assert await counter.drafts_requested() == 0


async def test_history_can_be_taken_in_without_drafts(counter: Counter, tmp_path: Path) -> None:
    await counter.taken(table(tmp_path, 5), draft=False)
    assert await counter.drafts_requested() == 0
    assert len(await counter.tickets()) == 5


async def test_rows_and_twins_in_one_batch_come_in_once(counter: Counter, tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text('{"body": "same"}\n{"body": "same"}\n{"body": "other"}\n')
    assert await counter.taken(tmp_path / "rows.jsonl") == TicketImportReport(2, 1)


async def test_requesters_are_known_again(counter: Counter, tmp_path: Path) -> None:
    rows = [
        {"body": str(n), "email": e, "name": "Bo"}
        for n, e in enumerate(["bo@x.example", "BO@x.example", "", "", "c@x.example"])
    ]
    (tmp_path / "rows.jsonl").write_text("\n".join(json.dumps(r) for r in rows))
    await counter.taken(tmp_path / "rows.jsonl")
    await counter.taken(mail(tmp_path, raw=b"From: Bo <bo@X.example>\n\nagain"))
    assert len({conversation.requester.id for conversation in await counter.tickets()}) == 3


async def test_an_answer_to_our_reply_joins_its_ticket(counter: Counter, tmp_path: Path, clock: FixedClock) -> None:
    await counter.taken(mail(tmp_path))
    [conversation] = await counter.tickets()
    reply = await counter.store.write(lambda r: r.outbox.queue(conversation.ticket.id, None, "Tighten it.", clock.now()))
    answer = f"From: zoe@example.org\nIn-Reply-To: {reply.message_id}\n\nStill hums.".encode()
    forged = answer.replace(b"zoe@", b"eve@")
    await counter.taken(mail(tmp_path, "answer.eml", answer), mail(tmp_path, "forged.eml", forged))
    assert len(await counter.tickets()) == 2
    joined = await counter.conversation(conversation.ticket.id)
    assert [m.body for m in joined.messages][-1] == "Still hums."
    assert joined.ticket.status is TicketStatus.OPEN


async def test_who_follows_up_on_their_own_mail_joins_its_ticket(counter: Counter, tmp_path: Path) -> None:
    added = b"From: ZOE@example.org\nMessage-ID: <2@zoe.example>\nIn-Reply-To: <q@example.org>\n\nIt is the blue one."
    forged = added.replace(b"ZOE@", b"eve@").replace(b"<2@", b"<3@")
    later = b"From: zoe@example.org\nMessage-ID: <4@zoe.example>\nIn-Reply-To: <2@zoe.example>\n\nIt is the big one."
    files = [mail(tmp_path, f"{n}.eml", raw) for n, raw in enumerate((MAIL, added, forged, later))]
    assert await counter.taken(*files) == TicketImportReport(4, 0)
    first, other = sorted(await counter.tickets(), key=lambda one: one.ticket.id)
    assert [m.body for m in first.messages][1:] == ["It is the blue one.", "It is the big one."]
    assert first.ticket.status is TicketStatus.NEW, "nobody has looked at it yet"
    assert other.requester.email == "eve@example.org"
    assert (await counter.taken(*files)).duplicates == 4


async def test_what_follows_a_mail_of_the_same_box_finds_it(counter: Counter, tmp_path: Path) -> None:
    head = "From zoe Sun Nov 22 09:00:00 2026\nFrom: zoe@example.org\n"
    asked = f"{head}Message-ID: <1@zoe.example>\n\nThe lamp hums.\n\n"
    added = f"{head}Message-ID: <2@zoe.example>\nIn-Reply-To: <1@zoe.example>\n\nIt is blue.\n\n"
    (tmp_path / "all.mbox").write_text(asked + added)
    assert await counter.taken(tmp_path / "all.mbox") == TicketImportReport(2, 0)
    [conversation] = await counter.tickets()
    assert len(conversation.messages) == 2


async def keep_raw(found: RawTicket, records: Records) -> None:
    await records.arrivals.keep([found])


async def test_what_a_crash_left_unread_is_read_at_the_next_start(counter: Counter) -> None:
    row = b'{"id": 7, "body": "from a table"}'

    async def kept() -> None:
        for kind, name, raw in (("eml", "mail.eml", MAIL), ("jsonl", "rows.jsonl", row), ("jsonl", "rows.jsonl", b"{torn")):
            found = RawTicket(kind, name, 0, raw, hashlib.sha256(raw).hexdigest())
            await counter.store.write(partial(keep_raw, found))

    await kept()
    assert await counter.intake.recover() == 2
    assert await counter.intake.recover() == 0
    assert {c.ticket.subject for c in await counter.tickets()} == {"Lamp", "from a table"}


async def test_cancelling_keeps_what_came_in_and_nothing_half(counter: Counter, tmp_path: Path) -> None:
    began = asyncio.Event()

    def watch(progress: Progress) -> None:
        if progress.done:
            began.set()

    importing = asyncio.create_task(counter.intake.import_files([table(tmp_path, 350)], watch))
    await began.wait()
    importing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await importing
    held = len(await counter.tickets())
    assert 0 < held < 350
    assert await counter.store.read(lambda r: r.arrivals.unsettled()) == []
    again = await counter.taken(tmp_path / "rows.jsonl")
    assert (again.received, again.duplicates) == (350 - held, held)


async def test_the_drop_folder_is_emptied_into_tickets(counter: Counter, tmp_path: Path) -> None:
    drop = tmp_path / "drop"
    drop.mkdir()
    channel = FolderChannel(tmp_path / "outbox", drop, "Ada", "ada@desk.example")
    mail(drop)
    (drop / "rows.jsonl").write_text('{"body": "one"}\nnonsense\n')
    (drop / "scan.pdf").write_bytes(b"%PDF")
    await channel.collect()
    assert await counter.intake.collect(channel) == 3
    assert await counter.intake.collect(channel) == 0
    assert len(await counter.tickets()) == 2
    assert [f.name for f in (drop / "done").iterdir()] == ["mail.eml"]
    reasons = {f.name: f.read_text() for f in (drop / "failed").glob("*.reason.txt")}
    assert "1 message was received" in reasons["rows.jsonl.reason.txt"]
    assert "line 2" in reasons["rows.jsonl.reason.txt"]
    assert ".eml, .mbox" in reasons["scan.pdf.reason.txt"]


async def test_mails_that_lie_in_the_drop_folder_together_come_in_together(
    store: SqliteStore, clock: FixedClock, tmp_path: Path
) -> None:
    class Watched(TicketFiles):
        together: tuple[int, ...] = ()

        async def parse(self, tickets: Sequence[RawTicket], found_at: datetime) -> list[TicketFileResult]:
            self.together += (len(tickets),)
            return await super().parse(tickets, found_at)

    (drop := tmp_path / "drop").mkdir()
    channel = FolderChannel(tmp_path / "outbox", drop, "Ada", "ada@desk.example")
    for number in range(3):
        mail(drop, f"{number}.eml", MAIL.replace(b"<q@", b"<q%d@" % number))
    mail(drop, "answer.eml", MAIL.replace(b"<q@example.org>", b"<a@example.org>\nIn-Reply-To: <q1@example.org>"))
    for name in ("one.jsonl", "other.jsonl"):
        (drop / name).write_text('nonsense\n{"body": "read"}\n' if name == "one.jsonl" else '{"body": "read too"}\n\nno\n')
    await channel.collect()
    reader = Watched()
    counter = Counter(store, clock, reader)
    assert await counter.intake.collect(channel) == 6
    await reader.aclose()
    assert reader.together == (8,), "four mails and four lines"
    assert sorted(len(one.messages) for one in await counter.tickets()) == [1, 1, 1, 1, 2]
    assert sorted(f.name for f in (drop / "done").iterdir()) == ["0.eml", "1.eml", "2.eml", "answer.eml"]
    reasons = {f.name.split(".")[0]: f.read_text() for f in (drop / "failed").glob("*.reason.txt")}
    assert [("line 1" in reasons[name], "line 3" in reasons[name]) for name in ("one", "other")] == [
        (True, False),
        (False, True),
    ]


async def test_nothing_is_sent_by_an_import(counter: Counter, tmp_path: Path) -> None:
    await counter.intake.import_files([table(tmp_path, 20)], unheard)
    assert await counter.store.read(lambda r: r.outbox.listed(10)) == []
