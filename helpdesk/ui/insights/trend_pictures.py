"""Weeks of the desk as tiles and plots: what is shown, in words, before anything is painted."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from helpdesk.domain.decision import DecisionKind
from helpdesk.domain.trends import SMALL, Day, Tally, Trends, pooled
from helpdesk.ui.insights.figures import WRITERS, Tile, duration
from helpdesk.ui.insights.picture import Axis, Ink, Look, Mark, Picture, Series, Table, counts, nothing, percents

DONE = {
    DecisionKind.APPROVE: ("Sent without an edit", Ink.GOOD),
    DecisionKind.EDIT: ("Edited, then sent", Ink.FAIR),
    DecisionKind.REJECT: ("Rejected", Ink.POOR),
    DecisionKind.ESCALATE: ("Escalated", Ink.MUTED),
    DecisionKind.AUTO: ("Sent by itself", Ink.ACCENT),
}
RATES = tuple(kind for kind in DONE if kind is not DecisionKind.AUTO)
DIMENSIONS = ("topic", "article", "writer", "agent")
SHOWN = 14
FIRST = "Review the first drafts: every decision is counted here."
HOURS = 3600
WEEK = 7


@dataclass(frozen=True)
class TrendWords:
    tiles: tuple[Tile, ...]
    decided: Picture
    waits: Picture


def words(trends: Trends) -> TrendWords:
    return TrendWords(tiles(trends), decided(trends), waits(trends))


def tiles(trends: Trends) -> tuple[Tile, ...]:
    total = trends.total
    return (
        Tile("Tickets received", f"{trends.received:,}", came(trends)),
        Tile("Drafts decided on", f"{total.decided:,}", itself(total)),
        *(rate_tile(total, kind) for kind in RATES[:2]),
        Tile("First reply", duration(trends.first_reply.median), ninth(trends.first_reply.ninth, "waited")),
        Tile("Until solved", duration(trends.resolution.median), ninth(trends.resolution.ninth, "took")),
        share_tile(
            "Answered from the knowledge base",
            (trends.deflected, trends.answered),
            "first replies that were the draft, unchanged",
        ),
        satisfaction(trends),
    )


def came(trends: Trends) -> str:
    again = f"; {trends.reopened:,} customers wrote again after an answer" if trends.reopened else ""
    return f"in {trends.days} days, today included{again}"


def itself(total: Tally) -> str:
    count = total.count(DecisionKind.AUTO)
    return f"and {count:,} sent by themselves" if count else "approved, edited, rejected or escalated"


def rate_tile(total: Tally, kind: DecisionKind) -> Tile:
    return share_tile(DONE[kind][0], (total.count(kind), total.decided), "of the drafts decided on")


def share_tile(label: str, counted: tuple[int, int], of: str) -> Tile:
    part, whole = counted
    if not whole:
        return Tile(label, "–", of)
    if whole < SMALL:
        return Tile(label, f"{part} of {whole}", f"{of}; too few for a percentage")
    return Tile(label, f"{part / whole:.0%}", f"{part:,} of {whole:,} {of}")


def satisfaction(trends: Trends) -> Tile:
    if not trends.rated:
        return Tile("Satisfaction", "–", "no ratings yet; they come with “helpdesk rate TICKET STARS”")
    return share_tile("Satisfied customers", (trends.satisfied, trends.rated), "ratings have 4 or 5 stars")


def ninth(seconds: float | None, what: str) -> str:
    return f"half {what} less; nine of ten under {duration(seconds)}" if seconds is not None else "nobody counted yet"


def decided(trends: Trends) -> Picture:
    """What was decided, a bar a day, or a week when days would be too thin."""
    title = "What became of drafts"
    total = trends.total
    if not sum(total.kinds.values()):
        return nothing(title, f"No draft was decided on in these {trends.days} days. {FIRST}")
    spans = weeks(trends.series) if trends.days > 31 else [(day.day, day.tally) for day in trends.series]
    kinds = [kind for kind in DONE if total.count(kind)]
    highest = max((sum(tally.kinds.values()) for _, tally in spans), default=0)
    unit = "Week of" if trends.days > 31 else "Day"
    series = tuple(
        Series(
            DONE[kind][0],
            Look.STACK,
            DONE[kind][1],
            tuple(
                Mark(at, tally.count(kind), says=f"{unit.lower()} {on_day(day)}: {DONE[kind][0].lower()} {tally.count(kind):,}")
                for at, (day, tally) in enumerate(spans)
            ),
        )
        for kind in kinds
    )
    rows = tuple((on_day(day), *(f"{tally.count(kind):,}" for kind in kinds)) for day, tally in reversed(spans))
    return Picture(
        title,
        said(total),
        days_axis([day for day, _ in spans]),
        counts("Drafts a week" if trends.days > 31 else "Drafts a day", highest),
        series,
        Table((unit, *(DONE[kind][0] for kind in kinds)), rows),
        note="Decisions that were undone do not count.",
    )


def said(total: Tally) -> str:
    if total.is_small:
        return f"{total.decided:,} drafts were decided on: too few to speak of shares."
    low, high = total.interval(DecisionKind.APPROVE)
    share = total.share(DecisionKind.APPROVE) or 0.0
    return (
        f"Of {total.decided:,} drafts people decided on, {share:.0%} went out without an edit; the true share is most likely "
        f"between {low:.0%} and {high:.0%}."
    )


def weeks(series: Sequence[Day]) -> list[tuple[date, Tally]]:
    """By calendar weeks, named by their Monday; the first and the last may be parts of one."""
    found: dict[date, list[Tally]] = {}
    for day in series:
        found.setdefault(day.day - timedelta(days=day.day.weekday()), []).append(day.tally)
    return [(monday, pooled(of_week)) for monday, of_week in found.items()]


def rates(trends: Trends, dimension: str, kind: DecisionKind) -> Picture:
    """One rate by topic, article, writer or agent, each with its exact interval; those with few decisions only in the table."""
    name = DONE[kind][0]
    title = f"{name}, by {dimension}"
    found: tuple[Tally, ...] = getattr(trends, f"by_{dimension}")
    if not found:
        return nothing(title, f"No draft was decided on in these {trends.days} days. {FIRST}")
    told = [tally for tally in found if not tally.is_small][:SHOWN]
    if not told:
        most = max(tally.decided for tally in found)
        return nothing(
            title, f"No {dimension} has {SMALL} decisions in these {trends.days} days (the most is {most}); choose more days."
        )
    told.sort(key=lambda tally: -(tally.share(kind) or 0.0))
    last = len(told) - 1
    marks = []
    for at, tally in enumerate(told):
        low, high = tally.interval(kind)
        share = tally.share(kind) or 0.0
        marks.append(Mark(share, last - at, low, high, f"{named(tally, dimension)}: {cell(tally, kind)} of {tally.decided:,}"))
    return Picture(
        title,
        compared(told, dimension, kind),
        percents(f"{name}: share of decisions"),
        Axis("", -0.6, last + 0.6, tuple((last - at, named(tally, dimension)) for at, tally in enumerate(told))),
        (Series("", Look.DOTS, DONE[kind][1] if kind is not DecisionKind.ESCALATE else Ink.ACCENT, tuple(marks), flat=True),),
        rates_table(found, dimension),
        note=rates_note(found, dimension),
        lines=len(told),
    )


def rates_note(found: Sequence[Tally], dimension: str) -> str:
    few = sum(tally.is_small for tally in found)
    left = f" {few} with fewer than {SMALL} decisions {'is' if few == 1 else 'are'} in the table only." if few else ""
    many = " A draft counts for every article it cites." if dimension == "article" else ""
    return f"Lines: where the true share most likely is (exact, 90 % confidence).{left}{many}"


def compared(told: Sequence[Tally], dimension: str, kind: DecisionKind) -> str:
    if len(told) == 1:
        return f"{named(told[0], dimension)}: {told[0].share(kind) or 0.0:.0%} of {told[0].decided:,} decisions."
    first, last = told[0], told[-1]
    apart = first.interval(kind)[0] > last.interval(kind)[1]
    more = "" if apart else " Their intervals overlap: the difference may be chance."
    return (
        f"Most: {named(first, dimension)}, {first.share(kind) or 0.0:.0%}. Least: {named(last, dimension)}, "
        f"{last.share(kind) or 0.0:.0%}.{more}"
    )


def rates_table(found: Sequence[Tally], dimension: str) -> Table:
    columns = (dimension.capitalize(), "Decisions", *(DONE[kind][0] for kind in RATES))
    rows = tuple((named(tally, dimension), f"{tally.decided:,}", *(cell(tally, kind) for kind in RATES)) for tally in found)
    return Table(columns, rows)


def cell(tally: Tally, kind: DecisionKind) -> str:
    """A share with its interval; a plain count when there are too few for one."""
    if tally.is_small:
        return f"{tally.count(kind)} of {tally.decided}"
    low, high = tally.interval(kind)
    return f"{tally.share(kind) or 0.0:.0%} ({low:.0%} to {high:.0%})"


def named(tally: Tally, dimension: str) -> str:
    if dimension == "writer":
        return WRITERS.get(tally.name, tally.name)
    return tally.name or f"(no {dimension})"


def waits(trends: Trends) -> Picture:
    title = "How long customers waited for the first reply"
    told = [(at, day) for at, day in enumerate(trends.series) if day.first_reply is not None]
    if not told:
        return nothing(title, f"No ticket got its first reply in these {trends.days} days. Approve a draft, or reply by hand.")
    hours = [(at, day, (day.first_reply or 0.0) / HOURS) for at, day in told]
    small = max(value for _, _, value in hours) < 1
    unit, scale = ("minutes", 60) if small else ("hours", 1)
    marks = tuple(
        Mark(at, value * scale, says=f"{on_day(d.day)}: {duration(d.first_reply)} in the middle") for at, d, value in hours
    )
    return Picture(
        title,
        f"Half waited less than {duration(trends.first_reply.median)}, nine of ten less than "
        f"{duration(trends.first_reply.ninth)}.",
        days_axis([day.day for day in trends.series]),
        counts(f"Median, in {unit}", math.ceil(max(mark.y for mark in marks))),
        (Series("", Look.LINE, Ink.ACCENT, marks),),
        Table(
            ("Day", "Received", "Median first reply"),
            tuple((on_day(d.day), f"{d.received:,}", duration(d.first_reply)) for d in reversed(trends.series)),
        ),
        note="Counted on the day of the reply, for tickets that had none before.",
    )


def days_axis(days: Sequence[date]) -> Axis:
    """At most eight names of days, evenly apart."""
    every = max(1, math.ceil(len(days) / 8))
    return Axis("", -0.6, len(days) - 0.4, tuple((at, on_day(day)) for at, day in enumerate(days) if at % every == 0))


def on_day(day: date) -> str:
    return f"{day.day} {day:%b}"
