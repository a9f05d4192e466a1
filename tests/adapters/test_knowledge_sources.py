"""Folders, files and archives as users have them, and as an attacker makes them."""

import os
import socket
import stat
import zipfile
from pathlib import Path

import pytest

from helpdesk.adapters.knowledge_sources import knowledge_source
from helpdesk.adapters.knowledge_sources.limits import LIMITS, Limits
from helpdesk.domain.article import FileFailure
from helpdesk.domain.errors import BadInput
from helpdesk.ports import FoundFile

SMALL = Limits(file_bytes=1000, files=3, run_bytes=1500, archive_bytes=5000, archive_names=10, ratio=100)


def found(path: Path, limits: Limits = LIMITS) -> tuple[dict[str, bytes], dict[str, str]]:
    """(content by path, reason by path), both in the order they came."""
    source = knowledge_source(path, limits)
    results = list(source.files())
    assert source.count() == len(results)
    files = {f.path: f.content for f in results if isinstance(f, FoundFile)}
    return files, {f.path: f.reason for f in results if isinstance(f, FileFailure)}


def put(folder: Path, *names: str, content: str = "# T\n\nText.") -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content)


def packed(path: Path, *names: str | zipfile.ZipInfo, content: str = "# T\n\nText.") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, content)
    return path


class TestFolder:
    def test_gives_every_markdown_file_once_by_name_and_nothing_else(self, tmp_path: Path) -> None:
        put(tmp_path, "b.md", "a/z.markdown", "a/deep/er/C.MD", "notes.txt", ".hidden.md", ".git/x.md", "a/.obsidian/y.md")
        files, failures = found(tmp_path)
        assert list(files) == ["a/deep/er/C.MD", "a/z.markdown", "b.md"]
        assert not failures

    def test_links_inside_are_read_and_links_out_or_in_circles_are_refused(self, tmp_path: Path) -> None:
        root, outside = tmp_path / "kb", tmp_path / "secrets"
        put(root, "a.md", "sub/b.md")
        put(outside, "secret.md", content="secret")
        (root / "again.md").symlink_to("sub/b.md")
        (root / "out.md").symlink_to(outside / "secret.md")
        (root / "loop.md").symlink_to("loop.md")
        (root / "gone.md").symlink_to("nothing")
        (root / "sub" / "up").symlink_to(root)
        (root / "elsewhere").symlink_to(outside)
        files, failures = found(root)
        assert list(files) == ["a.md", "again.md", "sub/b.md"]
        assert set(failures) == {"out.md", "loop.md", "gone.md", "sub/up/", "elsewhere/"}
        assert b"secret" not in b"".join(files.values())
        assert "out of the imported folder" in failures["out.md"]

    def test_a_link_named_by_the_user_is_followed(self, tmp_path: Path) -> None:
        put(tmp_path / "kb", "a.md")
        (tmp_path / "link").symlink_to(tmp_path / "kb")
        assert list(found(tmp_path / "link")[0]) == ["a.md"]

    def test_pipes_sockets_and_unreadable_files_do_not_stop_the_rest(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        put(tmp_path, "a.md", "z.md")
        os.mkfifo(tmp_path / "pipe.md")
        monkeypatch.chdir(tmp_path)
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind("socket.md")
            files, failures = found(tmp_path)
        assert list(files) == ["a.md", "z.md"]
        assert all("pipe or a device" in failures[name] for name in ("pipe.md", "socket.md"))

    @pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
    def test_a_closed_folder_is_told_and_the_rest_is_read(self, tmp_path: Path) -> None:
        put(tmp_path, "a.md", "closed/b.md")
        (tmp_path / "closed").chmod(0)
        files, failures = found(tmp_path)
        (tmp_path / "closed").chmod(stat.S_IRWXU)
        assert list(files) == ["a.md"]
        assert "permissions" in failures["closed/"]

    def test_empty_and_large_files_and_whole_loads_are_refused_one_by_one(self, tmp_path: Path) -> None:
        put(tmp_path, "b.md", "d.md", "e.md", "f.md")
        put(tmp_path, "a.md", content="")
        put(tmp_path, "c.md", content="x" * 1001)
        files, failures = found(tmp_path, SMALL)
        assert list(files) == ["b.md", "d.md"]
        assert "is empty" in failures["a.md"]
        assert "split it" in failures["c.md"]
        assert "comes after 3 files" in failures["f.md"]

    def test_the_whole_load_is_bounded(self, tmp_path: Path) -> None:
        put(tmp_path, "a.md", "b.md", content="x" * 900)
        files, failures = found(tmp_path, SMALL)
        assert list(files) == ["a.md"]
        assert "the most one import takes" in failures["b.md"]

    def test_names_that_deceive_are_shown_escaped_and_refused(self, tmp_path: Path) -> None:
        put(tmp_path, "invoice\u202egpj.md", "line\nbreak.md", "日本語 ü.md")
        (Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.md"))).write_text("x")
        files, failures = found(tmp_path)
        assert list(files) == ["日本語 ü.md"]
        assert set(failures) == {"invoice\\u202egpj.md", "line\\nbreak.md", "caf\\udce9.md"}
        assert all("rename it" in reason for reason in failures.values())

    def test_names_no_list_could_show_are_refused_and_hard_links_are_files(self, tmp_path: Path) -> None:
        deep = tmp_path / "kb"
        for _ in range(6):
            deep = deep / ("n" * 200)
        put(deep, "far.md")
        put(tmp_path / "kb", "CON.md", "trailing .md", "A.md", "a.md", "page.mdx")
        os.link(tmp_path / "kb" / "A.md", tmp_path / "kb" / "same.md")
        files, failures = found(tmp_path / "kb")
        assert set(files) == {"CON.md", "trailing .md", "A.md", "a.md", "page.mdx", "same.md"}
        ((name, reason),) = failures.items()
        assert len(name) <= 1000
        assert "more than 1,000 characters: shorten it" in reason

    def test_a_folder_called_like_a_file_is_a_folder(self, tmp_path: Path) -> None:
        put(tmp_path, "notes.md/inner.md")
        assert list(found(tmp_path)[0]) == ["notes.md/inner.md"]


class TestWhatCannotBeImported:
    @pytest.mark.parametrize(
        ("name", "reason"),
        [("missing", "check the path"), ("empty", "holds no markdown"), ("a.docx", "is not markdown"), ("broken.zip", "zip")],
    )
    def test_says_why_and_what_to_do(self, tmp_path: Path, name: str, reason: str) -> None:
        (tmp_path / "empty").mkdir()
        put(tmp_path, "a.docx", "broken.zip")
        with pytest.raises(BadInput) as refused:
            knowledge_source(tmp_path / name).count()
        assert reason in refused.value.reason
        assert refused.value.path == str(tmp_path / name)


class TestFile:
    def test_is_called_by_its_own_name(self, tmp_path: Path) -> None:
        put(tmp_path, "sub/faq.md")
        assert list(found(tmp_path / "sub" / "faq.md")[0]) == ["faq.md"]

    def test_too_large_is_a_failure_of_that_file(self, tmp_path: Path) -> None:
        put(tmp_path, "faq.md", content="x" * 1001)
        assert "split it" in found(tmp_path / "faq.md", SMALL)[1]["faq.md"]


class TestArchive:
    def test_reads_like_the_folder_it_was_packed_from(self, tmp_path: Path) -> None:
        names = ("docs/b.md", "docs/a/c.md", "docs/logo.png", "__MACOSX/docs/._b.md", "docs/.git/x.md")
        files, failures = found(packed(tmp_path / "docs.zip", *names))
        assert list(files) == ["a/c.md", "b.md"]
        assert not failures

    def test_names_that_lead_out_links_and_doubles_are_refused(self, tmp_path: Path) -> None:
        link = zipfile.ZipInfo("link.md")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive = packed(
                tmp_path / "x.zip", "../out.md", "/etc/abs.md", "C:\\win.md", "a/../../b.md", link, "ok.md", "ok.md"
            )
        files, failures = found(archive)
        assert list(files) == ["ok.md"]
        assert "twice" in failures["ok.md"]
        assert len(failures) == 6
        assert "is a link" in failures["link.md"]

    def test_a_bomb_does_not_go_off(self, tmp_path: Path) -> None:
        bomb = packed(tmp_path / "bomb.zip", "bomb.md", "fine.md", content="0" * 2_000_000)
        files, failures = found(bomb)
        assert not files
        assert "100 times" in failures["bomb.md"]
        with pytest.raises(BadInput, match="unpack"):
            knowledge_source(bomb, SMALL).count()

    def test_too_many_names_and_damaged_entries(self, tmp_path: Path) -> None:
        with pytest.raises(BadInput, match="names"):
            knowledge_source(packed(tmp_path / "many.zip", *(f"{n}.md" for n in range(11))), SMALL).count()
        path = packed(tmp_path / "damaged.zip", "a.md", "b.md", content="A text that is long enough to be packed. " * 9)
        damaged = bytearray(path.read_bytes())
        damaged[40:44] = b"\xff\xff\xff\xff"
        path.write_bytes(bytes(damaged))
        files, failures = found(path)
        assert list(files) == ["b.md"]
        assert "cannot be unpacked" in failures["a.md"]

    @pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
    def test_methods_that_may_ask_for_any_amount_of_memory_are_refused(self, tmp_path: Path, method: int) -> None:
        with zipfile.ZipFile(tmp_path / "x.zip", "w", method) as archive:
            archive.writestr("a.md", "# T\n\nText.")
        ((name, reason),) = found(tmp_path / "x.zip")[1].items()
        assert (name, "unusual method" in reason) == ("a.md", True)

    def test_an_endless_list_of_names_is_refused_before_it_is_read(self, tmp_path: Path) -> None:
        path = packed(tmp_path / "x.zip", "a.md")
        content = bytearray(path.read_bytes())
        content[-10:-6] = (1 << 30).to_bytes(4, "little")
        path.write_bytes(bytes(content))
        with pytest.raises(BadInput, match="list of names of 1 GB"):
            knowledge_source(path).count()

    def test_what_an_archive_says_of_its_sizes_is_not_believed(self, tmp_path: Path) -> None:
        text = "".join(f"Line {number} is unlike the others: {number * 7919}.\n" for number in range(200))
        path = packed(tmp_path / "x.zip", "a.md", "b.md", content=text)
        content = path.read_bytes()
        told = len(text).to_bytes(4, "little")
        assert content.count(told) == 4
        path.write_bytes(content.replace(told, (10).to_bytes(4, "little")))
        files, failures = found(path)
        assert not files
        assert all("cannot be unpacked" in reason for reason in failures.values())

    def test_archives_in_archives_are_left_alone_and_locked_files_are_told(self, tmp_path: Path) -> None:
        inner = packed(tmp_path / "inner.zip", "secret.md")
        path = tmp_path / "outer.zip"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("a.md", "# T\n\nText.")
            archive.writestr("inner.zip", inner.read_bytes())
        assert list(found(path)[0]) == ["a.md"]
        locked = packed(tmp_path / "locked.zip", "a.md")
        content = bytearray(locked.read_bytes())
        for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            content[content.find(mark) + offset] |= 1
        locked.write_bytes(bytes(content))
        assert "locked by a password" in found(locked)[1]["a.md"]
