"""The meaning leg: one Chroma collection. It holds numbers only, no text: what Chroma once stored it cannot erase."""

import contextlib
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import cast

import chromadb
import numpy as np
from chromadb.api.types import Where
from chromadb.config import Settings
from numpy.typing import NDArray

from helpdesk.adapters.index.manifest import Canary
from helpdesk.domain.errors import IndexStale
from helpdesk.domain.ids import KnowledgeBaseId, PassageId
from helpdesk.ports.index import PassageVector

VERSION = chromadb.__version__
COLLECTION = "passages"
BATCH = 500
NEAREST_FOR_CANARY = 10
SAME = 0.999
SEARCH_WIDTH = 200


class VectorLeg:
    """Raises IndexStale when the folder is not a sound collection."""

    def __init__(self, folder: Path, *, fresh: bool = False) -> None:
        if fresh:
            folder.mkdir(mode=0o700)
        else:
            check_database(folder / "chroma.sqlite3")
        self._client = chromadb.PersistentClient(str(folder), settings=Settings(anonymized_telemetry=False))
        if fresh:
            shape = {"hnsw": {"space": "cosine", "ef_search": SEARCH_WIDTH}}
            self._passages = self._client.create_collection(COLLECTION, embedding_function=None, configuration=shape)  # type: ignore[arg-type]
        else:
            self._passages = self._client.get_collection(COLLECTION, embedding_function=None)

    def count(self) -> int:
        return self._passages.count()

    def change(self, removed: Sequence[PassageId], added: Sequence[PassageVector]) -> None:
        for start in range(0, len(removed), BATCH):
            self._passages.delete(ids=[str(p) for p in removed[start : start + BATCH]])
        for start in range(0, len(added), BATCH):
            batch = added[start : start + BATCH]
            self._passages.upsert(
                ids=[str(p.passage_id) for p in batch],
                embeddings=np.stack([numbers(p.vector) for p in batch]),
                metadatas=[{"kb": int(p.kb_id)} for p in batch],
            )

    def nearest(self, vector: bytes, kb_ids: Sequence[KnowledgeBaseId], limit: int) -> list[tuple[PassageId, float]]:
        """(passage, cosine) best first."""
        wanted = min(limit, self.count())
        if wanted == 0:
            return []
        found = self._passages.query(
            query_embeddings=numbers(vector)[np.newaxis, :],
            n_results=wanted,
            where=within(kb_ids),
            include=["distances"],
        )
        distances = (found["distances"] or [[]])[0]
        return [(PassageId(int(i)), 1.0 - float(d)) for i, d in zip(found["ids"][0], distances, strict=True)]

    def cosines(self, vector: bytes, ids: Sequence[PassageId]) -> dict[PassageId, float]:
        """Exact, for those of `ids` that are there."""
        if not ids:
            return {}
        got = self._passages.get(ids=[str(i) for i in ids], include=["embeddings"])
        stored = got["embeddings"]
        if stored is None or not got["ids"]:
            return {}
        scores = np.asarray(stored, dtype=np.float32) @ numbers(vector)
        return {PassageId(int(i)): float(score) for i, score in zip(got["ids"], scores, strict=True)}

    def lost(self, canaries: Sequence[Canary]) -> list[int]:
        """Canaries that no longer find themselves, nor an equal passage."""
        missing = []
        for canary in canaries:
            near = self.nearest(canary.raw, (), NEAREST_FOR_CANARY)
            if not any(i == canary.passage_id or cosine >= SAME for i, cosine in near):
                missing.append(canary.passage_id)
        return missing

    def close(self) -> None:
        self._client.close()  # type: ignore[attr-defined]


def within(kb_ids: Sequence[KnowledgeBaseId]) -> Where | None:
    return cast("Where", {"kb": {"$in": [int(k) for k in kb_ids]}}) if kb_ids else None


def numbers(vector: bytes) -> NDArray[np.float32]:
    return np.frombuffer(vector, dtype="<f4")


def check_database(file: Path) -> None:
    """Chroma panics on a damaged database or calls it empty; SQLite itself says what is wrong."""
    if not file.is_file() or file.stat().st_size == 0:
        raise IndexStale(f"{file.name} is missing or empty")
    with contextlib.closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as database:
        try:
            found = database.execute("PRAGMA quick_check(1)").fetchone()[0]
        except sqlite3.Error as error:
            raise IndexStale(f"{file.name} cannot be read: {error}") from error
    if found != "ok":
        raise IndexStale(f"{file.name} is damaged: {found}")
