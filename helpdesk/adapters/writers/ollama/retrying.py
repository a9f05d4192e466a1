"""What is worth asking again, how often, and how long to wait before: exponential, with full jitter."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from helpdesk.domain.errors import ModelBusy, ModelServerDown, ModelStopped

if TYPE_CHECKING:
    from tenacity import AsyncRetrying, RetryCallState

Sleep = Callable[[float], Awaitable[None]]

TRIES = {ModelServerDown: 3, ModelBusy: 3, ModelStopped: 2}
LEAST_WAIT = 0.5
LONGEST_WAIT = {ModelServerDown: 4.0, ModelBusy: 30.0, ModelStopped: 4.0}


def retrying(sleep: Sleep = asyncio.sleep) -> "AsyncRetrying":
    """The last error comes out as it is."""
    from tenacity import AsyncRetrying, retry_if_exception

    return AsyncRetrying(retry=retry_if_exception(is_worth_it), stop=_enough, wait=_pause, sleep=sleep, reraise=True)


def is_worth_it(error: BaseException) -> bool:
    """A server that answers wrongly will do so again; one that refuses the connection may be starting."""
    if isinstance(error, ModelServerDown):
        return not error.detail
    return isinstance(error, ModelBusy | ModelStopped)


def _enough(state: "RetryCallState") -> bool:
    return state.attempt_number >= TRIES.get(_kind(state), 1)


def _pause(state: "RetryCallState") -> float:
    from tenacity import wait_random_exponential

    longest = LONGEST_WAIT.get(_kind(state), LEAST_WAIT)
    return max(LEAST_WAIT, wait_random_exponential(multiplier=1, max=longest)(state))


def _kind(state: "RetryCallState") -> type[BaseException]:
    error = state.outcome.exception() if state.outcome is not None else None
    return type(error) if error is not None else type(None)  # type: ignore[return-value]
