"""How honest the score is, what being choosy buys, whether errors grow, and which signs tell right from wrong."""

import math
from collections.abc import Sequence

from helpdesk.domain.drift import ALARM
from helpdesk.domain.reliability import FEWEST, FEWEST_OF_EACH, Band, Cut, Judgement, Telling
from helpdesk.domain.score_signals import BY_NAME, Group
from helpdesk.ui.insights.picture import Axis, Ink, Look, Mark, Picture, Series, Table, counts, nothing, percents

GROUPS = {
    Group.RETRIEVAL: "what was found",
    Group.GROUNDEDNESS: "how it is backed",
    Group.MODEL: "how sure the model was",
    Group.CONTEXT: "what it is about",
}
SOME_POWER = 0.05
NEAR = ALARM / 10
SHOWN = 12


def honesty(judgement: Judgement) -> Picture:
    """The reliability diagram."""
    title = "How honest the score is"
    if not judgement.bands:
        return nothing(title, few(judgement))
    marks = tuple(
        Mark(b.score, b.right / b.count, b.low, b.high, f"score about {b.score:.0%}: {b.right:,} of {b.count:,} right")
        for b in judgement.bands
    )
    return Picture(
        title,
        honesty_said(judgement),
        percents("Score"),
        percents("Right, as people decided"),
        (
            Series("An honest score", Look.RULE, Ink.MUTED, (Mark(0, 0), Mark(1, 1))),
            Series("Drafts here", Look.DOTS, Ink.ACCENT, marks),
        ),
        Table(
            ("Score about", "Drafts", "Right", "Share right", "Most likely between"),
            tuple(band_row(b) for b in judgement.bands),
        ),
        note="Bands of equally many drafts. Lines: exact intervals, 90 % confidence. On the dashed line a score of 80 % means "
        "that 80 % are right.",
    )


def honesty_said(judgement: Judgement) -> str:
    outside = [b for b in judgement.bands if not b.low <= b.score <= b.high]
    apart = round(100 * (judgement.off_by or 0))
    off = f"On average score and truth are {apart} point{'' if apart == 1 else 's'} apart."
    if not outside:
        return f"Nowhere do {judgement.decided:,} judged drafts speak against the score. {off}"
    worst = max(outside, key=lambda b: abs(b.score - b.right / b.count))
    how = "too sure" if worst.score > worst.right / worst.count else "too modest"
    return f"Around {worst.score:.0%} the score is {how}: {worst.right:,} of {worst.count:,} were right. {off}"


def band_row(band: Band) -> tuple[str, ...]:
    return (
        f"{band.score:.0%}",
        f"{band.count:,}",
        f"{band.right:,}",
        f"{band.right / band.count:.0%}",
        f"{band.low:.0%} and {band.high:.0%}",
    )


def choosiness(judgement: Judgement, alpha: float | None, cut_in_force: float | None) -> Picture:
    """The risk–coverage curve with its upper bound, the goal and the point chosen."""
    title = "What being choosy buys"
    if not judgement.cuts:
        return nothing(title, few(judgement))
    cuts = sorted(judgement.cuts, key=lambda cut: cut.coverage)
    most = max(*(cut.upper for cut in cuts[len(cuts) // 5 :]), (alpha or 0) * 1.5)
    top = min(1.0, math.ceil(most * 10) / 10)
    marks = tuple(Mark(c.coverage, c.risk, c.risk, min(c.upper, top), cut_said(c)) for c in cuts)
    series = [
        Series("Could be as bad as", Look.BAND, Ink.ACCENT, marks),
        Series("Wrong, as people decided", Look.LINE, Ink.ACCENT, marks),
    ]
    if alpha is not None:
        series.append(Series("Goal", Look.RULE, Ink.POOR, (Mark(0, alpha), Mark(1, alpha))))
    chosen = point(cuts, cut_in_force)
    if chosen is not None:
        series.append(
            Series(
                "Certified", Look.DOTS, Ink.GOOD, (Mark(chosen.coverage, chosen.risk, says=f"certified: {cut_said(chosen)}"),)
            )
        )
    return Picture(
        title,
        choosiness_said(cuts, alpha),
        percents("Share of drafts that would go by themselves"),
        percents("Wrong among them", 0, top),
        tuple(series),
        Table(
            ("From a score of", "Share of drafts", "Checked", "Wrong", "Could be as bad as"),
            tuple((f"{c.score:.2f}", f"{c.coverage:.0%}", f"{c.checked:,}", f"{c.wrong:,}", f"{c.upper:.1%}") for c in cuts),
        ),
        note="Only drafts drawn by lot are counted. The band bounds each point by itself; a certificate asks for more, because "
        "it looks at many points.",
    )


def point(cuts: Sequence[Cut], score: float | None) -> Cut | None:
    """The loosest one not below the score in force."""
    reaching = [cut for cut in cuts if score is not None and cut.score >= score]
    return max(reaching, key=lambda cut: cut.coverage, default=None)


def cut_said(cut: Cut) -> str:
    return (
        f"score {cut.score:.2f} and more: {cut.coverage:.0%} of drafts; {cut.wrong:,} of {cut.checked:,} checked were wrong, "
        f"at most {cut.upper:.1%}"
    )


def choosiness_said(cuts: Sequence[Cut], alpha: float | None) -> str:
    whole = cuts[-1]
    said = f"Sending all that qualifies ({whole.coverage:.0%} of drafts), {whole.risk:.0%} would be wrong."
    if alpha is None:
        return said
    under = [cut for cut in cuts if cut.risk <= alpha]
    if not under:
        return f"{said} No cut has kept under the goal of {alpha:.1%} so far."
    best = max(under, key=lambda cut: cut.coverage)
    return f"{said} The goal of {alpha:.1%} was kept up to {best.coverage:.0%} of drafts (score {best.score:.2f} and more)."


def drift(values: Sequence[float]) -> Picture:
    """The detector after every checked answer since the certificate was granted, by powers of ten."""
    title = "Do errors grow?"
    if not values:
        return nothing(title, "This watch begins when something is certified: every checked answer from then on counts.")
    marks = tuple(
        Mark(at, power(value), says=f"after {at} checked answers: {value:,.1f} of {ALARM:,.0f}")
        for at, value in enumerate(values, 1)
    )
    top = max(power(ALARM) + 0.3, *(mark.y for mark in marks))
    ticks = tuple((float(digits), f"{10**digits:,}") for digits in range(int(top) + 1))
    highest = max(values)
    mood = "Calm" if values[-1] < NEAR else "Not calm"
    said = (
        f"Sending stopped: the watch reached {highest:,.0f}, and {ALARM:,.0f} stops it."
        if highest >= ALARM
        else f"{mood}: it stands at {values[-1]:,.1f} and was never above {highest:,.1f}; at {ALARM:,.0f} sending stops."
    )
    across = counts("Checked answers since the certificate", len(values))
    return Picture(
        title,
        said,
        across,
        Axis("Evidence of more errors", 0, top, ticks),
        (
            Series("Stops sending", Look.RULE, Ink.POOR, (Mark(0, power(ALARM)), Mark(across.high, power(ALARM)))),
            Series("Evidence of drift", Look.LINE, Ink.ACCENT, marks),
        ),
        Table(("Checked answers", "Evidence of drift"), tuple((f"{at:,}", f"{v:,.1f}") for at, v in enumerate(values, 1))),
        note="Each step up is ten times the evidence.",
    )


def power(value: float) -> float:
    return math.log10(max(1.0, value))


def signs(judgement: Judgement) -> Picture:
    """Which signals separate right from wrong on this desk."""
    title = "Which signs tell right from wrong here"
    told = judgement.telling[:SHOWN]
    if not told:
        return nothing(
            title,
            f"Needs {FEWEST_OF_EACH} right and {FEWEST_OF_EACH} wrong decided drafts; go on reviewing, this fills by itself.",
        )
    shown = sorted(told, key=lambda one: -one.power)
    last = len(shown) - 1
    marks = tuple(Mark(one.power, last - at, says=sign_said(one)) for at, one in enumerate(shown))
    return Picture(
        title,
        signs_said(told),
        percents("Chance to be higher for a right draft than for a wrong one"),
        Axis("", -0.6, last + 0.6, tuple((last - at, sign(one)) for at, one in enumerate(shown))),
        (
            Series("Says nothing", Look.RULE, Ink.MUTED, (Mark(0.5, -0.6), Mark(0.5, last + 0.6))),
            Series("This desk", Look.DOTS, Ink.ACCENT, marks, flat=True),
        ),
        Table(
            ("Sign", "About", "Power", "Right drafts", "Wrong drafts"),
            tuple((sign(one), about(one), f"{one.power:.0%}", f"{one.right:,}", f"{one.wrong:,}") for one in judgement.telling),
        ),
        note="50 % says nothing; 100 % would tell every right draft from every wrong one.",
        lines=len(shown),
    )


def signs_said(told: Sequence[Telling]) -> str:
    strong = [one for one in told if abs(one.power - 0.5) >= SOME_POWER]
    if not strong:
        return "None of the signs by itself tells right from wrong here."
    return f"Most telling: “{sign(strong[0])}” ({strong[0].power:.0%})."


def sign(one: Telling) -> str:
    return BY_NAME[one.signal].high if one.signal in BY_NAME else one.signal


def about(one: Telling) -> str:
    return GROUPS[BY_NAME[one.signal].group] if one.signal in BY_NAME else ""


def sign_said(one: Telling) -> str:
    return f"{sign(one)}: {one.power:.0%}, of {one.right:,} right and {one.wrong:,} wrong drafts"


def few(judgement: Judgement) -> str:
    so_far = f"there {'is' if judgement.decided == 1 else 'are'} {judgement.decided} so far"
    return f"Needs {FEWEST} drafts that people decided on; {so_far}. Review what is in the queue."
