"""One prompt to one model, and what it said to its end."""

from collections.abc import Callable, Mapping
from contextlib import aclosing
from typing import Any

from helpdesk.adapters.writers.ollama import options, wire
from helpdesk.adapters.writers.ollama.logprobs import Sureness
from helpdesk.adapters.writers.ollama.said import Said
from helpdesk.adapters.writers.ollama.server import OllamaServer
from helpdesk.adapters.writers.prompting import Prompt
from helpdesk.domain.errors import ModelBusy
from helpdesk.domain.markup import clean
from helpdesk.domain.model_server import ServedModel


def request(server: OllamaServer, model: ServedModel, prompt: Prompt) -> dict[str, Any]:
    standing = options.standing(model.name, options.options(server.settings, model.context))
    asked = {"logprobs": True, "top_logprobs": 2} if options.tells_logprobs(server.version) else {}
    messages = [{"role": "system", "content": prompt.system}, {"role": "user", "content": prompt.user}]
    return {**standing, "messages": messages, "stream": True, **asked}


async def said(
    server: OllamaServer, model: ServedModel, prompt: Prompt, asked: Mapping[str, Any], on_text: Callable[[str], None]
) -> Said:
    """Waits for its turn and for the model to be in memory. Raises what the wire and the load raise."""
    async with server.turn:
        try:
            await server.load(model)
            return await _streamed(server, prompt, asked, on_text)
        except ModelBusy:
            server.was_busy()
            raise


async def _streamed(server: OllamaServer, prompt: Prompt, asked: Mapping[str, Any], on_text: Callable[[str], None]) -> Said:
    text, logprobs, margins = "", list[float](), list[float]()
    begun, first, last = server.seconds(), 0.0, wire.Piece("", (), "", wire.Counts())
    model = str(asked["model"])
    async with aclosing(wire.chat(server.connection, asked, server.patience, lambda: server.is_loading(model))) as pieces:
        async for last in pieces:
            logprobs += last.logprobs
            margins += last.margins
            if last.text:
                first = first or server.seconds() - begun
                text += last.text
                on_text(clean(text))
    spent = server.seconds() - begun
    sure = Sureness(tuple(logprobs), tuple(margins))
    return Said(prompt, asked, text, last.done_reason or "", sure, last.counts, spent, first)
