"""What is made beside the serving epoch: a new epoch, a segment without its dead, a graph. Nothing here touches what serves.

These run in the index process, or for large bases in a second one, so that search goes on undisturbed and the memory of the
build is given back when it ends.
"""

import secrets
import shutil
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from helpdesk.adapters.index import epochs, signatures
from helpdesk.adapters.index import manifest as manifests
from helpdesk.adapters.index.epoch import Epoch, fresh_segment
from helpdesk.adapters.index.lexical import RULES
from helpdesk.adapters.index.manifest import Manifest, SegmentPromise
from helpdesk.adapters.index.segment import VECTORS
from helpdesk.adapters.index.segment_writer import SegmentWriter
from helpdesk.adapters.index.signatures import Signature
from helpdesk.ports.index import PassageVector

LEARNED = "learned"
BESIDE = "beside-"


@dataclass(frozen=True)
class Made:
    """A finished part in a folder beside the epochs, for the serving process to take over: it was made from `source` as that
    stood at `change`."""

    folder: str
    source: str
    change: int
    rows: int
    files: dict[str, Signature]
    segment: str = ""
    chroma: str = ""


class EpochBuilder:
    """Makes a new epoch folder below `root`."""

    def __init__(self, root: Path, embedder: str, learned: bytes) -> None:
        self.folder = epochs.fresh(root)
        self._manifest = Manifest(embedder, RULES)
        self._writer: SegmentWriter | None = None
        if learned:
            signatures.replace_file(self.folder / LEARNED, learned)
            self._manifest = replace(self._manifest, learned=LEARNED, files={LEARNED: signatures.sign(self.folder / LEARNED)})

    def add(self, batch: Sequence[PassageVector]) -> None:
        if batch:
            self._begun().add(batch)

    def add_words(self, batch: Sequence[PassageVector]) -> None:
        """Their vectors follow, in the same order."""
        if batch:
            self._begun().add_words(batch)

    def end_words(self) -> None:
        if self._writer is not None:
            self._writer.end_words()

    def add_vectors(self, vectors: Sequence[bytes]) -> None:
        if vectors:
            self._begun().add_vectors(vectors)

    def _begun(self) -> SegmentWriter:
        if self._writer is None:
            self._writer = SegmentWriter(fresh_segment(self.folder))
        return self._writer

    def finish(self, change: int) -> str:
        """Its name; everything is on disk and was read back. Raises Damage when it reads otherwise than it was written."""
        manifest, writer = replace(self._manifest, change=change), self._writer
        if writer is not None:
            files = {f"{writer.folder.name}/{name}": signature for name, signature in writer.finish().items()}
            manifest = replace(
                manifest,
                dimension=writer.dimension,
                passages=writer.rows,
                segments=(SegmentPromise(writer.folder.name, writer.rows),),
                files={**manifest.files, **files},
            )
        empty = Epoch(self.folder, Manifest(manifest.embedder, RULES))
        empty.committed(manifest)
        Epoch.open(self.folder)
        signatures.settle_all(self.folder)
        return self.folder.name

    def close(self) -> None:
        if self._writer is not None:
            with suppress(OSError):
                self._writer.close()


def compact(root: Path, source: str) -> Made:
    """The living passages of an epoch in one segment."""
    epoch = Epoch.open(root / source)
    folder = beside(root)
    writer = SegmentWriter(folder, epoch.manifest.dimension)
    for segment, first in zip(epoch.segments, epoch.table.offsets, strict=False):
        writer.absorb(segment, epoch.table.alive[first : first + len(segment)])
    files = writer.finish()
    signatures.verify(folder, files)
    signatures.settle(folder)
    return Made(folder.name, source, epoch.manifest.change, writer.rows, files)


class GraphWork:
    """Chroma's graph over the largest segment of an epoch, a piece at a time."""

    def __init__(self, root: Path, source: str) -> None:
        from helpdesk.adapters.index.graph import PERSISTED, GraphBuilder

        manifest = manifests.read(root / source)
        largest = max(manifest.segments, key=lambda promise: promise.rows)
        vectors = f"{largest.name}/{VECTORS}"
        signatures.verify(root / source, {vectors: manifest.files[vectors]})
        self._made = Made(beside(root).name, source, manifest.change, 0, {}, largest.name)
        self._folder = root / self._made.folder
        rows = largest.rows // PERSISTED * PERSISTED
        self.builder = GraphBuilder(self._folder, root / source / vectors, (rows, manifest.dimension))

    def finish(self) -> Made:
        from helpdesk.adapters.index.graph import VERSION

        self.builder.finish()
        signatures.settle_all(self._folder)
        files = sorted(path for path in self._folder.rglob("*") if path.is_file())
        return replace(self._made, rows=self.builder.rows, files=signatures.signed(self._folder, files), chroma=VERSION)


def beside(root: Path) -> Path:
    return root / f"{BESIDE}{secrets.token_hex(4)}"


def clear_beside(root: Path) -> None:
    """Removes what was made and never taken over."""
    with suppress(OSError):
        for path in root.glob(f"{BESIDE}*"):
            shutil.rmtree(path, ignore_errors=True)
