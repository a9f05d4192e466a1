"""A file from a stranger put on the agent's disk: marked as such, and never as a program."""

import asyncio
import contextlib
import os
import secrets
import sys
from pathlib import Path

from helpdesk.domain.errors import BadInput

NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
ZONE = "[ZoneTransfer]\r\nZoneId=3\r\n"
"""From the internet: what the system and office programs ask before they open it with all rights."""
QUARANTINE = "0081;00000000;Helpdesk;"


class SavedFiles:
    """Plays FileSaver."""

    async def save(self, path: Path, content: bytes) -> None:
        await asyncio.to_thread(save, path, content)


def save(path: Path, content: bytes) -> None:
    beside = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        try:
            with os.fdopen(os.open(beside, NEW_FILE, 0o600), "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            mark(beside)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise BadInput(str(path), 0, f"the file cannot be written there: {error.strerror or error}") from error


def mark(path: Path) -> None:
    """Where the disk cannot hold the mark, the file is kept without."""
    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            Path(f"{path}:Zone.Identifier").write_text(ZONE, "ascii", newline="")
        elif sys.platform == "darwin":
            _quarantine(path)
        else:
            os.setxattr(path, "user.xdg.origin.url", b"mailto:")


def _quarantine(path: Path) -> None:
    import ctypes

    system = ctypes.CDLL(None, use_errno=True)
    value = QUARANTINE.encode()
    if system.setxattr(os.fsencode(path), b"com.apple.quarantine", value, len(value), 0, 0):
        raise OSError(ctypes.get_errno(), "the mark cannot be set")
