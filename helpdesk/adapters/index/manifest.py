"""What we promise about an epoch, in a file of our own. Chroma's word is not enough: it answers from garbage."""

import base64
import binascii
import hashlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from helpdesk.domain.errors import IndexStale

FILE = "manifest.json"
FORMAT = 1


@dataclass(frozen=True)
class Canary:
    """A passage that must find itself: asked with its own `vector` (base64 of float32), it must be among the nearest."""

    passage_id: int
    vector: str

    @property
    def raw(self) -> bytes:
        return base64.b64decode(self.vector)

    @staticmethod
    def of(passage_id: int, vector: bytes) -> "Canary":
        return Canary(passage_id, base64.b64encode(vector).decode("ascii"))


@dataclass(frozen=True)
class Manifest:
    """`clean` is False from before an update's first write until after its last. `files` are the SHA-256 of those files that
    only a write of ours changes."""

    embedder: str
    chroma: str
    passages: int
    change: int
    canaries: tuple[Canary, ...]
    files: dict[str, str]
    clean: bool = True
    format: int = FORMAT

    def write(self, folder: Path) -> None:
        """By one atomic rename, on disk when it returns. Raises OSError."""
        replace_file(folder / FILE, json.dumps(asdict(self), indent=1))


def read(folder: Path) -> Manifest:
    """Raises IndexStale saying what is wrong with it."""
    try:
        values = json.loads((folder / FILE).read_text("utf-8"))
        if values.get("format") != FORMAT:
            raise IndexStale("the index was made by another version of this program")
        return parsed(values)
    except FileNotFoundError as error:
        raise IndexStale("the index has no manifest") from error
    except (OSError, ValueError, TypeError, KeyError, AttributeError, binascii.Error) as error:
        raise IndexStale("the index's manifest cannot be read") from error


def parsed(values: dict[str, Any]) -> Manifest:
    canaries = tuple(Canary(int(c["passage_id"]), str(c["vector"])) for c in values["canaries"])
    for canary in canaries:
        if len(canary.raw) % 4:
            raise ValueError("a canary's vector is cut")
    return Manifest(
        embedder=str(values["embedder"]),
        chroma=str(values["chroma"]),
        passages=int(values["passages"]),
        change=int(values["change"]),
        canaries=canaries,
        files={str(name): str(digest) for name, digest in values["files"].items()},
        clean=values["clean"] is True,
    )


def digests(folder: Path) -> dict[str, str]:
    """SHA-256 of the graph files below `folder` that Chroma has written down: those beside an index_metadata.pickle. Before
    that they are scratch, and the databases change at every opening and check themselves."""
    kept = {marker.parent for marker in folder.rglob("index_metadata.pickle")}
    found = sorted(file for parent in kept for file in parent.iterdir() if file.is_file())
    return {file.relative_to(folder).as_posix(): digest(file) for file in found}


def digest(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def replace_file(target: Path, text: str) -> None:
    fresh = target.with_name(target.name + ".new")
    with fresh.open("w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    fresh.chmod(0o600)
    fresh.replace(target)
