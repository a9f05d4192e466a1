"""Whatever happens at a desk, Insights counts what somebody would count who reads every row one after the other."""

import json
import random
import shutil
from collections import Counter, defaultdict
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from helpdesk.adapters.sqlite import migrations
from helpdesk.adapters.sqlite.columns import moment_text
from helpdesk.adapters.sqlite.outbox import Sender
from helpdesk.adapters.sqlite.store import open_store
from helpdesk.domain.decision import DecisionKind, NewDecision
from helpdesk.domain.ids import DraftId
from helpdesk.domain.trends import PromiseTally, Tally, Trends, spread
from helpdesk.ports import Records
from helpdesk.services.insights import trending
from tests.benchmarks.insights import ACTIVITY, CITATION, DRAFT, MESSAGE, OUTCOME, TICKET
from tests.fakes.clock import FixedClock

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
DAYS, TICKETS = 12, 40
ASSESSED = (
    "INSERT INTO assessments (draft_id, revision, ticket_id, writer, scorer, audit_share, at) VALUES (?, ?, ?, ?, ?, 1, ?)"
)
PROMISED = "INSERT INTO promises (ticket_id, kind, level_id, state, started_at, met_at, told) VALUES (?, ?, ?, ?, ?, ?, ?)"
LEVEL = "INSERT INTO service_levels (id, name, position, changed_at) VALUES (?, ?, ?, '2026')"
Row = dict[str, Any]


class Fortnight:
    """Tickets with all that may happen to one, at random moments; several at the same one."""

    def __init__(self, seed: int, opened: dbapi2.Connection) -> None:
        self.chance = random.Random(seed)
        self._opened = opened
        opened.execute(
            "INSERT INTO requesters (id, name, email, created_at) VALUES (1, 'Grace', 'g@customers.example', '2026')"
        )
        for number in (1, 2):
            opened.execute(LEVEL, (number, f"Level {number}", -number))
        for ticket in range(1, TICKETS + 1):
            self.happen(ticket)
        opened.commit()

    def moment(self) -> str:
        return moment_text(NOW - timedelta(hours=self.chance.randrange(1, (DAYS + 3) * 24)))

    def happen(self, ticket: int) -> None:
        chance, came = self.chance, self.moment()
        self.add(TICKET, ticket, "Hub", 1, "open", chance.choice(("wifi", "", "billing")), None, came, came)
        prints = json.dumps({"writer": chance.choice(("ollama", "excerpts"))}) if chance.random() < 0.8 else None
        self.add(DRAFT, ticket, ticket, "in-review", "Hold it.", 0.5, "{}", prints, came, came, came)
        for revision in range(chance.randrange(3)):
            self.add(ASSESSED, ticket, revision, ticket, chance.choice(("ollama", "excerpts")), "fitted-1", came)
        for _ in range(chance.randrange(4)):
            self.add(CITATION, ticket, chance.randrange(1, 4), "Some article")
        for _ in range(chance.randrange(3)):
            self.add(MESSAGE, ticket, "public-reply", "Ada", "Hold it.", None, self.moment())
        for status in chance.choices(("solved", "closed", "open"), k=chance.randrange(3)):
            self.add(ACTIVITY, self.moment(), "ticket.status", ticket, json.dumps({"status": status}))
        self.add(OUTCOME, ticket, chance.choice(("rating", "wrote-again")), chance.randrange(1, 6), self.moment())
        for kind in chance.sample(("first-reply", "next-reply", "solve"), chance.randrange(4)):
            state, told = chance.choice(("kept", "broken", "running", "paused")), chance.choice(("", "soon", "missed"))
            met = self.moment() if state in ("kept", "broken") else None
            self.add(PROMISED, ticket, kind, chance.randrange(1, 4), state, came, met, told)

    def add(self, statement: str, *values: object) -> None:
        self._opened.execute(statement, values)

    async def decide(self, records: Records, clock: FixedClock) -> None:
        for draft in range(1, TICKETS + 1):
            clock.time = NOW - timedelta(hours=self.chance.randrange(1, (DAYS + 3) * 24))
            kind = self.chance.choice(list(DecisionKind))
            new = NewDecision(DraftId(draft), 1, kind, self.chance.choice(("Ada", "Bo")), "Hold it.")
            made = await records.drafts.decide(new)
            if self.chance.random() < 0.3:
                await records.drafts.undo(made.id)


class Reckoner:
    """One row after the other."""

    def __init__(self, opened: dbapi2.Connection, trends: Trends) -> None:
        opened.row_factory = dbapi2.Row
        self._since, self._until = trends.since, trends.until
        self.rows = {
            name: [dict(row) for row in opened.execute(f"SELECT * FROM {name} ORDER BY id")]
            for name in (
                "tickets",
                "messages",
                "drafts",
                "assessments",
                "citations",
                "decisions",
                "activity",
                "ticket_outcomes",
            )
        }
        self.promises = [dict(row) for row in opened.execute("SELECT * FROM promises ORDER BY level_id DESC")]
        self.tickets = {row["id"]: row for row in self.rows["tickets"]}
        self.decided = [row for row in self.rows["decisions"] if self.inside(row["decided_at"]) and not row["undone"]]

    def inside(self, at: str) -> bool:
        return self._since <= datetime.fromisoformat(at) < self._until

    def writer(self, decision: Row) -> str:
        assessed = [row for row in self.rows["assessments"] if row["draft_id"] == decision["draft_id"]]
        if assessed:
            return str(max(assessed, key=lambda row: row["revision"])["writer"])
        (draft,) = (row for row in self.rows["drafts"] if row["id"] == decision["draft_id"])
        return str(json.loads(draft["fingerprint"])["writer"]) if draft["fingerprint"] else ""

    def cited(self, decision: Row) -> set[str]:
        return {str(row["article_id"]) for row in self.rows["citations"] if row["draft_id"] == decision["draft_id"]}

    def waited(self, ticket: int, until: str) -> float:
        passed = datetime.fromisoformat(until) - datetime.fromisoformat(self.tickets[ticket]["created_at"])
        return round(passed.total_seconds(), 2)

    def first_answers(self) -> list[Row]:
        firsts: dict[int, Row] = {}
        for row in self.rows["messages"]:
            if row["kind"] == "public-reply" and row["at"] < firsts.get(row["ticket_id"], {"at": "~"})["at"]:
                firsts[row["ticket_id"]] = row
        return [row for row in firsts.values() if self.inside(row["at"])]

    def unchanged(self, answer: Row) -> bool:
        return any(
            row["ticket_id"] == answer["ticket_id"]
            and row["kind"] in ("approve", "auto")
            and not row["undone"]
            and row["decided_at"] <= answer["at"]
            and self.cited(row)
            for row in self.rows["decisions"]
        )

    def resolutions(self) -> list[float]:
        last = dict[int, str]()
        for row in self.rows["activity"]:
            solving = row["kind"] == "ticket.status" and json.loads(row["details"])["status"] in ("solved", "closed")
            if solving and self.inside(row["at"]):
                last[row["ticket_id"]] = max(row["at"], last.get(row["ticket_id"], ""))
        return [self.waited(ticket, at) for ticket, at in last.items()]

    def kept_and_missed(self) -> dict[tuple[str, str], tuple[int, int, float | None]]:
        found: dict[tuple[str, str], tuple[int, int, list[float]]] = defaultdict(lambda: (0, 0, []))
        for row in self.promises:
            if row["level_id"] < 3 and self.inside(row["started_at"]):
                kept, missed, waits = found[f"Level {row['level_id']}", row["kind"]]
                late = row["state"] == "broken" or (row["state"] == "running" and row["told"] == "missed")
                if row["met_at"]:
                    passed = datetime.fromisoformat(row["met_at"]) - datetime.fromisoformat(row["started_at"])
                    waits.append(passed.total_seconds())
                found[f"Level {row['level_id']}", row["kind"]] = kept + (row["state"] == "kept"), missed + late, waits
        return {key: (kept, missed, spread(waits).median) for key, (kept, missed, waits) in found.items() if kept + missed}


def counted(tallies: tuple[Tally, ...]) -> Counter[tuple[str, DecisionKind]]:
    return Counter({(one.key or one.name, kind): count for one in tallies for kind, count in one.kinds.items() if count})


def told(promises: tuple[PromiseTally, ...]) -> dict[tuple[str, str], tuple[int, int, float | None]]:
    return {(one.level, one.promise): (one.kept, one.missed, one.median) for one in promises}


@pytest.mark.parametrize("seed", [1, 2])
async def test_every_number_is_what_a_walk_through_all_rows_finds(tmp_path: Path, seed: int) -> None:
    clock, path = FixedClock(NOW), tmp_path / "desk.sqlite3"
    async with open_store(path, tmp_path, clock, Sender("Ada", "desk.example")) as store:
        with closing(dbapi2.connect(str(path))) as opened:
            happened = Fortnight(seed, opened)
        await store.write(lambda records: happened.decide(records, clock))
        trends = await store.read(lambda records: trending.trends(records, DAYS, NOW))
    with closing(dbapi2.connect(str(path))) as opened:
        slow = Reckoner(opened, trends)
    kinds = [(row, DecisionKind(row["kind"])) for row in slow.decided]
    assert counted(trends.by_topic) == Counter((slow.tickets[row["ticket_id"]]["topic"], kind) for row, kind in kinds)
    assert counted(trends.by_writer) == Counter((slow.writer(row), kind) for row, kind in kinds)
    assert counted(trends.by_agent) == Counter((row["agent"], kind) for row, kind in kinds if kind != "auto")
    assert counted(trends.by_article) == Counter((article, kind) for row, kind in kinds for article in slow.cited(row))
    assert Counter(trends.total.kinds) == Counter(kind for _, kind in kinds)
    days = {day.day: day for day in trends.series}
    assert sum((Counter(day.tally.kinds) for day in days.values()), Counter()) == Counter(kind for _, kind in kinds)
    for row, kind in kinds:
        assert days[datetime.fromisoformat(row["decided_at"]).astimezone().date()].tally.count(kind)
    assert trends.received == sum(slow.inside(row["created_at"]) for row in slow.rows["tickets"])
    answers = slow.first_answers()
    assert trends.first_reply == spread(slow.waited(row["ticket_id"], row["at"]) for row in answers)
    assert (trends.answered, trends.deflected) == (len(answers), sum(map(slow.unchanged, answers)))
    assert trends.resolution == spread(slow.resolutions())
    outcomes = [row for row in slow.rows["ticket_outcomes"] if slow.inside(row["at"])]
    assert trends.ratings == Counter(row["stars"] for row in outcomes if row["kind"] == "rating")
    assert trends.reopened == len({row["ticket_id"] for row in outcomes if row["kind"] == "wrote-again"})
    assert told(trends.promises) == slow.kept_and_missed()
    assert [one.level for one in trends.promises] == sorted((one.level for one in trends.promises), reverse=True)


@pytest.mark.usefixtures("from_nothing")
async def test_a_store_of_an_older_program_knows_who_wrote_each_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Decisions of before: the newest assessment says it, else the draft itself, else nobody knows."""
    path, clock = tmp_path / "desk.sqlite3", FixedClock(NOW)
    older = tmp_path / "older"
    shutil.copytree(migrations.FOLDER, older, ignore=shutil.ignore_patterns("__pycache__", "001[3-9]_*"))
    with monkeypatch.context() as before:
        before.setattr(migrations, "FOLDER", older)
        before.setattr(migrations, "NEWEST", "0012")
        async with open_store(path, tmp_path, clock, Sender("Ada", "desk.example")):
            pass
    with closing(dbapi2.connect(str(path))) as opened:
        happened = Fortnight(5, opened)
        for draft in range(1, TICKETS + 1):
            opened.execute(
                "INSERT INTO decisions (draft_id, ticket_id, kind, decided_at) VALUES (?, ?, 'edit', ?)",
                (draft, draft, happened.moment()),
            )
        opened.commit()
    async with open_store(path, tmp_path, clock, Sender("Ada", "desk.example")) as store:
        trends = await store.read(lambda records: trending.trends(records, DAYS, NOW))
    with closing(dbapi2.connect(str(path))) as opened:
        slow = Reckoner(opened, trends)
    assert {tally.name: tally.decided for tally in trends.by_writer} == Counter(map(slow.writer, slow.decided))
    assert told(trends.promises) == slow.kept_and_missed()
