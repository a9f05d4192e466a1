"""Importing a real documentation tree, against the bare engines on the same passages in the same run.

The tree is the largest at hand: the evaluation data beside the source tree when it is there, else copies of `kb/`. It is run by
`python -m tests.benchmarks --only importing`: every child imports its parent's first module again, and with this one each would
load Chroma, which no child of the desk does.
"""

import asyncio
import gc
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import chromadb
import numpy as np
import psutil
from chromadb.config import Settings as ChromaSettings

from helpdesk.adapters.knowledge_sources.files import SETTLED_SECONDS
from helpdesk.adapters.sqlite import driver
from helpdesk.app import open_desk
from helpdesk.domain.import_run import ImportReport
from helpdesk.domain.progress import Progress, unheard
from helpdesk.paths import Workspace
from helpdesk.settings import Settings

ROOT = Path(__file__).resolve().parent.parent.parent
LARGE_TREE = ROOT.parent / "shared" / "eval" / "dev" / "kb" / "business_central"
MODEL = ROOT.parent / "shared" / "models" / "all-MiniLM-L6-v2"
COPIES = 8
TURNS = 3
THREADS = 2
A_BATCH = 16
"""Texts in a batch of the bare session: sorted by length, more gains nothing."""


@dataclass
class Watch:
    """What the event loop and the memory did while a desk worked. Gaps in seconds."""

    gaps: list[float] = field(default_factory=list)
    stages: dict[str, tuple[float, float]] = field(default_factory=dict)
    peak_mb: float = 0.0

    def heard(self, progress: Progress) -> None:
        now = time.perf_counter()
        self.stages[progress.label] = (self.stages.get(progress.label, (now, now))[0], now)

    async def look(self) -> None:
        while True:
            begun = time.perf_counter()
            await asyncio.sleep(0.01)
            self.gaps.append(time.perf_counter() - begun - 0.01)


@contextmanager
def watched() -> Iterator[Watch]:
    watch = Watch()
    task = asyncio.get_running_loop().create_task(watch.look())
    try:
        yield watch
    finally:
        task.cancel()
        watch.peak_mb = memory_mb()


def memory_mb() -> float:
    """The highest resident memory of this process and its children, each at its own worst moment, what they share counted for
    each; 0 where that is not told."""
    total, own = 0, psutil.Process()
    for one in (own, *own.children(recursive=True)):
        with suppress(OSError):
            status = Path(f"/proc/{one.pid}/status").read_text().splitlines()
            total += sum(int(line.split()[1]) for line in status if line.startswith("VmHWM:"))
    return total / 1024


def tree(folder: Path, editions: int) -> Path:
    """The tree to import. Editions differ in their titles, so that no vector serves two of them."""
    source, times = (LARGE_TREE, editions) if LARGE_TREE.is_dir() else (ROOT / "kb", editions * COPIES)
    for edition in range(times):
        target = folder / f"edition-{edition}"
        shutil.copytree(source, target)
        for file in target.rglob("*.md") if edition else ():
            text = file.read_bytes()
            for mark in (b"title: ", b"# "):
                text = text.replace(mark, mark + f"Edition {edition} ".encode(), 1)
            file.write_bytes(text)
            file.rename(file.with_name(f"e{edition}-{file.name}"))
    return folder


def stored(workspace: Workspace) -> list[tuple[int, str, bytes]]:
    sqlite: Any = driver.module()
    store = sqlite.connect(str(workspace.store))
    query = "SELECT id, title || ' > ' || heading || char(10) || text, vector FROM passages JOIN passage_vectors USING (hash)"
    rows: list[tuple[int, str, bytes]] = store.execute(query).fetchall()
    store.close()
    return rows


def chroma_alone(folder: Path, rows: list[tuple[int, str, bytes]]) -> float:
    client = chromadb.PersistentClient(str(folder), settings=ChromaSettings(anonymized_telemetry=False))
    collection = client.create_collection("passages", embedding_function=None)
    begun = time.perf_counter()
    for start in range(0, len(rows), 500):
        batch = rows[start : start + 500]
        collection.add(ids=[str(row[0]) for row in batch], embeddings=[np.frombuffer(row[2], "<f4") for row in batch])
    return time.perf_counter() - begun


def session_alone(texts: list[str], threads: int) -> float:
    """The bare model on the same texts sorted by length."""
    import onnxruntime
    from tokenizers import Tokenizer

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    model = next(file for file in (MODEL / "model.onnx", MODEL / "onnx" / "model.onnx") if file.exists())
    session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
    names = {wanted.name for wanted in session.get_inputs()}
    tokenizer = Tokenizer.from_file(str(MODEL / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(256)
    begun = time.perf_counter()
    encoded = sorted(tokenizer.encode_batch(texts), key=lambda one: len(one.ids))
    for start in range(0, len(encoded), A_BATCH):
        batch = encoded[start : start + A_BATCH]
        longest = max(len(one.ids) for one in batch)
        ids, mask = np.zeros((len(batch), longest), np.int64), np.zeros((len(batch), longest), np.int64)
        for row, one in enumerate(batch):
            ids[row, : len(one.ids)], mask[row, : len(one.ids)] = one.ids, 1
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        session.run(None, {name: value for name, value in given.items() if name in names})
    return time.perf_counter() - begun


def told(name: str, passages: int, seconds: float) -> None:
    print(f"  {name:<52} {passages / seconds:8.0f} passages/s", flush=True)


def processor() -> float:
    """Seconds that this process and its children, living and gone, have worked. Unlike those on the wall they say as much on a
    busy machine."""
    living = 0.0
    for child in psutil.Process().children(recursive=True):
        with suppress(psutil.Error):
            living += sum(child.cpu_times()[:4])
    return sum(os.times()[:4]) + living


@dataclass(frozen=True)
class Pair:
    """Seconds of the desk's first import, of one with nothing changed, and of Chroma alone with the same vectors; `desk_worked`
    and `alone_worked` are the processor's."""

    report: ImportReport
    unchanged: int
    watch: Watch
    first: float
    again: float
    alone: float
    desk_worked: float
    alone_worked: float


async def pair(folder: Path, source: Path) -> Pair:
    workspace = Workspace(folder / "desk")
    async with open_desk(Settings(writer="excerpts"), workspace, lambda _: None, lanes=False) as desk:
        await desk.knowledge.ensure_index(unheard)
        gc.freeze()  # as a command does, and the window
        with watched() as watch:
            worked, begun = -processor(), time.perf_counter()
            report = await desk.knowledge.import_path(source, None, watch.heard)
            worked, first = worked + processor(), time.perf_counter() - begun
        begun = time.perf_counter()
        again = await desk.knowledge.import_path(source, None, unheard)
        second = time.perf_counter() - begun
    rows = stored(workspace)
    alone = -processor()
    chroma = chroma_alone(folder / "chroma", rows)
    return Pair(report, again.unchanged, watch, first, second, chroma, worked, alone + processor())


async def built_in(folder: Path, editions: int) -> None:
    """The desk and Chroma by turns: from one run to the next either goes up and down by a fifth."""
    source = tree(folder / "tree", editions)
    await asyncio.sleep(1 + SETTLED_SECONDS)  # files written just now would be opened again by the second import
    found = []
    for turn in range(TURNS):
        (folder / f"turn-{turn}").mkdir()
        found.append(await pair(folder / f"turn-{turn}", source))
        shutil.rmtree(folder / f"turn-{turn}")
    first, alone = sum(one.first for one in found), sum(one.alone for one in found)
    passages = sum(one.report.passages for one in found)
    explained(found[0].report)
    told("the desk: read, stored, learned, embedded, indexed", passages, first)
    told("Chroma alone, the same vectors", passages, alone)
    each = ", ".join(f"×{one.alone / one.first:.2f}" for one in found)
    print(f"  ratio to Chroma alone ×{alone / first:.2f} (wanted: 0.8), by turns {each}")
    for one in found:
        print(f"  processor time: the desk {one.desk_worked:.1f} s on all cores, Chroma {one.alone_worked:.1f} s")
        print("  " + ", ".join(f"{label} {end - begun:.1f} s" for label, (begun, end) in one.watch.stages.items()))
    again = ", ".join(f"{one.again / one.first:.2%}" for one in found)
    print(f"  again, nothing changed: {found[0].unchanged} unchanged, {again} of the first (wanted: at most 2 %)")
    late = sorted(gap for one in found for gap in one.watch.gaps)
    print(f"  event loop: p99 {late[int(len(late) * 0.99)] * 1000:.0f} ms late, longest {late[-1] * 1000:.0f} ms")
    peak = found[0].watch.peak_mb  # later turns count what Chroma left in this process
    print(f"  memory of all processes at their highest: {peak:.0f} MB (wanted: at most 700 at 50,000 passages)")


def explained(report: ImportReport) -> None:
    print(f"import: {report.added} articles, {report.passages} passages, {len(report.failed)} files that could not be read")
    for failure in report.failed[:5]:
        print(f"    {failure.path}:{failure.line}: {failure.reason}")


async def with_model(folder: Path, files: int) -> None:
    settings = Settings(writer="excerpts", embedder="fastembed", model_folder=str(MODEL), threads=THREADS)
    workspace, source = Workspace(folder / "model"), folder / "few"
    source.mkdir()
    for number, file in enumerate(sorted((folder / "tree").rglob("*.md"))[:: max(1, 2800 // files)]):
        shutil.copy(file, source / f"{number:04d}.md")
    async with open_desk(settings, workspace, lambda _: None, lanes=False) as desk:
        await desk.knowledge.ensure_index(unheard)
        await desk.knowledge.index.embed(["Both models are loaded before their time begins."])
        worked, begun = -processor(), time.perf_counter()
        report = await desk.knowledge.import_path(source, None, unheard)
        worked, seconds = worked + processor(), time.perf_counter() - begun
    rows = {text: vector for _, text, vector in stored(workspace)}
    alone = -processor()
    bare = session_alone(list(rows), THREADS)
    alone += processor()
    told("the desk with MiniLM: read, stored, embedded, indexed", report.passages, seconds)
    told("onnxruntime alone, the same texts sorted by length", len(rows), bare)
    print(f"  processor time: the desk {worked:.1f} s, onnxruntime {alone:.1f} s: ×{alone / worked:.2f}")
    print(f"  ratio to onnxruntime alone ×{bare / seconds:.2f} (wanted: 0.9)")


async def measure(editions: int, files: int) -> None:
    with tempfile.TemporaryDirectory(prefix="helpdesk-bench-") as made:
        folder = Path(made)
        await built_in(folder, editions)
        if MODEL.is_dir():
            await with_model(folder, files)
