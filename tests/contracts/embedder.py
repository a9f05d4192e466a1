"""What every embedder promises."""

import struct

import pytest

from helpdesk.ports.embedder import Embedder


def cosine(one: bytes, other: bytes) -> float:
    return sum(a * b for a, b in zip(floats(one), floats(other), strict=True))


def floats(vector: bytes) -> list[float]:
    return list(struct.unpack(f"<{len(vector) // 4}f", vector))


class EmbedderContract:
    """Inheritors, or their module, bring a fixture `embedder`."""

    def test_a_vector_a_text_in_order_whatever_the_batch(self, embedder: Embedder) -> None:
        texts = [f"{'How do I renew my licence? ' * (i % 5 + 1)} number {i}" for i in range(20)]
        together = embedder.embed(texts)
        assert [len(v) for v in together] == [4 * embedder.dimension] * 20
        for text, vector in zip(texts[::7], together[::7], strict=True):
            assert cosine(embedder.embed([text])[0], vector) == pytest.approx(1.0, abs=1e-5)

    def test_vectors_have_length_one(self, embedder: Embedder) -> None:
        for vector in embedder.embed(["Reset the router", "x", "Ärger mit der Übertragung", "漢字かな", "12 34"]):
            assert cosine(vector, vector) == pytest.approx(1.0, abs=1e-5)

    def test_a_text_without_a_word_gives_the_zero_vector(self, embedder: Embedder) -> None:
        for vector in embedder.embed(["", " \n\t", "—!?…"]):
            assert not any(vector)

    def test_nothing_gives_nothing(self, embedder: Embedder) -> None:
        assert embedder.embed([]) == []

    def test_equal_texts_are_equal_and_related_ones_nearer_than_strangers(self, embedder: Embedder) -> None:
        one, same, related, stranger = embedder.embed(
            [
                "How do I reset my password?",
                "How do I reset my password?",
                "Resetting a forgotten password",
                "The warehouse closes at noon on Sundays.",
            ]
        )
        assert cosine(one, same) == pytest.approx(1.0, abs=1e-5)
        assert cosine(one, related) > cosine(one, stranger) + 0.1

    def test_the_fingerprint_stays(self, embedder: Embedder) -> None:
        assert embedder.fingerprint
        assert embedder.fingerprint == embedder.fingerprint

    def test_hostile_texts_are_embedded_like_any_other(self, embedder: Embedder) -> None:
        texts = ["\0\0", "a" * 100_000, "\ud800 lone", "\u202e right to left", "word " * 20_000]
        assert len(embedder.embed(texts)) == 5
