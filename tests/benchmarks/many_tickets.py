"""Stores of any number of tickets, as two years of a busy desk leave them: old ones closed, a few per cent in hand, topics,
agents and people unevenly busy. Straight into the tables: through the services a million would take hours."""

import json
import random
import shutil
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any

from helpdesk.adapters.sqlite import driver, migrations
from helpdesk.adapters.sqlite.columns import moment_text

AGENTS = 12
DAYS = 730
IN_HAND = 0.03
WORDS_KNOWN = 40_000
BATCH = 20_000
TOPICS = ("", "returns", "billing", "shipping", "accounts", "setup", "warranty", "wifi", "printing", "refunds")
TAGS = ("billing", "vip", "bug", "spam", "beta", "print", "refund")
PRIORITIES = ("normal", "low", "high", "urgent")
STATUSES_NEW = (("new", "open", "pending", "on-hold", "solved"), (20, 35, 20, 5, 20))
STATUSES_OLD = (("closed", "solved", "open", "pending", "on-hold"), (64, 35, 0.4, 0.4, 0.2))

TICKET = (
    "INSERT INTO tickets (id, subject, requester_id, status, priority, channel, topic, language, tags, assignee_id, "
    "created_at, updated_at, draft_state, confidence, last_public_at, last_from) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
MESSAGE = "INSERT INTO messages (ticket_id, kind, author, body, source, at) VALUES (?, ?, ?, ?, ?, ?)"
DRAFT = (
    "INSERT INTO drafts (ticket_id, state, text, confidence, route, waiting_since, created_at, updated_at) "
    "VALUES (?, ?, ?, ?, 'review', ?, ?, ?)"
)
DIMENSIONS = "shown, asleep, assignee, status, priority, topic, language, channel, draft_state, due_state, last_from"
GROUPED = ", ".join(
    f"tickets.{name}"
    for name in ("status", "priority", "topic", "language", "channel", "draft_state", "due_state", "last_from")
)
OF_TICKET = f"1, 0, coalesce(tickets.assignee_id, 0), {GROUPED}"
AFTERWARDS = (
    "INSERT INTO ticket_tags (ticket_id, tag) SELECT DISTINCT t.id, j.value FROM tickets t, json_each(t.tags) j",
    f"INSERT INTO ticket_cells ({DIMENSIONS}, tickets) SELECT {OF_TICKET}, count(*) FROM tickets "
    f"GROUP BY coalesce(tickets.assignee_id, 0), {GROUPED}",
    f"UPDATE tickets SET cell = (SELECT c.id FROM ticket_cells c WHERE ({DIMENSIONS}) = ({OF_TICKET}))",
    "INSERT INTO words_fts (words_fts) VALUES ('rebuild')",
    "INSERT INTO requesters_fts (requesters_fts) VALUES ('rebuild')",
)


class Language:
    """Made-up words as often as words of a language are: the first of them everywhere, the last hardly ever."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self.words = list(dict.fromkeys(self._word() for _ in range(WORDS_KNOWN)))
        self._weights = list(accumulate(1 / (place + 10) for place in range(len(self.words))))

    def _word(self) -> str:
        syllables = range(self._chance.randrange(2, 5))
        return "".join(self._chance.choice("bcdfghklmnprstvw") + self._chance.choice("aeiou") for _ in syllables)

    def text(self, length: int) -> str:
        return " ".join(self._chance.choices(self.words, cum_weights=self._weights, k=length))


def filled(store: Path, tickets: int, kept: Path | None = None) -> None:
    """A store of today's schema gets its tickets: made up, or copied from `kept`, where they stay for the next time. A million
    take minutes to make and seconds to copy."""
    ready = None if kept is None else kept / f"{tickets}-{migrations.NEWEST}.sqlite3"
    if ready is None or not ready.exists():
        fill(store, tickets, datetime.now(UTC))
        if ready is not None:
            ready.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(store, ready)
    else:
        shutil.copyfile(ready, store)


def fill(store: Path, tickets: int, until: datetime) -> None:
    """Into a store of today's schema that has no tickets yet. Its triggers would do row by row what is done here once."""
    sqlite: Any = driver.module()
    with closing(sqlite.connect(str(store))) as opened:
        for pragma in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-400000", "foreign_keys=OFF"):
            opened.execute(f"PRAGMA {pragma}")
        made = "SELECT type, name, sql FROM sqlite_schema WHERE type = 'trigger' OR type = 'index' AND tbl_name = 'tickets'"
        later = opened.execute(made).fetchall()
        for kind, name, _ in later:
            opened.execute(f"DROP {kind} {name}")
        chance = random.Random(5)
        speech = Language(chance)
        people(opened, max(50, tickets // 4), speech, until)
        for batch in batches(tickets, chance, speech, until):
            for statement, rows in batch.items():
                opened.executemany(statement, rows)
            opened.commit()
        for statement in (*AFTERWARDS, *(sql for _, _, sql in later)):
            opened.execute(statement)
            opened.commit()


def people(opened: Any, requesters: int, speech: Language, until: datetime) -> None:
    now = moment_text(until)
    named = [(n, f"Agent {n}", now) for n in range(1, AGENTS + 1)]
    opened.executemany("INSERT OR IGNORE INTO agents (id, name, created_at) VALUES (?, ?, ?)", named)
    asking = (
        (n, speech.text(2).title(), f"{speech.text(1)}{n}@{speech.text(1)}.example", now) for n in range(1, requesters + 1)
    )
    opened.executemany("INSERT INTO requesters (id, name, email, created_at) VALUES (?, ?, ?, ?)", asking)


def batches(
    tickets: int, chance: random.Random, speech: Language, until: datetime
) -> Iterator[dict[str, Sequence[tuple[Any, ...]]]]:
    step = timedelta(days=DAYS) / tickets
    rows: dict[str, list[tuple[Any, ...]]] = {TICKET: [], MESSAGE: [], DRAFT: []}
    for number in range(1, tickets + 1):
        at = until - step * (tickets - number + 1)
        old = number < tickets * (1 - IN_HAND)
        add(rows, (number, tickets, at, min(until, at + timedelta(hours=chance.expovariate(1 / 30)))), old, (chance, speech))
        if number % BATCH == 0 or number == tickets:
            yield dict(rows)
            rows = {TICKET: [], MESSAGE: [], DRAFT: []}


def add(
    rows: dict[str, list[tuple[Any, ...]]],
    when: tuple[int, int, datetime, datetime],
    old: bool,
    drawn: tuple[random.Random, Language],
) -> None:
    number, tickets, at, changed = when
    chance, speech = drawn
    status = chance.choices(*(STATUSES_OLD if old else STATUSES_NEW))[0]
    answered = status not in ("new", "open")
    came, touched = moment_text(at), moment_text(changed)
    score = round(chance.betavariate(5, 2), 3) if chance.random() < 0.6 else None
    draft = "" if score is None else "sent" if answered else "in-review"
    rows[TICKET].append(
        (
            number,
            speech.text(6),
            1 + int(chance.random() ** 2 * max(50, tickets // 4)),
            status,
            chance.choices(PRIORITIES, (80, 8, 9, 3))[0],
            chance.choices(("folder", "file", "by-hand"), (90, 7, 3))[0],
            chance.choices(TOPICS, range(len(TOPICS), 0, -1))[0],
            chance.choices(("en", "de", ""), (90, 7, 3))[0],
            json.dumps(chance.sample(TAGS, chance.choices((0, 1, 2), (6, 3, 1))[0])),
            None if not old and chance.random() < 0.3 else 1 + int(chance.random() ** 2 * AGENTS),
            came,
            touched,
            draft,
            score,
            touched if answered else came,
            "agent" if answered else "customer",
        )
    )
    rows[MESSAGE].append((number, "customer", "Customer", speech.text(30), f"folder:{number}", came))
    if answered:
        rows[MESSAGE].append((number, "public-reply", "Agent 1", speech.text(25), f"outbox:{number}", touched))
    if score is not None:
        rows[DRAFT].append((number, draft, speech.text(20), score, came, came, came))
