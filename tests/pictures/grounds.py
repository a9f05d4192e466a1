"""The workspaces pictures are taken on: each is the sample workspace, changed, with what stands beside it."""

import asyncio
import json
import os
import shlex
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, chdir, closing, contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

from helpdesk import cli
from helpdesk.adapters.sqlite import driver
from helpdesk.adapters.sqlite.auto_replies import PLACE
from helpdesk.app import open_desk
from helpdesk.domain.decision import RejectReason
from helpdesk.domain.errors import NothingToSend, NotYetSaid
from helpdesk.paths import Workspace, resources
from helpdesk.services.pipeline import Steps
from helpdesk.settings import Settings, load, save
from tests.fakes.ollama_server import OllamaServer, model
from tests.fakes.ollama_server.beside import beside
from tests.pictures.certified import LIVED, lived
from tests.soak.simulated_desk import SETTINGS

Changed = Mapping[str, Any] | None
"""Settings by name; None leaves the file that is there."""

QUOTING: Mapping[str, Any] = {"writer": "excerpts"}
MODEL: Mapping[str, Any] = {"writer": "auto"}
NOBODY = "http://127.0.0.1:9"
REMOTE = "http://models.example.com:11434"
LETTER, OLD, BROKEN = "letter.txt", "solved.jsonl", "broken"
"""What lies beside a workspace for the commands to read."""

AHEAD = timedelta(days=30)
FAULTY = "import broken --kb Broken"
"""Reads nothing but files nobody can read, and so fails."""

WORK = (
    "agents add 'Bea Kurz'",
    "agents add 'Chidi Okafor'",
    "fields define 'Serial number'",
    "fields define Warranty --kind choice --choice 'in warranty' --choice 'out of warranty'",
    "fields set Warranty 'in warranty' 12",
    "assign 12 14 15 --to 'Bea Kurz'",
    "prioritise 12 --priority urgent",
    "tag 12 13 --add vip --add valve",
    "snooze 16 --until 3d --note 'Call again about the parcel'",
    "follow-up 12 --at 2d --note 'Did the valve arrive?'",
    "checklist add 12 'Ask for the serial number' 'Order the spare part' 'Tell the customer when it comes'",
    "checklist tick 1",
    "link 12 related 13",
    "requesters note 69 'Has had two hubs exchanged; likes to be called.'",
    "sla set Urgent --if 'priority:urgent' --first-reply 1h --solve 8h --at-breach 'tag: late'",
    "sla set Everybody --first-reply 8h --next-reply 16h",
    "rules set 'Refunds to Bea' --when arrival --if 'topic:billing' --do 'assign: Bea Kurz' --do 'tag: money' --on",
    "macros set 'Parcel on its way' letter.txt --do 'status: pending'",
    "templates set 'Returned device' letter.txt --subject 'Return of a device' --tag return",
    "views save 'Urgent and mine' 'priority:urgent assignee:me' --group status",
    "reply 13 letter.txt",
    "reply 14 letter.txt --at {some_day}",
    "rate 20 5",
    "rate 21 1",
    "tickets import broken/one-bad-line.jsonl broken/broken-boundary.eml broken/missing-columns.csv",
    FAULTY,
    "history import solved.jsonl --us support@example.com",
    "history run",
)
"""An eventful day, as commands; words in quotes are one, {some_day} is one to come."""


def worked(workspace: Path) -> None:
    """Changes the workspace into one where people have worked: half of the drafts decided, and what WORK tells."""
    beside = workspace.parent
    (beside / LETTER).write_text("Your parcel left today. It should be with you within three working days.\n")
    shutil.copytree(resources() / "samples" / BROKEN, beside / BROKEN)
    (beside / OLD).write_text("".join(solved(json.loads(line)) for line in samples().read_text("utf-8").splitlines()))
    asyncio.run(decided(workspace))
    with chdir(beside):
        for line in WORK:
            told(line.format(some_day=some_day()), workspace)


QUESTION = "Can I use rechargeable AA batteries (NiMH) in the Ember Valves?"
STORM = (
    ("Ottilie Penrose", f"Hello, {QUESTION} Thanks, Ottilie"),
    ("Bastian Wolfe", f"Hi there. {QUESTION} Bastian"),
    ("Imogen Tarry", f"{QUESTION} I have plenty of them. Imogen"),
    ("Casimir Holt", f"Good evening, {QUESTION} Regards, Casimir"),
)
"""Customers with one question, and what they wrote."""


def storm(workspace: Path) -> None:
    """Changes the workspace into one where several have asked the same, and got drafts."""
    save(workspace, replace(load(workspace), writer="excerpts"))
    for name, message in STORM:
        address = f"{name.replace(' ', '.').lower()}@customers.example"
        asked = ["tickets", "new", "--name", name, "--email", address, "--subject", "Rechargeable batteries", "--body", message]
        told(shlex.join(asked), workspace)
    told("draft --all", workspace)


def some_day() -> str:
    """A morning far enough ahead, whenever the pictures are taken."""
    day = datetime.now(UTC).astimezone() + AHEAD
    return day.replace(hour=9, minute=0, second=0, microsecond=0, tzinfo=None).isoformat()


def told(line: str, workspace: Path) -> None:
    """A command that does not end as it is meant to ends the preparing: its pictures would show less than is thought."""
    code = cli.main([*shlex.split(line), "--workspace", str(workspace)])
    if code != (1 if line == FAULTY else 0):
        raise RuntimeError(f"helpdesk {line} returned {code}")


def samples() -> Path:
    return resources() / "samples" / "tickets.jsonl"


def solved(ticket: Mapping[str, Any]) -> str:
    """A row of a file of solved tickets."""
    row = {name: ticket[name] for name in ("id", "subject", "from_name", "from_email", "received", "body")}
    return json.dumps({**row, "answer": ticket["good_agent"]}) + "\n"


async def decided(workspace: Path) -> None:
    """Two of three drafts in the upper half of the queue are approved, the others rejected."""
    async with open_desk(Settings(writer="excerpts"), Workspace(workspace), lambda _: None) as desk:
        waiting = await desk.review.queue()
        for number, row in enumerate(reversed(waiting[len(waiting) // 2 :])):
            item = await desk.review.open(row.draft_id)
            if number % 3 == 2:
                await desk.review.reject(row.draft_id, item.draft.revision, RejectReason.INCOMPLETE)
                continue
            with suppress(NotYetSaid, NothingToSend):
                await desk.review.approve(row.draft_id, item.draft.revision)


@contextmanager
def sample(_: Path) -> Iterator[Changed]:
    yield QUOTING


@contextmanager
def simulated(workspace: Path) -> Iterator[Changed]:
    """The copy is the desk itself here: as a copy it would begin stopped. What was certified was found by words alone, and is
    not compared with how this desk would find it."""
    with closing(driver.module().connect(str(workspace / "desk.sqlite3"))) as store:
        store.execute("DELETE FROM desk WHERE name = ?", [PLACE])
        store.commit()
    with patch.object(Steps, "drafter", untold):
        yield {name: getattr(SETTINGS, name) for name in ("writer", "agent_name", "agent_email", "company", "draft_when_idle")}


async def untold(*_: object) -> None:
    return None


@contextmanager
def empty(workspace: Path) -> Iterator[Changed]:
    shutil.rmtree(workspace)
    workspace.mkdir()
    yield QUOTING


@contextmanager
def damaged(workspace: Path, what: str) -> Iterator[Changed]:
    """Files of that pattern hold nothing that can be read."""
    for file in workspace.glob(what):
        if file.is_file():
            file.write_bytes(b"nothing of this can be read" * 400)
    yield QUOTING


@contextmanager
def unreadable_settings(workspace: Path) -> Iterator[None]:
    (workspace / "settings.toml").write_text("undo_seconds = soon\n")
    yield None


@contextmanager
def mail_failing(workspace: Path) -> Iterator[Changed]:
    """Replies cannot be filed, and the folder that is watched is not there. One reply is on its way, at once."""
    no_folder = workspace / "not-a-folder"
    no_folder.write_text("a file")
    save(workspace, replace(load(workspace), undo_seconds=0))
    letter = workspace / LETTER
    letter.write_text("The parcel left today.")
    told(shlex.join(["reply", "12", str(letter)]), workspace)
    yield {**QUOTING, "drop_folder": str(workspace / "gone"), "outbox_folder": str(no_folder / "outbox")}


@contextmanager
def unserved(workspace: Path, host: str, installed: bool = False) -> Iterator[Changed]:
    """No model server answers at `host`; `installed`: its program is on this computer all the same."""
    before, folder = os.environ["PATH"], workspace.parent / "programs"
    if installed:
        folder.mkdir(exist_ok=True)
        (folder / "ollama").write_text("#!/bin/sh\n")
        (folder / "ollama").chmod(0o700)
        os.environ["PATH"] = f"{folder}{os.pathsep}{before}"
    try:
        yield {**MODEL, "ollama_host": host}
    finally:
        os.environ["PATH"] = before


@contextmanager
def served(_: Path, set_up: Callable[[OllamaServer], object]) -> Iterator[Changed]:
    with beside() as server:
        set_up(server)
        yield {**MODEL, "ollama_host": server.host}


def has(*models: dict[str, Any]) -> Callable[[OllamaServer], object]:
    def set_up(server: OllamaServer) -> None:
        server.models = list(models)

    return set_up


PREPARED: Mapping[str, Callable[[Path], object]] = {
    "worked": worked,
    "storm": storm,
    **{name: partial(lived, name=name) for name in LIVED},
}
"""What takes long to come about; done once, then copied."""

GROUNDS: Mapping[str, Callable[[Path], AbstractContextManager[Changed]]] = {
    **dict.fromkeys(LIVED, simulated),
    "sample": sample,
    "worked": sample,
    "storm": sample,
    "empty": empty,
    "unreadable-settings": unreadable_settings,
    "damaged-store": partial(damaged, what="desk.sqlite3*"),
    "damaged-index": partial(damaged, what="index/**/*"),
    "mail-failing": mail_failing,
    "server-unconfirmed": partial(unserved, host=REMOTE),
    "server-not-installed": partial(unserved, host=NOBODY),
    "server-not-running": partial(unserved, host=NOBODY, installed=True),
    "server-no-model": partial(served, set_up=has()),
    "server-only-cloud": partial(served, set_up=has(model("gpt-oss:120b-cloud", remote_model="gpt-oss:120b"))),
    "server-lacks-capability": partial(served, set_up=has(model("nomic-embed-text", capabilities=["embedding"]))),
    "server-ready": partial(served, set_up=has(model(), model("qwen3:8b"))),
}
