"""The power goes in the middle of the work: what was acknowledged is there afterwards, and the next start finishes the rest.

A small storm; `make soak` runs the large one.
"""

import random
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.soak import import_storm, storms
from tests.soak.station import Station

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a Unix affair")


@pytest.mark.parametrize(
    ("storm", "kills"),
    [(import_storm.importing, 1), (storms.drafting, 2), (storms.sending, 2)],
    ids=("import", "draft", "send"),
)
def test_a_desk_killed_in_the_middle_loses_nothing_and_does_nothing_twice(
    storm: Callable[[Station, int], dict[str, int]], kills: int, tmp_path: Path
) -> None:
    counted = storm(Station(tmp_path, random.Random(20261120)), kills)
    assert counted["kills"] >= 1
