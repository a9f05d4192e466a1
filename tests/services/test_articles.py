"""Articles as managed things: history, status, freshness, editing with write-back, rolling back, impact, erasing."""

import asyncio
import os
import stat
import zipfile
from datetime import date, timedelta
from pathlib import Path

import pytest

from helpdesk.domain.article import ArticleFilter, ArticleStatus, Audience, WhenStale
from helpdesk.domain.errors import BadInput, FileMoved, FolderGone, InvalidTransition, NotFound
from helpdesk.domain.events import KnowledgeChanged
from helpdesk.domain.ids import ImportRunId
from helpdesk.domain.import_run import RunKind
from helpdesk.domain.progress import Progress, unheard
from tests.fakes.library import REFUNDS, RESET, Library


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


async def test_a_status_set_by_hand_wins_until_it_is_taken_back(library: Library) -> None:
    library.write("inside.md", "---\naudience: internal\n---\n# Inside\n\nFor us only.\n")
    await library.bring()
    article_id = await library.id("inside.md")
    assert (await library.rows())["inside.md"].status is ArticleStatus.INTERNAL
    await library.articles.set_status(article_id, ArticleStatus.PUBLIC)
    row = (await library.rows())["inside.md"]
    assert (row.status, row.audience) == (ArticleStatus.PUBLIC, Audience.PUBLIC)
    assert (await library.articles.article(article_id)).status_set
    await library.knowledge.set_audience(row.kb_id, Audience.INTERNAL)
    assert {one.status for one in (await library.rows()).values()} == {ArticleStatus.INTERNAL}
    await library.knowledge.set_audience(row.kb_id, Audience.PUBLIC)
    await library.articles.set_status(article_id, ArticleStatus.ARCHIVED)
    assert await library.store.read(lambda r: r.articles.barred(quoting=False)) == {article_id}
    assert set(await library.rows(ArticleFilter(statuses=(ArticleStatus.ARCHIVED,)))) == {"inside.md"}
    await library.articles.set_status(article_id, None)
    assert (await library.rows())["inside.md"].status is ArticleStatus.INTERNAL
    assert not await library.store.read(lambda r: r.articles.barred(quoting=True))


async def test_an_article_nobody_looked_at_for_too_long_is_stale_until_somebody_does(library: Library) -> None:
    (base,) = await library.knowledge.bases()
    await library.articles.set_review(base.id, 30, WhenStale.MARK)
    library.clock.advance(days=29)
    assert not await library.rows(ArticleFilter(stale=True))
    library.clock.advance(days=2)
    assert set(await library.rows(ArticleFilter(stale=True))) == {"reset.md", "billing/refunds.md"}
    assert (await library.knowledge.bases())[0].stale == 2
    await library.articles.mark_reviewed(await library.id("reset.md"))
    assert set(await library.rows(ArticleFilter(stale=True))) == {"billing/refunds.md"}
    assert not await library.store.read(lambda r: r.articles.barred(quoting=True))
    await library.articles.set_review(base.id, 30, WhenStale.EXCLUDE)
    stale = await library.id("billing/refunds.md")
    assert await library.store.read(lambda r: r.articles.barred(quoting=True)) == {stale}
    assert not await library.store.read(lambda r: r.articles.barred(quoting=False))
    embedder = await library.index.embedder_fingerprint()
    vectors = await library.store.read(lambda r: r.knowledge.vectors(embedder, 0, 10))
    passages = await library.store.read(lambda r: r.knowledge.passages([v.passage_id for v in vectors]))
    assert {p.path: p.stale for p in passages} == {"reset.md": False, "billing/refunds.md": True}


async def test_a_date_in_the_front_matter_asks_for_a_review(library: Library) -> None:
    due = (library.clock.now() + timedelta(days=3)).date()
    library.write("law.md", f"---\nreview_by: {due}\n---\n# Law\n\nParagraph nine holds.\n")
    await library.bring()
    article = await library.articles.article(await library.id("law.md"))
    assert article.review_by == due
    assert isinstance(article.review_by, date)
    library.clock.advance(days=5)
    assert set(await library.rows(ArticleFilter(stale=True))) == {"law.md"}
    await library.articles.mark_reviewed(article.id)
    assert not await library.rows(ArticleFilter(stale=True))


async def test_the_list_is_filtered_and_says_how_articles_fared(library: Library) -> None:
    await library.cite("reset.md", "Then press Reset.")
    await library.cite("reset.md", "Open Settings and choose Security.")
    library.write("größe.md", "# Größe\n\nDie Größe der Box.\n")
    library.write("broken.md", b"\x89PNG\r\n")
    await library.bring()
    rows = await library.rows()
    assert list(rows) == ["broken.md", "billing/refunds.md", "größe.md", "reset.md"]
    assert (rows["reset.md"].cited, rows["reset.md"].approved) == (2, 0)
    assert set(await library.rows(ArticleFilter(failed=True))) == {"broken.md"}
    assert set(await library.rows(ArticleFilter(text="GRÖSSE"))) == set()
    assert set(await library.rows(ArticleFilter(text="gröSSe".lower()))) == set()
    assert set(await library.rows(ArticleFilter(text="GRÖßE"))) == {"größe.md"}
    assert set(await library.rows(ArticleFilter(text="100%_"))) == set()
    assert set(await library.rows(ArticleFilter(never_cited=True))) == {"broken.md", "billing/refunds.md", "größe.md"}
    pages = [await library.articles.page(ArticleFilter(), offset, 1) for offset in range(5)]
    assert [[row.path for row in found] for found, _ in pages] == [*([path] for path in rows), []]
    assert {total for _, total in pages} == {4}


async def test_before_a_text_changes_it_is_said_who_stands_on_it(library: Library) -> None:
    first = await library.cite("reset.md", "Then press Reset.")
    second = await library.cite("reset.md", "Open Settings and choose Security.")
    await library.cite("billing/refunds.md", "We refund within fourteen days.")
    article_id = await library.id("reset.md")
    preview = await library.articles.preview(article_id, RESET.replace("Security", "Privacy"))
    assert preview.read is not None
    assert [(i.draft_id, i.gone) for i in preview.impact] == [(second, True), (first, False)]
    assert preview.impact[0].subject == "About reset.md"
    assert [i.gone for i in await library.articles.impact(article_id)] == [False, False]
    library.write("reset.md", RESET.replace("Then press", "Now press"))
    library.write("new.md", "# New\n\nNew text.\n")
    (library.folder / "billing/refunds.md").rename(library.folder / "billing/money.md")
    shown = await library.articles.preview_import(library.folder)
    assert (shown.added, shown.changed, shown.removed) == (("new.md",), ("reset.md",), ())
    assert shown.renamed == (("billing/refunds.md", "billing/money.md"),)
    assert {(i.path, i.quote, i.gone) for i in shown.impact if i.path == "reset.md"} == {
        ("reset.md", "Then press Reset.", True),
        ("reset.md", "Open Settings and choose Security.", False),
    }
    run = await library.bring()
    assert {i.gone for i in await library.articles.impact_of_run(run)} == {False}
    assert {(i.quote, i.gone) for i in await library.articles.impact(article_id)} == {
        ("Then press Reset.", True),
        ("Open Settings and choose Security.", False),
    }


async def test_a_whole_run_is_rolled_back_and_stays_so_until_a_file_changes(library: Library) -> None:
    before = await library.texts()
    library.write("reset.md", "# Reset\n\nWrong text.\n")
    library.write("added.md", "# Added\n\nWrong too.\n")
    (library.folder / "billing/refunds.md").unlink()
    run = await library.bring()
    wrong = await library.texts()
    assert set(wrong) == {"reset.md", "added.md"}
    done = await library.articles.roll_back(run, unheard)
    assert (done.added, done.changed, done.removed, done.failed) == (1, 1, 1, ())
    assert await library.texts() == before
    assert (await library.counts())[:4] == (0, 0, 0, 0)
    assert await library.texts() == before
    rolled = next(r for r in await library.knowledge.runs(None) if r.id == run)
    assert rolled.rolled_back_at is not None
    with pytest.raises(InvalidTransition):
        await library.articles.roll_back(run, unheard)
    again = await library.articles.roll_back(done.run_id, unheard)
    assert (again.added, again.changed, again.removed, again.failed) == (1, 1, 1, ())
    assert await library.texts() == wrong
    assert (await library.counts())[:4] == (0, 0, 0, 0)
    assert await library.texts() == wrong


async def test_a_file_that_changes_after_a_roll_back_is_taken_in_again(library: Library) -> None:
    library.write("reset.md", "# Reset\n\nWrong text.\n")
    library.write("added.md", "# Added\n\nWrong too.\n")
    await library.articles.roll_back(await library.bring(), unheard)
    library.write("reset.md", "# Reset\n\nRight text.\n")
    library.write("added.md", "# Added\n\nRight too.\n")
    await library.bring()
    assert await library.text("reset.md") == "# Reset\n\nRight text.\n"
    assert await library.text("added.md") == "# Added\n\nRight too.\n"


async def test_a_twin_of_a_rolled_back_file_stays_what_it_is(library: Library) -> None:
    library.write("again.md", REFUNDS)
    await library.articles.roll_back(await library.bring(), unheard)
    twin = library.folder / "billing/refunds.md"
    os.utime(twin, (1, 1))
    assert await library.counts() == (0, 0, 0, 0, 2, 1)
    twin.unlink()
    await library.bring()
    impact = await library.articles.preview_import(library.folder)
    assert (impact.held, impact.unchanged) == (("again.md",), 1)


async def test_a_rename_is_rolled_back_and_forth(library: Library) -> None:
    article_id = await library.id("reset.md")
    (library.folder / "reset.md").rename(library.folder / "passwords.md")
    run = await library.bring()
    assert await library.id("passwords.md") == article_id
    done = await library.articles.roll_back(run, unheard)
    assert (done.renamed, done.failed) == (1, ())
    assert await library.id("reset.md") == article_id
    assert (await library.counts())[:4] == (0, 0, 0, 0)
    assert set(await library.rows()) == {"reset.md", "billing/refunds.md"}
    await library.articles.roll_back(done.run_id, unheard)
    assert await library.id("passwords.md") == article_id
    assert (await library.counts())[:4] == (0, 0, 0, 0)
    assert set(await library.rows()) == {"passwords.md", "billing/refunds.md"}


async def test_what_somebody_changed_since_is_left_alone_and_reported(library: Library) -> None:
    library.write("reset.md", "# Reset\n\nWrong text.\n")
    library.write("billing/refunds.md", "# Refunds\n\nWrong too.\n")
    run = await library.bring()
    await library.edit("reset.md", "# Reset\n\nMended by hand.\n")
    done = await library.articles.roll_back(run, unheard)
    assert [(f.path, "changed again" in f.reason) for f in done.failed] == [("reset.md", True)]
    assert await library.texts() == {"reset.md": "# Reset\n\nMended by hand.\n", "billing/refunds.md": REFUNDS}
    with pytest.raises(NotFound):
        await library.articles.roll_back(ImportRunId(999), unheard)


async def test_a_roll_back_that_was_stopped_goes_on(library: Library) -> None:
    before = await library.texts()
    for n in range(40):
        library.write(f"many/{n}.md", f"# Many {n}\n\nWrong text number {n}.\n")
    run = await library.bring()

    def stop(progress: Progress) -> None:
        if progress.done > 0 and progress.label == "Rolling back":
            raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        await library.articles.roll_back(run, stop)
    assert 2 < len(await library.rows()) < 42
    done = await library.articles.roll_back(run, unheard)
    assert (done.removed, done.failed) == (40, ())
    assert await library.texts() == before
    kinds = [found.kind for found in await library.knowledge.runs(None)]
    assert kinds.count(RunKind.ROLLBACK) == 1
    assert (await library.counts())[:4] == (0, 0, 0, 0)


async def test_an_edit_over_a_rolled_back_file_keeps_both_texts(library: Library) -> None:
    library.write("reset.md", "# Reset\n\nWrong text.\n")
    await library.articles.roll_back(await library.bring(), unheard)
    await library.edit("reset.md", RESET + "\nBetter.\n")
    assert (library.folder / "reset.md").read_text() == RESET + "\nBetter.\n"
    texts = [
        (await library.articles.article(await library.id("reset.md"), r.id)).source
        for r in await library.articles.history(await library.id("reset.md"))
    ]
    assert "# Reset\n\nWrong text.\n" in texts


async def test_nothing_of_an_erased_article_is_left(learning_library: Library, tmp_path: Path) -> None:
    library, word = learning_library, "Zyzzogeton"
    library.write("reset.md", RESET)
    library.write("billing/refunds.md", REFUNDS)
    library.write(f"{word}.md", f"# {word} manual\n\nThe {word} hums.\n\nSee also {word} again.\n")
    await library.bring()
    await library.edit(f"{word}.md", f"# {word} manual\n\nThe {word} hums loudly.\n")
    await library.cite(f"{word}.md", "hums", "Noise")
    article_id = await library.id(f"{word}.md")
    async with asyncio.timeout(60):
        backups = await library.articles.erase(article_id, unheard)
    assert backups == ()
    files = [path for path in (tmp_path / "workspace").rglob("*") if path.is_file()]
    needles = (word.encode(), word.lower().encode(), word.encode("utf-16-le"))
    assert [str(path) for path in files if any(needle in path.read_bytes() for needle in needles)] == []
    assert len(files) > 3
    assert f"{word}.md" not in await library.rows()
    assert (await library.counts())[0] == 0
    with pytest.raises(NotFound):
        await library.articles.article(article_id)
    (impact,) = await library.articles.impact(article_id)
    assert (impact.quote, impact.path) == ("", "")
