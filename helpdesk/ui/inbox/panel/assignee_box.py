"""Who has the ticket, seen and changed in the bar over it."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal

from helpdesk.domain.people import Agent
from helpdesk.ui.kit.pick_box import PickBox
from helpdesk.ui.language import tr

SHORTEST = 9
"""Letters of a name that are seen in a narrow window."""


class AssigneeBox(PickBox):
    """`chosen` carries an agent's name, '' for nobody. Empty and out of reach until it is known whose the ticket is."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr("Who has the ticket"))
        self._names: tuple[str, ...] = ()
        self.setToolTip(tr("Who has the ticket"))
        self.setMinimumContentsLength(SHORTEST)
        self.setSizeAdjustPolicy(PickBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.activated.connect(lambda place: self.chosen.emit(self._names[place]))
        self.show_none()

    def show_none(self) -> None:
        self.setCurrentIndex(-1)
        self.setEnabled(False)

    def show_agents(self, agents: Sequence[Agent], me: str) -> None:
        """Nobody first, then the agent who sits here, then the others."""
        mine = [one.name for one in agents if one.name == me]
        names = ("", *mine, *(one.name for one in agents if one.name != me))
        if names == self._names:
            return
        self._names = names
        blocker = QSignalBlocker(self)
        self.clear()
        for name in names:
            self.addItem(tr("{name} (you)", name=name) if name and name == me else name or tr("Nobody"))
        blocker.unblock()

    def show_assignee(self, agent: Agent | None) -> None:
        name = agent.name if agent else ""
        self.setCurrentIndex(self._names.index(name) if name in self._names else 0)
        self.setEnabled(True)
