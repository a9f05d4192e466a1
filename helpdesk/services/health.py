"""Is everything in order, and if not, what to do."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from helpdesk.domain.conversation import OutboxState
from helpdesk.domain.errors import EmbedderUnusable, HelpdeskError, ModelMissing, ModelServerDown, NotReady
from helpdesk.domain.health import Finding
from helpdesk.ports import PassageIndex, Records, ReplyWriter, Store
from helpdesk.ports.rerank import Reranker
from helpdesk.settings import Settings

SCARCE = 1024**3


@dataclass(frozen=True)
class Health:
    """`versions` are (name, version) facts that need no judging; `writers` by name."""

    store: Store
    index: PassageIndex
    writers: Mapping[str, ReplyWriter]
    settings: Settings
    folder: Path
    versions: Mapping[str, str]
    reranker: Reranker | None = None

    async def check(self) -> list[Finding]:
        facts = [Finding(name, True, version) for name, version in self.versions.items()]
        found = [*await self._stored(), *await self._search(), *await self._second_look()]
        return [*facts, self._workspace(), self._disk(), *found, await self.drafting()]

    async def drafting(self) -> Finding:
        """Who drafts now, and why."""
        quoting = "drafts quote the knowledge base"
        if self.settings.writer == "excerpts":
            return Finding("drafting", True, f"{quoting}, as set in Preferences")
        try:
            await self.writers["ollama"].ready()
        except ModelServerDown as error:
            words = f"no model server answers at {error.host}{f' ({error.detail})' if error.detail else ''}; {quoting}"
            return Finding(
                "drafting", self.settings.writer == "auto", words, "start Ollama, or leave it: everything else works"
            )
        except ModelMissing as error:
            words = f"the model {error.model or '(any)'} is not there; {quoting}"
            return Finding(
                "drafting", self.settings.writer == "auto", words, "pull a model with Ollama or name another in Preferences"
            )
        except NotReady as error:
            return Finding("drafting", False, f"the model is not ready ({type(error).__name__}); {quoting}", "try again")
        return Finding("drafting", True, f"the local model at {self.settings.ollama_host} drafts")

    def _workspace(self) -> Finding:
        return Finding("workspace", True, str(self.folder))

    def _disk(self) -> Finding:
        free = shutil.disk_usage(self.folder).free
        words = f"{free / 1024**3:.1f} GB free"
        return Finding("disk", free >= SCARCE, words, "" if free >= SCARCE else "free some space: imports and backups need it")

    async def _stored(self) -> list[Finding]:
        async def work(records: Records) -> list[Finding]:
            counts = await records.tickets.counts()
            bases = await records.knowledge.bases()
            replies = await records.outbox.listed(1000)
            stuck = sum(entry.state in (OutboxState.FAILED, OutboxState.UNCERTAIN) for entry in replies)
            passages = await records.knowledge.passage_count()
            waiting = await records.drafts.requested(100_000)
            return [
                Finding("tickets", True, f"{sum(counts.values())} tickets, {len(waiting)} drafts to write"),
                Finding(
                    "knowledge",
                    passages > 0,
                    f"{len(bases)} knowledge bases, {passages} passages",
                    "" if passages else "import a folder of markdown: helpdesk import PATH",
                ),
                Finding(
                    "outbox",
                    not stuck,
                    f"{stuck} replies failed or uncertain" if stuck else "nothing stuck",
                    "look at them: helpdesk outbox" if stuck else "",
                ),
            ]

        return [Finding("store", True, "opened and checked"), *await self.store.read(work)]

    async def _second_look(self) -> list[Finding]:
        if self.reranker is None:
            return []
        try:
            await self.reranker.check()
        except EmbedderUnusable as error:
            words = f"{error.folder}: {error.detail}; searches go on without it"
            return [Finding("second look", False, words, "name another folder in Preferences, or none")]
        return [Finding("second look", True, self.settings.reranker_folder)]

    async def _search(self) -> list[Finding]:
        try:
            embedder = Finding("embedder", True, f"{self.settings.embedder} ({await self.index.embedder_fingerprint()})")
        except EmbedderUnusable as error:
            remedy = "name another folder: helpdesk models use DIR, or helpdesk models use built-in"
            embedder = Finding("embedder", False, f"{error.folder}: {error.detail}", remedy)
        except HelpdeskError as error:
            embedder = Finding("embedder", False, f"{self.settings.embedder}: {error}", "run helpdesk doctor again")
        state = await self.index.state()
        words = f"{state.passages} passages in {state.epoch}" if state.trusted else state.words
        remedy = "" if state.trusted else "it heals by itself while the desk is open; helpdesk reindex does it now"
        aside = [
            Finding("index", True, f"set aside as damaged and built anew from the store: {line}") for line in state.set_aside
        ]
        return [embedder, Finding("index", state.trusted, words, remedy), *aside]
