"""What came to light after a reply had left."""

from collections.abc import Collection
from datetime import datetime

import sqlalchemy as sa

from helpdesk.adapters.sqlite import certifying_tables as c
from helpdesk.domain.label import LOW_STARS, Hindsight


def refuted(
    ticket_id: sa.ColumnElement[int], sent_at: sa.ColumnElement[datetime], by: Collection[Hindsight]
) -> sa.ColumnElement[bool]:
    """Whether one of these, or a low rating, spoke against what was sent on the ticket then."""
    o = c.outcomes.c
    spoke = o.kind.in_(list(by)) | ((o.kind == Hindsight.RATING) & (o.stars <= LOW_STARS))
    return sa.exists().where(o.ticket_id == ticket_id, o.at >= sent_at, spoke)
