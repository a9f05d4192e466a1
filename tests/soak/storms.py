"""Storms over drafting and sending. Each brings fresh work before every kill, so that every kill hits something.

Raises AssertionError as soon as anything acknowledged is missing, changed, or done twice.
"""

import email
import json
from collections.abc import Sequence
from email import policy
from pathlib import Path

from tests.soak.station import Station

TOPICS = ("hinge", "valve", "lantern", "gasket", "beacon", "spindle", "rotor", "damper", "shutter", "filter")
ARTICLES_A_ROUND = 30
TICKETS_A_ROUND = 12


def article(number: int) -> str:
    topic = TOPICS[number % len(TOPICS)]
    steps = "\n".join(
        f"{n}. Turn the {topic} of model M{number:04d} by {n * 15} degrees and wait {n} minutes." for n in range(1, 8)
    )
    return (
        f"# Adjusting the {topic} M{number:04d}\n\nThe {topic} of model M{number:04d} needs care twice a year.\n\n"
        f"## Steps\n\n{steps}\n\n## Warranty\n\nThe {topic} M{number:04d} is covered for {number % 9 + 1} years.\n"
    )


def more_articles(folder: Path, first: int, count: int = ARTICLES_A_ROUND) -> None:
    """Adds articles and changes one that is there."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(first, first + count):
        (folder / f"m{number:04d}.md").write_text(article(number), "utf-8")
    if first:
        old = folder / f"m{first - 1:04d}.md"
        old.write_text(old.read_text("utf-8") + f"\nRevised before round {first}.\n", "utf-8")


def more_tickets(file: Path, first: int, count: int = TICKETS_A_ROUND) -> None:
    lines = [
        json.dumps(
            {
                "id": f"t{number}",
                "name": f"Customer {number}",
                "email": f"customer{number}@example.net",
                "subject": f"{TOPICS[number % len(TOPICS)]} M{number:04d}",
                "body": f"How do I adjust the {TOPICS[number % len(TOPICS)]} of M{number:04d}, and how long is the warranty?",
            }
        )
        for number in range(first, first + count)
    ]
    file.write_text("\n".join(lines) + "\n", "utf-8")


def prepared(station: Station) -> None:
    knowledge = station.folder / "knowledge"
    more_articles(knowledge, 0)
    station.run("import", str(knowledge))


def tickets(station: Station, first: int, count: int) -> None:
    file = station.folder / f"tickets-{first}.jsonl"
    more_tickets(file, first, count)
    assert station.run("tickets", "import", str(file))["received"] == count


def drafting(station: Station, kills: int) -> dict[str, int]:
    """A written draft stays as it was written; at the end every ticket has exactly one draft to review."""
    prepared(station)
    answered = "SELECT id, ticket_id, text, confidence FROM drafts WHERE state = 'in-review'"
    struck = 0
    for round_ in range(kills):
        tickets(station, round_ * TICKETS_A_ROUND, TICKETS_A_ROUND)
        before = set(station.rows(answered))
        enough = len(before) + station.chance.randrange(1, TICKETS_A_ROUND - 2)
        struck += station.kill(["draft", "--all"], lambda: station.count("drafts WHERE state = 'in-review'") >= enough)  # noqa: B023
        assert station.is_sound()
        assert before <= set(station.rows(answered))
    station.run("draft", "--all")
    states = list(station.rows("SELECT ticket_id, state FROM drafts ORDER BY ticket_id"))
    everyone = [ticket_id for (ticket_id,) in station.rows("SELECT id FROM tickets ORDER BY id")]
    assert states == [(ticket_id, "in-review") for ticket_id in everyone]
    assert len(everyone) == kills * TICKETS_A_ROUND
    return {"kills": struck, "drafts": len(states)}


def sending(station: Station, kills: int) -> dict[str, int]:
    """An approval or a forward once said stands; each is filed exactly once; the next start ends what was open."""
    prepared(station)
    tickets(station, 0, kills * TICKETS_A_ROUND)
    station.run("draft", "--all")
    approved, forwards = set[int](), set[int]()
    for _ in range(kills):
        lines = station.acknowledged("tests.soak.shift", station.chance.randrange(1, 2 * TICKETS_A_ROUND))
        approved |= said_of("approved", lines)
        forwards |= said_of("forwarded", lines)
        assert station.is_sound()
        kept = {entry for (entry,) in station.rows("SELECT id FROM outbox WHERE kind = 'forward'")}
        assert forwards <= kept, f"forwards lost: {sorted(forwards - kept)}"
        decided = {draft for (draft,) in station.rows("SELECT draft_id FROM decisions WHERE undone = 0")}
        assert approved <= decided, f"approvals lost: {sorted(approved - decided)}"
    station.run("outbox", "send", "--wait")
    counted = {"kills": kills, "approved": len(approved), "forwarded": len(forwards)}
    return counted | {"filed": filed_once(station)}


def said_of(step: str, lines: Sequence[str]) -> set[int]:
    return {int(line.split()[1]) for line in lines if line.startswith(f"{step} ")}


def filed_once(station: Station) -> int:
    decided = sorted(draft for (draft,) in station.rows("SELECT draft_id FROM decisions WHERE undone = 0"))
    entries = sorted(station.rows("SELECT draft_id, state FROM outbox WHERE kind <> 'forward'"))
    assert entries == [(draft, "sent") for draft in decided]
    assert not station.count("outbox WHERE state <> 'sent'")
    wanted = sorted(number for (number,) in station.rows("SELECT message_id FROM outbox"))
    files = [email.message_from_bytes(f.read_bytes(), policy=policy.default) for f in station.workspace.rglob("*.eml")]
    assert sorted(str(mail["Message-ID"]) for mail in files) == wanted
    return len(files)
