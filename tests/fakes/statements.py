"""What SQLite was asked."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import get_ident
from typing import Any
from unittest.mock import patch

from helpdesk.adapters.sqlite import one_trip


@contextmanager
def said_meanwhile() -> Iterator[list[tuple[str, int]]]:
    """Every statement of any connection, with the thread it ran in."""
    said: list[tuple[str, int]] = []
    done = one_trip.done

    def hear(made: Callable[[], Any], task: one_trip.Task) -> one_trip.Told:
        said.append((str(task.operation), get_ident()))
        return done(made, task)

    with patch.object(one_trip, "done", hear):
        yield said
