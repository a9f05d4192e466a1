"""A desk's way to answers that may leave by themselves, told in lines: for the terminal, and for whoever wants them as text."""

from collections.abc import Iterator

from helpdesk.domain import promise
from helpdesk.domain.certificate import POOLED, Certificate, Goal
from helpdesk.domain.planted_draft import Outcome, SettledTest
from helpdesk.domain.standing import DrafterStanding, Progress, Reviewers, Standing
from helpdesk.ui.language import Words, day, mark, number, share, tr
from helpdesk.ui.planted_words import KINDS
from helpdesk.ui.reason_words import reason_said

NO_GOAL = mark("No goal is set, so nothing is being proven.")
OUTCOMES = Words({Outcome.CAUGHT: mark("noticed"), Outcome.MISSED: mark("not noticed"), Outcome.RETIRED: mark("never decided")})


def standing(found: Standing) -> Iterator[str]:
    if found.goal is None:
        yield tr(NO_GOAL)
        return
    yield goal(found.goal)
    for drafter in found.drafters:
        yield from _drafter(drafter)
    if not found.drafters:
        yield tr("No draft has come since then.")
    backlog, shadow = found.backlog, found.shadow
    late = tr("; {soon} of them count as wrong for good within three days", soon=backlog.soon) if backlog.soon else ""
    yield tr(
        "Checked by a person: {audit_share} of drafts, drawn by lot. {waiting} of them wait{late}.",
        audit_share=share(found.audit_share),
        waiting=backlog.waiting,
        late=late,
    )
    yield tr(
        "Would have been sent: {right} right, {wrong} wrong, {waiting} not decided yet.",
        right=shadow.right,
        wrong=shadow.wrong,
        waiting=shadow.waiting,
    )
    yield reviewers(found.reviewers)


def goal(one: Goal) -> str:
    about = tr(" about {topics}", topics=", ".join(one.topics)) if one.topics else ""
    but = tr(", never about {never}", never=", ".join(one.never)) if one.never else ""
    sure = share(1 - one.delta)
    return tr(
        "Goal: at most {alpha} of answers{about} wrong, {sure} sure{but}. Set by {agent}, {at}.",
        alpha=share(one.alpha),
        about=about,
        sure=sure,
        but=but,
        agent=one.agent,
        at=day(one.at),
    )


def reviewers(found: Reviewers) -> str:
    said = tr("Test drafts: {caught} of {decided} noticed.", caught=found.caught, decided=found.decided)
    if found.sensitivity is None:
        return tr("{said} That is too few to correct by: reviewers are taken at their word.", said=said)
    return tr(
        "{said} Certificates are corrected: reviewers notice at least {sensitivity}.",
        said=said,
        sensitivity=share(found.sensitivity),
    )


def certificate(one: Certificate) -> tuple[str, ...]:
    until = f" – {day(one.ended_at)}: {reason_said(one.ended_why)}" if one.ended_at else tr(" (stands)")
    head = tr(
        "{id}  {writer}, score {scorer} from {cut}, {granted_at}{until}",
        id=one.id,
        writer=one.writer,
        scorer=one.scorer,
        cut=number(one.cut, 3),
        granted_at=day(one.granted_at),
        until=until,
    )
    return head, f"    {reason_said(promise.headline(one))}"


def settled_test(one: SettledTest) -> str:
    return tr(
        "test draft {draft_id}, {at}: {kinds}; {outcomes}",
        draft_id=one.draft_id,
        at=day(one.at),
        kinds=KINDS[one.planted.kind],
        outcomes=OUTCOMES[one.outcome],
    )


def missing(one: Progress) -> str:
    """'68 more checked answers if none is wrong'."""
    if one.next is None:
        return tr("every cut-off is proven")
    least = tr("{at_least} more checked answers if none of them is wrong", at_least=one.at_least)
    if one.at_this_rate is None:
        return tr("{least}; at the present rate of errors it is never proven", least=least)
    return (
        least
        if one.at_this_rate == one.at_least
        else tr("{least}, {at_this_rate} at the present rate of errors", least=least, at_this_rate=one.at_this_rate)
    )


def _drafter(one: DrafterStanding) -> Iterator[str]:
    trial = tr(", on trial") if one.candidate else ""
    model = tr(" with {model}", model=one.drafter.model) if one.drafter and one.drafter.model else ""
    yield tr("{writer}{model}, score {scorer}{trial}:", writer=one.writer, model=model, scorer=one.scorer, trial=trial)
    for part in (one.pooled, *one.topics):
        yield from _progress(part)


def _progress(one: Progress) -> Iterator[str]:
    name = tr("all topics together") if one.topic == POOLED else f"“{one.topic}”"
    if one.certificate is not None:
        yield f"  {reason_said(promise.headline(one.certificate))}"
        yield from (f"    {reason_said(line)}" for line in promise.caveats(one.certificate))
    cut = one.next
    if cut is not None:
        yield tr(
            "  {name}, score from {cut}: by now {wrong} wrong of {checked} checked; {missing}.",
            name=name,
            cut=number(cut.cut, 3),
            wrong=cut.wrong,
            checked=cut.checked,
            missing=missing(one),
        )
    if one.against:
        yield tr("  {name}: its own evidence speaks against it.", name=name)
