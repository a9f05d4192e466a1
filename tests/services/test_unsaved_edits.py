"""What was typed into an article and not saved outlives a crash."""

from helpdesk.domain.progress import unheard
from tests.fakes.library import RESET, Library


async def test_the_last_text_typed_into_each_article_is_kept_until_it_is_let_go(library: Library) -> None:
    reset, refunds = await library.id("reset.md"), await library.id("billing/refunds.md")
    base = await library.serving("reset.md")
    await library.articles.keep_unsaved(reset, base, RESET + "\nAsk")
    library.clock.advance(seconds=1)
    await library.articles.keep_unsaved(reset, base, RESET + "\nAsk Grace.")
    library.clock.advance(seconds=1)
    await library.articles.keep_unsaved(refunds, await library.serving("billing/refunds.md"), "# Refunds\n\nSoon.")
    newest, older = await library.articles.unsaved()
    assert (newest.title, older.text, older.base) == ("Refunds", RESET + "\nAsk Grace.", base)
    assert newest.at > older.at
    await library.articles.forget_unsaved(reset)
    assert [one.article_id for one in await library.articles.unsaved()] == [refunds]


async def test_an_erased_article_takes_what_was_typed_into_it_along(library: Library) -> None:
    article_id, base = await library.id("reset.md"), await library.serving("reset.md")
    await library.articles.keep_unsaved(article_id, base, "# Reset\n\nSecret words.\n")
    await library.articles.erase(article_id, unheard)
    assert await library.articles.unsaved() == []
    await library.articles.keep_unsaved(article_id, base, "# Reset\n\nSecret words.\n")
    assert await library.articles.unsaved() == []
