"""Everything that can be wrong with what a desk is given: each is told with its name and what to do, nothing that was there is
lost, and the rest of the batch goes on. Typed as a person types it."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from helpdesk.paths import resources
from tests.cli.conftest import Type
from tests.journeys.steps import refused, still_answers, ticket, tickets

BROKEN = resources() / "samples" / "broken"
MAIL = b"From: Grace Hopper <grace@example.org>\r\nSubject: Red light\r\n\r\nThe light of my hub blinks red. Help?\r\n"
UNIX = pytest.mark.skipif(sys.platform == "win32", reason="Unix")


class TestKnowledgeFiles:
    def test_a_folder_with_everything_wrong_still_gives_what_is_right(self, type_: Type, knowledge: Path) -> None:
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
        (knowledge / "refunds.md").write_bytes(b"\0" * 2000)
        (knowledge / "reset.md").unlink()
        said = type_("import", str(knowledge), "--json")
        assert said.code == 1, "nothing was imported"
        assert "refunds.md" in said.err
        still_answers(type_)

    @pytest.mark.parametrize("content", [b"PK\x03\x04 and no more", b""])
    def test_a_torn_archive_is_named(self, type_: Type, knowledge: Path, tmp_path: Path, content: bytes) -> None:
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
        number = ticket(type_)
        type_("draft", "--all")
        draft = str(type_("tickets", "show", str(number), "--json").json["draft"]["id"])
        said = type_("review", draft, "edit", "--file", str(BROKEN / "not-really-markdown.md"))
        assert said.code == 2
        assert "save it as UTF-8" in said.err
        assert [row["draft_id"] for row in type_("queue", "--json").json] == [int(draft)]
