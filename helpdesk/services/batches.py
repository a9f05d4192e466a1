"""What is read from files of messages comes in batches: neither too many at once nor too much."""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TypeVar

from helpdesk.domain.article import FileFailure
from helpdesk.domain.errors import BadInput
from helpdesk.ports import RawTicket, TicketFileReader

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


def of_all(reader: TicketFileReader, paths: Sequence[Path]) -> Iterator[RawTicket | FileFailure]:
    """The messages of one file after the other; positions are in all of them. A file of no use is a failure among them."""
    for number, path in enumerate(paths):
        try:
            for piece in reader.split(path):
                yield piece if isinstance(piece, FileFailure) else piece.among(number, len(paths))
        except BadInput as bad:
            yield FileFailure(bad.path, bad.line, bad.reason)
