"""Which scorer judges now."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from helpdesk.domain.scoring import Scorer
from helpdesk.domain.shipped_scorer import shipped
from helpdesk.ports.store import Store


@dataclass
class ScorerBook:
    """What the store says, kept at hand because a draft is judged without waiting. `store` None: the shipped ones for good."""

    store: Store | None = None
    _live: Mapping[str, Scorer] = field(default_factory=dict)
    _candidates: Mapping[str, Scorer] = field(default_factory=dict)

    async def refresh(self) -> None:
        """To be called after the store changed, once the change is committed."""
        if self.store is not None:
            live = await self.store.read(lambda records: records.scorers.live())
            candidates = await self.store.read(lambda records: records.scorers.candidates())
            self._live = {one.writer: one for one in live}
            self._candidates = {one.writer: one for one in candidates}

    def live(self, writer: str) -> Scorer:
        return self._live.get(writer) or shipped(writer)

    def candidate(self, writer: str) -> Scorer | None:
        return self._candidates.get(writer)
