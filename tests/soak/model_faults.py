"""Every fault of a model server with many dice: no exception, no half reply shown as whole, and a stop within half a second."""

import asyncio
import random
import time

from helpdesk.adapters.writers.excerpts import ExcerptsWriter
from helpdesk.services.drafting import Drafting
from tests.fakes.ollama_server import line, serving
from tests.fakes.ollama_server.faults import FAULTS, HARMLESS
from tests.fakes.ollama_writing import ASK, drafted, is_honest, our_side, writer
from tests.soak.station import Station

LONGEST_STOP = 0.5


def faults(station: Station, times: int) -> dict[str, int]:
    """`times` dice for each fault, and as many replies stopped at a random place."""
    return asyncio.run(_faults(station.chance, times))


async def _faults(dice: random.Random, times: int) -> dict[str, int]:
    counted = {"runs": 0, "kinds of fault": len(FAULTS) - len(HARMLESS), "written by the model": 0, "stops": 0}
    for fault in FAULTS:
        for _ in range(times):
            seed = dice.randrange(1 << 30)
            reply = await drafted(fault, seed)
            assert is_honest(fault, reply), f"{fault}, dice {seed}: {reply}"
            counted["runs"] += 1
            counted["written by the model"] += reply.writer == "ollama"
    longest = 0.0
    for _ in range(times):
        longest = max(longest, await _stopped(dice.randrange(1, 40)))
        counted["stops"] += 1
    assert longest <= LONGEST_STOP, f"a stop took {longest:.3f} s"
    counted["ms the longest stop"] = round(longest * 1000)
    return counted


async def _stopped(after: int) -> float:
    """Seconds from the stop until the server knows that it may stop writing."""
    async with serving() as server:
        server.script = [*[line("word ")] * after, None]
        grown = asyncio.Semaphore(0)
        drafting = Drafting({"excerpts": ExcerptsWriter(), "ollama": writer(server)}, our_side(server).settings)
        work = asyncio.create_task(drafting.write(ASK, lambda _: grown.release()))
        for _ in range(after):
            await grown.acquire()
        begun = time.perf_counter()
        work.cancel()
        await asyncio.gather(work, return_exceptions=True)
        await asyncio.wait_for(server.left.wait(), 5)
        return time.perf_counter() - begun
