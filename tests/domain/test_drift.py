"""When the risk rises after it was certified."""

import random
from collections.abc import Iterable

from helpdesk.domain.drift import ALARM, Detector

ALPHA = 0.05


def watched(answers: Iterable[bool], alpha: float = ALPHA) -> list[float]:
    """The value after every answer."""
    watch = Detector(alpha)
    return [watch.add(wrong) for wrong in answers]


def labels_to_alarm(chance: random.Random, good: int, risk: float) -> int:
    """How many audited answers after the risk rose to `risk`, following `good` ones at three fifths of what was promised."""
    watch = Detector(ALPHA)
    for _ in range(good):
        watch.add(chance.random() < 0.6 * ALPHA)
    labels = 0
    while watch.value < ALARM:
        watch.add(chance.random() < risk)
        labels += 1
    return labels


def test_a_rise_is_noticed_soon_even_after_many_good_labels() -> None:
    chance = random.Random(3)
    for times, usual, nearly_always in [(2, 130, 320), (3, 60, 125), (5, 24, 50)]:
        delays = sorted(labels_to_alarm(chance, 300, times * ALPHA) for _ in range(80))
        assert delays[40] <= usual
        assert delays[72] <= nearly_always


def test_a_promise_that_is_kept_is_left_alone() -> None:
    chance = random.Random(4)
    alarmed = sum(max(watched(chance.random() < 0.6 * ALPHA for _ in range(300))) >= ALARM for _ in range(100))
    assert alarmed <= 5


def test_one_more_wrong_answer_never_calms_it() -> None:
    chance = random.Random(5)
    answers = [chance.random() < 0.1 for _ in range(200)]
    values = watched(answers)
    for place in (0, 50, 199):
        worse = watched(wrong or at == place for at, wrong in enumerate(answers))
        assert all(new >= old for new, old in zip(worse, values, strict=True))


def test_a_disaster_nobody_stops_does_not_overflow() -> None:
    assert watched([True] * 2000, 0.01)[-1] > ALARM
