"""What waits to be delivered in the GUI thread, in order, with stale news dropped."""

import threading
from collections import OrderedDict
from collections.abc import Callable

from helpdesk.domain.events import DraftTextGrew, Event, JobProgressed, RewriteGrew

Delivery = Callable[[], object]


class Mailbox:
    """Filled from any thread, emptied in one. It rings when the first delivery comes, and not again before it was found empty,
    so a flood of events costs the receiving thread one wake-up and, per growing draft or job, one delivery."""

    def __init__(self, ring: Callable[[], None]) -> None:
        self._ring = ring
        self._lock = threading.Lock()
        self._waiting: OrderedDict[object, Delivery] = OrderedDict()
        self._rung = False

    def put(self, delivery: Delivery, key: object = None) -> None:
        """A later delivery under the same `key` replaces the one that waits and takes the later place."""
        with self._lock:
            wanted = key if key is not None else object()
            self._waiting.pop(wanted, None)
            self._waiting[wanted] = delivery
            ring, self._rung = not self._rung, True
        if ring:
            self._ring()

    def next(self) -> Delivery | None:
        """The one that waited longest; None when nothing waits, and the next to come rings."""
        with self._lock:
            if self._waiting:
                return self._waiting.popitem(last=False)[1]
            self._rung = False
            return None


def replaces(event: Event) -> object:
    """The key under which only the newest event matters; None for events that all count."""
    match event:
        case DraftTextGrew(draft_id=draft_id):
            return ("draft", draft_id)
        case RewriteGrew(draft_id=draft_id):
            return ("rewriting", draft_id)
        case JobProgressed(job=job):
            return ("job", job)
    return None
