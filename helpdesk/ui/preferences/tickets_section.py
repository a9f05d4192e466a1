"""What tickets can be given to and filled with: the cards of agents and of fields, with what moves them."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from helpdesk.services.desk import Desk
from helpdesk.ui.bridge import Bridge
from helpdesk.ui.preferences.agents_card import AgentsCard
from helpdesk.ui.preferences.agents_presenter import AgentsPresenter
from helpdesk.ui.preferences.fields_card import FieldsCard
from helpdesk.ui.preferences.fields_presenter import FieldsPresenter
from helpdesk.ui.preferences.page import Cells


class TicketsSection(QFrame):
    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.agents, self.fields = AgentsCard(), FieldsCard()
        self._agents, self._fields = AgentsPresenter(self.agents, bridge), FieldsPresenter(self.fields, bridge)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Cells((self.agents, self.fields), wide=True))

    def desk_ready(self, desk: Desk) -> None:
        self._agents.desk_ready(desk)
        self._fields.desk_ready(desk)
