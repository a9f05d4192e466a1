"""Sentences made wrong must be told from sound ones, on a small part of real documents. Skipped without the data."""

from pathlib import Path

import pytest

from helpdesk.services.question_sets import found_sets, questions_of
from tests.evaluation.perturbed import cases
from tests.evaluation.proof import judged

SET = Path(__file__).resolve().parents[3] / "shared" / "eval" / "dev" / "retrieval" / "product_docs_small"
EVERY = 14
"""Of the set's questions; all sets are measured by tests.evaluation.proof."""


@pytest.mark.skipif(not SET.is_dir(), reason="no evaluation data beside the repository")
def test_wrong_sentences_are_told_from_sound_ones() -> None:
    one = found_sets(SET)[0]
    found = judged(cases(one, questions_of(one, every=True)[::EVERY]))
    for kind in ("number", "negation", "opposite", "foreign"):
        assert found[kind].cases
        assert found[kind].recall >= 0.9, kind
        assert found[kind].precision >= 0.9, kind
    assert all(found[kind].recall <= 0.1 for kind in ("verbatim", "shortened", "reworded"))
