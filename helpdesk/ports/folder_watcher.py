"""Folders that are followed while the desk is open."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True)
class FolderNews:
    """`changed`: look into the folder. `trouble` says in words what keeps it from being followed well; the rest goes on."""

    folder: Path
    changed: bool
    trouble: str = ""


class FolderWatcher(Protocol):
    def follow(self, folders: Collection[Path]) -> None:
        """These from now on and no others. A folder just taken up is reported as changed once."""
        ...

    async def next(self) -> FolderNews:
        """Waits for it. Many changes at once are one news; a wait that is cancelled loses none."""
        ...

    async def aclose(self) -> None: ...
