"""The serving side of the index process: one engine a process, made by the first call. It imports vendors only when asked."""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING

from helpdesk.adapters.index import epochs
from helpdesk.adapters.index.embedding import Embedders
from helpdesk.adapters.index.place import Place
from helpdesk.adapters.index.troubles import detail_of, telling
from helpdesk.domain.errors import EmbedderUnusable, HelpdeskError, IndexStale
from helpdesk.domain.ids import PassageId
from helpdesk.domain.stand_ins import standing_in
from helpdesk.ports.embedder import Embedder
from helpdesk.ports.index import IndexAnswer, IndexQuestion, IndexState, PassageVector

if TYPE_CHECKING:
    from helpdesk.adapters.index.epoch import Epoch
    from helpdesk.adapters.index.graph import ChromaGraph


OTHER_CORE_FROM = 50_000
"""Passages. The words of fewer are looked up before another thread has begun."""


class Engine:
    def __init__(self, place: Place) -> None:
        self.place = place
        self.not_improved = ""
        self._embedders = Embedders()
        self._serving: Epoch | None = None
        self._graph: ChromaGraph | None = None
        self._distrust = ""
        os.environ.setdefault(
            "OPENBLAS_NUM_THREADS", "1"
        )  # two threads wait for each other longer than one needs for a product
        self._other_core = ThreadPoolExecutor(1, thread_name_prefix="words-leg")

    @property
    def embedder(self) -> Embedder:
        """Raises EmbedderUnusable, IndexStale."""
        return self._embedders.now(self.place)

    def embed(self, texts: Sequence[str], query: bool) -> list[bytes]:
        with telling(self.place.root, lambda _: None):
            return self.embedder.embed(texts, query=query)

    def serving(self) -> "Epoch":
        """The trusted epoch, opened and verified. Raises IndexStale, EmbedderUnusable."""
        if self._serving is not None:
            with telling(self.place.root, self.distrust):
                self._serving.check()
                return self._serving
        if self._distrust:
            raise IndexStale(self._distrust)
        folder = epochs.current(self.place.root)
        if folder is None:
            lost = epochs.has_pointer(self.place.root)
            raise IndexStale("the index that was in use is damaged or gone" if lost else "there is no index yet")
        from helpdesk.adapters.index.epoch import Epoch
        from helpdesk.adapters.index.lexical import RULES

        with telling(self.place.root, self.distrust):
            epoch = Epoch.open(folder)
            asker = self._asker(epoch)
        if asker.fingerprint != epoch.manifest.embedder:
            raise IndexStale("the index was made with another embedder")
        if epoch.manifest.words != RULES:
            raise IndexStale("the index was made by other rules of words")
        self._serving = epoch
        return epoch

    def made_with(self, learned: bytes) -> Embedder:
        """The embedder that learned this. Raises EmbedderUnusable."""
        return self._embedders.of(self.place, learned)

    def _asker(self, epoch: "Epoch") -> Embedder:
        """The epoch's own embedder while the recipe can still make it. Raises EmbedderUnusable, OSError."""
        return self._embedders.named(self.place, epoch.learned_name, epoch.learned)

    def distrust(self, trouble: HelpdeskError) -> None:
        """A damaged epoch is set aside and serves nobody until a rebuild replaces it; a full or closed disk is no damage."""
        if not isinstance(trouble, IndexStale):
            return
        folder = epochs.current(self.place.root)
        self.close()
        self._distrust = trouble.detail
        if folder is not None:
            epochs.set_aside(self.place.root, folder, trouble.detail)

    def state(self) -> IndexState:
        aside = epochs.noted(self.place.root)
        try:
            epoch = self.serving()
        except EmbedderUnusable as error:
            words = f"the embedder cannot be used: {error.detail} ({error.folder})"
            return IndexState(False, "", 0, "", words, set_aside=aside)
        except HelpdeskError as error:
            return IndexState(False, "", 0, self._fingerprint(), detail_of(error), set_aside=epochs.noted(self.place.root))
        promise = epoch.manifest
        words = f"{promise.passages} passages"
        if self.not_improved:
            words += f", searched one by one: they could not be linked ({self.not_improved})"
        return IndexState(True, epoch.folder.name, promise.passages, promise.embedder, words, promise.change, aside)

    def _fingerprint(self) -> str:
        try:
            return self.embedder.fingerprint
        except HelpdeskError:
            return ""

    def search_all(self, questions: Sequence[IndexQuestion]) -> list[IndexAnswer]:
        epoch = self.serving()
        return [self._search(epoch, question) for question in questions]

    def _search(self, epoch: "Epoch", question: IndexQuestion) -> IndexAnswer:
        """Of a large base the words leg works on the other core while the question is embedded."""
        with telling(self.place.root, self.distrust):
            instead = standing_in(question.stand_ins, epoch.words.frequency)
        asked = (question.text, question.synonyms, instead)
        if len(epoch.table) < OTHER_CORE_FROM:
            vector = self._asker_now(epoch, question.spoken(instead))
            with telling(self.place.root, self.distrust):
                return epoch.search(question, vector, epoch.words.score(*asked))
        words = self._other_core.submit(epoch.words.score, *asked)
        vector = self._asker_now(epoch, question.spoken(instead))
        with telling(self.place.root, self.distrust):
            return epoch.search(question, vector, words.result())

    def _asker_now(self, epoch: "Epoch", text: str) -> bytes:
        with telling(self.place.root, lambda _: None):
            return self._asker(epoch).embed([text], query=True)[0]

    def update(self, removed: Sequence[PassageId], added: Sequence[PassageVector], change: int) -> None:
        epoch = self.serving()
        with telling(self.place.root, self.distrust):
            self.serve(epoch.updated(removed, added, change))

    def serve(self, epoch: "Epoch") -> None:
        """From now on this one answers, with the graph that is open when it still fits."""
        self._serving, self._distrust = epoch, ""
        promise = epoch.manifest.graph
        if self._graph is not None and (promise is None or promise.name != self._graph.name):
            self._close_graph()
        epoch.vectors.graph = self._graph

    def attach(self, graph: "ChromaGraph") -> None:
        self._close_graph()
        self._graph = self.serving().vectors.graph = graph

    @property
    def graph(self) -> "ChromaGraph | None":
        return self._graph

    def _close_graph(self) -> None:
        graph, self._graph = self._graph, None
        if self._serving is not None:
            self._serving.vectors.graph = None
        if graph is not None:
            graph.close()

    def close(self) -> None:
        with suppress(Exception):
            self._close_graph()
        self._serving = None


ENGINES: dict[tuple[object, ...], Engine] = {}


def engine(place: Place) -> Engine:
    name = (place.root, place.recipe)
    if name not in ENGINES:
        for other in list(ENGINES):
            ENGINES.pop(other).close()
        ENGINES[name] = Engine(place)
    ENGINES[name].place = place
    return ENGINES[name]


def state(place: Place) -> IndexState:
    return engine(place).state()


def fingerprint(place: Place) -> str:
    return engine(place).embedder.fingerprint


def embed(place: Place, texts: Sequence[str], query: bool) -> list[bytes]:
    return engine(place).embed(texts, query)


def search_all(place: Place, questions: Sequence[IndexQuestion]) -> list[IndexAnswer]:
    return engine(place).search_all(questions)


def update(place: Place, removed: Sequence[PassageId], added: Sequence[PassageVector], change: int) -> None:
    engine(place).update(removed, added, change)


def switch(place: Place, name: str) -> IndexState:
    """Serves an epoch that was built and read back beside this one. The old one goes, and with it everything set aside."""
    from helpdesk.adapters.index.epoch import Epoch

    serving = engine(place)
    with telling(place.root, lambda _: None):
        epoch = Epoch.open(place.root / name)
        epochs.point(place.root, epoch.folder)
    serving.close()
    serving.not_improved = ""
    serving.serve(epoch)
    epochs.sweep(place.root, epoch.folder, distrusted=True)
    return serving.state()


def keeps(place: Place, name: str) -> bool:
    """Whether what was learned lies here under that name, whole. Raises EmbedderUnusable when it cannot be used."""
    learned = epochs.learned_in(place.root, name)
    if learned is None:
        return False
    with telling(place.root, lambda _: None):
        engine(place).made_with(learned)
    return True


def adopt(place: Place, learned: bytes) -> str:
    """The name of what was learned; empty for nothing."""
    with telling(place.root, lambda _: None):
        engine(place).made_with(learned)
        return epochs.keep_learned(place.root, learned)


def leave(place: Place) -> None:
    serving = ENGINES.pop((place.root, place.recipe), None)
    if serving is not None:
        serving.close()
