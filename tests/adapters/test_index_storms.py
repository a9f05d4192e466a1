"""Broken files and kills, a few of each; `make soak` runs hundreds."""

import random
import sys
from pathlib import Path

import pytest

from tests.soak import index_storms
from tests.soak.station import Station


def test_a_broken_file_of_the_index_is_found_or_does_no_harm(tmp_path: Path) -> None:
    counted = index_storms.corrupting(Station(tmp_path, random.Random(20261121)), 10)
    assert counted["found"] + counted["found in the graph"] >= 5


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a Unix affair")
def test_an_index_killed_while_it_is_built_updated_or_improved_is_whole_afterwards(tmp_path: Path) -> None:
    assert index_storms.rebuilding(Station(tmp_path, random.Random(20261121)), 2)["kills"] == 2
