"""The drafting model in the terminal: its state, its models, a new one, a test, a comparison."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from helpdesk.cli.terminal import Terminal
from helpdesk.cli.writer import tell_bake_off
from helpdesk.domain.bake_off import BakedDraft, BakedTicket, BakeOff
from helpdesk.domain.ids import TicketId
from helpdesk.settings import load
from tests.cli.conftest import Type
from tests.fakes.ollama_server import MODEL, OllamaServer, model
from tests.fakes.ollama_server.beside import beside


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[OllamaServer]:
    with beside() as running:
        monkeypatch.setenv("HELPDESK_OLLAMA_HOST", running.host)
        running.says("Hold the reset button for ten seconds [1].")
        yield running


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return tmp_path / "workspace"


def test_its_state_is_told_with_what_to_do(type_: Type, server: OllamaServer, monkeypatch: pytest.MonkeyPatch) -> None:
    assert type_("writer").out.strip() == f"Ready. “{MODEL}” drafts."
    server.models = [model("kimi:cloud")]
    told = type_("writer", "status", "--json")
    assert (told.code, told.json["state"]["status"]) == (1, "only-cloud")
    monkeypatch.setenv("HELPDESK_OLLAMA_HOST", "http://192.0.2.7:11434")
    assert "Another computer, not confirmed" in type_("writer").out


def test_models_are_listed_and_one_is_chosen(type_: Type, server: OllamaServer, workspace: Path) -> None:
    server.models = [model(), model("qwen3:4b", size=2_600_000_000), model("minilm:latest", capabilities=["embedding"])]
    listed = type_("writer", "list").out
    assert "2.6 GB" in listed
    assert "131,072" in listed
    assert "no, it only compares" in listed
    assert type_("writer", "use", "minilm").code == 1
    assert type_("writer", "use", "gone").code == 1
    assert type_("writer", "use", "qwen3:4b").code == 0
    assert load(workspace, {}).ollama_model == "qwen3:4b"
    assert "“qwen3:4b” drafts" in type_("writer").out


def test_a_model_is_pulled_and_tried(type_: Type, server: OllamaServer) -> None:
    assert type_("writer", "pull", "new:1b").out.strip() == "new:1b is there"
    failed = type_("writer", "pull", "kimi:cloud")
    assert (failed.code, "Model runs elsewhere" in failed.err) == (1, True)
    tried = type_("writer", "test", "new:1b").out
    assert "tokens a second" in tried
    assert "3.3 GB of memory" in tried
    assert "A draft takes" in tried
    assert "Hold the reset button" in tried
    assert "Model not installed" in type_("writer", "test", "gone").err


def test_a_model_left_alone_is_told_by_whoever_comes_next_until_a_test_shows_that_it_writes(
    type_: Type, server: OllamaServer, knowledge: Path
) -> None:
    type_("import", str(knowledge))
    server.load_failure = "model requires more system memory (5.6 GiB) than is available (3.1 GiB)"
    assert "could not be loaded" in type_("ask", "How do I reset the hub?").out
    found = {one["name"]: one for one in type_("doctor", "--json").json}["drafting"]
    assert (found["ok"], "failed;" in found["words"], "tried again in" in found["words"]) == (False, True, True)
    assert type_("writer").out.startswith(
        "Model given a rest. It failed, so drafts quote the knowledge base; it is tried again in"
    )
    asked = len(server.asked)
    assert "it is left alone" in type_("ask", "How do I reset the hub?").out
    assert len(server.asked) == asked

    server.load_failure = ""
    assert type_("writer", "test", MODEL).code == 0
    assert f"the model {MODEL} at {server.host} drafts" in type_("doctor").out
    assert type_("writer").out.strip() == f"Ready. “{MODEL}” drafts."


def test_models_are_compared_on_own_tickets_and_nothing_is_stored(
    type_: Type, server: OllamaServer, knowledge: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    type_("import", str(knowledge))
    body = "The light blinks red. How do I reset the hub?"
    type_("tickets", "new", "--email", "ada@example.org", "--subject", "Help", "--body", body)
    found = type_("writer", "bakeoff", MODEL, "gone", "--json").json
    rows = {row["model"]: row for row in found["rows"]}
    assert (rows[MODEL]["drafts"], rows["gone:latest"]["failed"]) == (1, 1)
    assert "Hold the reset button" in found["tickets"][0]["drafts"][0]["text"]
    assert type_("queue", "--json").json == []

    drafts = tuple(BakedDraft(name, f"Says {name}.", 2.5, 11.0, 0.9, 0.7, name == "b") for name in ("a", "b"))
    tell_bake_off(Terminal(False), BakeOff((BakedTicket(TicketId(7), "Hub", drafts),)), read=True)
    read = capfd.readouterr().out
    assert "No answer" in read
    assert "--- b, 2.5 s, score 0.70\nSays b." in read


def test_another_computer_is_confirmed_by_a_person_only(type_: Type, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HELPDESK_OLLAMA_HOST", "http://192.0.2.7:11434")
    asked = type_("writer", "confirm")
    assert (asked.code, "Customers' texts will go to http://192.0.2.7:11434" in asked.err) == (1, True)
    assert not workspace.exists() or load(workspace, {}).ollama_remote_confirmed == ""
    assert type_("writer", "confirm", "--yes").code == 0
    assert load(workspace, {}).ollama_remote_confirmed == "http://192.0.2.7:11434"


def test_this_computer_needs_no_confirmation(type_: Type, workspace: Path) -> None:
    told = type_("writer", "confirm", "--yes")
    assert (told.code, "is this computer: there is nothing to confirm" in told.out) == (0, True)
    assert not workspace.exists()
