"""What may stand in a log: types, places and codes. The text of an exception or an error may hold what a customer wrote."""

import re
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from helpdesk.domain.mail_addresses import addresses

_DRAFT = re.compile(r"while draft [0-9a-f]+ was written")
_LONG_NUMBER = re.compile(r"(?<![\w-])\+?\d(?:[ ()/.-]?\d){7,18}(?![\w:-])")


def at_draft(correlation: str) -> str:
    """A note to an error: which draft it happened at."""
    return f"while draft {correlation} was written"


def places(error: BaseException) -> list[str]:
    """What went wrong and where, through its causes, without a word of what it said."""
    lines: list[str] = []
    seen: BaseException | None = error
    while seen is not None:
        lines.append(f"{type(seen).__module__}.{type(seen).__qualname__}")
        if isinstance(seen, OSError) and seen.errno is not None:
            lines.append(f"  errno {seen.errno}")
        frames = traceback.extract_tb(seen.__traceback__)
        lines += [f"  {note}" for note in getattr(seen, "__notes__", ()) if _DRAFT.fullmatch(note)]
        lines += [f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in frames]
        seen = seen.__cause__ or seen.__context__
    return lines


def kept(details: Mapping[str, Any]) -> dict[str, Any]:
    """Details of a note without mail addresses and long numbers, which in a reason somebody typed are a person's."""
    return {name: _masked(value) for name, value in details.items()}


def _masked(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_masked(one) for one in value]
    if not isinstance(value, str):
        return value
    for start, end in reversed(addresses(value)):
        value = f"{value[:start]}{{EMAIL}}{value[end:]}"
    return _LONG_NUMBER.sub("{NUMBER}", value)
