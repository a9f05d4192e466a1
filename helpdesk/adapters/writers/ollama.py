"""Drafts by a local model behind Ollama. It has no hands: text in, text out, and what it cites is checked word for word."""

import secrets
from collections.abc import Callable
from contextlib import aclosing
from typing import Any

from helpdesk import paths
from helpdesk.adapters.writers import ollama_wire as wire
from helpdesk.adapters.writers.abstaining import abstained, holding, letter, missing, unanswerable
from helpdesk.adapters.writers.grounding import bound, told
from helpdesk.adapters.writers.prompting import REPLY_TOKENS, Prompt, Templates, build, public_hits, templates
from helpdesk.domain.draft import WrittenReply
from helpdesk.domain.errors import ModelMissing, ModelStopped
from helpdesk.domain.markup import clean
from helpdesk.domain.quoting import MARKER
from helpdesk.ports.writing import WritingTask
from helpdesk.settings import Settings

READY_SECONDS = 3.0
SEED = 7
KEEP_ALIVE = "15m"


def mint_nonce() -> str:
    return secrets.token_hex(4)


class OllamaWriter:
    """`nonce` marks off data in a prompt with a word its author could not know."""

    def __init__(self, settings: Settings, nonce: Callable[[], str] = mint_nonce) -> None:
        self._settings = settings
        self._nonce = nonce
        self._texts: Templates | None = None

    @property
    def name(self) -> str:
        return "ollama"

    async def ready(self) -> None:
        await self._model()

    async def write(self, task: WritingTask, on_text: Callable[[str], None]) -> WrittenReply:
        """Raises ModelServerDown, ModelMissing, or ModelStopped when no finished text came."""
        texts = self._templates()
        if why := unanswerable(task):
            return abstained("", why, (self.name, "", texts.version))
        if not public_hits(task):
            by = (self.name, "", texts.version)
            return abstained(holding(task), missing(list(zip(task.asks, task.evidence, strict=False))), by)
        model = await self._model()
        by = (self.name, f"{model.name}@{model.digest[:12]}", texts.version)
        prompt, text, reason = await self._told(model.name, task, texts, on_text)
        if not text.strip():
            raise ModelStopped("the reply was empty")
        return _drafted(task, prompt, text, reason == "stop", by)

    async def _told(
        self, model: str, task: WritingTask, texts: Templates, on_text: Callable[[str], None]
    ) -> tuple[Prompt, str, str]:
        """Once more with half of the passages when the server finds the prompt too long."""
        most = self._settings.passages
        for passages in (most, max(1, most // 2)):
            prompt = build(task, texts, self._settings.num_ctx, passages, self._nonce())
            try:
                return prompt, *await self._stream(self._request(model, prompt), on_text)
            except wire.PromptTooLong:
                continue
        raise ModelStopped("the message is too long for the model's context window")

    async def _stream(self, request: dict[str, Any], on_text: Callable[[str], None]) -> tuple[str, str]:
        patience = wire.Patience(self._settings.first_token_seconds, self._settings.stall_seconds)
        text, reason = "", ""
        async with wire.connected(self._settings.ollama_host) as http, aclosing(wire.chat(http, request, patience)) as pieces:
            async for piece in pieces:
                text += piece.text
                reason = piece.done_reason or ""
                if piece.text:
                    on_text(clean(text))
        return text, reason

    def _request(self, model: str, prompt: Prompt) -> dict[str, Any]:
        """The option block never changes between calls: a change would make the server load the model again."""
        return {
            "model": model,
            "messages": [{"role": "system", "content": prompt.system}, {"role": "user", "content": prompt.user}],
            "stream": True,
            "think": False,
            "truncate": False,
            "shift": False,
            "keep_alive": KEEP_ALIVE,
            "options": {
                "num_ctx": self._settings.num_ctx,
                "num_predict": REPLY_TOKENS,
                "temperature": 0,
                "seed": SEED,
                "repeat_penalty": 1.05,
            },
        }

    async def _model(self) -> wire.Model:
        """The wanted model, or the first that can write. One that would leave this machine counts as missing."""
        wanted = self._settings.ollama_model
        models = await wire.installed(self._settings.ollama_host, READY_SECONDS)
        if not wanted and models:
            return models[0]
        full = wanted if ":" in wanted else f"{wanted}:latest"
        for model in models:
            if model.name in (wanted, full):
                return model
        raise ModelMissing(wanted)

    def _templates(self) -> Templates:
        if self._texts is None:
            self._texts = templates(paths.resources() / "prompts")
        return self._texts


def _drafted(task: WritingTask, prompt: Prompt, text: str, complete: bool, by: tuple[str, str, str]) -> WrittenReply:
    written, lacking = told(clean(text))
    body, citations = bound(written, prompt.passages)
    if lacking and not MARKER.search(body):
        return abstained(holding(task), lacking, by)
    writer, model, version = by
    return WrittenReply(letter(task, body), citations, False, lacking, complete, writer, model, version)
