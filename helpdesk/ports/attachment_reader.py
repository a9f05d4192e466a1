"""Whoever can tell the words of a file somebody sent."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class FileWords:
    """`reason` says why there are none; words and reason both when it was read in part."""

    words: str
    reason: str = ""


class AttachmentReader(Protocol):
    async def words(self, name: str, media_type: str, content: bytes) -> FileWords:
        """Never raises for what is in the file."""
        ...
