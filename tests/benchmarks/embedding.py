"""Embedding with a model's folder: the desk's embedder in its process, raw onnxruntime, and fastembed, on the same passages.

Turns are taken, and the processor time of one thread is told beside the clock: a shared machine moves the clock, not that one.
"""

import asyncio
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from helpdesk.adapters.index.local import LocalIndex
from helpdesk.adapters.index.recipe import EmbedderRecipe
from helpdesk.adapters.markdown_articles.measure import rule_for
from helpdesk.adapters.markdown_articles.reader import MarkdownArticles
from helpdesk.adapters.onnx_models.embedder import OnnxEmbedder
from helpdesk.adapters.onnx_models.families import reading_limit
from helpdesk.domain.article import ReadArticle, embedded_text
from helpdesk.paths import root
from helpdesk.ports import FoundFile
from helpdesk.services.knowledge.embedding import MOST_BATCH

BATCH = 16
THREADS = 2
Work = Callable[[Sequence[str]], Awaitable[object]]


async def passages(most: int, folder: Path) -> list[str]:
    """Of the knowledge bases in kb/, cut as the desk cuts them for this model, longest first as an import embeds them."""
    files = [FoundFile(str(file), file.read_bytes()) for file in sorted((root() / "kb").rglob("*.md"))]
    reader = MarkdownArticles(rule_for(folder / "tokenizer.json", reading_limit(folder)))
    articles = [one for one in await reader.read(files) if isinstance(one, ReadArticle)]
    await reader.aclose()
    every = [(one.tokens, embedded_text(read.title, one.heading, one.text)) for read in articles for one in read.passages]
    return [text for _, text in sorted(every, reverse=True)][:: max(1, len(every) // most)]


class Raw:
    """onnxruntime as anybody would use it well: all texts sorted by length, batches of 16."""

    def __init__(self, folder: Path, threads: int) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(max_length=reading_limit(folder))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"])

    async def embed(self, texts: Sequence[str]) -> list[Any]:
        encodings = sorted(self._tokenizer.encode_batch(list(texts)), key=lambda one: len(one.ids))
        return [self._run(encodings[start : start + BATCH]) for start in range(0, len(encodings), BATCH)]

    def _run(self, batch: list[Any]) -> Any:
        ids = np.zeros((len(batch), len(batch[-1].ids)), dtype=np.int64)
        mask = np.zeros_like(ids)
        for row, one in enumerate(batch):
            ids[row, : len(one.ids)] = one.ids
            mask[row, : len(one.ids)] = 1
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        tokens = self._session.run(None, given)[0]
        means = (tokens * mask[:, :, None]).sum(axis=1) / mask.sum(axis=1, keepdims=True)
        return means / np.linalg.norm(means, axis=1, keepdims=True)


class Fastembed:
    """As its documentation shows it."""

    def __init__(self, folder: Path) -> None:
        from fastembed import TextEmbedding
        from fastembed.common.model_description import ModelSource, PoolingType

        source = ModelSource(url="file:///never-fetched")
        TextEmbedding.add_custom_model(
            model="bench", pooling=PoolingType.MEAN, normalization=True, sources=source, dim=384, model_file="model.onnx"
        )
        self._model = TextEmbedding("bench", threads=THREADS, specific_model_path=str(folder), local_files_only=True)

    async def embed(self, texts: Sequence[str]) -> list[Any]:
        return list(self._model.embed(list(texts)))


async def timed(work: Work, texts: Sequence[str]) -> float:
    began = time.perf_counter()
    await work(texts)
    return len(texts) / (time.perf_counter() - began)


async def compared(folder: Path, texts: Sequence[str], turns: int) -> dict[str, float]:
    """Passages a second, the median of the turns."""
    recipe = EmbedderRecipe("helpdesk.adapters.onnx_models.embedder:OnnxEmbedder", (folder, THREADS))
    with tempfile.TemporaryDirectory(prefix="helpdesk-bench-") as made:
        index = LocalIndex(Path(made), recipe)

        async def ours(wanted: Sequence[str]) -> None:
            for start in range(0, len(wanted), MOST_BATCH):
                await index.embed(wanted[start : start + MOST_BATCH])

        works: dict[str, Work] = {
            "the desk's embedder, in its process": ours,
            "onnxruntime alone, sorted, batches of 16": Raw(folder, THREADS).embed,
            "fastembed as it comes": Fastembed(folder).embed,
        }
        taken: dict[str, list[float]] = {name: [] for name in works}
        for work in works.values():
            await work(texts[:BATCH])
        for _ in range(turns):
            for name, work in works.items():
                taken[name].append(await timed(work, texts))
        await index.aclose()
    return {name: statistics.median(speeds) for name, speeds in taken.items()}


async def processor_time(folder: Path, texts: Sequence[str]) -> tuple[float, float]:
    """Passages a second of processor time with one thread: ours, raw."""
    raw, ours = Raw(folder, 1), OnnxEmbedder(folder, 1)
    ours.embed(texts[:BATCH])
    await raw.embed(texts[:BATCH])
    began = time.process_time()
    ours.embed(texts)
    middle = time.process_time()
    await raw.embed(texts)
    return len(texts) / (middle - began), len(texts) / (time.process_time() - middle)


async def measure(folder: Path | None, most: int = 600, turns: int = 3) -> None:
    if folder is None:
        print("embedding: no model folder; name one with --model")
        return
    texts = await passages(most, folder)
    print(f"embedding: {len(texts)} passages of kb/, {folder.name}, {THREADS} threads, median of {turns} turns")
    found = await compared(folder, texts, turns)
    raw = found["onnxruntime alone, sorted, batches of 16"]
    for name, speed in found.items():
        print(f"  {name:<42} {speed:7.1f} passages/s   ratio to onnxruntime alone ×{speed / raw:.2f}")
    ours, alone = await processor_time(folder, texts[: min(len(texts), 160)])
    print(f"  by processor time, one thread: {ours:.1f} and {alone:.1f} passages/s, ratio ×{ours / alone:.2f}")
    print(f"  load of this machine: {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    asyncio.run(measure(Path(sys.argv[1])))
