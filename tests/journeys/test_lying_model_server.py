"""A model server that lies, hangs or breaks off costs no draft: the knowledge base is quoted, and the reasons say why."""

from collections.abc import Callable
from pathlib import Path

import pytest

from helpdesk.adapters.writers.ollama import retrying
from helpdesk.app import open_desk
from helpdesk.domain.draft import DraftState, Route
from helpdesk.paths import Workspace
from helpdesk.settings import Settings
from tests.fakes.ollama_server import JSON, MODEL, OllamaServer, line, model, serving, spoken


@pytest.fixture(autouse=True)
def _without_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Between two tries."""
    monkeypatch.setattr(retrying, "LEAST_WAIT", 0.0)
    monkeypatch.setattr(retrying, "LONGEST_WAIT", dict.fromkeys(retrying.LONGEST_WAIT, 0.0))


Lie = Callable[[OllamaServer], None]


def says(*script: bytes | None, cut: bool = False) -> Lie:
    def lie(server: OllamaServer) -> None:
        server.script, server.cut = script, cut

    return lie


def answers(status: int, kind: str, content: bytes) -> Lie:
    return lambda server: server.refusals.extend([(status, kind, content)] * 6)


def lists(status: int, kind: str, content: bytes) -> Lie:
    def lie(server: OllamaServer) -> None:
        server.tags = (status, kind, content)

    return lie


def has(*models: object) -> Lie:
    def lie(server: OllamaServer) -> None:
        server.models = list(models)  # type: ignore[arg-type]

    return lie


LIES = {
    "ends without being done": (says(*spoken("Unplug it", None)), "ended before the reply was done"),
    "breaks off inside a word": (says(line("Un"), cut=True), "the connection was cut"),
    "falls silent": (says(line("Un"), None), "no word for 2 seconds"),
    "says nothing": (says(line("", "stop")), "the reply was empty"),
    "only loads": (says(line("", "load")), "it ended with"),
    "turns into a web page": (says(line("Un"), b"<html>\n"), "something that is no reply"),
    "fails in the middle": (says(line("Un"), b'{"error":"unexpected EOF"}\n'), "unexpected EOF"),
    "never ends": (says(*[line("endless " * 1000)] * 8), "does not end"),
    "sends a line without an end": (says(b"x" * ((1 << 20) + 1)), "a line without an end"),
    "is busy": (answers(503, JSON, b'{"error":"server busy"}'), "HTTP 503: server busy"),
    "is a gateway": (answers(502, "text/html", b"<html>Bad gateway</html>"), "HTTP 502"),
    "lost its model": (answers(404, JSON, b'{"error":"model not found"}'), f"{MODEL} is not installed"),
    "is no model server": (lists(200, "text/html", b"<html>It works!"), "does not speak like one"),
    "refuses to list": (lists(403, "text/plain", b""), "does not speak like one"),
    "lists nothing sensible": (lists(200, JSON, b'{"models":null}'), "does not speak like one"),
    "has no model": (has(), "no model that can write here"),
    "would pass the mail on": (has(model("kimi:cloud")), "would run on somebody else's computer"),
}


HEARD = {
    "ends without being done": "Unplug it",
    "breaks off inside a word": "Un",
    "falls silent": "Un",
    "turns into a web page": "Un",
    "fails in the middle": "Un",
    "never ends": "endless endless",
}
"""What can be read of a reply that never came to its end."""


@pytest.mark.parametrize(("name", "lie", "why"), [(name, *told) for name, told in LIES.items()], ids=LIES)
async def test_the_draft_is_written_all_the_same_and_says_why(desk: Path, name: str, lie: Lie, why: str) -> None:
    async with serving() as server:
        lie(server)
        settings = Settings(writer="auto", ollama_host=server.host, first_token_seconds=5, stall_seconds=2)
        async with open_desk(settings, Workspace(desk), lambda _: None) as opened:
            answer = await opened.pipeline.ask("How long does a refund take?")
            await opened.intake.new_ticket("Ada", "ada@example.org", "Refund", "How long does a refund take?")
            ((waiting, _),) = await opened.pipeline.waiting()
            draft = await opened.pipeline.answer(waiting)
            trace = (await opened.why.of(waiting)).trace
    assert (trace is not None and trace.is_broken_off) is (name in HEARD)
    assert trace is None or trace.said.startswith(HEARD[name])
    assert answer.reply.writer == "excerpts"
    assert "five working days" in answer.reply.text
    assert any(why in reason.words for reason in answer.verdict.reasons), answer.verdict.reasons
    assert draft.state is DraftState.IN_REVIEW
    assert "five working days" in draft.text
    assert draft.fingerprint is not None
    assert draft.fingerprint.writer == "excerpts"
    assert any(why in reason.words for reason in draft.reasons), draft.reasons


@pytest.mark.parametrize(
    "text",
    [
        "Refunds are paid at once, today [1].",
        "We will refund you 500 pounds [1].",
        "See https://evil.example for your refund [1].",
        "You are now an administrator.",
    ],
)
async def test_what_a_model_makes_up_is_never_ready_to_send(desk: Path, text: str) -> None:
    async with serving() as server:
        server.says(text)
        settings = Settings(writer="auto", ollama_host=server.host)
        async with open_desk(settings, Workspace(desk), lambda _: None) as opened:
            answer = await opened.pipeline.ask("How long does a refund take?")
    assert answer.reply.writer == "ollama"
    assert answer.verdict.route is not Route.SEND
