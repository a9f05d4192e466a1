"""Eight hours at the real window, in a fraction of them: what it holds must not grow after the first hour."""

import asyncio
import json
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

from helpdesk import cli
from helpdesk.app import open_desk
from helpdesk.paths import Workspace
from helpdesk.settings import Settings
from tests.pictures.grounds import decided, samples
from tests.soak.agent_hands import DUTIES
from tests.soak.holdings import MEGABYTE, Holdings, growing, slope
from tests.soak.station import ROOT, Station

WARM_UP_MINUTES = 60
STEEPEST = 1.0
"""Megabytes an hour."""


def long_day(station: Station, hours: int) -> dict[str, int]:
    """Raises AssertionError that names what grew."""
    assert cli.main(["sample", str(station.workspace)]) == 0
    yesterday(station)
    day = worked(station, hours)
    assert len(day) == hours * 60, f"the window ended after {len(day)} minutes"
    judged(day)
    first, last = day[min(WARM_UP_MINUTES, len(day) - 1)], day[-1]
    return {
        "minutes": len(day),
        "MB after the first hour": first.resident // MEGABYTE,
        "MB at the end": last.resident // MEGABYTE,
        "KB more an hour": round(1024 * slope(day[WARM_UP_MINUTES:], len(DUTIES))),
        "open files": last.handles,
        "threads": last.threads,
        "widgets": sum(count for name, count in last.counts.items() if name.startswith("tree ")),
    }


def yesterday(station: Station) -> None:
    """Enough was decided for every plot of Insights to be there: one that first shows in the middle of the day would look like
    something left behind."""
    mails = station.folder / "yesterday.jsonl"
    mails.write_text("".join(again(json.loads(line)) for line in samples().read_text("utf-8").splitlines()))
    assert cli.main(["tickets", "import", str(mails), "--workspace", str(station.workspace)]) == 0
    asyncio.run(drafted(station.workspace))
    asyncio.run(decided(station.workspace))


async def drafted(workspace: Path) -> None:
    settings = Settings(writer="excerpts", draft_when_idle=False)
    async with open_desk(settings, Workspace(workspace), lambda _: None) as desk:
        while await desk.pipeline.next():
            pass


def again(ticket: dict[str, str]) -> str:
    """A row of a file of mails: somebody else asks the same."""
    return json.dumps({**ticket, "id": f"again {ticket['id']}", "from_email": f"again.{ticket['from_email']}"}) + "\n"


def worked(station: Station, hours: int) -> list[Holdings]:
    started = subprocess.Popen(
        [sys.executable, "-m", "tests.soak.agent_day", str(station.workspace), str(hours)],
        cwd=ROOT,
        env={**station.environment, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert started.stdout is not None
    with started.stdout as said:
        day = [told(line) for line in said if line.startswith("{")]
    assert started.wait() == 0, f"the window failed after {len(day)} minutes"
    return day


def told(line: str) -> Holdings:
    kept = json.loads(line)
    return Holdings(**{one.name: kept[one.name] for one in fields(Holdings)})


def judged(day: list[Holdings]) -> None:
    settled = day[WARM_UP_MINUTES:]
    grew = growing(settled, len(DUTIES))
    assert not grew, "grows: " + ", ".join(f"{name} from {first} to {last}" for name, (first, last) in grew.items())
    steep = slope(settled, len(DUTIES))
    assert steep <= STEEPEST, f"memory grows by {steep:.1f} MB an hour"
