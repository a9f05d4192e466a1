"""A workspace on a full or closed disk, damaged files in it, another program on it, no model server: each is told with its name
and what to do, and nothing that was there is lost."""

import errno
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from helpdesk.adapters.index import LocalIndex
from helpdesk.adapters.sqlite import driver
from helpdesk.domain.errors import ReadOnly
from helpdesk.paths import root
from tests.cli.conftest import Type
from tests.journeys.steps import refused, still_answers, ticket, tickets

UNIX = pytest.mark.skipif(sys.platform == "win32", reason="Unix")


class TestTheDisk:
    @pytest.fixture
    def small(self, tmp_path: Path, furnished: Path) -> Iterator[Path]:
        """A real disk of 24 MB with the desk on it."""
        place = tmp_path / "small"
        place.mkdir()
        made = ["mount", "-t", "tmpfs", "-o", "size=24m,mode=700", "tmpfs", str(place)]
        if sys.platform != "linux" or os.geteuid() != 0 or subprocess.run(made, capture_output=True, check=False).returncode:
            pytest.skip("this system lets nobody mount a small disk")
        shutil.copytree(furnished / "workspace", place / "desk")
        yield place
        subprocess.run(["umount", "-l", str(place)], check=True)

    def test_a_disk_that_fills_up_is_named_and_the_work_goes_on_when_there_is_room(
        self, type_: Type, small: Path, knowledge: Path
    ) -> None:
        on = ("--workspace", str(small / "desk"))
        ballast = small / "ballast"
        with ballast.open("wb") as file:
            file.write(b"\0" * (shutil.disk_usage(small).free - (4 << 20)))
        new = ("tickets", "new", "--email", "a@example.org", "--subject", "Hub", "--body", "Red light?", *on)
        refused(type_(*new), "The disk is full", str(small / "desk"), "free some space")
        more = knowledge / "more.md"
        more.write_text("# More\n\nMore words.\n", "utf-8")
        refused(type_("import", str(knowledge), *on), "The disk is full", "free some space")
        assert "five working days" in type_("ask", "How long does a refund take?", "--json", *on).json["text"]
        ballast.unlink()
        assert type_(*new).code == 0
        assert type_("import", str(knowledge), *on, "--json").json["added"] == 1

    def test_a_disk_that_becomes_read_only_is_named_and_keeps_everything(
        self, type_: Type, small: Path, knowledge: Path
    ) -> None:
        on = ("--workspace", str(small / "desk"))
        subprocess.run(["mount", "-o", "remount,ro", str(small)], check=True)
        refused(type_("queue", *on), "Not allowed to write", str(small / "desk"), "make the folder writable")
        subprocess.run(["mount", "-o", "remount,rw", str(small)], check=True)
        assert "five working days" in type_("ask", "How long does a refund take?", "--json", *on).json["text"]

    def test_a_full_disk_is_told_wherever_the_tests_run(
        self, type_: Type, knowledge: Path, desk: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        free = shutil.disk_usage(desk)._replace(free=1000)
        with monkeypatch.context() as patch:
            patch.setattr(shutil, "disk_usage", lambda _: free)
            refused(type_("import", str(knowledge), "--audience", "public"), "The disk is full", str(desk), "free some space")
            still_answers(type_)
        assert type_("import", str(knowledge), "--json").json["unchanged"] == 2

    @pytest.mark.parametrize(
        ("number", "words"), [(errno.EROFS, "make the folder writable"), (errno.ENOSPC, "free some space")]
    )
    def test_a_new_workspace_that_cannot_be_made_is_told(
        self, type_: Type, desk: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
    ) -> None:
        made = Path.mkdir

        def mkdir(path: Path, *given: Any, **named: Any) -> None:
            if path == desk:
                raise OSError(number, os.strerror(number), str(path))
            made(path, *given, **named)

        monkeypatch.setattr(Path, "mkdir", mkdir)
        refused(type_("queue"), str(desk), words)

    @pytest.mark.skipif(sys.platform != "linux", reason="/proc is Linux")
    def test_where_nobody_may_write_is_told(self, type_: Type, desk: Path, knowledge: Path) -> None:
        refused(type_("queue", "--workspace", "/proc/desk"), "/proc/desk", "make the folder writable")
        refused(type_("backup", "/proc/kept.helpdesk"), "/proc/kept.helpdesk", "Not allowed to write")
        refused(type_("eval", str(root() / "kb"), "--out", "/proc/out"), "kb")
        still_answers(type_)


class TestADamagedWorkspace:
    def test_a_damaged_index_costs_no_answer_and_is_rebuilt(self, type_: Type, knowledge: Path, desk: Path) -> None:
        files = [file for file in (desk / "index").rglob("*") if file.is_file() and file.stat().st_size]
        assert files
        for file in files:
            file.write_bytes(b"not what it was" * 50)
        still_answers(type_)
        found = {one["name"]: one for one in type_("doctor", "--json").json}
        assert not found["index"]["ok"]
        assert "helpdesk reindex" in found["index"]["remedy"]
        assert type_("reindex").code == 0
        assert next(one for one in type_("doctor", "--json").json if one["name"] == "index")["ok"]
        still_answers(type_)

    @pytest.mark.parametrize("damage", ["header", "middle", "no database"])
    def test_a_damaged_store_is_named_left_alone_and_replaced_by_a_backup(
        self, type_: Type, knowledge: Path, desk: Path, tmp_path: Path, damage: str
    ) -> None:
        kept = tmp_path / "kept.helpdesk"
        assert type_("backup", str(kept)).code == 0
        store = desk / "desk.sqlite3"
        spoil(store, damage)
        spoilt = store.read_bytes()
        refused(type_("queue"), "The store is damaged", str(store), "helpdesk restore FILE")
        assert store.read_bytes() == spoilt
        said = type_("restore", str(kept), "--json")
        assert said.code == 0, said.err
        assert (Path(said.json["kept"]) / "desk.sqlite3").read_bytes() == spoilt
        still_answers(type_)

    @pytest.mark.parametrize(
        ("content", "words"),
        [
            (b"\xff\xfe\x00 binary", "settings.toml"),
            (b"theme = [\n", "Correct the file"),
            (b"theme = 7\n", "theme must be"),
            (None, "settings.toml"),
        ],
    )
    def test_damaged_settings_are_named_and_kept(self, type_: Type, desk: Path, content: bytes | None, words: str) -> None:
        ticket(type_)
        file = desk / "settings.toml"
        if content is None:
            file.mkdir()
        else:
            file.write_bytes(content)
        for command in (("queue",), ("eval", str(root() / "kb")), ("models", "use", "built-in")):
            refused(type_(*command), "settings.toml", words)
        if content is None:
            file.rmdir()
        else:
            assert file.read_bytes() == content
            file.unlink()
        assert tickets(type_) == 1

    def test_a_model_folder_that_holds_no_model_is_named_and_not_taken(self, type_: Type, knowledge: Path) -> None:
        refused(type_("models", "use", str(knowledge)), str(knowledge), "helpdesk models use")
        assert "built-in" in type_("models").out
        still_answers(type_)


def spoil(store: Path, damage: str) -> None:
    """Damages a closed store; its journal goes, as it would otherwise be a part of the damage."""
    with closing(driver.module().connect(str(store))) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray(store.read_bytes())
    if damage == "header":
        content[:16] = b"\0" * 16
    elif damage == "middle":
        for start in range(4096, len(content), 4096):
            content[start : start + 512] = b"\xa5" * 512
    else:
        content[:] = b"Dear all, this is a letter. " * 500
    store.write_bytes(content)


HOLD = """
import asyncio, sys
from pathlib import Path
from helpdesk.app import open_desk
from helpdesk.paths import Workspace
from helpdesk.settings import Settings

async def hold():
    async with open_desk(Settings(writer="excerpts"), Workspace(Path(sys.argv[1])), lambda event: None):
        print("open", flush=True)
        await asyncio.sleep(600)

asyncio.run(hold())
"""


@UNIX
class TestTwoPrograms:
    def test_the_second_one_names_the_first_and_has_the_desk_as_soon_as_that_one_is_gone(
        self, type_: Type, knowledge: Path, desk: Path
    ) -> None:
        with subprocess.Popen([sys.executable, "-c", HOLD, str(desk)], cwd=root(), stdout=subprocess.PIPE, text=True) as first:
            try:
                assert first.stdout is not None
                assert first.stdout.readline() == "open\n"
                for command in (("queue",), ("import", str(knowledge)), ("restore", str(desk / "none.helpdesk"))):
                    refused(type_(*command), str(desk), f"process {first.pid}", "close it first")
                first.send_signal(signal.SIGKILL)
                first.wait(30)
            finally:
                first.kill()
        assert type_("queue").code == 0
        still_answers(type_)


def test_a_model_server_that_cannot_be_one_is_refused_with_the_remedy(type_: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setenv("HELPDESK_OLLAMA_HOST", "http://[broken")
        refused(type_("queue"), "HELPDESK_OLLAMA_HOST", "http://[broken", "write it like http://127.0.0.1:11434")
    still_answers(type_)


def test_a_model_server_that_is_not_there_costs_no_draft(type_: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    ticket(type_)
    host = "http://127.0.0.1:1"
    monkeypatch.setenv("HELPDESK_OLLAMA_HOST", host)
    monkeypatch.setenv("HELPDESK_WRITER", "ollama")
    answer = type_("ask", "How long does a refund take?", "--json").json
    assert "five working days" in answer["text"]
    assert answer["writer"] == "excerpts"
    assert any(f"no model server answers at {host}" in reason for reason in answer["reasons"])
    written = type_("draft", "--all", "--json")
    assert written.code == 0
    assert [row["writer"] for row in written.json["drafts"]] == ["excerpts"]


def test_an_index_folder_that_cannot_be_written_is_told_beside_an_import_that_stands(
    type_: Type, knowledge: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def closed(index: LocalIndex, *_: object, **__: object) -> None:
        raise ReadOnly(index._place.root)

    (knowledge / "sledges.md").write_text("# Sledges\n\nA sledge is hired for nine crowns a day.\n", "utf-8")
    with monkeypatch.context() as patch:
        for work in ("embed", "rebuild", "update"):
            patch.setattr(LocalIndex, work, closed)
        said = type_("import", str(knowledge), "--json")
        assert (said.code, said.json["added"]) == (0, 1)
        assert "its folder cannot be written" in said.err
        assert "nine crowns" in type_("ask", "What does it cost to hire a sledge?", "--json").json["text"]
    assert type_("reindex").code == 0
    still_answers(type_)
