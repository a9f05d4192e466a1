"""How honest the score is, what being choosy buys, whether errors grow, and which signs tell right from wrong."""

import math
from collections.abc import Sequence
from datetime import datetime

from helpdesk.domain.certificate import Certificate
from helpdesk.domain.drift import ALARM
from helpdesk.domain.reliability import FEWEST, FEWEST_OF_EACH, Band, Cut, Judgement, Telling
from helpdesk.domain.score_signals import BY_NAME, Group
from helpdesk.domain.standing import Stop
from helpdesk.ui.insights.confidence_words import NO_GOAL
from helpdesk.ui.insights.picture import Axis, Ink, Look, Mark, Picture, Series, Table, counts, nothing, percents
from helpdesk.ui.language import Words, day_of_year, mark, number, percent, share, tr, trn
from helpdesk.ui.reason_words import reason_said

GROUPS = Words(
    {
        Group.RETRIEVAL: mark("what was found"),
        Group.GROUNDEDNESS: mark("how it is backed"),
        Group.MODEL: mark("how sure the model was"),
        Group.CONTEXT: mark("what it is about"),
    }
)
SOME_POWER = 0.05
NEAR = ALARM / 10
SHOWN = 12


def honesty(judgement: Judgement) -> Picture:
    """The reliability diagram."""
    title = tr("How honest the score is")
    if not judgement.bands:
        return nothing(title, few(judgement))
    marks = tuple(
        Mark(
            b.score,
            b.right / b.count,
            b.low,
            b.high,
            tr(
                "score about {score}: {right} of {count} right",
                score=percent(b.score),
                right=number(b.right),
                count=number(b.count),
            ),
        )
        for b in judgement.bands
    )
    return Picture(
        title,
        honesty_said(judgement),
        percents(tr("Score")),
        percents(tr("Right, as people decided")),
        (
            Series(tr("An honest score"), Look.RULE, Ink.MUTED, (Mark(0, 0), Mark(1, 1))),
            Series(tr("Drafts here"), Look.DOTS, Ink.ACCENT, marks),
        ),
        Table(
            (tr("Score about"), tr("Drafts"), tr("Right"), tr("Share right"), tr("Most likely between")),
            tuple(band_row(b) for b in judgement.bands),
        ),
        note=tr(
            "Every judged draft counts, in bands of equally many. Lines: exact intervals, 90% confidence. On the dashed line a "
            "score of 80% means that 80% are right."
        ),
    )


def honesty_said(judgement: Judgement) -> str:
    outside = [b for b in judgement.bands if not b.low <= b.score <= b.high]
    apart = round(100 * (judgement.off_by or 0))
    off = trn("On average score and truth are {n} point apart.", "On average score and truth are {n} points apart.", apart)
    if not outside:
        return tr(
            "Nowhere do {decided} judged drafts speak against the score. {off}", decided=number(judgement.decided), off=off
        )
    worst = max(outside, key=lambda b: abs(b.score - b.right / b.count))
    how = tr("too sure") if worst.score > worst.right / worst.count else tr("too modest")
    return tr(
        "Around {score} the score is {how}: {right} of {count} were right. {off}",
        score=percent(worst.score),
        how=how,
        right=number(worst.right),
        count=number(worst.count),
        off=off,
    )


def band_row(band: Band) -> tuple[str, ...]:
    return (
        f"{percent(band.score)}",
        f"{number(band.count)}",
        f"{number(band.right)}",
        f"{percent(band.right / band.count)}",
        tr("{low} and {high}", low=percent(band.low), high=percent(band.high)),
    )


def choosiness(judgement: Judgement, alpha: float | None, certificate: Certificate | None) -> Picture:
    """The risk–coverage curve with its upper bound, the goal and what is certified, as it is signed."""
    title = tr("What being choosy buys")
    if not judgement.cuts:
        return nothing(title, few_drawn(judgement))
    cuts = sorted(judgement.cuts, key=lambda cut: cut.coverage)
    most = max(*(cut.upper for cut in cuts[len(cuts) // 5 :]), (alpha or 0) * 1.5)
    top = min(1.0, math.ceil(most * 10) / 10)
    marks = tuple(Mark(c.coverage, c.risk, c.risk, min(c.upper, top), cut_said(c)) for c in cuts)
    series = [
        Series(tr("Could be as bad as"), Look.BAND, Ink.ACCENT, marks),
        Series(tr("Wrong, as people decided"), Look.LINE, Ink.ACCENT, marks),
    ]
    if alpha is not None:
        series.append(Series(tr("Goal"), Look.RULE, Ink.POOR, (Mark(0, alpha), Mark(1, alpha))))
    if certificate is not None:
        series.append(Series(tr("Certified"), Look.DOTS, Ink.GOOD, (certified_mark(certificate, top),)))
    return Picture(
        title,
        choosiness_said(cuts, alpha),
        percents(tr("Share of drafts that would go by themselves")),
        percents(tr("Wrong among them"), top),
        tuple(series),
        Table(
            (tr("From a score of"), tr("Share of drafts"), tr("Checked"), tr("Wrong"), tr("Could be as bad as")),
            tuple(
                (number(c.score, 2), percent(c.coverage), number(c.checked), number(c.wrong), percent(c.upper, 1)) for c in cuts
            ),
        ),
        note=choosiness_note(judgement.since, certificate),
    )


def certified_mark(certificate: Certificate, top: float) -> Mark:
    """Where the signed sentence puts it."""
    counted = Cut(certificate.cut, certificate.coverage, certificate.checked, certificate.wrong, certificate.bound)
    return Mark(
        counted.coverage,
        min(counted.risk, top),
        min(counted.risk, top),
        min(counted.upper, top),
        tr("certified on {day}: {cut_said}", day=day_of_year(certificate.granted_at), cut_said=cut_said(counted)),
    )


def choosiness_note(since: datetime | None, certificate: Certificate | None) -> str:
    counted = (
        tr("Only drafts drawn by lot since {day} are counted, as for the proof.", day=day_of_year(since))
        if since
        else tr("Only drafts drawn by lot are counted.")
    )
    bound = tr("The band bounds each point by itself; a certificate asks for more, because it looks at many points.")
    granted = tr("What is certified stands as it was on the day it was granted; the curve goes on.") if certificate else ""
    return f"{counted} {bound} {granted}".strip()


def cut_said(cut: Cut) -> str:
    return tr(
        "score {score} and more: {coverage} of drafts; {wrong} of {checked} checked were wrong, at most {upper}",
        score=number(cut.score, 2),
        coverage=percent(cut.coverage),
        wrong=number(cut.wrong),
        checked=number(cut.checked),
        upper=percent(cut.upper, 1),
    )


def choosiness_said(cuts: Sequence[Cut], alpha: float | None) -> str:
    whole = cuts[-1]
    said = tr(
        "Sending all that qualifies ({coverage} of drafts), {risk} would be wrong.",
        coverage=percent(whole.coverage),
        risk=percent(whole.risk),
    )
    if alpha is None:
        return said
    under = [cut for cut in cuts if cut.risk <= alpha]
    if not under:
        return tr("{said} No cut has kept under the goal of {alpha} so far.", said=said, alpha=share(alpha))
    best = max(under, key=lambda cut: cut.coverage)
    return tr(
        "{said} The goal of {alpha} was kept up to {coverage} of drafts (score {score} and more).",
        said=said,
        alpha=share(alpha),
        coverage=percent(best.coverage),
        score=number(best.score, 2),
    )


def drift(watched: Sequence[float], stop: Stop | None = None) -> Picture:
    """The detector after every checked answer since the certificate was granted, by powers of ten; or until the alarm."""
    title = tr("Do errors grow?")
    values = stop.drift if stop else watched
    if not values:
        return nothing(title, tr("This watch begins when something is certified: every checked answer from then on counts."))
    marks = tuple(
        Mark(
            at,
            power(value),
            says=tr("after {at} checked answers: {value} of {alarm}", at=at, value=number(value, 1), alarm=number(ALARM)),
        )
        for at, value in enumerate(values, 1)
    )
    top = max(power(ALARM) + 0.3, *(mark.y for mark in marks))
    ticks = tuple((float(digits), f"{number(10**digits)}") for digits in range(int(top) + 1))
    highest = max(values)
    mood = tr("Calm") if values[-1] < NEAR else tr("Not calm")
    said = (
        tr(
            "Sending stopped on {day}: the watch reached {highest}, and {alarm} stops it. The proof begins anew.",
            day=day_of_year(stop.at),
            highest=number(highest),
            alarm=number(ALARM),
        )
        if stop
        else tr(
            "{mood}: it stands at {values} and was never above {highest}; at {alarm} sending stops.",
            mood=mood,
            values=number(values[-1], 1),
            highest=number(highest, 1),
            alarm=number(ALARM),
        )
    )
    across = counts(tr("Checked answers since the certificate"), len(values))
    return Picture(
        title,
        said,
        across,
        Axis(tr("Evidence of more errors"), 0, top, ticks),
        (
            Series(tr("Stops sending"), Look.RULE, Ink.POOR, (Mark(0, power(ALARM)), Mark(across.high, power(ALARM)))),
            Series(tr("Evidence of drift"), Look.LINE, Ink.ACCENT, marks),
        ),
        Table(
            (tr("Checked answers"), tr("Evidence of drift")),
            tuple((f"{number(at)}", number(v, 1)) for at, v in enumerate(values, 1)),
        ),
        note=tr("Each step up is ten times the evidence."),
    )


def power(value: float) -> float:
    return math.log10(max(1.0, value))


OTHER_SIGNS = Words(
    {
        "abstained": mark("The draft says that it knows no answer"),
        "cited-first": mark("It cites what was found first"),
        "complete": mark("The model came to its end"),
        "fallback": mark("It was quoted instead of written"),
        "length": mark("The draft is long"),
        "never-auto": mark("A person decides about it"),
        "no-question": mark("The message asks nothing"),
        "several-articles": mark("It cites several articles"),
        "severity": mark("The message is severe"),
        "spam": mark("The message looks like spam"),
        "suspicious": mark("The message gives orders to the program"),
        "weakest-ask": mark("Every question has its passage"),
    }
)
"""Figures no score is made of."""


def signs(judgement: Judgement) -> Picture:
    """Which signals separate right from wrong on this desk."""
    title = tr("Which signs tell right from wrong here")
    told = judgement.telling[:SHOWN]
    if not told:
        return nothing(
            title,
            tr(
                "Needs {fewest_of_each} right and {fewest_of_each} wrong decided drafts; go on reviewing, this fills "
                "by itself.",
                fewest_of_each=FEWEST_OF_EACH,
            ),
        )
    shown = sorted(told, key=lambda one: -one.power)
    last = len(shown) - 1
    marks = tuple(Mark(one.power, last - at, says=sign_said(one)) for at, one in enumerate(shown))
    return Picture(
        title,
        signs_said(told),
        percents(tr("Chance to be higher for a right draft than for a wrong one")),
        Axis("", -0.6, last + 0.6, tuple((last - at, sign(one)) for at, one in enumerate(shown))),
        (
            Series(tr("Says nothing"), Look.RULE, Ink.MUTED, (Mark(0.5, -0.6), Mark(0.5, last + 0.6))),
            Series(tr("This desk"), Look.DOTS, Ink.ACCENT, marks, flat=True),
        ),
        Table(
            (tr("Sign"), tr("About"), tr("Power"), tr("Right drafts"), tr("Wrong drafts")),
            tuple(
                (sign(one), about(one), f"{percent(one.power)}", f"{number(one.right)}", f"{number(one.wrong)}")
                for one in judgement.telling
            ),
        ),
        note=tr("50% says nothing; 100% would tell every right draft from every wrong one."),
        lines=len(shown),
    )


def signs_said(told: Sequence[Telling]) -> str:
    strong = [one for one in told if abs(one.power - 0.5) >= SOME_POWER]
    if not strong:
        return tr("None of the signs by itself tells right from wrong here.")
    return tr("Most telling: “{sign}” ({power}).", sign=sign(strong[0]), power=percent(strong[0].power))


def sign(one: Telling) -> str:
    known = BY_NAME.get(one.signal)
    return reason_said(known.high) if known is not None else OTHER_SIGNS.get(one.signal, one.signal)


def about(one: Telling) -> str:
    return GROUPS[BY_NAME[one.signal].group] if one.signal in BY_NAME else ""


def sign_said(one: Telling) -> str:
    return tr(
        "{sign}: {power}, of {right} right and {wrong} wrong drafts",
        sign=sign(one),
        power=percent(one.power),
        right=number(one.right),
        wrong=number(one.wrong),
    )


def few_drawn(judgement: Judgement) -> str:
    """Why there is no risk to show yet."""
    if judgement.decided < FEWEST:
        return few(judgement)
    if judgement.since is None:
        return tr(NO_GOAL)
    so_far = trn("there is {n} so far", "there are {n} so far", judgement.drawn)
    return tr(
        "Needs {fewest} drafts drawn by lot since {day}, from when on evidence counts, that people decided on; {so_far}. "
        "Review what is in the queue.",
        fewest=FEWEST,
        day=day_of_year(judgement.since),
        so_far=so_far,
    )


def few(judgement: Judgement) -> str:
    so_far = trn("there is {n} so far", "there are {n} so far", judgement.decided)
    return tr(
        "Needs {fewest} drafts that people decided on; {so_far}. Review what is in the queue.", fewest=FEWEST, so_far=so_far
    )
