"""What the program says of the model that drafts and of its server. No Qt: the terminal speaks the same."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from helpdesk.domain import errors as e
from helpdesk.domain.breaker import BreakerPhase, BreakerState
from helpdesk.domain.model_server import ServerState, ServerStatus
from helpdesk.ui.language import mark, tr
from helpdesk.ui.reason_words import reason_said
from helpdesk.ui.said import Said

SETTINGS = mark("Model settings")
RESTS = mark("Model given a rest")
TRY_AGAIN = mark("Try again")
MEANWHILE = mark("replies are drafted by quoting the knowledge base meanwhile")

SPEAKERS: Mapping[type[e.HelpdeskError], Callable[[Any], Said]] = {
    e.ModelServerDown: lambda x: Said(
        tr("Model server not reachable"),
        tr(
            "{detail}; replies are drafted by quoting the knowledge base until it does. Start the server or "
            "change its address.",
            detail=tr("The server at {host} cannot be used: {detail}", host=x.host, detail=x.detail)
            if x.detail
            else tr("Nothing answers at {host}", host=x.host),
        ),
        tr(SETTINGS),
    ),
    e.ModelHostUnconfirmed: lambda x: Said(
        tr("Model server not confirmed"),
        tr(
            "{host} is another computer, and customers' texts would go there; nothing was sent. Confirm it "
            "first, or name a server on this computer.",
            host=x.host,
        ),
        tr(SETTINGS),
    ),
    e.ModelNotWanted: lambda _: Said(
        tr("No model is used here"),
        tr("This desk is set to quote the knowledge base only, and this needs a model; choose who drafts in Preferences."),
        tr(SETTINGS),
    ),
    e.ModelMissing: lambda x: Said(
        tr("Model not installed"),
        (
            tr("The model server does not have the model “{model}”; install it there or choose another one.", model=x.model)
            if x.model
            else tr("The model server has no model that can write replies; install one there, then draft again.")
        ),
        tr(SETTINGS),
    ),
    e.ModelNotLocal: lambda x: Said(
        tr("Model runs elsewhere"),
        tr(
            "{who} would hand customers' texts to somebody else's computer, so it is not used; choose or install "
            "one that runs here.",
            who=_who(x),
        ),
        tr(SETTINGS),
    ),
    e.ModelCannotWrite: lambda x: Said(
        tr("Model cannot write"),
        tr("{who} only compares texts and writes none; choose or install one that can chat.", who=_who(x)),
        tr(SETTINGS),
    ),
    e.ModelLoading: lambda x: Said(
        tr("Model still loading"),
        tr(
            "“{model}” was not in memory after {seconds} seconds; it goes on loading, and {meanwhile}.",
            model=x.model,
            seconds=x.seconds,
            meanwhile=tr(MEANWHILE),
        ),
        tr("Draft again"),
    ),
    e.ModelBusy: lambda x: Said(
        tr("Model server busy"),
        tr(
            "The model server has no room for another request ({detail}); {meanwhile}.",
            detail=x.detail,
            meanwhile=tr(MEANWHILE),
        ),
        tr("Draft again"),
    ),
    e.ModelUnfit: lambda x: Said(
        tr("Model does not load"),
        tr(
            "“{model}” could not be brought into memory ({detail}); choose a smaller one, or close other programs.",
            model=x.model,
            detail=x.detail,
        ),
        tr(SETTINGS),
    ),
    e.ModelRefused: lambda x: Said(
        tr("Request refused"),
        tr(
            "The model server takes the request for wrong ({detail}); {meanwhile}. Look whether a newer Ollama is there.",
            detail=x.detail,
            meanwhile=tr(MEANWHILE),
        ),
        tr(SETTINGS),
    ),
    e.ModelResting: lambda x: Said(
        tr(RESTS),
        tr(
            "The model failed ({detail}), so it is left alone for {seconds} seconds; {meanwhile}.",
            detail=x.detail,
            seconds=x.seconds,
            meanwhile=tr(MEANWHILE),
        ),
        tr(SETTINGS),
    ),
    e.PromptTooLong: lambda x: Said(
        tr("Message too long"),
        tr(
            "Even with fewer passages the message does not fit the {window} tokens the model reads at once; "
            "enlarge the context window in Preferences, or let the knowledge base be quoted.",
            window=x.window,
        ),
        tr(SETTINGS),
    ),
    e.ModelStopped: lambda x: Said(
        tr("The model stopped early"),
        tr("The draft was not finished ({detail}); draft again, or let the knowledge base be quoted instead.", detail=x.detail),
        tr("Draft again"),
    ),
    e.PullFailed: lambda x: Said(
        tr("Model not pulled"),
        tr(
            "“{model}” did not come to the model server at {host}: {detail}. What came is kept there; pulling "
            "again goes on from it.",
            model=x.model,
            host=x.host,
            detail=x.detail,
        ),
        tr("Pull again"),
    ),
}

ASKED: Mapping[type[e.HelpdeskError], Callable[[Any], Said]] = {
    e.ModelLoading: lambda x: Said(
        tr("Model still loading"),
        tr(
            "“{model}” was not in memory after {seconds} seconds; it goes on loading. Try again in a while; nothing was "
            "changed.",
            model=x.model,
            seconds=x.seconds,
        ),
        tr(TRY_AGAIN),
    ),
    e.ModelBusy: lambda x: Said(
        tr("Model server busy"),
        tr(
            "The model server has no room for another request ({detail}). Try again in a while; nothing was changed.",
            detail=x.detail,
        ),
        tr(TRY_AGAIN),
    ),
    e.ModelStopped: lambda x: Said(
        tr("The model stopped early"),
        tr("It did not get to its end ({detail}). Try again; nothing was changed.", detail=x.detail),
        tr(TRY_AGAIN),
    ),
}
"""What is said instead where a person asked the model for something besides a draft: nothing is quoted for that."""

STATES: Mapping[ServerStatus, Callable[[ServerState], Said]] = {
    ServerStatus.UNCONFIRMED: lambda s: Said(
        tr("Another computer, not confirmed"),
        tr(
            "{host} is not this computer. Customers' texts would go there, so it is asked nothing until you confirm it.",
            host=s.host,
        ),
        tr("Confirm this server"),
    ),
    ServerStatus.NOT_INSTALLED: lambda s: Said(
        tr("No model server here"),
        tr(
            "Nothing answers at {host}, and Ollama is not installed on this computer. Install it, or leave it: "
            "everything else works.",
            host=s.host,
        ),
        tr("Look again"),
    ),
    ServerStatus.NOT_RUNNING: lambda s: Said(
        tr("Model server not running"),
        tr(
            "{detail}. Start Ollama, then look again.",
            detail=tr("{host} cannot be used: {detail}", host=s.host, detail=s.detail)
            if s.detail
            else tr("Nothing answers at {host}", host=s.host),
        ),
        tr("Look again"),
    ),
    ServerStatus.NO_MODEL: lambda s: Said(
        tr("No model"),
        tr(
            "The server at {host} has no model{missing}. Pull one by its name.",
            host=s.host,
            missing=tr(" “{missing}” and no other that could write", missing=s.missing) if s.missing else "",
        ),
        tr("Pull a model"),
    ),
    ServerStatus.ONLY_CLOUD: lambda s: Said(
        tr("Only models that run elsewhere"),
        tr(
            "{who} would hand customers' texts to somebody else's computer, so it is not used. Choose or pull "
            "one that runs here.",
            who=_who(s),
        ),
        tr("Pull a model"),
    ),
    ServerStatus.LACKS_CAPABILITY: lambda s: Said(
        tr("Model cannot write"),
        tr("{who} only compares texts. Choose or pull one that can chat.", who=_who(s)),
        tr("Pull a model"),
    ),
    ServerStatus.BUSY: lambda s: Said(
        tr("At work"),
        tr("“{model}” is writing or being loaded now; what comes next waits for its turn.", model=s.model),
        tr("Look again"),
    ),
    ServerStatus.READY: lambda s: Said(
        tr("Ready"),
        tr(
            "“{model}” drafts{missing}.",
            model=s.model,
            missing=tr(", for “{missing}” is not installed", missing=s.missing) if s.missing else "",
        ),
        tr("Test it"),
    ),
}


def _who(told: Any) -> str:
    return f"“{told.model}”" if told.model else tr("Every model of the server")


def state(told: ServerState) -> Said:
    return STATES[told.status](replace(told, detail=reason_said(told.detail)))


def rest_title(breaker: BreakerState) -> str:
    return tr("Model server busy") if breaker.busy else tr(RESTS)


def resting(breaker: BreakerState) -> str:
    """What a person is told of the breaker; '' while all is well."""
    if breaker.phase is BreakerPhase.CLOSED:
        return ""
    if breaker.busy:
        failed = tr("It was busy with other work")
    elif breaker.failures > 1:
        failed = tr("It failed {failures} times in a row", failures=breaker.failures)
    else:
        failed = tr("It failed")
    if breaker.phase is BreakerPhase.TRIAL:
        return tr("{failed}; the next draft tries it again.", failed=failed)
    return tr(
        "{failed}, so drafts quote the knowledge base; it is tried again in {seconds} seconds.",
        failed=failed,
        seconds=max(1, round(breaker.seconds_left)),
    )
