"""What was changed, in words: operations, their steps, and what could not be taken back."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from helpdesk.domain import change as c
from helpdesk.domain.change import Kept, Move, Operation, Preview, Spot, Step, Undone, Value
from helpdesk.domain.rule import AGENT as RULE
from helpdesk.ui import wording
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.language import day_and_clock, mark, tr, trn
from helpdesk.ui.language_names import LANGUAGES
from helpdesk.ui.reason_words import reason_said

KINDS: Mapping[str, str] = {
    "bulk": mark("Changed"),
    "status": mark("Status changed"),
    "view.made": mark("Made the view {name}"),
    "view.changed": mark("Changed the view {name}"),
    "view.removed": mark("Removed the view {name}"),
    "view.arranged": mark("Put the views in another order"),
    "priority": mark("Priority changed"),
    "assign": mark("Given to an agent"),
    "assignee": mark("Given to an agent"),
    "tag": mark("Tags changed"),
    "tags": mark("Tags changed"),
    "topic": mark("Topic changed"),
    "language": mark("Language changed"),
    "subject": mark("Subject changed"),
    "field": mark("Field changed"),
    "snooze": mark("Snoozed"),
    "macro.saved": mark("Wrote the macro {name}"),
    "macro.removed": mark("Removed the macro {name}"),
    "template.saved": mark("Wrote the template {name}"),
    "template.removed": mark("Removed the template {name}"),
    "merge": mark("Merged {sources} into #{target}"),
    "split": mark("Split #{target} off #{source}"),
    "told-apart": mark("Told apart: #{one} and {others}"),
    "import": mark("Imported {files}"),
    "macro": mark("Macro {name}"),
    "rule": mark("Rule {name}"),
    "rule.saved": mark("Rule {name} changed"),
    "rule.removed": mark("Rule {name} removed"),
    "service-level.saved": mark("Service level {name} changed"),
    "service-level.removed": mark("Service level {name} removed"),
    "calendar.saved": mark("Open hours {name} changed"),
    "calendar.removed": mark("Open hours {name} removed"),
    "escalation": mark("Missed by service level {name}"),
    "customer-wrote": mark("The customer wrote again"),
    "reply-left": mark("A reply left"),
    "message-read": mark("The message was read"),
    "decided-on": mark("Taken on by deciding about its draft"),
    "draft.reject": mark("Draft rejected"),
    "draft.escalate": mark("Draft escalated"),
    "decision.undone": mark("Decision about a draft taken back"),
    "agent.added": mark("Agent {name} added"),
    "agent.changed": mark("Agent {name} changed"),
    "agent.removed": mark("Agent {name} removed"),
    "field.defined": mark("Field {name} described"),
    "field.removed": mark("Field {name} removed"),
    "checklist.added": mark("Checklist: {text}"),
    "checklist.ticked": mark("Done: {text}"),
    "checklist.unticked": mark("Not done after all: {text}"),
    "checklist.removed": mark("Step taken away: {text}"),
    "link.added": mark("#{one} linked with #{other}"),
    "link.removed": mark("Link of #{one} with #{other} taken away"),
    "copy.added": mark("Replies also go to {address}"),
    "copy.removed": mark("Replies go no more to {address}"),
    "follow-up.set": mark("To be followed up"),
    "follow-up.removed": mark("Not to be followed up any more"),
    "follow-up.moot": mark("Follow-up dropped: the ticket was done"),
    "woken": mark("Woken"),
    "woke.time": mark("Woke: it had slept enough"),
    "woke.message": mark("Woke: the customer wrote"),
    "woke.follow-up": mark("Came back: nobody had answered"),
    "requester.noted": mark("Note about {name}"),
    "requester.merged": mark("{name} is the same person as {into}"),
    "requester.separated": mark("{name} is a person of its own"),
    "requester.apart": mark("{name} is somebody else"),
}
"""By kind, with the operation's words as {names}. Services with kinds of their own add them here."""

FACETS: Mapping[str, str] = {
    c.STATUS: mark("Status"),
    "view": mark("View"),
    "macro": mark("Macro"),
    "template": mark("Template"),
    c.PRIORITY: mark("Priority"),
    c.ASSIGNEE: mark("Assignee"),
    c.TAG: mark("Tag"),
    c.TOPIC: mark("Topic"),
    c.LANGUAGE: mark("Language"),
    c.SUBJECT: mark("Subject"),
    c.FIELD: mark("Field"),
    c.SNOOZE: mark("Snoozed until"),
    c.MERGED_INTO: mark("Merged into"),
    c.HIDDEN: mark("In the lists"),
    c.HOME: mark("Message"),
    c.COMPOSED: mark("Reply in progress"),
    "rule": mark("Rule"),
    "service-level": mark("Service level"),
    "calendar": mark("Open hours"),
    c.OTHER_MATTER: mark("Not the same matter as"),
    "checklist": mark("Step"),
    "link": mark("Link"),
    "follow-up": mark("Comes back"),
    "copy": mark("Replies also go to"),
    "requester-note": mark("Note"),
    "identity": mark("Same person as"),
    "apart": mark("Somebody else"),
    "custom-field": mark("Field"),
    "agent": mark("Agent"),
}
CALLED: Mapping[str, Mapping[str, str]] = {
    c.STATUS: wording.STATUSES,
    c.PRIORITY: wording.PRIORITIES,
    c.LANGUAGE: LANGUAGES,
}
"""What values of these are called."""
NUMBERED = ("checklist", "requester-note", "identity", "apart", "agent")
"""Facets whose keys are numbers that tell a person nothing."""
TELLING = ("text", "name", "at")
"""Of a value with several parts: the first of these that is there says enough."""
PLAIN = frozenset(
    (
        "bulk",
        "status",
        "priority",
        "assign",
        "assignee",
        "tag",
        "tags",
        "topic",
        "language",
        "subject",
        "snooze",
        "message-read",
    )
)
"""Kinds that are told by what they moved."""

NAMED = ("rule", "macro")
"""Kinds that are told by their name and by what they moved."""

OF_SEVERAL = ("merge", "split")
LONGEST = 80
NUMBERS = ("sources", "others")
"""Words of operations that hold the numbers of tickets."""


def said_of(operation: Operation) -> str:
    """One line: what was done, and to how many tickets."""
    what = _done(operation.kind, operation.words)
    if operation.kind == c.UNDO:
        return tr("Taken back: {what}", what=what)
    if operation.kind == c.REDO:
        return tr("Done again: {what}", what=what)
    counts = operation.tickets > 1 and operation.kind not in OF_SEVERAL
    return f"{what} · {trn('{n} ticket', '{n} tickets', operation.tickets)}" if counts else what


def _done(kind: str, words: Mapping[str, Value]) -> str:
    """What an operation did, or the one that it turned round."""
    if kind in (c.UNDO, c.REDO):
        kind = str(words.get("kind", ""))
    said = [move_words(replace(move, tickets=1)) for move in c.told_moves(words)]
    if said and kind in PLAIN:
        return one_line(" · ".join(said), LONGEST)
    told = _filled(tr(KINDS.get(kind, KINDS["bulk"])), words)
    return one_line(f"{told}: {' · '.join(said)}", 2 * LONGEST) if said and kind in NAMED else told


def _filled(words: str, values: Mapping[str, Value]) -> str:
    """A name that has no value stays empty: kinds are written by other hands than their words."""

    class Known(dict[str, str]):
        def __missing__(self, key: str) -> str:
            return ""

    shown = {name: _listed(name, value) for name, value in values.items()}
    return one_line(words.format_map(Known(shown)), LONGEST)


def _listed(name: str, value: Value) -> str:
    if isinstance(value, list):
        sign = "#" if name in NUMBERS else ""
        return ", ".join(f"{sign}{one}" for one in value[:5]) + (", …" if len(value) > 5 else "")
    return str(value)


def who(operation: Operation) -> str:
    """A rule is named by what it did."""
    by_rule = operation.kind == "rule" and operation.agent.startswith(RULE)
    return (not by_rule and reason_said(one_line(operation.agent))) or tr("By itself")


def spot_words(spot: Spot) -> str:
    return tr(FACETS[spot.facet]) if spot.facet in FACETS else spot.facet


def value_words(facet: str, value: Value) -> str:
    if facet in CALLED and value in CALLED[facet]:
        return CALLED[facet][value]
    if facet == c.SNOOZE and value:
        return day_and_clock(datetime.fromisoformat(value["until"]))
    if facet == c.HIDDEN:
        return tr("no") if value else tr("yes")
    if facet in (c.HOME, c.MERGED_INTO) and value:
        return f"#{value}"
    return _plain_value(LANGUAGES.get(str(value), value) if facet == c.LANGUAGE else value)


def _plain_value(value: Value) -> str:
    if value is None or value == "":
        return tr("nothing")
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if isinstance(value, Mapping):
        part = next((name for name in TELLING if name in value), "")
        return day_and_clock(datetime.fromisoformat(value[part])) if part == "at" else _plain_value(value.get(part))
    return one_line(str(value), LONGEST)


def move_words(move: Move) -> str:
    """'Status: New → Solved (3 tickets)'."""
    count = trn("{n} ticket", "{n} tickets", move.tickets)
    if move.facet == c.TAG:
        words = tr("Tag {tag} added", tag=move.key) if move.after else tr("Tag {tag} taken away", tag=move.key)
    elif move.facet == c.HIDDEN:
        words = tr("Taken out of the lists") if move.after else tr("Put into the lists")
    elif move.facet == c.HOME:
        return trn("{n} message: {before} → {after}", "{n} messages: {before} → {after}", move.tickets, **_ends(move))
    else:
        key = "" if move.facet in NUMBERED else move.key
        name = spot_words(Spot(move.facet, None, key))
        words = _became(f"{name} {key}".strip(), move)
    return words if move.tickets == 1 else f"{words} ({count})"


def _became(name: str, move: Move) -> str:
    """What was nothing before is not told as a change."""
    if move.before in (None, "") and move.after not in (None, ""):
        return tr("{name}: {after}", name=name, after=value_words(move.facet, move.after))
    return tr("{name}: {before} → {after}", name=name, **_ends(move))


def _ends(move: Move) -> dict[str, str]:
    return {"before": value_words(move.facet, move.before), "after": value_words(move.facet, move.after)}


def steps_words(steps: Sequence[Step]) -> list[str]:
    """Messages are counted together: each is a step of its own."""
    together = [Step(Spot(s.spot.facet, s.spot.ticket_id), s.before, s.after) if s.spot.facet == c.HOME else s for s in steps]
    return [move_words(move) for move in c.moves(tuple(together))]


def preview_words(preview: Preview) -> list[str]:
    lines = [move_words(move) for move in preview.moves]
    if preview.unchanged:
        lines.append(trn("{n} ticket is so already", "{n} tickets are so already", preview.unchanged))
    if preview.retired:
        lines.append(trn("{n} waiting draft goes", "{n} waiting drafts go", preview.retired))
    return lines


def undone_words(undone: Undone) -> str:
    """What happened when it was taken back (or done again), and what stays."""
    said = [_outcome(undone)]
    if undone.kept:
        said.append(_kept_words(undone.kept))
    if undone.stayed:
        said.append(trn("{n} message that came since stays.", "{n} messages that came since stay.", undone.stayed))
    return " ".join(said)


def _outcome(undone: Undone) -> str:
    of = undone.of
    if undone.operation is None:
        return tr("Nothing could be put back.")
    if undone.stopped:
        values = trn("{n} value is back", "{n} values are back", undone.values)
        return tr("Stopped: {values}. Take it back again for the rest.", values=values)
    what = _done(of.kind, of.words)
    if undone.operation.tickets > 1 and c.told_moves(of.words):
        what = tr("{what} ({tickets})", what=what, tickets=trn("{n} ticket", "{n} tickets", undone.operation.tickets))
    return tr("Done again: {what}.", what=what) if of.kind == c.UNDO else tr("Taken back: {what}.", what=what)


def _kept_words(kept: Sequence[Kept]) -> str:
    """The first by name, the others counted: the drawer has them all."""
    first = kept[0]
    where = f"#{first.step.spot.ticket_id}: " if first.step.spot.ticket_id is not None else ""
    if first.why:
        reason = tr("somebody has worked on it since")
    elif first.agent:
        reason = tr("{agent} has changed it since", agent=one_line(first.agent))
    else:
        reason = tr("it has changed since")
    head = tr("{where}{what} stays as it is: {reason}.", where=where, what=spot_words(first.step.spot), reason=reason)
    rest = len(kept) - 1
    return head if not rest else f"{head} {trn('So does {n} more.', 'So do {n} more.', rest)}"
