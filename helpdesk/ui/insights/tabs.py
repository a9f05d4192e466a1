"""The tabs of Insights, in the order of the bar."""

from dataclasses import dataclass

from helpdesk.ui.language import mark


@dataclass(frozen=True)
class TabPlace:
    """`module` has `build(context: ScreenContext) -> InsightsTab`; it is loaded when the tab is first gone to."""

    name: str
    title: str
    module: str


TABS = (
    TabPlace("today", mark("Today"), "helpdesk.ui.insights.today_tab"),
    TabPlace("confidence", mark("Confidence"), "helpdesk.ui.insights.confidence_tab"),
    TabPlace("sending", mark("Sending"), "helpdesk.ui.insights.sending_tab"),
    TabPlace("trends", mark("Trends"), "helpdesk.ui.insights.trends_tab"),
    TabPlace("trial", mark("Trial"), "helpdesk.ui.insights.history_tab"),
    TabPlace("gaps", mark("Gaps"), "helpdesk.ui.insights.gaps_tab"),
)
