"""What every passage index promises."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace

import pytest

from helpdesk.domain.errors import IndexStale
from helpdesk.domain.ids import KnowledgeBaseId, PassageId
from helpdesk.domain.progress import Progress, unheard
from helpdesk.ports.index import IndexQuestion, PassageIndex, PassageVector

TEXTS = {
    1: "Passwords > Reset\nOpen Settings, choose Security and press Reset password. A mail with a link arrives.",
    2: "Billing > Refunds\nRefunds are paid within fourteen days to the card that was charged.",
    3: "Shipping\nParcels to Norway take five working days. Customs may ask for an invoice.",
    4: "Printing labels\nThe label printer needs a roll of 62 mm paper. Hold the button to feed it.",
    5: "Kontakt\nÄrzte erreichen die Zentrale über die Übersicht.",
}


async def vectors(index: PassageIndex, texts: dict[int, str], kb: int = 1) -> list[PassageVector]:
    raw = await index.embed(list(texts.values()))
    return [
        PassageVector(PassageId(i), i, KnowledgeBaseId(kb), text, vector)
        for (i, text), vector in zip(texts.items(), raw, strict=True)
    ]


async def batches(*parts: Sequence[PassageVector]) -> AsyncIterator[Sequence[PassageVector]]:
    for part in parts:
        yield part


async def numbers(*parts: Sequence[bytes]) -> AsyncIterator[Sequence[bytes]]:
    for part in parts:
        yield part


async def build(index: PassageIndex, texts: dict[int, str], change: int = 7) -> None:
    rows = await vectors(index, texts)
    state = await index.rebuild(batches(rows[:2], rows[2:]), change, len(rows), unheard)
    assert state.trusted, state.words


async def best(index: PassageIndex, text: str, *kbs: int) -> list[int]:
    found = await index.search(IndexQuestion(text, tuple(KnowledgeBaseId(k) for k in kbs)))
    return [
        int(c.passage_id) for c in sorted(found.candidates, key=lambda c: (c.bm25 > 0, c.cosine or 0.0, c.bm25), reverse=True)
    ]


class PassageIndexContract:
    """Inheritors, or their module, bring a fixture `index`."""

    async def test_before_the_first_build_it_says_so_and_embeds_all_the_same(self, index: PassageIndex) -> None:
        state = await index.state()
        assert not state.trusted
        assert "no index yet" in state.words
        assert state.embedder == await index.embedder_fingerprint()
        assert len(await index.embed(["one", "two"])) == 2
        with pytest.raises(IndexStale):
            await index.search(IndexQuestion("anything"))

    async def test_a_built_index_finds_passages_by_words_and_by_likeness(self, index: PassageIndex) -> None:
        heard: list[Progress] = []
        rows = await vectors(index, TEXTS)
        state = await index.rebuild(batches(rows[:3], rows[3:]), 41, len(rows), heard.append)
        assert (state.trusted, state.passages, state.change) == (True, 5, 41)
        assert state == await index.state()
        assert (heard[-1].done, heard[-1].total) == (5, 5)
        assert (await best(index, "how can I reset the password"))[0] == 1
        assert (await best(index, "arzte ubersicht"))[0] == 5
        found = {c.passage_id: c for c in (await index.search(IndexQuestion("refund to my card"))).candidates}
        assert found[PassageId(2)].bm25 > 0
        assert (found[PassageId(2)].cosine or 0) > 0.1

    async def test_vectors_may_follow_their_passages(self, index: PassageIndex) -> None:
        heard: list[Progress] = []
        rows = await vectors(index, TEXTS)
        bare = [replace(row, vector=b"") for row in rows]
        follow = numbers([row.vector for row in rows[:4]], [rows[4].vector])
        state = await index.rebuild(batches(bare[:3], bare[3:]), 41, len(rows), heard.append, follow)
        assert (state.trusted, state.passages, state.change) == (True, 5, 41)
        assert [progress.done for progress in heard] == [0, 1, 2, 4, 5]
        assert (await best(index, "how can I reset the password"))[0] == 1
        found = {c.passage_id: c for c in (await index.search(IndexQuestion("refund to my card"))).candidates}
        assert (found[PassageId(2)].cosine or 0) > 0.1

    async def test_passages_that_wait_for_their_vectors_in_vain_leave_the_old_index_serving(self, index: PassageIndex) -> None:
        await build(index, TEXTS)
        rows = await vectors(index, {20: "Other\nother words entirely", 21: "More\nof them"})
        with pytest.raises(IndexStale):
            await index.rebuild(batches(rows), 8, 2, unheard, numbers([rows[0].vector]))
        state = await index.state()
        assert (state.trusted, state.passages, state.change) == (True, 5, 7)

    async def test_a_question_may_be_anything(self, index: PassageIndex) -> None:
        await build(index, TEXTS)
        for text in ("", "the of and", '"', 'NEAR("a" AND)', "reset* OR -password", "\0", "x" * 200_000, "漢字", "how " * 5000):
            await index.search(IndexQuestion(text))

    async def test_questions_asked_together_are_answered_as_each_alone_in_their_order(self, index: PassageIndex) -> None:
        await build(index, TEXTS)
        asked = [IndexQuestion("refund to my card", limit=2), IndexQuestion(""), IndexQuestion("how can I reset the password")]
        assert await index.search_all(asked) == [await index.search(one) for one in asked]
        assert await index.search_all([]) == []

    async def test_only_the_asked_knowledge_bases_answer(self, index: PassageIndex) -> None:
        one = await vectors(index, {1: TEXTS[1], 2: TEXTS[2]}, kb=1)
        other = await vectors(index, {3: TEXTS[1], 4: TEXTS[4]}, kb=2)
        await index.rebuild(batches(one, other), 1, 4, unheard)
        assert set(await best(index, "reset password", 2)) <= {3, 4}
        assert set(await best(index, "reset password", 1)) <= {1, 2}
        assert {1, 3} <= set(await best(index, "reset password"))

    async def test_an_update_removes_adds_and_replaces(self, index: PassageIndex) -> None:
        await build(index, TEXTS, change=7)
        fresh = await vectors(index, {3: "Shipping\nNothing goes to the moon.", 9: "Opening hours\nWe open at nine."})
        await index.update([PassageId(1), PassageId(77)], fresh, 9)
        state = await index.state()
        assert (state.trusted, state.passages, state.change) == (True, 5, 9)
        assert 1 not in await best(index, "reset password link")
        assert (await best(index, "when do you open"))[0] == 9
        assert (await best(index, "moon"))[0] == 3

    async def test_an_empty_knowledge_base_is_a_trusted_index_that_finds_nothing(self, index: PassageIndex) -> None:
        state = await index.rebuild(batches(), 1, 0, unheard)
        assert (state.trusted, state.passages) == (True, 0)
        assert (await index.search(IndexQuestion("anything"))).candidates == ()

    async def test_a_rebuild_that_is_given_up_leaves_the_old_index_serving(self, index: PassageIndex) -> None:
        await build(index, TEXTS)
        rows = await vectors(index, {20: "Other\nother words entirely"})

        async def breaks() -> AsyncIterator[Sequence[PassageVector]]:
            yield rows
            raise OSError("the store went away")

        with pytest.raises(OSError, match="went away"):
            await index.rebuild(breaks(), 8, 2, unheard)
        state = await index.state()
        assert (state.trusted, state.passages, state.change) == (True, 5, 7)
        assert (await best(index, "how can I reset the password"))[0] == 1
