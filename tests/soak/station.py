"""One workspace, the program started on it as a person starts it, and the same program killed in the middle."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from helpdesk.adapters.sqlite import driver

ROOT = Path(__file__).resolve().parent.parent.parent
LONGEST = 300.0


@dataclass(frozen=True)
class Station:
    folder: Path
    chance: random.Random

    @property
    def workspace(self) -> Path:
        return self.folder / "desk"

    @property
    def store(self) -> Path:
        return self.workspace / "desk.sqlite3"

    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "helpdesk", *arguments, "--workspace", str(self.workspace)]

    @property
    def environment(self) -> Mapping[str, str]:
        """Replies leave at once, and nobody looks for a model server."""
        return os.environ | {"HELPDESK_UNDO_SECONDS": "0", "HELPDESK_WRITER": "excerpts"}

    def run(self, *arguments: str) -> Any:
        """The JSON a command prints. AssertionError with what it said when it fails."""
        return json.loads(self.said(*arguments, "--json"))

    def lines(self, questions: Path) -> list[Any]:
        """What a search for each question of a file finds."""
        return [json.loads(line) for line in self.said("search", "--batch", str(questions)).splitlines()]

    def said(self, *arguments: str) -> str:
        done = subprocess.run(
            self.command(*arguments),
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=LONGEST,
            check=False,
        )
        assert done.returncode == 0, f"{arguments}: exit {done.returncode}\n{done.stdout[-500:]}\n{done.stderr[-3000:]}"
        return done.stdout

    def kill(self, arguments: Sequence[str], reached: Callable[[], bool]) -> bool:
        """Starts the program and kills it -9 a moment after `reached` holds; False when it was done before. Half of the times
        its index process is killed along with it, the other half it is left an orphan."""
        started = subprocess.Popen(
            self.command(*arguments),
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        late = time.monotonic() + LONGEST
        while started.poll() is None:
            assert time.monotonic() < late, f"{arguments} hangs"
            if reached():
                time.sleep(self.chance.uniform(0, 0.05))
                self.strike(started)
                return True
            time.sleep(0.01)
        return False

    def strike(self, started: "subprocess.Popen[Any]") -> None:
        if self.chance.random() < 0.5:
            os.killpg(started.pid, signal.SIGKILL)
        else:
            started.kill()
        started.wait()

    def acknowledged(self, module: str, lines: int, *arguments: str) -> list[str]:
        """Runs a module of ours on the workspace until it said that many lines, kills it -9, and returns every line it said."""
        started = subprocess.Popen(
            [sys.executable, "-m", module, str(self.workspace), *arguments],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
        )
        assert started.stdout is not None
        heard: list[str] = []
        with started.stdout as said:
            for line in said:
                heard.append(line.strip())
                if len(heard) == lines:
                    self.strike(started)
        started.wait()
        return heard

    def rows(self, query: str) -> Iterator[tuple[Any, ...]]:
        """What the store holds, read past the program."""
        sqlite: Any = driver.module()
        with closing(sqlite.connect(str(self.store))) as connection:
            yield from connection.execute(query).fetchall()

    def is_sound(self) -> bool:
        if not self.store.exists():
            return True
        return list(self.rows("PRAGMA integrity_check")) == [("ok",)] and list(self.rows("PRAGMA foreign_key_check")) == []

    def count(self, rows: str) -> int:
        """How many rows there are of `table WHERE …`; none while there is no schema yet."""
        sqlite: Any = driver.module()
        try:
            return int(next(self.rows(f"SELECT count(*) FROM {rows}"))[0]) if self.store.exists() else 0
        except sqlite.OperationalError:
            return 0
