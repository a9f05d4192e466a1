"""What the parts of the knowledge screen share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from helpdesk.ui.kit import ScreenContext
    from helpdesk.ui.knowledge.confirm import Ask


@dataclass(frozen=True)
class Frame:
    """`bring` puts a page of the right side on display, `ask` asks over the whole screen."""

    context: ScreenContext
    ask: Ask
    bring: Callable[[QWidget], None]
