"""Quotes must hold more of the answer than the first sentences of the best passage. Skipped without the data."""

from pathlib import Path

import pytest

from helpdesk.services.question_sets import found_sets, questions_of
from tests.evaluation.excerpts import answered, asked, figures, sampled

SET = Path(__file__).resolve().parents[3] / "shared" / "eval" / "dev" / "retrieval" / "sharc_gov"
QUESTIONS = 60
"""Of one set; all sets are measured by tests.evaluation.excerpts."""


@pytest.mark.skipif(not SET.is_dir(), reason="no evaluation data beside the repository")
async def test_quotes_hold_the_answer_and_stand_in_their_sources(tmp_path: Path) -> None:
    one = found_sets(SET)[0]
    found = await asked(one, sampled(questions_of(one, every=False), QUESTIONS), tmp_path)
    measured = figures([answered(each) for each in found])
    assert measured.support == 1.0
    assert measured.recall > max(0.70, measured.first_recall)
    assert measured.f1 > 0.60
    assert measured.right > 0.80
