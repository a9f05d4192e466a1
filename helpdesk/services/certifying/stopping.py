"""What the watch over a drafter saw until it stopped sending: its certificates ended with the alarm, with their detectors."""

from datetime import datetime, timedelta

from helpdesk.domain.certificate import Certificate, Ended, Goal
from helpdesk.domain.drift import Detector
from helpdesk.domain.standing import Stop
from helpdesk.ports.certifying_records import Drafter
from helpdesk.ports.store import Records
from helpdesk.services.certifying.scales import sortable

AT_ONCE = timedelta(minutes=1)
"""Certificates that one alarm ends end one after the other, in less."""


async def last_stop(records: Records, goal: Goal, drafter: Drafter) -> Stop | None:
    """The newest under this goal, as the watch saw it that went highest; None without one. Labels are those of now."""
    listed = [one for one in await records.certificates.listed() if one.ended_by == Ended.DRIFT and drafter.is_of(one)]
    ended = [(one, one.ended_at) for one in listed if one.ended_at is not None and one.ended_at >= goal.at]
    if not ended:
        return None
    stopped = max(at for _, at in ended)
    seen = [await _seen(records, goal, drafter, (one, at)) for one, at in ended if at > stopped - AT_ONCE]
    return Stop(stopped, max(seen, key=lambda values: max(values, default=0.0)))


async def _seen(records: Records, goal: Goal, drafter: Drafter, stood: tuple[Certificate, datetime]) -> tuple[float, ...]:
    """Value by value, from the first certificate about its topic of that stretch on."""
    one, ended = stood
    since = datetime.fromisoformat(one.evidence["since"]) if "since" in one.evidence else goal.at
    begun = (await records.certificates.begun(drafter, since)).get(one.topic, one.granted_at)
    first, last = sortable(begun), sortable(ended)
    detector = Detector(one.alpha * one.sensitivity)
    return tuple(
        detector.add(row.wrong)
        for row in await records.assessments.evidence(drafter, since)
        if first <= row.at <= last and row.score >= one.cut and not row.waiting
        if goal.asks_for(row.topic) and one.speaks_of(row.topic)
    )
