"""Sheets as one page that needs nothing but itself."""

from collections.abc import Sequence
from typing import Protocol

from helpdesk.domain.sheet import Sheet


class SheetPage(Protocol):
    def page(self, title: str, said: str, sheets: Sequence[Sheet]) -> str:
        """The whole file as text. It loads nothing and runs nothing, whatever the sheets say."""
        ...
