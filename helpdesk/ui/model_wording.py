"""What the program says of the model that drafts and of its server. No Qt: the terminal speaks the same."""

from collections.abc import Callable, Mapping
from typing import Any

from helpdesk.domain import errors as e
from helpdesk.domain.breaker import BreakerPhase, BreakerState
from helpdesk.domain.model_server import ServerState, ServerStatus
from helpdesk.ui.said import Said

SETTINGS = "Model settings"
MEANWHILE = "replies are drafted by quoting the knowledge base meanwhile"

SPEAKERS: Mapping[type[e.HelpdeskError], Callable[[Any], Said]] = {
    e.ModelServerDown: lambda x: Said(
        "Model server not reachable",
        f"{f'The server at {x.host} cannot be used: {x.detail}' if x.detail else f'Nothing answers at {x.host}'}; "
        "replies are drafted by quoting the knowledge base until it does. Start the server or change its address.",
        SETTINGS,
    ),
    e.ModelHostUnconfirmed: lambda x: Said(
        "Model server not confirmed",
        f"{x.host} is another computer, and customers' texts would go there; nothing was sent. Confirm it first, or name a "
        "server on this computer.",
        SETTINGS,
    ),
    e.ModelNotWanted: lambda _: Said(
        "No model is used here",
        "This desk is set to quote the knowledge base only, and this needs a model; choose who drafts in Preferences.",
        SETTINGS,
    ),
    e.ModelMissing: lambda x: Said(
        "Model not installed",
        (
            f"The model server does not have the model “{x.model}”; install it there or choose another one."
            if x.model
            else "The model server has no model that can write replies; install one there, then draft again."
        ),
        SETTINGS,
    ),
    e.ModelNotLocal: lambda x: Said(
        "Model runs elsewhere",
        f"{_who(x)} would hand customers' texts to somebody else's computer, "
        "so it is not used; choose or install one that runs here.",
        SETTINGS,
    ),
    e.ModelCannotWrite: lambda x: Said(
        "Model cannot write",
        f"{_who(x)} only compares texts and writes none; choose or install one that can chat.",
        SETTINGS,
    ),
    e.ModelLoading: lambda x: Said(
        "Model still loading",
        f"“{x.model}” was not in memory after {x.seconds} seconds; it goes on loading, and {MEANWHILE}.",
        "Draft again",
    ),
    e.ModelBusy: lambda x: Said(
        "Model server busy",
        f"The model server has no room for another request ({x.detail}); {MEANWHILE}.",
        "Draft again",
    ),
    e.ModelUnfit: lambda x: Said(
        "Model does not load",
        f"“{x.model}” could not be brought into memory ({x.detail}); choose a smaller one, or close other programs.",
        SETTINGS,
    ),
    e.ModelRefused: lambda x: Said(
        "Request refused",
        f"The model server takes the request for wrong ({x.detail}); {MEANWHILE}. Look whether a newer Ollama is there.",
        SETTINGS,
    ),
    e.ModelResting: lambda x: Said(
        "Model given a rest",
        f"The model failed ({x.detail}), so it is left alone for {x.seconds} seconds; {MEANWHILE}.",
        SETTINGS,
    ),
    e.PromptTooLong: lambda x: Said(
        "Message too long",
        f"Even with fewer passages the message does not fit the {x.window} tokens the model reads at once; enlarge the context "
        "window in Preferences, or let the knowledge base be quoted.",
        SETTINGS,
    ),
    e.ModelStopped: lambda x: Said(
        "The model stopped early",
        f"The draft was not finished ({x.detail}); draft again, or let the knowledge base be quoted instead.",
        "Draft again",
    ),
    e.PullFailed: lambda x: Said(
        "Model not pulled",
        f"“{x.model}” did not come to the model server at {x.host}: {x.detail}. What came is kept there; pulling again goes on "
        "from it.",
        "Pull again",
    ),
}

STATES: Mapping[ServerStatus, Callable[[ServerState], Said]] = {
    ServerStatus.UNCONFIRMED: lambda s: Said(
        "Another computer, not confirmed",
        f"{s.host} is not this computer. Customers' texts would go there, so it is asked nothing until you confirm it.",
        "Confirm this server",
    ),
    ServerStatus.NOT_INSTALLED: lambda s: Said(
        "No model server here",
        f"Nothing answers at {s.host}, and Ollama is not installed on this computer. Install it, or leave it: everything "
        "else works.",
        "Look again",
    ),
    ServerStatus.NOT_RUNNING: lambda s: Said(
        "Model server not running",
        f"{f'{s.host} cannot be used: {s.detail}' if s.detail else f'Nothing answers at {s.host}'}. Start Ollama, "
        "then look again.",
        "Look again",
    ),
    ServerStatus.NO_MODEL: lambda s: Said(
        "No model",
        f"The server at {s.host} has no model{f' “{s.missing}” and no other that could write' if s.missing else ''}. "
        "Pull one by its name.",
        "Pull a model",
    ),
    ServerStatus.ONLY_CLOUD: lambda s: Said(
        "Only models that run elsewhere",
        f"{_who(s)} would hand customers' texts to somebody else's computer, so "
        "it is not used. Choose or pull one that runs here.",
        "Pull a model",
    ),
    ServerStatus.LACKS_CAPABILITY: lambda s: Said(
        "Model cannot write",
        f"{_who(s)} only compares texts. Choose or pull one that can chat.",
        "Pull a model",
    ),
    ServerStatus.BUSY: lambda s: Said(
        "At work", f"“{s.model}” is writing or being loaded now; what comes next waits for its turn.", "Look again"
    ),
    ServerStatus.READY: lambda s: Said(
        "Ready",
        f"“{s.model}” drafts{f', for “{s.missing}” is not installed' if s.missing else ''}.",
        "Test it",
    ),
}


def _who(told: Any) -> str:
    return f"“{told.model}”" if told.model else "Every model of the server"


def state(told: ServerState) -> Said:
    return STATES[told.status](told)


def resting(breaker: BreakerState) -> str:
    """What a person is told of the breaker; '' while all is well."""
    if breaker.phase is BreakerPhase.CLOSED:
        return ""
    failed = f"It failed {breaker.failures} times in a row" if breaker.failures > 1 else "It failed"
    if breaker.phase is BreakerPhase.TRIAL:
        return f"{failed}; the next draft tries it again."
    return f"{failed}, so drafts quote the knowledge base; it is tried again in {max(1, round(breaker.seconds_left))} seconds."
