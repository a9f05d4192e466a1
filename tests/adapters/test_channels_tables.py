"""Mailboxes and tables of tickets, through the reader that picks by kind."""

import json
import os
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from helpdesk.adapters.channels import ticket_files
from helpdesk.adapters.channels.mail_files import read_mail
from helpdesk.adapters.channels.ticket_files import TicketFiles
from helpdesk.domain.article import FileFailure
from helpdesk.domain.conversation import IncomingMessage
from helpdesk.domain.errors import BadInput
from helpdesk.ports import RawTicket, TicketFileResult

FOUND = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
QUESTIONS = Path(__file__).resolve().parents[3] / "shared" / "eval" / "dev" / "retrieval"


@pytest.fixture
async def reader() -> AsyncIterator[TicketFiles]:
    made = TicketFiles()
    yield made
    await made.aclose()


def cut(path: Path) -> tuple[list[RawTicket], list[FileFailure]]:
    pieces = list(TicketFiles().split(path))
    return [p for p in pieces if isinstance(p, RawTicket)], [p for p in pieces if isinstance(p, FileFailure)]


def messages(path: Path) -> list[IncomingMessage]:
    found, failed = cut(path)
    assert failed == []
    results = ticket_files.parse_all(found, FOUND)
    assert [r.failure for r in results if r.failure] == []
    return [r.message for r in results if r.message]


def written(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


class TestCsv:
    @pytest.mark.parametrize(
        "raw",
        [
            "id,subject,body,email\n1,Größe,Wie groß?,a@b.example\n".encode(),
            "id;subject;message;email\r\n1;Größe;Wie groß?;a@b.example\r\n".encode("cp1252"),
            b"\xef\xbb\xbf" + "ID\tSubject\tText\tEmail\n1\tGröße\tWie groß?\ta@b.example\n".encode(),
            "id,subject,body,email\n1,Größe,Wie groß?,a@b.example\n".encode("utf-16"),
        ],
    )
    def test_is_read_in_the_shapes_spreadsheets_save(self, tmp_path: Path, raw: bytes) -> None:
        [message] = messages(written(tmp_path / "t.csv", raw))
        assert (message.subject, message.body, message.email) == ("Größe", "Wie groß?", "a@b.example")
        assert message.source == "t.csv#1"

    def test_keeps_commas_quotes_and_lines_inside_a_cell(self, tmp_path: Path) -> None:
        file = written(tmp_path / "t.csv", 'body,name\n"Hello, ""you"",\nsecond line","Quist, Zoë"\n\nnext,Bo\n')
        first, second = messages(file)
        assert first.body == 'Hello, "you",\nsecond line'
        assert (first.name, second.name) == ("Quist, Zoë", "Bo")

    def test_without_the_needed_column_says_which_there_are(self, tmp_path: Path) -> None:
        with pytest.raises(BadInput) as told:
            cut(written(tmp_path / "t.csv", "number,price\n1,2\n"))
        assert told.value.line == 1
        assert "body" in told.value.reason
        assert "number, price" in told.value.reason

    def test_a_torn_row_costs_only_itself(self, tmp_path: Path) -> None:
        found, failed = cut(written(tmp_path / "t.csv", 'id,body\n1,one\n2,two,three,four\n3,"th"ree\n4,four\n'))
        assert [json.loads(row.raw)["id"] for row in found] == ["1", "4"]
        assert [failure.line for failure in failed] == [3, 4]

    def test_an_open_quote_says_how_far_it_reaches(self, tmp_path: Path) -> None:
        found, [failure] = cut(written(tmp_path / "t.csv", 'id,body\n1,one\n2,"two\n3,three\n'))
        assert len(found) == 1
        assert failure.line == 3
        assert "never closed" in failure.reason

    def test_dates_are_understood_and_doubted(self, tmp_path: Path) -> None:
        rows = "body,date\na,2026-11-01T10:00:00Z\nb,01.11.2026 10:00\nc,soon\nd,2199-01-01\n"
        moment = datetime(2026, 11, 1, 10, tzinfo=UTC)
        assert [m.at for m in messages(written(tmp_path / "t.csv", rows))] == [moment, moment, FOUND, FOUND]


class TestJsonl:
    def test_reads_questions_messages_and_bodies(self, tmp_path: Path) -> None:
        rows = [
            {"id": "q1", "question": "How?"},
            {"id": 2, "question": "short", "message": "The long message"},
            {"subject": "Lamp", "body": "It hums", "from_name": "Bo", "from_email": "bo@example.org", "received": "2026-11-01"},
        ]
        first, second, third = messages(written(tmp_path / "t.jsonl", "\n".join(json.dumps(r) for r in rows)))
        assert (first.source, first.subject, first.body) == ("t.jsonl#q1", "How?", "How?")
        assert (second.source, second.body) == ("t.jsonl#2", "The long message")
        assert (third.name, third.email, third.subject) == ("Bo", "bo@example.org", "Lamp")

    async def test_a_bad_line_is_named_and_the_rest_goes_on(self, tmp_path: Path, reader: TicketFiles) -> None:
        lines = [
            b'{"body": "one"}',
            b"{nonsense",
            b"[1, 2]",
            b'{"body": ""}',
            b'{"body": "\xff"}',
            b"[" * 3000,
            b'{"body": "two"}',
        ]
        found, _ = cut(written(tmp_path / "t.jsonl", b"\n".join(lines)))
        results = await reader.parse(found, FOUND)
        assert [r.message.body for r in results if r.message] == ["one", "two"]
        assert [r.failure.line for r in results if r.failure] == [2, 3, 4, 5, 6]
        assert all(r.failure.reason for r in results if r.failure)

    def test_an_endless_line_is_not_held(self, tmp_path: Path) -> None:
        endless = b'{"body": "' + b"x" * 11_000_000 + b'"}\n{"body": "after"}\n'
        found, [failure] = cut(written(tmp_path / "t.jsonl", endless))
        assert (failure.line, len(found)) == (1, 1)

    @pytest.mark.skipif(not QUESTIONS.is_dir(), reason="the question sets are not here")
    @pytest.mark.parametrize("name", ["covid_faq_en", "sharc_gov", "product_docs_small"])
    def test_question_sets_are_tickets(self, name: str) -> None:
        file = QUESTIONS / name / "questions.jsonl"
        assert len(messages(file)) == sum(1 for line in file.read_bytes().splitlines() if line.strip())


class TestMailbox:
    BOX = (
        b"From a@b.example Fri Nov 20 09:00:00 2026\nFrom: a@b.example\nSubject: one\n\nhello\n>From here on\n\n"
        b"From now on I call you.\n\n"
        b"From - Fri Nov 20 10:00:00 2026\r\nFrom: c@d.example\r\nSubject: two\r\n\r\nhi\r\n"
    )

    def test_is_split_where_mails_begin_and_only_there(self, tmp_path: Path) -> None:
        first, second = messages(written(tmp_path / "box.mbox", self.BOX))
        assert (first.subject, first.body) == ("one", "hello\nFrom here on\n\nFrom now on I call you.")
        assert (second.subject, second.body) == ("two", "hi")

    def test_too_large_a_mail_is_skipped_without_being_held(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(ticket_files, "MAIL_LIMIT", 1000)
        big = b"From a@b.example Fri Nov 20 09:00:00 2026\nSubject: big\n\n" + b"x\n" * 2000 + b"\n"
        found, [failure] = cut(written(tmp_path / "box.mbox", big + self.BOX))
        assert len(found) == 2
        assert failure.line == 1

    def test_that_is_none_says_so(self, tmp_path: Path) -> None:
        with pytest.raises(BadInput) as told:
            cut(written(tmp_path / "box.mbox", b"PK\x03\x04"))
        assert "not a mailbox" in told.value.reason


class TestFiles:
    @pytest.mark.parametrize(
        ("name", "content", "words"),
        [
            ("empty.eml", b"", "empty"),
            ("picture.png", b"\x89PNG", ".eml, .mbox, .csv, .jsonl"),
            ("gone.eml", None, "no such file"),
        ],
    )
    def test_of_no_use_say_why(self, tmp_path: Path, name: str, content: bytes | None, words: str) -> None:
        if content is not None:
            (tmp_path / name).write_bytes(content)
        with pytest.raises(BadInput) as told:
            cut(tmp_path / name)
        assert words in told.value.reason

    def test_too_large_are_refused_before_they_are_read(self, tmp_path: Path) -> None:
        with (tmp_path / "big.eml").open("wb") as file:
            file.truncate(60_000_000)
        with pytest.raises(BadInput) as told:
            cut(tmp_path / "big.eml")
        assert "50 MB" in told.value.reason

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
    def test_a_pipe_or_a_loop_is_no_file(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe.eml")
        (tmp_path / "loop.eml").symlink_to(tmp_path / "loop.eml")
        for name in ("pipe.eml", "loop.eml"):
            with pytest.raises(BadInput):
                cut(tmp_path / name)

    def test_a_folder_gives_all_of_them_and_goes_on(self, tmp_path: Path) -> None:
        written(tmp_path / "a.eml", "From: a@b.example\n\nhello")
        written(tmp_path / "b.csv", "nothing\n1\n")
        (tmp_path / "sub").mkdir()
        written(tmp_path / "sub" / "c.jsonl", '{"body": "x"}\n')
        found, [failure] = cut(tmp_path)
        assert [(f.name, f.position) for f in found] == [("a.eml", 1 / 3), ("c.jsonl", 1.0)]
        assert failure.path.endswith("b.csv")


class TestLimits:
    async def test_a_mail_that_hangs_the_parser_costs_only_itself(
        self, reader: TicketFiles, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(ticket_files, "SECONDS_A_BATCH", 0.6)
        monkeypatch.setattr(ticket_files, "SECONDS_EACH", 1.0)
        slow = b"From: slow@b.example\nSubject: slow\n" + b"To: " + b"(" * 60_000 + b"\n\nhello"
        good = [RawTicket("eml", f"{n}.eml", 0, b"From: a@b.example\n\nhello", str(n)) for n in range(2)]
        monkeypatch.setattr(ticket_files, "parse_all", hang_on_slow_all)
        monkeypatch.setattr(ticket_files, "parse_one", hang_on_slow)
        results = await reader.parse([good[0], RawTicket("eml", "slow.eml", 0, slow, "s"), good[1]], FOUND)
        assert [r.message.subject for r in results if r.message] == ["hello", "slow", "hello"]
        assert "longer than" in results[1].remark
        assert results[1].message is not None
        assert [(a.name, a.content) for a in results[1].message.attachments] == [("original.eml", slow)]


def hang_on_slow(ticket: RawTicket, found_at: datetime) -> TicketFileResult:
    while b"Subject: slow" in ticket.raw:
        pass
    return read_mail(ticket, found_at)


def hang_on_slow_all(tickets: list[RawTicket], found_at: datetime) -> list[TicketFileResult]:
    return [hang_on_slow(ticket, found_at) for ticket in tickets]
