"""Weeks of the desk as tiles and plots: what is shown, in words, before anything is painted."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from helpdesk.domain.decision import DecisionKind
from helpdesk.domain.trends import SMALL, Day, Tally, Trends, pooled
from helpdesk.ui.insights.figures import WRITERS, Tile, duration
from helpdesk.ui.insights.picture import Axis, Ink, Look, Mark, Picture, Series, Table, counts, nothing, percents
from helpdesk.ui.insights.promise_pictures import promises
from helpdesk.ui.language import Words, capital, day_of_year, lowered, mark, number, percent, tr, trn

DONE = {
    DecisionKind.APPROVE: (mark("Sent without an edit"), Ink.GOOD),
    DecisionKind.EDIT: (mark("Edited, then sent"), Ink.FAIR),
    DecisionKind.REJECT: (mark("Rejected"), Ink.POOR),
    DecisionKind.ESCALATE: (mark("Escalated"), Ink.MUTED),
    DecisionKind.AUTO: (mark("Sent by itself"), Ink.ACCENT),
}
RATES = tuple(kind for kind in DONE if kind is not DecisionKind.AUTO)
DIMENSIONS: Mapping[str, str] = Words(
    {"topic": mark("topic"), "article": mark("article"), "writer": mark("writer"), "agent": mark("agent")}
)
NAMELESS = {
    "topic": mark("(no topic)"),
    "article": mark("(no article)"),
    "writer": mark("(no writer)"),
    "agent": mark("(no agent)"),
}
SHOWN = 14
FIRST = mark("Review the first drafts: every decision is counted here.")
HOURS = 3600
WEEK = 7


@dataclass(frozen=True)
class TrendWords:
    tiles: tuple[Tile, ...]
    decided: Picture
    waits: Picture
    promises: Picture


def words(trends: Trends) -> TrendWords:
    return TrendWords(tiles(trends), decided(trends), waits(trends), promises(trends))


def tiles(trends: Trends) -> tuple[Tile, ...]:
    total = trends.total
    return (
        Tile(tr("Tickets received"), f"{number(trends.received)}", came(trends)),
        Tile(tr("Drafts decided on"), f"{number(total.decided)}", itself(total)),
        *(rate_tile(total, kind) for kind in RATES[:2]),
        Tile(tr("First reply"), duration(trends.first_reply.median), half(tr("half waited less"), trends.first_reply.ninth)),
        Tile(tr("Until solved"), duration(trends.resolution.median), half(tr("half took less"), trends.resolution.ninth)),
        share_tile(
            tr("Answered from the knowledge base"),
            (trends.deflected, trends.answered),
            tr("first replies that were the draft, unchanged"),
        ),
        satisfaction(trends),
    )


def came(trends: Trends) -> str:
    again = (
        tr("; {reopened} customers wrote again after an answer", reopened=number(trends.reopened)) if trends.reopened else ""
    )
    return tr("in {days} days, today included{again}", days=trends.days, again=again)


def itself(total: Tally) -> str:
    count = total.count(DecisionKind.AUTO)
    return tr("and {count} sent by themselves", count=number(count)) if count else tr("approved, edited, rejected or escalated")


def done(kind: DecisionKind) -> str:
    return tr(DONE[kind][0])


def rate_tile(total: Tally, kind: DecisionKind) -> Tile:
    return share_tile(done(kind), (total.count(kind), total.decided), tr("of the drafts decided on"))


def share_tile(label: str, counted: tuple[int, int], of: str) -> Tile:
    part, whole = counted
    if not whole:
        return Tile(label, "–", of)
    if whole < SMALL:
        return Tile(label, tr("{part} of {whole}", part=part, whole=whole), tr("{of}; too few for a percentage", of=of))
    return Tile(label, f"{percent(part / whole)}", tr("{part} of {whole} {of}", part=number(part), whole=number(whole), of=of))


def satisfaction(trends: Trends) -> Tile:
    if not trends.rated:
        return Tile(tr("Satisfaction"), "–", tr("no ratings yet; customers are asked when Preferences say so"))
    return share_tile(tr("Satisfied customers"), (trends.satisfied, trends.rated), tr("ratings have 4 or 5 stars"))


def half(waited: str, ninth: float | None) -> str:
    return (
        tr("{half}; nine of ten under {duration}", half=waited, duration=duration(ninth))
        if ninth is not None
        else tr("nobody counted yet")
    )


def decided(trends: Trends) -> Picture:
    """What was decided, a bar a day, or a week when days would be too thin."""
    title = tr("What became of drafts")
    total = trends.total
    if not sum(total.kinds.values()):
        return nothing(title, tr("No draft was decided on in these {days} days. {first}", days=trends.days, first=tr(FIRST)))
    spans = weeks(trends.series) if trends.days > 31 else [(day.day, day.tally) for day in trends.series]
    kinds = [kind for kind in DONE if total.count(kind)]
    highest = max((sum(tally.kinds.values()) for _, tally in spans), default=0)
    unit = tr("Week of") if trends.days > 31 else tr("Day")
    series = tuple(
        Series(
            done(kind),
            Look.STACK,
            DONE[kind][1],
            tuple(
                Mark(
                    at,
                    tally.count(kind),
                    says=f"{unit} {day_of_year(day)}: {lowered(done(kind))} {number(tally.count(kind))}",
                )
                for at, (day, tally) in enumerate(spans)
            ),
        )
        for kind in kinds
    )
    rows = tuple((day_of_year(day), *(f"{number(tally.count(kind))}" for kind in kinds)) for day, tally in reversed(spans))
    return Picture(
        title,
        said(total),
        days_axis([day for day, _ in spans]),
        counts(tr("Drafts a week") if trends.days > 31 else tr("Drafts a day"), highest),
        series,
        Table((unit, *(done(kind) for kind in kinds)), rows),
        note=tr("Decisions that were undone do not count."),
    )


def said(total: Tally) -> str:
    if total.is_small:
        return tr("{decided} drafts were decided on: too few to speak of shares.", decided=number(total.decided))
    low, high = total.interval(DecisionKind.APPROVE)
    share = total.share(DecisionKind.APPROVE) or 0.0
    return tr(
        "Of {decided} drafts people decided on, {share} went out without an edit; the true share is most "
        "likely between {low} and {high}.",
        decided=number(total.decided),
        share=percent(share),
        low=percent(low),
        high=percent(high),
    )


def weeks(series: Sequence[Day]) -> list[tuple[date, Tally]]:
    """By calendar weeks, named by their Monday; the first and the last may be parts of one."""
    found: dict[date, list[Tally]] = {}
    for day in series:
        found.setdefault(day.day - timedelta(days=day.day.weekday()), []).append(day.tally)
    return [(monday, pooled(of_week)) for monday, of_week in found.items()]


def rates(trends: Trends, dimension: str, kind: DecisionKind) -> Picture:
    """One rate by topic, article, writer or agent, each with its exact interval; those with few decisions only in the table."""
    name = done(kind)
    title = tr("{name}, by {dimension}", name=name, dimension=DIMENSIONS[dimension])
    found: tuple[Tally, ...] = getattr(trends, f"by_{dimension}")
    if not found:
        return nothing(title, tr("No draft was decided on in these {days} days. {first}", days=trends.days, first=tr(FIRST)))
    told = [tally for tally in found if not tally.is_small][:SHOWN]
    if not told:
        most = max(tally.decided for tally in found)
        return nothing(
            title,
            tr(
                "Compared by {dimension}, none has {small} decisions in these {days} days (the most is {most}); "
                "choose more days.",
                dimension=DIMENSIONS[dimension],
                small=SMALL,
                days=trends.days,
                most=most,
            ),
        )
    told.sort(key=lambda tally: -(tally.share(kind) or 0.0))
    last = len(told) - 1
    marks = []
    for at, tally in enumerate(told):
        low, high = tally.interval(kind)
        share = tally.share(kind) or 0.0
        marks.append(
            Mark(
                share,
                last - at,
                low,
                high,
                tr(
                    "{named}: {cell} of {decided}",
                    named=named(tally, dimension),
                    cell=cell(tally, kind),
                    decided=number(tally.decided),
                ),
            )
        )
    return Picture(
        title,
        compared(told, dimension, kind),
        percents(tr("{name}: share of decisions", name=name)),
        Axis("", -0.6, last + 0.6, tuple((last - at, named(tally, dimension)) for at, tally in enumerate(told))),
        (Series("", Look.DOTS, DONE[kind][1] if kind is not DecisionKind.ESCALATE else Ink.ACCENT, tuple(marks), flat=True),),
        rates_table(found, dimension),
        note=rates_note(found, dimension),
        lines=len(told),
    )


def rates_note(found: Sequence[Tally], dimension: str) -> str:
    few = sum(tally.is_small for tally in found)
    left = (
        trn(
            " {n} with fewer than {small} decisions is in the table only.",
            " {n} with fewer than {small} decisions are in the table only.",
            few,
            small=SMALL,
        )
        if few
        else ""
    )
    many = tr(" A draft counts for every article it cites.") if dimension == "article" else ""
    return tr("Lines: where the true share most likely is (exact, 90% confidence).{left}{many}", left=left, many=many)


def compared(told: Sequence[Tally], dimension: str, kind: DecisionKind) -> str:
    if len(told) == 1:
        return tr(
            "{named}: {share} of {decided} decisions.",
            named=named(told[0], dimension),
            share=percent(told[0].share(kind) or 0.0),
            decided=number(told[0].decided),
        )
    first, last = told[0], told[-1]
    apart = first.interval(kind)[0] > last.interval(kind)[1]
    more = "" if apart else tr(" Their intervals overlap: the difference may be chance.")
    return tr(
        "Most: {most}, {share}. Least: {least}, {share2}.{more}",
        most=named(first, dimension),
        share=percent(first.share(kind) or 0.0),
        least=named(last, dimension),
        share2=percent(last.share(kind) or 0.0),
        more=more,
    )


def rates_table(found: Sequence[Tally], dimension: str) -> Table:
    columns = (capital(DIMENSIONS[dimension]), tr("Decisions"), *(done(kind) for kind in RATES))
    rows = tuple(
        (named(tally, dimension), f"{number(tally.decided)}", *(cell(tally, kind) for kind in RATES)) for tally in found
    )
    return Table(columns, rows)


def cell(tally: Tally, kind: DecisionKind) -> str:
    """A share with its interval; a plain count when there are too few for one."""
    if tally.is_small:
        return tr("{count} of {decided}", count=tally.count(kind), decided=tally.decided)
    low, high = tally.interval(kind)
    return tr("{share} ({low} to {high})", share=percent(tally.share(kind) or 0.0), low=percent(low), high=percent(high))


def named(tally: Tally, dimension: str) -> str:
    if dimension == "writer":
        return WRITERS.get(tally.name, tally.name)
    return tally.name or tr(NAMELESS[dimension])


def waits(trends: Trends) -> Picture:
    title = tr("How long customers waited for the first reply")
    told = [(at, day) for at, day in enumerate(trends.series) if day.first_reply is not None]
    if not told:
        return nothing(
            title,
            tr("No ticket got its first reply in these {days} days. Approve a draft, or reply by hand.", days=trends.days),
        )
    hours = [(at, day, (day.first_reply or 0.0) / HOURS) for at, day in told]
    small = max(value for _, _, value in hours) < 1
    unit, scale = (tr("Median, in minutes"), 60) if small else (tr("Median, in hours"), 1)
    marks = tuple(
        Mark(
            at,
            value * scale,
            says=tr("{on_day}: {duration} in the middle", on_day=day_of_year(d.day), duration=duration(d.first_reply)),
        )
        for at, d, value in hours
    )
    return Picture(
        title,
        tr(
            "Half waited less than {duration}, nine of ten less than {duration2}.",
            duration=duration(trends.first_reply.median),
            duration2=duration(trends.first_reply.ninth),
        ),
        days_axis([day.day for day in trends.series]),
        counts(unit, math.ceil(max(mark.y for mark in marks))),
        (Series("", Look.LINE, Ink.ACCENT, marks),),
        Table(
            (tr("Day"), tr("Received"), tr("Median first reply")),
            tuple((day_of_year(d.day), f"{number(d.received)}", duration(d.first_reply)) for d in reversed(trends.series)),
        ),
        note=tr("Counted on the day of the reply, for tickets that had none before."),
    )


def days_axis(days: Sequence[date]) -> Axis:
    """At most eight names of days, evenly apart."""
    every = max(1, math.ceil(len(days) / 8))
    return Axis("", -0.6, len(days) - 0.4, tuple((at, day_of_year(day)) for at, day in enumerate(days) if at % every == 0))
