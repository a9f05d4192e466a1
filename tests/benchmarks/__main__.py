"""`make bench`: start-up, import, search, drafting and the window as ratios. Read ratios, not seconds."""

import argparse
import asyncio
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

MEASURED = (
    "start",
    "proving",
    "importing",
    "desk",
    "search",
    "embedding",
    "fitting",
    "drafting",
    "gaps",
    "insights",
    "workspace",
    "window",
    "busy_window",
    "visits",
)
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
    asked.add_argument(
        "--kept", type=Path, help="folder where made-up desks are kept from run to run; their making is the long part"
    )
    asked.add_argument("--only", choices=MEASURED, help="one of them instead of all")
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
        visits,
        window,
        workspace,
    )  # a child imports this module again: vendors would count as its memory

    measures: tuple[Callable[[], object], ...] = (
        lambda: start.measure(wanted.turns),
        proving.measure,
        lambda: asyncio.run(importing.measure(wanted.editions, FILES_WITH_MODEL)),
        lambda: asyncio.run(desk.measure(wanted.articles, wanted.questions)),
        lambda: asyncio.run(search.measure(wanted.sizes, wanted.questions, wanted.model or near_model())),
        lambda: asyncio.run(embedding.measure(wanted.model or near_model())),
        lambda: asyncio.run(fitting.measure(FITTED)),
        lambda: asyncio.run(drafting.measure()),
        lambda: gaps.measure(TROUBLED),
        lambda: asyncio.run(insights.measure(wanted.tickets, wanted.tickets // 5)),
        lambda: asyncio.run(workspace.measure(wanted.desks, wanted.kept)),
        window.measure,
        lambda: busy_window.measure(max(wanted.desks, default=0), wanted.kept),
        visits.measure,
    )
    for name, measure in zip(MEASURED, measures, strict=True):
        if wanted.only in (None, name):
            measure()
    return 0


if __name__ == "__main__":
    sys.exit(main())
