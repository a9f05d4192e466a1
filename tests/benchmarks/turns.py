"""The same thing done again and again, each time measured."""

import statistics
import time
from collections.abc import Awaitable, Callable, Sequence


async def each(asked: Sequence[str], work: Callable[[str], Awaitable[object]]) -> list[float]:
    """Seconds of each."""
    taken = []
    for question in asked:
        begun = time.perf_counter()
        await work(question)
        taken.append(time.perf_counter() - begun)
    return taken


def told(name: str, seconds: Sequence[float]) -> tuple[float, float]:
    """Median and p99 in seconds, printed."""
    ordered = sorted(seconds)
    middle, worst = statistics.median(ordered), ordered[int(len(ordered) * 0.99)]
    print(f"  {name:<46} p50 {middle * 1000:7.2f} ms   p99 {worst * 1000:7.2f} ms", flush=True)
    return middle, worst
