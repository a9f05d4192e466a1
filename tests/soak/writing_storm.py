"""The power goes while somebody types in the real window: nothing is lost that the window had called saved, and of the rest at
most the last second."""

import os
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import dataclass, field

from helpdesk.adapters.sqlite import driver
from helpdesk.domain.composing import WritingKind
from tests.soak.station import ROOT, Station
from tests.soak.typist import text

LONGEST_LOSS = 1.0


@dataclass
class Typed:
    """What the window said until it was killed: letters by kind when it last said that they are saved, and each stroke's
    moment."""

    saved: dict[WritingKind, int] = field(default_factory=lambda: dict.fromkeys(WritingKind, 0))
    strokes: dict[WritingKind, list[float]] = field(default_factory=lambda: {kind: [] for kind in WritingKind})
    killed_at: float = 0.0

    def hear(self, line: str) -> None:
        word, *rest = line.split()
        if word == "typed":
            self.strokes[WritingKind(rest[0])].append(float(rest[2]))
        elif word == "saved":
            self.saved = {kind: len(strokes) for kind, strokes in self.strokes.items()}


def writing(station: Station, kills: int) -> dict[str, int]:
    """Counts, with the longest loss in milliseconds. Raises AssertionError when more than a second is lost."""
    worst, letters = 0.0, 0
    for _ in range(kills):
        ticket = new_ticket(station)
        typed = killed_while_typing(station, ticket, saves=station.chance.randint(1, 4))
        kept = found(station, ticket)
        for kind, strokes in typed.strokes.items():
            held_to(typed, kept, kind)
            lost = strokes[len(kept[kind]) :]
            worst = max(worst, typed.killed_at - lost[0] if lost else 0.0)
            letters += len(strokes)
    assert worst <= LONGEST_LOSS, f"lost {worst:.2f} s of typing"
    return {"kills": kills, "letters typed": letters, "ms lost at most": round(worst * 1000)}


def held_to(typed: Typed, kept: dict[WritingKind, str], kind: WritingKind) -> None:
    """What was called saved is there, letter for letter."""
    assert kept[kind] == text(kind, len(kept[kind])), f"{kind}: not what was typed: {kept[kind][-80:]!r}"
    assert len(kept[kind]) >= typed.saved[kind], f"{kind}: {typed.saved[kind]} letters were saved, {len(kept[kind])} are there"


def new_ticket(station: Station) -> int:
    name = f"c{station.chance.getrandbits(32)}"
    made = station.run("tickets", "new", "--email", f"{name}@example.net", "--subject", name, "--body", "Where is it?")
    return int(made["ticket"])


def killed_while_typing(station: Station, ticket: int, saves: int) -> Typed:
    """Ends the window with kill -9 after it has said so many times that it saved."""
    typed, heard = Typed(), 0
    started = subprocess.Popen(
        [sys.executable, "-m", "tests.soak.typist", str(station.workspace), str(ticket)],
        cwd=ROOT,
        env={**os.environ, **station.environment, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    assert started.stdout is not None
    for line in started.stdout:
        typed.hear(line)
        heard += line.startswith("saved")
        if heard >= saves:
            time.sleep(station.chance.uniform(0, 0.9))
            typed.killed_at = time.monotonic()
            station.strike(started)
            break
    assert typed.killed_at, "the window ended by itself"
    for line in started.stdout:
        typed.hear(line)
    started.stdout.close()
    return typed


def found(station: Station, ticket: int) -> dict[WritingKind, str]:
    """What stands in the store afterwards."""
    with closing(driver.module().connect(str(station.store))) as connection:
        (reply,) = connection.execute("SELECT composed FROM tickets WHERE id = ?", (ticket,)).fetchone()
        found = {WritingKind.REPLY: reply}
        for kind, table in ((WritingKind.NOTE, "notes_in_progress"), (WritingKind.FORWARD, "forwards_in_progress")):
            row = connection.execute(f"SELECT text FROM {table} WHERE ticket_id = ?", (ticket,)).fetchone()
            found[kind] = row[0] if row else ""
    return found
