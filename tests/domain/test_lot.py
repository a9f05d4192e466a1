"""Which drafts are checked whatever their score."""

from collections import Counter
from datetime import timedelta

from scipy import stats

from helpdesk.domain.lot import audit_share, drawn

SECRET = b"the desk's own"
TICKETS = range(1, 8_001)


def weekday(ticket: int) -> int:
    return ticket % 7


def mixed(ticket: int) -> int:
    return ticket * 2654435761 % 2**32 >> 29


def age(ticket: int) -> int:
    return ticket // 1000


def test_the_lot_is_even_and_knows_nothing_of_the_ticket() -> None:
    lots = {ticket: drawn(SECRET, ticket) for ticket in TICKETS}
    tenths = Counter(int(lot * 10) for lot in lots.values())
    assert stats.chisquare(list(tenths.values())).pvalue > 0.001
    for share in (0.05, 0.3):
        for trait in (weekday, mixed, age):
            counts = Counter((trait(ticket), lot < share) for ticket, lot in lots.items())
            table = [[counts[kind, flagged] for kind in {kind for kind, _ in counts}] for flagged in (True, False)]
            assert stats.chi2_contingency(table).pvalue > 0.001


def test_anybody_with_the_secret_can_draw_it_again_and_nobody_without() -> None:
    assert [drawn(SECRET, ticket) for ticket in (1, 2, 3)] == [drawn(SECRET, ticket) for ticket in (1, 2, 3)]
    assert drawn(SECRET, 7) != drawn(b"another desk's", 7)
    assert round(drawn(SECRET, 12_345), 12) == 0.512865891689
    assert all(0 <= drawn(SECRET, ticket) < 1 for ticket in TICKETS)


def test_a_ticket_flagged_at_a_small_share_is_flagged_at_every_larger_one() -> None:
    few, many = ({ticket for ticket in TICKETS if drawn(SECRET, ticket) < share} for share in (0.05, 0.3))
    assert few < many
    assert abs(len(few) - 400) < 60


def test_everything_is_checked_until_something_is_sent_and_never_nothing() -> None:
    assert audit_share(None, 1000) == 1.0
    assert audit_share(timedelta(0), 1000) == audit_share(timedelta(days=13), 1000) == 0.3
    after = timedelta(days=14)
    assert [audit_share(after, per_week) for per_week in (0, 50, 200, 500, 1000, 10_000)] == [0.3, 0.3, 0.25, 0.1, 0.05, 0.05]
