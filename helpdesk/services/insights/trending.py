"""Some days of the desk, counted in one snapshot of the store."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from helpdesk.domain.decision import DecisionKind
from helpdesk.domain.trends import Day, DaySpan, FirstAnswers, Tally, Trends, calendar, pooled, spread, tallies
from helpdesk.ports import Records
from helpdesk.ports.insight_records import Decisions

MOST_ARTICLES = 100


async def trends(records: Records, days: int, now: datetime) -> Trends:
    """The last `days` days of the desk's own calendar, today included."""
    spans = calendar(now, days)
    since, counted = spans[0].begun, records.trends
    decisions = await counted.decisions(since, now)
    answers = await counted.first_answers(spans)
    series = await by_day(records, spans, answers)
    return Trends(
        days=days,
        since=since,
        until=now,
        total=pooled([Tally("", {one.kind: one.count}) for one in decisions]),
        by_topic=grouped(decisions, "topic"),
        by_article=tuple(await counted.by_article(since, now, MOST_ARTICLES)),
        by_writer=grouped(decisions, "writer"),
        by_agent=grouped((one for one in decisions if one.kind is not DecisionKind.AUTO), "agent"),
        series=series,
        received=sum(day.received for day in series),
        first_reply=spread(seconds for answer in answers for seconds in answer.seconds),
        resolution=spread(await counted.resolutions(since, now)),
        answered=sum(len(answer.seconds) for answer in answers),
        deflected=sum(answer.unchanged for answer in answers),
        ratings=await counted.ratings(since, now),
        reopened=await counted.reopened(since, now),
        promises=tuple(await records.promises.ended(since, now)),
    )


async def by_day(records: Records, spans: Sequence[DaySpan], answers: Sequence[FirstAnswers]) -> tuple[Day, ...]:
    received = await records.trends.received_by_day(spans)
    kinds: dict[date, dict[DecisionKind, int]] = defaultdict(dict)
    for day, kind, count in await records.trends.decided_by_day(spans):
        kinds[day][kind] = count
    waits = {answer.day: spread(answer.seconds).median for answer in answers}
    days = [span.day for span in spans]
    return tuple(Day(day, Tally(day.isoformat(), kinds[day]), received.get(day, 0), waits.get(day)) for day in days)


def grouped(decisions: Iterable[Decisions], field: str) -> tuple[Tally, ...]:
    return tallies((getattr(one, field), one.kind, one.count) for one in decisions)
