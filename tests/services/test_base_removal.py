"""A whole knowledge base taken away."""

import asyncio
from pathlib import Path

import pytest

from helpdesk.domain.errors import NotFound
from helpdesk.domain.progress import Progress, unheard
from helpdesk.services.articles import removing
from tests.fakes.library import REFUNDS, RESET, Library

WORD = "Zyzzogeton"


async def with_second_base(library: Library, tmp_path: Path, articles: int = 1) -> Path:
    folder = tmp_path / "hums"
    folder.mkdir()
    for n in range(articles):
        (folder / f"{WORD}-{n}.md").write_text(
            f"# {WORD} manual {n}\n\nThe {WORD} hums {n} times.\n\nTurn {WORD} off.\n", "utf-8"
        )
    await library.bring(folder)
    return folder


async def test_nothing_of_a_removed_base_is_left_but_what_drafts_quote(learning_library: Library, tmp_path: Path) -> None:
    library = learning_library
    library.write("reset.md", RESET)
    library.write("billing/refunds.md", REFUNDS)
    await library.bring()
    folder = await with_second_base(library, tmp_path)
    path = f"{WORD}-0.md"
    article_id = await library.id(path)
    draft_id = await library.cite("reset.md", "press Reset")
    quoting = await library.cite(path, "Turn it off", "Noise")
    base = next(base for base in await library.knowledge.bases() if base.name == "hums")
    await library.knowledge.watch(base.id, True)
    assert [impact.draft_id for impact in await library.articles.impact_of_base(base.id)] == [quoting]
    async with asyncio.timeout(60):
        assert await library.articles.remove_base(base.id, unheard) == ()
    assert [base.name for base in await library.knowledge.bases()] == ["docs"]
    assert sorted(await library.rows()) == ["billing/refunds.md", "reset.md"]
    with pytest.raises(NotFound):
        await library.articles.article(article_id)
    index = [file for file in (tmp_path / "workspace" / "index").rglob("*") if file.is_file()]
    assert index
    assert [str(file) for file in index if WORD.lower().encode() in file.read_bytes().lower()] == []
    shown = await library.review.open(quoting)
    assert [cited.quote for cited in shown.draft.citations] == ["Turn it off"]
    assert "taken out of use" in " ".join(caution.words for caution in shown.cautions)
    assert (await library.review.open(draft_id)).cautions == ()
    assert (folder / path).exists()
    assert await library.counts() == (0, 0, 0, 0, 2, 0)


async def test_a_change_in_the_folder_does_not_bring_a_removed_base_back(library: Library, tmp_path: Path) -> None:
    """The change was heard before; its turn comes when the base is gone."""
    folder = await with_second_base(library, tmp_path)
    base = next(base for base in await library.knowledge.bases() if base.name == "hums")
    await library.knowledge.watch(base.id, True)
    (heard,) = [one for one in await library.knowledge.bases() if one.id == base.id]
    (folder / "late.md").write_text("# Late\n\nA word too late.\n", "utf-8")
    await library.articles.remove_base(base.id, unheard)
    await library.knowledge.look(heard)
    assert "hums" not in [base.name for base in await library.knowledge.bases()]
    assert "late.md" not in await library.rows()


async def test_what_comes_after_a_removed_base_is_not_taken_for_it(library: Library, tmp_path: Path) -> None:
    """The newest base goes, and another is given its numbers."""
    await with_second_base(library, tmp_path)
    quoting = await library.cite(f"{WORD}-0.md", "Turn it off", "Noise")
    base = next(base for base in await library.knowledge.bases() if base.name == "hums")
    await library.articles.remove_base(base.id, unheard)
    other = tmp_path / "other"
    other.mkdir()
    (other / "birds.md").write_text("# Birds\n\nTurn it off.\n", "utf-8")
    await library.bring(other)
    assert await library.articles.impact(await library.id("birds.md")) == ()
    shown = await library.review.open(quoting)
    assert "taken out of use" in " ".join(caution.words for caution in shown.cautions)


async def test_a_removal_that_was_stopped_leaves_the_rest_in_use_and_is_finished_by_the_next(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(removing, "AT_ONCE", 2)
    await with_second_base(library, tmp_path, articles=5)
    base = next(base for base in await library.knowledge.bases() if base.name == "hums")
    jobs: list[asyncio.Task[object]] = []

    def stop(progress: Progress) -> None:
        if progress.label == "Removing" and progress.done == 2:
            jobs[0].cancel()

    jobs.append(asyncio.ensure_future(library.articles.remove_base(base.id, stop)))
    with pytest.raises(asyncio.CancelledError):
        await jobs[0]
    left = [path for path in await library.rows() if path.startswith(WORD)]
    assert 0 < len(left) < 5
    state = await library.knowledge.ensure_index(unheard)
    assert (state.trusted, state.passages) == (
        True,
        await library.store.read(lambda records: records.knowledge.passage_count()),
    )
    files = [file for file in (tmp_path / "workspace" / "index").rglob("*") if file.is_file()]
    gone = f"{WORD} manual 0".lower().encode()
    assert [str(file) for file in files if gone in file.read_bytes().lower()] == []
    await library.articles.remove_base(base.id, unheard)
    await library.articles.remove_base(base.id, unheard)
    assert [base.name for base in await library.knowledge.bases()] == ["docs"]


async def test_the_last_base_may_go_too(library: Library) -> None:
    (base,) = await library.knowledge.bases()
    await library.articles.remove_base(base.id, unheard)
    assert await library.knowledge.bases() == []
    assert (await library.knowledge.index_state()).passages == 0
    await library.bring()
    assert sorted(await library.rows()) == ["billing/refunds.md", "reset.md"]
