"""Mails as they really come: read whole, in part, or refused in words. Never an exception."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.adapters.channels.mail_files import read_mail, salvage_mail
from helpdesk.adapters.channels.mail_parts import safe_name
from helpdesk.domain.conversation import IncomingMessage
from helpdesk.domain.html_text import visible_text
from helpdesk.ports import RawTicket

FOUND = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
HEADERS = ("From", "Subject", "Date", "Content-Type", "Content-Transfer-Encoding", "Content-Disposition")
VALUES = (b"multipart/mixed; boundary=", b'text/plain; charset="', b"=?x?b?=?=", b"attachment; filename*=x''%")
CORPUS = Path(__file__).resolve().parents[3] / "shared" / "eval" / "dev" / "emails" / "eml"


def ticket(raw: bytes) -> RawTicket:
    return RawTicket("eml", "mail.eml", 0, raw, "a" * 64)


def read(raw: bytes | str) -> IncomingMessage:
    result = read_mail(ticket(raw.encode() if isinstance(raw, str) else raw), FOUND)
    assert result.message is not None, result.failure
    return result.message


class TestReadMail:
    def test_knows_who_wrote_what_and_when(self) -> None:
        mail = read(
            "From: =?utf-8?Q?Zo=C3=AB?= Quist <zoe@example.org>\r\nSubject: =?utf-8?B?SMOpbGxv?= there\r\n"
            "Date: Thu, 19 Nov 2026 10:00:00 +0100\r\nMessage-ID: <1@example.org>\r\n"
            "In-Reply-To: <t7.ab@desk.example>\r\n\r\nHi\r\n"
        )
        assert (mail.name, mail.email, mail.subject, mail.body) == ("Zoë Quist", "zoe@example.org", "Héllo there", "Hi")
        assert mail.at == datetime(2026, 11, 19, 9, 0, tzinfo=UTC)
        assert (mail.message_id, mail.thread) == ("<1@example.org>", "<t7.ab@desk.example>")
        assert mail.automatic == ""

    def test_without_a_subject_is_named_by_its_first_words(self) -> None:
        assert read("From: a@b.example\n\n\nMy lamp hums.\nIt is new.").subject == "My lamp hums."

    @pytest.mark.parametrize("date", ["Fri, 20 Nov 2099 10:00:00 +0000", "yesterday", "Thu, 1 Jan 1970 00:00:00 GMT", "\udc99"])
    def test_is_dated_when_found_if_its_date_cannot_be_true(self, date: str) -> None:
        raw = f"From: a@b.example\nDate: {date}\n\nx".encode("utf-8", "surrogateescape")
        assert read(raw).at == FOUND

    def test_prefers_plain_text_and_reads_html_when_there_is_nothing_else(self) -> None:
        parts = "--x\nContent-Type: text/plain\n\n{}\n--x\nContent-Type: text/html\n\n<p>Hi <b>there</b></p>\n--x--\n"
        head = "From: a@b.example\nContent-Type: multipart/alternative; boundary=x\n\n"
        assert read(head + parts.format("plain words")).body == "plain words"
        assert read(head + parts.format(" ")).body == "Hi there"

    def test_keeps_attachments_under_a_harmless_name(self) -> None:
        mail = read(
            "From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nsee file\n--x\n"
            'Content-Type: application/pdf\nContent-Disposition: attachment; filename="../../etc/in\\u202evoice.pdf"\n'
            "Content-Transfer-Encoding: base64\n\nJVBERg==\n--x--\n"
        )
        assert mail.body == "see file"
        [attached] = mail.attachments
        assert (attached.media_type, attached.content) == ("application/pdf", b"%PDF")
        assert "/" not in attached.name
        assert attached.name.endswith(".pdf")

    @pytest.mark.parametrize(
        ("name", "shown"),
        [
            ("../../x\0.exe", "x.exe"),
            ("C:\\Windows\\run.bat", "run.bat"),
            ("a\u202egpj.exe", "agpj.exe"),
            ("..", ""),
            (" . ", ""),
        ],
    )
    def test_file_names_lose_paths_and_tricks(self, name: str, shown: str) -> None:
        assert safe_name(name) == shown

    @pytest.mark.parametrize(
        ("charset", "raw"),
        [
            ("utf-8", "Grüße".encode()),
            ("iso-8859-1", "Grüße".encode("latin-1")),
            ("us-ascii", "Grüße".encode()),
            ("", "Grüße".encode("cp1252")),
            ("no-such-charset", "Grüße".encode()),
            ("zip", "Grüße".encode()),
            ("utf-8", "Grüße".encode("cp1252")),
        ],
    )
    def test_reads_the_words_whatever_charset_it_claims(self, charset: str, raw: bytes) -> None:
        named = f"; charset={charset}" if charset else ""
        mail = read(f"From: a@b.example\nContent-Type: text/plain{named}\n\n".encode() + raw)
        assert mail.body == "Grüße"

    @pytest.mark.parametrize(
        "header",
        [
            "Auto-Submitted: auto-replied",
            "Return-Path: <>",
            "List-Id: <news.example>",
            "Precedence: bulk",
            "X-Auto-Response-Suppress: DR, AutoReply",
            "X-Autoreply: yes",
            "Content-Type: multipart/report; boundary=x",
        ],
    )
    def test_tells_machines_from_people(self, header: str) -> None:
        assert read(f"From: a@b.example\n{header}\n\nout of office").automatic
        assert not read("From: a@b.example\nAuto-Submitted: no\n\nhello").automatic

    @pytest.mark.parametrize("raw", [b"", b"\0\1\2\xff" * 50, b"just words, no header", b"%PDF-1.7\n\n%\xe2\xe3", b"\n\n\n"])
    def test_refuses_what_is_no_mail_in_words(self, raw: bytes) -> None:
        result = read_mail(ticket(raw), FOUND)
        assert result.message is None
        assert result.failure is not None
        assert result.failure.path == "mail.eml"
        assert "mail" in result.failure.reason

    def test_too_many_headers_parts_or_levels_cost_only_the_surplus(self) -> None:
        assert read(b"From: a@b.example\n" + b"X-A: b\n" * 5000 + b"\nhello").body == "hello"
        assert read(b"From: a@b.example\nX-Long: " + b"y" * 500_000 + b"\n\nhello").body == "hello"
        nested = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(60))
        deep = read_mail(ticket(f"From: a@b.example\nSubject: deep\n{nested}\nhello".encode()), FOUND)
        assert deep.message is not None
        assert "deeper" in deep.remark

    def test_nested_beyond_the_parser_is_still_received(self) -> None:
        nested = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(3000))
        result = read_mail(ticket(f"From: a@b.example\nSubject: abyss\n{nested}".encode()), FOUND)
        assert result.message is not None
        assert result.message.subject == "abyss"
        assert result.remark

    @settings(max_examples=150, deadline=None)
    @given(
        head=st.lists(
            st.tuples(
                st.sampled_from(
                    ["From", "Subject", "Date", "Content-Type", "Content-Transfer-Encoding", "Content-Disposition"]
                ),
                st.binary(max_size=80)
                | st.sampled_from([b"multipart/mixed; boundary=", b'text/plain; charset="', b"=?x?b?=?="]),
            ),
            max_size=8,
        ),
        body=st.binary(max_size=200),
    )
    def test_nothing_that_looks_like_a_mail_raises(self, head: list[tuple[str, bytes]], body: bytes) -> None:
        raw = b"".join(name.encode() + b": " + value + b"\n" for name, value in head) + b"\n" + body
        result = read_mail(ticket(raw), FOUND)
        assert (result.message is None) != (result.failure is None)
        salvaged = salvage_mail(ticket(raw), FOUND, "too slow")
        assert (salvaged.message is None) != (salvaged.failure is None)

    @pytest.mark.skipif(not CORPUS.is_dir(), reason="the mail corpus is not here")
    def test_every_real_mail_becomes_a_message_or_says_why_not(self) -> None:
        refused = []
        for file in sorted(CORPUS.glob("*.eml")):
            result = read_mail(ticket(file.read_bytes()), FOUND)
            if result.message is None:
                assert result.failure is not None
                assert result.failure.reason
                refused.append(file.name)
        assert len(refused) <= 2


class TestVisibleText:
    def test_is_what_the_reader_saw(self) -> None:
        html = (
            "<head><title>t</title><style>p{}</style></head><!-- note --><p>Hello <b>you</b>,</p><div>one<br>two</div>"
            '<p style="display:none">secret</p><span style="font-size:0px">zero</span><div hidden>gone</div>'
            '<p style="color:#ffffff">white</p>See <a href="https://a.example/x">our page</a>.'
            "<ul><li>first<li>second</ul><table><tr><td>A</td><td>B</td></tr><tr><td>C</td><td>D</td></tr></table>"
            "<blockquote>old<br>words</blockquote><script>evil()</script>"
        )
        assert visible_text(html) == (
            "Hello you,\n\none\ntwo\n\nSee our page (https://a.example/x).\n\n"
            "- first\n- second\n\nA | B\nC | D\n\n> old\n> words"
        )

    def test_what_a_mail_folds_away_or_rules_off_stands_in_lines_of_its_own(self) -> None:
        html = "<details><summary>More</summary>Details</details>one<hr>two<figure><figcaption>Fig</figcaption>three</figure>"
        assert visible_text(html) == "More\nDetails\none\ntwo\nFig\nthree"

    @pytest.mark.parametrize(
        "html", ["<!--" * 50_000, "<a " * 50_000, "<table>" * 50_000, "<p>" * 50_000 + "x" + "</p>" * 50_000]
    )
    def test_hostile_markup_takes_no_time(self, html: str) -> None:
        assert len(visible_text(html)) < 500_000
