"""Where an ONNX file keeps weights outside of itself, read from its bytes before any library trusts them.

Field numbers are those of onnx.proto3: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto3
"""

import mmap
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

WAY: Mapping[str, Mapping[int, str]] = MappingProxyType(
    {
        "model": {7: "graph", 25: "function"},
        "function": {7: "node", 11: "attribute"},
        "graph": {1: "node", 5: "tensor", 15: "sparse"},
        "node": {5: "attribute"},
        "attribute": {5: "tensor", 6: "graph", 10: "tensor", 11: "graph", 22: "sparse", 23: "sparse"},
        "sparse": {1: "tensor", 2: "tensor"},
        "tensor": {13: "external"},
    }
)
DEEPEST = 60
LONGEST_NAME = 4096
MOST_FIELDS = 3_000_000
FIXED = {1: 8, 5: 4}
LENGTH_DELIMITED = 2


def weight_files(file: Path) -> set[str]:
    """Every location the model names, as written. Raises ValueError for a file that is no whole protocol buffer, or one of more
    fields than any model has."""
    if file.stat().st_size == 0:
        raise ValueError("empty")
    with file.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return set(Walk(content).locations((0, len(content)), "model", 0))


class Walk:
    """Through one file, once. A part is (start, end)."""

    def __init__(self, content: mmap.mmap) -> None:
        self._content = content
        self._left = MOST_FIELDS

    def locations(self, part: tuple[int, int], kind: str, depth: int) -> Iterator[str]:
        if depth > DEEPEST:
            raise ValueError("nested too deeply")
        for number, start, end in self._fields(part):
            below = WAY[kind].get(number)
            if below == "external":
                yield from self._location((start, end))
            elif below is not None:
                yield from self.locations((start, end), below, depth + 1)

    def _location(self, part: tuple[int, int]) -> Iterator[str]:
        """The value of a key-value pair whose key is 'location'."""
        pair = {number: self._content[start : min(end, start + LONGEST_NAME)] for number, start, end in self._fields(part)}
        if pair.get(1) == b"location":
            yield pair.get(2, b"").decode("utf-8", "replace")

    def _fields(self, part: tuple[int, int]) -> Iterator[tuple[int, int, int]]:
        """(number, start, end) of every length-delimited field of a message; the others are stepped over."""
        at, end = part
        while at < end:
            self._left -= 1
            tag, at = self._varint(at, end)
            wire = tag & 7
            if wire == LENGTH_DELIMITED:
                length, at = self._varint(at, end)
                if at + length <= end:
                    yield tag >> 3, at, at + length
                at += length
            elif wire == 0:
                _, at = self._varint(at, end)
            else:
                at += FIXED.get(wire, len(self._content))
        if at != end or self._left < 0:
            raise ValueError("cut short, or no protocol buffer")

    def _varint(self, at: int, end: int) -> tuple[int, int]:
        value = shift = 0
        while at < end and shift < 64 and self._left >= 0:
            octet = self._content[at]
            value |= (octet & 127) << shift
            at, shift = at + 1, shift + 7
            if octet < 128:
                return value, at
        raise ValueError("cut short, or too many fields")
