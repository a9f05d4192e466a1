"""One whole index, opened: segments, both legs over them, and the manifest that says whether to trust them."""

import secrets
import shutil
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import numpy as np

from helpdesk.adapters.index import canaries, signatures
from helpdesk.adapters.index import manifest as promises
from helpdesk.adapters.index.epochs import named
from helpdesk.adapters.index.lexical import LexicalLeg, WordScores
from helpdesk.adapters.index.manifest import GraphPromise, Manifest, SegmentPromise
from helpdesk.adapters.index.segment import Segment, packed, unpacked
from helpdesk.adapters.index.segment_writer import SegmentWriter
from helpdesk.adapters.index.signatures import Damage, Signature
from helpdesk.adapters.index.table import Table, best
from helpdesk.adapters.index.vectors import VectorLeg
from helpdesk.domain.ids import PassageId
from helpdesk.ports.index import Candidate, IndexAnswer, IndexQuestion, PassageVector

MOST_SEGMENTS = 8


class Epoch:
    """Frozen: a change gives another Epoch on the same folder, which shares the segments that stay."""

    def __init__(self, folder: Path, manifest: Manifest, known: Sequence[Segment] = ()) -> None:
        """Files must have been verified; segments in `known` are not opened again. Raises Damage when they contradict the
        manifest."""
        self.folder = folder
        self.manifest = manifest
        self._stamps = signatures.stamps(folder, own_files(manifest))
        kept = {segment.name: segment for segment in known}
        self.segments = [kept.get(s.name) or opened(folder / s.name, manifest.dimension) for s in manifest.segments]
        dead = [unpacked(promise.dead, promise.rows) for promise in manifest.segments]
        for segment, promise in zip(self.segments, manifest.segments, strict=True):
            require(len(segment) == promise.rows, f"{segment.name} holds {len(segment)} passages instead of {promise.rows}")
        self.table = Table(self.segments, dead)
        require(
            self.table.living == manifest.passages,
            f"the index holds {self.table.living} passages instead of {manifest.passages}",
        )
        self.words = LexicalLeg(self.segments, self.table)
        self.vectors = VectorLeg(self.segments, self.table)

    @staticmethod
    def open(folder: Path) -> "Epoch":
        """Every byte that will be read is compared with what was signed, and the canaries are asked. Raises Damage,
        manifest.OtherVersion."""
        manifest = promises.read(folder)
        signatures.verify(folder, own_files(manifest))
        epoch = Epoch(folder, manifest)
        lost = canaries.lost(manifest.canaries, epoch.table, epoch.vectors)
        require(not lost, f"{len(lost)} of {len(manifest.canaries)} known passages are not found any more")
        return epoch

    def check(self) -> None:
        """Cheap: reads the files again only when one was touched since they were read. Raises Damage."""
        files = own_files(self.manifest)
        now = signatures.stamps(self.folder, files)
        if now != self._stamps:
            signatures.verify(self.folder, files)
            self._stamps = now

    @property
    def learned_name(self) -> str:
        """Of what the embedder had learned when the epoch was built, as signed: nothing is read."""
        return named(self.manifest.files[self.manifest.learned].sha256) if self.manifest.learned else ""

    def learned(self) -> bytes:
        """What the embedder had learned when the epoch was built. Raises OSError."""
        return (self.folder / self.manifest.learned).read_bytes() if self.manifest.learned else b""

    def search(self, question: IndexQuestion, vector: bytes, words: WordScores) -> IndexAnswer:
        """The best of both legs among the allowed; each candidate with both scores. `words` are this question's."""
        allowed = self.table.allowed(question)
        wordy = np.flatnonzero(allowed & (words.scores > 0))
        rows = best(words.scores[wordy], wordy, question.limit)
        asked = np.frombuffer(vector, dtype="<f4")
        meant = bool(asked.any()) and len(asked) == self.manifest.dimension
        if meant:
            near, _ = self.vectors.nearest(asked, allowed, question.limit)
            rows = np.concatenate([rows, np.setdiff1d(near, rows, assume_unique=True)])
        cosines = self.vectors.cosines(asked, rows).tolist() if meant else [None] * len(rows)
        candidates = tuple(
            Candidate(PassageId(passage), max(0.0, bm25), cosine, article_id=article, matched=stems)
            for passage, article, bm25, cosine, stems in zip(
                self.table.passage[rows].tolist(),
                self.table.article[rows].tolist(),
                words.scores[rows].tolist(),
                cosines,
                words.matched(rows),
                strict=True,
            )
        )
        return IndexAnswer(
            candidates, words.frequencies, self.table.living, words.corrected, self.manifest.change, words.instead
        )

    def updated(self, removed: Sequence[PassageId], added: Sequence[PassageVector], change: int) -> "Epoch":
        """The epoch at `change`. Until the manifest is replaced the old one stands; afterwards the new one. Raises OSError,
        IndexStale, Damage."""
        dead = [unpacked(promise.dead, promise.rows) for promise in self.manifest.segments]
        gone = self.table.rows_of({*removed, *(p.passage_id for p in added)})
        for first, lost in zip(self.table.offsets, dead, strict=False):
            lost[gone[(gone >= first) & (gone < first + len(lost))] - first] = True
        kept = [
            replace(promise, dead=packed(lost))
            for promise, lost in zip(self.manifest.segments, dead, strict=True)
            if not lost.all()
        ]
        dimension = self.manifest.dimension or (len(added[0].vector) // 4 if added else 0)
        manifest = replace(self.manifest, segments=tuple(kept), dimension=dimension, change=change)
        if added:
            writer = SegmentWriter(fresh_segment(self.folder), dimension)
            writer.add(sorted(added, key=lambda p: p.passage_id))
            manifest = self._with(manifest, writer)
        if len(manifest.segments) > MOST_SEGMENTS:
            manifest = self._gathered(manifest)
        return self.committed(manifest)

    def compacted(self, made: Path, files: dict[str, Signature], rows: int) -> "Epoch":
        """All living passages in the one segment at `made`, which was built from this very state."""
        name = f"segment-{secrets.token_hex(4)}"
        made.rename(self.folder / name)
        signed = {f"{name}/{file}": signature for file, signature in files.items()}
        segments = (SegmentPromise(name, rows),)
        return self.committed(replace(self.manifest, segments=segments, files={**self.manifest.files, **signed}))

    def with_graph(self, made: Path, promise: GraphPromise, files: dict[str, Signature]) -> "Epoch":
        made.rename(self.folder / promise.name)
        signed = {f"{promise.name}/{file}": signature for file, signature in files.items()}
        return self.committed(replace(self.manifest, graph=promise, files={**self.manifest.files, **signed}))

    def without_graph(self) -> "Epoch":
        return self.committed(replace(self.manifest, graph=None))

    def _with(self, manifest: Manifest, writer: SegmentWriter) -> Manifest:
        """Read back before it counts."""
        files = {f"{writer.folder.name}/{name}": signature for name, signature in writer.finish().items()}
        signatures.verify(self.folder, files)
        promise = SegmentPromise(writer.folder.name, writer.rows)
        return replace(manifest, segments=(*manifest.segments, promise), files={**manifest.files, **files})

    def _gathered(self, manifest: Manifest) -> Manifest:
        """All segments but the largest in one: they are small."""
        largest = max(manifest.segments, key=lambda promise: promise.rows)
        writer = SegmentWriter(fresh_segment(self.folder), manifest.dimension)
        kept = {segment.name: segment for segment in self.segments}
        for promise in (s for s in manifest.segments if s is not largest):
            segment = kept.get(promise.name) or opened(self.folder / promise.name, manifest.dimension)
            writer.absorb(segment, ~unpacked(promise.dead, promise.rows))
        return self._with(replace(manifest, segments=(largest,)), writer)

    def committed(self, manifest: Manifest) -> "Epoch":
        """Signs for the manifest's parts, counts and canaries, replaces the manifest, and removes what it no longer names."""
        graph = manifest.graph
        if graph and graph.segment not in {s.name for s in manifest.segments}:
            graph = None
        parts = {s.name for s in manifest.segments} | ({graph.name} if graph else set()) | {manifest.learned}
        files = {name: s for name, s in manifest.files.items() if name.partition("/")[0] in parts}
        living = sum(s.rows - int(unpacked(s.dead, s.rows).sum()) for s in manifest.segments)
        manifest = replace(manifest, graph=graph, files=files, passages=living, canaries=())
        after = Epoch(self.folder, manifest, self.segments)
        after.manifest = replace(manifest, canaries=canaries.chosen(after.table, after.vectors))
        after.manifest.write(self.folder)
        after.tidy()
        return after

    def tidy(self) -> None:
        """Removes what the manifest does not name: replaced segments, and what a killed update left."""
        named = {name.partition("/")[0] for name in self.manifest.files} | {promises.FILE}
        with suppress(OSError):
            for path in list(self.folder.iterdir()):
                if path.name not in named:
                    shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink()


def own_files(manifest: Manifest) -> dict[str, Signature]:
    """All but those of the graph, which is verified when it is opened."""
    graph = f"{manifest.graph.name}/" if manifest.graph else None
    return {name: one for name, one in manifest.files.items() if graph is None or not name.startswith(graph)}


def fresh_segment(folder: Path) -> Path:
    return folder / f"segment-{secrets.token_hex(4)}"


def opened(folder: Path, dimension: int) -> Segment:
    try:
        return Segment(folder, dimension)
    except (OSError, ValueError) as error:
        raise Damage(f"{folder.name} cannot be read: {error}") from error


def require(holds: bool, otherwise: str) -> None:
    if not holds:
        raise Damage(otherwise)
