"""Who drafts now, in every state a model server can be in."""

import pytest

from helpdesk.domain.breaker import BreakerPhase, BreakerState
from helpdesk.domain.model_server import ServerState, ServerStatus
from helpdesk.services.drafting_health import REMEDIES, WORKING, drafting
from helpdesk.ui import model_wording

CALM = BreakerState(BreakerPhase.CLOSED, 0, 0.0)
HOST = "http://127.0.0.1:11434"


@pytest.mark.parametrize("status", ServerStatus)
def test_every_state_has_words_and_one_thing_to_do(status: ServerStatus) -> None:
    state = ServerState(status, HOST, model="m:3b")
    wished, quiet = drafting(state, CALM, is_wanted=True), drafting(state, CALM, is_wanted=False)
    said = model_wording.state(state)
    assert wished.words
    assert said.title
    assert said.sentence.endswith(".")
    assert said.action
    assert wished.ok is (status in WORKING)
    assert quiet.ok
    assert bool(wished.remedy) is (status in REMEDIES)


def test_a_model_left_alone_is_told_with_the_time_it_takes() -> None:
    ready = ServerState(ServerStatus.READY, HOST, model="m:3b")
    found = drafting(ready, BreakerState(BreakerPhase.OPEN, 3, 24.4), is_wanted=True)
    assert not found.ok
    assert "failed 3 times in a row" in found.words
    assert found.remedy.endswith("helpdesk writer test m:3b")
    assert "failed;" in drafting(ready, BreakerState(BreakerPhase.OPEN, 1, 300.0), is_wanted=True).words
    assert "in 24 seconds" in found.words
    assert "with the next draft" in drafting(ready, BreakerState(BreakerPhase.TRIAL, 3, 0.0), is_wanted=True).words
    assert model_wording.resting(CALM) == ""
    assert "in 24 seconds" in model_wording.resting(BreakerState(BreakerPhase.OPEN, 3, 24.4))
    assert "the next draft tries it" in model_wording.resting(BreakerState(BreakerPhase.TRIAL, 1, 0.0))


def test_another_model_in_the_place_of_a_missing_one_is_told() -> None:
    found = drafting(ServerState(ServerStatus.READY, HOST, model="m:3b", missing="gone"), CALM, is_wanted=True)
    assert not found.ok
    assert "gone is not installed" in found.words
    assert "helpdesk writer pull gone" in found.remedy
