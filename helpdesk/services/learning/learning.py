"""Scorers of the desk's own: fitted on its labels, frozen, tried beside the live one, and put in its place."""

import asyncio
from dataclasses import dataclass, field

from helpdesk.domain.errors import BadInput
from helpdesk.domain.fitting import FEWEST, Example, is_due
from helpdesk.domain.scoring import Scorer
from helpdesk.domain.shipped_scorer import shipped
from helpdesk.ports.clock import Clock
from helpdesk.ports.store import Records, Store
from helpdesk.services.learning.book import ScorerBook
from helpdesk.services.learning.later import Later
from helpdesk.services.learning.refitting import Refitting


@dataclass(frozen=True)
class ListedScorer:
    """A scorer and what it does: `live` judges, `candidate` is tried beside it, `ended` did one of both, `shipped` came with
    the program and is what others were fitted around. `new_labels` came since it was fitted."""

    scorer: Scorer
    state: str
    new_labels: int = 0


@dataclass
class Learning:
    store: Store
    clock: Clock
    book: ScorerBook
    refitting: Refitting
    later: Later
    _looked_at: dict[str, int] = field(default_factory=dict)

    async def begin(self) -> None:
        """Knows the scorers of the store."""
        await self.book.refresh()

    async def next(self) -> bool:
        """Fits one scorer anew whose time has come (see domain.fitting.is_due); False when there is none."""
        counts = await self.store.read(lambda records: records.labels.counts())
        for writer, count in counts.items():
            if is_due(count, await self._frozen(writer)) and count - self._looked_at.get(writer, 0) >= FEWEST:
                self._looked_at[writer] = count
                await self._refit(writer)
                return True
        return False

    async def refit(self, writer: str) -> Scorer | None:
        """Now, however few labels came; None when the shipped weights foretell this desk's labels best. Raises BadInput when
        there is not one label."""
        counts = await self.store.read(lambda records: records.labels.counts())
        if not counts.get(writer):
            known = ", ".join(sorted(counts)) or "none yet"
            raise BadInput("writer", 0, f"nobody has judged a draft of '{writer}' (judged writers: {known})")
        return await self._refit(writer)

    async def scorers(self) -> list[ListedScorer]:
        """Every writer's, those fitted here newest first."""
        counts = await self.store.read(lambda records: records.labels.counts())
        listed = await self.store.read(lambda records: records.scorers.listed())
        found = [ListedScorer(one, state, counts.get(one.writer, 0) - one.labels) for one, state in listed]
        taken = {one.scorer.writer for one in found if one.state == "live"}
        writers = dict.fromkeys((*counts, *(one.writer for one, _ in listed), "excerpts", "ollama"))
        return found + [
            ListedScorer(shipped(writer), "shipped" if writer in taken else "live", counts.get(writer, 0)) for writer in writers
        ]

    async def _refit(self, writer: str) -> Scorer | None:
        judged = await self.store.read(lambda records: records.labels.fitting(writer))
        listed = await self.store.read(lambda records: records.scorers.listed())
        number = sum(one.writer == writer for one, _ in listed) + 1
        examples = [Example(one.signals, not one.wrong) for one in judged]
        at, name = self.clock.now(), f"own-{writer}-{number}"
        made = await asyncio.to_thread(self.refitting.scorer, examples, shipped(writer), name, at)
        if made is not None:
            await self.store.write(lambda records: _frozen(records, made))
            await self.book.refresh()
        return made

    async def _frozen(self, writer: str) -> int:
        """Labels under the newest scorer of that writer."""
        listed = await self.store.read(lambda records: records.scorers.listed())
        return next((one.labels for one, _ in listed if one.writer == writer), 0)


async def _frozen(records: Records, made: Scorer) -> None:
    await records.scorers.freeze(made)
    await records.log.note("scorer.frozen", scorer=made.name, writer=made.writer, labels=made.labels)
