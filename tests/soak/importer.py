"""One job on the knowledge base, made to be killed: every text that is embedded is written down before its vector can be kept.

`python -m tests.soak.importer WORKSPACE JOB FOLDER LOG RULE EMBEDDER`: JOB is import or reindex; with another RULE (a number)
passages are cut otherwise, with another EMBEDDER (built-in or bare) they are embedded otherwise.
"""

import asyncio
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, cast

from helpdesk import app
from helpdesk.adapters.index.local import LocalIndex
from helpdesk.adapters.index.recipe import EmbedderRecipe
from helpdesk.app import open_desk
from helpdesk.domain.passage_rule import WORDS_RULE
from helpdesk.domain.progress import unheard
from helpdesk.paths import Workspace
from helpdesk.services.desk import Desk
from helpdesk.settings import Settings

BARE = EmbedderRecipe("tests.fakes.embedders:BareWords")


@dataclass(frozen=True)
class Job:
    workspace: Path
    name: str
    folder: Path
    log: Path
    rule: int
    embedder: str

    @property
    def arguments(self) -> list[str]:
        return [str(self.workspace), self.name, str(self.folder), str(self.log), str(self.rule), self.embedder]


def prepare(job: Job) -> Settings:
    """The application with the job's rules, its embedder, and a record of what is embedded."""
    rule = replace(WORDS_RULE, name=f"words-{job.rule}", aim=40 + 20 * (job.rule % 4), most=200)
    rules, embedders = cast("dict[str, Any]", app.PASSAGE_RULES), cast("dict[str, Any]", app.EMBEDDERS)
    rules["built-in"] = rules["fastembed"] = lambda _: rule
    embedders["fastembed"] = lambda _, __: BARE
    embed = LocalIndex.embed

    async def written_down(self: LocalIndex, texts: Sequence[str], *, query: bool = False) -> list[bytes]:
        vectors = await embed(self, texts, query=query)
        if not query:
            embedder = await self.embedder_fingerprint()
            with job.log.open("a", encoding="utf-8") as log:
                log.writelines(f"{embedder} {sha256(text.encode()).hexdigest()}\n" for text in texts)
        return vectors

    LocalIndex.embed = written_down  # type: ignore[method-assign]
    return Settings(writer="excerpts", embedder="built-in" if job.embedder == "built-in" else "fastembed")


async def work(job: Job) -> None:
    async with open_desk(prepare(job), Workspace(job.workspace), lambda _: None) as desk:
        await found_again(desk)
        if job.name == "reindex":
            await desk.knowledge.reindex(unheard)
        else:
            await desk.knowledge.import_path(job.folder, None, unheard)
        await found_again(desk)


async def found_again(desk: Desk) -> None:
    """An index that says it can be trusted finds what it holds; what it finds is in the store."""
    state = await desk.knowledge.index_state()
    change = await desk.knowledge.store.read(lambda records: records.knowledge.change())
    assert state.change <= change, f"the index is ahead of the store: {state} {change}"
    if not state.trusted or state.change != change:
        return
    count = await desk.knowledge.store.read(lambda records: records.knowledge.passage_count())
    assert state.passages == count, f"{state} serves, the store has {count}"
    first = await desk.knowledge.store.read(lambda records: records.learned.sample(0, 3))
    for passage, text in first:
        evidence = await desk.retrieval.find(text.partition("\n")[0], limit=10)
        assert evidence.hits, f"passage {passage} is not found"


if __name__ == "__main__":
    where, name, folder, log, rule, embedder = sys.argv[1:]
    asyncio.run(work(Job(Path(where), name, Path(folder), Path(log), int(rule), embedder)))
