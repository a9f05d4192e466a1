"""What the panels beside a conversation say of time, of tickets and of people."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from helpdesk.domain.custom_field import FieldKind
from helpdesk.domain.people import Requester
from helpdesk.domain.snoozing import FollowUp, Preset
from helpdesk.domain.ticket_link import LinkedTicket, Relation
from helpdesk.domain.ticket_panel import AgentLoad
from helpdesk.ui.language import Words, clock, day, mark, tr, trn

PRESETS: Mapping[Preset, str] = Words(
    {
        Preset.LATER_TODAY: mark("Later today"),
        Preset.THIS_EVENING: mark("This evening"),
        Preset.TOMORROW: mark("Tomorrow morning"),
        Preset.NEXT_MONDAY: mark("Next Monday"),
        Preset.IN_A_WEEK: mark("In a week"),
        Preset.IN_A_MONTH: mark("In a month"),
    }
)
NEAR = (Preset.LATER_TODAY, Preset.THIS_EVENING, Preset.TOMORROW)
RELATIONS: Mapping[Relation, str] = Words(
    {
        Relation.RELATED: mark("Related to"),
        Relation.BLOCKS: mark("Blocks"),
        Relation.BLOCKED_BY: mark("Blocked by"),
        Relation.DUPLICATE_OF: mark("Duplicate of"),
        Relation.HAS_DUPLICATE: mark("Has the duplicate"),
    }
)
FIELD_KINDS: Mapping[FieldKind, str] = Words(
    {
        FieldKind.TEXT: mark("Text"),
        FieldKind.NUMBER: mark("Number"),
        FieldKind.DATE: mark("Date"),
        FieldKind.CHOICE: mark("Choice"),
        FieldKind.YES_NO: mark("Yes or no"),
    }
)
FIELD_HINTS: Mapping[FieldKind, str] = Words({FieldKind.NUMBER: mark("like 12.5"), FieldKind.DATE: mark("like 2026-05-31")})


def moment_words(at: datetime, now: datetime) -> str:
    """'today 14:00', 'tomorrow 09:00', else the date with the clock."""
    days = (at.astimezone().date() - now.astimezone().date()).days
    if days == 0:
        return tr("today {clock}", clock=clock(at))
    if days == 1:
        return tr("tomorrow {clock}", clock=clock(at))
    return tr("{day} {clock}", day=day(at), clock=clock(at))


def preset_words(preset: Preset, at: datetime) -> str:
    """'Tomorrow morning, 09:00'; the date too when the name does not say it."""
    when = clock(at) if preset in NEAR else tr("{day} {clock}", day=day(at), clock=clock(at))
    return tr("{preset}, {when}", preset=PRESETS[preset], when=when)


def sleeps_words(until: datetime | None, now: datetime) -> str:
    """In a list of tickets; '' for one that is awake."""
    return "" if until is None or until <= now else tr("Asleep until {when}", when=moment_words(until, now))


def asleep_words(until: datetime, now: datetime, *, only_thanks: bool) -> str:
    if until <= now + timedelta(seconds=1):
        return tr("Wakes in a moment.")
    said = tr("Asleep until {when}.", when=moment_words(until, now))
    return tr("{asleep} The customer only said thanks, so it sleeps on.", asleep=said) if only_thanks else said


def follow_up_words(follow_up: FollowUp, now: datetime) -> str:
    when = moment_words(follow_up.at, now)
    return (
        tr("Comes back {when}: {note}", when=when, note=follow_up.note)
        if follow_up.note
        else tr("Comes back {when}", when=when)
    )


def unfinished_words(still: int, of: int) -> str:
    return trn("Solved with {n} step of {of} still open.", "Solved with {n} steps of {of} still open.", still, of=of)


def link_words(linked: LinkedTicket, status: str) -> str:
    return tr(
        "{relation} #{number} {subject} · {status}",
        relation=RELATIONS[linked.relation],
        number=linked.ticket_id,
        subject=linked.subject,
        status=status,
    )


def load_words(load: AgentLoad, me: str) -> str:
    """The agent with his open tickets."""
    open_tickets = trn("{n} open ticket", "{n} open tickets", load.open_tickets)
    if load.agent.name == me:
        return tr("{name} (you) · {tickets}", name=load.agent.name, tickets=open_tickets)
    return tr("{name} · {tickets}", name=load.agent.name, tickets=open_tickets)


def person_words(who: Requester) -> str:
    """Name and address, or the one there is."""
    if who.name and who.email:
        return tr("{name} · {address}", name=who.name, address=who.email)
    return who.name or who.email or tr("Somebody without a name")
