"""The embedder without a model: what it promises unfitted, what it learns, and that learning gives the same bytes again."""

import os
import subprocess
import sys
from itertools import islice, permutations

import pytest

from helpdesk.adapters.embedders import built_in_features
from helpdesk.adapters.embedders.built_in import BuiltInEmbedder
from helpdesk.domain.errors import EmbedderUnusable
from helpdesk.domain.quiet import QUIET
from helpdesk.ports.embedder import Embedder
from tests.contracts.embedder import EmbedderContract, cosine

PASSAGES = [
    "Password\nTo reset a forgotten password open Settings and choose Reset password. A mail with a link is sent to you.",
    "Password > Rules\nA password has at least twelve characters. Change passwords that were told to anybody.",
    "Invoices\nInvoices are sent on the first working day of the month. Download an invoice as PDF under Billing.",
    "Invoices > Cancelling\nA cancelled subscription is invoiced to the end of its term.",
    "Router\nThe lamp blinks red when the router has no connection. Restart the router and wait two minutes.",
    "Router > Firmware\nFirmware updates install at night. Do not unplug the router while the lamp is yellow.",
    "Delivery\nThe warehouse closes at noon on Sundays. Parcels ordered before are delivered on Tuesday.",
    "Rücksendung\nEine Rücksendung ist innerhalb von dreißig Tagen möglich. Das Etikett liegt dem Paket bei.",
]


def learned() -> BuiltInEmbedder:
    return BuiltInEmbedder(BuiltInEmbedder().fit(PASSAGES))


def nearest(embedder: Embedder, question: str) -> str:
    asked = embedder.embed([question], query=True)[0]
    scores = [cosine(asked, vector) for vector in embedder.embed(PASSAGES)]
    return PASSAGES[scores.index(max(scores))].partition("\n")[0]


class TestUnfitted(EmbedderContract):
    @pytest.fixture
    def embedder(self) -> Embedder:
        return BuiltInEmbedder()


class TestFitted(EmbedderContract):
    @pytest.fixture
    def embedder(self) -> Embedder:
        return learned()

    def test_vectors_have_length_one(self, embedder: Embedder) -> None:
        for vector in embedder.embed(["Reset the router", "Ärger mit der Rücksendung", "password password"]):
            assert cosine(vector, vector) == pytest.approx(1.0, abs=1e-5)

    def test_a_text_of_strange_letters_stands_near_nothing(self, embedder: Embedder) -> None:
        assert not any(b"".join(embedder.embed(["漢字かな", "12 34", "x"])))


@pytest.mark.parametrize("embedder", [BuiltInEmbedder(), learned()], ids=["unfitted", "fitted"])
@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("how can i resett my forgoten pasword", "Password"),
        ("instaling firmwares updating the ruoter", "Router > Firmware"),
        ("cancelling subscriptions", "Invoices > Cancelling"),
        ("Rücksendungen Etiketten", "Rücksendung"),
        ("deliverys on sundys", "Delivery"),
    ],
)
def test_it_finds_through_inflection_and_slips_of_the_finger(embedder: Embedder, question: str, title: str) -> None:
    assert nearest(embedder, question) == title


def test_words_that_stand_together_count() -> None:
    texts = [
        f"Note {i}\n{' '.join(words)}"
        for i, words in enumerate(islice(permutations(["alpha", "beta", "gamma", "delta", "epsilon"]), 0, None, 3))
    ]
    embedder = BuiltInEmbedder(BuiltInEmbedder().fit(texts))
    asked, together, apart = embedder.embed(["delta alpha", "delta alpha beta gamma epsilon", "alpha beta gamma epsilon delta"])
    assert cosine(asked, together) > cosine(asked, apart) + 0.1


def test_what_it_learned_gives_it_a_name_of_its_own() -> None:
    one, other = learned(), BuiltInEmbedder(BuiltInEmbedder().fit(PASSAGES[1:]))
    assert len({BuiltInEmbedder().fingerprint, one.fingerprint, other.fingerprint}) == 3
    assert learned().fingerprint == one.fingerprint
    assert all(e.fingerprint.startswith("built-in/") for e in (one, other))


def test_the_order_of_the_passages_does_not_matter() -> None:
    """More passages than a vector has numbers, learned from in two processes like the desk's, which sum up in one thread."""
    program = (
        "import hashlib, sys; from helpdesk.adapters.embedders.built_in import BuiltInEmbedder;"
        "texts = [f'Part {i}\\nThe lamp {i * i} of hub {i % 13} blinks {i % 7} times' for i in range(150)];"
        "fitted = BuiltInEmbedder(dimension=64).fit(texts[::int(sys.argv[1])]);"
        "print(hashlib.sha256(fitted).hexdigest())"
    )
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", program, step],
            env=os.environ | QUIET,
            stdout=subprocess.PIPE,
            text=True,
        )
        for step in ("1", "-1")
    ]
    one, two = (run.communicate()[0] for run in runs)
    assert one.strip()
    assert one == two


def test_words_it_keeps_in_mind_may_be_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    remembering, forgetful = learned(), learned()
    expected = [remembering.embed([text])[0] for text in PASSAGES]
    monkeypatch.setattr(built_in_features, "WORDS_KEPT", 5)
    for _ in range(2):
        got = [forgetful.embed([text])[0] for text in PASSAGES]
        assert [cosine(a, b) for a, b in zip(expected, got, strict=True)] == pytest.approx([1.0] * len(PASSAGES), abs=1e-5)


@pytest.mark.parametrize("texts", [[], ["", " \n", "…"]], ids=["no passage", "no word"])
def test_without_a_word_there_is_nothing_to_learn(texts: list[str]) -> None:
    assert BuiltInEmbedder().fit(texts) == b""


@pytest.mark.parametrize("texts", [["x"], ["the"], ["The hub blinks."] * 40, ["\ud800 lone\0", "a" * 5000]])
def test_it_learns_from_little_and_from_strange_texts(texts: list[str]) -> None:
    embedder = BuiltInEmbedder(BuiltInEmbedder().fit(texts))
    known, strange = embedder.embed([texts[0], "漢字"])
    assert cosine(known, known) == pytest.approx(1.0, abs=1e-5)
    assert not any(strange)


def test_what_it_learned_is_small() -> None:
    assert len(BuiltInEmbedder().fit(PASSAGES)) < 200_000


@pytest.mark.parametrize("damage", ["cut", "flipped", "other", "short"])
def test_damaged_learning_is_refused(damage: str) -> None:
    good = BuiltInEmbedder().fit(PASSAGES)
    middle = len(good) // 2
    bad = {
        "cut": good[:middle],
        "flipped": good[:middle] + bytes([good[middle] ^ 0x55]) + good[middle + 1 :],
        "other": b"ONNX" + good[4:],
        "short": b"HD",
    }[damage]
    with pytest.raises(EmbedderUnusable) as raised:
        BuiltInEmbedder(bad)
    assert raised.value.detail.startswith("what it learned cannot be used")
