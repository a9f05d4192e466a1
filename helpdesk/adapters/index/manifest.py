"""What we promise about an epoch, in a file of our own that signs itself. An epoch is what its manifest says, nothing else:
replacing the manifest is the one step that makes an update, a compaction or a graph count."""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from helpdesk.adapters.index.signatures import Damage, Signature, replace_file

FILE = "manifest.json"
FORMAT = 2


@dataclass(frozen=True)
class Canary:
    """A passage that must find its own: asked with its vector, none is nearer than these `neighbours`."""

    passage_id: int
    neighbours: tuple[int, ...]


@dataclass(frozen=True)
class SegmentPromise:
    """`dead` says which of its `rows` were removed since: packed bits, compressed, base64; empty for none."""

    name: str
    rows: int
    dead: str = ""


@dataclass(frozen=True)
class GraphPromise:
    """A Chroma collection over the first `rows` rows of a segment, made by that version of Chroma."""

    name: str
    segment: str
    rows: int
    chroma: str


@dataclass(frozen=True)
class Manifest:
    """`words` names the rules by which texts became words, `embedder` what made the vectors, `learned` the file with what it
    had learned (empty: nothing), `files` every file of the epoch but this one."""

    embedder: str
    words: str
    dimension: int = 0
    passages: int = 0
    change: int = 0
    learned: str = ""
    segments: tuple[SegmentPromise, ...] = ()
    graph: GraphPromise | None = None
    canaries: tuple[Canary, ...] = ()
    files: dict[str, Signature] = field(default_factory=dict)
    format: int = FORMAT

    def write(self, folder: Path) -> None:
        """Atomic, on disk when it returns. Raises OSError."""
        body = json.dumps(asdict(self), separators=(",", ":")).encode("ascii")
        replace_file(folder / FILE, body + b"\n" + digest(body) + b"\n")


class OtherVersion(Exception):
    """Made by a program that writes epochs differently."""


def read(folder: Path) -> Manifest:
    """Raises Damage, OtherVersion."""
    try:
        body, signature, rest = (folder / FILE).read_bytes().split(b"\n")
    except FileNotFoundError as error:
        raise Damage("the manifest is missing") from error
    except (OSError, ValueError) as error:
        raise Damage("the manifest cannot be read") from error
    if signature != digest(body) or rest:
        raise Damage("the manifest was changed behind the desk's back")
    values = json.loads(body)
    if values.get("format") != FORMAT:
        raise OtherVersion
    return parsed(values)


def parsed(values: dict[str, Any]) -> Manifest:
    graph = values["graph"]
    return Manifest(
        **values
        | {
            "segments": tuple(SegmentPromise(**one) for one in values["segments"]),
            "graph": GraphPromise(**graph) if graph else None,
            "canaries": tuple(Canary(c["passage_id"], tuple(c["neighbours"])) for c in values["canaries"]),
            "files": {name: Signature(**one) for name, one in values["files"].items()},
        }
    )


def digest(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest().encode("ascii")
