"""One whole index, opened: both legs and the manifest that says whether to trust them."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from helpdesk.adapters.index import manifest as promises
from helpdesk.adapters.index.lexical import LexicalLeg
from helpdesk.adapters.index.manifest import Canary, Manifest
from helpdesk.adapters.index.vectors import VERSION, VectorLeg
from helpdesk.domain.errors import IndexStale
from helpdesk.domain.ids import PassageId
from helpdesk.ports.index import Candidate, IndexQuestion, PassageVector

WORDS_FILE = "words.sqlite3"
VECTORS_FOLDER = "vectors"
CANARIES = 8


class Epoch:
    def __init__(self, folder: Path, manifest: Manifest, *, fresh: bool = False) -> None:
        self.folder = folder
        self.manifest = manifest
        with ExitStack() as undo:
            self.words = LexicalLeg(folder / WORDS_FILE, fresh=fresh)
            undo.callback(self.words.close)
            self.vectors = VectorLeg(folder / VECTORS_FOLDER, fresh=fresh)
            undo.pop_all()

    @staticmethod
    def begin(folder: Path, embedder: str) -> "Epoch":
        return Epoch(folder, Manifest(embedder, VERSION, 0, 0, (), {}, clean=False), fresh=True)

    @staticmethod
    def open(folder: Path, embedder: str) -> "Epoch":
        """Raises IndexStale saying why it is not to be trusted."""
        manifest = promises.read(folder)
        require(manifest.clean, "the index was interrupted while it was being updated")
        require(manifest.embedder == embedder, "the index was made with another embedder")
        require(manifest.chroma == VERSION, "the index was made by another version of Chroma")
        require(manifest.files == promises.digests(folder), "files of the index were changed or are missing")
        epoch = Epoch(folder, manifest)
        try:
            epoch.verify()
        except BaseException:
            epoch.close()
            raise
        return epoch

    def verify(self) -> None:
        """Reads back counts and canaries. Raises IndexStale."""
        promised = self.manifest.passages
        require(self.words.count() == promised, f"the words leg holds {self.words.count()} passages instead of {promised}")
        require(
            self.vectors.count() == promised, f"the meaning leg holds {self.vectors.count()} passages instead of {promised}"
        )
        lost = self.vectors.lost(self.manifest.canaries)
        require(not lost, f"the meaning leg does not find {len(lost)} of {len(self.manifest.canaries)} known passages")

    def search(self, question: IndexQuestion, vector: bytes) -> tuple[Candidate, ...]:
        """Candidates of both legs. What only the words leg brought gets its exact cosine too."""
        lexical = dict(self.words.search(question.text, question.kb_ids, question.limit))
        near: dict[PassageId, float] = {}
        if any(vector):
            near = dict(self.vectors.nearest(vector, question.kb_ids, question.limit))
            near.update(self.vectors.cosines(vector, [p for p in lexical if p not in near]))
        return tuple(Candidate(p, lexical.get(p, 0.0), near.get(p)) for p in {**lexical, **near})

    def add(self, batch: Sequence[PassageVector]) -> None:
        self.words.change((), batch)
        self.vectors.change((), batch)
        self.manifest = replace(
            self.manifest, passages=self.manifest.passages + len(batch), canaries=chosen(self.manifest.canaries, batch)
        )

    def update(self, removed: Sequence[PassageId], added: Sequence[PassageVector]) -> None:
        """The manifest is dirty on disk until `settle`: a crash in between is found at the next opening. Raises IndexStale when
        the legs disagree afterwards."""
        self.manifest = replace(self.manifest, clean=False)
        self.manifest.write(self.folder)
        self.words.change(removed, added)
        self.vectors.change(removed, added)
        gone = {*removed, *(p.passage_id for p in added)}
        staying = tuple(c for c in self.manifest.canaries if c.passage_id not in gone)
        self.manifest = replace(self.manifest, passages=self.words.count(), canaries=chosen(staying, added))

    def settle(self, change: int, *, fresh: bool = False) -> None:
        """Closes both legs and signs for what is on disk now."""
        if fresh:
            self.words.settle()
        self.close()
        self.manifest = replace(self.manifest, clean=True, change=change, files=promises.digests(self.folder))
        self.manifest.write(self.folder)

    def close(self) -> None:
        self.words.close()
        self.vectors.close()


def chosen(kept: tuple[Canary, ...], batch: Sequence[PassageVector]) -> tuple[Canary, ...]:
    """Fills up to CANARIES with passages spread over the batch; one without words cannot find itself."""
    room = CANARIES - len(kept)
    worded = [p for p in batch if any(p.vector)]
    if room <= 0 or not worded:
        return kept
    step = max(1, len(worded) // room)
    return (*kept, *(Canary.of(p.passage_id, p.vector) for p in worded[::step][:room]))


def require(holds: bool, otherwise: str) -> None:
    if not holds:
        raise IndexStale(otherwise)
