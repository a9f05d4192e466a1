"""Articles as managed things: status, freshness, the list, impact, erasing."""

import asyncio
from datetime import date, timedelta
from pathlib import Path

import pytest

from helpdesk.domain.article import ArticleFilter, ArticleStatus, Audience, WhenStale
from helpdesk.domain.errors import NotFound
from helpdesk.domain.progress import unheard
from tests.fakes.library import REFUNDS, RESET, Library


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
    opened = await library.articles.article(article_id)
    assert (opened.status, opened.said, opened.closed_by_base) == (ArticleStatus.INTERNAL, ArticleStatus.PUBLIC, True)
    await library.knowledge.set_audience(row.kb_id, Audience.PUBLIC)
    await library.articles.set_status(article_id, ArticleStatus.ARCHIVED)
    assert await library.store.read(lambda r: r.articles.hidden()) == {article_id}
    assert set(await library.rows(ArticleFilter(statuses=(ArticleStatus.ARCHIVED,)))) == {"inside.md"}
    await library.articles.set_status(article_id, None)
    assert (await library.rows())["inside.md"].status is ArticleStatus.INTERNAL
    assert not await library.store.read(lambda r: r.articles.overdue())


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
    assert not await library.store.read(lambda r: r.articles.overdue())
    await library.articles.set_review(base.id, 30, WhenStale.EXCLUDE)
    stale = await library.id("billing/refunds.md")
    assert await library.store.read(lambda r: r.articles.overdue()) == {stale}
    assert not await library.store.read(lambda r: r.articles.hidden())
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
