"""What a person may ask of a message, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from helpdesk.domain.safe_html import SafeHtml


@dataclass(frozen=True)
class Shown:
    """How a message is shown beside its plain words: unfolded, as its HTML, with a translation, or with what kept one from it.
    `busy` while something is on its way."""

    unfolded: bool = False
    html: SafeHtml | None = None
    translation: str = ""
    by: str = ""
    trouble: str = ""
    busy: str = ""


class Wishes(QObject):
    """One for a whole pane. While nobody listens (`heeded` is False), nothing that needs the desk is offered;
    `forwards` and `splits` say that forwarding and splitting off are heeded too."""

    html = Signal(int)
    forward = Signal(int)
    split = Signal(int)
    translation = Signal(int)
    original = Signal(int)
    looked = Signal(int)
    saved = Signal(int, str)
    changed = Signal(int, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.heeded = self.forwards = self.splits = False
