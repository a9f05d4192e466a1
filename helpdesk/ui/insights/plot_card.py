"""A plot with what it finds in words above it, and the table behind it."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from helpdesk.ui import theme
from helpdesk.ui.insights.inks import Swatch
from helpdesk.ui.insights.plain_table import PlainTable
from helpdesk.ui.kit import Label, button, row
from helpdesk.ui.kit.flow import flow
from helpdesk.ui.language import mark, tr

if TYPE_CHECKING:
    from helpdesk.ui.insights.picture import Picture
    from helpdesk.ui.insights.plot_canvas import PlotCanvas

HINT = mark("Point at a value, or press the arrow keys, to read it. T shows the table.")
HEIGHT = 250
LINE, ONE_LINE = 26, 15


class PlotCard(QFrame):
    """Not there before it has something to say, and drawn only when it is on display. T, or the button, puts the table in the
    plot's place; what is on display is what is saved."""

    save_wanted = Signal()

    def __init__(self, *, on_paper: bool = False) -> None:
        """`on_paper` leaves out what can only be pressed."""
        super().__init__()
        self._on_paper = on_paper
        self.picture: Picture | None = None
        self._canvas: PlotCanvas | None = None
        self._drawn: Picture | None = None
        self._title = Label("", "strong")
        self._finding = Label("", wraps=True)
        self._note = Label("", "caption", wraps=True)
        self._empty = Label("", "muted", wraps=True)
        self._legend = flow(gap=theme.L)
        self._read_out = Label("", "caption", wraps=True)
        self._read_out.setMinimumHeight(theme.scaled(ONE_LINE))
        self.as_table = button(tr("Table"), "quiet", name=tr("Show the table"), key="T")
        self.as_table.setCheckable(True)
        self.save = button(tr("Save picture…"), "quiet")
        self._table = PlainTable()
        self._head = flow(self._title, far=(self.as_table, self.save))
        self._stack = QStackedWidget()
        self._lay_out()
        self.as_table.toggled.connect(self._turned)
        self.save.clicked.connect(self.save_wanted)
        turn = QShortcut(QKeySequence("T"), self)
        turn.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        turn.activated.connect(self.turn)
        self.hide()

    def show_picture(self, picture: Picture) -> None:
        if picture == self.picture:
            return
        self.picture = picture
        self._title.say(picture.title)
        self._finding.say(picture.finding)
        self._note.say(picture.note)
        self._empty.say(picture.empty)
        self.setAccessibleName(picture.title)
        self.setAccessibleDescription(picture.spoken)
        there = not picture.empty
        self._head.setVisible(bool(picture.title))
        self._finding.setVisible(there and bool(picture.finding))
        self._stack.setVisible(there)
        for part in (self._read_out, self.as_table, self.save):
            part.setVisible(there and not self._on_paper)
        self._empty.setVisible(not there)
        self._note.setVisible(there and bool(picture.note))
        self._stack.setFixedHeight(max(theme.scaled(HEIGHT), picture.lines * theme.scaled(LINE) + theme.scaled(70)))
        self._read_out.say("")
        self._table.show_table(tr("{title}, as a table", title=picture.title), picture.table)
        self._show_legend(picture)
        self.show()
        if self.isVisible():
            self._draw()

    def turn(self) -> None:
        if self.as_table.isVisibleTo(self):
            self.as_table.toggle()

    def canvas(self) -> PlotCanvas:
        """Made when it is first needed: what draws is expensive to load."""
        if self._canvas is None:
            made: PlotCanvas = importlib.import_module("helpdesk.ui.insights.plot_canvas").PlotCanvas()
            self._canvas = made
            self._canvas.read_out.connect(self._read_out.say)
            self._canvas.setToolTip(tr(HINT))
            self._canvas.installEventFilter(self)
            self._stack.insertWidget(0, self._canvas)
            self._turned(self.as_table.isChecked())
        return self._canvas

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Who comes with the keyboard is told how to read; who comes with the pointer has the tooltip."""
        if event.type() == QEvent.Type.FocusIn and not self._read_out.text():
            self._read_out.say(tr(HINT))
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._draw()

    def _draw(self) -> None:
        if self.picture is not None and not self.picture.empty and self.picture is not self._drawn:
            self._drawn = self.picture
            self.canvas().show_picture(self.picture)

    def _turned(self, table: bool) -> None:
        self.as_table.setText(tr("Plot") if table else tr("Table"))
        self.as_table.setAccessibleName(tr("Show the plot") if table else tr("Show the table"))
        self.save.setText(tr("Save table…") if table else tr("Save picture…"))
        self.save.setAccessibleName(self.save.text())
        self._read_out.setVisible(not table and not self._on_paper)
        wanted: QWidget | None = self._table if table else self._canvas
        if wanted is None:
            return
        shown = self._stack.currentWidget()
        had_focus = shown is not None and shown.hasFocus()
        self._stack.setCurrentWidget(wanted)
        if had_focus:
            wanted.setFocus()

    def _show_legend(self, picture: Picture) -> None:
        self._legend.empty()
        named = [series for series in picture.series if series.name]
        for series in named:
            part = row(Swatch(series), Label(series.name, "caption"), gap=theme.XS)
            self._legend.add(part)
            part.show()
        self._legend.setVisible(len(named) > 1)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        layout.setSpacing(theme.S)
        self._stack.addWidget(self._table)
        self._stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for part in (self._head, self._finding, self._empty, self._legend, self._stack, self._read_out, self._note):
            layout.addWidget(part)
        layout.addStretch(1)
        theme.dress(self, "card")
