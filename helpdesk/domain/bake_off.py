"""Models side by side on the same tickets: what each wrote, how long it took, and how well it stands on the knowledge base."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean, median

from helpdesk.domain.ids import TicketId


@dataclass(frozen=True)
class BakedDraft:
    """One model's draft of one ticket, never stored. `tokens_per_second` 0: not told. `supported` is the share of its
    statements' words that its sources have; `failure` says why there is no text."""

    model: str
    text: str
    seconds: float
    tokens_per_second: float
    supported: float
    score: float
    abstained: bool
    failure: str = ""


@dataclass(frozen=True)
class BakedTicket:
    """`drafts` in the order of the models."""

    ticket_id: TicketId
    subject: str
    drafts: tuple[BakedDraft, ...]


@dataclass(frozen=True)
class BakeOffRow:
    """A model over all tickets. Means but for `seconds`, which is the median; shares in [0, 1]. `drafts` finished."""

    model: str
    drafts: int
    failed: int
    seconds: float
    tokens_per_second: float
    supported: float
    score: float
    insufficient: float


@dataclass(frozen=True)
class BakeOff:
    tickets: tuple[BakedTicket, ...]

    def rows(self) -> tuple[BakeOffRow, ...]:
        """One a model, as they were asked for."""
        every = [draft for ticket in self.tickets for draft in ticket.drafts]
        return tuple(
            _row(model, [one for one in every if one.model == model]) for model in dict.fromkeys(d.model for d in every)
        )


def _row(model: str, drafts: Sequence[BakedDraft]) -> BakeOffRow:
    done = [draft for draft in drafts if not draft.failure]
    answered = [draft for draft in done if not draft.abstained]
    return BakeOffRow(
        model,
        len(done),
        len(drafts) - len(done),
        median(draft.seconds for draft in done) if done else 0.0,
        _mean([draft.tokens_per_second for draft in done if draft.tokens_per_second]),
        _mean([draft.supported for draft in answered]),
        _mean([draft.score for draft in answered]),
        _mean([float(draft.abstained) for draft in done]),
    )


def _mean(values: Sequence[float]) -> float:
    return mean(values) if values else 0.0
