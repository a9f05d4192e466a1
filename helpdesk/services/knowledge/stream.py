"""Stages that work at the same time: while one batch is stored the next is read."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import suppress
from typing import TypeVar

T = TypeVar("T")


class Ended(Exception):
    """The source has no more."""


async def ahead(source: AsyncGenerator[T], depth: int = 1) -> AsyncGenerator[T]:
    """The same values in order, made up to `depth` ahead of whoever takes them. What the source raises is raised where its
    value would have come, its cancellation too; closing this closes the source."""
    made: asyncio.Queue[T | BaseException] = asyncio.Queue(depth)

    async def make() -> None:
        end: BaseException = Ended()
        try:
            async for value in source:
                await made.put(value)
        except asyncio.CancelledError as error:
            if task.cancelling():
                raise
            end = error
        except Exception as error:  # noqa: BLE001 - raised again by the taker
            end = error
        await made.put(end)

    task = asyncio.create_task(make())
    try:
        while not isinstance(value := await made.get(), Ended):
            if isinstance(value, BaseException):
                raise value
            yield value
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        await source.aclose()
