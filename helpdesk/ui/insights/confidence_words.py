"""What is proven, what is missing for it, and what another goal would mean: in sentences."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from helpdesk.domain import promise
from helpdesk.domain.binomial import exact_interval
from helpdesk.domain.lot import audit_share
from helpdesk.domain.promise import percent
from helpdesk.domain.reliability import Judgement
from helpdesk.domain.risk import Weighed
from helpdesk.domain.standing import DrafterStanding, Progress, Reviewers, Standing
from helpdesk.ui.insights.figures import WRITERS, Tile

NO_GOAL = (
    "No goal is set. Under “Sending”, say how many answers may be wrong and how sure that must be; from then on every draft "
    "checked by a person is evidence."
)
NO_DRAFT = "No draft was scored since the goal was set. Evidence comes by itself as tickets are drafted and reviewed."
NEVER = "at the rate of errors so far it will not be proven"
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
        sentences = tuple(promise.headline(one) for one in certificates)
        whose = dict.fromkeys(WRITERS.get(one.writer, one.writer) for one in certificates)
        caveats = dict.fromkeys(words for one in certificates for words in promise.caveats(one))
        small = (f"For drafts by: {', '.join(whose)}.", *caveats)
        return Headline("What can be signed", sentences, small, True)
    title = "Nothing can be signed yet"
    if standing.goal is None:
        return Headline(title, (NO_GOAL,), (), False)
    goal = f"The goal: at most {percent(standing.goal.alpha)} wrong, with {percent(1 - standing.goal.delta)} confidence."
    missing = tuple(still_missing(one.pooled, of=named(one) if len(standing.drafters) > 1 else "") for one in standing.drafters)
    return Headline(title, (goal, *(missing or (NO_DRAFT,))), (), False)


def still_missing(progress: Progress, *, of: str = "") -> str:
    who = f"{of}: " if of else ""
    cut = progress.next
    if cut is None:
        return f"{who}every cut is proven; the next label writes the certificate."
    seen = f"{who}{cut.wrong:,} wrong of {cut.checked:,} answers checked with a score of {cut.cut:.2f} or more."
    return f"{seen} {labels_needed(progress)}"


def labels_needed(progress: Progress) -> str:
    if progress.at_this_rate is None and not progress.at_least:
        return "Reviewers notice too few of the test drafts for anything to be shown."
    if progress.at_this_rate is None:
        return f"Needs {progress.at_least:,} more without an error; {NEVER}."
    if progress.at_this_rate == progress.at_least:
        return f"Needs {progress.at_least:,} more without an error."
    return f"Needs {progress.at_least:,} more without an error, or about {progress.at_this_rate:,} at the rate so far."


def named(drafter: DrafterStanding) -> str:
    return f"{WRITERS.get(drafter.writer, drafter.writer)}{' (score on trial)' if drafter.candidate else ''}"


def tiles(standing: Standing, judgement: Judgement, now: datetime) -> tuple[Tile, ...]:
    backlog = standing.backlog
    since = f", the oldest for {days(now - backlog.oldest)}" if backlog.oldest else ""
    soon = f"; {backlog.soon:,} count as wrong within three days" if backlog.soon else ""
    decided, wrong = judgement.decided, judgement.wrong
    return (
        Tile(
            "Drafts judged", f"{decided:,}", f"{wrong:,} of them wrong, by this score" if decided else "nobody has decided yet"
        ),
        Tile("Checked by lot", f"{standing.audit_share:.0%}", share_note(standing.audit_share)),
        Tile(
            "Waiting to be checked",
            f"{backlog.waiting:,}",
            f"drawn drafts in the queue{since}{soon}" if backlog.waiting else "every drawn draft is decided",
            backlog.soon > 0,
        ),
        reviewers_tile(standing.reviewers),
    )


def share_note(share: float) -> str:
    return "every draft is seen by a person" if share >= 1 else "of what could be sent still goes to a person"


def reviewers_tile(reviewers: Reviewers) -> Tile:
    label = "Errors reviewers notice"
    if not reviewers.decided:
        return Tile(label, "–", "no test draft was decided yet; until then reviewers are taken at their word")
    low, high = exact_interval(reviewers.caught, reviewers.decided, MISS)
    counted = f"{reviewers.caught:,} of {reviewers.decided:,} test drafts caught"
    if reviewers.sensitivity is None:
        return Tile(label, f"{reviewers.caught} of {reviewers.decided}", "test drafts caught; too few to correct by")
    return Tile(label, f"{reviewers.caught / reviewers.decided:.0%}", f"{counted}; most likely {low:.0%} to {high:.0%}")


def days(span: timedelta) -> str:
    if span < timedelta(days=1):
        return f"{max(1, span // timedelta(hours=1))} h"
    count = span // timedelta(days=1)
    return f"{count} day{'s' if count > 1 else ''}"


def suppose(drafters: Sequence[DrafterStanding], judgement: Judgement, alpha: float) -> Supposed:
    """What the evidence so far says about `alpha`, for the writer looked at."""
    found = next((one for one in drafters if one.scorer == judgement.scorer and one.writer == judgement.writer), None)
    if found is None:
        words = "Nothing was drawn and scored yet, so nothing can be said about it."
        return Supposed(f"At most {percent(alpha)} wrong", words, 0.0, 0.0, False)
    proven = found.pooled.proven
    a_week = found.coverage * judgement.a_week
    minutes = a_week * (1 - audit_share(timedelta(0), a_week)) * judgement.minutes
    words = would_go(proven, found) if proven else f"{labels_needed(found.pooled)} {then(found)}"
    return Supposed(f"At most {percent(alpha)} wrong", words, found.coverage, minutes, proven is not None)


def would_go(proven: Weighed, found: DrafterStanding) -> str:
    said = (
        f"The evidence so far would do: from a score of {proven.cut:.2f} on, {proven.wrong:,} wrong of {proven.checked:,} "
        f"checked. {found.coverage:.0%} of drafts reach it."
    )
    return said if found.pooled.next is None else f"{said} For more of them: {labels_needed(found.pooled)}"


def then(found: DrafterStanding) -> str:
    return f"Then {found.coverage:.0%} of drafts would qualify."
