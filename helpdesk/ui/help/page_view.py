"""A page of the manual set in type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.ui import theme
from helpdesk.ui.kit.typeset import TypesetPage
from helpdesk.ui.language import tr

if TYPE_CHECKING:
    from helpdesk.ui.help.manual import ManualPage

WIDEST = 820


class PageView(TypesetPage):
    """Never wider than reads well."""

    def __init__(self) -> None:
        super().__init__(tr("Manual page"))
        self.setMaximumWidth(theme.scaled(WIDEST))

    def show_page(self, page: ManualPage) -> None:
        self.show_markdown(page.body)

    def scroll_by(self, pages: float) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(pages * bar.pageStep()))
