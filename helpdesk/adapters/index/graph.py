"""Chroma's HNSW over the first rows of a segment: built once beside the serving epoch, then only read.

Chroma writes in place, without renaming, and cannot erase. So it is never changed after it was built, it holds numbers only
(row numbers and vectors, no texts, no metadata), and a removed passage is dropped from its answers by us. Its database changes
at every opening: it works on a copy of the one that was signed.
"""

import contextlib
import shutil
from pathlib import Path

import chromadb
import numpy as np
from chromadb.config import Settings

from helpdesk.adapters.index.segment import Floats
from helpdesk.adapters.index.table import Ints

VERSION = chromadb.__version__
COLLECTION = "passages"
DATABASE, SIGNED = "chroma.sqlite3", "signed.sqlite3"
AT_ONCE = 100
SEARCH_WIDTH = 200
SPACE = {"hnsw": {"space": "cosine", "ef_search": SEARCH_WIDTH}}
PERSISTED = 1_000
"""Chroma writes its graph down every so many records; what does not fill another thousand is left to exact search."""


class GraphBuilder:
    """Makes `folder`, over the first rows of the file `vectors`; `shape` is (rows, dimension). Reads them as it goes: mapped,
    the file would count as memory of this process."""

    def __init__(self, folder: Path, vectors: Path, shape: tuple[int, int]) -> None:
        folder.mkdir(mode=0o700)
        self._folder = folder
        self._vectors = vectors
        self.rows, self._dimension = shape
        self.done = 0
        self._client = opened(folder)
        self._passages = self._client.create_collection(COLLECTION, embedding_function=None, configuration=SPACE)  # type: ignore[arg-type]

    def extend(self, rows: int) -> None:
        """Zero vectors have no direction and stay out."""
        end = min(self.rows, self.done + rows)
        for start in range(self.done, end, AT_ONCE):
            count = min(end - start, AT_ONCE) * self._dimension
            part = np.fromfile(self._vectors, "<f4", count, offset=4 * start * self._dimension).reshape(-1, self._dimension)
            said = np.flatnonzero(part.any(axis=1))
            if len(said):
                self._passages.add(ids=[str(start + i) for i in said.tolist()], embeddings=part[said])
        self.done = end

    def finish(self) -> None:
        closed(self._client)
        (self._folder / DATABASE).replace(self._folder / SIGNED)

    def close(self) -> None:
        with contextlib.suppress(Exception):
            closed(self._client)


class ChromaGraph:
    """`folder` was verified before; it is over `rows` rows of `segment`."""

    def __init__(self, folder: Path, segment: str, rows: int) -> None:
        self.name = folder.name
        self.segment = segment
        self.rows = rows
        shutil.copyfile(folder / SIGNED, folder / DATABASE)
        self._client = opened(folder)
        try:
            self._passages = self._client.get_collection(COLLECTION, embedding_function=None)
            self._count = self._passages.count()
        except BaseException:
            self.close()
            raise

    def near(self, vector: Floats, wanted: int) -> Ints:
        found = self._passages.query(query_embeddings=vector[np.newaxis, :], n_results=min(wanted, self._count), include=[])
        return np.array([int(i) for i in found["ids"][0]], dtype=np.int64)

    def close(self) -> None:
        with contextlib.suppress(Exception):
            closed(self._client)


def opened(folder: Path) -> chromadb.api.ClientAPI:
    """Without telemetry. Chroma caches clients by path for the whole process: a graph's folder is never made twice."""
    return chromadb.PersistentClient(str(folder), settings=Settings(anonymized_telemetry=False))


def closed(client: chromadb.api.ClientAPI) -> None:
    client.close()  # type: ignore[attr-defined]
