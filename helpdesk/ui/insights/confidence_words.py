"""What is proven, what is missing for it, and what another goal would mean: in sentences."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from helpdesk.domain import promise
from helpdesk.domain.binomial import exact_interval
from helpdesk.domain.lot import audit_share
from helpdesk.domain.reliability import Judgement
from helpdesk.domain.risk import Weighed
from helpdesk.domain.standing import DrafterStanding, Progress, Reviewers, Standing
from helpdesk.ui.insights.figures import WRITERS, Tile
from helpdesk.ui.language import mark, number, percent, share, tr, trn
from helpdesk.ui.reason_words import reason_said

NO_GOAL = mark(
    "No goal is set. Under “Sending”, say how many answers may be wrong and how sure that must be; from then on every draft "
    "checked by a person is evidence."
)
NO_DRAFT = mark("No draft was scored since the goal was set. Evidence comes by itself as tickets are drafted and reviewed.")
NEVER = mark("at the rate of errors so far it will not be proven")
MISS = 0.1


@dataclass(frozen=True)
class Headline:
    """`proven`: there is a sentence to sign."""

    title: str
    sentences: tuple[str, ...]
    small: tuple[str, ...]
    proven: bool


@dataclass(frozen=True)
class Supposed:
    """Another goal played through."""

    title: str
    words: str
    coverage: float
    minutes_a_week: float
    proven: bool


def headline(standing: Standing) -> Headline:
    certificates = standing.certificates
    if certificates:
        sentences = tuple(reason_said(promise.headline(one)) for one in certificates)
        whose = dict.fromkeys(WRITERS.get(one.writer, one.writer) for one in certificates)
        caveats = dict.fromkeys(reason_said(words) for one in certificates for words in promise.caveats(one))
        small = (tr("For drafts by: {whose}.", whose=", ".join(whose)), *caveats)
        return Headline(tr("What can be signed"), sentences, small, True)
    title = tr("Nothing can be signed yet")
    if standing.goal is None:
        return Headline(title, (tr(NO_GOAL),), (), False)
    goal = tr(
        "The goal: at most {alpha} wrong, with {what} confidence.",
        alpha=share(standing.goal.alpha),
        what=share(1 - standing.goal.delta),
    )
    missing = tuple(still_missing(one.pooled, of=named(one) if len(standing.drafters) > 1 else "") for one in standing.drafters)
    return Headline(title, (goal, *(missing or (tr(NO_DRAFT),))), (), False)


def still_missing(progress: Progress, *, of: str = "") -> str:
    who = f"{of}: " if of else ""
    cut = progress.next
    if cut is None:
        return tr("{who}every cut is proven; the next label writes the certificate.", who=who)
    seen = tr(
        "{who}{wrong} wrong of {checked} answers checked so far with a score of {cut} or more.",
        who=who,
        wrong=number(cut.wrong),
        checked=number(cut.checked),
        cut=number(cut.cut, 2),
    )
    return f"{seen} {labels_needed(progress)}"


def labels_needed(progress: Progress) -> str:
    if progress.at_this_rate is None and not progress.at_least:
        return tr("Reviewers notice too few of the test drafts for anything to be shown.")
    if progress.at_this_rate is None:
        return tr("Needs {at_least} more without an error; {never}.", at_least=number(progress.at_least), never=tr(NEVER))
    if progress.at_this_rate == progress.at_least:
        return tr("Needs {at_least} more without an error.", at_least=number(progress.at_least))
    return tr(
        "Needs {at_least} more without an error, or about {at_this_rate} at the rate so far.",
        at_least=number(progress.at_least),
        at_this_rate=number(progress.at_this_rate),
    )


def named(drafter: DrafterStanding) -> str:
    return f"{WRITERS.get(drafter.writer, drafter.writer)}{tr(' (score on trial)') if drafter.candidate else ''}"


def tiles(standing: Standing, judgement: Judgement, now: datetime) -> tuple[Tile, ...]:
    backlog = standing.backlog
    since = tr(", the oldest for {days}", days=days(now - backlog.oldest)) if backlog.oldest else ""
    soon = tr("; {soon} count as wrong within three days", soon=number(backlog.soon)) if backlog.soon else ""
    decided, wrong = judgement.decided, judgement.wrong
    return (
        Tile(
            tr("Drafts judged"),
            f"{number(decided)}",
            tr("{wrong} of them wrong, by this score", wrong=number(wrong)) if decided else tr("nobody has decided yet"),
        ),
        Tile(tr("Checked by lot"), f"{percent(standing.audit_share)}", share_note(standing.audit_share)),
        Tile(
            tr("Waiting to be checked"),
            f"{number(backlog.waiting)}",
            tr("drawn drafts in the queue{since}{soon}", since=since, soon=soon)
            if backlog.waiting
            else tr("every drawn draft is decided"),
            backlog.soon > 0,
        ),
        reviewers_tile(standing.reviewers),
    )


def share_note(share: float) -> str:
    return tr("every draft is seen by a person") if share >= 1 else tr("of what could be sent still goes to a person")


def reviewers_tile(reviewers: Reviewers) -> Tile:
    label = tr("Errors reviewers notice")
    if not reviewers.decided:
        return Tile(label, "–", tr("no test draft was decided yet; until then reviewers are taken at their word"))
    low, high = exact_interval(reviewers.caught, reviewers.decided, MISS)
    counted = tr("{caught} of {decided} test drafts caught", caught=number(reviewers.caught), decided=number(reviewers.decided))
    if reviewers.sensitivity is None:
        return Tile(
            label,
            tr("{caught} of {decided}", caught=reviewers.caught, decided=reviewers.decided),
            tr("test drafts caught; too few to correct by"),
        )
    return Tile(
        label,
        f"{percent(reviewers.caught / reviewers.decided)}",
        tr("{counted}; most likely {low} to {high}", counted=counted, low=percent(low), high=percent(high)),
    )


def days(span: timedelta) -> str:
    if span < timedelta(days=1):
        return f"{max(1, span // timedelta(hours=1))} h"
    count = span // timedelta(days=1)
    return trn("{n} day", "{n} days", count)


def suppose(drafters: Sequence[DrafterStanding], judgement: Judgement, alpha: float) -> Supposed:
    """What the evidence so far says about `alpha`, for the writer looked at."""
    found = next((one for one in drafters if one.scorer == judgement.scorer and one.writer == judgement.writer), None)
    if found is None:
        words = tr("Nothing was drawn and scored yet, so nothing can be said about it.")
        return Supposed(tr("At most {alpha} wrong", alpha=share(alpha)), words, 0.0, 0.0, False)
    proven = found.pooled.proven
    a_week = found.coverage * judgement.a_week
    minutes = a_week * (1 - audit_share(timedelta(0), a_week)) * judgement.minutes
    words = would_go(proven, found) if proven else f"{labels_needed(found.pooled)} {then(found)}"
    return Supposed(tr("At most {alpha} wrong", alpha=share(alpha)), words, found.coverage, minutes, proven is not None)


def would_go(proven: Weighed, found: DrafterStanding) -> str:
    said = tr(
        "The evidence so far would do: from a score of {cut} on, by now {wrong} wrong of {checked} checked. "
        "{coverage} of drafts reach it.",
        cut=number(proven.cut, 2),
        wrong=number(proven.wrong),
        checked=number(proven.checked),
        coverage=percent(found.coverage),
    )
    return (
        said
        if found.pooled.next is None
        else tr("{said} For more of them: {labels_needed}", said=said, labels_needed=labels_needed(found.pooled))
    )


def then(found: DrafterStanding) -> str:
    return tr("Then {coverage} of drafts would qualify.", coverage=percent(found.coverage))
