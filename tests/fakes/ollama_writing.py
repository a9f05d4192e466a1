"""A writer on a stand-in server: what it learns is remembered, and nothing is waited for between tries."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from random import Random
from typing import Any

from helpdesk.adapters.writers.excerpts import ExcerptsWriter
from helpdesk.adapters.writers.ollama.server import OllamaServer as OurSide
from helpdesk.adapters.writers.ollama.writer import OllamaWriter
from helpdesk.domain.draft import WrittenReply
from helpdesk.domain.model_server import Measured, ModelFigures
from helpdesk.services.drafting import Drafting
from helpdesk.settings import Settings
from tests.fakes.evidence import passage, task
from tests.fakes.ollama_server import OllamaServer, serving
from tests.fakes.ollama_server.faults import FAULTS, HARMLESS, WHOLE
from tests.fakes.ollama_server.http import Wire


@dataclass
class NoteBook:
    """Figures that end with the test."""

    known: dict[tuple[str, str], ModelFigures] = field(default_factory=dict)

    async def of(self, model: str, digest: str) -> ModelFigures:
        return self.known.get((model, digest), ModelFigures(model, digest))

    async def learn(self, model: str, digest: str, measured: Measured) -> None:
        self.known[model, digest] = (await self.of(model, digest)).after(measured)


@dataclass
class Pauses:
    """Sleeps nobody sleeps, written down."""

    taken: list[float] = field(default_factory=list)

    async def __call__(self, seconds: float) -> None:
        self.taken.append(seconds)


def our_side(server: OllamaServer, pauses: Pauses | None = None, **settings: Any) -> OurSide:
    wanted = replace(Settings(ollama_host=server.host, first_token_seconds=5, stall_seconds=2), **settings)
    side = OurSide(wanted, sleep=pauses or Pauses(), is_installed=lambda: False)
    server.at_end.append(side.aclose)
    return side


def writer(
    server: OllamaServer, pauses: Pauses | None = None, nonce: Callable[[], str] = lambda: "n0nce", **settings: Any
) -> OllamaWriter:
    return OllamaWriter(our_side(server, pauses, **settings), NoteBook(), nonce=nonce)


TRIES = 3
AN_HOUR = 3600.0
SOON = 0.2
HUB = passage(1, "Unplug the hub for 10 seconds. The light turns green.")
ASK = task("How do I reset the hub?", [HUB])


async def drafted(fault: str, seed: int) -> WrittenReply:
    """By a desk whose server fails in that way however often it is asked. A server that only is odd may take its time.
    Raises nothing."""
    async with serving() as server:
        server.faults = [partial(_failing, fault, Random(seed)) for _ in range(TRIES)]
        patience = AN_HOUR if fault in HARMLESS else SOON
        model = writer(server, first_token_seconds=patience, stall_seconds=patience)
        drafting = Drafting({"excerpts": ExcerptsWriter(), "ollama": model}, our_side(server).settings)
        return await drafting.write(ASK, lambda _: None)


async def _failing(fault: str, dice: Random, wire: Wire) -> None:
    await FAULTS[fault](wire, dice)


def is_honest(fault: str, reply: WrittenReply) -> bool:
    """A reply of the model is all it was to say; any other is quoted, and says why."""
    if reply.writer == "ollama":
        return (
            fault in HARMLESS
            and reply.complete
            and reply.trace is not None
            and reply.trace.said.count("[1]") == WHOLE.count("[1]")
        )
    return fault not in HARMLESS and reply.writer == "excerpts" and bool(reply.fallback) and reply.complete
