"""What an agent is told of a reply's sources before it goes out."""

from dataclasses import replace

import pytest

from helpdesk.domain.article import ArticleStatus, WhenStale
from helpdesk.domain.draft import DraftState, Reason
from helpdesk.domain.errors import NotYetSaid
from helpdesk.domain.ids import DraftId
from helpdesk.domain.progress import unheard
from tests.fakes.library import RESET, Library

QUOTE = "Open Settings and choose Security."
RUNBOOK = (
    "---\naudience: internal\n---\n# Overrides\n\nThe technician opens the panel with code 4711.\n\nWe are glad to help you.\n"
)


async def told(library: Library, draft_id: DraftId) -> list[str]:
    return [caution.words for caution in (await library.review.open(draft_id)).cautions]


async def refused(library: Library, draft_id: DraftId, text: str | None = None) -> tuple[str, ...]:
    with pytest.raises(NotYetSaid) as caution:
        await library.review.approve(draft_id, (await library.review.open(draft_id)).draft.revision, text)
    return caution.value.reasons


async def test_a_draft_says_when_an_article_it_quotes_changed_under_it(library: Library) -> None:
    draft_id = await library.cite("reset.md", QUOTE)
    await library.edit("reset.md", RESET + "\nMore.\n")
    assert await told(library, draft_id) == []
    await library.edit("reset.md", RESET.replace("Security", "Privacy"))
    (words,) = await told(library, draft_id)
    assert "“Reset a password” changed" in words
    assert QUOTE in words
    assert await refused(library, draft_id) == (words,)
    await library.review.approve(draft_id, (await library.review.open(draft_id)).draft.revision, read=[words])
    item = await library.review.open(draft_id)
    assert (item.draft.state, item.cautions) == (DraftState.APPROVED, ())


@pytest.mark.parametrize("how", ["removed", "archived", "draft", "erased"])
async def test_a_draft_says_when_its_source_was_taken_away(library: Library, how: str) -> None:
    draft_id = await library.cite("reset.md", QUOTE)
    if how == "removed":
        (library.folder / "reset.md").unlink()
        await library.bring()
    elif how == "erased":
        await library.articles.erase(await library.id("reset.md"), unheard)
    else:
        await library.articles.set_status(await library.id("reset.md"), ArticleStatus(how))
    (words,) = await told(library, draft_id)
    assert "taken out of use" in words
    assert await refused(library, draft_id) == (words,)


async def test_a_draft_on_an_article_due_for_review_says_so_and_may_be_sent(library: Library) -> None:
    draft_id = await library.cite("reset.md", QUOTE)
    (base,) = await library.knowledge.bases()
    await library.articles.set_review(base.id, 30, WhenStale.MARK)
    library.clock.advance(days=31)
    (words,) = await told(library, draft_id)
    assert "due for a review" in words
    item = await library.review.open(draft_id)
    scored = replace(item.draft, reasons=(Reason("stale-source", "It was due already", 0.0), Reason("other", "Else", 0.0)))
    assert [reason.code for reason in replace(item, draft=scored).told] == ["source-stale", "other"]
    assert [reason.code for reason in replace(item, draft=scored, cautions=()).told] == ["stale-source", "other"]
    await library.review.approve(draft_id, (await library.review.open(draft_id)).draft.revision)


async def test_words_of_an_internal_article_do_not_leave_unread(library: Library) -> None:
    library.write("inside.md", RUNBOOK)
    library.write("greeting.md", "# Greeting\n\nWe are glad to help you.\n")
    await library.bring()
    draft_id = await library.cite("reset.md", QUOTE)
    harmless = f"Hello,\n\nWe are glad to help you. {QUOTE}\n"
    leak = "Hello,\n\nour technician says: the technician opens the panel with code 4711, so try that.\n"
    words = await refused(library, draft_id, leak)
    assert ["“Overrides”, which is internal" in said for said in words] == [False, True]
    revision = (await library.review.open(draft_id)).draft.revision
    decided = await library.review.approve(draft_id, revision, leak, read=words)
    await library.review.undo(decided.decision.id)
    revision = (await library.review.open(draft_id)).draft.revision
    await library.review.approve(draft_id, revision, harmless)


async def test_a_source_made_internal_later_is_named(library: Library) -> None:
    draft_id = await library.cite("reset.md", QUOTE)
    await library.articles.set_status(await library.id("reset.md"), ArticleStatus.INTERNAL)
    (words,) = await refused(library, draft_id)
    assert "“Reset a password” is internal" in words
