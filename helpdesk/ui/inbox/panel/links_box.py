"""Tickets that belong to this one."""

import re
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from helpdesk.domain.ticket_link import LinkedTicket, Relation
from helpdesk.ui import theme, wording
from helpdesk.ui.inbox.panel.rows_box import RowsBox
from helpdesk.ui.kit import column, glyph_button, row
from helpdesk.ui.kit.line_button import LineButton
from helpdesk.ui.kit.line_edit import line_edit
from helpdesk.ui.kit.pick_box import PickBox
from helpdesk.ui.language import tr
from helpdesk.ui.panel_words import RELATIONS, link_words

NUMBER = re.compile(r"#?(\d{1,12})")
NUMBER_WIDTH = 100


class LinksBox(RowsBox):
    """Passive: `added` and `removed` carry relation and ticket number, `opened` a number; `refused` what is
    none."""

    refused = Signal(str)
    added = Signal(str, int)
    removed = Signal(str, int)
    opened = Signal(int)

    def __init__(self) -> None:
        self.relation = PickBox(tr("How the tickets belong together"))
        for relation in Relation:
            self.relation.addItem(RELATIONS[relation])
        self.line = line_edit(tr("Number of the other ticket"), tr("Number"), 14)
        self.line.setMaximumWidth(theme.scaled(NUMBER_WIDTH))
        self.relation.setMinimumContentsLength(8)
        self.relation.setSizeAdjustPolicy(PickBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        beside = column if theme.is_large() else row
        super().__init__(beside(self.relation, self.line, gap=theme.XS))
        self.line.returnPressed.connect(self._add)
        self._shown: tuple[LinkedTicket, ...] = ()

    def words(self) -> list[str]:
        return [link_words(one, wording.STATUSES[one.status]) for one in self._shown]

    def show_links(self, links: Sequence[LinkedTicket]) -> None:
        if tuple(links) == self._shown:
            return
        self._shown = tuple(links)
        self._put(self._made_row(one) for one in links)

    def _made_row(self, linked: LinkedTicket) -> QFrame:
        said = link_words(linked, wording.STATUSES[linked.status])
        to = LineButton(said, "row")
        to.clicked.connect(lambda _=False: self.opened.emit(linked.ticket_id))
        gone = glyph_button("close", tr("Take away the link to ticket {number}", number=linked.ticket_id))
        gone.clicked.connect(lambda _=False: self.removed.emit(linked.relation.value, linked.ticket_id))
        return row(to, gone, gap=2)

    def _add(self) -> None:
        match = NUMBER.fullmatch(self.line.text().strip())
        if match:
            self.line.clear()
            self.added.emit(tuple(Relation)[self.relation.currentIndex()].value, int(match[1]))
        elif self.line.text().strip():
            self.line.selectAll()
            self.refused.emit(self.line.text().strip())
