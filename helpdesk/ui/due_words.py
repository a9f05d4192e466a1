"""What a ticket is owed, in words."""

from datetime import datetime, timedelta

from helpdesk.domain.service_level import DueState, Promise, PromiseState, Standing
from helpdesk.ui.language import Words, day_and_clock, mark, tr, trn

PROMISES = Words(
    {Promise.FIRST_REPLY: mark("First reply"), Promise.NEXT_REPLY: mark("Next reply"), Promise.SOLVE: mark("Solution")}
)
OVERDUE = Words(
    {
        Promise.FIRST_REPLY: mark("The first reply is overdue by {span}"),
        Promise.NEXT_REPLY: mark("The next reply is overdue by {span}"),
        Promise.SOLVE: mark("The solution is overdue by {span}"),
    }
)
DUE = Words(
    {
        Promise.FIRST_REPLY: mark("The first reply is due in {span}, at {moment}"),
        Promise.NEXT_REPLY: mark("The next reply is due in {span}, at {moment}"),
        Promise.SOLVE: mark("The solution is due in {span}, at {moment}"),
    }
)
TONES = {DueState.MISSED: "poor", DueState.SOON: "fair"}
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
DAYS_FROM = 2 * DAY


def span_words(span: timedelta) -> str:
    """'12 min', '3 h 20 min', '4 days': never less than a minute."""
    if span >= DAYS_FROM:
        return trn("{n} day", "{n} days", round(span / DAY))
    hours, rest = divmod(max(1, round(span / MINUTE)), 60)
    if not hours:
        return tr("{minutes} min", minutes=rest)
    return tr("{hours} h {rest} min", hours=hours, rest=rest) if rest else tr("{hours} h", hours=hours)


def due_line(due_at: datetime | None, due_kind: str, due_state: str, now: datetime) -> tuple[str, str]:
    """A sentence for the ticket, with its tone: 'poor', 'fair' or ''. Empty for a ticket that is owed nothing."""
    if due_kind not in tuple(Promise):
        return "", ""
    promise = Promise(due_kind)
    if due_at is None:
        return tr("{promise}: the clock stands still while we wait", promise=PROMISES[promise]), ""
    if due_at <= now:
        return OVERDUE[promise].format(span=span_words(now - due_at)), TONES[DueState.MISSED]
    words = DUE[promise].format(span=span_words(due_at - now), moment=day_and_clock(due_at))
    return words, TONES.get(DueState(due_state), "")


def standing_words(standing: Standing, now: datetime) -> str:
    """How one promise stands."""
    if standing.state is PromiseState.PAUSED:
        return tr("stands still, {span} left", span=span_words(standing.left))
    if standing.state is PromiseState.KEPT and standing.met_at:
        return tr("kept on {moment}", moment=day_and_clock(standing.met_at))
    if standing.state is PromiseState.BROKEN and standing.met_at:
        return tr("met too late, on {moment}", moment=day_and_clock(standing.met_at))
    if standing.due_at is None:
        return tr("never falls due: its calendar has no open hours")
    if standing.due_at <= now:
        return tr("overdue by {span}", span=span_words(now - standing.due_at))
    return tr("due in {span}, at {moment}", span=span_words(standing.due_at - now), moment=day_and_clock(standing.due_at))
