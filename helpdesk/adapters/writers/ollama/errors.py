"""What a refusal of the server means, as one of our own errors."""

import json

from helpdesk.domain.errors import (
    ModelBusy,
    ModelMissing,
    ModelRefused,
    ModelServerDown,
    ModelStopped,
    ModelUnfit,
    NotReady,
    PromptTooLong,
)

NOT_ONE = "what answers does not speak like one"
LONGEST_WORDS = 200
TOO_LONG = ("context length", "context size", "exceed_context_size", "prompt is longer")
NO_ROOM = (
    "requires more system memory",
    "out of memory",
    "process has terminated",
    "error loading model",
    "unable to load model",
    "failed to load",
    "unable to allocate",
    "failed to allocate",
    "cudamalloc",
    "timed out waiting for llama",
)
WRONG_REQUEST = ("option ", "invalid format", "must be of type", "invalid option")


def refusal(status: int, body: bytes, model: str, host: str) -> NotReady:
    """Of an answer with another status than 200."""
    said = words(body)
    detail = f"HTTP {status}: {short(said)}" if said else f"HTTP {status}"
    low = said.lower()
    if status == 404:
        return ModelMissing(model) if "not found" in low else ModelServerDown(host, NOT_ONE)
    if status in (429, 503):
        return ModelBusy(detail)
    if status == 400:
        return PromptTooLong(0) if any(hint in low for hint in TOO_LONG) else ModelRefused(detail)
    if status >= 500:
        return _failure(low, detail, model)
    return ModelServerDown(host, NOT_ONE if not said else detail)


def _failure(low: str, detail: str, model: str) -> NotReady:
    if any(hint in low for hint in NO_ROOM):
        return ModelUnfit(model, detail)
    if any(hint in low for hint in WRONG_REQUEST):
        return ModelRefused(detail)
    return ModelStopped(detail)


def words(body: bytes) -> str:
    """The server's own error text; '' for a page of somebody in between."""
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        return ""
    return str(told["error"]) if isinstance(told, dict) and "error" in told else ""


def short(text: object) -> str:
    return "".join(c for c in " ".join(str(text).split()) if c.isprintable())[:LONGEST_WORDS]
