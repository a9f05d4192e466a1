"""What labels of a desk's own bring to a score that was fitted elsewhere; on real sets: python -m tests.evaluation.scores."""

import math
import random

from helpdesk.domain.shipped_scorer import WEIGHTS
from tests.evaluation.scores import Row, aurc, figures, table

HERE = {"margin": 4.0, "title-fit": -2.0, "word-pairs": 3.0}
"""At this desk titles mislead, and one article standing out means more than elsewhere."""


def drafts(count: int) -> list[Row]:
    dice, usual = random.Random(3), WEIGHTS["excerpts"].usual
    made = []
    for _ in range(count):
        signals = dict(usual) | {name: dice.random() for name in HERE}
        odds = 1.0 + sum(weight * (signals[name] - 0.5) for name, weight in HERE.items())
        made.append(Row(dice.random() < 1 / (1 + math.exp(-odds)), signals | {"cosine": dice.random()}))
    return made


def test_labels_of_its_own_make_a_score_sharper_and_more_honest() -> None:
    found = figures(drafts(900), "excerpts", 2)
    before = found["AUROC"] or 0.0
    for count in (30, 120, 500):
        assert (found[f"AUROC own {count}"] or 0.0) > before - 0.02
    assert (found["AUROC own 500"] or 0.0) > before + 0.05
    assert (found["ECE own 500"] or 1.0) < (found["ECE 0"] or 0.0)
    assert (found["AURC own 500"] or 1.0) < (found["AURC iso 500"] or 0.0)
    assert (found["AUROC"] or 0.0) > (found["AUROC cosine"] or 1.0)
    assert len(list(table({"here": found}))) == len(found) + 1


def test_the_area_under_the_risk_curve_is_the_mean_risk_at_every_rank() -> None:
    assert aurc([(0.9, True), (0.8, False), (0.7, True)]) == (0 + 1 / 2 + 1 / 3) / 3
