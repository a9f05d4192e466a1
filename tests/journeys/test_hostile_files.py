"""Files made to break the import: every one becomes an article or is refused with a reason; none ends or holds up the reader.
`make soak` does the same at full size and with 10,000 of them."""

from itertools import islice

from helpdesk.adapters.knowledge_sources.limits import is_markdown
from tests.soak.hostile_files import all_files, articles, survey
from tests.soak.hostile_texts import damaged, pathological


async def test_hostile_files_cost_only_themselves() -> None:
    files = list(all_files(mutants=60, seed=7, size=120))
    told = await survey(files)
    assert told.faults == []
    assert told.read + sum(told.refused.values()) == len(files)
    assert told.read > 0.6 * len(files)
    assert not [reason for reason in told.refused if "longer" in reason]


def test_the_same_seed_gives_the_same_files() -> None:
    assert list(damaged(articles(), 5, seed=1)) == list(damaged(articles(), 5, seed=1))
    assert all(is_markdown(f"{name}.md") for name, _ in islice(pathological(10), 5))
