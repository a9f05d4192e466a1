"""What views and groups are called."""

from helpdesk.domain.ticket_query import GroupBy, SavedView
from helpdesk.ui import wording
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.language import mark, number, tr
from helpdesk.ui.language_names import LANGUAGES

OF_THE_DESK = (
    mark("To do"),
    mark("Mine"),
    mark("Unassigned"),
    mark("Waiting for us"),
    mark("Overdue"),
    mark("Drafts to review"),
    mark("Snoozed"),
    mark("Mentions"),
    mark("Solved"),
    mark("All"),
)
"""The names of domain/default_views.BUILT_IN, for whoever translates them."""

DUE_STATES = {
    "": mark("No service level"),
    "running": mark("In time"),
    "soon": mark("Due soon"),
    "missed": mark("Overdue"),
    "paused": mark("Paused"),
}
TABLES = {
    GroupBy.STATUS: wording.STATUSES,
    GroupBy.PRIORITY: wording.PRIORITIES,
    GroupBy.CHANNEL: wording.CHANNELS,
    GroupBy.DRAFT: wording.DRAFT_STATES,
}
NONE = {
    GroupBy.ASSIGNEE: mark("Assigned to nobody"),
    GroupBy.TOPIC: mark("No topic"),
    GroupBy.LANGUAGE: mark("Language not known"),
    GroupBy.DRAFT: mark("No draft"),
}


def view_name(view: SavedView) -> str:
    """Views that came with the desk are said in the person's language."""
    return tr(view.name) if view.built_in else one_line(view.name)


def group_title(group: GroupBy, value: str, name: str, count: int) -> str:
    return f"{group_name(group, value, name)}  {number(count)}"


def group_name(group: GroupBy, value: str, name: str) -> str:
    if group is GroupBy.DUE_STATE:
        return tr(DUE_STATES.get(value, name))
    if group is GroupBy.LANGUAGE and value in LANGUAGES:
        return LANGUAGES[value]
    if value in ("", "none") and group in NONE:
        return tr(NONE[group])
    return TABLES[group].get(value, name) if group in TABLES else one_line(name or value)
