"""What the Sending page says, before anything is painted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from helpdesk.domain.autosend import Mode
from helpdesk.domain.conversation import RETRIEVABLE
from helpdesk.ui import sending_words, wording
from helpdesk.ui.insights.picture import Table
from helpdesk.ui.language import day, lowered, number, share, tr
from helpdesk.ui.reason_words import reason_said

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from helpdesk.domain.autosend import Offer, SendingStatus
    from helpdesk.domain.certificate import Goal
    from helpdesk.domain.sending import AutoReply, Consent
    from helpdesk.domain.standing import Standing

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
    return one is not None and one.state in RETRIEVABLE
