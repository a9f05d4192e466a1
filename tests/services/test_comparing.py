"""Articles are compared apart from the desk, only where something changed, and a look that was broken off goes on."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

import pytest

from helpdesk.adapters.comparing import ApartComparing
from helpdesk.domain.article import ArticleStatus, Passage
from helpdesk.domain.contradictions import Disagreement
from helpdesk.domain.errors import IndexStale
from helpdesk.domain.progress import unheard
from helpdesk.ports.comparing import Comparing, Comparison, HeldPassage
from helpdesk.services.gaps import comparing as compared_by
from helpdesk.services.gaps.comparing import Compared, Found
from tests.fakes.library import Library
from tests.services.test_gaps import Shop

if TYPE_CHECKING:
    from collections.abc import Mapping

    from helpdesk.ports import PassageIndex

MINE = "Goods may be sent back within 14 days of delivery without a reason."
THEIRS = "Goods may be sent back within 30 days of delivery without a reason."


class Killed(Exception):
    pass


@dataclass
class Counting:
    """The real process, and how much it was asked to do; the desk is killed when that many pairs were compared."""

    looked: int = 0
    pairs: int = 0
    begun_times: int = 0
    ends_at: int | None = None
    inner: list[Comparison] = field(default_factory=list)

    @asynccontextmanager
    async def begun(self) -> AsyncIterator["Counting"]:
        self.begun_times += 1
        async with ApartComparing().begun() as comparison:
            self.inner.append(comparison)
            yield self

    async def hold(self, passages: Sequence[HeldPassage]) -> None:
        await self.inner[-1].hold(passages)

    async def nearest(self, at_once: int) -> "Mapping[bytes, bytes]":
        found = await self.inner[-1].nearest(at_once)
        self.looked += len(found)
        return found

    async def disagreements(self, pairs: Sequence[tuple[Passage, Passage]]) -> list[tuple[Disagreement, ...]]:
        if self.ends_at is not None and self.pairs >= self.ends_at:
            raise Killed
        self.pairs += len(pairs)
        return await self.inner[-1].disagreements(pairs)


class Shelf(Shop):
    def __init__(self, library: Library) -> None:
        super().__init__(library)
        self.counting = Counting()

    def opened(self) -> Compared:
        """As a desk that was just opened has it."""
        return Compared(self.store, cast("PassageIndex", self.index), cast("Comparing", self.counting))

    async def bring(self, **articles: str) -> None:
        for name, text in articles.items():
            self.library.write(f"{name}.md", f"# {name.capitalize()}\n\n{text}\n")
        await self.library.bring()
        await self.indexed()


@pytest.fixture
def shelf(library: Library) -> Shelf:
    return Shelf(library)


def said(found: Sequence[Found]) -> list[set[str]]:
    return [{one.one.path, one.other.path} for one in found]


async def test_a_desk_opened_again_compares_only_what_changed(shelf: Shelf) -> None:
    await shelf.bring(returns=MINE, shipping="Parcels to Norway take nine days by ship.", cards="Gift cards come by post.")
    assert said(await shelf.opened().disagreeing(unheard)) == []
    counted = shelf.counting
    before, pairs = counted.looked, counted.pairs
    assert before
    assert said(await shelf.opened().disagreeing(unheard)) == []
    assert (counted.looked, counted.pairs) == (before, pairs)
    await shelf.bring(refunds=THEIRS)
    assert said(await shelf.opened().disagreeing(unheard)) == [{"returns.md", "refunds.md"}]


async def test_what_was_found_is_found_again_without_asking_while_nothing_changes(shelf: Shelf) -> None:
    await shelf.bring(returns=MINE, refunds=THEIRS)
    desk = shelf.opened()
    assert said(await desk.disagreeing(unheard)) == said(await desk.disagreeing(unheard)) == [{"returns.md", "refunds.md"}]
    assert shelf.counting.begun_times == 1
    assert said(await shelf.opened().disagreeing(unheard)) == [{"returns.md", "refunds.md"}]


async def test_a_look_that_was_killed_goes_on_where_it_was(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compared_by, "COMPARED_AT_ONCE", 1)
    await shelf.bring(**{f"place{n}": f"Goods of shelf {n} may be sent back with the label we printed." for n in range(5)})
    counted = shelf.counting
    counted.ends_at = 3
    with pytest.raises(Killed):
        await shelf.opened().disagreeing(unheard)
    looked, counted.ends_at = counted.looked, None
    await shelf.opened().disagreeing(unheard)
    assert counted.looked == looked
    again = Counting()
    shelf.counting = again
    await shelf.bring(place9="Goods of shelf 9 may be sent back with the label we printed.")
    await shelf.opened().disagreeing(unheard)
    assert again.pairs <= 7


async def test_an_archived_article_contradicts_nothing_and_does_again_when_it_serves(shelf: Shelf) -> None:
    await shelf.bring(returns=MINE, refunds=THEIRS)
    assert len(await shelf.opened().disagreeing(unheard)) == 1
    article = await shelf.library.id("refunds.md")
    await shelf.library.articles.set_status(article, ArticleStatus.ARCHIVED)
    assert await shelf.opened().disagreeing(unheard) == []
    await shelf.library.articles.set_status(article, ArticleStatus.PUBLIC)
    assert len(await shelf.opened().disagreeing(unheard)) == 1


async def test_a_process_that_took_the_place_of_a_lost_one_says_so() -> None:
    async with ApartComparing().begun() as comparison:
        with pytest.raises(IndexStale, match="lost"):
            await comparison.nearest(10)
