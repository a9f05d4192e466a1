"""A file in the workspace that stops all sending by itself. That it is there is what counts; nobody need be able to read it."""

import errno
import json
import os
from dataclasses import asdict
from pathlib import Path

from helpdesk.domain.errors import DiskFull, ReadOnly
from helpdesk.domain.sending import Stop

LARGEST = 10_000


class StopFile:
    """Plays StopSwitch."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def standing(self) -> Stop | None:
        try:
            self._path.lstat()
        except FileNotFoundError:
            return None
        except OSError:
            return Stop()
        return self._read()

    def pull(self, stop: Stop) -> None:
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with open(handle, "w", encoding="utf-8") as out:  # noqa: PTH123 - a mode from the start
                out.write(json.dumps(asdict(stop), ensure_ascii=False))
                out.flush()
                os.fsync(out.fileno())
        except OSError as error:
            raise (DiskFull if error.errno == errno.ENOSPC else ReadOnly)(self._path) from error

    def release(self) -> None:
        try:
            self._path.unlink(missing_ok=True)
        except OSError as error:
            raise ReadOnly(self._path) from error

    def _read(self) -> Stop:
        try:
            with self._path.open("rb") as kept:
                said = json.loads(kept.read(LARGEST))
            return Stop(*(str(said.get(name, "")) for name in ("agent", "words", "at")))
        except (OSError, ValueError, AttributeError):
            return Stop()
