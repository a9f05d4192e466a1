"""What Ollama writes, byte by byte as Go's json.Marshal does: keys in struct order, <, > and & escaped, no zero values."""

import json
from collections.abc import Sequence
from typing import Any

MODEL = "llama3.2:3b"
DIGEST = "a80c4f17acd55265feec403c7aef86be0c25983ab279d83f3bcd3abbcb5b8b72"
WHEN = "2026-08-21T18:48:22.123456789Z"
JSON = "application/json; charset=utf-8"
BARE_JSON = "application/json"
STREAM = "application/x-ndjson"
TEXT = "text/plain; charset=utf-8"
LETTERS = 7
"""A token of the stand-in is so many letters."""


def go(value: Any) -> bytes:
    raw = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return raw.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026").encode()


def error(words: str) -> bytes:
    return go({"error": words})


def details() -> dict[str, Any]:
    return {
        "parent_model": "",
        "format": "gguf",
        "family": "llama",
        "families": ["llama"],
        "parameter_size": "3.2B",
        "quantization_level": "Q4_K_M",
        "context_length": 131072,
        "embedding_length": 3072,
    }


def model(name: str = MODEL, **extra: Any) -> dict[str, Any]:
    return {
        "name": name,
        "model": name,
        "modified_at": "2026-08-21T18:48:22.123456789+02:00",
        "size": 2019393189,
        "digest": DIGEST,
        "details": details(),
        "capabilities": ["completion", "tools"],
        **extra,
    }


def metrics(prompt: int | None = 26, reply: int | None = 282) -> dict[str, int]:
    """Nanoseconds and tokens; a count that is None is left out, as by a server that does not tell it."""
    told = {
        "total_duration": 4883583458,
        "load_duration": 1334875,
        "prompt_eval_count": prompt,
        "prompt_eval_duration": 342546000,
        "eval_count": reply,
        "eval_duration": 4535599000,
    }
    return {name: value for name, value in told.items() if value is not None}


def chat(content: str, **more: Any) -> dict[str, Any]:
    """`more`: thinking, done_reason, logprobs, metrics, model. Without a done_reason it is one of the pieces."""
    message = {"role": "assistant", "content": content, **({"thinking": more["thinking"]} if "thinking" in more else {})}
    return {"model": more.get("model", MODEL), "created_at": WHEN, "message": message} | _end(more)


def generate(response: str, **more: Any) -> dict[str, Any]:
    return {"model": more.get("model", MODEL), "created_at": WHEN, "response": response} | _end(more)


def _end(more: dict[str, Any]) -> dict[str, Any]:
    reason = more.get("done_reason")
    told: dict[str, Any] = {"done": reason is not None}
    if reason:
        told["done_reason"] = reason
    for name in ("logprobs", "context"):
        if name in more:
            told[name] = more[name]
    return told | dict(more.get("metrics", {}))


def logprob(token: str, value: float, *others: tuple[str, float]) -> dict[str, Any]:
    told: dict[str, Any] = {"token": token, "logprob": value, "bytes": list(token.encode())}
    if others:
        told["top_logprobs"] = [logprob(token, value), *(logprob(*other) for other in others)]
    return told


def line(text: str, done: str | None = None) -> bytes:
    """One line of a chat; the last one tells no count of the prompt, which nobody here knows."""
    if done is None:
        return go(chat(text)) + b"\n"
    return go(chat(text, done_reason=done, metrics=metrics(None))) + b"\n"


def tokens(text: str) -> list[str]:
    return [text[i : i + LETTERS] for i in range(0, len(text), LETTERS)]


def spoken(text: str, done: str | None = "stop") -> list[bytes]:
    """The text as a stream, some letters a line; without `done` the stream just ends."""
    pieces = [line(token) for token in tokens(text)]
    return [*pieces, line("", done)] if done is not None else pieces


def pulling(parts: Sequence[tuple[str, int]], steps: int = 3) -> list[bytes]:
    """A pull of `parts` (digest, bytes), each in some steps; the first line of a part has no `completed`."""
    told: list[dict[str, Any]] = [{"status": "pulling manifest"}]
    for digest, total in parts:
        head = {"status": f"pulling {digest[:12]}", "digest": f"sha256:{digest}", "total": total}
        told += [head, *({**head, "completed": total * step // steps} for step in range(1, steps + 1))]
    for status in ("verifying sha256 digest", "writing manifest", "success"):
        told.append({"status": status})
    return [go(one) + b"\n" for one in told]
