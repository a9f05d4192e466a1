"""What was read once is kept for the next time it is asked for, but a day of it is not."""

import gc
import tracemalloc

from helpdesk.domain.contradictions import disagreements
from helpdesk.domain.ids import PassageId
from helpdesk.domain.markup import flat
from helpdesk.domain.phrasing import wording_of
from helpdesk.domain.spans import Source, pieces
from tests.fakes.evidence import passage

KILOBYTE = 1_000


def read(number: int) -> None:
    """An article that nothing was read of before, as a draft reads it."""
    text = f"Order {number} leaves on day {number % 28}. " + f"Press *button {number}* until the lamp {number} is green. " * 3
    found = passage(number, text)
    flat(text * 2)
    wording_of(found.embedded_text)
    pieces(Source(PassageId(number), (1,), f"Lamp {number}", text))
    disagreements(found, passage(-number, f"Order {number} leaves never."))


def held() -> int:
    gc.collect()
    return tracemalloc.get_traced_memory()[0]


def test_a_day_of_reading_leaves_no_more_behind_than_its_morning() -> None:
    tracemalloc.start()
    try:
        for number in range(1, 270):
            read(number)
        morning = held()
        for number in range(270, 430):
            read(number)
        assert held() - morning < 300 * KILOBYTE
    finally:
        tracemalloc.stop()
