"""What the Sending page says, before anything is painted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from helpdesk.domain.autosend import Mode
from helpdesk.domain.certificate import POOLED
from helpdesk.domain.conversation import OutboxState
from helpdesk.ui import sending_words, wording
from helpdesk.ui.insights.confidence_words import named
from helpdesk.ui.insights.picture import Table
from helpdesk.ui.language import day, lowered, number, share, tr, trn
from helpdesk.ui.reason_words import reason_said

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
        title=tr("Sending by itself: {mode}", mode=lowered(sending_words.MODES[status.mode])),
        words=sending_words.state(status, now),
        sentences=tuple(map(reason_said, offer.sentences)),
        offered=sending_words.offered(offer) if offer.sentences else "",
        mode=status.mode,
        can_stop=on and status.mode not in HALTED,
        can_sign=bool(status.unsigned) and status.mode not in HALTED,
        can_turn_off=on,
        can_resume=bool(status.alarms) or status.stop is not None,
    )


def goal_words(goal: Goal | None) -> str:
    if goal is None:
        return tr(
            "No goal yet. Choose how many of the answers that leave by themselves may be wrong; nothing is sent before that is "
            "proven."
        )
    topics = tr(" about {topics}", topics=", ".join(goal.topics)) if goal.topics else ""
    never = tr(", never about {never}", never=", ".join(goal.never)) if goal.never else ""
    return tr(
        "At most {alpha} of the answers{topics} may be wrong, with {what} confidence{never}. Set by {agent}, {at}.",
        alpha=share(goal.alpha),
        topics=topics,
        what=share(1 - goal.delta),
        never=never,
        agent=goal.agent,
        at=day(goal.at),
    )


def evidence_words(standing: Standing) -> tuple[str, ...]:
    """A line for each drafter and topic that is being proven, and what stands around them."""
    if standing.goal is None:
        return (tr("Nothing is being proven while there is no goal."),)
    lines = [line for drafter in standing.drafters for line in _drafter_words(drafter)]
    lines = lines or [tr("No draft was checked for this goal yet. Review drafts as ever; each decision counts.")]
    waiting = standing.backlog.waiting
    if waiting:
        late = (
            tr("; {soon} of them count as wrong in three days", soon=number(standing.backlog.soon))
            if standing.backlog.soon
            else ""
        )
        lines.append(
            trn(
                "{n} draft drawn for checking waits for a decision{late}.",
                "{n} drafts drawn for checking wait for a decision{late}.",
                waiting,
                late=late,
            )
        )
    lines.append(
        tr(
            "{audit_share} of drafts are drawn by lot and always checked by a person.",
            audit_share=share(standing.audit_share),
        )
    )
    return tuple(lines)


def shadow_words(standing: Standing) -> str:
    """What would have been sent, and how that went."""
    book = standing.shadow
    decided = book.right + book.wrong
    if not decided and not book.waiting:
        return tr("Nothing would have been sent so far.")
    waiting = tr(" {waiting} more wait for a decision.", waiting=number(book.waiting)) if book.waiting else ""
    return tr(
        "It would have sent {decided} answers that people decided on since: {right} right, {wrong} wrong.{waiting}",
        decided=number(decided),
        right=number(book.right),
        wrong=number(book.wrong),
        waiting=waiting,
    )


def signed_words(consents: Sequence[Consent], now: datetime) -> str:
    """A line for everything that was signed, stopped or allowed again."""
    lines = [
        tr(
            "{consents} by {agent}, {when}{words}",
            consents=sending_words.CONSENTS[one.kind],
            agent=one.agent or tr("somebody"),
            when=wording.when(one.at, now),
            words=f": {reason_said(one.words)}" if one.words else "",
        )
        for one in consents
    ]
    return "\n".join(lines) or tr("Nothing was signed yet.")


def held_table(status: SendingStatus) -> Table:
    rows = sorted(status.held.items(), key=lambda pair: -pair[1])
    return Table(
        (tr("Why a person got it, last seven days"), tr("Drafts")),
        tuple((sending_words.held(why), f"{number(n)}") for why, n in rows),
    )


def went_line(one: AutoReply, now: datetime) -> str:
    state, by = sending_words.LEFT[one.state], sending_words.by_right(one.certificate_id)
    return " · ".join((state, wording.age(one.at, now), one.subject or tr("(no subject)"), one.recipient, by))


def may_be_taken_back(one: AutoReply | None) -> bool:
    return one is not None and one.state == OutboxState.QUEUED


def _drafter_words(drafter: DrafterStanding) -> list[str]:
    found = (drafter.pooled, *drafter.topics)
    return [f"{named(drafter)}, {_topic(one)}: {_progress_words(one)}" for one in found]


def _topic(progress: Progress) -> str:
    return tr("all topics") if progress.topic == POOLED else progress.topic


def _progress_words(progress: Progress) -> str:
    proven, being = progress.proven, progress.next
    said = []
    if proven is not None:
        said.append(
            tr(
                "proven from {cut} on ({wrong} wrong of {checked} checked)",
                cut=number(proven.cut, 2),
                wrong=number(proven.wrong),
                checked=number(proven.checked),
            )
        )
    if progress.against:
        said.append(tr("its own evidence says that more than the promised share is wrong"))
    elif being is not None:
        rate = tr(", never at this rate of errors")
        if progress.at_this_rate is not None:
            rate = tr(", {at_this_rate} if errors go on as so far", at_this_rate=number(progress.at_this_rate))
        said.append(
            tr(
                "from {cut} on: {wrong} wrong of {checked} checked, {at_least} more needed if none is wrong{rate}",
                cut=number(being.cut, 2),
                wrong=number(being.wrong),
                checked=number(being.checked),
                at_least=number(progress.at_least),
                rate=rate,
            )
        )
    return "; ".join(said) or tr("nothing to prove")
