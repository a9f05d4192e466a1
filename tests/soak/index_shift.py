"""An index at work without a desk: built, updated, improved and built anew without end, saying each step. Made to be killed.

What stands at a change number follows from the number alone, so that whoever looks afterwards knows what must be there.
"""

import asyncio
import random
import sys
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

from helpdesk.adapters.index import EmbedderRecipe, LocalIndex, Sizes
from helpdesk.domain.ids import KnowledgeBaseId, PassageId
from helpdesk.domain.progress import Progress
from helpdesk.ports.index import PassageVector
from tests.fakes.embedders import BareWords

WORDS = EmbedderRecipe("tests.fakes.embedders:BareWords")
SIZES = Sizes(graph=1_000, beside=1_150)
PARTS = ("hinge", "valve", "lantern", "gasket", "beacon", "spindle", "rotor", "damper", "shutter", "filter", "crank", "bolt")
DOINGS = ("squeaks", "leaks", "sticks", "hums", "flickers", "overheats", "rattles", "fades", "bends", "rusts", "jams", "slips")
FIRST = 1_100
STEP = 10


def passages(count: int, first: int = 1) -> list[PassageVector]:
    """Five to an article, two bases in turns."""
    texts = [
        f"{PARTS[i % 12]} of model {i // 12 % 12}\nThe {PARTS[i % 12]} {DOINGS[i // 12 % 12]} in room {i // 144}"
        for i in range(first, first + count)
    ]
    return [
        PassageVector(PassageId(i), i // 5, KnowledgeBaseId(i % 2 + 1), text, vector)
        for i, (text, vector) in enumerate(zip(texts, BareWords().embed(texts), strict=True), start=first)
    ]


def standing(change: int) -> list[PassageVector]:
    """Each change removes the STEP oldest passages and adds as many new ones, and a few more."""
    return passages(FIRST + 2 * change, 1 + STEP * change)


async def batches(rows: Sequence[PassageVector]) -> AsyncIterator[Sequence[PassageVector]]:
    for start in range(0, len(rows), 100):
        yield rows[start : start + 100]


def say(what: str, change: int) -> None:
    sys.stdout.write(f"{what} {change}\n")
    sys.stdout.flush()


async def work(root: Path, chance: random.Random) -> None:
    index = LocalIndex(root, WORDS, sizes=SIZES)
    change = (await index.state()).change

    def heard(_: Progress) -> None:
        say("progress", change)

    while True:
        step = chance.choice(("build", "update", "update", "improve")) if change else "build"
        say(step, change)
        if step == "improve":
            await index.improve(heard)
            continue
        change += 1
        rows = standing(change)
        if step == "build":
            await index.rebuild(batches(rows), change, len(rows), heard)
        else:
            before = {row.passage_id for row in standing(change - 1)}
            gone = sorted(before - {row.passage_id for row in rows})
            await index.update(gone, [row for row in rows if row.passage_id not in before], change)
        say("stands", change)


if __name__ == "__main__":
    asyncio.run(work(Path(sys.argv[1]), random.Random(int(sys.argv[2]))))
