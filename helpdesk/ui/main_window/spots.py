"""The places of the window, in the order of the rail; help stands apart at its foot."""

from dataclasses import dataclass

from helpdesk.ui.language import mark


@dataclass(frozen=True)
class Spot:
    """`module` has the screen's `build`; it is loaded when the place is first gone to."""

    name: str
    title: str
    glyph: str
    module: str


SPOTS = (
    Spot("review", mark("Review"), "review", "helpdesk.ui.review"),
    Spot("inbox", mark("Inbox"), "inbox", "helpdesk.ui.inbox"),
    Spot("knowledge", mark("Knowledge"), "knowledge", "helpdesk.ui.knowledge"),
    Spot("insights", mark("Insights"), "insights", "helpdesk.ui.insights"),
    Spot("preferences", mark("Preferences"), "preferences", "helpdesk.ui.preferences"),
)
HELP = Spot("help", mark("Help"), "help", "helpdesk.ui.help")


def begun_at(name: str) -> Spot:
    """The place the window was last at; the first one where there is none of that name."""
    return next((spot for spot in (*SPOTS, HELP) if spot.name == name), SPOTS[0])
