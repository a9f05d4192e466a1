"""A model server that comes and goes all day costs no ticket its draft, and no draft is written twice."""

from pathlib import Path
from random import Random

import pytest

from tests.soak.model_day import day


@pytest.mark.logs("the model server refused a request")
async def test_some_minutes_of_mail_while_the_model_server_comes_and_goes(tmp_path: Path) -> None:
    counted = await day(tmp_path, Random(5), minutes=3)
    assert counted["tickets"] >= 3
    assert counted["kills"] >= 1
    assert counted["written by the model"] + counted["quoted"] == counted["tickets"]
