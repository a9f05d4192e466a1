"""How one knowledge base is kept: for whom, how long its articles stay fresh, whether its folder is followed."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from helpdesk.domain.article import Audience, KnowledgeBase, WhenStale
from helpdesk.ui import theme, wording
from helpdesk.ui.kit import ElidedLabel, Label, button, glyph_button, row
from helpdesk.ui.kit.popover import Popover
from helpdesk.ui.knowledge.found_pane import pick
from helpdesk.ui.language import day_and_clock, mark, number, tr, trn

WIDTH = 480
INTERVALS = (0, 30, 60, 90, 180, 365, 730)
AUDIENCES = [
    (mark("Each article decides"), Audience.PUBLIC),
    (mark("For agents only, never quoted to customers"), Audience.INTERNAL),
]


class BaseSettings(Popover):
    """Every change is in force at once. Passive: it emits the base with what was chosen."""

    audience_chosen = Signal(object, object)
    review_chosen = Signal(object, int, object)
    watch_chosen = Signal(object, bool)
    rescan_requested = Signal(object, bool)
    remove_requested = Signal(object)

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, tr("Settings of this knowledge base"))
        self._base: KnowledgeBase | None = None
        self.audience = pick(tr("Audience of this knowledge base"), [(tr(words), audience) for words, audience in AUDIENCES])
        self.days = pick(tr("Articles want a review after"), [])
        self.when_stale = pick(tr("When an article is stale"), [(wording.WHEN_STALE[kind], kind) for kind in WhenStale])
        self.watch = QCheckBox(tr("Follow the folder while the desk is open"))
        self.look_first = QCheckBox(tr("Show first what would change"))
        self.look_first.setChecked(True)
        self.rescan = button(tr("Look again"), name=tr("Look through the folder of this base again"))
        self.remove = button(tr("Remove…"), "danger", name=tr("Remove this knowledge base with all its articles"))
        self.copy = button(tr("Copy path"), "quiet", name=tr("Copy the path of the folder"))
        for box in (self.watch, self.look_first):
            box.setAccessibleName(box.text())
        self._name = ElidedLabel("", "title")
        self._folder = ElidedLabel("", "caption")
        self._counts = Label("", "caption")
        self._lay_out()
        self._connect()

    def show_base(self, base: KnowledgeBase) -> None:
        self._base = base
        self._name.say(base.name)
        self._folder.say(base.folder)
        self._folder.setToolTip("")
        when = tr(" · imported {imported_at}", imported_at=day_and_clock(base.imported_at)) if base.imported_at else ""
        self._counts.say(
            " · ".join(
                (
                    trn("{n} article", "{n} articles", base.articles),
                    trn("{n} passage", "{n} passages", base.passages),
                )
            )
            + when
        )
        for part in (self.audience, self.days, self.when_stale, self.watch):
            part.blockSignals(True)
        self.audience.setCurrentIndex(self.audience.findData(base.audience))
        self._fill_days(base.review_days)
        self.when_stale.setCurrentIndex(self.when_stale.findData(base.when_stale))
        self.watch.setChecked(base.watched)
        for part in (self.audience, self.days, self.when_stale, self.watch):
            part.blockSignals(False)

    def open_for(self, base: KnowledgeBase, anchor: QWidget) -> None:
        self.show_base(base)
        self.open_above(anchor)

    def _first(self) -> QWidget:
        return self.audience

    def follows(self, bases: list[KnowledgeBase]) -> None:
        """The base may have changed meanwhile."""
        if self._base is not None and self.isVisible():
            again = next((base for base in bases if base.id == self._base.id), None)
            if again is not None:
                self.show_base(again)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        event.accept()

    def _lay_out(self) -> None:
        self.setFixedWidth(theme.scaled(WIDTH))
        self.body.setSpacing(theme.S)
        self.body.setContentsMargins(theme.L, theme.M, theme.L, theme.L)
        grid = QGridLayout()
        grid.setVerticalSpacing(theme.S)
        grid.setHorizontalSpacing(theme.M)
        for line, (words, part) in enumerate(
            ((tr("Audience"), self.audience), (tr("Review after"), self.days), (tr("Stale articles"), self.when_stale))
        ):
            label: QLabel = Label(words)
            label.setBuddy(part)
            grid.addWidget(label, line, 0)
            grid.addWidget(part, line, 1)
        grid.setColumnStretch(1, 1)
        close = glyph_button("close", tr("Close these settings"), key="Esc")
        close.clicked.connect(self.close_up)
        self.body.addWidget(row(self._name, close))
        self.body.addWidget(self._counts)
        self.body.addWidget(row(self._folder, self.copy, gap=theme.XS))
        self.body.addLayout(grid)
        self.body.addWidget(self.watch)
        self.body.addWidget(self.look_first)
        self.body.addWidget(row(self.rescan, None, self.remove))

    def _connect(self) -> None:
        self.audience.activated.connect(lambda _: self.audience_chosen.emit(self._base, Audience(self.audience.currentData())))
        self.days.activated.connect(lambda _: self._review())
        self.when_stale.activated.connect(lambda _: self._review())
        self.watch.clicked.connect(lambda on: self.watch_chosen.emit(self._base, on))
        self.rescan.clicked.connect(self._rescan)
        self.remove.clicked.connect(self._remove)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._base.folder if self._base else ""))

    def _fill_days(self, days: int) -> None:
        """An interval set elsewhere stands among the usual ones."""
        self.days.clear()
        for choice in sorted({*INTERVALS, days}):
            self.days.addItem(
                tr("{choice} days", choice=number(choice)) if choice else tr("never, unless an article says when"), choice
            )
        self.days.setCurrentIndex(self.days.findData(days))

    def _review(self) -> None:
        self.review_chosen.emit(self._base, self.days.currentData(), WhenStale(self.when_stale.currentData()))

    def _rescan(self) -> None:
        base = self._base
        self.close_up()
        self.rescan_requested.emit(base, self.look_first.isChecked())

    def _remove(self) -> None:
        base = self._base
        self.close_up()
        self.remove_requested.emit(base)
