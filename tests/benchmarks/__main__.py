"""`make bench`: start-up, import and search as ratios. Read ratios, not seconds."""

import argparse
import asyncio
import sys

from tests.benchmarks import desk, start


def main() -> int:
    asked = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    asked.add_argument("--articles", type=int, default=1500)
    asked.add_argument("--questions", type=int, default=300)
    asked.add_argument("--turns", type=int, default=7)
    wanted = asked.parse_args()
    start.measure(wanted.turns)
    asyncio.run(desk.measure(wanted.articles, wanted.questions))
    return 0


if __name__ == "__main__":
    sys.exit(main())
