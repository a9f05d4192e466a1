"""What is read from a file of messages comes in batches: neither too many at once nor too much."""

from collections.abc import Iterator
from itertools import islice
from typing import TypeVar

from helpdesk.ports import RawTicket

Piece = TypeVar("Piece")
BATCH = 100
BATCH_BYTES = 8_000_000


def next_batch(pieces: Iterator[Piece]) -> list[Piece]:
    """The next pieces: a bounded number of bounded size. Blocking."""
    batch: list[Piece] = []
    size = 0
    for piece in islice(pieces, BATCH):
        batch.append(piece)
        size += len(piece.raw) if isinstance(piece, RawTicket) else 0
        if size >= BATCH_BYTES:
            break
    return batch
