"""Menus that are filled anew each time they open, so that they never offer what has passed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable


class FreshMenu(QMenu):
    def __init__(self, parent: QWidget, fill: Callable[[FreshMenu], object]) -> None:
        super().__init__(parent)
        self._fill = fill
        self.aboutToShow.connect(self.refill)

    def refill(self) -> None:
        self.clear()
        self._fill(self)

    def offer(self, words: str, act: Callable[[], object], checked: bool | None = None) -> None:
        """`checked` shows that it is in force, or not; None: it is no such thing."""
        made = self.addAction(words.replace("&", "&&"))
        if checked is not None:
            made.setCheckable(True)
            made.setChecked(checked)
        made.triggered.connect(lambda _=False: act())

    def below(self, words: str, fill: Callable[[FreshMenu], object]) -> None:
        """A menu of this menu."""
        inner = FreshMenu(self, fill)
        inner.setTitle(words.replace("&", "&&"))
        self.addMenu(inner)
