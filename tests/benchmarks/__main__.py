"""`make bench`: start-up, import, search, drafting and the window as ratios. Read ratios, not seconds."""

import argparse
import asyncio
import sys
from pathlib import Path

SIZES = (1_000, 10_000)
DESKS = (1_000, 100_000)
FILES_WITH_MODEL = 120
FITTED = 5_000
TROUBLED = 10_000
NEAR_MODEL = Path("../shared/models/all-MiniLM-L6-v2")


def near_model() -> Path | None:
    """A model beside the source tree, as on the machines this is developed on."""
    return NEAR_MODEL if NEAR_MODEL.is_dir() else None


def main() -> int:
    asked = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    asked.add_argument("--articles", type=int, default=1500)
    asked.add_argument("--questions", type=int, default=300)
    asked.add_argument("--turns", type=int, default=7)
    asked.add_argument("--editions", type=int, default=1, help="of the tree imported; 3 make more than 50,000 passages")
    asked.add_argument(
        "--sizes", type=int, nargs="*", default=SIZES, help="of the bases searched; 100000 takes ten minutes more"
    )
    asked.add_argument(
        "--model", type=Path, help="folder of a sentence-embedding model to embed the questions of the sizes with"
    )
    asked.add_argument("--tickets", type=int, default=100_000, help="of the desk whose numbers are counted and exported")
    asked.add_argument(
        "--desks",
        type=int,
        nargs="*",
        default=DESKS,
        help="tickets of the desks worked on; 1000000 takes a quarter of an hour more",
    )
    wanted = asked.parse_args()
    from tests.benchmarks import (
        busy_window,
        desk,
        drafting,
        embedding,
        fitting,
        gaps,
        importing,
        insights,
        proving,
        search,
        start,
        window,
        workspace,
    )  # a child imports this module again: vendors would count as its memory

    start.measure(wanted.turns)
    proving.measure()
    asyncio.run(importing.measure(wanted.editions, FILES_WITH_MODEL))
    asyncio.run(desk.measure(wanted.articles, wanted.questions))
    asyncio.run(search.measure(wanted.sizes, wanted.questions, wanted.model or near_model()))
    asyncio.run(embedding.measure(wanted.model or near_model()))
    asyncio.run(fitting.measure(FITTED))
    asyncio.run(drafting.measure())
    gaps.measure(TROUBLED)
    asyncio.run(insights.measure(wanted.tickets, wanted.tickets // 5))
    asyncio.run(workspace.measure(wanted.desks))
    window.measure()
    busy_window.measure(max(wanted.desks, default=0))
    return 0


if __name__ == "__main__":
    sys.exit(main())
