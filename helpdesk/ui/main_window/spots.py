"""The places of the window, in the order of the rail; help stands apart at its foot."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Spot:
    """`module` has the screen's `build`; it is loaded when the place is first gone to."""

    name: str
    title: str
    glyph: str
    module: str


SPOTS = (
    Spot("review", "Review", "review", "helpdesk.ui.review"),
    Spot("inbox", "Inbox", "inbox", "helpdesk.ui.inbox"),
    Spot("knowledge", "Knowledge", "knowledge", "helpdesk.ui.knowledge"),
    Spot("insights", "Insights", "insights", "helpdesk.ui.insights"),
    Spot("preferences", "Preferences", "preferences", "helpdesk.ui.preferences"),
)
HELP = Spot("help", "Help", "help", "helpdesk.ui.help")
