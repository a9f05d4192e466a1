"""Who drafts now, and why: one line of `helpdesk doctor`."""

from collections.abc import Callable, Mapping

from helpdesk.domain.breaker import BreakerPhase, BreakerState
from helpdesk.domain.health import Finding
from helpdesk.domain.model_server import ServerState, ServerStatus

QUOTING = "drafts quote the knowledge base"
TRY = "helpdesk writer test"
WORDS: Mapping[ServerStatus, Callable[[ServerState], str]] = {
    ServerStatus.UNCONFIRMED: lambda s: (
        f"{s.host} is another computer, and nobody confirmed that texts may go there; {QUOTING}"
    ),
    ServerStatus.NOT_INSTALLED: lambda _: f"no model server is installed here; {QUOTING}",
    ServerStatus.NOT_RUNNING: lambda s: f"no model server answers at {s.host}{f' ({s.detail})' if s.detail else ''}; {QUOTING}",
    ServerStatus.NO_MODEL: lambda s: f"the model {s.missing or '(any)'} is not there; {QUOTING}",
    ServerStatus.ONLY_CLOUD: lambda s: (
        f"{f'the model {s.model}' if s.model else 'every model of the server'} would run on somebody else's computer; {QUOTING}"
    ),
    ServerStatus.LACKS_CAPABILITY: lambda s: (
        f"{f'the model {s.model}' if s.model else 'every model of the server'} cannot write text; {QUOTING}"
    ),
    ServerStatus.BUSY: lambda s: f"the model {s.model} at {s.host} drafts, and is at work now",
    ServerStatus.READY: lambda s: f"the model {s.model} at {s.host} drafts",
}
REMEDIES: Mapping[ServerStatus, str] = {
    ServerStatus.UNCONFIRMED: "confirm it in Preferences, or with: helpdesk writer confirm",
    ServerStatus.NOT_INSTALLED: "install Ollama, or leave it: everything else works",
    ServerStatus.NOT_RUNNING: "start Ollama, or leave it: everything else works",
    ServerStatus.NO_MODEL: "get one: helpdesk writer pull NAME, or choose another in Preferences",
    ServerStatus.ONLY_CLOUD: "get one that runs here: helpdesk writer pull NAME",
    ServerStatus.LACKS_CAPABILITY: "choose one that writes, or get one: helpdesk writer pull NAME",
}
WORKING = (ServerStatus.READY, ServerStatus.BUSY)


def quoting_by_choice() -> Finding:
    return Finding("drafting", True, f"{QUOTING}, as set in Preferences")


def drafting(state: ServerState, breaker: BreakerState, *, is_wanted: bool) -> Finding:
    """Without a wish for a model (`is_wanted`) its absence is in order."""
    words, remedy = WORDS[state.status](state), REMEDIES.get(state.status, "")
    if state.status not in WORKING:
        return Finding("drafting", not is_wanted, words, remedy)
    if breaker.phase is not BreakerPhase.CLOSED:
        when = f"in {round(breaker.seconds_left)} seconds" if breaker.seconds_left else "with the next draft"
        often = f"failed {breaker.failures} times in a row" if breaker.failures > 1 else "failed"
        resting = f"the model {state.model} at {state.host} {often}; {QUOTING}, and it is tried again {when}"
        return Finding("drafting", False, resting, f"look at the model server's own log, or try now: {TRY} {state.model}")
    if state.missing:
        missing = f"{words}, for {state.missing} is not installed"
        return Finding("drafting", False, missing, f"get it: helpdesk writer pull {state.missing}, or choose another")
    return Finding("drafting", True, words)
