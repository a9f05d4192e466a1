"""What the Sending page says, before anything is painted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from helpdesk.domain.autosend import Mode
from helpdesk.domain.certificate import POOLED
from helpdesk.domain.conversation import OutboxState
from helpdesk.domain.signature import percent
from helpdesk.ui import sending_words, wording
from helpdesk.ui.insights.picture import Table

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from helpdesk.domain.autosend import Offer, SendingStatus
    from helpdesk.domain.certificate import Goal
    from helpdesk.domain.sending import AutoReply, Consent
    from helpdesk.domain.standing import DrafterStanding, Progress, Standing

RUNNING = (Mode.ON, Mode.OVERRIDDEN, Mode.UNPROVEN)
HALTED = (Mode.STOPPED, Mode.PAUSED)


@dataclass(frozen=True)
class Known:
    """Everything the page is made of, asked for in one go."""

    status: SendingStatus
    offer: Offer
    standing: Standing
    went: tuple[AutoReply, ...]
    consents: tuple[Consent, ...] = ()


@dataclass(frozen=True)
class StateShown:
    """`sentences` are what is signed, or what there is to sign. The last four say which buttons are of use."""

    title: str
    words: str
    sentences: tuple[str, ...]
    offered: str
    mode: Mode
    can_stop: bool
    can_sign: bool
    can_turn_off: bool
    can_resume: bool


def state_shown(known: Known, now: datetime) -> StateShown:
    status, offer = known.status, known.offer
    on = status.consent is not None
    return StateShown(
        title=f"Sending by itself: {sending_words.MODES[status.mode].lower()}",
        words=sending_words.state(status, now),
        sentences=offer.sentences,
        offered=sending_words.offered(offer) if offer.sentences else "",
        mode=status.mode,
        can_stop=on and status.mode not in HALTED,
        can_sign=bool(status.unsigned) and status.mode not in HALTED,
        can_turn_off=on,
        can_resume=bool(status.alarms) or status.stop is not None,
    )


def goal_words(goal: Goal | None) -> str:
    if goal is None:
        return (
            "No goal yet. Choose how many of the answers that leave by themselves may be wrong; nothing is sent before that is "
            "proven."
        )
    topics = f" about {', '.join(goal.topics)}" if goal.topics else ""
    never = f", never about {', '.join(goal.never)}" if goal.never else ""
    return (
        f"At most {percent(goal.alpha)} of the answers{topics} may be wrong, with {percent(1 - goal.delta)} confidence{never}. "
        f"Set by {goal.agent}, {goal.at.astimezone():%Y-%m-%d}."
    )


def evidence_words(standing: Standing) -> tuple[str, ...]:
    """A line for each drafter and topic that is being proven, and what stands around them."""
    if standing.goal is None:
        return ("Nothing is being proven while there is no goal.",)
    lines = [line for drafter in standing.drafters for line in _drafter_words(drafter)]
    lines = lines or ["No draft was checked for this goal yet. Review drafts as ever; each decision counts."]
    waiting = standing.backlog.waiting
    if waiting:
        late = f"; {standing.backlog.soon} of them count as wrong in three days" if standing.backlog.soon else ""
        lines.append(f"{waiting} drafts drawn for checking wait for a decision{late}.")
    lines.append(f"{percent(standing.audit_share)} of drafts are drawn by lot and always checked by a person.")
    return tuple(lines)


def shadow_words(standing: Standing) -> str:
    """What would have been sent, and how that went."""
    book = standing.shadow
    decided = book.right + book.wrong
    if not decided and not book.waiting:
        return "Nothing would have been sent so far."
    waiting = f" {book.waiting} more wait for a decision." if book.waiting else ""
    return (
        f"It would have sent {decided} answers that people decided on since: {book.right} right, {book.wrong} wrong.{waiting}"
    )


def signed_words(consents: Sequence[Consent], now: datetime) -> str:
    """A line for everything that was signed, stopped or allowed again."""
    lines = [
        f"{sending_words.CONSENTS[one.kind]} by {one.agent or 'somebody'}, {wording.when(one.at, now)}"
        f"{f': {one.words}' if one.words else ''}"
        for one in consents
    ]
    return "\n".join(lines) or "Nothing was signed yet."


def held_table(status: SendingStatus) -> Table:
    rows = sorted(status.held.items(), key=lambda pair: -pair[1])
    return Table(
        ("Why a person got it, last seven days", "Drafts"), tuple((sending_words.held(why), f"{n:,}") for why, n in rows)
    )


def went_line(one: AutoReply, now: datetime) -> str:
    state, by = sending_words.LEFT[one.state], sending_words.by_right(one.certificate_id)
    return " · ".join((state, wording.age(one.at, now), one.subject or "(no subject)", one.recipient, by))


def may_be_taken_back(one: AutoReply | None) -> bool:
    return one is not None and one.state == OutboxState.QUEUED


def _drafter_words(drafter: DrafterStanding) -> list[str]:
    name = f"{drafter.writer}{' (next score, running beside)' if drafter.candidate else ''}"
    return [f"{name}, {_topic(progress)}: {_progress_words(progress)}" for progress in (drafter.pooled, *drafter.topics)]


def _topic(progress: Progress) -> str:
    return "all topics" if progress.topic == POOLED else progress.topic


def _progress_words(progress: Progress) -> str:
    proven, being = progress.proven, progress.next
    said = []
    if proven is not None:
        said.append(f"proven from {proven.cut:.2f} on ({proven.wrong} wrong of {proven.checked} checked)")
    if progress.against:
        said.append("its own evidence says that more than the promised share is wrong")
    elif being is not None:
        rate = "" if progress.at_this_rate is None else f", {progress.at_this_rate} if errors go on as so far"
        rate = ", never at this rate of errors" if progress.at_this_rate is None else rate
        said.append(
            f"from {being.cut:.2f} on {being.wrong} wrong of {being.checked} checked, {progress.at_least} more needed "
            f"if none is wrong{rate}"
        )
    return "; ".join(said) or "nothing to prove"
