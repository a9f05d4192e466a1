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
NO_TESTS = 5
"""What pytest ends with when a choice (`-k`, `-m`) leaves none of its files a test."""


def halves() -> dict[str, list[str]]:
    """Name → the files and folders of a process."""
    folders = [path for path in ROOT.iterdir() if path.name not in APART and any(path.glob("test_*.py"))]
    here = sorted([*folders, *ROOT.glob("test_*.py")])
    window = [str(path) for path in here if path.name in WINDOW]
    return {"window": window, "desk": [str(path) for path in here if path.name not in WINDOW]}


def run(name: str, places: list[str], said: list[str], ends: dict[str, int]) -> None:
    command = [sys.executable, "-u", "-m", "pytest", "-p", "no:cacheprovider", *places, *said]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=ROOT.parent) as process:
        for line in process.stdout or ():
            sys.stdout.write(f"{name:>6} | {line}")
            sys.stdout.flush()
    ends[name] = process.returncode


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    ends: dict[str, int] = {}
    threads = [threading.Thread(target=run, args=(name, places, sys.argv[1:], ends)) for name, places in halves().items()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return max(0 if code == NO_TESTS else code for code in ends.values())


if __name__ == "__main__":
    sys.exit(main())
