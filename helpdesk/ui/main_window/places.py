"""How a place becomes a screen, and which place mends which error."""

from __future__ import annotations

import asyncio
import importlib
from typing import TYPE_CHECKING

from helpdesk.domain import errors
from helpdesk.ui.kit.screen import Place
from helpdesk.ui.main_window.spots import HELP, SPOTS, Spot

if TYPE_CHECKING:
    from helpdesk.ui.kit.screen import Lead, Screen, ScreenContext
    from helpdesk.ui.kit.shortcuts import Intent

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

EVERYWHERE = (*SPOTS, HELP)


def spot_of(name: str) -> Spot:
    return next(spot for spot in EVERYWHERE if spot.name == name)


def build(spot: Spot, context: ScreenContext) -> Screen:
    made: Screen = importlib.import_module(spot.module).build(context)
    made.setAccessibleName(spot.title)
    return made


async def every_intent() -> dict[str, tuple[Intent, ...]]:
    """What can be done at each place, whether or not its screen was built. Loads the places' code, half of what a first visit
    takes, beside the window and the desk."""
    return await asyncio.to_thread(intents_of, EVERYWHERE)


def intents_of(spots: tuple[Spot, ...]) -> dict[str, tuple[Intent, ...]]:
    return {spot.name: importlib.import_module(spot.module).intents() for spot in spots}


async def every_lead() -> tuple[Lead, ...]:
    """What can be gone to by its name: sections and settings."""
    found: tuple[Lead, ...] = await asyncio.to_thread(importlib.import_module(spot_of("preferences").module).leads)
    return found


__all__ = ["EVERYWHERE", "HELP", "REMEDIES", "SPOTS", "Place", "build", "every_intent", "every_lead", "spot_of"]
