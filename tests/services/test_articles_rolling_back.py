"""Import runs taken back."""

import asyncio
import os

import pytest

from helpdesk.domain.errors import InvalidTransition, NotFound
from helpdesk.domain.ids import ImportRunId
from helpdesk.domain.import_run import FileState, RunKind
from helpdesk.domain.progress import Progress, unheard
from tests.fakes.library import REFUNDS, RESET, Library


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
    files, _ = await library.knowledge.run_files(done.run_id, 0, 1)
    assert [(file.path, file.state) for file in files] == [("reset.md", FileState.FAILED)]
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
