"""What a server says to a request it does not like, in the order in which it looks."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tests.fakes.ollama_server.go_json import BARE_JSON, JSON, error

OPTION_TYPES: Mapping[str, tuple[type | tuple[type, ...], str]] = {
    "temperature": ((int, float), "float32"),
    "repeat_penalty": ((int, float), "float32"),
    "num_ctx": (int, "integer"),
    "num_predict": (int, "integer"),
    "seed": (int, "integer"),
}
THINK_LEVELS = ("high", "medium", "low", "max")


@dataclass
class RefusedError(Exception):
    """An answer that is no answer."""

    status: int
    content: bytes
    kind: str = JSON


def refuse(status: int, words: str, kind: str = JSON) -> RefusedError:
    return RefusedError(status, error(words), kind)


def read(body: bytes, kind: str = "ChatRequest") -> dict[str, Any]:
    if not body:
        raise refuse(400, "missing request body")
    try:
        told = json.loads(body)
    except ValueError as bad:
        first = body.strip()[:1].decode(errors="replace")
        raise refuse(400, f"invalid character '{first}' looking for beginning of value") from bad
    model = told.get("model", "")
    if not isinstance(model, str):
        raise refuse(400, f"json: cannot unmarshal number into Go struct field {kind}.model of type string")
    return dict(told)


def check(told: Mapping[str, Any], thinks: bool) -> None:
    """Of a chat or generate request for a model that is there."""
    think = told.get("think")
    if isinstance(think, str) and think not in THINK_LEVELS:
        raise refuse(400, f'invalid think value: "{think}" (must be "high", "medium", "low", "max", true, or false)')
    if think and not thinks:
        raise refuse(400, f'"{told["model"]}" does not support thinking')
    if not 0 <= told.get("top_logprobs", 0) <= 20:
        raise refuse(400, "top_logprobs must be between 0 and 20")
    keep = told.get("keep_alive")
    if isinstance(keep, str) and not re.fullmatch(r"-?(\d+(\.\d+)?(ms|s|m|h))+", keep):
        raise refuse(400, f'time: invalid duration "{keep}"')
    for name, value in told.get("options", {}).items():
        kinds, called = OPTION_TYPES.get(name, (object, ""))
        if not isinstance(value, kinds) or isinstance(value, bool):
            raise refuse(500, f'option "{name}" must be of type {called}')
    shape = told.get("format")
    if isinstance(shape, str) and shape not in ("", "json"):
        quoted = json.dumps(json.dumps(shape))
        raise refuse(500, f'invalid format: {quoted}; expected "json" or a valid JSON Schema object', BARE_JSON)
