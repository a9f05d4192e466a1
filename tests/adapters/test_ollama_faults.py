"""Whatever a model server does to one draft, the draft is whole or it is not the model's."""

import pytest

from tests.fakes.ollama_server.faults import FAULTS, HARMLESS
from tests.fakes.ollama_writing import drafted, is_honest


def test_there_are_more_than_thirty() -> None:
    assert len(FAULTS) >= 30 + len(HARMLESS)


@pytest.mark.logs("the model server refused a request")
@pytest.mark.parametrize("fault", FAULTS)
async def test_no_half_reply_is_taken_for_a_whole_one(fault: str) -> None:
    reply = await drafted(fault, 1)
    assert is_honest(fault, reply), (reply.writer, reply.complete, reply.fallback, reply.text)
