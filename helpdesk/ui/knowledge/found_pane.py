"""What a search found, how it may be narrowed, what it took for misspelt, and what it left out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QStackedWidget, QVBoxLayout

from helpdesk.domain.article import Audience
from helpdesk.domain.evidence import Evidence
from helpdesk.ui import theme, wording
from helpdesk.ui.kit import ElidedLabel, EmptyState, column
from helpdesk.ui.kit.flow import flow
from helpdesk.ui.kit.paged_model import PagedModel
from helpdesk.ui.kit.pick_box import PickBox
from helpdesk.ui.kit.rows_view import RowsView
from helpdesk.ui.knowledge.article_rows import passages
from helpdesk.ui.knowledge.hit_rows import Found, HitDelegate, hit_height
from helpdesk.ui.knowledge.search_presenter import corrections
from helpdesk.ui.language import mark, number, tr
from helpdesk.ui.language_names import LANGUAGES
from helpdesk.ui.second_look_words import second_look_words

NOTHING = (mark("Nothing found"), mark("No passage speaks of this. A draft for such a question would say what is missing."), "")
NARROWED = (
    mark("Nothing found here"),
    mark("No passage inside these limits speaks of this; one outside of them may."),
    mark("Search everything"),
)


class FoundPane(QFrame):
    """Passive. `narrowed` carries audience (None: both), language code (empty: all) and whether stale articles stay out."""

    narrowed = Signal(object, str, bool)
    found_chosen = Signal(int)

    def __init__(self, model: PagedModel[Found]) -> None:
        super().__init__()
        self.audience = pick(
            tr("Audience"), [(tr("Every audience"), None), *((wording.AUDIENCES[kind], kind) for kind in Audience)]
        )
        names = sorted((name, code) for code, name in LANGUAGES.items())
        self.language = pick(tr("Language"), [(tr("Every language"), ""), *names])
        self.fresh = QCheckBox(tr("Fresh only"))
        self.fresh.setAccessibleName(tr("Only articles that are not stale"))
        self.rows = RowsView(tr("Found passages"), model, HitDelegate(), hit_height)
        self._corrected = ElidedLabel()
        self._corrected.hide()
        self._none = EmptyState("search", *map(tr, NOTHING))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.rows)
        self._stack.addWidget(self._none)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = column(flow(self.audience, self.language, self.fresh, gap=theme.S), self._corrected, gap=theme.XS)
        head.setContentsMargins(theme.M, theme.XS, theme.M, theme.S)
        layout.addWidget(head)
        layout.addWidget(self._stack, 1)
        self.audience.currentIndexChanged.connect(self._narrow)
        self.language.currentIndexChanged.connect(self._narrow)
        self.fresh.toggled.connect(self._narrow)
        self.rows.row_chosen.connect(self.found_chosen)
        self.rows.row_opened.connect(self.found_chosen)
        self._none.acted.connect(self.widen)

    def show_found(self, evidence: Evidence) -> None:
        said = corrections(evidence)
        self._corrected.say(said)
        self._corrected.setVisible(bool(said))
        if evidence.hits or evidence.left_out:
            self._stack.setCurrentWidget(self.rows)
            self.rows.scrollToTop()
        else:
            self._none.say(*map(tr, NARROWED if self.is_narrow() else NOTHING))
            self._stack.setCurrentWidget(self._none)

    def is_narrow(self) -> bool:
        return self.audience.currentData() is not None or bool(self.language.currentData()) or self.fresh.isChecked()

    def widen(self) -> None:
        self.audience.setCurrentIndex(0)
        self.language.setCurrentIndex(0)
        self.fresh.setChecked(False)

    def words(self) -> str:
        none = self._none.words() if self._stack.currentWidget() is self._none else ""
        return f"{self._corrected.text()} {none}".strip()

    def _narrow(self) -> None:
        audience = self.audience.currentData()
        self.narrowed.emit(Audience(audience) if audience else None, self.language.currentData(), self.fresh.isChecked())


def found_words(evidence: Evidence) -> str:
    left = tr(" · {count} left out", count=number(len(evidence.left_out))) if evidence.left_out else ""
    if second := second_look_words(evidence):
        left = f"{left} · {second}"
    return tr(
        "{passages} found {search_paths}{left}",
        passages=passages(len(evidence.hits)),
        search_paths=wording.SEARCH_PATHS[evidence.path],
        left=left,
    )


def pick(name: str, choices: list[tuple[str, object]]) -> PickBox:
    made = PickBox(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(11)
    for words, value in choices:
        made.addItem(words, value)
    return made
