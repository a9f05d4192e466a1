"""Epoch folders and the pointer to the one that serves.

`index/epoch-<n>-<random>/` holds one whole index; `index/CURRENT` names the one in use and is replaced by an atomic rename.
Every other folder is either being built right now or was left behind by a build that died. An epoch found damaged is renamed
`distrusted-…`, so that nobody opens it again, and noted; the next good epoch removes it.
"""

import contextlib
import hashlib
import json
import re
import secrets
import shutil
import time
from pathlib import Path

from helpdesk.adapters.index.signatures import replace_file, settle_all

POINTER = "CURRENT"
NOTES = "set-aside.json"
MOST_NOTES = 5
NAME = re.compile(r"epoch-(\d{1,12})-[0-9a-f]{8}")
DISTRUSTED = re.compile(r"distrusted-\d{1,12}-[0-9a-f]{8}")
LEARNED = re.compile(r"learned-[0-9a-f]{32}")


def current(root: Path) -> Path | None:
    """The serving epoch's folder; None when there is none. Garbage in the pointer is none."""
    try:
        name = (root / POINTER).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return root / name if NAME.fullmatch(name) and (root / name).is_dir() else None


def has_pointer(root: Path) -> bool:
    """Whether an index served once, even if nobody can read any more which."""
    return (root / POINTER).exists()


def private(root: Path) -> None:
    root.mkdir(mode=0o700, parents=True, exist_ok=True)
    root.chmod(0o700)


def fresh(root: Path) -> Path:
    """A new, empty epoch folder, numbered above every other. Raises OSError."""
    private(root)
    numbers = [int(match[1]) for path in root.iterdir() if (match := NAME.fullmatch(path.name))]
    folder = root / f"epoch-{max(numbers, default=0) + 1}-{secrets.token_hex(4)}"
    folder.mkdir(mode=0o700)
    return folder


def point(root: Path, epoch: Path) -> None:
    """Makes it the serving one; everything in it is on disk before the pointer moves. Raises OSError."""
    settle_all(epoch)
    replace_file(root / POINTER, f"{epoch.name}\n".encode("ascii"))


def sweep(root: Path, *keep: Path | None, distrusted: bool = False) -> None:
    """Removes every epoch but those in `keep`, with `distrusted` also those set aside; what cannot be removed now (open on
    Windows) goes at the next start."""
    kept = {path.name for path in keep if path is not None}
    with contextlib.suppress(OSError):
        for path in list(root.iterdir()):
            left = NAME.fullmatch(path.name) and path.name not in kept
            if left or (distrusted and DISTRUSTED.fullmatch(path.name)):
                shutil.rmtree(path, ignore_errors=True)


def set_aside(root: Path, epoch: Path, why: str) -> None:
    """What cannot be renamed or noted stays where it is: the rebuild does not depend on it."""
    with contextlib.suppress(OSError):
        epoch.rename(root / epoch.name.replace("epoch", "distrusted", 1))
    note(root, epoch.name, why)


def note(root: Path, what: str, why: str) -> None:
    line = f"{what}, {time.strftime('%Y-%m-%d %H:%M', time.gmtime())} UTC: {why}"
    with contextlib.suppress(OSError):
        replace_file(root / NOTES, json.dumps([*noted(root), line][-MOST_NOTES:]).encode("utf-8"))


def noted(root: Path) -> tuple[str, ...]:
    """The last few epochs that were set aside, and why, oldest first."""
    try:
        lines = json.loads((root / NOTES).read_text("utf-8"))
    except (OSError, ValueError):
        return ()
    return tuple(line for line in lines if isinstance(line, str)) if isinstance(lines, list) else ()


def keep_learned(root: Path, learned: bytes) -> str:
    """Puts what an embedder learned beside the epochs; its name, empty for nothing. Others go. Raises OSError."""
    name = learned_name(learned)
    if name:
        private(root)
    if name and learned_in(root, name) is None:
        replace_file(root / name, learned)
    for path in list(root.iterdir()) if root.is_dir() else []:
        if LEARNED.fullmatch(path.name) and path.name != name:
            path.unlink(missing_ok=True)
    return name


def learned_name(learned: bytes) -> str:
    return named(hashlib.sha256(learned).hexdigest()) if learned else ""


def named(digest: str) -> str:
    """The name of what was learned, by its SHA-256."""
    return f"learned-{digest[:32]}"


def learned_in(root: Path, name: str) -> bytes | None:
    """None when it is gone or changed."""
    try:
        learned = (root / name).read_bytes()
    except OSError:
        return None
    return learned if name == learned_name(learned) else None


def newest_learned(root: Path) -> str:
    """The name of what was learned last; empty for nothing."""
    with contextlib.suppress(OSError):
        names = [path for path in root.iterdir() if LEARNED.fullmatch(path.name)]
        return max(names, key=lambda path: path.stat().st_mtime).name if names else ""
    return ""
