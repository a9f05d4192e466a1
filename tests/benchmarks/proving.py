"""How long a draft of 400 words takes to be proven by eight passages: what an agent waits for after a keystroke."""

import random
import statistics
import time

from helpdesk.domain.ids import PassageId
from helpdesk.domain.proof import Verdicts, prove
from helpdesk.domain.spans import Source, Sources, pieces
from tests.soak.storms import TOPICS

DRAFT_WORDS, PASSAGES, PASSAGE_SENTENCES = 400, 8, 16
TURNS = 30
BUDGET_MS = 100


def measure() -> None:
    chance = random.Random(5)
    passages = [" ".join(_sentence(chance) for _ in range(PASSAGE_SENTENCES)) for _ in range(PASSAGES)]
    sources = [Source(PassageId(n), (n,), f"Article {n}", text) for n, text in enumerate(passages, 1)]
    text = _draft(chance, passages)
    first = _timed(lambda: Sources(sources, "order 4711"))
    ready = Sources(sources, "order 4711")
    judged: Verdicts = {}
    opened = [_timed(lambda: prove(text, ready)) for _ in range(TURNS)]
    prove(text, ready, known=judged)
    typed = [text.replace("check", f"check{n}", 3) for n in range(TURNS)]
    each = [_timed(lambda said=said: prove(said, ready, known=judged)) for said in typed]
    count = sum(len(pieces(source)) for source in sources)
    print(f"proving: {len(text.split())} words, {PASSAGES} passages of {count // PASSAGES} sentences")
    print(f"  passages made ready (once a draft)         {first:7.2f} ms")
    print(f"  the whole draft, when it is opened     p50 {statistics.median(opened):7.2f} ms   most {max(opened):7.2f} ms")
    print(f"  three sentences of it changed          p50 {statistics.median(each):7.2f} ms   most {max(each):7.2f} ms")
    print(f"  share of the {BUDGET_MS} ms an agent may wait       {max(each) / BUDGET_MS:7.2f}")


def _sentence(chance: random.Random) -> str:
    first, second = chance.choice(TOPICS), chance.choice(TOPICS)
    wait = chance.randrange(2, 90)
    return f"When the {first} of model M{chance.randrange(900)} stops, wait {wait} minutes and check the {second}."


def _draft(chance: random.Random, passages: list[str]) -> str:
    said: list[str] = []
    while len(" ".join(said).split()) < DRAFT_WORDS:
        n = chance.randrange(PASSAGES)
        taken = chance.choice(passages[n].split(". ")).rstrip(".")
        said.append(f"{taken if chance.random() < 0.7 else _sentence(chance).rstrip('.')}. [{n + 1}]")
    return " ".join(said)


def _timed(work: object) -> float:
    assert callable(work)
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


if __name__ == "__main__":
    measure()
