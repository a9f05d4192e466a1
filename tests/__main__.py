"""`make test`: every test, in two processes beside each other. All that needs a window runs in one of them, for Qt has one
application a process; whatever is said after `python -m tests` goes to both."""

import os
import subprocess
import sys
import threading
from pathlib import Path

ROOT = Path(__file__).resolve().parent
WINDOW = ("journeys", "test_gui.py", "ui")
APART = ("benchmarks", "guarded", "pictures", "soak")
"""Run by other targets, or by a test."""
LAST = 60
"""Lines of a half that failed said once more at the end: its last failure and the list of all."""
NO_TESTS = 5
"""What pytest ends with when a choice (`-k`, `-m`) leaves none of its files a test."""


def halves() -> dict[str, list[str]]:
    """Name → the files and folders of a process."""
    folders = [path for path in ROOT.iterdir() if path.name not in APART and any(path.glob("test_*.py"))]
    here = sorted([*folders, *ROOT.glob("test_*.py")])
    window = [str(path) for path in here if path.name in WINDOW]
    return {"window": window, "desk": [str(path) for path in here if path.name not in WINDOW]}


class Half(threading.Thread):
    """One of the two processes: what it says is passed on as it comes, and kept until both have ended."""

    def __init__(self, name: str, places: list[str], said: list[str]) -> None:
        super().__init__(name=name)
        self._command = [sys.executable, "-u", "-m", "pytest", "-p", "no:cacheprovider", *places, *said]
        self._lines: list[str] = []
        self.code = 0

    def run(self) -> None:
        with subprocess.Popen(
            self._command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=ROOT.parent
        ) as process:
            for line in process.stdout or ():
                self._lines.append(line)
                sys.stdout.write(f"{self.name:>6} | {line}")
                sys.stdout.flush()
        self.code = 0 if process.returncode == NO_TESTS else process.returncode  # below zero: ended by a signal

    def say_again(self) -> None:
        """How it ended, when it did not end well: the half that ended first would stand far above the other's last line."""
        if self.code:
            sys.stdout.writelines([f"\n{self.name} failed with exit code {self.code}; it ended so:\n", *self._lines[-LAST:]])


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    both = [Half(name, places, sys.argv[1:]) for name, places in halves().items()]
    for half in both:
        half.start()
    for half in both:
        half.join()
    for half in both:
        half.say_again()
    return int(any(half.code for half in both))


if __name__ == "__main__":
    sys.exit(main())
