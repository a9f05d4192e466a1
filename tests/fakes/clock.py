"""A clock that stands still until it is told to move."""

from datetime import UTC, datetime, timedelta


class FixedClock:
    def __init__(self, start: datetime = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)) -> None:
        self.time = start
        self.count = 0.0

    def now(self) -> datetime:
        return self.time

    def seconds(self) -> float:
        return self.count

    def advance(self, **by: float) -> None:
        step = timedelta(**by)
        self.time += step
        self.count += step.total_seconds()
