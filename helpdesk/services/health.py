"""Is everything in order, and if not, what to do."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from helpdesk.domain.breaker import Breaker
from helpdesk.domain.conversation import TROUBLED
from helpdesk.domain.errors import EmbedderUnusable, HelpdeskError
from helpdesk.domain.health import Finding
from helpdesk.ports import PassageIndex, Records, Store
from helpdesk.ports.model_server import ModelServer
from helpdesk.ports.rerank import Reranker
from helpdesk.services.drafting_health import drafting, quoting_by_choice
from helpdesk.settings import Settings

SCARCE = 1024**3


@dataclass(frozen=True)
class Health:
    """`versions` are (name, version) facts that need no judging."""

    store: Store
    index: PassageIndex
    server: ModelServer
    breaker: Breaker
    settings: Settings
    folder: Path
    versions: Mapping[str, str]
    reranker: Reranker | None = None

    async def check(self) -> list[Finding]:
        facts = [Finding(name, True, version) for name, version in self.versions.items()]
        found = [*await self._stored(), *await self._search(), *await self._second_look()]
        return [*facts, self._workspace(), self._disk(), *found, *self._folders(), await self.drafting()]

    async def drafting(self) -> Finding:
        """Who drafts now, and why."""
        if self.settings.writer == "excerpts":
            return quoting_by_choice()
        state = await self.server.state()
        return drafting(state, self.breaker.state(), is_wanted=self.settings.writer != "auto")

    def _workspace(self) -> Finding:
        return Finding("workspace", True, str(self.folder))

    def _disk(self) -> Finding:
        free = shutil.disk_usage(self.folder).free
        words = f"{free / 1024**3:.1f} GB free"
        return Finding("disk", free >= SCARCE, words, "" if free >= SCARCE else "free some space: imports and backups need it")

    def _folders(self) -> list[Finding]:
        """Those of others that mail comes from and goes to."""
        named = {"drop folder": self.settings.drop_folder, "outbox folder": self.settings.outbox_folder}
        return [
            Finding(name, True, folder)
            if Path(folder).is_dir()
            else Finding(name, False, f"{folder}: there is no such folder", "make it, or name another one in Preferences")
            for name, folder in named.items()
            if folder
        ]

    async def _stored(self) -> list[Finding]:
        async def work(records: Records) -> list[Finding]:
            counts = await records.tickets.counts()
            bases = await records.knowledge.bases()
            replies = await records.outbox.listed(1000)
            stuck = sum(entry.state in TROUBLED for entry in replies)
            passages = await records.knowledge.passage_count()
            waiting = await records.drafts.requested(100_000)
            return [
                Finding("tickets", True, f"{sum(counts.values())} tickets, {len(waiting)} drafts to write"),
                Finding(
                    "knowledge",
                    passages > 0,
                    f"knowledge bases: {len(bases)}, passages: {passages}",
                    "" if passages else "import a folder of markdown: helpdesk import PATH",
                ),
                Finding(
                    "outbox",
                    not stuck,
                    f"replies failed or uncertain: {stuck}" if stuck else "nothing stuck",
                    "look at them: helpdesk outbox" if stuck else "",
                ),
            ]

        await self.store.check()
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
