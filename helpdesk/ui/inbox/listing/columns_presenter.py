"""Which columns a list shows: the usual ones, or those of its view from the moment they are changed there. Fields of the
desk's own are among them while they are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.domain.events import ChangeTurned
from helpdesk.ui.inbox.listing.columns import is_own
from helpdesk.ui.kit.toast import Toast
from helpdesk.ui.language import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpdesk.domain.custom_field import CustomField
    from helpdesk.domain.events import Event
    from helpdesk.services.desk import Desk
    from helpdesk.ui.inbox.listing.kept_look import Columns, KeptLook
    from helpdesk.ui.inbox.listing.list_pane import TicketListPane
    from helpdesk.ui.inbox.listing.list_presenter import TicketListPresenter
    from helpdesk.ui.kit import ScreenContext

FIELDS = "custom-field"
"""What a change of the fields themselves is called."""
SECONDS = 12.0
REST_MS = 300
"""The edge of a column moves by every pixel while it is dragged; the file is written once it rests."""


class ColumnsPresenter:
    def __init__(self, pane: TicketListPane, listing: TicketListPresenter, look: KeptLook, context: ScreenContext) -> None:
        self._pane = pane
        self._listing = listing
        self._look = look
        self._context = context
        self._desk: Desk | None = None
        self._resting = context.delays(REST_MS, look.keep)
        listing.begins = self._show
        pane.columns_changed.connect(self._change)
        pane.head.columns_spread.connect(self._spread)
        pane.head.columns_dropped.connect(self._drop)
        self._show()
        context.bridge.listen(self.heard)

    def desk_ready(self, desk: Desk) -> None:
        self._desk = desk
        self._ask_fields()

    def heard(self, event: Event) -> None:
        if isinstance(event, ChangeTurned) and FIELDS in event.facets:
            self._ask_fields()

    def left(self) -> None:
        self._resting.flush()

    def hand_on(self, place: int, made: int) -> None:
        """A view was made from the list that stood there."""
        self._look.hand_columns(place, made)
        self._look.keep()

    def _ask_fields(self) -> None:
        if self._desk is not None:
            self._context.bridge.call(self._desk.ticketing.fields.all, self._know, self._context.report)

    def _know(self, fields: Sequence[CustomField]) -> None:
        """One that was removed takes its column away; it is there again when that is taken back."""
        self._pane.know_fields(fields)
        if any(is_own(name) for name, _ in self._look.columns_in(self._listing.place)):
            self._pane.use_columns(self._look.columns_in(self._listing.place))
            self._listing.follow()

    def _show(self) -> None:
        columns = self._look.columns_in(self._listing.place)
        if columns != self._pane.rows.shown_columns():
            self._pane.use_columns(columns)
        self._tell()

    def _change(self, columns: Sequence[tuple[str, int]]) -> None:
        self._listing.follow()
        self._look.view_columns[self._listing.place] = list(columns)
        self._resting.stop()
        self._resting.start()
        self._tell()

    def _spread(self) -> None:
        before = (self._look.columns, dict(self._look.view_columns))
        self._put(self._pane.rows.shown_columns(), {})
        said = tr("All views show these columns now.")
        self._context.toasts.show_toast(Toast(said, tr("Undo"), lambda: self._put(*before), SECONDS))

    def _drop(self) -> None:
        place = self._listing.place
        self._put(self._look.columns, {view: own for view, own in self._look.view_columns.items() if view != place})

    def _put(self, usual: Columns, of_views: dict[int, Columns]) -> None:
        self._look.columns, self._look.view_columns = usual, of_views
        self._look.keep()
        self._show()
        self._listing.follow()

    def _tell(self) -> None:
        own = self._look.view_columns
        self._pane.head.show_own(self._listing.place in own, bool(own))
