"""What a customer sent, taken apart and made harmless to look at."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from helpdesk.domain.safe_html import SafeHtml


@dataclass(frozen=True)
class Picture:
    """A PNG the desk painted itself, its sides in pixels."""

    png: bytes
    width: int
    height: int


class Harmless(Protocol):
    """Works in another process under limits of time and memory."""

    async def html(self, source: str) -> SafeHtml:
        """Raises NotShown."""
        ...

    async def picture(self, content: bytes) -> Picture | None:
        """None when it is no picture that can be shown."""
        ...


class OriginalReader(Protocol):
    async def html(self, raw: bytes) -> str:
        """A mail's HTML as its sender meant it to be seen; empty when it has none. Raises NotShown."""
        ...


class FileSaver(Protocol):
    async def save(self, path: Path, content: bytes) -> None:
        """The whole file or none, marked as coming from elsewhere where the system knows such a mark, never executable.
        Raises BadInput naming the path."""
        ...
