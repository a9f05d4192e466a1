"""The classifier keeps its word with few examples, and with none."""

import random

import pytest

from helpdesk.adapters.embedders.built_in import BuiltInEmbedder
from helpdesk.adapters.intents import PrototypeIntents
from helpdesk.domain.understanding import UNCLEAR
from helpdesk.ports.understanding import Example

TAUGHT = {
    "delivery": ("Where is my parcel?", "My package never arrived", "The courier lost the parcel"),
    "refund": ("I want my money back", "Please refund the order", "When is the refund paid?"),
    "login": ("I forgot my password", "My account is locked", "The login code is not accepted"),
}
EMBEDDER = BuiltInEmbedder()


def examples(*, vectors: bool = True) -> list[Example]:
    return [
        Example(intent, text, EMBEDDER.embed([text])[0] if vectors else b"")
        for intent, texts in TAUGHT.items()
        for text in texts
    ]


def taught(given: list[Example]) -> PrototypeIntents:
    reader = PrototypeIntents()
    reader.learn(given)
    return reader


@pytest.mark.parametrize("vectors", [True, False])
def test_what_is_like_an_example_means_the_same_and_what_is_like_none_is_unclear(vectors: bool) -> None:
    reader = taught(examples(vectors=vectors))

    def read(text: str) -> str:
        return reader.read(text, EMBEDDER.embed([text])[0] if vectors else b"").value

    assert [read(t) for t in ("the parcel never arrived", "refund me please", "password forgotten")] == list(TAUGHT)
    assert read("Quantum chromodynamics of hadrons") == UNCLEAR
    assert read("") == UNCLEAR


def test_the_same_examples_in_any_order_teach_the_same() -> None:
    given = examples()
    shuffled = given * 2
    random.Random(1).shuffle(shuffled)
    for text in ("where is my money", "the parcel", "locked out"):
        vector = EMBEDDER.embed([text])[0]
        assert taught(given).read(text, vector) == taught(shuffled).read(text, vector)


def test_nothing_learned_knows_nothing_and_learning_anew_forgets() -> None:
    reader = PrototypeIntents()
    assert reader.read("Where is my parcel?").value == UNCLEAR
    reader.learn(examples())
    reader.learn([])
    assert reader.read("Where is my parcel?").value == UNCLEAR


def test_a_single_intent_and_a_vector_of_another_length_are_no_trouble() -> None:
    reader = taught(examples()[:3])
    assert reader.read("where is my parcel", b"\0" * 40).value in ("delivery", UNCLEAR)
    assert taught(examples()).read("where is my parcel").value == "delivery"


def test_a_million_letters_are_read_like_any_text() -> None:
    assert taught(examples()).read("a" * 1_000_000, b"").value == UNCLEAR
