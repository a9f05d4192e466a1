"""Old tickets in from files, a report out as one page."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from helpdesk.domain.article import FileFailure
from helpdesk.domain.history import SolvedTicket
from helpdesk.domain.solved_threads import Letter
from helpdesk.ports.knowledge import RawTicket

OldMessage = Letter | SolvedTicket | FileFailure
"""A message that may be part of a thread, a question a table already gives with its answer, or what could not be read."""


class SolvedFileReader(Protocol):
    def split(self, path: Path) -> Iterator[RawTicket | FileFailure]:
        """As TicketFileReader.split."""
        ...

    async def parse(self, tickets: Sequence[RawTicket], found_at: datetime) -> list[OldMessage]:
        """One result each, in order, whatever the bytes are. Bodies are whole: what they repeat is still in them."""
        ...


class ReportPage(Protocol):
    """Numbers as a page that needs nothing but itself, and back."""

    def page(self, numbers: Mapping[str, Any]) -> str:
        """The same numbers always give the same page."""
        ...

    def numbers(self, page: str) -> dict[str, Any]:
        """Those a page was made of. Raises ValueError saying why it is none of ours."""
        ...
