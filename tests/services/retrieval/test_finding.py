"""A customer's words into passages, with every score laid open."""

import pytest

from helpdesk.adapters.index import LocalIndex
from helpdesk.domain.article import Audience
from helpdesk.domain.errors import BadInput
from helpdesk.domain.evidence import SearchFilter, SearchPath
from helpdesk.domain.ids import PassageId
from helpdesk.ports.index import Candidate, IndexAnswer
from helpdesk.ports.store import Store
from helpdesk.services.retrieval import MIXES, Retrieval, context_of
from helpdesk.services.retrieval.admission import Admission
from helpdesk.services.retrieval.candidates import Answer
from helpdesk.services.retrieval.ranking import Ranker, Sought
from helpdesk.services.retrieval.second_look import SecondLook
from helpdesk.settings import Settings
from tests.fakes.knowledge import article, stocked
from tests.services.retrieval.conftest import Heard, paths, shop


async def test_a_question_finds_its_passage_with_scores_laid_open(
    store: Store, index: LocalIndex, retrieval: Retrieval, heal: Heard
) -> None:
    await stocked(store, index, {"shop": shop()})
    evidence = await retrieval.find("How long do parcels to Norway take?", limit=5)
    best = evidence.hits[0]
    assert (best.passage.path, best.passage.heading) == ("shipping.md", "Norway")
    assert evidence.path is SearchPath.INDEX
    assert best.score > evidence.hits[-1].score
    assert best.lexical == best.vector == 1.0
    assert best.bm25 > 0
    assert best.cosine > 0
    assert evidence.coverage > 0.6
    assert evidence.agreement == 1.0
    assert heal.count == 0


async def test_what_the_knowledge_base_does_not_know_is_hardly_covered(
    store: Store, index: LocalIndex, retrieval: Retrieval
) -> None:
    await stocked(store, index, {"shop": shop()})
    known = await retrieval.find("reset my password", limit=5)
    unknown = await retrieval.find("calibrate the helicopter turbine password", limit=5)
    assert known.coverage == 1.0
    assert unknown.coverage < 0.4


async def test_at_most_four_passages_of_an_article(store: Store, index: LocalIndex, retrieval: Retrieval) -> None:
    long = article("password.md", "Password", *((f"Way {n}", f"Reset the password in way number {n}.") for n in range(9)))
    await stocked(store, index, {"shop": [*shop(), long]})
    assert paths(await retrieval.find("reset password", limit=10)).count("password.md") == 4


async def test_only_the_asked_bases_answer(store: Store, index: LocalIndex, retrieval: Retrieval) -> None:
    ids = await stocked(store, index, {"shop": shop(), "cars": [article("tyres.md", "Tyres", ("", "Reset the tyre sensor."))]})
    assert set(paths(await retrieval.find("reset password", limit=9, within=SearchFilter(kb_ids=(ids["cars"],))))) == {
        "tyres.md"
    }


async def test_internal_passages_are_found_and_marked(store: Store, index: LocalIndex, retrieval: Retrieval) -> None:
    await stocked(store, index, {"shop": shop()})
    evidence = await retrieval.find("who handles a chargeback", limit=2)
    assert evidence.hits[0].passage.audience is Audience.INTERNAL


async def test_an_empty_knowledge_base_gives_no_hits(retrieval: Retrieval) -> None:
    evidence = await retrieval.find("anything at all", limit=5)
    assert (evidence.hits, evidence.coverage, evidence.agreement) == ((), 0.0, 0.0)


@pytest.mark.parametrize(
    "question", ["", " ", "the of", '"', "NEAR(", "a" * 50_000, "\0", "reset\0password", "?" * 9_000, "漢字"]
)
async def test_any_text_is_a_question(store: Store, index: LocalIndex, retrieval: Retrieval, question: str) -> None:
    await stocked(store, index, {"shop": shop()})
    assert len((await retrieval.find(question, limit=3)).hits) <= 3


async def test_each_ask_of_a_message_gets_its_own_evidence(store: Store, index: LocalIndex, retrieval: Retrieval) -> None:
    await stocked(store, index, {"shop": shop()})
    message = "Hello,\n\nhow can I reset my password? And how long does a parcel to Norway take?\n\nBest regards\nAda"
    asks, evidence = await retrieval.gather("Two questions", message, ())
    assert len(asks) == len(evidence) == 2
    assert [e.question for e in evidence] == list(asks)
    assert evidence[0].hits[0].passage.path == "account/password.md"
    assert evidence[1].hits[0].passage.path == "shipping.md"


async def test_a_message_that_asks_nothing_gets_no_evidence(store: Store, index: LocalIndex, retrieval: Retrieval) -> None:
    await stocked(store, index, {"shop": shop()})
    assert await retrieval.gather("", "Thank you, that worked!", ()) == ((), ())


async def test_a_question_is_found_by_the_conversation_it_stands_in(
    store: Store, index: LocalIndex, retrieval: Retrieval
) -> None:
    await stocked(store, index, {"shop": shop()})
    context = "I want a parcel sent to Norway. How long does it take?"
    found = await retrieval.find("How long does it take?", limit=3, context=context)
    (drafted,) = (await retrieval.gather("", context, ()))[1]
    assert found.hits[0].passage == drafted.hits[0].passage
    assert "Norway" in found.hits[0].passage.text
    alone = await retrieval.find("How long does it take?", limit=3)
    assert await retrieval.find("How long does it take?", limit=3, context=" How long does it take? ") == alone


async def test_a_short_follow_up_is_understood_from_what_was_said_before(
    store: Store, index: LocalIndex, retrieval: Retrieval
) -> None:
    await stocked(store, index, {"shop": shop()})
    _, evidence = await retrieval.gather("Parcel", "And how long does that take?", ["Do you send parcels to Norway?"])
    assert evidence[0].hits[0].passage.path == "shipping.md"


async def test_evidence_keeps_to_what_a_draft_may_stand_on(store: Store, index: LocalIndex, heal: Heard) -> None:
    long = [article(f"long-{i}.md", f"Manual {i}", ("", f"password {i} " + "detail " * 450)) for i in range(6)]
    await stocked(store, index, {"long": long})
    retrieval = Retrieval(store, index, Settings(passages=6), heal)
    _, evidence = await retrieval.gather("", "How do I change the password?", ())
    assert 1 <= sum(h.passage.tokens for h in evidence[0].hits) <= 1500
    one = Retrieval(store, index, Settings(passages=2), heal)
    _, evidence = await one.gather("", "How do I change the password?", ())
    assert len(evidence[0].hits) == 2


def test_earlier_turns_count_only_when_the_message_says_little() -> None:
    telling = "My router model RX-500 drops the connection whenever the microwave oven in the kitchen runs."
    assert "Norway" not in context_of("Router", telling, ["Do you ship to Norway?"])
    assert "Norway" in context_of("", "And there?", ["Do you ship to Norway?"])


async def test_a_hit_says_which_of_the_words_it_has(store: Store, index: LocalIndex, retrieval: Retrieval) -> None:
    await stocked(store, index, {"shop": shop()})
    best = (await retrieval.find("How long do parcels take to Norway, in weeks?", limit=1)).hits[0]
    assert {"parcels", "norway"} <= set(best.matched)
    assert "weeks" not in best.matched
    assert best.corrected == ()


async def test_a_hit_names_an_error_code_as_it_was_written(store: Store, index: LocalIndex, retrieval: Retrieval) -> None:
    await stocked(store, index, {"shop": [article("codes.md", "Error codes", ("", "E-02 means that the valve cannot move."))]})
    best = (await retrieval.find("My valve e shows E-02, why?", limit=1)).hits[0]
    assert set(best.matched) == {"e-02", "valve"}


@pytest.mark.parametrize("slip", ["chargebcak", "hargeback", "vhargeback", "hcargeback", "xchargeback"])
async def test_a_misspelt_word_is_searched_for_as_it_was_meant(
    store: Store, index: LocalIndex, retrieval: Retrieval, slip: str
) -> None:
    await stocked(store, index, {"shop": shop()})
    best = (await retrieval.find(f"{slip} extension", limit=1)).hits[0]
    assert best.passage.title == "Chargebacks"
    assert best.corrected == ((slip, "chargebacks"),)


async def test_a_slip_in_an_ending_is_corrected_in_a_search_and_told_of_a_draft(
    store: Store, index: LocalIndex, retrieval: Retrieval
) -> None:
    text = "Configure the router: its configuration is kept for a year."
    await stocked(store, index, {"shop": [*shop(), article("config.md", "Routers", ("", text))]})
    found = await retrieval.find("router configuraton", limit=1)
    assert found.hits[0].corrected == (("configuraton", "configuration"),)
    _, (evidence,) = await retrieval.gather("Router", "How long is its configuraton kept?", ("It is the router in the hall.",))
    assert evidence.searched is not None
    assert evidence.searched.corrected == (("configuraton", "configuration"),)
    assert "router in the hall" in evidence.searched.around


async def test_a_word_the_base_knows_is_never_corrected(store: Store, index: LocalIndex, retrieval: Retrieval) -> None:
    await stocked(store, index, {"shop": shop(), "b": [article("cart.md", "Carts", ("", "A cart is kept for a week."))]})
    found = await retrieval.find("cart", limit=2)
    assert found.hits[0].passage.path == "cart.md"
    assert not any(hit.corrected for hit in found.hits)


async def test_an_exact_code_wins_over_every_likeness(store: Store, index: LocalIndex, retrieval: Retrieval) -> None:
    codes = [
        article(f"e-{n}.md", f"Error {n}", ("", f"The boiler shows error E-{n}. Bleed the boiler and restart it."))
        for n in (15, 16)
    ]
    other = article("e.md", "The boiler shows an error", ("", "When the boiler shows an error, restart the boiler. It helps."))
    rare = article("valve.md", "Valve", ("", "A stuck valve is reported as E-17 by the controller in the cellar."))
    await stocked(store, index, {"shop": [*codes, other, rare]})
    best = (await retrieval.find("My boiler shows error E-17, should I restart the boiler?", limit=3)).hits[0]
    assert best.passage.path == "valve.md"
    assert (await retrieval.find("boiler shows error E-16", limit=1)).hits[0].passage.path == "e-16.md"


async def test_the_desks_synonyms_find_what_customers_call_otherwise(
    store: Store, index: LocalIndex, retrieval: Retrieval
) -> None:
    await stocked(store, index, {"shop": shop()})
    assert await retrieval.synonyms() == {}
    before = await retrieval.find("moneyback", limit=1)
    await retrieval.set_synonyms({"refund": ["moneyback", " cash  back "]})
    assert await retrieval.synonyms() == {"refund": ("moneyback", "cash back")}
    after = await retrieval.find("moneyback", limit=1)
    assert after.hits[0].passage.title == "Refunds"
    assert after.hits[0].bm25 > 0
    assert before.coverage == 0.0
    assert after.coverage == 1.0


@pytest.mark.parametrize("wrong", [{"": ["x"]}, {"a": []}, {"?!": ["x"]}, {"a": ["b" * 61]}, {"a": ["a"]}])
async def test_synonyms_that_mean_nothing_are_refused(retrieval: Retrieval, wrong: dict[str, list[str]]) -> None:
    with pytest.raises(BadInput):
        await retrieval.set_synonyms(wrong)


async def test_a_draft_gets_the_neighbour_that_says_what_the_best_passage_does_not(
    store: Store, index: LocalIndex, retrieval: Retrieval
) -> None:
    oven = article(
        "oven.md",
        "Oven",
        ("Clean", "Clean the oven door with warm water. Wait until the oven door is cold, then dry the oven door."),
        ("Never", "Vinegar dulls enamel."),
        ("Light", "The lamp has a G9 socket."),
    )
    others = [article(f"door-{n}.md", f"Door {n}", ("", f"Clean oven door number {n} with warm water.")) for n in range(8)]
    await stocked(store, index, {"kitchen": [oven, *others]})
    _, evidence = await retrieval.gather("", "Can I clean the cold oven door dry without dulls from vinegar?", ())
    assert "Never" in [hit.passage.heading for hit in evidence[0].hits]


async def test_a_hit_brings_what_stands_around_it_while_it_all_stays_short(
    store: Store, index: LocalIndex, retrieval: Retrieval
) -> None:
    before = ("Before", "Switch the kettle off.")
    descale = ("Descale", "Descale the kettle with citric acid.")
    after = ("After", " ".join(["Rinse it three times."] * 20))
    far = ("Guarantee", "Two years.")
    others = [article(f"kettle-{n}.md", f"Kettle {n}", ("", f"Kettle number {n} needs to descale never.")) for n in range(9)]
    await stocked(store, index, {"kitchen": [article("kettle.md", "Tea", before, descale, after, far), *others]})
    found = await retrieval.find("How do I descale with citric acid?", limit=3)
    assert [one.heading for one in found.hits[0].beside] == ["After", "Before"]
    assert found.hits[0].text == "\n\n".join(text for _, text in (before, descale, after))

    _, (evidence,) = await retrieval.gather("", "How do I descale with citric acid?", ())
    assert {"Before", "After"} <= {hit.passage.heading for hit in evidence.hits}
    assert evidence.hits[0].passage.heading == "Descale"


async def test_what_a_better_hit_brings_gives_its_place_to_the_next(
    store: Store, index: LocalIndex, retrieval: Retrieval
) -> None:
    parts = [(f"Part {n}", f"Descale the kettle with citric acid, step {n}.") for n in (1, 2)]
    others = [article(f"pot-{n}.md", f"Pot {n}", ("", f"Citric acid for pot number {n}.")) for n in range(9)]
    await stocked(store, index, {"kitchen": [article("kettle.md", "Kettle", *parts), *others]})
    found = await retrieval.find("How do I descale the kettle with citric acid?", limit=9)
    best, second = found.hits[:2]
    assert (best.beside, second.beside) == ((second.passage,), ())

    _, (evidence,) = await retrieval.gather("", "How do I descale the kettle with citric acid?", ())
    paths = [hit.passage.path for hit in evidence.hits]
    assert paths[:2] == ["kettle.md", "kettle.md"]
    assert len(paths) == 6, "five places, and what the best brings has none of its own"


@pytest.mark.parametrize("near", [4, 40])
async def test_a_version_that_many_passages_name_decides_nothing_however_few_are_compared(
    store: Store, index: LocalIndex, heal: Heard, near: int
) -> None:
    releases = [article(f"r{n}.md", f"News {n}", ("", f"Release 2.4.0 mends part {n} of the checkout.")) for n in range(8)]
    text = "The gift card form shows a blank page when the locale is Portuguese"
    others = [article(f"gift{n}.md", f"Gift cards {n}", ("", f"{text}, and so does form {n}.")) for n in range(3)]
    await stocked(store, index, {"shop": [*releases, *others]})
    ranker = Ranker(store, index, MIXES["built-in"], heal, SecondLook())
    (ranking,) = await ranker.ranked([Sought(f"{text}. Release 2.4.0", f"{text}. Release 2.4.0", 100, near)], Admission())
    assert ranking.passages[ranking.scored[0].passage_id].path.startswith("gift")


def test_a_candidate_may_hold_a_name_when_the_names_words_stand_in_it_and_all_may_when_nobody_knows() -> None:
    holding, other = (
        Candidate(PassageId(1), 1.0, 0.5, 1, ("err", "404", "page")),
        Candidate(PassageId(2), 0.5, 0.5, 1, ("page",)),
    )
    found = IndexAnswer((holding, other), {"err": 3, "404": 3, "page": 9, "e": 0, "17": 0}, 20)
    answer = Answer(found, SearchPath.INDEX, is_whole=True)
    assert answer.may_hold(["err_404"]) == [1]
    assert answer.may_hold(["e-17"]) == []
    assert answer.may_hold(["größe_2"]) == answer.may_hold(["v2.4.1"]) == [1, 2]
    assert Answer(found, SearchPath.FALLBACK, is_whole=False).may_hold(["err_404"]) == [1, 2]
