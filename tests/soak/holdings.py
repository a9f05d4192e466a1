"""What a process holds on to, minute by minute, and whether that only ever grows."""

import gc
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from statistics import median
from types import MethodType
from typing import Any

import psutil
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QApplication

OURS = ("helpdesk.ui.", "helpdesk.services.", "helpdesk.adapters.", "helpdesk.ports.", "helpdesk.gui")
"""Values of the domain are as many as the desk has; who keeps them is counted."""
SHOWN = ("helpdesk.ui.insights.picture.", "helpdesk.ui.insights.gaps_rows.GapRow", "helpdesk.services.gaps.proposing.Asked")
"""What plots and lists of gaps are made of: so are these."""
FORGOTTEN = (QTimer, QShortcut, QAction)
CARRIERS = (partial, MethodType)
"""What a forgotten connection or callback is kept by, whoever it belongs to."""

MEGABYTE = 1_000_000
LONG_SECONDS = 10.0


@dataclass(frozen=True)
class Holdings:
    """After one minute: bytes, open files and sockets, threads, processes beside this one, bytes of the store's WAL, and how
    many there are of each class, those of Qt by their tree, ours by the collector."""

    minute: int
    resident: int
    handles: int
    threads: int
    processes: int
    wal: int
    counts: Mapping[str, int]

    def plain(self) -> dict[str, Any]:
        return asdict(self)


def held(minute: int, store: Path) -> Holdings:
    """Of this process, now. What waits to be deleted must be gone before."""
    own = psutil.Process()
    wal = store.with_name(f"{store.name}-wal")
    return Holdings(
        minute,
        own.memory_info().rss,
        own.num_handles() if hasattr(own, "num_handles") else own.num_fds(),
        own.num_threads(),
        len(own.children(recursive=True)),
        wal.stat().st_size if wal.exists() else 0,
        counted(),
    )


def counted() -> dict[str, int]:
    """`tree Class`: widgets, and what else below the windows and the application may be forgotten. `Class`: living objects of
    our own, and what carries callbacks."""
    gc.collect()
    found: Counter[str] = Counter(f"tree {_name(type(one))}" for one in _tree())
    with undisturbed():
        found.update(_name(type(one)) for one in gc.get_objects() if _counts(type(one)))
    return dict(found)


@contextmanager
def undisturbed() -> Iterator[None]:
    """No other thread runs meanwhile: a tuple that is just being made may not be looked at, or its making fails."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(LONG_SECONDS)
    time.sleep(2 * before)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


def _tree() -> Iterable[QObject]:
    """Not every object of Qt: looking at the inside of a text editor leaves something behind for each."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    yield from application.allWidgets()
    for kind in FORGOTTEN:
        for root in (application, *application.topLevelWidgets()):
            yield from root.findChildren(kind)


def _counts(kind: type) -> bool:
    return kind in CARRIERS or (str(kind.__module__).startswith(OURS) and not _name(kind).startswith(SHOWN))


def _name(kind: type) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


def growing(day: Sequence[Holdings], round_of: int) -> dict[str, tuple[int, int]]:
    """What was more at its least in each third of the day than at its most in the third before: name → (first, last). A round
    is the minutes after which the work begins anew; of each the least counts, since that is what is there when nothing is
    open."""
    rounds = [day[at : at + round_of] for at in range(0, len(day) - round_of + 1, round_of)]
    names = {name for one in day for name in one.counts}
    looks: dict[str, Callable[[Holdings], int]] = {name: partial(_count, name) for name in sorted(names)}
    looks |= {"open files": lambda one: one.handles, "threads": lambda one: one.threads, "processes": lambda one: one.processes}
    found = {}
    for name, look in looks.items():
        least = [min(map(look, minutes)) for minutes in rounds]
        if _only_grows(least):
            found[name] = (least[0], least[-1])
    return found


def _count(name: str, one: Holdings) -> int:
    return one.counts.get(name, 0)


def _only_grows(least: Sequence[int]) -> bool:
    third = len(least) // 3
    if third == 0:
        return False
    first, middle, last = least[:third], least[third:-third], least[-third:]
    return max(first) < min(middle) and max(middle) < min(last)


def slope(day: Sequence[Holdings], round_of: int) -> float:
    """Megabytes of memory an hour: the straight line through what each round held in its median minute."""
    rounds = [day[at : at + round_of] for at in range(0, len(day) - round_of + 1, round_of)]
    points = [(median(one.minute for one in part) / 60, median(one.resident for one in part)) for part in rounds]
    if len(points) < 2:
        return 0.0
    hours, sizes = (sum(side) / len(points) for side in zip(*points, strict=True))
    over = sum((hour - hours) ** 2 for hour, _ in points)
    return float(sum((hour - hours) * (size - sizes) for hour, size in points) / over / MEGABYTE)
