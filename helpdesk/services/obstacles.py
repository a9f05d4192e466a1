"""What keeps the model from writing: in words, for the breaker, and whether it is worth another try some day."""

from collections.abc import Callable, Mapping
from typing import Any, TypeGuard

from helpdesk.domain import errors as e
from helpdesk.domain.breaker import Outcome

WORDS: Mapping[type[e.HelpdeskError], Callable[[Any], str]] = {
    e.ModelServerDown: lambda x: (
        f"no model server answers at {x.host} ({x.detail})" if x.detail else f"no model server answers at {x.host}"
    ),
    e.ModelHostUnconfirmed: lambda x: f"nobody confirmed that texts may go to the model server at {x.host}",
    e.ModelMissing: lambda x: (
        f"the model {x.model} is not installed" if x.model else "the model server has no model that can write here"
    ),
    e.ModelNotLocal: lambda x: f"{_the(x.model)} would run on somebody else's computer",
    e.ModelCannotWrite: lambda x: f"{_the(x.model)} cannot write text",
    e.ModelLoading: lambda x: f"the model {x.model} is still being loaded after {x.seconds} seconds",
    e.ModelBusy: lambda x: f"the model server is busy ({x.detail})",
    e.ModelUnfit: lambda x: f"the model {x.model} could not be loaded ({x.detail})",
    e.ModelRefused: lambda x: f"the model server refused the request ({x.detail})",
    e.ModelResting: lambda x: f"{x.detail}; it is left alone and tried again in {x.seconds} seconds",
    e.PromptTooLong: lambda x: f"the message is too long for the {x.window} tokens the model reads at once",
    e.ModelStopped: lambda x: f"the model stopped ({x.detail})",
}
OUTCOMES: Mapping[type[e.NotReady], Outcome] = {
    e.ModelStopped: Outcome.FAILURE,
    e.ModelServerDown: Outcome.FAILURE,
    e.ModelBusy: Outcome.BUSY,
    e.ModelUnfit: Outcome.UNFIT,
}
FOR_GOOD = (e.PromptTooLong, e.ModelRefused)
"""Asking again brings the same."""

JUST_GONE = "it answered a moment ago"


def in_words(error: e.HelpdeskError) -> str:
    """An obstacle as a clause for a reason."""
    speaker = WORDS.get(type(error))
    return speaker(error) if speaker is not None else "it is not ready"


def outcome(error: e.NotReady) -> Outcome:
    """What it says of the server. That nobody started one is no failure of it."""
    return Outcome.NEITHER if is_absent(error) else OUTCOMES.get(type(error), Outcome.NEITHER)


def is_absent(obstacle: e.NotReady) -> TypeGuard[e.ModelServerDown]:
    """Whether there simply is no model server, as on most workstations."""
    return isinstance(obstacle, e.ModelServerDown) and not obstacle.detail


def gone(obstacle: e.NotReady) -> e.NotReady:
    """The same, of a server that answered a moment ago: nobody there now is a failure, and worth a word."""
    return e.ModelServerDown(obstacle.host, JUST_GONE) if is_absent(obstacle) else obstacle


def may_pass(obstacle: e.NotReady) -> bool:
    return not isinstance(obstacle, FOR_GOOD)


def _the(model: str) -> str:
    return f"the model {model}" if model else "every model of the server"
