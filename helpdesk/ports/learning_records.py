"""What the desk learned of its own decisions, as kept in the store. No message words in any of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from helpdesk.domain.ids import DraftId, RevisionId, TicketId
from helpdesk.domain.label import Aftermath, Cause, Label, Tally
from helpdesk.domain.scoring import Scorer


@dataclass(frozen=True)
class LabelledDraft:
    """What a scorer is fitted on: the signals as they were when the draft was judged by the program."""

    draft_id: DraftId
    signals: Mapping[str, float]
    wrong: bool
    decided_at: datetime


class LabelRecords(Protocol):
    async def put(self, label: Label) -> None:
        """One a draft; a later decision's takes its place."""
        ...

    async def remove(self, draft_id: DraftId) -> bool:
        """False when there was none."""
        ...

    async def of_draft(self, draft_id: DraftId) -> Label | None: ...

    async def sent_on(self, ticket_id: TicketId) -> DraftId | None:
        """The newest draft of the ticket that went out."""
        ...

    async def flip(self, draft_id: DraftId, cause: Cause, at: datetime) -> bool:
        """Right → wrong; False (and nothing stored) when there is no label or it is wrong already."""
        ...

    async def fitting(self, writer: str) -> list[LabelledDraft]:
        """Drafts of that writer a person decided on, in the order of the decisions; without those that abstained."""
        ...

    async def counts(self) -> Mapping[str, int]:
        """By writer, how many `fitting` would give; without writers nobody judged yet."""
        ...

    async def by_intent(self, intent: str) -> Tally:
        """Of drafts on tickets understood so (an agent's correction counts)."""
        ...

    async def by_revisions(self, revisions: Sequence[RevisionId]) -> Mapping[RevisionId, Tally]:
        """Of drafts that cite the article as it is in that revision; without those nobody judged yet."""
        ...

    async def tell(self, aftermath: Aftermath) -> None:
        """What came to light on a ticket; everything is kept."""
        ...


class ScorerRecords(Protocol):
    """Scorers fitted at this desk. The shipped ones are not here."""

    async def live(self) -> list[Scorer]:
        """At most one a writer."""
        ...

    async def candidates(self) -> list[Scorer]:
        """At most one a writer."""
        ...

    async def listed(self) -> list[tuple[Scorer, str]]:
        """Every one with its state (candidate, live, ended), newest first."""
        ...

    async def freeze(self, scorer: Scorer) -> None:
        """Becomes its writer's candidate; an earlier candidate ends."""
        ...

    async def promote(self, name: str, at: datetime) -> None:
        """The candidate becomes live, the live one of its writer ends. Raises NotFound when there is no such candidate."""
        ...
