"""Which model searches by meaning: what it is, what another would cost, and the way from one to the other."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from helpdesk.domain.embedding_model import BUILT_IN, CatalogueModel, ModelCheck, ModelEstimate, ModelState
from helpdesk.domain.errors import EmbedderUnusable, HelpdeskError
from helpdesk.domain.events import Event
from helpdesk.domain.progress import Progress, Report
from helpdesk.ports import Clock, PassageIndex, Store
from helpdesk.ports.models import Bench, ModelRoom
from helpdesk.services.knowledge.embedding import Embedding
from helpdesk.services.knowledge.fitting import Fitting
from helpdesk.services.knowledge.recutting import Recutting
from helpdesk.services.knowledge.switching import Left, left_as_cut, left_cut_anew
from helpdesk.settings import Settings

SAMPLE = 16
"""Passages a speed is measured on: half a second with a small model."""

PARTS = 3
WARMING = ("One sentence, so that loading is not measured.",)


@dataclass
class Models:
    """A choice is 'built-in' or the path of a model's folder. `chunker` names the rules the stored passages were cut by."""

    store: Store
    index: PassageIndex
    room: ModelRoom
    settings: Settings
    chunker: str
    clock: Clock
    publish: Callable[[Event], None]
    _speeds: dict[str, float] = field(default_factory=dict, init=False)

    async def state(self) -> ModelState:
        """Never raises for an embedder that cannot be used; `failure` says why."""
        folder = "" if self.settings.embedder == BUILT_IN else self.settings.model_folder
        try:
            name = await self._serving()
            speed, dimension = await self._measured(self.index, name)
            failure = ""
        except HelpdeskError as error:
            name, speed, dimension, failure = "", 0.0, 0, getattr(error, "detail", "") or type(error).__name__
        total = await self.store.read(lambda records: records.knowledge.passage_count())
        lacking = await self.store.read(lambda records: records.knowledge.without_vectors_count(name)) if name else total
        return ModelState(
            Path(folder).name if folder else BUILT_IN,
            folder,
            why(folder),
            failure,
            name,
            dimension,
            total - lacking,
            lacking,
            speed,
        )

    async def check(self, folder: Path) -> ModelCheck:
        """Files, hashes and self-test, in a process of its own. A failure is in the result."""
        return await self.room.check(real(folder))

    async def check_second_look(self, folder: Path) -> ModelCheck:
        """Whether a cross-encoder is in it, tried in a process of its own. A failure is in the result."""
        return await self.room.check_second_look(real(folder))

    async def estimate(self, choice: str) -> ModelEstimate:
        """What switching would cost, measured on this machine. The check says whether it can be used at all."""
        check = ModelCheck(choice, "") if choice == BUILT_IN else await self.check(Path(choice))
        if not check.ok:
            return ModelEstimate(check, 0, 0.0)
        began = self.clock.seconds()
        try:
            async with self.room.bench(standing(choice)) as bench:
                await bench.index.embed(WARMING)
                await bench.reader.ready()
                starting = self.clock.seconds() - began
                learning = await self._fitting(choice, bench).tried()
                left = await self._left(bench, await bench.index.embedder_fingerprint())
                embedding = await self._timed(bench.index, left.sample) / left.share
        except EmbedderUnusable as error:
            return ModelEstimate(ModelCheck(choice, error.detail), 0, 0.0)
        return ModelEstimate(check, left.passages, starting + learning + left.cutting + embedding)

    async def prepare(self, choice: str, report: Report) -> None:
        """Embeds everything with the other model while the serving one answers, so that switching to it leaves nothing to
        embed. Cancelled or killed it keeps what was done, and doing it again goes on. Raises EmbedderUnusable, IndexStale."""
        report(Progress(0, None, "Loading the model"))
        async with self.room.bench(standing(choice)) as bench:
            await self._fitting(choice, bench).settle(report)
            name = await bench.index.embedder_fingerprint()
            embedding = Embedding(self.store, bench.index, self.clock)
            if bench.reader.chunker != self.chunker:
                await Recutting(self.store, bench.reader, self.clock, self.publish).prepare(embedding, name, report)
            else:
                await embedding.settle(name, report)
        if choice != BUILT_IN:
            await self.room.adopt(real(Path(choice)))

    async def catalogue(self) -> tuple[CatalogueModel, ...]:
        """What can be fetched by name. Asks nobody."""
        return await self.room.catalogue()

    async def fetch(self, name: str, target: Path, report: Report, also: Collection[str] = ()) -> Path:
        """Only ever on a person's explicit wish. Cancelled it keeps what came. Raises NotFound, BadInput, FetchFailed,
        HostNotAllowed, DiskFull."""
        return await self.room.fetch(name, real(target), report, also)

    async def _serving(self) -> str:
        """The fingerprint of the embedder in force. One that learns is known by what the epoch was
        built with. Raises EmbedderUnusable."""
        name = await self.index.embedder_fingerprint()
        if self.settings.embedder != BUILT_IN:
            return name
        epoch = await self.index.state()
        return epoch.embedder if epoch.trusted else name

    def _fitting(self, choice: str, bench: Bench) -> Fitting:
        return Fitting(self.store, bench.index, self.clock, BUILT_IN if choice == BUILT_IN else "")

    async def _left(self, bench: Bench, name: str) -> Left:
        if bench.reader.chunker == self.chunker:
            return await left_as_cut(self.store, name)
        return await left_cut_anew(Recutting(self.store, bench.reader, self.clock, self.publish), name)

    async def _timed(self, index: PassageIndex, texts: Sequence[str]) -> float:
        """Seconds, once the model is loaded and has read its longest text. Timed in parts that are alike, of which the middle
        one tells: whatever else the machine did meanwhile slows one of them, seldom two."""
        ordered = sorted(texts, key=len, reverse=True)
        await index.embed([*WARMING, *ordered[:1]])
        parts = [part for start in range(PARTS) if (part := ordered[start::PARTS])]
        paces = sorted([await self._spent(index, part) / sum(map(len, part)) for part in parts])
        return paces[len(paces) // 2] * sum(map(len, ordered)) if paces else 0.0

    async def _spent(self, index: PassageIndex, texts: Sequence[str]) -> float:
        began = self.clock.seconds()
        await index.embed(texts)
        return self.clock.seconds() - began

    async def _measured(self, index: PassageIndex, name: str) -> tuple[float, int]:
        """Passages a second (0 without passages), and how many numbers a vector has."""
        (warm,) = await index.embed(WARMING)
        if name not in self._speeds:
            stored = await self.store.read(lambda records: records.learned.sample(0, SAMPLE))
            spent = await self._timed(index, [text for _, text in stored])
            self._speeds[name] = len(stored) / spent if stored and spent > 0 else 0.0
        return self._speeds[name], len(warm) // 4


def why(folder: str) -> str:
    if folder:
        return "the folder named in Preferences"
    return "it needs no files, and no model folder is chosen"


def settings_with(settings: Settings, choice: str) -> Settings:
    """The settings with this embedder: 'built-in', a model's folder, or (empty) as they are."""
    if not choice:
        return settings
    if choice == BUILT_IN:
        return replace(settings, embedder=BUILT_IN, model_folder="")
    return replace(settings, embedder="fastembed", model_folder=standing(choice))


def real(folder: Path) -> Path:
    """As it is kept in the settings, whatever the person typed."""
    return folder.expanduser().absolute()


def standing(choice: str) -> str:
    return choice if choice == BUILT_IN else str(real(Path(choice)))
