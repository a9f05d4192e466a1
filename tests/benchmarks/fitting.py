"""The built-in embedder: learning from passages and embedding them, in processor time (of all threads together: with
OPENBLAS_NUM_THREADS=1, as in the index process, of one)."""

import asyncio
import random
import tempfile
import time
from pathlib import Path

from helpdesk.adapters.embedders.built_in import BuiltInEmbedder
from helpdesk.adapters.index import EmbedderRecipe, LocalIndex
from helpdesk.adapters.markdown_articles.reader import MarkdownArticles
from helpdesk.domain.article import ReadArticle, embedded_text
from helpdesk.paths import root
from helpdesk.ports import FoundFile

BUILT_IN = EmbedderRecipe("helpdesk.adapters.embedders.built_in:BuiltInEmbedder", learns=True)
A_CALL = 160
QUESTIONS = 300
WORDS_A_QUESTION = 12


async def passages(size: int) -> list[str]:
    """Those of `kb/`, and as many as are wanted made of two halves of theirs."""
    reader = MarkdownArticles()
    files = [FoundFile(str(file), file.read_bytes()) for file in sorted((root() / "kb").rglob("*.md"))]
    articles = [one for one in await reader.read(files) if isinstance(one, ReadArticle)]
    await reader.aclose()
    real = [embedded_text(read.title, one.heading, one.text) for read in articles for one in read.passages]
    dice = random.Random(1)
    halves = [text.split(" ") for text in real]
    made = (dice.sample(halves, 2) for _ in range(size - len(real)))
    return [*real, *(" ".join(a[: len(a) // 2] + b[len(b) // 2 :]) for a, b in made)][:size]


async def measure(size: int) -> None:
    texts = await passages(size)
    spent = time.process_time()
    learned = BuiltInEmbedder().fit(texts)
    print(f"built-in: learning from {size:,} passages {time.process_time() - spent:.1f} s, {len(learned) / 1e6:.1f} MB")
    embedder = BuiltInEmbedder(learned)
    spent = time.process_time()
    embedder.embed(texts)
    print(f"built-in: embedding {size / (time.process_time() - spent):,.0f} passages/s of processor time")
    print(
        f"built-in: a question {1000 * median([asked(embedder, text) for text in texts[:QUESTIONS]]):.2f} ms of processor time"
    )
    with tempfile.TemporaryDirectory(prefix="helpdesk-fit-") as folder:
        index = LocalIndex(Path(folder), BUILT_IN)
        await index.adopt(learned)
        await index.embed(texts[:A_CALL])
        began = time.perf_counter()
        for start in range(0, len(texts), A_CALL):
            await index.embed(texts[start : start + A_CALL])
        print(f"built-in: through the index process {size / (time.perf_counter() - began):,.0f} passages/s by the clock")
        await index.aclose()


def asked(embedder: BuiltInEmbedder, text: str) -> float:
    spent = time.process_time()
    embedder.embed([" ".join(text.split()[:WORDS_A_QUESTION])], query=True)
    return time.process_time() - spent


def median(seconds: list[float]) -> float:
    return sorted(seconds)[len(seconds) // 2]


if __name__ == "__main__":
    asyncio.run(measure(5_000))
