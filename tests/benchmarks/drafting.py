"""What the desk adds to a draft, against a bare client of the same model server in the same run."""

import asyncio
import json
import random
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import httpx

from helpdesk.adapters.writers.ollama.server import OllamaServer as OurSide
from helpdesk.adapters.writers.ollama.writer import OllamaWriter
from helpdesk.app import open_desk
from helpdesk.domain.ids import DraftId
from helpdesk.domain.progress import unheard
from helpdesk.paths import Workspace
from helpdesk.services.desk import Desk
from helpdesk.settings import Settings
from tests.benchmarks.desk import PLACES, QUIRKS, questions
from tests.fakes.evidence import passage, task
from tests.fakes.ollama_server import OllamaServer
from tests.fakes.ollama_server.beside import beside
from tests.fakes.ollama_writing import NoteBook
from tests.soak.storms import TOPICS

ARTICLES, SECTIONS = 900, 12
"""Of the made-up tree: about 10,000 passages."""

DRAFTS = 40
FIRST_WORD = 0.4
"""Seconds a small model on a plain computer needs at the least, its prompt half cached."""

TURNS = 15
BEAT = 0.002
REPLY = "Loosen the screw and call the number on the plate [1]. " * 3
LONGER = "Loosen the screw [1]. " * 32


async def measure() -> None:
    with beside() as server, tempfile.TemporaryDirectory(prefix="helpdesk-bench-") as made:
        print("drafting, model server of zero latency")
        server.says(REPLY)
        await overhead(Path(made), server)
        await first_word(server)
        await holding(server)


async def overhead(folder: Path, server: OllamaServer) -> None:
    """Of a whole draft, from the requested row to the review queue, without embedding the question and without the chat
    itself."""
    write_tree(folder / "tree")
    settings = Settings(ollama_host=server.host, writer="ollama", draft_when_idle=False)
    async with open_desk(settings, Workspace(folder / "desk"), lambda _: None) as desk:
        await desk.knowledge.import_path(folder / "tree", None, unheard)
        while await desk.knowledge.keep_in_step():
            pass
        passages = (await desk.models.index.state()).passages
        asked = questions(DRAFTS + 5, ARTICLES)
        walls, works, embeds, bares, steps = [], [], [], [], dict[str, list[float]]()
        for number, question in enumerate(asked):
            await desk.intake.new_ticket("Jo", f"jo{number}@example.org", "A question", question)
            ((draft_id, _), *_) = await desk.pipeline.waiting()
            wall, work = await timed(lambda draft_id=draft_id: desk.pipeline.answer(draft_id))  # type: ignore[misc]
            await note(desk, draft_id, steps)
            embed, _ = await timed(lambda question=question: desk.models.index.embed((question,)))  # type: ignore[misc]
            bare, _ = await timed(lambda: bare_chat(server, server.requests[-1]))
            if number >= 5:
                walls.append(wall - embed - bare)
                works.append(work)
                embeds.append(embed)
                bares.append(bare)
        said = ", ".join(
            f"{name} {statistics.median(times) * 1000:.1f} ms"
            for name, times in (
                ("what the desk adds", walls),
                ("of it our processor time", works),
                ("left out: embedding", embeds),
                ("a bare chat", bares),
            )
        )
        print(f"  {passages} passages, {DRAFTS} drafts, medians: {said}")
        print("  by step: " + ", ".join(f"{name} {statistics.median(times) * 1000:.1f} ms" for name, times in steps.items()))


def write_tree(folder: Path) -> None:
    chance = random.Random(7)
    folder.mkdir()
    for number in range(ARTICLES):
        sections = "\n\n".join(
            f"## {chance.choice(TOPICS)} {n} in the {chance.choice(PLACES)}\n\n"
            + " ".join(
                f"When it {chance.choice(QUIRKS)} in the {chance.choice(PLACES)}, loosen screw {chance.randrange(1, 90)} of "
                f"the {chance.choice(TOPICS)} and call number {chance.randrange(10**6)}."
                for _ in range(8)
            )
            for n in range(SECTIONS)
        )
        (folder / f"m{number:05d}.md").write_text(f"# Machine M{number:04d}\n\n{sections}\n", "utf-8")


async def note(desk: Desk, draft_id: DraftId, steps: dict[str, list[float]]) -> None:
    draft = (await desk.pipeline.traces(draft_id))[0].trace
    assert draft.writer == "ollama"
    for step in await desk.pipeline.steps(draft_id):
        steps.setdefault(step.step, []).append(step.seconds)


async def timed(work: Callable[[], Awaitable[Any]]) -> tuple[float, float]:
    begun, worked = time.perf_counter(), time.thread_time()
    await work()
    return time.perf_counter() - begun, time.thread_time() - worked


async def bare_chat(server: OllamaServer, request: dict[str, Any]) -> float:
    """Seconds to the first word of the same request."""
    async with httpx.AsyncClient(base_url=server.host, timeout=None, trust_env=False, verify=False) as http:
        begun, first = time.perf_counter(), 0.0
        async with http.stream("POST", "/api/chat", json=request) as response:
            async for line in response.aiter_lines():
                if json.loads(line)["message"]["content"]:
                    first = first or time.perf_counter() - begun
    return first


async def first_word(server: OllamaServer) -> None:
    """Ours and the bare client's in turns."""
    server.seconds_to_first = FIRST_WORD
    ours, bare = [], []
    side = OurSide(Settings(ollama_host=server.host))
    writer = OllamaWriter(side, NoteBook())
    ask = task(
        "How do I loosen the screw?", [passage(n, "Loosen the screw of the hub. " * 12, f"Screw {n}") for n in range(1, 6)]
    )
    for turn in range(TURNS + 1):
        begun, at = time.perf_counter(), list[float]()
        await writer.write(ask, lambda _, at=at: at.append(time.perf_counter()))  # type: ignore[misc]
        bare_seconds = await bare_chat(server, server.requests[-1])
        if turn:
            ours.append(at[0] - begun)
            bare.append(bare_seconds)
    await side.aclose()
    server.seconds_to_first = 0.0
    ratio = statistics.median(ours) / statistics.median(bare)
    said = f"{statistics.median(ours) * 1000:.1f} ms, bare client {statistics.median(bare) * 1000:.1f} ms"
    print(f"  first word after {said}: {ratio:.3f}")


async def holding(server: OllamaServer) -> None:
    """The longest time nothing else could run on the loop while 50 tokens a second stream."""
    server.says(LONGER)
    server.seconds_between = 0.02
    side = OurSide(Settings(ollama_host=server.host))
    ask = task("How do I loosen the screw?", [passage(1, "Loosen the screw of the hub.")])
    writing = asyncio.create_task(OllamaWriter(side, NoteBook()).write(ask, lambda _: None))
    longest, last = 0.0, time.perf_counter()
    while not writing.done():
        await asyncio.sleep(BEAT)
        now = time.perf_counter()
        longest, last = max(longest, now - last - BEAT), now
    await writing
    await side.aclose()
    print(f"  longest hold of the loop while 50 tokens a second stream: {longest * 1000:.1f} ms")
