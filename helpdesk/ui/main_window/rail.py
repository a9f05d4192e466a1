"""The navigation rail."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QVBoxLayout

from helpdesk.ui import theme
from helpdesk.ui.kit.buttons import GlyphButton, glyph_button
from helpdesk.ui.language import tr
from helpdesk.ui.main_window.spots import HELP, SPOTS, Spot

SHEET_KEY = "?"
HELP_KEY = "F1"


class Rail(QFrame):
    """Emits the name of the place that was chosen."""

    chosen = Signal(str)
    keys_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(theme.rail_width(tuple(tr(spot.title) for spot in (*SPOTS, HELP))))
        self.setAccessibleName(tr("Places"))
        theme.dress(self, "rail")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.XS, theme.S, theme.XS, theme.S)
        layout.setSpacing(theme.XS)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, GlyphButton] = {}
        for number, spot in enumerate(SPOTS, start=1):
            layout.addWidget(self._button(spot, f"Ctrl+{number}"))
        layout.addStretch(1)
        layout.addWidget(self._button(HELP, HELP_KEY))
        sheet = glyph_button("keyboard", tr("Keyboard shortcuts"), key=SHEET_KEY, role="place")
        sheet.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        sheet.clicked.connect(self.keys_wanted)
        layout.addWidget(sheet)

    def show_chosen(self, name: str) -> None:
        self._buttons[name].setChecked(True)

    def _button(self, spot: Spot, key: str) -> GlyphButton:
        made = GlyphButton(spot.glyph, 22)
        made.setText(tr(spot.title))
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        made.setCheckable(True)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        keys = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        made.setToolTip(f"{tr(spot.title)} ({keys})")
        made.setAccessibleName(tr(spot.title))
        made.clicked.connect(lambda _=False, name=spot.name: self.chosen.emit(name))
        theme.dress(made, "place")
        self._group.addButton(made)
        self._buttons[spot.name] = made
        return made
