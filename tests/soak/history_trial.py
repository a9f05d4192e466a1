"""A trial on old tickets through a night of power cuts: read, drafted, judged, reported, and every number of the report borne
out by the store.

Raises AssertionError as soon as a pair or a draft that was kept is missing, changed or there twice.
"""

import asyncio
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from helpdesk.app import open_desk
from helpdesk.paths import Workspace
from helpdesk.services.history import Said
from helpdesk.settings import load
from tests.soak.station import Station
from tests.soak.storms import ARTICLES_A_ROUND, TOPICS, more_articles

ANSWERED_BY_A_MACHINE, UNANSWERED, WRONG = 5, 23, 7
"""Every so many threads have an automatic reply too, no reply, or a reply with a number of another model."""

FIRST = datetime(2026, 1, 5, 8, 0)  # noqa: DTZ001 - written with a zone of its own
SIDES = ((True, False), (False, True), (True, True), (False, False))


def old_mail(file: Path, threads: int) -> int:
    """A mailbox of solved tickets; how many of them hold a pair."""
    pairs = 0
    with file.open("wb") as box:
        for number in range(threads):
            mails = list(thread(number))
            pairs += number % UNANSWERED != 0
            for mail in mails:
                box.write(b"From old Mon Jan 05 08:00:00 2026\n" + mail.as_bytes() + b"\n\n")
    return pairs


def thread(number: int) -> list[EmailMessage]:
    model = number % ARTICLES_A_ROUND
    topic, asked = TOPICS[model % len(TOPICS)], FIRST + timedelta(minutes=11 * number)
    customer, desk = f"Customer {number} <c{number}@home{number}.example>", "desk@acme.example"
    name = f"{topic} M{model:04d}"
    question = (
        f"Hello,\n\nhow do I adjust the {name}, and for how many years is it covered? Order {number}.\n\nThanks\nCustomer"
    )
    found = [mail(f"q{number}", (customer, desk), f"{name} ({number})", question, asked)]
    if number % ANSWERED_BY_A_MACHINE == 0:
        found.append(mail(f"m{number}", (desk, customer), "We got your mail", "Thank you.", asked, f"q{number}"))
        found[-1]["Auto-Submitted"] = "auto-replied"
    if number % UNANSWERED:
        years = model % 9 + (3 if number % WRONG == 0 else 1)
        said = f"Hi,\n\nturn the {name} by 15 degrees and wait. It is covered for {years} years.\n\nBest regards\nAnn\n\n"
        quoted = "".join(f"> {line}\n" for line in question.split("\n"))
        reply = said + f"On Mon, 5 Jan 2026 at 08:00, {customer} wrote:\n{quoted}"
        found.append(mail(f"a{number}", ("Ann <ann@acme.example>", customer), f"Re: {name}", reply, asked, f"q{number}"))
    return found


def mail(key: str, ends: tuple[str, str], subject: str, body: str, at: datetime, after: str = "") -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"], made["Message-ID"] = *ends, subject, f"<{key}@old.example>"
    made["Date"] = f"{at + timedelta(minutes=40 if after else 0):%a, %d %b %Y %H:%M:%S} +0000"
    if after:
        made["In-Reply-To"] = made["References"] = f"<{after}@old.example>"
    made.set_content(body)
    return made


def trial(station: Station, kills: int, threads: int = 2_000, sample: int = 100) -> dict[str, int]:
    """Kills the import, the drafting, the judging and the saving at random moments, then finishes, judges and checks."""
    more_articles(station.folder / "knowledge", 0)
    station.run("import", str(station.folder / "knowledge"))
    box = station.folder / "old.mbox"
    pairs = old_mail(box, threads)
    done = import_storm(station, box, kills // 4)
    assert station.count("history_tickets") == pairs, f"{station.count('history_tickets')} of {pairs} pairs"
    done += drafting_storm(station, pairs, kills)
    done += judging_storm(station, sample, kills // 4)
    report = station.folder / "report.html"
    done += saving_storm(station, report, kills // 4)
    numbers = asyncio.run(told(station, sample, report))
    if kills > 1:
        assert station.run("report", "--check", str(report)) == {"differences": []}
    needs_nothing(report.read_text("utf-8"))
    return {"kills": done, "tickets": pairs, "numbers checked": leaves(numbers)}


def import_storm(station: Station, box: Path, kills: int) -> int:
    done, before = 0, 0
    for _ in range(kills):
        more = before + station.chance.randrange(1, 400)
        done += station.kill(["history", "import", str(box)], reached(station, "history_tickets", more))
        assert station.is_sound()
        assert station.count("history_tickets") >= before, "pairs are gone"
        before = station.count("history_tickets")
    station.run("history", "import", str(box))
    assert not kills or station.run("history", "import", str(box))["added"] == 0
    return done


def drafting_storm(station: Station, pairs: int, kills: int) -> int:
    done = 0
    kept: dict[int, str] = {}
    for turn in range(kills):
        wanted = min(pairs - 1, (turn + 1) * pairs // (kills + 1))
        done += station.kill(["history", "run"], reached(station, "history_tickets WHERE state = 'drafted'", wanted))
        kept = stands(station, kept)
    station.run("history", "run")
    stands(station, kept)
    assert station.count("history_tickets WHERE state = 'drafted'") == pairs
    assert station.count("tickets") == station.count("drafts") == 0, "a trial made tickets"
    return done


def judging_storm(station: Station, sample: int, kills: int) -> int:
    """The sample is drawn once, and what the judge was told is kept is there."""
    heard, drawn = set[str](), set[int]()
    for _ in range(kills):
        lines = station.chance.randrange(1, max(2, sample // (kills + 1)))
        heard |= set(station.acknowledged("tests.soak.judging_shift", lines, str(sample)))
        assert station.is_sound()
        now = {key for (key,) in station.rows("SELECT id FROM history_tickets WHERE sampled > 0")}
        assert not drawn or now == drawn, "another sample was drawn"
        drawn = now
        judged = {f"judged {key}" for (key,) in station.rows("SELECT id FROM history_tickets WHERE verdict != ''")}
        assert heard <= judged, f"judgements are gone: {sorted(heard - judged)[:5]}"
    return kills


def saving_storm(station: Station, report: Path, kills: int) -> int:
    """A report is there whole or not at all."""
    done = 0
    for _ in range(kills):
        late = time.monotonic() + station.chance.uniform(0.5, 3)
        done += station.kill(["report", str(report)], lambda late=late: time.monotonic() > late)  # type: ignore[misc]
        assert not report.exists() or report.read_text("utf-8").rstrip().endswith("</html>"), "half a report"
    return done


def reached(station: Station, rows: str, count: int) -> Callable[[], bool]:
    return lambda: station.count(rows) >= count


def stands(station: Station, kept: dict[int, str]) -> dict[int, str]:
    """Every draft that was kept is there as it was."""
    assert station.is_sound()
    now = {
        key: f"{at} {text}"
        for key, at, text in station.rows("SELECT id, drafted_at, draft FROM history_tickets WHERE state = 'drafted'")
    }
    changed = [key for key, said in kept.items() if now.get(key) != said]
    assert not changed, f"drafts changed or gone: {changed[:5]}"
    return now


async def told(station: Station, sample: int, report: Path) -> dict[str, Any]:
    """Judges a sample as chance has it, saves the report, and finds out one that was forged."""
    async with open_desk(load(station.workspace), Workspace(station.workspace), lambda _: None) as desk:
        history = desk.history
        (row,) = await history.drafting.rows()
        drawn = row.counts.sampled or await history.judging.draw(row.trial.id, sample)
        while pair := await history.judging.next(row.trial.id):
            await history.judging.say(pair.id, Said(station.chance.choice(SIDES), station.chance.choice(SIDES)))
        numbers = await history.reporting.save(row.trial.id, report)
        assert await history.reporting.check(report) == ()
        assert numbers["errors"]["all"]["checked"] == drawn > 0
        forged = report.with_name("forged.html")
        page = report.read_text("utf-8")
        forged.write_text(page.replace(f"&quot;read&quot;: {numbers['tickets']['read']}", "&quot;read&quot;: 1"), "utf-8")
        assert "tickets.read" in {one.where for one in await history.reporting.check(forged)}
        return numbers


def needs_nothing(page: str) -> None:
    """It opens offline: nothing in it is loaded or run."""
    loads = [word for word in ("<script", " src=", "@import", "url(", "https://", "<link") if word in page]
    assert not loads, loads


def leaves(value: Any) -> int:
    if isinstance(value, dict):
        return sum(leaves(one) for one in value.values())
    return sum(leaves(one) for one in value) if isinstance(value, list) else 1
