"""What was promised to customers and what became of it, before anything is painted."""

from helpdesk.domain.trends import PromiseTally, Trends
from helpdesk.ui.due_words import PROMISES
from helpdesk.ui.insights.figures import duration
from helpdesk.ui.insights.picture import Axis, Ink, Look, Mark, Picture, Series, Table, nothing, percents
from helpdesk.ui.language import number, percent, tr


def promises(trends: Trends) -> Picture:
    """The share kept of each service level and kind of promise, with its exact interval."""
    title, told = tr("Promises kept"), trends.promises
    if not told:
        return nothing(
            title,
            tr(
                "No promise was kept or missed in these {days} days. What you promise stands in Preferences, Service levels.",
                days=trends.days,
            ),
        )
    last = len(told) - 1
    marks = tuple(Mark(one.kept / one.ended, last - at, *one.interval, says=spoken(one)) for at, one in enumerate(told))
    kept, ended = sum(one.kept for one in told), sum(one.ended for one in told)
    return Picture(
        title,
        tr(
            "{kept} of {ended} promises were kept: {share}.",
            kept=number(kept),
            ended=number(ended),
            share=percent(kept / ended),
        ),
        percents(tr("Share kept")),
        Axis("", -0.6, last + 0.6, tuple((last - at, named(one)) for at, one in enumerate(told))),
        (Series("", Look.DOTS, Ink.GOOD, marks, flat=True),),
        table(trends),
        note=tr(
            "Promises that began in these days and were kept, missed or are overdue. Lines: where the true share most likely "
            "is (exact, 90% confidence). The table also has the time in the middle: half took less, all hours counted."
        ),
        lines=len(told),
    )


def table(trends: Trends) -> Table:
    columns = (tr("Service level"), tr("Kept"), tr("Missed"), tr("Time in the middle"))
    return Table(
        columns,
        tuple((named(one), number(one.kept), number(one.missed), duration(one.median)) for one in trends.promises),
    )


def named(one: PromiseTally) -> str:
    return tr("{level}: {promise}", level=one.level, promise=PROMISES[one.promise])


def spoken(one: PromiseTally) -> str:
    return tr(
        "{name}: {kept} of {ended} kept, {duration} in the middle",
        name=named(one),
        kept=number(one.kept),
        ended=number(one.ended),
        duration=duration(one.median),
    )
