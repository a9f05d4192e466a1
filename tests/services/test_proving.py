"""The proof of a draft as the window and the terminal get it: from the store, and deepened by a model's vectors."""

import struct
from collections.abc import Sequence
from typing import Any, cast

from helpdesk.domain.errors import IndexStale
from helpdesk.domain.proof import Level, Proof
from helpdesk.services.proving import Proving
from helpdesk.settings import Settings
from tests.fakes.library import Library

QUOTE = "Open Settings and choose Security."
REWORDED = "Go to the settings, then pick the part about safety. [1]"
WRONG = "Open Settings and do not choose Security. [1]"


class Likeness:
    """A model that finds everything alike, and counts what it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.away = False

    async def embed(self, texts: Sequence[str], *, query: bool = False) -> list[bytes]:
        if self.away:
            raise IndexStale("busy")
        self.asked += texts
        return [struct.pack("<2f", 1.0, 0.0) for _ in texts]


def levels(proof: Proof) -> list[str]:
    return [one.level for one in proof.sentences]


async def test_a_draft_is_proven_by_the_passages_it_cites(library: Library) -> None:
    draft_id = await library.cite("reset.md", QUOTE)
    proving = Proving(library.store, Settings())
    assert levels(await proving.of(draft_id)) == [Level.SUPPORTED]
    assert levels(await proving.of(draft_id, WRONG)) == [Level.UNSUPPORTED]
    (source,) = (await proving.of(draft_id)).sources
    assert source.marks == (1,)


async def test_a_model_settles_what_words_leave_open_and_is_asked_once(library: Library) -> None:
    draft_id = await library.cite("reset.md", QUOTE)
    model = Likeness()
    proving = Proving(library.store, Settings(), cast("Any", model))
    at_once = await proving.of(draft_id, f"{REWORDED} {WRONG}")
    assert levels(at_once)[0] != Level.SUPPORTED
    deepened = await proving.deepened(draft_id, f"{REWORDED} {WRONG}")
    assert deepened.sentences[0].meaning
    assert levels(deepened)[1] == Level.UNSUPPORTED
    asked = len(model.asked)
    assert await proving.of(draft_id, f"{REWORDED} {WRONG}") == deepened
    await proving.deepened(draft_id, f"{REWORDED} {WRONG}")
    assert len(model.asked) == asked


async def test_without_a_ready_model_words_and_figures_stand(library: Library) -> None:
    draft_id = await library.cite("reset.md", QUOTE)
    model = Likeness()
    model.away = True
    proving = Proving(library.store, Settings(), cast("Any", model))
    assert await proving.deepened(draft_id, REWORDED) == await proving.of(draft_id, REWORDED)


async def test_what_an_agent_confirmed_is_kept_with_the_decision(library: Library) -> None:
    draft_id = await library.cite("reset.md", QUOTE)
    item = await library.review.open(draft_id)
    wrong, read = "Open Settings and do not choose Security [1].", "No source backs “Open Settings and do not choose Security.”"
    decided = await library.review.approve(draft_id, item.draft.revision, wrong, read=[read])
    assert decided.decision.note == read
