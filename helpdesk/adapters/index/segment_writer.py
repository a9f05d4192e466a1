"""Passages into a new segment: vectors go to disk as they come, words are gathered and turned round at the end.

Words may come first, for all passages, and the vectors after them: gathering words takes longest, and need not wait for those.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from helpdesk.adapters.index import segment as layout
from helpdesk.adapters.index.segment import ROW, Bools, Segment
from helpdesk.adapters.index.signatures import Signature, settle
from helpdesk.domain.errors import IndexStale
from helpdesk.domain.stems import stem
from helpdesk.domain.terms import words
from helpdesk.ports.index import PassageVector

MOST_COUNTED = 255


class Numbers(dict[str, int]):
    """Word → number of its stem; words seen for the first time are stemmed and numbered."""

    def __init__(self) -> None:
        super().__init__()
        self.stems: dict[str, int] = {}

    def __missing__(self, word: str) -> int:
        number = self[word] = self.of_stem(stem(word))
        return number

    def of_stem(self, term: str) -> int:
        return self.stems.setdefault(term, len(self.stems))


class SegmentWriter:
    """Makes `folder`. Nothing in it counts before `finish`. `dimension` 0 is that of the first vector. Raises OSError."""

    def __init__(self, folder: Path, dimension: int = 0) -> None:
        self.folder = folder
        self.dimension = dimension
        self.rows = 0
        self._worded: list[Bools] = []
        self._told: dict[str, Signature] = {}
        self._numbers = Numbers()
        self._passages: list[NDArray[Any]] = []
        self._terms: list[NDArray[np.uint32]] = []
        self._rows: list[NDArray[np.uint32]] = []
        self._counts: list[NDArray[np.uint16]] = []
        folder.mkdir(mode=0o700)
        self._vectors: IO[bytes] = (folder / layout.VECTORS).open("wb")
        self._written = hashlib.sha256()

    def add(self, batch: Sequence[PassageVector]) -> None:
        """Raises IndexStale for a vector of another length."""
        self.add_words(batch)
        self.add_vectors([p.vector for p in batch])

    def add_words(self, batch: Sequence[PassageVector]) -> None:
        """Whatever vectors they have: `add_vectors` brings them, in the same order."""
        table = np.zeros(len(batch), ROW)
        keys: list[int] = []
        ends: list[int] = []
        for p in batch:
            heading, body = parted(p.text)
            keys.extend(map(self._numbers.__getitem__, words(heading)))
            ends.append(len(keys))
            keys.extend(map(self._numbers.__getitem__, words(body)))
            ends.append(len(keys))
        lengths = np.diff(np.array([0, *ends])).reshape(-1, 2)
        table["passage"] = [p.passage_id for p in batch]
        table["article"] = [p.article_id for p in batch]
        table["kb"] = [p.kb_id for p in batch]
        table["words"] = lengths.sum(axis=1)
        self._passages.append(table)
        self._count(np.array(keys, dtype=np.uint64), lengths)
        self.rows += len(batch)

    def add_vectors(self, raw: Sequence[bytes]) -> None:
        """One that is not finite says nothing: it is kept as zeros, so that it cannot poison a ranking. Raises IndexStale for
        one of another length."""
        self.dimension = self.dimension or (len(raw[0]) // 4 if raw else 0)
        odd = next((place for place, vector in enumerate(raw) if len(vector) != 4 * self.dimension), None)
        if odd is not None:
            passage = joined(self._passages, ROW)["passage"][sum(map(len, self._worded)) + odd]
            raise IndexStale(f"the vector of passage {passage} is not of {self.dimension} numbers")
        vectors = np.frombuffer(b"".join(raw), dtype="<f4").reshape(len(raw), self.dimension)
        if not np.isfinite(vectors).all():
            vectors = np.where(np.isfinite(vectors).all(axis=1)[:, np.newaxis], vectors, np.float32(0.0))
        self._append_vectors(vectors)

    def _append_vectors(self, vectors: NDArray[np.float32]) -> None:
        self._worded.append(np.asarray(vectors.any(axis=1)))
        content = vectors.tobytes()
        self._vectors.write(content)
        self._written.update(content)

    def _count(self, terms: NDArray[np.uint64], lengths: NDArray[np.int64]) -> None:
        """`lengths` are (heading, body) words a passage; `terms` all of them in that order."""
        if not len(terms):
            return
        passages = np.repeat(np.arange(len(lengths), dtype=np.uint64), lengths.sum(axis=1))
        heading = np.repeat(np.tile(np.array([1, 0]), len(lengths)), lengths.reshape(-1))
        keys = (passages << np.uint64(32)) | terms
        order = np.argsort(keys, kind="stable")
        keys, heading = keys[order], heading[order]
        first = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]]))
        above = np.minimum(np.add.reduceat(heading, first), MOST_COUNTED)
        below = np.minimum(np.add.reduceat(1 - heading, first), MOST_COUNTED)
        self._terms.append((keys[first] & np.uint64(0xFFFFFFFF)).astype(np.uint32))
        self._rows.append(((keys[first] >> np.uint64(32)) + np.uint64(self.rows)).astype(np.uint32))
        self._counts.append(((above << 8) | below).astype(np.uint16))

    def absorb(self, other: Segment, alive: Bools) -> None:
        """The living passages of a segment, without their texts."""
        places, rows, counts = other.all_postings()
        stays = alive[rows]
        moved = np.cumsum(alive) - 1 + self.rows
        mine = np.fromiter((self._numbers.of_stem(t.decode()) for t in other.terms[:]), np.uint32, len(other.terms))
        self._terms.append(mine[places[stays]])
        self._rows.append(moved[rows[stays]].astype(np.uint32))
        self._counts.append(counts[stays])
        for start in range(0, len(other), 4096):
            part = slice(start, start + 4096)
            self._passages.append(other.passages[part][alive[part]])
            self._append_vectors(other.vectors[part][alive[part]])
        self.rows += int(alive.sum())

    def finish(self) -> dict[str, Signature]:
        """Closes and signs for what was meant to be written; by file name. Raises IndexStale when vectors are missing."""
        self._vectors.close()
        if sum(map(len, self._worded)) != self.rows:
            raise IndexStale("not every passage brought its vector")
        settle(self.folder / layout.VECTORS)
        self.end_words()
        passages = joined(self._passages, ROW)
        passages["worded"] = joined(self._worded, np.bool_)
        vectors = Signature(4 * self.dimension * self.rows, self._written.hexdigest())
        return {layout.VECTORS: vectors, layout.PASSAGES: self._write(layout.PASSAGES, passages.tobytes()), **self._told}

    def end_words(self) -> None:
        """No more of them come: they are written down. Takes a while for many."""
        self._told = self._told or {name: self._write(name, content) for name, content in self._turned()}

    def _turned(self) -> list[tuple[str, bytes | memoryview]]:
        """Postings ordered by term instead of by passage."""
        spelled = sorted((term.encode("utf-8", "replace"), number) for term, number in self._numbers.stems.items())
        places = np.empty(len(spelled), dtype=np.uint32)
        places[[number for _, number in spelled]] = np.arange(len(spelled), dtype=np.uint32)
        terms = places[joined(self._terms, np.uint32)]
        used = np.bincount(terms, minlength=len(spelled))
        order = np.argsort(terms, kind="stable")
        self._terms.clear()
        rows, counts = joined(self._rows, np.uint32)[order], joined(self._counts, np.uint16)[order]
        starts = np.concatenate([[0], np.cumsum(used[used > 0])]).astype("<u8")
        present = b"".join(term + b"\n" for (term, _), times in zip(spelled, used, strict=True) if times)
        return [
            (layout.TERMS, present),
            (layout.STARTS, starts.tobytes()),
            (layout.ROWS, rows.astype("<u4", copy=False).data.cast("B") if len(rows) else b""),
            (layout.COUNTS, counts.astype("<u2", copy=False).data.cast("B") if len(counts) else b""),
        ]

    def _write(self, name: str, content: bytes | memoryview) -> Signature:
        with (self.folder / name).open("wb") as stream:
            stream.write(content)
        settle(self.folder / name)
        return Signature(len(content), hashlib.sha256(content).hexdigest())

    def close(self) -> None:
        self._vectors.close()


def joined(parts: list[NDArray[Any]], kind: Any) -> NDArray[Any]:
    return np.concatenate(parts) if parts else np.empty(0, dtype=kind)


def parted(text: str) -> tuple[str, str]:
    heading, _, body = text.partition("\n")
    return heading, body
