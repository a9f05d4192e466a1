"""Counts against the same rows counted by hand, and tables that can be trusted in a spreadsheet."""

import asyncio
import csv
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from helpdesk.adapters.personal_data import FormalRecogniser
from helpdesk.adapters.report_page import HtmlSheets
from helpdesk.adapters.sqlite.columns import moment_text
from helpdesk.adapters.sqlite.outbox import Sender
from helpdesk.adapters.sqlite.store import SqliteStore, open_store
from helpdesk.domain.conversation import IncomingMessage
from helpdesk.domain.custom_field import CustomField, FieldKind
from helpdesk.domain.decision import DecisionKind
from helpdesk.domain.errors import BadInput
from helpdesk.domain.own_patterns import own_patterns
from helpdesk.domain.progress import Progress
from helpdesk.domain.sheet import Cover, Sheet
from helpdesk.domain.ticket import ChannelName
from helpdesk.domain.ticket_columns import TICKET_COLUMNS, USUAL
from helpdesk.ports import Records
from helpdesk.ports.certifying_records import Drafter, Stretch
from helpdesk.services.insights import Insights
from helpdesk.services.insights.exporting import WantedTable
from helpdesk.services.redacting import Redacting
from tests.benchmarks.insights import Year, fill
from tests.fakes.clock import FixedClock

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
TICKETS, DAYS = 400, 120
FORMULA = "=HYPERLINK(1)"


HIDING = Redacting(FormalRecogniser(["GB"], own_patterns("CUSTOMER = NL-[0-9]{6}")))


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    async with open_store(tmp_path / "desk.sqlite3", tmp_path, FixedClock(NOW), Sender("Ada", "desk.example")) as opened:
        yield opened


@pytest.fixture
async def insights(store: SqliteStore, tmp_path: Path) -> Insights:
    """A desk of some months."""
    await asyncio.to_thread(fill, tmp_path / "desk.sqlite3", Year(TICKETS, DAYS, NOW))
    return Insights(store, FixedClock(NOW), HtmlSheets(), HIDING)


def by_hand(folder: Path, query: str, *values: object) -> list[tuple[object, ...]]:
    opened = sqlite3.connect(folder / "desk.sqlite3")
    found = opened.execute(query, values).fetchall()
    opened.close()
    return found


def execute(folder: Path, statement: str) -> None:
    opened = sqlite3.connect(folder / "desk.sqlite3")
    opened.execute(statement)
    opened.commit()
    opened.close()


async def test_a_desk_of_some_months_is_counted_as_by_hand(insights: Insights, tmp_path: Path) -> None:
    for days in (7, 30, 90):
        trends = await insights.trends(days)
        since = trends.since.astimezone(UTC).strftime("%Y-%m-%dT%H:%M")
        rows = by_hand(
            tmp_path,
            "SELECT k.kind, t.topic, k.agent, c.article_id FROM decisions k JOIN tickets t ON t.id = k.ticket_id "
            "JOIN citations c ON c.draft_id = k.draft_id WHERE k.decided_at >= ? AND k.decided_at < ?",
            since,
            NOW.strftime("%Y-%m-%dT%H:%M:%S"),
        )
        assert trends.total.decided == len(rows) > 0
        assert {tally.name: tally.decided for tally in trends.by_topic} == Counter(row[1] for row in rows)
        assert {tally.name: tally.decided for tally in trends.by_agent} == Counter(row[2] for row in rows)
        assert {int(tally.key): tally.decided for tally in trends.by_article} == Counter(row[3] for row in rows)
        assert sum(tally.decided for tally in trends.by_writer) == len(rows)
        assert sum(day.tally.decided for day in trends.series) == len(rows)
        approved = sum(row[0] == "approve" for row in rows)
        assert trends.total.count(DecisionKind.APPROVE) == trends.deflected == approved
        assert trends.first_reply.count == trends.answered == sum(row[0] in ("approve", "edit") for row in rows)


async def test_times_and_ratings_are_those_of_the_tickets(insights: Insights, tmp_path: Path) -> None:
    trends = await insights.trends(90)
    since = trends.since.astimezone(UTC).strftime("%Y-%m-%dT%H:%M")
    waited = sorted(
        float(str(row[0]))
        for row in by_hand(
            tmp_path,
            "SELECT (julianday(m.at) - julianday(t.created_at)) * 86400 FROM messages m JOIN tickets t ON t.id = m.ticket_id "
            "WHERE m.kind = 'public-reply' AND m.at >= ? AND m.at < ?",
            since,
            NOW.strftime("%Y-%m-%dT%H:%M:%S"),
        )
    )
    assert trends.first_reply.median == pytest.approx(waited[(len(waited) - 1) // 2], abs=0.01)
    assert waited[int(len(waited) * 0.88)] < (trends.first_reply.ninth or 0) < waited[int(len(waited) * 0.92)]
    assert (trends.resolution.median or 0) > (trends.first_reply.median or 0)
    assert trends.rated == sum(trends.ratings.values()) > trends.satisfied > 0


async def test_today_is_counted_as_by_hand(insights: Insights, store: SqliteStore, tmp_path: Path) -> None:
    midnight = NOW.astimezone().replace(hour=0, minute=0)
    for minutes, kind in ((95, "customer"), (100, "customer"), (125, "public-reply"), (1439, "customer"), (-5, "customer")):
        at = moment_text(midnight + timedelta(minutes=minutes))
        execute(tmp_path, f"INSERT INTO messages (ticket_id, kind, author, body, at) VALUES (1, '{kind}', 'x', 'y', '{at}')")
    execute(tmp_path, "UPDATE tickets SET status = 'open', assignee_id = 2, due_state = 'soon' WHERE id <= 7")
    execute(tmp_path, "UPDATE tickets SET status = 'new', assignee_id = NULL, due_state = 'missed' WHERE id BETWEEN 8 AND 10")
    today = await insights.today()
    since = midnight.astimezone(UTC).strftime("%Y-%m-%dT%H:%M")
    for kind, counted in (("customer", today.hours.came), ("public-reply", today.hours.left)):
        rows = by_hand(tmp_path, "SELECT at FROM messages WHERE kind = ? AND at >= ?", kind, since)
        hours = Counter(datetime.fromisoformat(str(row[0])).astimezone().hour for row in rows)
        assert counted == tuple(hours[hour] for hour in range(24))
    assert today.sent == sum(today.hours.left)
    assert (
        today.received == len(by_hand(tmp_path, "SELECT id FROM tickets WHERE created_at >= ?", since)) < sum(today.hours.came)
    )
    assert min(today.hours.came[1], today.hours.came[23], today.hours.left[2]) > 0
    assert sorted(today.loads) == [("", 3), ("Bo Larsen", 7)]
    assert dict(today.promised) == {"soon": 7, "missed": 3}
    assert today.overdue == 3


async def test_every_ticket_is_a_row_and_no_text_a_formula(insights: Insights, store: SqliteStore, tmp_path: Path) -> None:
    hostile = IncomingMessage(ChannelName.BY_HAND, "x:1", "@Eve", "eve@customers.example", FORMULA, "+49 1234\nline two", NOW)

    async def arrives(records: Records) -> None:
        ticket, _ = await records.tickets.receive(hostile)
        await records.panel.put_definition("balance", CustomField("balance", "Balance", FieldKind.NUMBER))
        await records.panel.put_fields([(ticket, "balance", "-12.5")])

    await store.write(arrives)
    heard: list[Progress] = []
    target = tmp_path / "tickets.csv"
    assert await insights.export(WantedTable(target, (*TICKET_COLUMNS, "custom:balance")), heard.append) == TICKETS + 1
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")
    with target.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == TICKETS + 1
    assert list(rows[0]) == [*TICKET_COLUMNS, "custom:balance"]
    assert (rows[0]["custom:balance"], rows[-1]["custom:balance"]) == ("", "-12.5")
    assert rows[0]["decision"] in ("approve", "edit", "reject", "escalate")
    assert rows[0]["cited_articles"].startswith("How to handle")
    assert (rows[-1]["subject"], rows[-1]["requester_name"]) == (f"'{FORMULA}", "'@Eve")
    assert (rows[-1]["question"], rows[-1]["decision"]) == ("'+49 1234\nline two", "")
    assert (heard[-1].done, heard[-1].total) == (TICKETS + 1, TICKETS + 1)


async def test_whole_texts_leave_without_personal_data_unless_they_are_wanted_as_written(
    insights: Insights, store: SqliteStore, tmp_path: Path
) -> None:
    body = "My order NL-205200 never came. Write to jo@home.example or call +44 20 7946 0958. Regards, Josephine Miller"
    came = IncomingMessage(ChannelName.BY_HAND, "x:1", "Josephine Miller", "jo@work.example", "Parcel", body, NOW)
    await store.write(lambda records: records.tickets.receive(came))
    target, columns = tmp_path / "tickets.csv", ("ticket", "question", "subject")

    async def question(*, as_written: bool) -> str:
        await insights.export(WantedTable(target, columns, as_written=as_written))
        with target.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        assert tuple(rows[-1]) == columns
        return rows[-1]["question"]

    assert await question(as_written=True) == body
    hidden = await question(as_written=False)
    assert "{CUSTOMER}" in hidden and "{EMAIL}" in hidden and "{PHONE}" in hidden and "{NAME}" in hidden
    assert not any(said in hidden for said in ("205200", "jo@", "7946", "Josephine", "Miller"))


async def test_only_newer_tickets_and_only_the_columns_asked_for(insights: Insights, tmp_path: Path) -> None:
    target = tmp_path / "few.csv"
    wanted = WantedTable(target, ("topic", "ticket"), NOW - timedelta(days=30), marked=False)
    written = await insights.export(wanted)
    (counted,) = by_hand(tmp_path, "SELECT COUNT(*) FROM tickets WHERE created_at >= '2026-10-22T12:00:00'")[0]
    lines = target.read_text("utf-8").splitlines()
    assert written == counted == len(lines) - 1
    assert lines[0] == "topic,ticket"


async def test_a_wrong_column_or_place_is_named_and_what_was_there_stays(insights: Insights, tmp_path: Path) -> None:
    for unknown in ("sorrow", "custom:sorrow"):
        with pytest.raises(BadInput, match="no such column"):
            await insights.export(WantedTable(tmp_path / "a.csv", ("ticket", unknown)))
    with pytest.raises(BadInput, match="cannot be written"):
        await insights.export(WantedTable(tmp_path / "nowhere" / "a.csv", USUAL))
    target = tmp_path / "old.csv"
    target.write_text("precious")

    def cancelled(_: Progress) -> None:
        raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        await insights.export(WantedTable(target), cancelled)
    assert target.read_text() == "precious"
    assert [file.name for file in tmp_path.glob(".*.csv*")] == []


async def test_the_page_says_what_strangers_wrote_and_does_nothing_of_it(insights: Insights, tmp_path: Path) -> None:
    target, words = tmp_path / "page.html", "<script>alert(1)</script>"
    cover = Cover(words, words, '"><b>', words)
    await insights.save_page(target, cover, [Sheet(words, words, (words,), ((words,),), words, b"\x89PNG")])
    page = target.read_text("utf-8")
    assert "<script" not in page
    assert page.count("&lt;script&gt;alert(1)") == 11
    assert '<html lang="&quot;&gt;&lt;b&gt;">' in page
    assert "http" not in page.replace("http-equiv", "")
    assert "default-src 'none'" in page.replace("&#x27;", "'")


async def test_the_judgement_of_a_scorer_is_made_of_its_own_drafts(insights: Insights, tmp_path: Path) -> None:
    drafters = await insights.drafters()
    assert drafters == [("excerpts", "fitted-4"), ("ollama", "fitted-4")]
    judgement = await insights.judgement(("ollama", "fitted-4"), 0.1)
    (counted,) = by_hand(tmp_path, "SELECT COUNT(*) FROM assessments WHERE writer = 'ollama'")[0]
    assert judgement.drafts == judgement.decided == counted
    assert sum(band.count for band in judgement.bands) == counted
    assert judgement.cuts[-1].coverage == 1.0
    assert {one.signal for one in judgement.telling} == {"proven", "margin"}
    assert judgement.a_week == pytest.approx(counted * 7 / DAYS, rel=0.4)
    assert (await insights.judgement(("nobody", "none"), 0.1)).bands == ()


async def test_risk_is_told_of_what_a_certificate_counts(insights: Insights, tmp_path: Path) -> None:
    """Since the goal, of that drafter, about its topics; honesty is told of all."""
    whole = await insights.judgement(("ollama", "fitted-4"), 0.1)
    since, never = NOW - timedelta(days=DAYS // 2), "returns"
    (fingerprint,) = by_hand(tmp_path, "SELECT fingerprint FROM assessments WHERE writer = 'ollama' LIMIT 1")[0]
    counted = Stretch(Drafter("ollama", "fitted-4", str(fingerprint)), since, never=(never,))
    some = await insights.judgement(("ollama", "fitted-4"), 0.1, counted)
    kept = "FROM assessments WHERE writer = 'ollama' AND at > ?"
    (drafts,) = by_hand(tmp_path, f"SELECT COUNT(*) {kept}", moment_text(since))[0]
    (drawn,) = by_hand(tmp_path, f"SELECT COUNT(*) {kept} AND flagged = 1 AND topic != ?", moment_text(since), never)[0]
    assert (some.drafts, some.drawn) == (drafts, drawn)
    assert some.drawn < whole.drawn
    assert some.cuts[-1].checked == drawn
    assert some.cuts[-1].coverage < 1
    assert (some.bands, some.since) == (whole.bands, since)
    other = replace(counted, drafter=Drafter("ollama", "fitted-4", "another"))
    assert (await insights.judgement(("ollama", "fitted-4"), 0.1, other)).cuts == ()
