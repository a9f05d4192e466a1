"""Files of solved tickets: mails with what threads them, tables with the answer beside the question or a message a row."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from helpdesk.adapters.channels.solved_files import SolvedFiles
from helpdesk.adapters.channels.ticket_files import TicketFiles
from helpdesk.domain.article import FileFailure
from helpdesk.domain.history import SolvedTicket
from helpdesk.domain.solved_threads import Letter
from helpdesk.ports import RawTicket
from helpdesk.ports.history import OldMessage
from tests.fakes.lending import lent

NOW = datetime(2026, 11, 20, tzinfo=UTC)
MAIL = b"""From: Ann <ann@acme.example>
To: Jo <jo@home.example>, Max <max@home.example>
Cc: boss@acme.example
Subject: Re: Hub
Message-ID: <c@x>
In-Reply-To: <b@x>
References: <a@x>
 <b@x>
Date: Mon, 01 Jun 2026 10:00:00 +0200

Hold it.
"""


@pytest.fixture(scope="module")
def reader() -> Iterator[SolvedFiles]:
    with lent(TicketFiles()) as files:
        yield SolvedFiles(files)


async def read(reader: SolvedFiles, file: Path) -> list[OldMessage]:
    pieces = list(reader.split(file))
    return await reader.parse([piece for piece in pieces if isinstance(piece, RawTicket)], NOW)


async def test_a_mail_names_what_it_follows_and_whom_it_is_to(reader: SolvedFiles, tmp_path: Path) -> None:
    (tmp_path / "c.eml").write_bytes(MAIL)
    (found,) = await read(reader, tmp_path)
    assert isinstance(found, Letter)
    assert (found.id, set(found.answers)) == ("<c@x>", {"<a@x>", "<b@x>"})
    assert found.recipients == ("jo@home.example", "max@home.example", "boss@acme.example")
    assert found.at == datetime(2026, 6, 1, 8, tzinfo=UTC)


async def test_a_table_may_have_the_answer_beside_the_question(reader: SolvedFiles, tmp_path: Path) -> None:
    file = tmp_path / "old.csv"
    file.write_text("id;subject;question;Answer;created;solved_at\n7;Hub;How?;Hold it.;2026-06-01;2026-06-02\n", "utf-8")
    (found,) = await read(reader, file)
    assert isinstance(found, SolvedTicket)
    assert (found.question, found.human) == ("How?", "Hold it.")
    assert found.asked_at == datetime(2026, 6, 1, tzinfo=UTC)
    assert found.answered_at == datetime(2026, 6, 2, tzinfo=UTC)


async def test_or_a_row_a_message_with_the_ticket_it_belongs_to(reader: SolvedFiles, tmp_path: Path) -> None:
    file = tmp_path / "old.csv"
    file.write_text("ticket,email,body\n7,jo@home.example,How do I?\n7,ann@acme.example,Hold it.\n", "utf-8")
    found = await read(reader, file)
    assert [one.thread for one in found if isinstance(one, Letter)] == ["old.csv#7", "old.csv#7"]
    assert len({one.id for one in found if isinstance(one, Letter)}) == 2


async def test_a_row_with_neither_says_which_column_is_missing(reader: SolvedFiles, tmp_path: Path) -> None:
    file = tmp_path / "old.csv"
    file.write_text("body,id\nHow do I?,7\n", "utf-8")
    (found,) = await read(reader, file)
    assert isinstance(found, FileFailure)
    assert (found.line, "name a column answer or thread" in found.reason) == (2, True)


async def test_a_row_without_a_date_has_none(reader: SolvedFiles, tmp_path: Path) -> None:
    file = tmp_path / "old.jsonl"
    file.write_text('{"body": "How do I?", "reply": "Hold it."}\n', "utf-8")
    (found,) = await read(reader, file)
    assert isinstance(found, SolvedTicket)
    assert (found.asked_at, found.answered_at) == (None, None)
