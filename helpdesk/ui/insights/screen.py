"""The frame of Insights: a bar of tabs, and the tab one is at."""

from __future__ import annotations

import importlib
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout

from helpdesk.ui import theme
from helpdesk.ui.insights.export_panel import ExportPanel
from helpdesk.ui.insights.export_presenter import ExportPresenter
from helpdesk.ui.insights.tab import WIDEST, InsightsTab
from helpdesk.ui.insights.tabs import TABS
from helpdesk.ui.kit import Label, Place, Screen, button, column, row
from helpdesk.ui.kit.segments import Segments
from helpdesk.ui.kit.shortcuts import Intent
from helpdesk.ui.language import mark, tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from helpdesk.services.desk import Desk
    from helpdesk.ui.kit import ScreenContext

GROUP = mark("Insights")
NAMES = tuple(place.name for place in TABS)
INTENTS = (
    Intent("refresh", ("F5",), mark("Count again"), GROUP),
    Intent("insights-next-tab", ("Ctrl+PgDown",), mark("Next tab"), GROUP),
    Intent("insights-previous-tab", ("Ctrl+PgUp",), mark("Previous tab"), GROUP),
    *(Intent(f"tab-{place.name}", (f"Alt+{number}",), place.title, GROUP) for number, place in enumerate(TABS, start=1)),
)


class InsightsScreen(Screen):
    """Goes to the tab it is asked for (`Place.section`), else to the one it was left at, in this run or the last."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._context = context
        self._desk: Desk | None = None
        self._watched = False
        self._tabs: dict[str, InsightsTab] = {}
        self._kept = context.workspace.folder / "insights-tab"
        self.bar = Segments(tr("Part of Insights"), [tr(place.title) for place in TABS])
        self.bar.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._stack = QStackedWidget()
        self._refresh = button(tr("Refresh"), "quiet", name=tr("Count again"), key="F5")
        self.export = button(tr("Export"), "quiet", name=tr("Export tickets and numbers"))
        self.export.setCheckable(True)
        self.panel = ExportPanel()
        self.exporting = ExportPresenter(self.panel, context)
        self._lay_out()
        self._name = kept_at(self._kept)
        self.bar.chosen.connect(lambda number: self.go_to(NAMES[number]))
        self._refresh.clicked.connect(self._ask_again)
        self.export.toggled.connect(self._show_export)
        acts: tuple[Callable[[], object], ...] = (
            self._ask_again,
            partial(self._step, 1),
            partial(self._step, -1),
            *(partial(self._show, name) for name in NAMES),
        )
        for intent, act in zip(INTENTS, acts, strict=True):
            context.shortcuts.add(self, intent, act)

    def desk_ready(self, desk: Desk) -> None:
        self._desk = desk
        self.exporting.desk_ready(desk)
        for tab in self._tabs.values():
            tab.desk_ready(desk)
        if self._watched:
            self._tabs[self._name].entered()

    def entered(self, place: Place) -> None:
        self._watched = True
        self.go_to(place.section if place.section in NAMES else self._name)
        self.bar.segment(self.bar.current()).setFocus()

    def left(self) -> None:
        self._watched = False
        if self._name in self._tabs:
            self._tabs[self._name].left()

    def tab(self, name: str) -> InsightsTab:
        """Built on demand."""
        if name not in self._tabs:
            found = next(place for place in TABS if place.name == name)
            made: InsightsTab = importlib.import_module(found.module).build(self._context)
            self._tabs[name] = made
            self._stack.addWidget(made)
            if self._desk is not None:
                made.desk_ready(self._desk)
        return self._tabs[name]

    def go_to(self, name: str) -> None:
        if name != self._name and self._name in self._tabs:
            self._tabs[self._name].left()
        self._name = name
        self.bar.choose(NAMES.index(name))
        shown = self.tab(name)
        self._stack.setCurrentWidget(shown)
        if self._watched:
            shown.entered()
            keep(self._kept, name)

    def _show_export(self, wanted: bool) -> None:
        self.panel.setVisible(wanted)
        if wanted:
            self.exporting.show_columns()

    def _step(self, by: int) -> None:
        self._show(NAMES[(NAMES.index(self._name) + by) % len(NAMES)])

    def _show(self, name: str) -> None:
        self.go_to(name)
        self.bar.segment(self.bar.current()).setFocus()

    def _ask_again(self) -> None:
        self.tab(self._name).refresh()

    def _lay_out(self) -> None:
        head = row(Label(tr("Insights"), "title"), theme.M, self.bar, None, self.export, self._refresh)
        head.setMaximumWidth(theme.scaled(WIDEST))
        head.setContentsMargins(theme.XL, theme.L, theme.XL, 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(column(head))
        panel = column(self.panel)
        panel.setMaximumWidth(theme.scaled(WIDEST))
        panel.setContentsMargins(theme.XL, theme.S, theme.XL, 0)
        whole.addWidget(column(panel))
        whole.addWidget(self._stack, 1)


def kept_at(file: Path) -> str:
    """The tab named in the file; the first when it names none."""
    try:
        said = file.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        said = ""
    return said if said in NAMES else NAMES[0]


def keep(file: Path, name: str) -> None:
    """Where somebody looked last is not worth a word when it cannot be written down."""
    try:
        file.write_text(name, "utf-8")
    except OSError:
        return
