"""A finished reply with all that was counted of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from helpdesk.adapters.writers.ollama.logprobs import Sureness
from helpdesk.adapters.writers.ollama.wire import Counts
from helpdesk.adapters.writers.prompting import Prompt
from helpdesk.domain.draft_step import BROKEN_OFF, Trace
from helpdesk.domain.model_server import Measured, ServedModel, rate


@dataclass(frozen=True)
class Said:
    """A reply as it came. `reason` is why the server ended it; `seconds` from asking to the end, `to_first` to the first
    word."""

    prompt: Prompt
    request: Mapping[str, Any]
    text: str
    reason: str
    sureness: Sureness
    counts: Counts
    seconds: float
    to_first: float

    @property
    def measured(self) -> Measured:
        c = self.counts
        sent = len(self.prompt.system.encode()) + len(self.prompt.user.encode())
        return Measured(sent, c.prompt_tokens, c.reply_tokens, c.prompt_seconds, c.reply_seconds, c.load_seconds, self.seconds)


def trace(model: ServedModel, said: Said, version: str) -> Trace:
    return Trace(
        writer="ollama",
        model=model.name,
        digest=model.digest,
        prompt_version=version,
        system=said.prompt.system,
        prompt=said.prompt.user,
        said=said.text,
        options=said.request["options"],
        passages=tuple(int(passage.id) for passage in said.prompt.passages),
        figures=figures_of(said),
    )


def broken_off(model: ServedModel, prompt: Prompt, request: Mapping[str, Any], text: str, version: str) -> Trace:
    """Of a reply that never came to its end; nothing else was counted of it."""
    return Trace(
        writer="ollama",
        model=model.name,
        digest=model.digest,
        prompt_version=version,
        system=prompt.system,
        prompt=prompt.user,
        said=text,
        options=request["options"],
        passages=tuple(int(passage.id) for passage in prompt.passages),
        figures={BROKEN_OFF: 1.0},
    )


def figures_of(said: Said) -> Mapping[str, float]:
    """By name; what the server did not tell is not there."""
    m = said.measured
    found: dict[str, float | None] = {
        "seconds": round(said.seconds, 3),
        "seconds_to_first": round(said.to_first, 3),
        "prompt_tokens": m.prompt_tokens,
        "reply_tokens": m.reply_tokens,
        "load_seconds": m.load_seconds,
        "tokens_per_second": round(rate(m.reply_tokens, m.reply_seconds), 2) or None,
        "prompt_tokens_per_second": round(rate(m.prompt_tokens, m.prompt_seconds), 2) or None,
        "bytes_per_token": round(m.prompt_bytes / m.prompt_tokens, 3) if m.prompt_tokens else None,
        **said.sureness.figures,
    }
    return {name: float(value) for name, value in found.items() if value is not None}
