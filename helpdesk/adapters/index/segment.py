"""A segment: passages with their vectors and words, written once and never changed, read through memory maps.

A folder of plain little-endian arrays:
`passages` one ROW a passage; `vectors` float32, rows × dimension; `terms` the distinct stems as sorted UTF-8, one a line;
`starts` where each term's postings begin; `rows` and `counts` the postings: in which row (ascending), and how often, the
heading's count in the high byte and the body's in the low one.
"""

import base64
import zlib
from bisect import bisect_left
from collections.abc import Sequence
from pathlib import Path
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

ROW = np.dtype([("passage", "<i8"), ("article", "<i8"), ("kb", "<i8"), ("words", "<u4"), ("worded", "<u4")])
"""`words` is the passage's length, `worded` 1 when its vector says anything."""

PASSAGES, VECTORS, TERMS, STARTS, ROWS, COUNTS = "passages", "vectors", "terms", "starts", "rows", "counts"
FILES = (PASSAGES, VECTORS, TERMS, STARTS, ROWS, COUNTS)

Bools = NDArray[np.bool_]
Floats = NDArray[np.float32]


class Segment:
    """`folder` was verified before."""

    def __init__(self, folder: Path, dimension: int) -> None:
        self.folder = folder
        self.passages: NDArray[Any] = np.fromfile(folder / PASSAGES, ROW)
        self.vectors: Floats = mapped(folder / VECTORS, "<f4").reshape(len(self.passages), dimension)
        self.starts = mapped(folder / STARTS, "<u8")
        self._rows = mapped(folder / ROWS, "<u4")
        self._counts = mapped(folder / COUNTS, "<u2")
        self.terms = Terms((folder / TERMS).read_bytes())

    @property
    def name(self) -> str:
        return self.folder.name

    def __len__(self) -> int:
        return len(self.passages)

    def postings(self, term: str) -> tuple[NDArray[np.uint32], NDArray[np.uint16]]:
        """(rows, counts) of a stem; empty when no passage has it."""
        place = self.terms.place(term)
        if place is None:
            return self._rows[:0], self._counts[:0]
        part = slice(int(self.starts[place]), int(self.starts[place + 1]))
        return self._rows[part], self._counts[part]

    def spelled_like(self, term: str, reach: int) -> list[tuple[str, int]]:
        """(stem, passages) of those with the same first letter whose spelling is at most `reach` bytes longer or shorter, and
        of those that differ in nothing but the first letter: another, none, one too many, or two that changed places."""
        places = {*self.terms.beginning(term[:1], len(term.encode("utf-8", "replace")), reach)}
        exact = (self.terms.place(one) for one in (term[1:], term[1:2] + term[:1] + term[2:]))
        places.update(place for place in exact if place is not None)
        places.update(*(self.terms.after_a_letter(tail) for tail in (term, term[1:])))
        return [(self.terms[i].decode("utf-8"), int(self.starts[i + 1] - self.starts[i])) for i in places]

    def all_postings(self) -> tuple[NDArray[np.uint32], NDArray[np.uint32], NDArray[np.uint16]]:
        """(place of the term, row, counts) of every posting."""
        places = np.repeat(np.arange(len(self.terms), dtype=np.uint32), np.diff(self.starts).astype(np.int64))
        return places, self._rows, self._counts


class Terms(Sequence[bytes]):
    """Sorted terms as they lie in the file: an index of their line ends instead of a million Python strings."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        ends = np.flatnonzero(np.frombuffer(content, dtype=np.uint8) == ord("\n"))
        self._ends = np.concatenate([np.array([-1]), ends])

    def __len__(self) -> int:
        return len(self._ends) - 1

    @overload
    def __getitem__(self, place: int) -> bytes: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[bytes]: ...
    def __getitem__(self, place: int | slice) -> bytes | Sequence[bytes]:
        if isinstance(place, slice):
            return self._content.splitlines()[place]
        return self._content[self._ends[place] + 1 : self._ends[place + 1]]

    def beginning(self, letter: str, length: int, reach: int) -> list[int]:
        """Places of the terms that begin with `letter` and are about `length` bytes long."""
        first = bisect_left(self, letter.encode("utf-8", "replace"))
        end = bisect_left(self, (letter + chr(0x10FFFF)).encode("utf-8", "replace"))
        lengths = np.diff(self._ends[first : end + 1]) - 1
        return [first + int(i) for i in np.flatnonzero(np.abs(lengths - length) <= reach)]

    def after_a_letter(self, tail: str) -> list[int]:
        """Places of the terms that are one letter and then `tail`."""
        wanted, found, at = tail.encode("utf-8", "replace") + b"\n", [], -1
        while (at := self._content.find(wanted, at + 1)) >= 0:
            start = self._content.rfind(b"\n", 0, at) + 1
            if len(self._content[start:at].decode("utf-8", "replace")) == 1:
                found.append(int(np.searchsorted(self._ends, start - 1)))
        return found

    def place(self, term: str) -> int | None:
        wanted = term.encode("utf-8", "replace")
        place = bisect_left(self, wanted)
        return place if place < len(self) and self[place] == wanted else None


def mapped(file: Path, kind: str) -> NDArray[Any]:
    """An empty file cannot be mapped."""
    return np.asarray(np.memmap(file, dtype=kind, mode="r")) if file.stat().st_size else np.empty(0, dtype=kind)


def packed(dead: Bools) -> str:
    return base64.b64encode(zlib.compress(np.packbits(dead).tobytes())).decode("ascii") if dead.any() else ""


def unpacked(dead: str, rows: int) -> Bools:
    if not dead:
        return np.zeros(rows, dtype=np.bool_)
    bits = np.frombuffer(zlib.decompress(base64.b64decode(dead)), dtype=np.uint8)
    return np.unpackbits(bits, count=rows).astype(np.bool_)
