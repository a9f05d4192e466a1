"""The index against broken files and kills: damage is found or does no harm, and after every kill a whole epoch stands.

Raises AssertionError as soon as an answer differs from the one an undamaged index gives.
"""

import asyncio
import os
import random
import shutil
import signal
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

from helpdesk.adapters.index import LocalIndex, engine
from helpdesk.adapters.processes import WorkerProcess
from helpdesk.domain.errors import IndexStale
from helpdesk.domain.progress import unheard
from helpdesk.ports.index import Candidate, IndexQuestion
from tests.soak.index_shift import SIZES, WORDS, batches, passages, standing
from tests.soak.station import ROOT, Station

GRAPHED = 1_100
QUESTIONS = tuple(
    IndexQuestion(text, limit=10)
    for text in ("the valve leaks in room 3", "lantern of model 7", "what rusts in room 1 or 2", "crank", "how do bolts jam")
)
Answers = list[tuple[Candidate, ...]]


def corrupting(station: Station, times: int) -> dict[str, int]:
    return asyncio.run(_corrupting(station, times))


async def _corrupting(station: Station, times: int) -> dict[str, int]:
    worker = WorkerProcess("index-storm")
    index = LocalIndex(station.folder / "index", WORDS, worker, SIZES)
    try:
        return await Corruption(station, index, worker).storm(times)
    finally:
        await index.aclose()


class Corruption:
    def __init__(self, station: Station, index: LocalIndex, worker: WorkerProcess) -> None:
        self.chance = station.chance
        self.index = index
        self.worker = worker
        self.root = station.folder / "index"
        self.whole = station.folder / "whole"
        self.older = station.folder / "older"
        self.exact: Answers = []
        self.graphed: Answers = []

    async def storm(self, times: int) -> dict[str, int]:
        await self._prepare()
        outcomes = {"corruptions": times, "found": 0, "found in the graph": 0, "harmless": 0}
        for turn in range(times):
            await self.worker.call(engine.leave, self.index._place)
            shutil.rmtree(self.root)
            shutil.copytree(self.whole, self.root)
            done = self._damage()
            outcomes[await self._outcome(done)] += 1
            if turn % 100 == 0:
                await self._healed()
        return outcomes

    async def _prepare(self) -> None:
        rows = passages(GRAPHED)
        await self.index.rebuild(batches(rows), 1, len(rows), unheard)
        await self.worker.call(engine.leave, self.index._place)
        shutil.copytree(self.root, self.older)
        await self.index.update([rows[3].passage_id], passages(20, 4_000), 2)
        self.exact = await self._answers()
        while await self.index.improve(unheard):
            self.graphed = await self._answers()
        await self.worker.call(engine.leave, self.index._place)
        shutil.copytree(self.root, self.whole)

    async def _answers(self) -> Answers:
        return [(await self.index.search(question)).candidates for question in QUESTIONS]

    async def _outcome(self, done: str) -> str:
        """Distrusted at once, or the graph dropped, or every answer as before (or as before the last update)."""
        if not (await self.index.state()).trusted:
            await self._refuses()
            return "found"
        if (await self.index.state()).change == 2:
            assert await self._answers() == self.exact, f"{done}: other answers"
        await self.index.improve(unheard)
        state = await self.index.state()
        if state.set_aside:
            assert state.trusted
            return "found in the graph"
        assert await self._answers() in (self.graphed, self.exact) or state.change == 1, f"{done}: other answers by the graph"
        return "harmless"

    async def _refuses(self) -> None:
        try:
            await self.index.search(QUESTIONS[0])
        except IndexStale:
            return
        raise AssertionError("a distrusted epoch answered")

    async def _healed(self) -> None:
        """A rebuild gives the files and the answers that a fresh index has."""
        rows = passages(GRAPHED)
        fresh = LocalIndex(self.root.with_name("fresh"), WORDS, sizes=SIZES)
        try:
            await fresh.rebuild(batches(rows), 3, len(rows), unheard)
            await self.index.rebuild(batches(rows), 3, len(rows), unheard)
            expected = [(await fresh.search(question)).candidates for question in QUESTIONS]
            assert await self._answers() == expected
            assert segment_files(self.root) == segment_files(self.root.with_name("fresh"))
        finally:
            await fresh.aclose()

    def _damage(self) -> str:
        files = sorted(path for path in self.root.rglob("*") if path.is_file())
        file = self.chance.choice(files)
        damage = self.chance.choice((flip, cut, zero, garbage, grow, unlink, self._swap, self._go_back))
        damage(file, self.chance)
        return f"{damage.__name__} of {file.name}"

    def _swap(self, file: Path, chance: random.Random) -> None:
        others = [path for path in file.parent.iterdir() if path.is_file() and path != file]
        if others:
            other, aside = chance.choice(others), file.with_name("aside")
            file.rename(aside)
            other.rename(file)
            aside.rename(other)

    def _go_back(self, file: Path, _: random.Random) -> None:
        old = self.older / file.relative_to(self.root)
        if old.is_file():
            shutil.copyfile(old, file)
        else:
            file.unlink()


def flip(file: Path, chance: random.Random) -> None:
    content = bytearray(file.read_bytes())
    if content:
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        file.write_bytes(content)


def cut(file: Path, chance: random.Random) -> None:
    content = file.read_bytes()
    file.write_bytes(content[: chance.randrange(len(content) + 1)])


def zero(file: Path, chance: random.Random) -> None:
    content = bytearray(file.read_bytes())
    start = chance.randrange(len(content) + 1)
    part = content[start : start + 4096]
    content[start : start + len(part)] = bytes(len(part))
    file.write_bytes(content)


def garbage(file: Path, chance: random.Random) -> None:
    file.write_bytes(chance.randbytes(file.stat().st_size))


def grow(file: Path, chance: random.Random) -> None:
    file.write_bytes(file.read_bytes() + chance.randbytes(100))


def unlink(file: Path, _: random.Random) -> None:
    file.unlink()


def segment_files(root: Path) -> list[tuple[str, str]]:
    current = root / (root / "CURRENT").read_text().strip()
    return sorted((path.name, sha256(path.read_bytes()).hexdigest()) for path in current.glob("segment-*/*"))


def rebuilding(station: Station, kills: int) -> dict[str, int]:
    """Builds, updates and improves without end, killed -9 at random moments, half of the times with all its processes. What was
    acknowledged stands, and what opens afterwards is a whole epoch of exactly that change."""
    seen: set[str] = set()
    for _ in range(kills):
        acknowledged, doing = struck(station)
        seen.add(doing)
        asyncio.run(_standing(station.folder / "index", acknowledged))
    return {"kills": kills, "kinds of work struck": len(seen)}


def struck(station: Station) -> tuple[int, str]:
    """Lets it work a random while, kills it, and says the last change it acknowledged and what it was at."""
    started = subprocess.Popen(
        [sys.executable, "-m", "tests.soak.index_shift", str(station.folder / "index"), str(station.chance.randrange(10**6))],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert started.stdout is not None
    change, doing, left = 0, "start", station.chance.randrange(1, 6)
    with started.stdout as said:
        for line in said:
            doing, number = line.split()
            change = max(change, int(number)) if doing == "stands" else change
            left -= doing != "progress"
            if left <= 0 and station.chance.random() < 0.5:
                kill(station, started)
                break
    started.wait()
    return change, doing


def kill(station: Station, started: "subprocess.Popen[str]") -> None:
    if station.chance.random() < 0.5:
        os.killpg(started.pid, signal.SIGKILL)
    else:
        started.kill()


async def _standing(root: Path, acknowledged: int) -> None:
    index = LocalIndex(root, WORDS, sizes=SIZES)
    try:
        state = await index.state()
        if acknowledged == 0 and not state.trusted:
            assert "no index yet" in state.words, state.words
            return
        assert state.trusted, state.words
        assert not state.set_aside, state.set_aside
        assert state.change >= acknowledged, f"change {acknowledged} was acknowledged, {state.change} stands"
        living = standing(state.change)
        assert state.passages == len(living)
        for row in living[:: len(living) // 5]:
            found = (await index.search(IndexQuestion(row.text, limit=5))).candidates
            assert row.passage_id in {c.passage_id for c in found if (c.cosine or 0) > 0.999}
        brought = {c.passage_id for q in QUESTIONS for c in (await index.search(q)).candidates}
        assert brought <= {row.passage_id for row in living}
    finally:
        await index.aclose()
