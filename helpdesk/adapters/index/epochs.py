"""Epoch folders and the pointer to the one that serves.

`index/epoch-<n>-<random>/` holds one whole index; `index/CURRENT` names the one in use and is replaced by an atomic rename.
Every other folder is either being built right now or was left behind by a build that died.
"""

import contextlib
import os
import re
import secrets
import shutil
from pathlib import Path

from helpdesk.adapters.index.manifest import replace_file

POINTER = "CURRENT"
NAME = re.compile(r"epoch-(\d{1,12})-[0-9a-f]{8}")


def current(root: Path) -> Path | None:
    """The serving epoch's folder; None when there is none. Garbage in the pointer is none."""
    try:
        name = (root / POINTER).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return root / name if NAME.fullmatch(name) and (root / name).is_dir() else None


def fresh(root: Path) -> Path:
    """A new, empty epoch folder, numbered above every other. Raises OSError."""
    root.mkdir(mode=0o700, parents=True, exist_ok=True)
    root.chmod(0o700)
    numbers = [int(match[1]) for path in root.iterdir() if (match := NAME.fullmatch(path.name))]
    folder = root / f"epoch-{max(numbers, default=0) + 1}-{secrets.token_hex(4)}"
    folder.mkdir(mode=0o700)
    return folder


def point(root: Path, epoch: Path) -> None:
    """Makes it the serving one; everything in it is on disk before the pointer moves. Raises OSError."""
    for path in sorted(epoch.rglob("*"), reverse=True):
        settle(path)
    settle(epoch)
    replace_file(root / POINTER, epoch.name + "\n")
    settle(root)


def sweep(root: Path, *keep: Path | None) -> None:
    """Removes every epoch but those in `keep`; what cannot be removed now (open on Windows) goes at the next start."""
    kept = {path.name for path in keep if path is not None}
    with contextlib.suppress(OSError):
        for path in list(root.iterdir()):
            if NAME.fullmatch(path.name) and path.name not in kept:
                shutil.rmtree(path, ignore_errors=True)


def settle(path: Path) -> None:
    """Private to this user, and on disk."""
    path.chmod(0o700 if path.is_dir() else 0o600)
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY if os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
