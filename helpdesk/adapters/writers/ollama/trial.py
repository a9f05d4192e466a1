"""A model tried out on this machine: loaded, asked one made-up question, and counted."""

from contextlib import aclosing
from typing import TYPE_CHECKING, Any

from helpdesk.adapters.writers.ollama import options, wire
from helpdesk.domain.markup import clean
from helpdesk.domain.model_server import ModelTrial, ServedModel, rate

if TYPE_CHECKING:
    from helpdesk.adapters.writers.ollama.server import OllamaServer

USUAL_PROMPT, USUAL_REPLY = 2000, 150
"""Tokens of a draft, with which the estimate is made: as measured on the desk's own sample tickets."""

LEAST_PROMPT = 400
"""Tokens of the question: a shorter one is read too quickly to tell a speed."""

RULES = "You write the body of a support reply. Use only facts from SOURCES."
SOURCE = (
    "[1] Resetting the hub. Unplug the hub from the wall and wait for ten seconds. Plug it in again; the light blinks white "
    "while it starts, which takes about two minutes. When the light is green the hub is ready. If it stays red, hold the small "
    "button at the back for five seconds; the settings are kept. "
)
QUESTION = "TICKET: My hub does not react any more. How do I reset it?\nTASK: write the reply in at most 80 words."


async def tried(server: "OllamaServer", model: ServedModel) -> ModelTrial:
    """Raises NotReady."""
    began = server.seconds()
    async with server.turn:
        await server.load(model)
        loaded = server.seconds()
        text, first, end = "", 0.0, wire.Piece("", (), "", wire.Counts())
        pieces = wire.chat(server.connection, request(server, model), server.patience, lambda: server.is_loading(model.name))
        async with aclosing(pieces):
            async for end in pieces:
                text += end.text
                first = first or (server.seconds() - loaded if text else 0.0)
    server.used(model.name)
    reading = rate(end.counts.prompt_tokens, end.counts.prompt_seconds)
    writing = rate(end.counts.reply_tokens, end.counts.reply_seconds)
    memory = next((one for one in await server.loaded() if one.name == model.name), None)
    return ModelTrial(
        model=model.name,
        said=clean(text).strip(),
        load_seconds=loaded - began,
        seconds_to_first=first,
        tokens_per_second=writing,
        prompt_tokens_per_second=reading,
        memory=memory.memory if memory else 0,
        graphics=memory.graphics if memory else 0,
        seconds_per_draft=USUAL_PROMPT / reading + USUAL_REPLY / writing if reading and writing else 0.0,
    )


def request(server: "OllamaServer", model: ServedModel) -> dict[str, Any]:
    """With the options of a draft: others would make the server load the model anew. A word unlike any before keeps it from
    answering from its cache."""
    sources = SOURCE * (LEAST_PROMPT * 4 // len(SOURCE) + 1)
    asked = f"SOURCES {server.seconds():.6f}\n{sources}\n{QUESTION}"
    messages = [{"role": "system", "content": RULES}, {"role": "user", "content": asked}]
    standing = options.standing(model.name, options.options(server.settings, model.context))
    return {**standing, "messages": messages, "stream": True}
