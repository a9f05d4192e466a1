"""A desk's way to answers that may leave by themselves, told in lines: for the terminal, and for whoever wants them as text."""

from collections.abc import Iterator

from helpdesk.domain import promise
from helpdesk.domain.certificate import POOLED, Certificate, Goal
from helpdesk.domain.planted_draft import Outcome, SettledTest
from helpdesk.domain.promise import percent
from helpdesk.domain.standing import DrafterStanding, Progress, Reviewers, Standing
from helpdesk.ui.planted_words import KINDS

NO_GOAL = "No goal is set, so nothing is being proven."
OUTCOMES = {Outcome.CAUGHT: "noticed", Outcome.MISSED: "not noticed", Outcome.RETIRED: "never decided"}


def standing(found: Standing) -> Iterator[str]:
    if found.goal is None:
        yield NO_GOAL
        return
    yield goal(found.goal)
    for drafter in found.drafters:
        yield from _drafter(drafter)
    if not found.drafters:
        yield "No draft has come since then."
    backlog, shadow = found.backlog, found.shadow
    late = f"; {backlog.soon} of them count as wrong for good within three days" if backlog.soon else ""
    yield f"Checked by a person: {percent(found.audit_share)} of drafts, drawn by lot. {backlog.waiting} of them wait{late}."
    yield f"Would have been sent: {shadow.right} right, {shadow.wrong} wrong, {shadow.waiting} not decided yet."
    yield reviewers(found.reviewers)


def goal(one: Goal) -> str:
    about = f" about {', '.join(one.topics)}" if one.topics else ""
    but = f", never about {', '.join(one.never)}" if one.never else ""
    sure = percent(1 - one.delta)
    return (
        f"Goal: at most {percent(one.alpha)} of answers{about} wrong, {sure} sure{but}. Set by {one.agent}, {one.at:%Y-%m-%d}."
    )


def reviewers(found: Reviewers) -> str:
    said = f"Test drafts: {found.caught} of {found.decided} noticed."
    if found.sensitivity is None:
        return f"{said} That is too few to correct by: reviewers are taken at their word."
    return f"{said} Certificates are corrected: reviewers notice at least {percent(found.sensitivity)}."


def certificate(one: Certificate) -> tuple[str, ...]:
    until = f" – {one.ended_at:%Y-%m-%d}: {one.ended_why}" if one.ended_at else " (stands)"
    head = f"{one.id}  {one.writer}, score {one.scorer} from {one.cut:.3f}, {one.granted_at:%Y-%m-%d}{until}"
    return head, f"    {promise.headline(one)}"


def settled_test(one: SettledTest) -> str:
    return f"test draft {one.draft_id}, {one.at:%Y-%m-%d}: {KINDS[one.planted.kind]}; {OUTCOMES[one.outcome]}"


def missing(one: Progress) -> str:
    """'68 more checked answers if none is wrong'."""
    if one.next is None:
        return "every cut-off is proven"
    least = f"{one.at_least} more checked answers if none of them is wrong"
    if one.at_this_rate is None:
        return f"{least}; at the present rate of errors it is never proven"
    return least if one.at_this_rate == one.at_least else f"{least}, {one.at_this_rate} at the present rate of errors"


def _drafter(one: DrafterStanding) -> Iterator[str]:
    trial = ", on trial" if one.candidate else ""
    model = f" with {one.drafter.model}" if one.drafter and one.drafter.model else ""
    yield f"{one.writer}{model}, score {one.scorer}{trial}:"
    for part in (one.pooled, *one.topics):
        yield from _progress(part)


def _progress(one: Progress) -> Iterator[str]:
    name = "all topics together" if one.topic == POOLED else f"“{one.topic}”"
    if one.certificate is not None:
        yield f"  {promise.headline(one.certificate)}"
        yield from (f"    {line}" for line in promise.caveats(one.certificate))
    cut = one.next
    if cut is not None:
        yield f"  {name}, score from {cut.cut:.3f}: {cut.wrong} wrong of {cut.checked} checked; {missing(one)}."
    if one.against:
        yield f"  {name}: its own evidence speaks against it."
