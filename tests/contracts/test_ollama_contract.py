"""The contract with Ollama, case by case: what the server says byte by byte, and what the desk makes of it."""

from collections.abc import AsyncIterator

import httpx
import pytest

from tests.contracts.ollama import failures, lists, refusals, replies
from tests.contracts.ollama.far_end import FarEnd
from tests.fakes.ollama_server import serving
from tests.fakes.ollama_writing import Pauses, our_side

CASES = lists.CASES | replies.CASES | refusals.CASES | failures.CASES


@pytest.fixture
async def far() -> AsyncIterator[FarEnd]:
    async with serving() as server, httpx.AsyncClient(base_url=server.host, trust_env=False, verify=False) as http:
        pauses = Pauses()
        yield FarEnd(server, http, our_side(server, pauses), pauses)


def test_there_are_fifty_two() -> None:
    assert sorted(CASES) == list(range(1, 53))


@pytest.mark.parametrize("number", sorted(CASES), ids=lambda number: f"{number}-{CASES[number].__name__}")
async def test_case(number: int, far: FarEnd) -> None:
    await CASES[number](far)
