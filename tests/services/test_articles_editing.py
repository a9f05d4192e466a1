"""Articles edited with write-back: their history, conflicts with the file, texts restored."""

import os
import stat
import zipfile
from pathlib import Path

import pytest

from helpdesk.domain.errors import BadInput, FileMoved, FolderGone, NotFound
from helpdesk.domain.events import KnowledgeChanged
from helpdesk.domain.import_run import RunKind
from tests.fakes.library import RESET, Library


async def test_every_import_and_edit_is_in_the_history_with_who_and_when(library: Library) -> None:
    library.write("reset.md", RESET.replace("Security", "Privacy"))
    await library.bring()
    await library.edit("reset.md", RESET.replace("Security", "Account"))
    article_id = await library.id("reset.md")
    newest, middle, first = await library.articles.history(article_id)
    assert [r.kind for r in (newest, middle, first)] == [RunKind.EDIT, RunKind.IMPORT, RunKind.IMPORT]
    assert (newest.agent, newest.serving, middle.serving) == ("Ada", True, False)
    assert newest.created_at > middle.created_at > first.created_at
    changes = await library.articles.compare(article_id, first.id, newest.id)
    assert [(c.kind, c.text) for c in changes if c.kind != "same"] == [("removed", "Security"), ("added", "Account")]
    with pytest.raises(NotFound):
        await library.articles.compare(await library.id("billing/refunds.md"), first.id, newest.id)


async def test_an_edit_is_written_to_the_file_and_the_next_import_finds_nothing_new(library: Library) -> None:
    await library.edit("reset.md", RESET + "\nAsk Grace.\n")
    assert (library.folder / "reset.md").read_text() == RESET + "\nAsk Grace.\n"
    assert await library.counts() == (0, 0, 0, 0, 2, 0)
    assert isinstance(library.heard[-1], KnowledgeChanged)
    assert len(await library.articles.history(await library.id("reset.md"))) == 2


async def test_saving_what_is_there_already_makes_no_revision(library: Library) -> None:
    before = await library.serving("reset.md")
    assert await library.edit("reset.md", RESET) == before


async def test_what_was_not_touched_in_a_file_stays_byte_for_byte(library: Library) -> None:
    odd = b"\xef\xbb\xbf# Caf\xc3\xa9\r\n\r\nsoft\xc2\xad hyphen\r\nold mac\rbroken \xff byte\r\nlast"
    path = library.write("odd.md", odd)
    path.chmod(0o640)
    await library.bring()
    await library.edit("odd.md", (await library.text("odd.md")).replace("last", "the end\nof it"))
    assert path.read_bytes() == odd.replace(b"last", b"the end\r\nof it")
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert await library.counts() == (0, 0, 0, 0, 3, 0)
    assert sorted(p.name for p in library.folder.iterdir()) == ["billing", "odd.md", "reset.md"]


async def test_a_character_the_file_cannot_hold_is_named_with_its_line(library: Library) -> None:
    path = library.write("alt.md", "# Größe\n\nfür alle\n".encode("cp1252"))
    await library.bring()
    with pytest.raises(BadInput) as refused:
        await library.edit("alt.md", "# Größe\n\nfür alle ✓\n")
    assert (refused.value.path, refused.value.line) == ("alt.md", 3)
    await library.edit("alt.md", "# Größe\n\nfür wenige\n")
    assert path.read_bytes() == "# Größe\n\nfür wenige\n".encode("cp1252")


async def test_a_file_changed_meanwhile_is_never_overwritten(library: Library) -> None:
    article_id, base = await library.id("reset.md"), await library.serving("reset.md")
    theirs, mine = RESET.replace("Security", "Theirs"), RESET.replace("Security", "Mine")
    path = library.write("reset.md", theirs)
    with pytest.raises(FileMoved) as moved:
        await library.articles.save(article_id, base, mine)
    assert moved.value.disk_text == theirs == path.read_text()
    read = await library.articles.read_again(article_id)
    await library.articles.save(article_id, read, mine)
    assert path.read_text() == mine
    texts = [(await library.articles.article(article_id, r.id)).source for r in await library.articles.history(article_id)]
    assert texts == [mine, theirs, RESET]


async def test_an_edit_begun_before_an_import_does_not_undo_it(library: Library) -> None:
    article_id, base = await library.id("reset.md"), await library.serving("reset.md")
    theirs = RESET.replace("Security", "Theirs")
    library.write("reset.md", theirs)
    await library.bring()
    for also_file in (True, False):
        with pytest.raises(FileMoved) as moved:
            await library.articles.save(article_id, base, RESET + "mine", also_file=also_file)
        assert moved.value.disk_text == theirs
    (library.folder / "reset.md").unlink()
    with pytest.raises(FileMoved) as gone:
        await library.edit("reset.md", RESET)
    assert gone.value.disk_text == ""


async def test_a_file_that_broke_can_be_mended_here_without_losing_what_it_held(library: Library) -> None:
    broken = "---\ntitle: Reset\n---\n<!-- half a thought -->\n"
    path = library.write("reset.md", broken)
    await library.bring()
    assert (await library.rows())["reset.md"].failure
    article_id = await library.id("reset.md")
    with pytest.raises(FileMoved) as moved:
        await library.edit("reset.md", RESET + "\nMended.\n")
    assert moved.value.disk_text == broken
    with pytest.raises(BadInput, match="in the history"):
        await library.articles.read_again(article_id)
    await library.edit("reset.md", RESET + "\nMended.\n")
    assert path.read_text() == RESET + "\nMended.\n"
    history = await library.articles.history(article_id)
    texts = [(await library.articles.article(article_id, revision.id)).source for revision in history]
    assert texts == [RESET + "\nMended.\n", broken, RESET]
    assert not (await library.rows())["reset.md"].failure


async def test_a_followed_folder_that_was_quicker_than_the_save_makes_no_second_revision(library: Library) -> None:
    mine = RESET + "\nMine.\n"
    article_id, base = await library.id("reset.md"), await library.serving("reset.md")
    library.write("reset.md", mine)
    taken_in = await library.articles.read_again(article_id)
    assert await library.articles.save(article_id, base, mine) == taken_in
    assert len(await library.articles.history(article_id)) == 2


async def test_a_save_cut_short_after_the_file_is_taken_in_by_the_next_look(library: Library) -> None:
    mine = RESET + "\nMine.\n"
    library.write("reset.md", mine)
    await library.edit("reset.md", mine)
    assert len(await library.articles.history(await library.id("reset.md"))) == 2
    library.write("reset.md", RESET)
    assert (await library.counts())[:2] == (0, 1)
    assert await library.text("reset.md") == RESET


async def test_links_and_protected_files_are_respected(library: Library, tmp_path: Path) -> None:
    real = library.write("shared/real.md", "# Shared\n\nOne text.\n")
    (library.folder / "link.md").symlink_to("shared/real.md")
    await library.bring()
    await library.edit("link.md", "# Shared\n\nTwo texts.\n")
    assert (library.folder / "link.md").is_symlink()
    assert real.read_text() == "# Shared\n\nTwo texts.\n"
    real.chmod(0o444)
    await library.bring()
    with pytest.raises(BadInput, match="read-only"):
        await library.edit("link.md", "# Shared\n\nThree.\n")
    outside = tmp_path / "outside.md"
    outside.write_text("# Secret\n\nNot yours.\n")
    (library.folder / "reset.md").unlink()
    (library.folder / "reset.md").symlink_to(outside)
    with pytest.raises(BadInput, match="leads out"):
        await library.edit("reset.md", RESET + "x")
    assert outside.read_text() == "# Secret\n\nNot yours.\n"


async def test_a_text_that_is_no_article_is_refused_before_the_file_is_touched(library: Library) -> None:
    with pytest.raises(BadInput):
        await library.edit("reset.md", "\n\n")
    preview = await library.articles.preview(await library.id("reset.md"), "\n\n")
    assert preview.read is None
    assert preview.failure is not None
    assert (library.folder / "reset.md").read_text() == RESET


async def test_a_base_from_an_archive_is_edited_in_the_desk_and_stays_so_until_the_archive_changes(
    library: Library, tmp_path: Path
) -> None:
    packed = tmp_path / "packed.zip"

    def pack(text: str) -> None:
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("hours.md", text)

    pack("# Hours\n\nWe open at nine.\n")
    await library.bring(packed)
    with pytest.raises(FolderGone):
        await library.edit("hours.md", "# Hours\n\nWe open at ten.\n")
    await library.edit("hours.md", "# Hours\n\nWe open at ten.\n", also_file=False)
    await library.edit("hours.md", "# Hours\n\nWe open at eleven.\n", also_file=False)
    assert (await library.counts(packed))[-1] == 1
    assert "eleven" in await library.text("hours.md")
    pack("# Hours\n\nWe open at noon.\n")
    assert (await library.counts(packed))[1] == 1
    assert "noon" in await library.text("hours.md")


async def test_any_earlier_text_can_be_restored_even_of_a_removed_article(library: Library) -> None:
    article_id, first = await library.id("reset.md"), await library.serving("reset.md")
    await library.edit("reset.md", "# Reset\n\nAsk Grace.\n")
    await library.articles.restore(article_id, first)
    assert (library.folder / "reset.md").read_text() == RESET
    newest = (await library.articles.history(article_id))[0]
    assert (newest.kind, newest.agent) == (RunKind.RESTORE, "Ada")
    assert "2026-11-20" in newest.about
    (library.folder / "reset.md").unlink()
    await library.bring()
    assert set(await library.rows()) == {"billing/refunds.md"}
    await library.articles.restore(article_id, first)
    assert (library.folder / "reset.md").read_text() == RESET
    assert await library.counts() == (0, 0, 0, 0, 2, 0)
    with pytest.raises(NotFound):
        await library.articles.restore(await library.id("billing/refunds.md"), first)
