"""What is proven of each drafter and topic, and what is still missing: proven first, then what is nearest to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from helpdesk.domain.certificate import POOLED
from helpdesk.ui.insights.confidence_words import named
from helpdesk.ui.language import number, share, tr, trn

if TYPE_CHECKING:
    from helpdesk.domain.standing import DrafterStanding, Progress, Standing

PROVEN, AGAINST, MISSING = "good", "poor", ""


@dataclass(frozen=True)
class TopicEvidence:
    """`said` are (words, tone)."""

    topic: str
    said: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class DrafterEvidence:
    drafter: str
    topics: tuple[TopicEvidence, ...]


@dataclass(frozen=True)
class Evidence:
    """`around`: what holds whoever drafts."""

    drafters: tuple[DrafterEvidence, ...]
    around: tuple[str, ...]


def evidence(standing: Standing) -> Evidence:
    if standing.goal is None:
        return Evidence((), (tr("Nothing is being proven while there is no goal."),))
    found = tuple(DrafterEvidence(named(one), _topics(one)) for one in standing.drafters)
    nothing = tr("No draft was checked for this goal yet. Review drafts as ever; each decision counts.")
    around = () if found else (nothing,)
    return Evidence(found, (*around, *_waiting(standing), _by_lot(standing)))


def _topics(drafter: DrafterStanding) -> tuple[TopicEvidence, ...]:
    """All of them together first."""
    found = (drafter.pooled, *sorted(drafter.topics, key=_nearness))
    return tuple(TopicEvidence(tr("all topics") if one.topic == POOLED else one.topic, _said(one)) for one in found)


def _nearness(progress: Progress) -> tuple[bool, bool, bool, int, str]:
    nothing = progress.proven is None and progress.next is None
    return progress.proven is None, bool(progress.against), nothing, progress.at_least, progress.topic


def _said(progress: Progress) -> tuple[tuple[str, str], ...]:
    proven, being = progress.proven, progress.next
    said = []
    if proven is not None:
        words = tr(
            "proven from {cut} on (by now {wrong} wrong of {checked} checked)",
            cut=number(proven.cut, 2),
            wrong=number(proven.wrong),
            checked=number(proven.checked),
        )
        said.append((words, PROVEN))
    if progress.against:
        said.append((tr("its own evidence says that more than the promised share is wrong"), AGAINST))
    elif being is not None:
        rate = tr(", never at this rate of errors")
        if progress.at_this_rate == progress.at_least:
            rate = ""
        elif progress.at_this_rate is not None:
            rate = tr(", {at_this_rate} if errors go on as so far", at_this_rate=number(progress.at_this_rate))
        words = tr(
            "from {cut} on: by now {wrong} wrong of {checked} checked, {at_least} more needed if none is wrong{rate}",
            cut=number(being.cut, 2),
            wrong=number(being.wrong),
            checked=number(being.checked),
            at_least=number(progress.at_least),
            rate=rate,
        )
        said.append((words, MISSING))
    return tuple(said) or ((tr("nothing to prove"), MISSING),)


def _waiting(standing: Standing) -> tuple[str, ...]:
    backlog = standing.backlog
    late = tr("; {soon} of them count as wrong in three days", soon=number(backlog.soon)) if backlog.soon else ""
    words = trn(
        "{n} draft drawn for checking waits for a decision{late}.",
        "{n} drafts drawn for checking wait for a decision{late}.",
        backlog.waiting,
        late=late,
    )
    return (words,) if backlog.waiting else ()


def _by_lot(standing: Standing) -> str:
    return tr(
        "{audit_share} of drafts are drawn by lot and always checked by a person.",
        audit_share=share(standing.audit_share),
    )
