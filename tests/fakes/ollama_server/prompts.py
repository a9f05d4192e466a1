"""How a server counts a prompt, and what it does with one that is too long."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tests.fakes.ollama_server import go_json as g
from tests.fakes.ollama_server.checks import refuse

KEPT = 4
SHORTEN = (
    "the prompt is longer than the context length currently available to the model; shorten the prompt, adjust the context "
    "length in settings, or use a model with a longer context length"
)
TOO_LONG = "the input length exceeds the context length"


@dataclass
class Prompting:
    """`is_fixed` says the same count whatever is sent."""

    bytes_per_token: float = 4.0
    is_fixed: int = 0

    def counted(self, told: Mapping[str, Any]) -> int:
        sent = sum(len(message["content"].encode()) for message in told["messages"])
        return self.is_fixed or int(sent / self.bytes_per_token) + 8


def too_long(told: Mapping[str, Any], version: str, counted: int, window: int) -> int:
    """Refuses, or (by default, in silence) cuts the prompt and says how many tokens are left. Servers before 0.12.6 know of no
    `truncate` and no `shift`."""
    number = tuple(int(part) for part in version.partition("-")[0].split("."))
    old, middle = number < (0, 12, 6), number < (0, 30, 0)
    if not old and told.get("truncate") is False:
        raise refuse(400, TOO_LONG if middle else exceeding(counted, window))
    if not old and told.get("shift") is False:
        raise refuse(400, SHORTEN)
    return window if middle else window - (window - KEPT) // 2


def exceeding(counted: int, window: int) -> str:
    """The words of the inner server, in a string."""
    return g.go(
        {
            "error": {
                "code": 400,
                "message": f"request ({counted} tokens) exceeds the available context size ({window} tokens), "
                "try increasing it",
                "type": "exceed_context_size_error",
                "n_prompt_tokens": counted,
                "n_ctx": window,
            }
        }
    ).decode()


def embedded(told: Mapping[str, Any]) -> dict[str, Any]:
    """Vectors of unit length."""
    sent = told.get("input", [])
    texts = [sent] if isinstance(sent, str) else sent
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise refuse(400, "invalid input type")
    if not texts:
        return {"model": told["model"], "embeddings": []}
    if told.get("truncate") is False and any(len(text) > 2000 for text in texts):
        raise refuse(400, TOO_LONG)
    return {
        "model": told["model"],
        "embeddings": [[0.6, 0.8] for _ in texts],
        "total_duration": 14143917,
        "load_duration": 1019500,
        "prompt_eval_count": 8,
    }
