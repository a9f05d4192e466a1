"""What draws plots takes a fifth of a second to load: beside the window, together with what is to be drawn."""

import asyncio
import importlib
from collections.abc import Awaitable, Callable
from typing import TypeVar

CANVAS = "helpdesk.ui.insights.plot_canvas"
T = TypeVar("T")


async def drawable(asked: Awaitable[T], worth_drawing: Callable[[T], object]) -> T:
    """The answer, when it can be drawn as well if it is worth that."""
    came = await asked
    if worth_drawing(came):
        await asyncio.to_thread(importlib.import_module, CANVAS)
    return came
