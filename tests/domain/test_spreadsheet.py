"""No text of a customer's becomes a formula."""

from datetime import UTC, datetime

import pytest

from helpdesk.domain.spreadsheet import cell


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1"])
def test_text_that_would_calculate_is_marked_as_text(text: str) -> None:
    assert cell(text) == "'" + text


def test_everything_else_stays_what_it_is() -> None:
    assert [cell(value) for value in (None, 3, -2.5, "a = b", "", True)] == ["", 3, -2.5, "a = b", "", True]
    assert cell(datetime(2026, 11, 21, 9, 30, tzinfo=UTC)) == "2026-11-21T09:30:00+00:00"
