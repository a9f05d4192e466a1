"""How far the score can be relied on here, from what people decided."""

import asyncio
from datetime import datetime, timedelta

from helpdesk.domain import reliability
from helpdesk.domain.handling import handling
from helpdesk.domain.reliability import FEWEST, Judgement, ScoredDraft
from helpdesk.domain.signature import how_estimated
from helpdesk.ports import Records
from helpdesk.ports.certifying_records import Stretch

NEWEST = 5000
NEWEST_SIGNALS = 1500
MISS = 0.1
FOUR_WEEKS = timedelta(days=28)


async def judgement(
    records: Records, drafter: tuple[str, str], delta: float, now: datetime, counted: Stretch | None = None
) -> Judgement:
    """Of the newest decisions about drafts of (writer, scorer). Risk is told of what a certificate counts, which is `counted`;
    None: of all that were drawn."""
    writer, scorer = drafter
    drafts = await records.judged_drafts.scored(drafter, NEWEST, counted)
    scores = await records.judged_drafts.scores(drafter, counted)
    signals = await records.judged_drafts.signals(drafter, NEWEST_SIGNALS)
    pace = handling(await records.auto_replies.decision_times(now - FOUR_WEEKS))
    a_week, days = await records.judged_drafts.a_week(drafter, now - FOUR_WEEKS, now)
    enough = len(drafts) >= FEWEST
    drawn = await asyncio.to_thread(curves, drafts, scores, delta) if enough else ((), ())
    return Judgement(
        writer=writer,
        scorer=scorer,
        decided=len(drafts),
        wrong=sum(draft.wrong for draft in drafts),
        drafts=sum(count for _, _, count in scores),
        drawn=sum(draft.drawn for draft in drafts),
        since=counted.since if counted else None,
        bands=drawn[0],
        off_by=reliability.off_by(drafts) if enough else None,
        power=reliability.power(drafts) if enough else None,
        cuts=drawn[1],
        telling=await asyncio.to_thread(reliability.telling, signals),
        a_week=a_week,
        minutes=pace.minutes,
        how=how_estimated(pace, days),
    )


def curves(
    drafts: list[ScoredDraft], scores: list[tuple[float, bool, int]], delta: float
) -> tuple[tuple[reliability.Band, ...], tuple[reliability.Cut, ...]]:
    drawn = sum(draft.drawn for draft in drafts)
    return reliability.bands(drafts, MISS), reliability.cuts(drafts, scores, delta) if drawn >= FEWEST else ()
