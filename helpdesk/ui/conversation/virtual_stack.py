"""A column of parts of any height, of which only those in sight exist.

Heights are guessed until a part was laid out, so what is held is not a number of pixels but a place: a part, and how far its
top lies above the upper edge. Parts that turn out taller or grow later push away what is below them, never what is being read.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from helpdesk.ui import theme

if TYPE_CHECKING:
    from collections.abc import Hashable

    from PySide6.QtGui import QResizeEvent

GAP, EDGE = 8, 16
WIDEST = 740
"""Some ninety letters a line are the most that are read with ease."""
A_TURN = 3
"""Parts made before the window has its turn; the rest of what is in sight follows in the next ones, each in the room guessed
for it."""
BEYOND = 400
"""Pixels above and below the view in which parts are kept ready; they are made one a turn, when what is in sight is there."""
STEP = 40


class Source(Protocol):
    """`key` says whether a part made for an entry is still right for the one now in its place."""

    def key(self, place: int) -> Hashable: ...

    def guess(self, place: int) -> int: ...

    def make(self, place: int) -> QWidget: ...


class VirtualStack(QAbstractScrollArea):
    def __init__(self, source: Source) -> None:
        super().__init__()
        self._source = source
        self._heights: list[int] = []
        self._measured: dict[Hashable, int] = {}
        self._parts: dict[int, QWidget] = {}
        self._keys: list[Hashable] = []
        self._place, self._above = 0, 0
        self._laying = False
        self._to_end = False
        self._left = self._spare = 0
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._go_on)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().setSingleStep(STEP)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def show_entries(self, count: int, *, at_end: bool) -> None:
        """Entries changed. Parts that are still right stay; `at_end` goes to the last one, else the place is kept."""
        stay_at_end = at_end or (bool(self._keys) and self.is_at_end())
        anchor = self._keys[self._place] if self._place < len(self._keys) else None
        kept = {self._keys[place]: part for place, part in self._parts.items()}
        self._keys = [self._source.key(place) for place in range(count)]
        self._parts = {place: kept.pop(key) for place, key in enumerate(self._keys) if key in kept}
        for part in kept.values():
            away(part)
        self._measured = {key: self._measured[key] for key in self._keys if key in self._measured}
        self._heights = [self._measured.get(key) or self._source.guess(place) for place, key in enumerate(self._keys)]
        self._place = self._keys.index(anchor) if anchor in self._keys else min(self._place, max(0, count - 1))
        self._to_end = stay_at_end
        self._lay_out()

    def go_to(self, place: int) -> QWidget | None:
        """Brings an entry to the upper edge (as far as there is room below) and gives its part."""
        if not 0 <= place < len(self._keys):
            return None
        self._place, self._above, self._to_end = place, -EDGE // 2, False
        self._lay_out()
        return self._parts.get(place)

    def scroll_by(self, pages: float) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(pages * bar.pageStep()))

    def place_of(self, part: QWidget) -> int | None:
        return next((place for place, one in self._parts.items() if one is part), None)

    def first_in_sight(self) -> int:
        return self._place

    def part(self, place: int) -> QWidget | None:
        """None while it is out of sight."""
        return self._parts.get(place)

    def parts(self) -> list[QWidget]:
        """Those that exist, from top to bottom."""
        return [self._parts[place] for place in sorted(self._parts)]

    def is_at_end(self) -> bool:
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum() - 2

    def forget_sizes(self) -> None:
        """After a change of font or width nothing measured holds."""
        self._measured.clear()
        self._lay_out()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and not self._laying:
            self._soon.start()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._measured.clear()
        self._lay_out()

    def _scrolled(self, value: int) -> None:
        if self._laying or not self._heights:
            return
        tops = self._tops()
        self._place = min(max(0, bisect_right(tops, value) - 1), len(self._heights) - 1)
        self._above = value - tops[self._place]
        self._to_end = False
        self._lay_out()

    def _tops(self) -> list[int]:
        return list(accumulate(map(GAP.__add__, self._heights), initial=EDGE))

    def _go_on(self) -> None:
        self._spare = 1
        self._lay_out()
        self._spare = 0

    def _lay_out(self) -> None:
        if self._laying or self.viewport().width() <= 0:
            return
        self._laying, self._left = True, A_TURN
        try:
            first, last = self._fill_view()
            self._drop_unseen(first, last)
            self._set_bar()
            self._put(first, last)
        finally:
            self._laying = False

    def _fill_view(self) -> tuple[int, int]:
        """Makes and measures what is in sight; (first, behind the last)."""
        count, view = len(self._heights), self.viewport().height()
        if not count:
            return 0, 0
        if self._to_end:
            self._place, self._above = self._end_place(view)
        self._place = min(self._place, count - 1)
        last, filled = self._place, -self._above
        while last < count and (filled < view or (filled < view + BEYOND and self._has_ready(last))):
            filled += self._measure(last) + GAP
            last += 1
        if last == count and filled + EDGE < view and not self._to_end and self._place > 0:
            self._place, self._above = self._end_place(view)
        first, above = self._place, self._above
        while first > 0 and (above < 0 or (above < BEYOND and self._has_ready(first - 1))):
            first -= 1
            above += self._measure(first) + GAP
        return first, last

    def _has_ready(self, place: int) -> bool:
        """Of a part beyond the view. One that is not there may be made when this turn has one to spare, else in the next."""
        if place in self._parts:
            return True
        if self._spare and self._left == A_TURN:
            self._spare = 0
            return True
        self._soon.start()
        return False

    def _end_place(self, view: int) -> tuple[int, int]:
        place, room = len(self._heights), view - EDGE
        while place > 0 and room > 0:
            place -= 1
            room -= self._measure(place) + GAP
        return (place, -room) if room < 0 else (0, -EDGE)

    def _measure(self, place: int) -> int:
        """Its height; the one guessed while this turn can make no more."""
        part = self._parts.get(place)
        if part is None:
            if not self._left:
                self._soon.start()
                return self._heights[place]
            self._left -= 1
            part = self._parts[place] = self._source.make(place)
            part.setParent(self.viewport())
            part.installEventFilter(self)
            part.move(0, self.viewport().height() + BEYOND)
            part.show()
        wide = self._wide()
        part.resize(wide, max(1, part.height()))
        height = part.heightForWidth(wide) if part.hasHeightForWidth() else part.sizeHint().height()
        self._heights[place] = self._measured[self._keys[place]] = max(1, height)
        return self._heights[place]

    def _wide(self) -> int:
        return max(80, min(theme.scaled(WIDEST), self.viewport().width()) - 2 * EDGE)

    def _drop_unseen(self, first: int, last: int) -> None:
        """What has the keyboard stays, or it would be lost to the person who has it there."""
        focus = QApplication.focusWidget()
        for place in [p for p in self._parts if not first <= p < last]:
            part = self._parts[place]
            if focus is not None and (part is focus or part.isAncestorOf(focus)):
                part.move(0, -part.height() - BEYOND)
                continue
            away(self._parts.pop(place))

    def _set_bar(self) -> None:
        bar, tops = self.verticalScrollBar(), self._tops()
        whole = tops[-1] - GAP + EDGE if self._heights else 0
        blocked = QSignalBlocker(bar)
        bar.setPageStep(max(1, self.viewport().height()))
        bar.setRange(0, max(0, whole - self.viewport().height()))
        bar.setValue(tops[self._place] + self._above if self._heights else 0)
        blocked.unblock()
        bar.update()
        if self._heights:
            self._above = bar.value() - tops[self._place]

    def _put(self, first: int, last: int) -> None:
        tops, value, wide = self._tops(), self.verticalScrollBar().value(), self._wide()
        left = EDGE if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else self.viewport().width() - wide - EDGE
        for place in (one for one in range(first, last) if one in self._parts):
            self._parts[place].setGeometry(left, tops[place] - value, wide, self._heights[place])


def away(part: QWidget) -> None:
    part.hide()
    part.setParent(None)
    part.deleteLater()
