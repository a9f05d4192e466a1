"""The times a reply can be put off to."""

from datetime import UTC, datetime

import pytest

from helpdesk.ui.inbox.composing import leaving


@pytest.mark.parametrize(
    ("now", "offered"),
    [
        (datetime(2026, 11, 20, 9, 30, tzinfo=UTC), [(20, 10, 30), (20, 17, 0), (21, 8, 0), (23, 8, 0)]),
        (datetime(2026, 11, 20, 16, 0, tzinfo=UTC), [(20, 17, 0), (21, 8, 0), (23, 8, 0)]),
        (datetime(2026, 11, 22, 23, 30, tzinfo=UTC), [(23, 0, 30), (23, 8, 0)]),
    ],
)
def test_the_times_offered_lie_ahead_and_none_is_there_twice(now: datetime, offered: list[tuple[int, int, int]]) -> None:
    *times, (last, _) = leaving.times(now)
    moments = [datetime.fromisoformat(key) for key, _ in times]
    assert [(one.day, one.hour, one.minute) for one in moments] == offered
    assert last == leaving.OWN_TIME
