"""Why one hit stands above another."""

import pytest

from helpdesk.adapters.index import LocalIndex
from helpdesk.domain.evidence import Hit
from helpdesk.domain.score_parts import PartName
from helpdesk.ports.store import Store
from helpdesk.services.retrieval import Retrieval
from tests.fakes.knowledge import article, stocked
from tests.services.retrieval.conftest import shop

VALVE = [
    article("cold.md", "Radiator stays cold", ("", "Still hot after a day? Then calibrate the valve as the app shows you.")),
    article("calibration.md", "Valves", ("", "Valve: what we calibrate.")),
    article("codes.md", "Codes", ("", "E-17 is a valve that must be mended.")),
]


def parts(hit: Hit) -> dict[PartName, float]:
    return dict(hit.parts)


@pytest.mark.parametrize("question", ["calibrate the valve", "how do I reset my password on the phone", "valve shows E-17"])
async def test_the_parts_of_a_score_are_the_whole_of_it(
    store: Store, index: LocalIndex, retrieval: Retrieval, question: str
) -> None:
    await stocked(store, index, {"shop": [*shop(), *VALVE]})
    hits = (await retrieval.find(question, limit=9)).hits
    assert len(hits) > 3
    for hit in hits:
        assert sum(parts(hit).values()) == pytest.approx(hit.score)


async def test_a_passage_that_says_it_as_it_was_asked_says_so(store: Store, index: LocalIndex, retrieval: Retrieval) -> None:
    await stocked(store, index, {"shop": [*shop(), *VALVE]})
    hits = {hit.passage.path: hit for hit in (await retrieval.find("calibrate the valve", limit=9)).hits}
    said, named = hits["cold.md"], hits["calibration.md"]
    assert said.score > named.score
    assert parts(said)[PartName.WORDS] < parts(named)[PartName.WORDS]
    assert parts(said)[PartName.PHRASES] > parts(named).get(PartName.PHRASES, 0.0)


async def test_an_exact_name_is_half_of_the_score(store: Store, index: LocalIndex, retrieval: Retrieval) -> None:
    await stocked(store, index, {"shop": [*shop(), *VALVE]})
    best, *others = (await retrieval.find("valve shows E-17", limit=9)).hits
    assert best.passage.path == "codes.md"
    assert parts(best)[PartName.NAMES] == 0.5
    assert not any(PartName.NAMES in parts(hit) for hit in others)


async def test_what_repeats_a_better_hit_says_why_it_stands_below(
    store: Store, index: LocalIndex, retrieval: Retrieval
) -> None:
    other = article("fourteen.md", "Paying", ("", "Refunds to a card take fourteen days."))
    gifts = article("gifts.md", "Gifts", ("", "To the card of a gift we add fourteen days."))
    await stocked(store, index, {"shop": [*shop(), other, gifts]})
    hits = (await retrieval.find("refunds to the card fourteen days", limit=9)).hits
    first, again = (hit for hit in hits if hit.passage.title == "Refunds")
    assert (first.repeats, again.repeats) == (False, True), [(h.passage.path, h.score) for h in hits]
    assert any(hit.score < again.score for hit in hits[: hits.index(again)])
