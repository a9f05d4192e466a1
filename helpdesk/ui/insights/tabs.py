"""The tabs of Insights, in the order of the bar."""

from dataclasses import dataclass


@dataclass(frozen=True)
class TabPlace:
    """`module` has `build(context: ScreenContext) -> InsightsTab`; it is loaded when the tab is first gone to."""

    name: str
    title: str
    module: str


TABS = (
    TabPlace("today", "Today", "helpdesk.ui.insights.today_tab"),
    TabPlace("confidence", "Confidence", "helpdesk.ui.insights.confidence_tab"),
    TabPlace("sending", "Sending", "helpdesk.ui.insights.sending_tab"),
    TabPlace("trends", "Trends", "helpdesk.ui.insights.trends_tab"),
    TabPlace("trial", "Trial", "helpdesk.ui.insights.history_tab"),
    TabPlace("gaps", "Gaps", "helpdesk.ui.insights.gaps_tab"),
)
