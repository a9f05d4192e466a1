"""The field one writes in gets taller with its text, up to half of what it shares with the conversation."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QPlainTextEdit, QSplitter

EDGES = 24
"""Pixels of a field above and below its lines."""


class Growing(QObject):
    """`split` has the conversation above and what holds the `fields` below. Who drags the edge between them has it stay."""

    def __init__(self, split: QSplitter, fields: Sequence[QPlainTextEdit]) -> None:
        super().__init__(split)
        self._split = split
        self._fields = tuple(fields)
        self._usual = 0
        self._dragged = False
        self._later = QTimer(self, interval=0, singleShot=True)
        self._later.timeout.connect(self._fit)
        split.splitterMoved.connect(self._drag)
        for field in self._fields:
            field.document().documentLayout().documentSizeChanged.connect(lambda _: self._later.start())
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self._later.start()
        return super().eventFilter(watched, event)

    def _drag(self) -> None:
        self._dragged = True

    def _fit(self) -> None:
        field = next((one for one in self._fields if one.isVisible()), None)
        if field is None or self._dragged:
            return
        above, below = self._split.sizes()
        usual = self._usual or below
        lines = round(field.document().size().height())
        needed = below - field.height() + lines * field.fontMetrics().lineSpacing() + EDGES
        wanted = max(usual, min(needed, (above + below) // 2))
        self._usual = usual if wanted > usual else 0
        if wanted != below:
            self._split.setSizes([above + below - wanted, wanted])
