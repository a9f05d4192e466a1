"""Sheets as one page that needs nothing but itself."""

from collections.abc import Sequence
from typing import Protocol

from helpdesk.domain.sheet import Cover, Sheet


class SheetPage(Protocol):
    def page(self, cover: Cover, sheets: Sequence[Sheet]) -> str:
        """The whole file as text. It loads nothing and runs nothing, whatever the sheets say."""
        ...
