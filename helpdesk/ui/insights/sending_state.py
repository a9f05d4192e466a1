"""Whether anything leaves by itself, by what right, and the buttons that change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from helpdesk.domain.autosend import Mode
from helpdesk.ui import theme
from helpdesk.ui.kit import Label, button, row
from helpdesk.ui.language import tr
from helpdesk.ui.sending_words import STOP_KEY

if TYPE_CHECKING:
    from helpdesk.ui.insights.sending_page import StateShown

LOOKS = {Mode.OVERRIDDEN: "banner-warning", Mode.PAUSED: "banner-error", Mode.STOPPED: "banner-error"}


class StateCard(QFrame):
    """Passive."""

    stop_wanted = Signal()
    sign_wanted = Signal()
    override_wanted = Signal()
    off_wanted = Signal()
    resume_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = Label("", "title")
        self._words = Label("", wraps=True, selectable=True)
        self._sentences = Label("", "strong", wraps=True, selectable=True)
        self._offered = Label("", "caption", wraps=True, selectable=True)
        self.stop = button(tr("Stop now"), "danger", name=tr("Stop all sending by itself"), key=STOP_KEY)
        self.sign = button(tr("Turn on…"), "primary", name=tr("Read what is proven and turn sending on"))
        self.resume = button(tr("Allow again…"), name=tr("Allow sending again after a stop or an alarm"))
        self.off = button(tr("Turn off"), name=tr("Turn sending by itself off"))
        self.override = button(tr("Send without proof…"), "quiet", name=tr("Send from a fixed line on without proof"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        layout.setSpacing(theme.S)
        buttons = row(self.stop, self.sign, self.resume, self.off, None, self.override)
        for part in (self._title, self._words, self._sentences, self._offered, buttons):
            layout.addWidget(part)
        theme.dress(self, "card")
        self.stop.clicked.connect(self.stop_wanted)
        self.sign.clicked.connect(self.sign_wanted)
        self.resume.clicked.connect(self.resume_wanted)
        self.off.clicked.connect(self.off_wanted)
        self.override.clicked.connect(self.override_wanted)

    def show_state(self, shown: StateShown) -> None:
        self._title.say(shown.title)
        self._words.say(shown.words)
        self._sentences.say("\n".join(shown.sentences))
        self._offered.say(shown.offered)
        self._sentences.setVisible(bool(shown.sentences))
        self._offered.setVisible(bool(shown.offered))
        self.stop.setVisible(shown.can_stop)
        self.sign.setVisible(shown.can_sign)
        self.sign.setText(tr("Sign what is new…") if shown.can_turn_off else tr("Turn on…"))
        self.off.setVisible(shown.can_turn_off)
        self.resume.setVisible(shown.can_resume)
        self.override.setVisible(not shown.can_resume and shown.mode in (Mode.OFF, Mode.UNPROVEN))
        theme.dress(self, LOOKS.get(shown.mode, "card"))
        self.setAccessibleName(f"{shown.title}. {shown.words}")

    def why(self) -> str:
        """The sentence that says how it stands."""
        return self._words.text()

    def words(self) -> str:
        return "\n".join(part.text() for part in (self._title, self._words, self._sentences, self._offered)).strip()
