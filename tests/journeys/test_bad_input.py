"""Everything that can be wrong with what a desk is given: each is told with its name and what to do, nothing that was there is
lost, and the rest of the batch goes on. Typed as a person types it."""

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

from helpdesk import cli
from helpdesk.adapters.sqlite import driver
from helpdesk.paths import resources, root
from tests.cli.conftest import HUB, REFUNDS, Type, Typed

BROKEN = resources() / "samples" / "broken"
MAIL = b"From: Grace Hopper <grace@example.org>\r\nSubject: Red light\r\n\r\nThe light of my hub blinks red. Help?\r\n"
UNIX = pytest.mark.skipif(sys.platform == "win32", reason="Unix")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    return tmp_path / "workspace"


@pytest.fixture
def type_(desk: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Type:
    """Types `helpdesk …` on the desk."""
    monkeypatch.setenv("HELPDESK_WRITER", "excerpts")

    def run(*arguments: str) -> Typed:
        capfd.readouterr()
        code = cli.main([*arguments, *([] if "--workspace" in arguments else ["--workspace", str(desk)])])
        said = capfd.readouterr()
        return Typed(code, said.out, said.err)

    return run


@pytest.fixture
def knowledge(tmp_path: Path) -> Path:
    folder = tmp_path / "northlight"
    folder.mkdir()
    (folder / "reset.md").write_text(HUB, "utf-8")
    (folder / "refunds.md").write_text(REFUNDS, "utf-8")
    return folder


def still_answers(type_: Type) -> None:
    """What was there before is there."""
    assert "five working days" in type_("ask", "How long does a refund take?", "--json").json["text"]


def ticket(type_: Type) -> int:
    made = type_(
        "tickets", "new", "--email", "ada@example.org", "--subject", "Hub", "--body", "The light blinks red. Help?", "--json"
    )
    return int(made.json["ticket"])


def tickets(type_: Type) -> int:
    return int(type_("tickets", "list", "--json").json["total"])


def refused(said: Typed, *words: str) -> None:
    """Exit 1, nothing on stdout, and a sentence with these words and no traceback."""
    assert (said.code, said.out) == (1, ""), said
    assert "Traceback" not in said.err
    for one in words:
        assert one in said.err, said.err


class TestKnowledgeFiles:
    def test_a_folder_with_everything_wrong_still_gives_what_is_right(self, type_: Type, knowledge: Path) -> None:
        type_("import", str(knowledge))
        expected = everything_wrong(knowledge)
        (knowledge / "new.md").write_text("# Opening hours\n\nWe open at nine o'clock.\n", "utf-8")
        said = type_("import", str(knowledge), "--json")
        assert said.code == 0, said.err
        told = {failure["path"]: failure["reason"] for failure in said.json["failed"]}
        assert told.keys() == expected.keys()
        for name, words in expected.items():
            assert words in told[name], (name, told[name])
            assert f"not imported: {name}" in said.err
        assert said.json["unchanged"] == 2
        still_answers(type_)
        assert "nine o'clock" in type_("ask", "When do you open, at which opening hours?", "--json").json["text"]
        assert type_("search", "Grüße aus Köln", "-k", "1", "--json").json["hits"][0]["article"] == "latin.md"
        assert (
            type_("search", "words at the bottom of a deep quotation", "-k", "1", "--json").json["hits"][0]["article"]
            == "deep.md"
        )

    @pytest.mark.parametrize("shape", ["folder", "file"])
    def test_an_import_where_everything_failed_fails_and_says_so(self, type_: Type, tmp_path: Path, shape: str) -> None:
        folder = tmp_path / "bad"
        folder.mkdir()
        shutil.copy(BROKEN / "not-really-markdown.md", folder)
        said = type_("import", str(folder if shape == "folder" else folder / "not-really-markdown.md"), "--json")
        assert said.code == 1
        assert [failure["path"] for failure in said.json["failed"]] == ["not-really-markdown.md"]
        assert "not imported: not-really-markdown.md" in said.err

    def test_the_last_good_text_of_a_file_that_breaks_stays_in_service(self, type_: Type, knowledge: Path) -> None:
        type_("import", str(knowledge))
        (knowledge / "refunds.md").write_bytes(b"\0" * 2000)
        (knowledge / "reset.md").unlink()
        said = type_("import", str(knowledge), "--json")
        assert said.code == 1, "nothing was imported"
        assert "refunds.md" in said.err
        still_answers(type_)

    @pytest.mark.parametrize("content", [b"PK\x03\x04 and no more", b""])
    def test_a_torn_archive_is_named(self, type_: Type, knowledge: Path, tmp_path: Path, content: bytes) -> None:
        type_("import", str(knowledge))
        torn = tmp_path / "torn.zip"
        torn.write_bytes(content)
        refused(type_("import", str(torn)), "torn.zip", "pack it again")
        still_answers(type_)

    @UNIX
    def test_a_link_that_leads_to_itself_is_named(self, type_: Type, tmp_path: Path) -> None:
        loop = tmp_path / "loop.md"
        loop.symlink_to(loop)
        refused(type_("import", str(loop)), "loop.md", "try again")

    def test_a_folder_without_markdown_is_named_and_says_what_is_wanted(self, type_: Type, tmp_path: Path) -> None:
        (tmp_path / "photos").mkdir()
        refused(type_("import", str(tmp_path / "photos")), "photos", ".md")


def everything_wrong(folder: Path) -> dict[str, str]:
    """Files no import can read, with words each refusal must hold; beside them two that look wrong and are read."""
    (folder / "empty.md").touch()
    shutil.copy(BROKEN / "not-really-markdown.md", folder / "binary.md")
    with (folder / "huge.md").open("wb") as file:
        file.truncate(50 << 20)
    (folder / "nul.md").write_bytes(b"# Hello\n\n" + b"word\0" * 500)
    (folder / "latin.md").write_bytes("# Grüße\n\nViele Grüße aus Köln, schöne Woche.\n".encode("latin-1"))
    (folder / "deep.md").write_text("# Deep\n\n" + "> " * 40 + "The words at the bottom of a deep quotation.\n", "utf-8")
    wrong = {"empty.md": "is empty", "binary.md": "", "huge.md": "split it", "nul.md": ""}
    if sys.platform == "win32":
        return wrong
    (folder / "loop.md").symlink_to(folder / "loop.md")
    (folder / "circle").symlink_to(folder)
    os.mkfifo(folder / "pipe.md")
    return wrong | {"loop.md": "link in a circle", "circle/": "link to a folder", "pipe.md": "a pipe or a device"}


class TestTicketFiles:
    def test_a_batch_goes_on_past_every_broken_file(self, type_: Type, tmp_path: Path) -> None:
        """All that is in resources/samples/broken, a mail that is none, and one good mail."""
        good = tmp_path / "good.eml"
        good.write_bytes(MAIL)
        noise = tmp_path / "noise.eml"
        noise.write_bytes(bytes(range(256)) * 20)
        files = [*(BROKEN / name for name in ("broken-boundary.eml", "missing-columns.csv", "one-bad-line.jsonl")), noise, good]
        said = type_("tickets", "import", *map(str, files), "--json")
        assert said.code == 0
        assert said.json["received"] == 5, "the good mail, three good lines, and what could be read of the torn mail"
        told = {(Path(failure["path"]).name, failure["line"]): failure["reason"] for failure in said.json["failed"]}
        assert "name one of them body" in told["missing-columns.csv", 1]
        assert "Ticket No".lower() in told["missing-columns.csv", 1]
        assert "not a JSON object" in told["one-bad-line.jsonl", 3]
        assert told["noise.eml", 0]
        assert len(told) == 3
        for name, _ in told:
            assert name in said.err
        found = type_("tickets", "list", "--search", "dashes", "--json").json["tickets"]
        assert len(found) == 1
        kept = type_("tickets", "show", str(found[0]["id"]), "--json").json["conversation"]["messages"][0]["attachments"]
        assert "original.eml" in [one["name"] for one in kept]

    def test_nothing_but_broken_files_fails(self, type_: Type) -> None:
        said = type_("tickets", "import", str(BROKEN / "missing-columns.csv"), str(BROKEN / "not-really-markdown.md"), "--json")
        assert said.code == 1
        assert said.json["received"] == 0
        assert {Path(failure["path"]).name for failure in said.json["failed"]} == {
            "missing-columns.csv",
            "not-really-markdown.md",
        }
        assert "columns found" in said.err
        assert ".eml, .mbox, .csv, .jsonl can be read" in said.err
        assert tickets(type_) == 0

    @pytest.mark.parametrize(
        ("name", "content", "words"),
        [
            ("empty.eml", b"", "empty"),
            ("empty.csv", b"", "empty"),
            ("nul.csv", b"id,body\r\n1,he\0llo\r\n", ""),
            ("deep.jsonl", b'{"body": ' + b"[" * 200_000 + b"\n", "not a JSON object"),
            ("latin.jsonl", '{"body": "Grüße"}\n'.encode("latin-1"), "not UTF-8"),
            ("box.mbox", b"Dear all,\n", "not a mailbox"),
            ("gone.eml", None, "no such file"),
        ],
    )
    def test_a_bad_file_beside_a_good_one_costs_only_itself(
        self, type_: Type, tmp_path: Path, name: str, content: bytes | None, words: str
    ) -> None:
        good, bad = tmp_path / "good.eml", tmp_path / name
        good.write_bytes(MAIL)
        if content is not None:
            bad.write_bytes(content)
        said = type_("tickets", "import", str(bad), str(good), "--json")
        assert said.code == 0
        assert "Red light" in type_("tickets", "list").out
        if words:
            assert [words in failure["reason"] for failure in said.json["failed"]] == [True]
            assert name in said.err

    @pytest.mark.parametrize(("name", "size"), [("huge.eml", 51_000_000), ("huge.csv", 201_000_000)])
    def test_what_is_far_too_large_is_refused_before_it_is_read(
        self, type_: Type, tmp_path: Path, name: str, size: int
    ) -> None:
        with (tmp_path / name).open("wb") as file:
            file.truncate(size)
        said = type_("tickets", "import", str(tmp_path / name), "--json")
        assert said.code == 1
        assert name in said.err
        assert "split it" in said.err

    def test_questions_in_a_binary_file_are_refused_by_line(self, type_: Type) -> None:
        for command in ("ask", "search"):
            refused(type_(command, "--batch", str(BROKEN / "not-really-markdown.md")), "not-really-markdown.md", "line 1")

    def test_an_edit_from_a_file_that_is_no_text_changes_nothing(self, type_: Type, knowledge: Path) -> None:
        type_("import", str(knowledge))
        number = ticket(type_)
        type_("draft", "--all")
        draft = str(type_("tickets", "show", str(number), "--json").json["draft"]["id"])
        said = type_("review", draft, "edit", "--file", str(BROKEN / "not-really-markdown.md"))
        assert said.code == 2
        assert "save it as UTF-8" in said.err
        assert [row["draft_id"] for row in type_("queue", "--json").json] == [int(draft)]


class TestTheDisk:
    @pytest.fixture
    def small(self, tmp_path: Path) -> Iterator[Path]:
        """A real disk of 24 MB."""
        place = tmp_path / "small"
        place.mkdir()
        made = ["mount", "-t", "tmpfs", "-o", "size=24m,mode=700", "tmpfs", str(place)]
        if sys.platform != "linux" or os.geteuid() != 0 or subprocess.run(made, capture_output=True, check=False).returncode:
            pytest.skip("this system lets nobody mount a small disk")
        yield place
        subprocess.run(["umount", "-l", str(place)], check=True)

    def test_a_disk_that_fills_up_is_named_and_the_work_goes_on_when_there_is_room(
        self, type_: Type, small: Path, knowledge: Path
    ) -> None:
        on = ("--workspace", str(small / "desk"))
        assert type_("import", str(knowledge), *on).code == 0
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
        assert type_("import", str(knowledge), *on).code == 0
        subprocess.run(["mount", "-o", "remount,ro", str(small)], check=True)
        refused(type_("queue", *on), "Not allowed to write", str(small / "desk"), "make the folder writable")
        subprocess.run(["mount", "-o", "remount,rw", str(small)], check=True)
        assert "five working days" in type_("ask", "How long does a refund take?", "--json", *on).json["text"]

    def test_a_full_disk_is_told_wherever_the_tests_run(
        self, type_: Type, knowledge: Path, desk: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        type_("import", str(knowledge))
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
        type_("import", str(knowledge))
        refused(type_("backup", "/proc/kept.helpdesk"), "/proc/kept.helpdesk", "Not allowed to write")
        refused(type_("eval", str(root() / "kb"), "--out", "/proc/out"), "kb")
        still_answers(type_)


class TestADamagedWorkspace:
    def test_a_damaged_index_costs_no_answer_and_is_rebuilt(self, type_: Type, knowledge: Path, desk: Path) -> None:
        type_("import", str(knowledge))
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
        type_("import", str(knowledge))
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
            (b"theme = [\n", "line"),
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
        type_("import", str(knowledge))
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
        type_("import", str(knowledge))
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


@pytest.mark.parametrize("host", ["http://127.0.0.1:1", "http://[broken", "no address at all"])
def test_a_model_server_that_is_not_there_costs_no_draft(
    type_: Type, knowledge: Path, monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    type_("import", str(knowledge))
    ticket(type_)
    monkeypatch.setenv("HELPDESK_OLLAMA_HOST", host)
    monkeypatch.setenv("HELPDESK_WRITER", "ollama")
    answer = type_("ask", "How long does a refund take?", "--json").json
    assert "five working days" in answer["text"]
    assert answer["writer"] == "excerpts"
    assert any(f"no model server answers at {host}" in reason for reason in answer["reasons"])
    written = type_("draft", "--all", "--json")
    assert written.code == 0
    assert [row["writer"] for row in written.json["drafts"]] == ["excerpts"]
