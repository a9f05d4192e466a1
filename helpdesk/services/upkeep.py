"""Keeping the workspace safe."""

import asyncio
from dataclasses import dataclass
from pathlib import Path

from helpdesk.ports import Store


@dataclass(frozen=True)
class Upkeep:
    store: Store

    async def backup(self, file: Path) -> int:
        """Writes the whole workspace into one verified file and returns its size in bytes. Raises BackupUnusable, DiskFull."""
        await self.store.backup(str(file))
        return await asyncio.to_thread(lambda: file.stat().st_size)
