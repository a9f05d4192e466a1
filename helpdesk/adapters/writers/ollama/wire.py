"""A streamed reply as it comes over the wire, every way it can end as one of our own errors."""

import asyncio
import json
import math
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from helpdesk.adapters.writers.ollama.connection import Connection, bounded
from helpdesk.adapters.writers.ollama.errors import refusal, short
from helpdesk.domain.errors import ModelServerDown, ModelStopped

if TYPE_CHECKING:
    import httpx

LONGEST_LINE = 1 << 20
LONGEST_REPLY = 40_000
"""Characters, and pieces: one that thinks for ever sends empty ones."""

LEAST_LOGPROB = -1e6
MOST_COUNTED = 1 << 62
ENDS = (None, "stop", "length")
"""Why a piece is the last one, if it is. A reply that stops at its length is not complete, but it is the model's."""

LONGEST_LOAD = 900.0
NANOSECONDS = 1e9


@dataclass(frozen=True)
class Patience:
    """Seconds: the first word may take minutes while a model loads, the next one may not."""

    first: float
    between: float


@dataclass(frozen=True)
class Counts:
    """What the server counted; None where it said nothing. Seconds."""

    prompt_tokens: int | None = None
    reply_tokens: int | None = None
    prompt_seconds: float | None = None
    reply_seconds: float | None = None
    load_seconds: float | None = None


@dataclass(frozen=True)
class Piece:
    """`text` is new text; `logprobs` of the tokens it is made of, if told, and `margins` between each and the next likeliest,
    as probabilities; `done_reason` is set on the last piece only."""

    text: str
    logprobs: tuple[float, ...]
    done_reason: str | None
    counts: Counts
    margins: tuple[float, ...] = ()


async def chat(
    connection: Connection, request: Mapping[str, Any], patience: Patience, loads: Callable[[], Awaitable[bool]]
) -> AsyncGenerator[Piece, None]:
    """One chat, streamed. Ends only after a piece that says why it is the last; raises what a refusal means, ModelServerDown or
    ModelStopped otherwise. Leaving it early closes the connection, which stops the server. While `loads` says that the model is
    still being loaded, the first word is waited for longer: leaving then would throw the load away."""
    import httpx

    try:
        response = await _answer(connection.http, request, patience.first, loads)
        try:
            if response.status_code != 200:
                async with asyncio.timeout(patience.between):
                    raw = await bounded(response)
                raise refusal(response.status_code, raw, str(request["model"]), connection.host)
            async for piece in _pieces(response, patience):
                yield piece
        finally:
            await response.aclose()
    except (httpx.ConnectError, httpx.ConnectTimeout) as error:
        raise ModelServerDown(connection.host) from error
    except (httpx.HTTPError, httpx.StreamError, ValueError) as error:
        raise ModelStopped("the connection was cut") from error
    except TimeoutError as error:
        raise ModelStopped(f"no word for {patience.between:.0f} seconds") from error


async def _answer(
    http: "httpx.AsyncClient", request: Mapping[str, Any], seconds: float, loads: Callable[[], Awaitable[bool]]
) -> "httpx.Response":
    """The headers come with the first word: this is the wait for queue, load and prompt."""
    sent = http.build_request("POST", "/api/chat", json=dict(request))
    answer = asyncio.ensure_future(http.send(sent, stream=True))
    waited, is_taken = 0.0, False
    try:
        while not (await asyncio.wait({answer}, timeout=seconds))[0]:
            waited += seconds
            if waited >= max(LONGEST_LOAD, seconds) or not await loads():
                raise ModelStopped(f"no word for {waited:.0f} seconds")
        is_taken = True
        return answer.result()
    finally:
        if not is_taken:
            answer.cancel()
            (came,) = await asyncio.gather(answer, return_exceptions=True)
            if not isinstance(came, BaseException):
                await came.aclose()


async def _pieces(response: "httpx.Response", patience: Patience) -> AsyncIterator[Piece]:
    wait, length = patience.first, 0
    lines = told_lines(response)
    while True:
        try:
            async with asyncio.timeout(wait):
                told = await anext(lines, None)
        except TimeoutError as error:
            raise ModelStopped(f"no word for {wait:.0f} seconds") from error
        if told is None:
            raise ModelStopped("the stream ended before the reply was done")
        piece = _piece(told)
        length += max(1, len(piece.text))
        if length > LONGEST_REPLY:
            raise ModelStopped("the reply does not end")
        if piece.done_reason not in ENDS:
            raise ModelStopped(f"it ended with “{short(piece.done_reason)}”" if piece.done_reason else "it ended for no reason")
        yield piece
        if piece.done_reason is not None:
            return
        wait = patience.between


async def told_lines(response: "httpx.Response") -> AsyncIterator[dict[str, Any]]:
    """JSON objects, one a line. Raises ModelStopped for anything else, with the server's own words if it is an error of its."""
    async for line in _lines(response):
        try:
            told = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise ModelStopped("it sent something that is no reply") from error
        if not isinstance(told, dict):
            raise ModelStopped("it sent something that is no reply")
        if told.get("error"):
            raise ModelStopped(short(told["error"]))
        yield told


async def _lines(response: "httpx.Response") -> AsyncIterator[bytes]:
    """Cut at \\n only: the unicode line separators inside a reply are text. Characters split over packets come out whole."""
    held = bytearray()
    async for data in response.aiter_bytes():
        held += data
        *whole, rest = held.split(b"\n")
        for line in whole:
            if line.strip():
                yield bytes(line)
        held = rest
        if len(held) > LONGEST_LINE:
            raise ModelStopped("it sent a line without an end")
    if held.strip():
        yield bytes(held)


def _piece(told: dict[str, Any]) -> Piece:
    message = told.get("message")
    text = message.get("content") if isinstance(message, dict) else ""
    reason = str(told.get("done_reason") or "") if told.get("done") is True else None
    return Piece(text if isinstance(text, str) else "", _logprobs(told.get("logprobs")), reason, counts(told), _margins(told))


def _logprobs(listed: object) -> tuple[float, ...]:
    found = [one.get("logprob") for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    return tuple(float(one) for one in found if isinstance(one, int | float) and LEAST_LOGPROB <= one <= 0)


def _margins(told: dict[str, Any]) -> tuple[float, ...]:
    """Of every token whose next likeliest was told too."""
    listed = told.get("logprobs")
    each = [_logprobs(one.get("top_logprobs")) for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    best = [sorted(one, reverse=True) for one in each if len(one) > 1]
    return tuple(math.exp(first) - math.exp(second) for first, second, *_ in best)


def counts(told: dict[str, Any]) -> Counts:
    return Counts(
        _count(told.get("prompt_eval_count")),
        _count(told.get("eval_count")),
        _seconds(told.get("prompt_eval_duration")),
        _seconds(told.get("eval_duration")),
        _seconds(told.get("load_duration")),
    )


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 < value < MOST_COUNTED else None


def _seconds(value: object) -> float | None:
    whole = _count(value)
    return None if whole is None else whole / NANOSECONDS
