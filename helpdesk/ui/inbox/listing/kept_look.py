"""How the person likes the list, kept in a file of the workspace: columns and their widths, what is folded."""

import json
from dataclasses import dataclass, field
from pathlib import Path

from helpdesk.ui.inbox.listing.columns import BY_NAME

FILE = "inbox-look.json"
NARROW, WIDE = 30, 2000


@dataclass
class KeptLook:
    """Only taste: a file that cannot be read or written loses nothing but that, and is passed over."""

    file: Path
    columns: list[tuple[str, int]] = field(default_factory=list)
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

    def keep(self) -> None:
        told = {"columns": self.columns, "views_folded": self.views_folded, "panel_open": self.panel_open}
        fresh = self.file.with_suffix(".new")
        try:
            fresh.write_text(json.dumps(told) + "\n", "utf-8")
            fresh.replace(self.file)
        except OSError:
            return


def columns_of(told: object) -> list[tuple[str, int]]:
    """Columns this version knows, each once, at widths that can be seen."""
    found: dict[str, int] = {}
    for pair in told if isinstance(told, list) else ():
        if isinstance(pair, list) and len(pair) == 2 and pair[0] in BY_NAME and isinstance(pair[1], int):
            found.setdefault(pair[0], min(WIDE, max(NARROW, pair[1])))
    return list(found.items())
