"""How a place becomes a screen, and which place mends which error."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from helpdesk.domain import errors
from helpdesk.ui.kit.screen import Place
from helpdesk.ui.main_window.spots import HELP, SPOTS, Spot

if TYPE_CHECKING:
    from helpdesk.ui.kit.screen import Screen, ScreenContext

# Where the action named by an error's wording leads.
REMEDIES: dict[type[BaseException], Place] = {
    errors.ModelServerDown: Place("preferences", section="Drafting"),
    errors.ModelMissing: Place("preferences", section="Drafting"),
    errors.EmbedderUnusable: Place("preferences", section="Knowledge"),
    errors.IndexStale: Place("knowledge", section="index"),
    errors.KnowledgeEmpty: Place("knowledge", section="import"),
    errors.DropFolderFailed: Place("preferences", section="Channels"),
    errors.ChannelFailed: Place("inbox", section="outbox"),
}


def spot_of(name: str) -> Spot:
    return next(spot for spot in (*SPOTS, HELP) if spot.name == name)


def build(spot: Spot, context: ScreenContext) -> Screen:
    made: Screen = importlib.import_module(spot.module).build(context)
    made.setAccessibleName(spot.title)
    return made


__all__ = ["HELP", "REMEDIES", "SPOTS", "Place", "build", "spot_of"]
