"""A whole working day without one packet that wanted to leave the machine, counted by the kernel.

Every command runs in a network namespace whose only way is loopback; what any process, library or grandchild sends elsewhere
finds no route and is counted. The window's own day is watched by the audit hook of the guards in every other test.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.soak.storms import more_articles, more_tickets

ROOT = Path(__file__).resolve().parent.parent.parent
SEALED = ROOT / "tests" / "journeys" / "sealed.py"
MODEL = ROOT.parent / "shared" / "models" / "all-MiniLM-L6-v2"


def can_seal() -> bool:
    if sys.platform != "linux" or not shutil.which("unshare"):
        return False
    return subprocess.run(["unshare", "-rn", "true"], capture_output=True, check=False).returncode == 0


pytestmark = pytest.mark.skipif(not can_seal(), reason="this system lets nobody make a network namespace")


def sealed(*command: str) -> tuple[dict[str, int], str]:
    """What left and how it ended, and everything it said."""
    open_guard = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "HELPDESK_TEST_LEDGER"}}
    done = subprocess.run(
        ["unshare", "-rn", sys.executable, str(SEALED), *command],
        cwd=ROOT,
        env=open_guard | {"HELPDESK_UNDO_SECONDS": "0"},
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    return json.loads(done.stdout.splitlines()[-1]), done.stdout + done.stderr


def test_the_counter_counts() -> None:
    """Without this, a broken counter would prove anything."""
    asked, _ = sealed(sys.executable, "-c", "import socket; socket.socket().connect(('192.0.2.1', 80))")
    assert asked["left"] == 1
    near, _ = sealed(sys.executable, "-c", "import socket; socket.socket().connect(('127.0.0.1', 9))")
    assert near["left"] == 0


def plain_day(folder: Path) -> Sequence[Sequence[str]]:
    more_articles(folder / "knowledge", 0, 20)
    more_tickets(folder / "tickets.jsonl", 0, 4)
    return (
        ("import", str(folder / "knowledge")),
        ("search", "the hinge squeaks"),
        ("ask", "How long is the warranty of the valve M0001?"),
        ("tickets", "import", str(folder / "tickets.jsonl")),
        ("draft", "--all"),
        ("queue",),
        ("review", "1", "approve"),
        ("outbox", "send", "--wait"),
        ("backup", str(folder / "desk.zip")),
        ("reindex",),
        ("doctor",),
    )


DAY = """
import sys
sys.path.insert(0, {root!r})
if __name__ == "__main__":
    from helpdesk.__main__ import main
    codes = [main([*words, "--json", "--workspace", {desk!r}]) for words in {day!r}]
    sys.exit(max(codes))
"""


def worked(folder: Path, day: Sequence[Sequence[str]]) -> tuple[dict[str, int], str]:
    script = folder / "day.py"
    script.write_text(DAY.format(root=str(ROOT), desk=str(folder / "desk"), day=day), "utf-8")
    return sealed(sys.executable, str(script))


def test_a_working_day_sends_nothing_beyond_the_machine(tmp_path: Path) -> None:
    counted, said = worked(tmp_path, plain_day(tmp_path))
    assert counted == {"left": 0, "exit": 0}, said[-3000:]
    assert list((tmp_path / "desk").rglob("*.eml"))


@pytest.mark.skipif(not MODEL.is_dir(), reason="the model folder is not here")
def test_a_model_folder_is_all_the_embedder_ever_asks_for(tmp_path: Path) -> None:
    more_articles(tmp_path / "knowledge", 0, 2)
    day = (("import", str(tmp_path / "knowledge")), ("models", "use", str(MODEL)), ("search", "the hinge squeaks"))
    counted, said = worked(tmp_path, day)
    assert counted == {"left": 0, "exit": 0}, said[-3000:]
