"""What the store keeps about proving: goals, how each draft was assessed, certificates, and test drafts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from helpdesk.domain.assessment import Assessed, Backlog, ShadowBook
from helpdesk.domain.certificate import Certificate, Ended, Goal
from helpdesk.domain.draft import Fingerprint
from helpdesk.domain.ids import DraftId, TicketId
from helpdesk.domain.planted_draft import Outcome, PlantedDraft, SettledTest
from helpdesk.domain.planting import Planted

REWRITINGS_KEPT = 64


@dataclass(frozen=True)
class Drafter:
    """A scorer on the drafts of one fingerprint."""

    writer: str
    scorer: str
    fingerprint: str

    def is_of(self, certificate: Certificate) -> bool:
        """Whether it is the one that was certified."""
        return (certificate.writer, certificate.scorer, certificate.fingerprint) == (self.writer, self.scorer, self.fingerprint)


@dataclass(frozen=True)
class Stretch:
    """A drafter's drafts since then; of them those about one of `topics` (none: all but `never`)."""

    drafter: Drafter
    since: datetime
    topics: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


@dataclass(frozen=True)
class Judged:
    """A drawn draft as evidence. `waiting`: nobody has decided yet, which counts as wrong until somebody does. `at` is when it
    arrived, as text that sorts like the moment."""

    draft_id: DraftId
    topic: str
    score: float
    wrong: bool
    waiting: bool
    at: str

    @property
    def place(self) -> tuple[str, DraftId]:
        """In order of arrival."""
        return self.at, self.draft_id


@dataclass(frozen=True)
class Rewriting:
    """`mark` is another one each time; `at` is the arrival of the draft whose label it was, as text that sorts."""

    mark: str
    at: str


class GoalRecords(Protocol):
    async def set(self, goal: Goal) -> Goal:
        """Appends; the newest counts. Its id is given here."""
        ...

    async def newest(self) -> Goal | None: ...

    async def listed(self) -> list[Goal]:
        """Newest first."""
        ...


class AssessmentRecords(Protocol):
    async def add(self, assessed: Assessed) -> None:
        """In the place of those of the draft's earlier revisions."""
        ...

    async def held(self, draft_id: DraftId, scorer: str, why: str, *, would_send: bool) -> None: ...

    async def sent(self, draft_id: DraftId, scorer: str) -> None: ...

    async def taken_back(self, draft_id: DraftId, why: str) -> None:
        """What the desk was about to send by itself goes to a person after all."""
        ...

    async def drafters_of(self, draft_id: DraftId) -> list[Drafter]:
        """Whom a label of this draft is evidence about."""
        ...

    async def writers(self) -> list[str]: ...

    async def newest(self, writer: str, scorer: str) -> Drafter | None:
        """As it drafts now: of the last draft of that writer this scorer judged."""
        ...

    async def evidence(self, drafter: Drafter, since: datetime, after: tuple[str, DraftId] | None = None) -> list[Judged]:
        """Drawn and sendable drafts that have a score and arrived since then, later than `after`, in order of arrival. One
        superseded before anybody decided is left out."""
        ...

    async def reach(self, within: Stretch, cuts: Sequence[float]) -> list[float]:
        """For each cut the share of all its drafts since then, drawn or not, that were sendable, of the topics asked for, and
        reached it."""
        ...

    async def topic_of(self, draft_id: DraftId) -> str:
        """As it was assessed; '' when it was not."""
        ...

    async def overdue(self, since: datetime, before: datetime, limit: int) -> list[DraftId]:
        """Drawn and sendable, arrived in between, still waiting."""
        ...

    async def backlog(self, since: datetime, soon: datetime) -> Backlog: ...

    async def shadow(self, since: datetime) -> ShadowBook: ...

    async def weekly(self, now: datetime) -> float:
        """Drafts of the last four weeks that would have been sent, a week."""
        ...

    async def rewritten(self) -> tuple[Rewriting, ...]:
        """The last times a label was changed or taken back, oldest first."""
        ...

    async def rewrite(self, draft_id: DraftId) -> None:
        """What was counted of this draft counts no more."""
        ...

    async def drafted_by(self, drafter: Drafter) -> Fingerprint | None:
        """What the code stands for."""
        ...

    async def secret(self) -> bytes:
        """The desk's own, for its lots; made when it is first asked for in a write. It never leaves the store."""
        ...


class CertificateRecords(Protocol):
    async def grant(self, certificate: Certificate) -> Certificate:
        """Its id is given here."""
        ...

    async def end(self, certificate_id: int, by: Ended, why: str, at: datetime) -> None: ...

    async def take_out(self, certificate_id: int, topics: Sequence[str]) -> None:
        """These of its group it speaks of no more."""
        ...

    async def standing(self) -> list[Certificate]: ...

    async def listed(self, limit: int = 200) -> list[Certificate]:
        """Newest first."""
        ...

    async def begun(self, drafter: Drafter, since: datetime) -> Mapping[str, datetime]:
        """When the first certificate about each topic was granted since then, whether it stands or not."""
        ...

    async def drifted(self, drafter: Drafter) -> datetime | None:
        """When evidence about this drafter last ended in an alarm."""
        ...


class PlantedDraftRecords(Protocol):
    async def plant(self, draft_id: DraftId, revision: int, true_text: str, planted: Planted) -> None: ...

    async def open_of(self, draft_id: DraftId) -> PlantedDraft | None: ...

    async def open_on(self, ticket_id: TicketId) -> PlantedDraft | None: ...

    async def waiting(self) -> bool:
        """Whether one is in the queue."""
        ...

    async def decided_since_last(self) -> int:
        """Decisions of people since the last one was planted; of all there are when none was."""
        ...

    async def settle(self, test: PlantedDraft, outcome: Outcome, agent: str) -> None:
        """The true text is on display again, under a new revision."""
        ...

    async def outcomes(self) -> list[bool]:
        """True for a caught one, in order of decision."""
        ...

    async def listed(self, limit: int) -> list[SettledTest]:
        """Newest decision first."""
        ...
