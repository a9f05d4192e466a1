"""Which model writes, which host is this computer, and what is learned of a model's speed."""

from dataclasses import replace

import pytest

from helpdesk.domain.errors import ModelCannotWrite, ModelMissing, ModelNotLocal, NotReady
from helpdesk.domain.model_server import Measured, ModelFigures, ServedModel, chosen, is_loopback, server_address, smaller

BIG = ServedModel("big:8b", "1", size=5_000_000_000)
SMALL = ServedModel("small:latest", "2", size=1_000_000_000)
CLOUD = ServedModel("huge:120b-cloud", "3", is_remote=True)
EMBEDS = ServedModel("minilm:latest", "4", size=46_000_000, writes=False)


@pytest.mark.parametrize(
    ("models", "wanted", "name", "missing"),
    [
        ([EMBEDS, CLOUD, BIG, SMALL], "", "big:8b", ""),
        ([BIG, SMALL], "small", "small:latest", ""),
        ([BIG, SMALL], "gone", "big:8b", "gone"),
    ],
)
def test_the_wanted_model_writes_or_else_the_first_that_can(
    models: list[ServedModel], wanted: str, name: str, missing: str
) -> None:
    model, absent = chosen(models, wanted)
    assert (model.name, absent) == (name, missing)


@pytest.mark.parametrize(
    ("models", "wanted", "error"),
    [
        ([], "", ModelMissing),
        ([CLOUD], "gone", ModelMissing),
        ([CLOUD], "", ModelNotLocal),
        ([CLOUD, BIG], "huge:120b-cloud", ModelNotLocal),
        ([CLOUD, EMBEDS], "", ModelCannotWrite),
        ([EMBEDS, BIG], "minilm", ModelCannotWrite),
    ],
)
def test_why_no_model_writes(models: list[ServedModel], wanted: str, error: type[NotReady]) -> None:
    with pytest.raises(error):
        chosen(models, wanted)


def test_the_next_smaller_model_is_one_that_writes_here() -> None:
    assert smaller([BIG, SMALL, EMBEDS, CLOUD], BIG) == SMALL
    assert smaller([BIG, SMALL, EMBEDS, CLOUD], SMALL) is None


@pytest.mark.parametrize(
    "host", ["http://127.0.0.1:11434", "localhost:11434", "http://[::1]:11434", "127.8.9.1", "", "https://LOCALHOST"]
)
def test_this_computer(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize(
    "host",
    [
        "http://10.0.0.5:11434",
        "gpu.example:11434",
        "http://127.0.0.1.example",
        "http://localhost@evil.example",
        "http://0.0.0.0",
        "[broken",
    ],
)
def test_another_computer(host: str) -> None:
    assert not is_loopback(host)


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:11434", "localhost:11434", "HTTPS://gpu.example/ollama/", "[::1]:11434", "gpu", " 10.0.0.5 "]
)
def test_addresses_a_server_can_be_asked_at(address: str) -> None:
    server_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        " ",
        "http://",
        ":11434",
        "ftp://gpu.example",
        "gpu example",
        "gpu.example:0",
        "gpu.example:65536",
        "gpu.example:port",
        "http://[::1",
        "[12:34]",
        "http://user:pass@gpu.example",
        "http://evil.example#@localhost",
        "http://evil.example?@localhost",
    ],
)
def test_what_is_no_address_is_refused_in_words(address: str) -> None:
    with pytest.raises(ValueError, match=r"is no address of a server; write it like http|is no port; use one"):
        server_address(address)


def test_a_models_tokens_and_speed_are_learned_from_its_replies() -> None:
    measured = Measured(4000, 1000, 100, 2.0, 10.0, 5.0, 20.0)
    figures = ModelFigures("m", "d").after(measured)
    assert figures.bytes_per_token == pytest.approx(0.8 * 3.0 + 0.2 * 4.0)
    assert (figures.tokens_per_second, figures.prompt_tokens_per_second) == (10.0, 500.0)
    assert figures.seconds_per_draft == 15.0, "loading happens once"
    for _ in range(40):
        figures = figures.after(measured)
    assert figures.bytes_per_token == pytest.approx(4.0, abs=0.01)
    assert figures.drafts == 41


def test_a_count_that_cannot_be_true_teaches_nothing() -> None:
    figures = ModelFigures("m", "d")
    cached = Measured(4000, 12, None, None, None, None, 3.0)
    assert figures.after(cached).bytes_per_token == figures.bytes_per_token
    assert figures.after(replace(cached, prompt_tokens=None)).tokens_per_second == 0.0
