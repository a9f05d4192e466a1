"""The store: tickets, conversations, knowledge and everything that must survive.

Work is given to the store as a function of `Records`. A read runs on a pooled connection; a write runs alone, in one short
transaction that begins IMMEDIATE, is shielded from cancellation, and commits only when the function returns.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol, TypeVar

from helpdesk.domain.change import Deed
from helpdesk.domain.conversation import Conversation, IncomingMessage, MessageKind
from helpdesk.domain.decision import Decision, NewDecision, QueueRow
from helpdesk.domain.draft import Draft, Fingerprint, Verdict, WrittenReply
from helpdesk.domain.ids import (
    DecisionId,
    DraftId,
    MessageId,
    SourceId,
    TicketId,
)
from helpdesk.domain.insights import Numbers
from helpdesk.domain.ticket import Ticket, TicketStatus
from helpdesk.ports.certifying_records import (
    AssessmentRecords,
    CertificateRecords,
    GoalRecords,
    PlantedDraftRecords,
)
from helpdesk.ports.change_records import ChangeRecords, MatterRecords
from helpdesk.ports.comparing_records import ComparedRecords
from helpdesk.ports.composing_records import ComposingRecords, TemplateRecords
from helpdesk.ports.drafting_records import StepRecords
from helpdesk.ports.gap_records import GapRecords
from helpdesk.ports.history_records import HistoryRecords
from helpdesk.ports.insight_records import JudgedDraftRecords, TicketExport, TrendRecords
from helpdesk.ports.knowledge import RawTicket
from helpdesk.ports.knowledge_records import ArticleRecords, KnowledgeRecords, RunRecords
from helpdesk.ports.learned_records import LearnedRecords
from helpdesk.ports.learning_records import LabelRecords, ScorerRecords
from helpdesk.ports.list_records import ListRecords, ViewRecords
from helpdesk.ports.memory_records import MacroRecords, MemoryRecords
from helpdesk.ports.model_figures import ModelFigureRecords
from helpdesk.ports.outbox_records import OutboxRecords
from helpdesk.ports.panel_records import PanelRecords, PeopleRecords
from helpdesk.ports.promise_records import PromiseRecords
from helpdesk.ports.rating_records import RatingRecords
from helpdesk.ports.reading_records import ReadingRecords
from helpdesk.ports.rule_records import RuleRecords
from helpdesk.ports.search_records import AttachmentWordRecords, SearchRecords
from helpdesk.ports.sending_records import AlarmRecords, AutoReplyRecords, ConsentRecords
from helpdesk.ports.shelf_records import RemovalRecords, UnsavedEditRecords
from helpdesk.ports.ticket_vectors import TicketVectorRecords
from helpdesk.ports.understanding_records import IntentRecords, UnderstandingRecords

T = TypeVar("T")


class TicketRecords(Protocol):
    async def receive(self, message: IncomingMessage, *, reopens: bool = True) -> tuple[TicketId, bool]:
        """Stores requester, ticket and message; (ticket, True), or (ticket, False) when that source was already received. A
        message whose `thread` is a reply of ours to the same address, or that person's own message on a ticket of theirs, joins
        the ticket, which opens again unless it is still new or told not to."""
        ...

    async def receive_beside(self, message: IncomingMessage, ticket_id: TicketId) -> MessageId | None:
        """What a third person wrote goes onto that ticket, which stays as it is but for its place in the lists; None when that
        source was already received."""
        ...

    async def joins(self, message: IncomingMessage) -> Ticket | None:
        """The ticket that `receive` would put it on, as it is now; None when it would open one."""
        ...

    async def counts(self) -> Mapping[TicketStatus, int]: ...

    async def get(self, ticket_id: TicketId) -> Ticket:
        """Raises NotFound."""
        ...

    async def conversation(self, ticket_id: TicketId) -> Conversation: ...

    async def opened(self, ticket_id: TicketId) -> Conversation:
        """The conversation; of a ticket that was merged into another the other's. Raises NotFound."""
        ...

    async def without_drafts(self) -> list[TicketId]:
        """Tickets NEW or OPEN whose last public word is the customer's and that have no open or approved draft and were
        not opened by automatic mail."""
        ...

    async def add_message(self, ticket_id: TicketId, kind: MessageKind, author: str, body: str) -> MessageId: ...

    async def set_status(self, ticket_id: TicketId, status: TicketStatus, deed: Deed = ...) -> None:
        """As part of what has a way back of its own: it is noted as `deed`, and not undone by itself. Raises NotFound."""
        ...

    async def set_topic(self, ticket_id: TicketId, topic: str, language: str) -> None: ...


@dataclass(frozen=True)
class ArrivalNote:
    """A line of the activity log about a message that came in. No message bodies."""

    ticket_id: TicketId
    draft_id: DraftId | None
    details: Mapping[str, Any]


class ArrivalRecords(Protocol):
    """The same as one by one, for the many messages of an import: a few statements a batch."""

    async def keep(self, tickets: Sequence[RawTicket]) -> list[SourceId]:
        """Raw bytes before anybody parses them, in order; bytes of a kind that were kept before keep their place."""
        ...

    async def settle(self, outcomes: Sequence[tuple[SourceId, str]]) -> None:
        """Marks each as parsed (empty) or failed with the reason."""
        ...

    async def unsettled(self) -> list[tuple[SourceId, str, str, bytes]]:
        """(id, kind, name, raw) of everything kept but not yet settled: work a crash left behind."""
        ...

    async def open_tickets(self, messages: Sequence[IncomingMessage]) -> list[tuple[TicketId, bool]]:
        """As TicketRecords.receive for messages without `thread`, in order; of twins the first is the new one."""
        ...

    async def request_drafts(self, tickets: Sequence[TicketId]) -> list[DraftId]:
        """As DraftRecords.request, for tickets just opened."""
        ...

    async def note(self, kind: str, notes: Sequence[ArrivalNote]) -> None:
        """As Log.note."""
        ...


class DraftRecords(Protocol):
    async def request(self, ticket_id: TicketId, hint: str = "", *, urgent: bool = False, settle: float = 0.0) -> DraftId:
        """A new REQUESTED draft; older open ones of the ticket become SUPERSEDED. `urgent`: somebody waits for it now.
        `settle`: seconds in which more messages may follow, until when nobody begins to write by himself."""
        ...

    async def requested(
        self, limit: int, now: datetime | None = None, looked_at: TicketId | None = None
    ) -> list[tuple[DraftId, TicketId]]:
        """Drafts to write: that of the ticket being looked at, urgent ones, those of pressing tickets, then the newest. With
        `now` only those whose time has come."""
        ...

    async def get(self, draft_id: DraftId) -> Draft:
        """Raises NotFound."""
        ...

    async def latest(self, ticket_id: TicketId) -> Draft | None: ...

    async def of_ticket(self, ticket_id: TicketId) -> list[Draft]:
        """All it ever had, newest first."""
        ...

    async def answered(
        self, draft_id: DraftId, reply: WrittenReply, verdict: Verdict, fingerprint: Fingerprint, *, improvable: bool = False
    ) -> bool:
        """Stores text, citations and verdict and moves REQUESTED → IN_REVIEW. False (and nothing stored) when the draft was
        superseded meanwhile. `improvable`: the model was away, and may write it anew."""
        ...

    async def improvable(self, limit: int, now: datetime, apart_from: TicketId | None) -> list[Draft]:
        """Drafts the model may write anew, the first first: in review, unclaimed and unedited, on another ticket than that."""
        ...

    async def improved(
        self, draft: Draft, reply: WrittenReply, verdict: Verdict, fingerprint: Fingerprint, now: datetime
    ) -> bool:
        """Puts another reply in its place, revision + 1. False (and nothing stored) when somebody has begun to work on it."""
        ...

    async def leave(self, draft_id: DraftId) -> None:
        """It is not to be written anew any more."""
        ...

    async def failed(self, draft_id: DraftId, reason: str) -> None: ...

    async def supersede_open(self, ticket_id: TicketId) -> None: ...

    async def lay_aside(self, draft_id: DraftId) -> None:
        """An approved draft whose reply was taken back to be written by hand: SUPERSEDED. What was decided on it stands."""
        ...

    async def waiting(self) -> int:
        """How many drafts are IN_REVIEW."""
        ...

    async def queue(self, now: datetime, line: float | None, limit: int, free_for: str | None = None) -> list[QueueRow]:
        """Drafts IN_REVIEW: below `line` or routed to ESCALATE first, least certain first, then longest waiting; by waiting
        time alone when there is no line. With `free_for` only those that no other agent than this one holds."""
        ...

    async def claim(self, draft_id: DraftId, agent: str, now: datetime, until: datetime) -> str:
        """The holder after the attempt: `agent` on success, else who holds an unexpired claim."""
        ...

    async def holder(self, draft_id: DraftId, now: datetime) -> str:
        """Who holds an unexpired claim; empty when nobody does."""
        ...

    async def on_same_passages(self, draft_id: DraftId, limit: int) -> list[DraftId]:
        """Other drafts IN_REVIEW that cite just the passages this one cites, longest waiting first; none when it cites none."""
        ...

    async def release(self, draft_id: DraftId, agent: str) -> None: ...

    async def keep_edit(self, draft_id: DraftId, revision: int, text: str | None) -> None:
        """Saves text in progress. Raises DraftSuperseded when the revision moved."""
        ...

    async def skip(self, draft_id: DraftId, now: datetime) -> None:
        """Puts it behind the drafts that were not skipped, for this shift."""
        ...

    async def decide(self, decision: NewDecision) -> Decision:
        """Records the decision and moves the draft. Raises DraftSuperseded when revision or state moved."""
        ...

    async def undo(self, decision_id: DecisionId) -> Decision:
        """Marks the decision undone and puts the draft back IN_REVIEW with its decided text as the edit in progress,
        revision + 1."""
        ...

    async def decision(self, decision_id: DecisionId) -> Decision:
        """Raises NotFound."""
        ...

    async def decisions(self, ticket_id: TicketId) -> list[Decision]: ...

    async def decided_since(self, agent: str, since: datetime) -> list[datetime]:
        """When that agent decided, in order; what was taken back does not count."""
        ...


class Log(Protocol):
    async def note(self, kind: str, *, ticket_id: int | None = None, draft_id: int | None = None, **details: Any) -> None:
        """Appends to the activity log. No message bodies. What is said of a draft carries its correlation, looked up when
        it is not given."""
        ...


class InsightRecords(Protocol):
    async def numbers(self, since: datetime) -> Numbers: ...


class Records(Protocol):
    """All tables behind one transaction."""

    @property
    def tickets(self) -> TicketRecords: ...
    @property
    def arrivals(self) -> ArrivalRecords: ...
    @property
    def changes(self) -> ChangeRecords: ...
    @property
    def matters(self) -> MatterRecords: ...
    @property
    def drafts(self) -> DraftRecords: ...
    @property
    def steps(self) -> StepRecords: ...
    @property
    def outbox(self) -> OutboxRecords: ...
    @property
    def knowledge(self) -> KnowledgeRecords: ...
    @property
    def runs(self) -> RunRecords: ...
    @property
    def articles(self) -> ArticleRecords: ...
    @property
    def removal(self) -> RemovalRecords: ...
    @property
    def unsaved_edits(self) -> UnsavedEditRecords: ...
    @property
    def learned(self) -> LearnedRecords: ...
    @property
    def ticket_vectors(self) -> TicketVectorRecords: ...
    @property
    def composing(self) -> ComposingRecords: ...
    @property
    def templates(self) -> TemplateRecords: ...
    @property
    def lists(self) -> ListRecords: ...
    @property
    def views(self) -> ViewRecords: ...
    @property
    def search(self) -> SearchRecords: ...
    @property
    def attachment_words(self) -> AttachmentWordRecords: ...
    @property
    def panel(self) -> PanelRecords: ...
    @property
    def people(self) -> PeopleRecords: ...
    @property
    def macros(self) -> MacroRecords: ...
    @property
    def memory(self) -> MemoryRecords: ...
    @property
    def model_figures(self) -> ModelFigureRecords: ...
    @property
    def understandings(self) -> UnderstandingRecords: ...
    @property
    def intents(self) -> IntentRecords: ...
    @property
    def history(self) -> HistoryRecords: ...
    @property
    def labels(self) -> LabelRecords: ...
    @property
    def scorers(self) -> ScorerRecords: ...
    @property
    def goals(self) -> GoalRecords: ...
    @property
    def assessments(self) -> AssessmentRecords: ...
    @property
    def certificates(self) -> CertificateRecords: ...
    @property
    def seeds(self) -> PlantedDraftRecords: ...
    @property
    def consents(self) -> ConsentRecords: ...
    @property
    def alarms(self) -> AlarmRecords: ...
    @property
    def auto_replies(self) -> AutoReplyRecords: ...
    @property
    def compared(self) -> ComparedRecords: ...
    @property
    def gaps(self) -> GapRecords: ...
    @property
    def promises(self) -> PromiseRecords: ...
    @property
    def rules(self) -> RuleRecords: ...
    @property
    def ratings(self) -> RatingRecords: ...
    @property
    def reading(self) -> ReadingRecords: ...
    @property
    def log(self) -> Log: ...
    @property
    def insights(self) -> InsightRecords: ...
    @property
    def trends(self) -> TrendRecords: ...
    @property
    def judged_drafts(self) -> JudgedDraftRecords: ...
    @property
    def ticket_export(self) -> TicketExport: ...


class Store(Protocol):
    async def read(self, work: Callable[[Records], Awaitable[T]]) -> T: ...

    async def write(self, work: Callable[[Records], Awaitable[T]]) -> T:
        """Raises DiskFull, ReadOnly, StoreCorrupt; whatever `work` raises rolls back."""
        ...

    async def check(self) -> None:
        """Reads all there is. Raises StoreCorrupt."""
        ...

    async def forget(self) -> None:
        """What was deleted is gone from the log too, not only from the tables. Raises what `write` raises."""
        ...

    async def backup(self, target: str) -> None:
        """A verified copy of the whole store in one file. Raises BackupUnusable, DiskFull."""
        ...
