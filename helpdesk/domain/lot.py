"""Which drafts a person checks whatever their score: drawn by a lot nobody can foresee or influence, and anybody can check
later.

The lot hangs on the desk's secret and the ticket alone, so it is settled before anything is known about the draft, and every
later draft of the ticket has the same. Drafts it falls on look like any other in the queue.
"""

import hmac
from datetime import timedelta

FORTNIGHT = timedelta(days=14)
FIRST_SHARE = 0.3
LEAST_SHARE = 0.05
CHECKED_A_WEEK = 50.0


def drawn(secret: bytes, ticket_id: int) -> float:
    """In [0, 1): the draft is flagged when this is below the audit share."""
    digest = hmac.digest(secret, str(int(ticket_id)).encode(), "sha256")
    return (int.from_bytes(digest[:8], "big") >> 11) / 2**53


def audit_share(sending: timedelta | None, per_week: float) -> float:
    """Everything while nothing is sent (`sending` is None: shadow), three in ten for the first fortnight, then as many as make
    fifty a week of the `per_week` drafts that could be sent: never fewer than one in twenty, never more than at first."""
    if sending is None:
        return 1.0
    if sending < FORTNIGHT or per_week <= 0:
        return FIRST_SHARE
    return min(FIRST_SHARE, max(LEAST_SHARE, CHECKED_A_WEEK / per_week))
