"""The making side: a new epoch, what an embedder learns, and what improves the serving epoch. One piece of work at a time; each
call is short but for the named ones, so that searches in the same process come in between."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING, cast

from helpdesk.adapters.index import epochs
from helpdesk.adapters.index.engine import engine
from helpdesk.adapters.index.place import Place
from helpdesk.adapters.index.troubles import telling
from helpdesk.domain.errors import HelpdeskError, IndexStale
from helpdesk.ports.index import PassageVector

if TYPE_CHECKING:
    from helpdesk.adapters.index.building import EpochBuilder, GraphWork, Made
    from helpdesk.adapters.index.epoch import Epoch
    from helpdesk.ports.embedder import Learner

DEAD_SHARE = 0.2
APART_SHARE = 0.2
FEW = 1_000


@dataclass
class Bench:
    """What this process is making."""

    epoch: "EpochBuilder | None" = None
    graph: "GraphWork | None" = None
    texts: "list[str] | None" = None


BENCH = Bench()


def begin(place: Place, embedder: str) -> None:
    """Removes what a dead build left."""
    from helpdesk.adapters.index.building import EpochBuilder

    discard(place)
    learned = epochs.learned_in(place.root, place.learned) if place.learned else b""
    if learned is None:
        raise IndexStale("what the embedder had learned is not there any more")
    with telling(place.root, lambda _: discard(place)):
        BENCH.epoch = EpochBuilder(place.root, embedder, learned)


def extend(place: Place, batch: Sequence[PassageVector]) -> None:
    with telling(place.root, lambda _: discard(place)):
        under_construction().add(batch)


def extend_words(place: Place, batch: Sequence[PassageVector]) -> None:
    with telling(place.root, lambda _: discard(place)):
        under_construction().add_words(batch)


def end_words(place: Place) -> None:
    """Takes as long as finishing does without it; vectors may still be on their way."""
    with telling(place.root, lambda _: discard(place)):
        under_construction().end_words()


def extend_vectors(place: Place, vectors: Sequence[bytes]) -> None:
    with telling(place.root, lambda _: discard(place)):
        under_construction().add_vectors(vectors)


def finish(place: Place, change: int) -> str:
    """Closes, opens again and reads back; the name of the epoch, which does not serve yet. Takes seconds for a large one."""
    with telling(place.root, lambda _: discard(place)):
        name = under_construction().finish(change)
    BENCH.epoch = None
    return name


def under_construction() -> "EpochBuilder":
    if BENCH.epoch is None:
        raise IndexStale("the index process was restarted while the index was being built")
    return BENCH.epoch


def discard(place: Place) -> None:
    """Gives up the epoch under construction and removes whatever was left beside the serving one."""
    building, BENCH.epoch = BENCH.epoch, None
    if building is not None:
        building.close()
    epochs.sweep(place.root, epochs.current(place.root))


def hear(place: Place, texts: Sequence[str], more: bool) -> None:
    """Texts to learn from; without `more` they are the first."""
    BENCH.texts = [*(BENCH.texts or []), *texts] if more else list(texts)


def learn(place: Place) -> bytes:
    """From everything heard. Takes as long as the embedder needs."""
    texts, BENCH.texts = BENCH.texts or [], None
    if not place.recipe.learns:
        return b""
    with telling(place.root, lambda _: None):
        return cast("Learner", place.recipe.make()).fit(texts)


@dataclass(frozen=True)
class Plan:
    """What would make the serving epoch better; `rows` is how much there is to do."""

    step: str = ""
    epoch: str = ""
    rows: int = 0


def plan(place: Place) -> Plan:
    """In the serving process. Nothing when no epoch is trusted."""
    serving = engine(place)
    try:
        epoch = serving.serving()
    except HelpdeskError:
        return Plan()
    if serving.not_improved:
        return Plan()
    name, total = epoch.folder.name, len(epoch.table)
    largest = max((len(segment) for segment in epoch.segments), default=0)
    dead = total - epoch.table.living
    if total >= FEW and (dead > DEAD_SHARE * total or total - largest > APART_SHARE * total):
        return Plan("compact", name, epoch.table.living)
    if largest < place.sizes.graph:
        return Plan()
    if not fits(epoch):
        return Plan("graph", name, largest)
    return Plan() if serving.graph is not None else Plan("attach", name, largest)


def fits(epoch: "Epoch") -> bool:
    """Whether the epoch has a graph over its largest segment, made by the Chroma that is installed."""
    graph = epoch.manifest.graph
    largest = max(epoch.segments, key=len).name
    return graph is not None and graph.segment == largest and graph.chroma == version("chromadb")


def compact(place: Place, source: str) -> "Made":
    """Takes seconds for a large epoch."""
    from helpdesk.adapters.index import building

    building.clear_beside(place.root)
    with telling(place.root, lambda _: building.clear_beside(place.root)):
        return building.compact(place.root, source)


def graph_begin(place: Place, source: str) -> int:
    """How many passages there are to link."""
    from helpdesk.adapters.index.building import GraphWork, clear_beside

    graph_discard(place)
    with telling(place.root, lambda _: clear_beside(place.root)):
        BENCH.graph = GraphWork(place.root, source)
    return BENCH.graph.builder.rows


def graph_extend(place: Place, rows: int) -> int:
    """How many are linked now."""
    if BENCH.graph is None:
        raise IndexStale("the process that builds the graph was restarted")
    with telling(place.root, lambda _: graph_discard(place)):
        BENCH.graph.builder.extend(rows)
    return BENCH.graph.builder.done


def graph_finish(place: Place) -> "Made":
    if BENCH.graph is None:
        raise IndexStale("the process that builds the graph was restarted")
    with telling(place.root, lambda _: graph_discard(place)):
        made = BENCH.graph.finish()
    BENCH.graph = None
    return made


def graph_discard(place: Place) -> None:
    from helpdesk.adapters.index.building import clear_beside

    work, BENCH.graph = BENCH.graph, None
    if work is not None:
        work.builder.close()
    clear_beside(place.root)


def take_over(place: Place, made: "Made") -> bool:
    """In the serving process: makes it part of the serving epoch. False when that has moved on meanwhile."""
    from helpdesk.adapters.index.building import clear_beside
    from helpdesk.adapters.index.manifest import GraphPromise

    serving = engine(place)
    epoch = serving.serving()
    folder = place.root / made.folder
    there = {segment.name for segment in epoch.segments}
    fresh = made.segment in there if made.segment else epoch.manifest.change == made.change
    if epoch.folder.name != made.source or not fresh:
        clear_beside(place.root)
        return False
    with telling(place.root, lambda _: None):
        if made.segment:
            name = made.folder.replace("beside", "graph", 1)
            serving.serve(epoch.with_graph(folder, GraphPromise(name, made.segment, made.rows, made.chroma), made.files))
        else:
            serving.serve(epoch.compacted(folder, made.files, made.rows))
    return True


def attach(place: Place) -> bool:
    """In the serving process: opens the epoch's graph, verified; one that is damaged or answers wrongly is dropped and noted,
    and built anew by the next improvement."""
    from helpdesk.adapters.index import canaries, signatures
    from helpdesk.adapters.index.graph import ChromaGraph

    serving = engine(place)
    epoch = serving.serving()
    promise = epoch.manifest.graph
    if promise is None:
        return False
    prefix = f"{promise.name}/"
    try:
        with telling(place.root, lambda _: None):
            signatures.verify(epoch.folder, {n: s for n, s in epoch.manifest.files.items() if n.startswith(prefix)})
            graph = ChromaGraph(epoch.folder / promise.name, promise.segment, promise.rows)
            if not canaries.found_by(graph, epoch.manifest.canaries, epoch.table, epoch.vectors):
                graph.close()
                serving.not_improved = "it does not find known passages"
                raise IndexStale(serving.not_improved)
    except IndexStale as trouble:
        epochs.note(place.root, f"{epoch.folder.name}/{promise.name}", trouble.detail)
        with telling(place.root, lambda _: None):
            serving.serve(epoch.without_graph())
        return False
    serving.attach(graph)
    return True


def give_up(place: Place, why: str) -> None:
    """The epoch serves as it is; it is not tried again before the next epoch or start."""
    engine(place).not_improved = why
    with suppress(HelpdeskError):
        graph_discard(place)


def tidy(place: Place) -> None:
    """What builds that died left behind. Only while nothing is being built."""
    from helpdesk.adapters.index.building import clear_beside

    epochs.sweep(place.root, epochs.current(place.root))
    clear_beside(place.root)


def clear(place: Place) -> None:
    """Nothing made beside the epoch is wanted any more."""
    from helpdesk.adapters.index.building import clear_beside

    clear_beside(place.root)
