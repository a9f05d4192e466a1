"""The index process's own side. One engine a process, made by the first call; vendors are imported only here."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from helpdesk.adapters.index import epochs
from helpdesk.adapters.index.recipe import EmbedderRecipe
from helpdesk.adapters.index.troubles import telling
from helpdesk.domain.errors import DiskFull, EmbedderUnusable, HelpdeskError, IndexStale, ReadOnly
from helpdesk.domain.ids import PassageId
from helpdesk.ports.embedder import Embedder
from helpdesk.ports.index import Candidate, IndexQuestion, IndexState, PassageVector

if TYPE_CHECKING:
    from helpdesk.adapters.index.epoch import Epoch


@dataclass(frozen=True)
class Place:
    """Which index, with which embedder: goes along with every call, so that a new process knows where it stands."""

    root: Path
    recipe: EmbedderRecipe


class Engine:
    def __init__(self, place: Place) -> None:
        self.place = place
        self._embedder: Embedder | None = None
        self._serving: Epoch | None = None
        self._building: Epoch | None = None
        self._distrust = ""
        self._swept = False

    @property
    def embedder(self) -> Embedder:
        """Raises EmbedderUnusable."""
        if self._embedder is None:
            self._embedder = self.place.recipe.make()
        return self._embedder

    def embed(self, texts: Sequence[str], query: bool) -> list[bytes]:
        with telling(self.place.root, lambda _: None):
            return self.embedder.embed(texts, query=query)

    def serving(self) -> "Epoch":
        """The trusted epoch, opened and verified. Raises IndexStale, EmbedderUnusable."""
        from helpdesk.adapters.index.epoch import Epoch

        if self._serving is not None:
            return self._serving
        if self._distrust:
            raise IndexStale(self._distrust)
        folder = epochs.current(self.place.root)
        if not self._swept:
            epochs.sweep(self.place.root, folder)
            self._swept = True
        if folder is None:
            raise IndexStale("there is no index yet")
        with telling(self.place.root, self.distrust):
            self._serving = Epoch.open(folder, self.embedder.fingerprint)
        return self._serving

    def distrust(self, trouble: HelpdeskError) -> None:
        """From now on the epoch serves nobody until a rebuild replaces it."""
        self._distrust = trouble.detail if isinstance(trouble, IndexStale) else worded(trouble)
        self._close_serving()

    def state(self) -> IndexState:
        try:
            epoch = self.serving()
        except EmbedderUnusable as error:
            return IndexState(False, "", 0, "", f"the embedder cannot be used: {error.detail} ({error.folder})")
        except HelpdeskError as error:
            detail = error.detail if isinstance(error, IndexStale) else worded(error)
            return IndexState(False, "", 0, self.embedder.fingerprint, detail)
        promise = epoch.manifest
        words = f"{promise.passages} passages"
        return IndexState(True, epoch.folder.name, promise.passages, promise.embedder, words, promise.change)

    def search(self, question: IndexQuestion) -> tuple[Candidate, ...]:
        epoch = self.serving()
        vector = self.embedder.embed([question.text], query=True)[0]
        with telling(self.place.root, self.distrust):
            return epoch.search(question, vector)

    def begin(self) -> None:
        from helpdesk.adapters.index.epoch import Epoch

        self.discard()
        embedder = self.embedder.fingerprint
        with telling(self.place.root, self.discard):
            self._building = Epoch.begin(epochs.fresh(self.place.root), embedder)

    def extend(self, batch: Sequence[PassageVector]) -> None:
        with telling(self.place.root, self.discard):
            self._under_construction().add(batch)

    def finish(self, change: int) -> IndexState:
        """Closes, opens again, reads back, and only then swaps."""
        from helpdesk.adapters.index.epoch import Epoch

        building = self._under_construction()
        with telling(self.place.root, self.discard):
            building.settle(change, fresh=True)
            verified = Epoch.open(building.folder, building.manifest.embedder)
            epochs.point(self.place.root, verified.folder)
        self._building = None
        self._close_serving()
        self._serving, self._distrust = verified, ""
        epochs.sweep(self.place.root, verified.folder)
        return self.state()

    def discard(self, _: HelpdeskError | None = None) -> None:
        """Gives up the epoch under construction and removes what a dead build left."""
        self._close_building()
        epochs.sweep(self.place.root, epochs.current(self.place.root))
        self._swept = True

    def _under_construction(self) -> "Epoch":
        if self._building is None:
            raise IndexStale("the index process was restarted while the index was being built")
        return self._building

    def update(self, removed: Sequence[PassageId], added: Sequence[PassageVector], change: int) -> None:
        from helpdesk.adapters.index.epoch import Epoch

        epoch = self.serving()
        with telling(self.place.root, self.distrust):
            epoch.update(removed, added)
            epoch.settle(change)
            self._serving = None
            self._serving = Epoch.open(epoch.folder, epoch.manifest.embedder)

    def _close_serving(self) -> None:
        epoch, self._serving = self._serving, None
        shut(epoch)

    def _close_building(self) -> None:
        epoch, self._building = self._building, None
        shut(epoch)

    def close(self) -> None:
        self._close_serving()
        self._close_building()


def shut(epoch: "Epoch | None") -> None:
    """Closing must not fail: what is broken is given up anyway."""
    if epoch is not None:
        with suppress(Exception):
            epoch.close()


def worded(trouble: HelpdeskError) -> str:
    if isinstance(trouble, DiskFull):
        return "the disk is full"
    return "its folder cannot be written" if isinstance(trouble, ReadOnly) else "it could not be used"


ENGINES: dict[Place, Engine] = {}


def engine(place: Place) -> Engine:
    if place not in ENGINES:
        for other in list(ENGINES):
            ENGINES.pop(other).close()
        ENGINES[place] = Engine(place)
    return ENGINES[place]


def state(place: Place) -> IndexState:
    return engine(place).state()


def fingerprint(place: Place) -> str:
    return engine(place).embedder.fingerprint


def embed(place: Place, texts: Sequence[str], query: bool) -> list[bytes]:
    return engine(place).embed(texts, query)


def search(place: Place, question: IndexQuestion) -> tuple[Candidate, ...]:
    return engine(place).search(question)


def begin(place: Place) -> None:
    engine(place).begin()


def extend(place: Place, batch: Sequence[PassageVector]) -> None:
    engine(place).extend(batch)


def finish(place: Place, change: int) -> IndexState:
    return engine(place).finish(change)


def discard(place: Place) -> None:
    engine(place).discard()


def update(place: Place, removed: Sequence[PassageId], added: Sequence[PassageVector], change: int) -> None:
    engine(place).update(removed, added, change)


def leave(place: Place) -> None:
    ENGINES.pop(place).close() if place in ENGINES else None
