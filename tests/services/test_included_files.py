"""Articles that take in the words of other files of their base."""

from pathlib import Path

import pytest

from helpdesk.domain.article import ArticleStatus
from helpdesk.domain.includes import places, targets
from helpdesk.domain.progress import unheard
from tests.fakes.library import Library

SETUP = "# Set it up\n\nOpen the [!INCLUDE [product](parts/product.md)] portal.\n\n[!INCLUDE [tip](parts/tip.md)]\n"
TIP = "---\nauthor: ada\n---\n> [!TIP]\n> Hold the key for five seconds.\n"


async def told(library: Library, path: str = "setup.md") -> str:
    article_id = await library.id(path)
    return await library.store.read(lambda records: records.articles.says(article_id))


@pytest.fixture
async def shelf(library: Library) -> Library:
    library.write("setup.md", SETUP)
    library.write("parts/product.md", "---\nms.service: hub\n---\nHub One")
    library.write("parts/tip.md", TIP)
    await library.bring()
    return library


async def test_an_article_says_what_the_files_it_takes_in_say_and_every_line_stays_where_it_was(shelf: Library) -> None:
    assert await told(shelf) == "Open the Hub One portal.\n\n**Tip:** Hold the key for five seconds."
    assert (await shelf.text("setup.md")) == SETUP


async def test_a_change_in_such_a_file_reaches_every_article_that_takes_it_in(shelf: Library) -> None:
    shelf.write("parts/product.md", "Hub Two")
    assert await shelf.counts() == (0, 1, 0, 0, 4, 0)
    assert "Open the Hub Two portal." in await told(shelf)
    assert len(await shelf.articles.history(await shelf.id("setup.md"))) == 1


async def test_one_that_comes_later_is_taken_in_then_and_one_that_goes_leaves_its_link(shelf: Library) -> None:
    (shelf.folder / "parts" / "product.md").unlink()
    await shelf.bring()
    assert "Open the [product](parts/product.md) portal." in await told(shelf)
    shelf.write("parts/product.md", "Hub Three")
    await shelf.bring()
    assert "Open the Hub Three portal." in await told(shelf)


async def test_words_edited_in_the_window_are_taken_in_at_once(shelf: Library) -> None:
    await shelf.edit("parts/product.md", "Hub Four\n")
    await shelf.knowledge.ensure_index(unheard)
    assert "Open the Hub Four portal." in await told(shelf)
    preview = await shelf.articles.preview(await shelf.id("setup.md"), SETUP + "\nMore.\n")
    assert preview.read is not None
    assert "Open the Hub Four portal." in preview.read.passages[0].text
    assert preview.whole == ("# Set it up\n\nOpen the Hub Four portal.\n\n**Tip:** Hold the key for five seconds.\n\nMore.\n")


async def test_a_preview_without_such_files_is_the_text_as_it_stands(shelf: Library) -> None:
    text = "# Plain\n\nOpen [!INCLUDE [it](parts/none.md)].\n"
    assert (await shelf.articles.preview(await shelf.id("setup.md"), text)).whole == text


async def test_before_such_a_file_changes_it_is_said_who_stands_on_the_articles_that_take_it_in(shelf: Library) -> None:
    await shelf.cite("setup.md", "Open the Hub One portal.")
    await shelf.cite("setup.md", "Hold the key for five seconds.")
    product = await shelf.id("parts/product.md")
    preview = await shelf.articles.preview(product, "Hub Nine")
    assert [(one.path, one.quote, one.gone) for one in preview.impact] == [
        ("setup.md", "Hold the key for five seconds.", False),
        ("setup.md", "Open the Hub One portal.", True),
    ]
    assert {one.gone for one in await shelf.articles.impact(product, "Hub One")} == {False}
    shelf.write("parts/product.md", "Hub Nine")
    coming = await shelf.articles.preview_import(shelf.folder)
    assert [(one.path, one.gone) for one in coming.impact] == [("setup.md", False), ("setup.md", True)]
    back = await shelf.articles.impact_of_run(await shelf.bring())
    assert [(one.path, one.gone) for one in back] == [("setup.md", False)] * 2


async def test_what_is_not_for_customers_stays_out_of_articles_that_are(shelf: Library) -> None:
    shelf.write("parts/tip.md", TIP.replace("author: ada", "audience: internal"))
    await shelf.bring()
    assert "five seconds" not in await told(shelf)
    await shelf.articles.set_status(await shelf.id("parts/product.md"), ArticleStatus.INTERNAL)
    await shelf.knowledge.ensure_index(unheard)
    assert "Hub One" not in await told(shelf)
    shelf.write("setup.md", SETUP + "\nOnce more.\n")
    await shelf.bring()
    assert "Hub One" not in await told(shelf)


async def test_an_erased_file_leaves_no_word_in_the_articles_that_took_it_in(shelf: Library, tmp_path: Path) -> None:
    await shelf.articles.erase(await shelf.id("parts/tip.md"), unheard)
    assert "five seconds" not in await told(shelf)
    held = [path for path in (tmp_path / "workspace").rglob("*") if path.is_file()]
    assert held
    assert not [path for path in held if b"five seconds" in path.read_bytes()]


async def test_a_single_file_brought_in_again_finds_what_it_takes_in_among_the_articles(shelf: Library) -> None:
    shelf.write("setup.md", SETUP + "\nOnce more.\n")
    await shelf.bring(shelf.folder / "setup.md", "docs")
    assert "Open the Hub One portal." in await told(shelf)


async def test_a_file_taken_in_may_take_in_others_and_a_circle_ends(library: Library) -> None:
    library.write("a.md", "# Ask\n\nAsk [!INCLUDE [team](parts/team.md)].\n")
    library.write("parts/team.md", "the [!INCLUDE [product](product.md)] team")
    library.write("parts/product.md", "Hub [!INCLUDE [team](team.md)]")
    await library.bring()
    assert (await told(library, "a.md")).startswith("Ask the Hub the ")
    library.write("parts/product.md", "Hub Nine")
    await library.bring()
    assert await told(library, "a.md") == "Ask the Hub Nine team."


async def test_a_mark_in_a_block_of_code_is_shown_as_it_is(library: Library) -> None:
    library.write("parts/product.md", "Hub One")
    library.write("howto.md", "# How to\n\n```\n[!INCLUDE [product](parts/product.md)]\n```\n")
    await library.bring()
    assert "[!INCLUDE [product](parts/product.md)]" in await told(library, "howto.md")


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("See [!INCLUDE[a](inc/a.md)] and [!INCLUDE [b](../b.md)].", ("inc/a.md", "../b.md")),
        ('--8<-- "snippets/a.md"', ("snippets/a.md",)),
        (".. include:: a.markdown", ("a.markdown",)),
        ("{{#include ../a.md}}", ("../a.md",)),
        ("{!a.md!}", ("a.md",)),
        ("[!INCLUDE[a](a.png)] [!NOTE] plain", ()),
    ],
)
def test_the_notations_of_several_tools_are_known(written: str, named: tuple[str, ...]) -> None:
    assert targets(written) == named


def test_a_file_is_looked_for_beside_the_article_then_below_the_root_and_never_outside() -> None:
    assert places("guide/page.md", "inc/a.md") == ("guide/inc/a.md", "inc/a.md")
    assert places("guide/page.md", "../a.md?x=1#y") == ("a.md",)
    assert places("page.md", "../../etc/a.md") == ()
    assert places("guide/page.md", "~/inc/a.md") == ("inc/a.md",)
    assert places("a.md", "a.md") == ()
