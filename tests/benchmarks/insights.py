"""Insights on a large store: what each count costs beside reading the same rows, and what an export needs."""

import asyncio
import json
import random
import statistics
import tempfile
import time
import tracemalloc
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from helpdesk.adapters.sqlite import driver
from helpdesk.adapters.sqlite.columns import moment_text
from helpdesk.app import open_desk
from helpdesk.domain.ticket_columns import TICKET_COLUMNS
from helpdesk.paths import Workspace
from helpdesk.services.desk import Desk
from helpdesk.services.insights.exporting import WantedTable
from helpdesk.settings import Settings
from helpdesk.ui.insights.confidence_findings import gathered

TOPICS = ("returns", "billing", "shipping", "accounts", "setup", "warranty", "wifi", "printing", "refunds", "app")
AGENTS = ("Ana Ruiz", "Bo Larsen", "Chidi Okafor", "Dana Weiss", "Emre Kaya", "Fay Lin")
WRITERS = ("ollama", "excerpts")
KINDS = ("approve", "edit", "reject", "escalate")
ARTICLES = 60
YEAR = 365
NOISE = "The customer wrote at some length about what happened, when, and what had been tried before. " * 8


@dataclass(frozen=True)
class Year:
    """`tickets` spread over `days` before `until`, the newest last."""

    tickets: int
    days: int = YEAR
    until: datetime = datetime(2026, 11, 21, 12, tzinfo=UTC)

    def arrivals(self) -> Iterator[datetime]:
        step = timedelta(days=self.days) / self.tickets
        begun = self.until - timedelta(days=self.days)
        return (begun + step * number for number in range(self.tickets))


@dataclass
class Rows:
    """Rows of one batch by the statement that stores them."""

    by_statement: dict[str, list[tuple[Any, ...]]]

    def add(self, statement: str, *values: Any) -> None:
        self.by_statement.setdefault(statement, []).append(values)


TICKET = (
    "INSERT INTO tickets (id, subject, requester_id, status, topic, language, assignee_id, created_at, updated_at) "
    "VALUES (?, ?, ?, ?, ?, 'en', ?, ?, ?)"
)
MESSAGE = "INSERT INTO messages (ticket_id, kind, author, body, source, at) VALUES (?, ?, ?, ?, ?, ?)"
DRAFT = (
    "INSERT INTO drafts (id, ticket_id, state, text, confidence, route, signals, fingerprint, waiting_since, created_at, "
    "updated_at) VALUES (?, ?, ?, ?, ?, 'review', ?, ?, ?, ?, ?)"
)
CITATION = "INSERT INTO citations (draft_id, n, article_id, revision_id, passage_id, title) VALUES (?, 1, ?, 1, 1, ?)"
DECISION = (
    "INSERT INTO decisions (draft_id, ticket_id, kind, agent, before, after, reason, revision, decided_at, writer) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, ?)"
)
OUTBOX = (
    "INSERT INTO outbox (ticket_id, draft_id, channel, recipient, subject, body, message_id, state, created_at, not_before) "
    "VALUES (?, ?, 'by-hand', 'a@customers.example', 'Re', ?, ?, 'sent', ?, ?)"
)
LABEL = "INSERT INTO labels (draft_id, wrong, cause, agent, decided_at, at) VALUES (?, ?, ?, ?, ?, ?)"
ASSESSMENT = (
    "INSERT INTO assessments (draft_id, ticket_id, writer, scorer, fingerprint, topic, score, sendable, flagged, audit_share, "
    "would_send, at) VALUES (?, ?, ?, 'fitted-4', ?, ?, ?, 1, 1, 1.0, ?, ?)"
)
ACTIVITY = "INSERT INTO activity (at, kind, ticket_id, details) VALUES (?, ?, ?, ?)"
OUTCOME = "INSERT INTO ticket_outcomes (ticket_id, kind, stars, at) VALUES (?, ?, ?, ?)"


def fill(store: Path, year: Year, fingerprint: str = "f1a2b3c4d5e6") -> None:
    """Tickets as a year brings them, straight into the tables: through the services it would take hours."""
    sqlite: Any = driver.module()
    opened = sqlite.connect(str(store))
    chance = random.Random(11)
    opened.executemany(
        "INSERT INTO requesters (id, name, email, created_at) VALUES (?, ?, ?, ?)",
        [(n, f"Customer {n}", f"c{n}@customers.example", moment_text(year.until)) for n in range(1, 501)],
    )
    opened.executemany(
        "INSERT INTO agents (id, name, created_at) VALUES (?, ?, ?)",
        [(n, name, moment_text(year.until)) for n, name in enumerate(AGENTS, 1)],
    )
    known = opened.execute("SELECT COALESCE(MAX(id), 0) FROM tickets").fetchone()[0]
    rows = Rows({})
    for number, at in enumerate(year.arrivals(), known + 1):
        add_ticket(rows, number, at, (chance, fingerprint))
        if number % 5000 == 0 or number == known + year.tickets:
            for statement, values in rows.by_statement.items():
                opened.executemany(statement, values)
            opened.commit()
            rows = Rows({})
    opened.close()


def add_ticket(rows: Rows, number: int, at: datetime, drawn: tuple[random.Random, str]) -> None:
    chance, fingerprint = drawn
    topic, agent = chance.choice(TOPICS), chance.randrange(len(AGENTS))
    writer = WRITERS[chance.random() < 0.3]
    score = round(min(0.99, max(0.02, chance.betavariate(5, 0.8))), 4)
    right = chance.random() < 1 - (1 - score) * 0.6
    decided = at + timedelta(minutes=chance.lognormvariate(3.4, 0.9))
    kind = "approve" if right and chance.random() < 0.8 else "edit" if right else chance.choices(KINDS[1:], (3, 4, 2))[0]
    came, answered = moment_text(at), moment_text(decided)
    rows.add(
        TICKET, number, f"{topic}: question {number}", chance.randrange(1, 501), "solved", topic, agent + 1, came, answered
    )
    rows.add(MESSAGE, number, "customer", "Customer", NOISE, None, came)
    print_of = json.dumps({"writer": writer, "model": "", "prompt": "", "embedder": "e", "chunker": "c", "scorer": "fitted-4"})
    signals = json.dumps({"proven": round(chance.gauss(0.8 if right else 0.6, 0.15), 3), "margin": chance.random()})
    state = "sent" if kind in ("approve", "edit") else "rejected" if kind == "reject" else "escalated"
    rows.add(DRAFT, number, number, state, NOISE, score, signals, print_of, came, came, answered)
    article = 1 + min(ARTICLES - 1, int(chance.expovariate(0.08)))
    rows.add(CITATION, number, article, f"How to handle {TOPICS[article % 10]}, part {article}")
    reason = chance.choice(("wrong-fact", "incomplete", "outdated")) if kind == "reject" else ""
    rows.add(DECISION, number, number, kind, AGENTS[agent], NOISE, NOISE, reason, answered, writer)
    rows.add(LABEL, number, int(not right), "" if right else "rejected", AGENTS[agent], answered, answered)
    rows.add(ASSESSMENT, number, number, writer, fingerprint, topic, score, int(score > 0.85), came)
    if state == "sent":
        rows.add(OUTBOX, number, number, NOISE, f"<t{number}@desk>", answered, answered)
        rows.add(MESSAGE, number, "public-reply", AGENTS[agent], NOISE, f"outbox:<t{number}@desk>", answered)
    rows.add(ACTIVITY, came, "draft-answered", number, "{}")
    solved = decided + timedelta(hours=chance.lognormvariate(1.2, 0.8))
    rows.add(ACTIVITY, moment_text(solved), "ticket.status", number, '{"status": "solved"}')
    if chance.random() < 0.08:
        rows.add(OUTCOME, number, "rating", 5 - min(4, int(chance.expovariate(1.1))), moment_text(solved))


async def seconds(work: Callable[[], Awaitable[object]], turns: int = 5) -> float:
    """Of the processor, all threads of this process together: a busy machine does not change them."""
    await work()
    taken = []
    for _ in range(turns):
        begun = time.process_time()
        await work()
        taken.append(time.process_time() - begun)
    return statistics.median(taken)


async def measure(tickets: int, exported: int) -> None:
    with tempfile.TemporaryDirectory(prefix="helpdesk-bench-") as made:
        workspace = Workspace(Path(made) / "desk")
        async with open_desk(Settings(writer="excerpts"), workspace, lambda _: None):
            await asyncio.to_thread(fill, workspace.store, Year(tickets, until=datetime.now(UTC)))
        async with open_desk(Settings(writer="excerpts"), workspace, lambda _: None) as desk:
            await looking(desk, workspace, tickets)
            await taking_away(desk, Path(made) / "tickets.csv", tickets, exported)


async def looking(desk: Desk, workspace: Workspace, tickets: int) -> None:
    sqlite: Any = driver.module()
    bare = sqlite.connect(str(workspace.store))

    async def scan() -> object:
        return bare.execute("SELECT COUNT(*), SUM(LENGTH(kind)) FROM decisions").fetchone()

    floor = await seconds(scan)
    print(f"insights: {tickets:,} tickets over {YEAR} days; ratios are to one bare walk through the table of decisions")
    print(f"  {'that walk':<28} {floor * 1000:8.1f} ms")
    for name, work in (
        ("Today", desk.insights.today),
        ("Trends, 7 days", lambda: desk.insights.trends(7)),
        ("Trends, 30 days", lambda: desk.insights.trends(30)),
        ("Trends, 90 days", lambda: desk.insights.trends(90)),
        ("Confidence", lambda: gathered(desk, "")),
    ):
        taken = await seconds(work)
        print(f"  {name:<28} {taken * 1000:8.1f} ms   ×{taken / floor:.1f}")
    bare.close()


async def taking_away(desk: Desk, target: Path, tickets: int, exported: int) -> None:
    """A tenth of what is asked for and all of it: what both need at most. The meter of memory itself doubles the time."""
    peaks = []
    for part in (exported // 10, exported):
        newest = (await desk.insights.trends(1)).until
        since = newest - timedelta(days=YEAR * min(1.0, part / tickets))
        tracemalloc.start()
        begun = time.process_time()
        written = await desk.insights.export(WantedTable(target, tuple(TICKET_COLUMNS), since, as_written=True))
        taken, (_, peak) = time.process_time() - begun, tracemalloc.get_traced_memory()
        tracemalloc.stop()
        peaks.append(peak)
        size = target.stat().st_size / 1e6
        print(f"  export of {written:>9,} tickets {taken:8.1f} s   {size:7.1f} MB   {peak / 1e6:6.1f} MB held at most")
    print(f"  held at most, ten times the tickets: ×{peaks[1] / peaks[0]:.2f}")
