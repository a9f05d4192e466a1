"""The files that go with a text, each with its size and a way out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from helpdesk.ui import theme
from helpdesk.ui.kit.buttons import Glyph, glyph_button
from helpdesk.ui.kit.direction import edges
from helpdesk.ui.kit.flow import FlowFrame
from helpdesk.ui.kit.labels import Label
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.language import tr
from helpdesk.ui.measure_words import size

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpdesk.domain.composing import OutgoingFile

LONGEST_SHOWN = 40


class FilesStrip(QFrame):
    """Hidden while there are none."""

    remove_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._flow: FlowFrame | None = None
        self._files: tuple[OutgoingFile, ...] = ()
        self.setAccessibleName(tr("Attached files"))
        self.hide()

    def show_files(self, files: Sequence[OutgoingFile]) -> None:
        if tuple(files) == self._files:
            return
        self._files = tuple(files)
        if self._flow is not None:
            self._layout.removeWidget(self._flow)
            self._flow.deleteLater()
        self._flow = FlowFrame(QMargins(0, 0, 0, 0))
        for file in files:
            self._flow.add(self._made_chip(file))
        self._layout.addWidget(self._flow)
        self.setVisible(bool(files))

    def names(self) -> tuple[str, ...]:
        return tuple(file.name for file in self._files)

    def _made_chip(self, file: OutgoingFile) -> QFrame:
        chip = QFrame()
        line = QHBoxLayout(chip)
        line.setContentsMargins(edges(theme.S, 0, 0, 0))
        line.setSpacing(theme.XS)
        said = f"{short_name(file.name)} · {size(file.size)}"
        out = glyph_button("close", tr("Take {name} out", name=one_line(file.name)))
        out.clicked.connect(partial(self.remove_wanted.emit, file.id))
        for part in (Glyph("attachment", 14), Label(said), out):
            line.addWidget(part)
        chip.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        theme.dress(chip, "card")
        return chip


def short_name(name: str) -> str:
    """With its beginning and its ending."""
    line = one_line(name)
    half = LONGEST_SHOWN // 2
    return line if len(line) <= LONGEST_SHOWN else f"{line[:half]}…{line[-half + 1 :]}"
