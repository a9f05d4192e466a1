"""Telling languages, replies and wishes apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from helpdesk.domain.understanding import Read


class LanguageReader(Protocol):
    @property
    def languages(self) -> tuple[str, ...]:
        """ISO 639-1 codes of the desk, its own first."""
        ...

    async def read(self, text: str) -> Read:
        """The language a text is in: a code, or '' when it cannot be told. Never slow, whatever the text."""
        ...


class OwnWords(Protocol):
    def __call__(self, body: str) -> str:
        """A mail without the mails it repeats and without signature; never empty when the body is not."""
        ...


@dataclass(frozen=True)
class Example:
    """Words that mean an intent; `vector` is little-endian float32 of the desk's embedder, of no length without one."""

    intent: str
    text: str
    vector: bytes = b""


class IntentReader(Protocol):
    def learn(self, examples: Sequence[Example]) -> None:
        """Forgets what was learned before. The same examples in any order teach the same."""
        ...

    def read(self, text: str, vector: bytes = b"") -> Read:
        """The likeliest intent with its probability, or UNCLEAR."""
        ...
