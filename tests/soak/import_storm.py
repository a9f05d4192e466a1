"""Kills in the middle of imports, re-imports, new rules of cutting, rebuilding and the change of the embedder.

Raises AssertionError as soon as anything stored is missing, anything is embedded twice beyond what was on its way, or an index
is trusted that should not be.
"""

import subprocess
import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

from helpdesk.services.knowledge.embedding import ON_THEIR_WAY
from tests.soak.importer import Job
from tests.soak.station import LONGEST, ROOT, Station
from tests.soak.storms import ARTICLES_A_ROUND, more_articles

TURNS = ("import", "import", "cut", "reindex", "switch")
KEPT = (
    "SELECT path, content_hash, passages, state FROM articles WHERE state <> 'removed' ORDER BY path",
    "SELECT a.path, p.line_from, p.hash FROM passages p JOIN articles a ON a.id = p.article_id ORDER BY 1, 2, 3",
    "SELECT count(*) FROM passages WHERE hash NOT IN (SELECT hash FROM passage_vectors)",
)


def importing(station: Station, kills: int) -> dict[str, int]:
    """At the end the workspace equals one that was never killed."""
    folder = station.folder / "knowledge"
    job = Job(station.workspace, "import", folder, station.folder / "embedded.txt", 0, "built-in")
    job.log.touch()
    paths: set[str] = set()
    struck = turn = twice = 0
    whole = 0.0
    while struck < kills:
        assert turn < 3 * kills + 3, "the kills come too late"
        job = next_job(job, turn)
        before = Counter(job.log.read_text("utf-8").splitlines())
        hit, seconds = kill(station, job, whole)
        struck, whole, turn = struck + hit, max(whole, seconds), turn + 1
        assert station.is_sound()
        paths = still_there(station, paths)
        twice += wasted(job.log, before)
    work(station, replace(job, name="import"))
    assert twice <= struck * ON_THEIR_WAY, f"{twice} passages embedded again after {struck} kills"
    fresh = Station(station.folder / "fresh", station.chance)
    fresh.folder.mkdir()
    work(fresh, replace(job, name="import", workspace=fresh.workspace, log=fresh.folder / "embedded.txt"))
    for kept in KEPT:
        assert list(station.rows(kept)) == list(fresh.rows(kept)), kept
    assert {state for *_, state in station.rows(KEPT[0])} == {"indexed"}
    assert station.count("import_runs WHERE state = 'running'") == 0
    return {"kills": struck, "articles": len(list(station.rows(KEPT[0]))), "embedded again": twice}


def next_job(job: Job, turn: int) -> Job:
    """What is done next, on more articles than before; some have moved, some are gone."""
    kind = TURNS[turn % len(TURNS)]
    more_articles(job.folder, turn * ARTICLES_A_ROUND)
    names = sorted(job.folder.glob("*.md"))
    if turn:
        names[0].rename(job.folder / f"moved-{turn}-{names[0].name}")
        names[1].unlink()
    return replace(
        job,
        name="reindex" if kind == "reindex" else "import",
        rule=job.rule + (kind == "cut"),
        embedder={"built-in": "bare", "bare": "built-in"}[job.embedder] if kind == "switch" else job.embedder,
    )


def started(station: Station, job: Job) -> "subprocess.Popen[Any]":
    return subprocess.Popen(
        [sys.executable, "-m", "tests.soak.importer", *job.arguments],
        cwd=ROOT,
        env=station.environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def work(station: Station, job: Job) -> float:
    """The job to its end; the seconds it took."""
    begun = time.monotonic()
    process = started(station, job)
    _, said = process.communicate(timeout=LONGEST)
    assert process.returncode == 0, said.decode()[-3000:]
    return time.monotonic() - begun


def kill(station: Station, job: Job, whole: float) -> tuple[bool, float]:
    """Kills the job at a random moment of its work; (False, its seconds) when it was done before."""
    begun = time.monotonic()
    process = started(station, job)
    assert process.stderr is not None
    opened = station.workspace / "desk.lock"
    while process.poll() is None and not opened.exists():
        time.sleep(0.01)
    try:
        process.wait(station.chance.uniform(0.2, max(whole, 3.0)))
    except subprocess.TimeoutExpired:
        station.strike(process)
        return True, 0.0
    finally:
        said = process.stderr.read() if process.poll() is not None and process.returncode > 0 else b""
        process.stderr.close()
    assert process.returncode == 0, said.decode()[-3000:]
    return False, time.monotonic() - begun


def still_there(station: Station, paths: set[str]) -> set[str]:
    """Articles once stored stay: under their path, or under the one their file has now."""
    if not station.store.exists() or not station.count("sqlite_schema WHERE name = 'articles'"):
        return set()
    now = {path for (path,) in station.rows("SELECT path FROM articles WHERE revision_id IS NOT NULL")}
    known = {name(path) for path in now}
    missing = [path for path in paths if name(path) not in known]
    assert not missing, f"lost: {sorted(missing)}"
    return now


def name(path: str) -> str:
    """What a file was called at first; a removed article makes room for another by a number behind its name."""
    return path.rpartition("-")[2].partition("#")[0]


def wasted(log: Path, before: Counter[str]) -> int:
    """How many texts were embedded now that the same embedder had embedded before."""
    now = Counter(log.read_text("utf-8").splitlines())
    return sum(count - max(1, before[line]) for line, count in now.items() if count > max(1, before[line]))
