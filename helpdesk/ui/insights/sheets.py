"""What stands on the tabs of numbers, as sheets to take away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from helpdesk.domain.decision import RejectReason
from helpdesk.domain.sheet import Sheet
from helpdesk.ui import wording
from helpdesk.ui.insights import trend_pictures
from helpdesk.ui.insights.confidence_findings import Found, gathered, shown
from helpdesk.ui.insights.figures import Chart, Tile, figures
from helpdesk.ui.language import capital, number, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpdesk.domain.insights import Numbers
    from helpdesk.domain.trends import Trends
    from helpdesk.services.desk import Desk
    from helpdesk.ui.insights.day_hours import DaySaid
    from helpdesk.ui.insights.picture import Picture


@dataclass(frozen=True)
class Everything:
    today: Numbers
    found: Found
    trends: Trends


async def everything(desk: Desk, days: int) -> Everything:
    return Everything(await desk.insights.today(), await gathered(desk, ""), await desk.insights.trends(days))


def sheets(every: Everything) -> list[tuple[Sheet, Picture | None]]:
    """Each with the picture still to be drawn for it."""
    today = figures(every.today, {reason: wording.REJECT_REASONS[reason] for reason in RejectReason})
    confidence = shown(every.found)
    trends, words = every.trends, trend_pictures.words(every.trends)
    rates = [trend_pictures.rates(trends, dimension, trend_pictures.RATES[0]) for dimension in trend_pictures.DIMENSIONS]
    pictures = [*confidence.pictures, words.decided, *rates, words.waits, words.promises]
    headline = confidence.headline
    return [
        (Sheet(headline.title, " ".join(headline.sentences), note=" ".join(headline.small)), None),
        (of_tiles(tr("Confidence"), confidence.tiles), None),
        (of_tiles(tr("The last {days} days", days=trends.days), words.tiles), None),
        *((of_picture(picture), None if picture.empty else picture) for picture in pictures),
        (of_tiles(tr("Today"), today.tiles), None),
        *((of_chart(chart), None) for chart in today.charts),
        (of_day(today.day), None),
    ]


def of_tiles(title: str, tiles: Sequence[Tile]) -> Sheet:
    return Sheet(title, "", ("", "", ""), tuple((tile.label, tile.value, tile.note) for tile in tiles))


def of_picture(picture: Picture) -> Sheet:
    if picture.empty:
        return Sheet(picture.title, picture.empty)
    return Sheet(picture.title, picture.finding, picture.table.columns, picture.table.rows, picture.note)


def of_chart(chart: Chart) -> Sheet:
    if not chart.total:
        return Sheet(chart.title, f"{capital(chart.empty)}.")
    return Sheet(chart.title, "", ("", tr("Count")), tuple((bar.label, f"{number(bar.count)}") for bar in chart.bars))


def of_day(day: DaySaid) -> Sheet:
    rows = tuple((hour.begins, number(hour.came), number(hour.left)) for hour in day.busy)
    return Sheet(day.title, day.finding, (tr("Hour"), tr("Came in"), tr("Left")) if rows else (), rows)
