"""A customer's words into passages: from the index, and without it."""

import os
import shutil
import signal
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from helpdesk.adapters.index import EmbedderRecipe, LocalIndex, engine
from helpdesk.adapters.processes import WorkerProcess
from helpdesk.domain.article import ArticleStatus, Audience, ReadArticle
from helpdesk.domain.errors import BadInput, DiskFull, ReadOnly
from helpdesk.domain.evidence import Evidence, SearchFilter, SearchPath
from helpdesk.ports.store import Store
from helpdesk.services.retrieval import Retrieval, context_of
from helpdesk.settings import Settings
from tests.fakes.knowledge import article, put, stocked

BUILT_IN = EmbedderRecipe("helpdesk.adapters.embedders.built_in:BuiltInEmbedder")
NO_MODEL = EmbedderRecipe("helpdesk.adapters.onnx_models.embedder:OnnxEmbedder", (Path("/nowhere"), 1))


def shop() -> list[ReadArticle]:
    return [
        article(
            "account/password.md",
            "Passwords",
            (
                "Reset",
                "To reset your password open Settings, choose Security and press Reset password. A mail with a link comes.",
            ),
            ("Rules", "A password has at least twelve characters. Old passwords cannot be used again."),
            ("Reset > On the phone", "On the phone tap your picture, then Reset password. The link is valid for one hour."),
            ("Reset > By an agent", "An agent can send the reset link for a password too, after checking who you are."),
            ("Reset > Trouble", "If the password reset mail does not come look into the spam folder."),
        ),
        article("billing/refunds.md", "Refunds", ("", "Refunds are paid within fourteen days to the card that was charged.")),
        article("billing/refunds-old.md", "Refunds", ("", "Refunds are paid within fourteen days to the card that was used.")),
        article(
            "shipping.md", "Shipping", ("Norway", "Parcels to Norway take five working days. Customs may ask for an invoice.")
        ),
        article(
            "internal/fraud.md",
            "Chargebacks",
            ("", "A chargeback is passed to the fraud desk on extension 4411."),
            audience=Audience.INTERNAL,
        ),
    ]


class Heard:
    def __init__(self) -> None:
        self.count = 0

    def __call__(self) -> None:
        self.count += 1


@pytest.fixture(scope="module")
def worker() -> Iterator[WorkerProcess]:
    shared = WorkerProcess("retrieval-tests")
    yield shared
    shared._leave()
    shared._thread.shutdown()


@pytest.fixture
async def index(tmp_path: Path, worker: WorkerProcess) -> AsyncIterator[LocalIndex]:
    opened = LocalIndex(tmp_path / "index", BUILT_IN, worker)
    yield opened
    await worker.call(engine.leave, opened._place)


@pytest.fixture
def heal() -> Heard:
    return Heard()


@pytest.fixture
def retrieval(store: Store, index: LocalIndex, heal: Heard) -> Retrieval:
    return Retrieval(store, index, Settings(), heal)


def paths(evidence: Evidence) -> list[str]:
    return [h.passage.path for h in evidence.hits]


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


async def test_at_most_three_passages_of_an_article(store: Store, index: LocalIndex, retrieval: Retrieval) -> None:
    await stocked(store, index, {"shop": shop()})
    assert paths(await retrieval.find("reset password", limit=10)).count("account/password.md") == 3


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


async def test_without_an_index_the_store_answers_and_healing_is_asked_for(
    store: Store, index: LocalIndex, retrieval: Retrieval, heal: Heard, worker: WorkerProcess, tmp_path: Path
) -> None:
    await stocked(store, index, {"shop": shop()})
    with_index = await retrieval.find("How do I reset my password?", limit=5)
    await worker.call(engine.leave, index._place)
    shutil.rmtree(tmp_path / "index")
    without = await retrieval.find("How do I reset my password?", limit=5)
    assert (without.path, heal.count) == (SearchPath.FALLBACK, 1)
    assert [h.passage.id for h in without.hits] == [h.passage.id for h in with_index.hits]
    assert without.hits[0].cosine == pytest.approx(with_index.hits[0].cosine, abs=1e-4)


async def test_the_fallback_keeps_to_the_asked_bases(store: Store, index: LocalIndex, retrieval: Retrieval) -> None:
    await put(store, "shop", shop())
    cars = await put(store, "cars", [article("tyres.md", "Tyres", ("", "Reset the tyre sensor."))])
    assert set(paths(await retrieval.find("reset password", limit=9, within=SearchFilter(kb_ids=(cars,))))) == {"tyres.md"}


async def test_without_index_and_embedder_words_answer_alone(
    store: Store, index: LocalIndex, worker: WorkerProcess, tmp_path: Path, heal: Heard
) -> None:
    await stocked(store, index, {"shop": shop()})
    blind = Retrieval(store, LocalIndex(tmp_path / "index", NO_MODEL, worker), Settings(embedder="fastembed"), heal)
    evidence = await blind.find("refunds to the card", limit=3)
    assert evidence.path is SearchPath.WORDS_ONLY
    assert evidence.hits[0].passage.title == "Refunds"
    assert evidence.agreement == 0.0
    assert heal.count == 0, "a rebuild would not bring the model back"


async def test_a_killed_index_process_costs_no_question(store: Store, tmp_path: Path, heal: Heard) -> None:
    index = LocalIndex(tmp_path / "own", BUILT_IN)
    try:
        retrieval = Retrieval(store, index, Settings(), heal)
        await stocked(store, index, {"shop": shop()})
        assert index.pid is not None
        os.kill(index.pid, signal.SIGKILL)
        assert (await retrieval.find("parcels to Norway", limit=1)).hits[0].passage.path == "shipping.md"
        assert (await retrieval.find("parcels to Norway", limit=1)).path is SearchPath.INDEX
    finally:
        await index.aclose()


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


async def test_a_misspelt_word_is_searched_for_as_it_was_meant(store: Store, index: LocalIndex, retrieval: Retrieval) -> None:
    await stocked(store, index, {"shop": shop()})
    best = (await retrieval.find("chargebcak extension", limit=1)).hits[0]
    assert best.passage.title == "Chargebacks"
    assert best.corrected == (("chargebcak", "chargebacks"),)


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


async def test_a_search_keeps_to_an_audience_and_says_what_it_left_out(
    store: Store, index: LocalIndex, retrieval: Retrieval
) -> None:
    await stocked(store, index, {"shop": shop()})
    found = await retrieval.find("chargeback fraud desk", limit=3, within=SearchFilter(audience=Audience.PUBLIC))
    assert "internal/fraud.md" not in paths(found)
    assert [(left.path, left.reason) for left in found.left_out] == [("internal/fraud.md", "it is not public")]
    internal = await retrieval.find("reset password", limit=9, within=SearchFilter(audience=Audience.INTERNAL))
    assert set(paths(internal)) == {"internal/fraud.md"}


async def test_a_search_keeps_to_a_language(store: Store, index: LocalIndex, retrieval: Retrieval) -> None:
    german = replace(article("passwort.md", "Passwort", ("", "Reset password: Passwort zurücksetzen.")), language="de")
    await stocked(store, index, {"shop": [*shop(), german]})
    assert set(paths(await retrieval.find("reset password", limit=9, within=SearchFilter(language="de")))) == {"passwort.md"}


async def test_a_withdrawn_article_is_found_by_nobody_and_named(store: Store, index: LocalIndex, retrieval: Retrieval) -> None:
    await stocked(store, index, {"shop": shop()})
    norway = (await retrieval.find("parcels to Norway", limit=1)).hits[0].passage.article_id
    await store.write(lambda records: records.articles.set_status(norway, ArticleStatus.ARCHIVED))
    found = await retrieval.find("parcels to Norway", limit=3)
    assert "shipping.md" not in paths(found)
    assert [(left.path, left.reason) for left in found.left_out] == [("shipping.md", "it is a draft or archived")]
    _, evidence = await retrieval.gather("", "How long do parcels to Norway take?", ())
    assert "shipping.md" not in paths(evidence[0])


async def test_filters_hold_without_the_index_too(
    store: Store, index: LocalIndex, retrieval: Retrieval, worker: WorkerProcess, tmp_path: Path
) -> None:
    await stocked(store, index, {"shop": shop()})
    await worker.call(engine.leave, index._place)
    shutil.rmtree(tmp_path / "index")
    found = await retrieval.find("chargeback fraud desk", limit=9, within=SearchFilter(audience=Audience.PUBLIC))
    assert found.path is SearchPath.FALLBACK
    assert found.hits
    assert "internal/fraud.md" not in paths(found)


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
    assert len(evidence[0].hits) <= 5


async def test_what_was_written_since_the_index_was_made_is_found_and_what_went_is_not(
    store: Store, index: LocalIndex, retrieval: Retrieval
) -> None:
    await stocked(store, index, {"shop": shop()})
    await put(
        store,
        "shop",
        [
            article("shipping.md", "Shipping", ("Norway", "Parcels to Norway take nine working days by sledge.")),
            article("zwieback.md", "Zwieback", ("", "Zwieback keeps for a year.")),
        ],
    )
    norway = await retrieval.find("How long do parcels to Norway take?", limit=5)
    assert norway.path is SearchPath.INDEX
    assert [h.passage.text for h in norway.hits if h.passage.path == "shipping.md"] == [
        "Parcels to Norway take nine working days by sledge."
    ]
    assert norway.hits[0].passage.path == "shipping.md"
    new = await retrieval.find("How long does zwieback keep?", limit=3)
    assert (new.hits[0].passage.path, new.hits[0].corrected) == ("zwieback.md", ())
    assert new.coverage > 0.6
    _, evidence = await retrieval.gather("", "How long does zwieback keep?", ())
    assert evidence[0].hits[0].passage.path == "zwieback.md"


async def test_an_index_all_of_whose_passages_are_gone_hides_nothing(
    store: Store, index: LocalIndex, retrieval: Retrieval
) -> None:
    many = [article(f"{n}.md", f"Refunds {n}", ("", f"Refunds of kind {n} are paid by card.")) for n in range(120)]
    await stocked(store, index, {"shop": many})
    again = [replace(one, passages=tuple(replace(p, text=p.text + " Always.") for p in one.passages)) for one in many]
    await put(store, "shop", [replace(one, source=one.source + " Always.", content_hash=f"{one.path}-2") for one in again])
    found = await retrieval.find("Are refunds paid by card?", limit=5)
    assert [h.passage.text.endswith("Always.") for h in found.hits] == [True] * 5


async def test_filters_hold_for_what_the_index_does_not_know_yet(store: Store, index: LocalIndex, retrieval: Retrieval) -> None:
    await stocked(store, index, {"shop": shop()})
    secret = article("internal/till.md", "Till", ("", "The till code is kept by the shift lead."), audience=Audience.INTERNAL)
    await put(store, "shop", [secret])
    assert "internal/till.md" in paths(await retrieval.find("till code", limit=5))
    public = await retrieval.find("till code", limit=5, within=SearchFilter(audience=Audience.PUBLIC))
    assert "internal/till.md" not in paths(public)


@pytest.mark.parametrize("trouble", [DiskFull, ReadOnly])
async def test_an_index_that_cannot_be_written_costs_no_answer(
    store: Store,
    index: LocalIndex,
    retrieval: Retrieval,
    heal: Heard,
    monkeypatch: pytest.MonkeyPatch,
    trouble: type[DiskFull | ReadOnly],
) -> None:
    async def refuse(*_: object, **__: object) -> list[bytes]:
        raise trouble(Path("/index"))

    await stocked(store, index, {"shop": shop()})
    monkeypatch.setattr(index, "search", refuse)
    assert (await retrieval.find("parcels to Norway", limit=1)).path is SearchPath.FALLBACK
    monkeypatch.setattr(index, "embed", refuse)
    found = await retrieval.find("parcels to Norway", limit=1)
    assert (found.path, heal.count) == (SearchPath.WORDS_ONLY, 2)
    assert found.hits[0].passage.path == "shipping.md"
