"""The year at a desk that is certified, shortened to a morning: the whole desk still runs beneath it, on a clock of its own."""

from pathlib import Path
from random import Random

from tests.soak.certified_year import year


async def test_a_reviewer_decides_what_customers_of_a_morning_wrote(tmp_path: Path) -> None:
    lived = await year(tmp_path, Random(1), days=1, a_day=6)
    assert (lived.reviewed, lived.sent) == (6, 0), "nothing leaves by itself before anything is certified"
