"""What every request carries. The option block never changes between calls: a change would make the server load the model
again."""

import json
import re
from hashlib import sha256
from typing import Any

from helpdesk.settings import Settings

REPLY_TOKENS = 350
SEED = 7
KEEP_ALIVE = "15m"
KEPT_SECONDS = 15 * 60.0
FIRST_WITH_LOGPROBS = (0, 12, 11)
FIRST_COUNTING_ALL = (0, 31, 0)
"""From here on the count of a prompt holds what the server had cached of it."""

UNNUMBERED = (0, 0, 0)
"""The version of a server somebody built himself, as new as may be."""


def options(settings: Settings, context: int = 0) -> dict[str, Any]:
    """`context` is what the model can read at most; 0 when that is not known."""
    return {
        "num_ctx": window(settings, context),
        "num_predict": REPLY_TOKENS,
        "temperature": 0,
        "seed": SEED,
        "repeat_penalty": 1.05,
    }


def named(instructions: str, settings: Settings) -> str:
    """The version of the instructions together with that of the options they are told with: another block is another
    drafter."""
    block = json.dumps(options(settings), sort_keys=True)
    return f"{instructions}-{sha256(block.encode()).hexdigest()[:6]}"


def window(settings: Settings, context: int) -> int:
    return min(settings.num_ctx, context) if context > 0 else settings.num_ctx


def standing(model: str, block: dict[str, Any]) -> dict[str, Any]:
    """What loading and writing have in common. `truncate` and `shift` off: a prompt that does not fit is refused, not cut."""
    return {
        "model": model,
        "think": False,
        "truncate": False,
        "shift": False,
        "keep_alive": KEEP_ALIVE,
        "options": block,
    }


def numbered(version: str) -> tuple[int, int, int]:
    """(0, 33, 0) of '0.33.0-rc2'; what cannot be read is (0, 0, 0)."""
    found = re.match(r"v?(\d+)\.(\d+)(?:\.(\d+))?", version.strip())
    return (int(found[1]), int(found[2]), int(found[3] or 0)) if found else UNNUMBERED


def tells_logprobs(version: str) -> bool:
    """A version that was not told at all is none."""
    number = numbered(version)
    return bool(version) and (number >= FIRST_WITH_LOGPROBS or number == UNNUMBERED)
