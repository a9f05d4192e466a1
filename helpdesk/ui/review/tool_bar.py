"""The ways to rewrite a reply, each one button; those that cannot work now rest."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from helpdesk.domain.rewriting import Tool, Wish
from helpdesk.services.assistance import Offer
from helpdesk.ui import assist_words, theme
from helpdesk.ui.kit import button, row
from helpdesk.ui.kit.flow import flow
from helpdesk.ui.kit.line_edit import line_edit
from helpdesk.ui.kit.pick_box import PickBox
from helpdesk.ui.language import tr
from helpdesk.ui.language_names import LANGUAGES

AT_ONCE = (Tool.SHORTER, Tool.FRIENDLIER, Tool.SIMPLER)
LONGEST_INSTRUCTION = 300


class ToolBar(QFrame):
    wished = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[Tool, QPushButton] = {tool: button(assist_words.TOOLS[tool]) for tool in AT_ONCE}
        for tool, made in self.buttons.items():
            made.clicked.connect(lambda _=False, tool=tool: self.wished.emit(Wish(tool)))
        self.languages = PickBox(tr("Translate into"))
        for code, name in LANGUAGES.items():
            self.languages.addItem(name, code)
        translate = button(assist_words.TOOLS[Tool.TRANSLATE], name=tr("Translate into the chosen language"))
        translate.clicked.connect(lambda: self.wished.emit(Wish(Tool.TRANSLATE, language=str(self.languages.currentData()))))
        self.instruction = line_edit(
            tr("Your own words for the rewriting"), tr("In your own words: mention the spare key"), LONGEST_INSTRUCTION
        )
        instruct = button(assist_words.TOOLS[Tool.INSTRUCTION], name=tr("Rewrite as I say"))
        instruct.clicked.connect(self._instruct)
        self.instruction.returnPressed.connect(self._instruct)
        self.instruction.textChanged.connect(lambda _: self._weigh())
        self.buttons |= {Tool.TRANSLATE: translate, Tool.INSTRUCTION: instruct}
        self._able = frozenset(Tool)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        layout.addWidget(flow(*(self.buttons[tool] for tool in AT_ONCE), gap=theme.S))
        layout.addWidget(flow(self.languages, translate, gap=theme.S))
        layout.addWidget(row(self.instruction, instruct, gap=theme.S))

    def show_offers(self, offers: Sequence[Offer]) -> None:
        self._able = frozenset(offer.tool for offer in offers if offer.obstacle is None)
        self._weigh()

    def rest(self, resting: bool) -> None:
        self.setEnabled(not resting)

    def begin(self) -> None:
        first = next((made for made in self.buttons.values() if made.isEnabled()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _weigh(self) -> None:
        for tool, made in self.buttons.items():
            made.setEnabled(tool in self._able)
        self.languages.setEnabled(Tool.TRANSLATE in self._able)
        self.instruction.setEnabled(Tool.INSTRUCTION in self._able)
        written = bool(self.instruction.text().strip())
        self.buttons[Tool.INSTRUCTION].setEnabled(Tool.INSTRUCTION in self._able and written)

    def _instruct(self) -> None:
        words = self.instruction.text().strip()
        if words and Tool.INSTRUCTION in self._able:
            self.wished.emit(Wish(Tool.INSTRUCTION, instruction=words))
