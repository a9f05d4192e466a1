"""How the person likes the list, kept in a file of the workspace: columns and widths, what is sorted how, what is folded."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from helpdesk.domain.ticket_query import GroupBy, Sort, TicketQuery, as_json, from_json
from helpdesk.ui.inbox.listing.columns import BY_NAME, is_own

FILE = "inbox-look.json"
NARROW, WIDE = 30, 2000
Columns = list[tuple[str, int]]
"""Names and widths in their order; none: two lines for each ticket."""


@dataclass
class KeptLook:
    """Only taste: a file that cannot be read or written loses nothing but that, and is passed over. `columns` are the usual
    ones; a view in whose list they were changed has its own, by its number, all searches together have theirs under 0."""

    file: Path
    columns: Columns = field(default_factory=list)
    view_columns: dict[int, Columns] = field(default_factory=dict)
    sorts: dict[int, tuple[Sort, GroupBy | None]] = field(default_factory=dict)
    views_folded: bool = False
    panel_open: bool = False

    def load(self) -> None:
        try:
            told = json.loads(self.file.read_text("utf-8"))
        except (OSError, ValueError):
            return
        if isinstance(told, dict):
            self.views_folded = told.get("views_folded") is True
            self.panel_open = told.get("panel_open") is True
            self.columns = columns_of(told.get("columns"))
            self.view_columns = {view: columns_of(kept) for view, kept in by_view(told.get("view_columns"))}
            self.sorts = sorts_of(told.get("sorts"))

    def keep(self) -> None:
        sorts = {view: as_json(TicketQuery(sort=sort, group=group)) for view, (sort, group) in self.sorts.items() if view}
        told = {
            "columns": self.columns,
            "view_columns": self.view_columns,
            "sorts": sorts,
            "views_folded": self.views_folded,
            "panel_open": self.panel_open,
        }
        fresh = self.file.with_suffix(".new")
        try:
            fresh.write_text(json.dumps(told) + "\n", "utf-8")
            fresh.replace(self.file)
        except OSError:
            return

    def columns_in(self, view: int) -> Columns:
        return self.view_columns.get(view, self.columns)

    def hand_columns(self, view: int, made: int) -> None:
        """A view that was made from another begins with its columns."""
        self.view_columns.pop(made, None)
        if view in self.view_columns:
            self.view_columns[made] = list(self.view_columns[view])


def columns_of(told: object) -> Columns:
    """Columns this version knows and fields of the desk's own, each once, at widths that can be seen."""
    found: dict[str, int] = {}
    for pair in told if isinstance(told, list) else ():
        if isinstance(pair, list) and len(pair) == 2 and is_known(pair[0]) and isinstance(pair[1], int):
            found.setdefault(pair[0], min(WIDE, max(NARROW, pair[1])))
    return list(found.items())


def is_known(name: object) -> bool:
    return isinstance(name, str) and (name in BY_NAME or is_own(name))


def sorts_of(told: object) -> dict[int, tuple[Sort, GroupBy | None]]:
    """By the number of the view."""
    found = {}
    for view, kept in by_view(told):
        if isinstance(kept, dict):
            query = from_json({part: kept.get(part) for part in ("sort", "descending", "group")})
            found[view] = (query.sort, query.group)
    return found


def by_view(told: object) -> Iterator[tuple[int, object]]:
    for view, kept in told.items() if isinstance(told, dict) else ():
        if view.removeprefix("-").isdecimal():
            yield int(view), kept
