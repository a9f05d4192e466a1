"""A sentence-embedding model in a folder on this machine, run on onnxruntime. Nothing is ever downloaded."""

import hashlib
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import numpy as np

from helpdesk.adapters.onnx_models import folder as folders
from helpdesk.adapters.onnx_models.families import Family, family_of, limit_of
from helpdesk.adapters.onnx_models.folder import ModelFolder, unusable
from helpdesk.adapters.onnx_models.record import Record, kept_record
from helpdesk.adapters.onnx_models.self_test import golden_vectors, passed, still_the_same
from helpdesk.adapters.onnx_models.session import Floats, Run, TextSession, Whole, sound
from helpdesk.domain.embedding_model import ModelFile
from helpdesk.domain.terms import WORD

RECIPE = 2
SENTENCE = "sentence_embedding"
TOKENS = ("last_hidden_state", "token_embeddings")


class OnnxEmbedder:
    """`folder` holds the model (model.onnx, onnx/model.onnx or a quantised one), config.json and tokenizer.json. `threads` 0
    leaves one processor of several to others. `record` is the file that keeps what the folder was when it was adopted: without
    one there the first use tests and adopts it; with one, a file that changed since is refused by name."""

    def __init__(self, folder: Path, threads: int = 0, record: Path | None = None) -> None:
        self.folder = folder
        self._threads = threads
        self._record = record

    @cached_property
    def opened(self) -> ModelFolder:
        """Raises EmbedderUnusable."""
        return folders.opened(self.folder)

    @cached_property
    def family(self) -> Family:
        return family_of(self.opened)

    @cached_property
    def limit(self) -> int:
        return limit_of(self.opened)

    @cached_property
    def files(self) -> tuple[ModelFile, ...]:
        return self.opened.hashes()

    @cached_property
    def fingerprint(self) -> str:
        """Follows the files, not the folder. Raises EmbedderUnusable."""
        adopted = self._adopted()
        changed = adopted.changed(self.files) if adopted else ()
        if changed:
            detail = f"{', '.join(changed)} changed since this folder was adopted; check it and use it anew if that was meant"
            raise unusable(self.folder, detail)
        return self.identity

    @property
    def identity(self) -> str:
        """The fingerprint, whatever was adopted before."""
        total = hashlib.sha256()
        for file in self.files:
            total.update(f"{file.name} {file.sha256}\n".encode())
        prefixes = hashlib.sha256(f"{self.family.query}\n{self.family.passage}".encode()).hexdigest()[:8]
        return f"onnx/{RECIPE}:{total.hexdigest()[:32]}:{self.family.pooling}:{self.limit}:{prefixes}"

    @cached_property
    def dimension(self) -> int:
        return len(self.raw([self.family.passage + "one"])[0])

    def embed(self, texts: Sequence[str], *, query: bool = False) -> list[bytes]:
        self._trusted()
        return self.vectors(texts, query=query)

    def vectors(self, texts: Sequence[str], *, query: bool = False) -> list[bytes]:
        """As `embed`, of a model nobody has tested yet."""
        prefix = self.family.query if query else self.family.passage
        result = [bytes(4 * self.dimension)] * len(texts)
        worded = [place for place, text in enumerate(texts) if WORD.search(text)]
        for place, vector in zip(worded, self.raw([prefix + sound(texts[place]) for place in worded]), strict=True):
            result[place] = vector.astype("<f4").tobytes()
        return result

    def raw(self, texts: Sequence[str]) -> list[Floats]:
        """Unit vectors, in order. Raises EmbedderUnusable."""
        session = self._session
        encodings = session.encoded(texts)
        result: list[Floats] = [np.empty(0, dtype=np.float32)] * len(texts)
        for run in session.runs(encodings, self._output):
            for place, vector in zip(run[0], self._pooled(run), strict=True):
                result[place] = vector
        return result

    @cached_property
    def _session(self) -> TextSession:
        return TextSession(self.opened, self.limit, self._threads)

    @cached_property
    def _output(self) -> str:
        """A ready sentence vector when the model gives one, else its tokens'."""
        ranks = self._session.outputs
        wanted = [name for name in (SENTENCE, *TOKENS) if name in ranks]
        return wanted[0] if wanted else next(iter(ranks))

    def _pooled(self, run: Run) -> Floats:
        """(rows, dimension), each of length one."""
        _, said, mask = run
        vectors = said if said.ndim == 2 else pooled(said, mask, self.family.pooling) if said.ndim == 3 else None
        if vectors is None or len(vectors) != len(mask) or not np.isfinite(vectors).all():
            shape = "×".join(str(size) for size in said.shape)
            raise unusable(self.folder, f"the model gives no finite vector a text (its output {self._output} is {shape})")
        known = self.__dict__.get("dimension")
        if known is not None and vectors.shape[1] != known:
            raise unusable(self.folder, f"the model gives vectors of {vectors.shape[1]} numbers instead of {known}")
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        return (vectors / np.where(lengths > 0, lengths, 1.0)).astype(np.float32)

    def _trusted(self) -> None:
        """Once a process: what was adopted still says what it said then; what was not is tested and adopted."""
        if self.__dict__.get("_is_trusted"):
            return
        name = self.fingerprint
        adopted = self._adopted()
        if adopted is None or adopted.fingerprint != name:
            self.adopt()
        elif not still_the_same(adopted.golden, self):
            raise unusable(self.folder, "it no longer gives the vectors it gave when it was adopted; check it and use it anew")
        self.__dict__["_is_trusted"] = True

    def adopt(self) -> None:
        """Tests the model and keeps what it is now. Raises EmbedderUnusable."""
        passed(self)
        if self._record is not None:
            record = Record(str(self.folder), self.identity, self.files, tuple(golden_vectors(self)))
            record.keep(self._record)

    def _adopted(self) -> Record | None:
        return kept_record(self._record) if self._record is not None else None


def pooled(tokens: Floats, mask: Whole, how: str) -> Floats:
    """(rows, tokens, dimension) into (rows, dimension)."""
    if how == "cls":
        return np.asarray(tokens[:, 0], dtype=np.float32)
    if how == "last":
        return np.asarray(tokens[np.arange(len(tokens)), mask.sum(axis=1) - 1], dtype=np.float32)
    weights = mask[:, :, None].astype(np.float32)
    return np.asarray((tokens * weights).sum(axis=1) / weights.sum(axis=1), dtype=np.float32)
