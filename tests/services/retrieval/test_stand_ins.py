"""Everyday words that came with the desk: one that no article has is searched as what the articles call it."""

import pytest

from helpdesk.adapters.index import LocalIndex
from helpdesk.domain.article import ReadArticle
from helpdesk.domain.errors import BadInput
from helpdesk.domain.evidence import SearchPath
from helpdesk.domain.stand_ins import EVERY
from helpdesk.ports import Store
from helpdesk.services.retrieval import Retrieval
from helpdesk.services.retrieval.dictionary import shipped
from tests.fakes.knowledge import article, put, stocked


def shop(*more: str) -> list[ReadArticle]:
    told = {
        "refunds.md": ("Refunds", "A refund reaches your card within five days after the parcel came to us."),
        "parcels.md": ("Parcels", "A parcel that is late by a week is searched for."),
        "valves.md": ("Valves", "Turn the valve until it closes. Bleed the radiator in autumn."),
        "lamps.md": ("Lamps", "The lamp at the hub is red while it starts."),
        **{f"{n}.md": ("More", one) for n, one in enumerate(more)},
    }
    return [article(path, title, ("", text)) for path, (title, text) in told.items()]


async def test_a_word_no_article_has_is_found_as_what_they_call_it(
    store: Store, index: LocalIndex, retrieval: Retrieval
) -> None:
    await stocked(store, index, {"shop": shop()})
    for asked, wanted in (("When do I get my reimbursement?", "refunds.md"), ("Where is my consignment?", "parcels.md")):
        best = (await retrieval.find(asked, limit=1)).hits[0]
        assert best.passage.path == wanted
        assert best.bm25 > 0
    assert ("reimbursement", "refunds") in (await retrieval.find("reimbursement", limit=1)).hits[0].alike


async def test_a_phrase_is_known_only_as_it_stands(store: Store, index: LocalIndex, retrieval: Retrieval) -> None:
    await stocked(store, index, {"shop": shop()})
    assert (await retrieval.find("I want my money back", limit=1)).hits[0].alike == (("money", "refunds"), ("back", "refunds"))
    assert all(not hit.alike for hit in (await retrieval.find("back in the money", limit=3)).hits)


async def test_a_word_that_the_articles_have_means_only_itself(store: Store, index: LocalIndex, retrieval: Retrieval) -> None:
    await stocked(store, index, {"shop": shop("The reimbursement of travel costs is paid to fitters.")})
    hits = (await retrieval.find("reimbursement", limit=4)).hits
    assert hits[0].passage.path == "0.md"
    assert not any(hit.alike for hit in hits)


async def test_shipped_lines_are_switched_off_one_by_one_or_all(store: Store, index: LocalIndex, retrieval: Retrieval) -> None:
    await stocked(store, index, {"shop": shop()})

    async def found_as() -> list[tuple[str, str]]:
        hits = (await retrieval.find("reimbursement for my consignment", limit=3)).hits
        return sorted({pair for hit in hits for pair in hit.alike})

    assert await found_as() == [("consignment", "parcel"), ("consignment", "parcels"), ("reimbursement", "refunds")]
    await retrieval.switch_shipped(off=["refund"], on=[])
    assert await found_as() == [("consignment", "parcel"), ("consignment", "parcels")]
    assert [line.name for line in (await retrieval.every_synonym()).shipped if not line.on] == ["refund"]
    await retrieval.set_synonyms({}, off=[EVERY])
    assert await found_as() == []
    assert not any(line.on for line in (await retrieval.every_synonym()).shipped)
    await retrieval.switch_shipped(off=[], on=[EVERY])
    assert len(await found_as()) == 3
    with pytest.raises(BadInput, match="no shipped line begins with “nonsense”"):
        await retrieval.switch_shipped(off=["nonsense"], on=[])


async def test_the_desks_own_lines_go_before_the_shipped_ones(store: Store, index: LocalIndex, retrieval: Retrieval) -> None:
    await stocked(store, index, {"shop": shop()})
    await retrieval.set_synonyms({"reimbursement": ["valve"]})
    assert (await retrieval.find("reimbursement", limit=1)).hits[0].passage.path == "valves.md"
    line = next(line for line in (await retrieval.every_synonym()).shipped if line.name == "refund")
    assert line.overruled == ("reimbursement",)
    assert (await retrieval.find("repayment", limit=1)).hits[0].passage.path == "refunds.md"


async def test_a_draft_says_as_what_a_word_was_searched(store: Store, index: LocalIndex, retrieval: Retrieval) -> None:
    await stocked(store, index, {"shop": shop()})
    _, (found,) = await retrieval.gather("", "When do I get my reimbursement?", ())
    assert found.searched is not None
    assert found.searched.corrected == (("reimbursement", "refunds"),)
    assert found.hits[0].passage.path == "refunds.md"


async def test_without_the_index_they_stand_in_as_well(store: Store, retrieval: Retrieval) -> None:
    await put(store, "shop", shop())
    found = await retrieval.find("my reimbursement", limit=1)
    assert found.path is SearchPath.FALLBACK
    assert found.hits[0].passage.path == "refunds.md"
    assert found.hits[0].bm25 > 0


def test_no_shipped_word_stands_in_two_lines_first_and_every_line_means_something() -> None:
    names = [line.name for line in shipped()]
    assert len(set(names)) == len(names)
    assert {line.language for line in shipped()} == {"en", "de"}
    assert all(len(set(map(str.casefold, line.words))) == len(line.words) > 1 for line in shipped())
