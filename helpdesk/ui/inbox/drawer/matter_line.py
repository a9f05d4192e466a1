"""A quiet line over the conversation: the same person seems to have written about this before."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from helpdesk.services.changing.matters import SameMatter
from helpdesk.ui import theme, wording
from helpdesk.ui.kit import ElidedLabel, button, row
from helpdesk.ui.kit.direction import edges
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.language import tr, trn

NAMED = 3


class MatterLine(QFrame):
    """Passive; hidden while it has nothing to say."""

    merge_requested = Signal()
    apart_requested = Signal()
    open_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = ElidedLabel("", "caption")
        self.merge = button("", "quiet")
        self.open = button(tr("Open"), "quiet", name=tr("Open the ticket that looks like the same matter"))
        self.apart = button(tr("Not the same"), "quiet", name=tr("Not the same matter: do not ask again"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(edges(theme.L, 0, theme.S, 0))
        layout.addWidget(row(self._words, self.merge, self.open, self.apart, gap=theme.XS))
        theme.dress(self, "ruled")
        self.merge.clicked.connect(self.merge_requested)
        self.apart.clicked.connect(self.apart_requested)
        self.open.clicked.connect(self.open_requested)
        self.hide()

    def show_matters(self, found: Sequence[SameMatter]) -> None:
        self.setVisible(bool(found))
        if not found:
            return
        first = found[0].ticket
        if len(found) == 1:
            self._words.say(
                tr(
                    "#{ticket} {subject} ({status}): same person, likely the same matter",
                    ticket=first.ticket_id,
                    subject=one_line(first.subject),
                    status=wording.STATUSES[first.status],
                )
            )
        else:
            named = ", ".join(f"#{one.ticket.ticket_id}" for one in found[:NAMED])
            more = f" {trn('and {n} more', 'and {n} more', len(found) - NAMED)}" if len(found) > NAMED else ""
            self._words.say(tr("{tickets}: same person, likely the same matter", tickets=f"{named}{more}"))
        words = trn("Merge it into this", "Merge all {n} into this", len(found))
        self.merge.setText(words)
        self.merge.setAccessibleName(words)

    def words(self) -> str:
        return "" if self.isHidden() else self._words.text()
