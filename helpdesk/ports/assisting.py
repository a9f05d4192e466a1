"""A model that helps an agent: tells a reply in other words, tells a conversation in short, says again what it was told."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from helpdesk.domain.draft_step import Trace
from helpdesk.domain.rewriting import Wish

Grow = Callable[[str], None]
"""Gets everything said so far as it grows."""


@dataclass(frozen=True)
class Turn:
    """One public message; `ours`: we wrote it. Personal data is hidden already."""

    ours: bool
    date: str
    text: str


@dataclass(frozen=True)
class Told:
    """`complete` is False when the model was cut off; `prompt` is the version of what it was asked with, `figures` what was
    measured, by name."""

    text: str
    complete: bool
    model: str
    digest: str
    prompt: str
    figures: Mapping[str, float]
    options: Mapping[str, Any]


class Assistant(Protocol):
    """Every text it gets has its personal data hidden. All methods raise NotReady, and leave no stream open when cancelled."""

    async def ready(self) -> None:
        """Returns when it could write now."""
        ...

    async def models(self) -> tuple[str, ...]:
        """Those that can write here."""
        ...

    async def rewrite(self, text: str, wish: Wish, on_text: Grow) -> Told:
        """The body of a reply as wished."""
        ...

    async def summarize(self, turns: Sequence[Turn], on_text: Grow) -> Told: ...

    async def repeat(self, trace: Trace, model: str, on_text: Grow) -> Told:
        """The very same prompt again, by the model that was told it then, or by another installed one."""
        ...
