"""Models in the terminal: looked at, switched to, fetched; nothing without the person's word."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from helpdesk.adapters.onnx_models.room import OnnxModelRoom
from helpdesk.cli import models
from helpdesk.settings import load
from tests.cli.conftest import Type
from tests.fakes.model_hub import FILES, ModelHub, serving
from tests.fakes.onnx_folders import write_embedder


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    return write_embedder(tmp_path / "tiny")


def test_a_model_is_checked_used_and_left_again(
    type_: Type, knowledge: Path, tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert type_("import", str(knowledge)).code == 0
    bad = type_("models", "check", str(knowledge), "--json")
    assert (bad.code, bad.json["ok"], bad.json["failure"]) == (1, False, "model.onnx is missing")
    good = type_("models", "check", str(tiny))
    assert good.code == 0
    assert "8 numbers a vector, reads 64 tokens, mean pooling" in good.out
    assert "model.onnx" in good.out

    monkeypatch.setattr(models, "WORTH_ASKING", -1.0)
    asked = type_("models", "use", str(tiny))
    assert asked.code == 1
    assert "add --yes" in asked.err
    monkeypatch.setenv("HELPDESK_THREADS", "1")
    used = type_("models", "use", str(tiny), "--yes", "--json")
    assert used.code == 0, used.err
    assert used.json["ok"]
    assert used.json["model"]["folder"] == str(tiny)
    assert used.json["model"]["lacking"] == 0
    kept = load(tmp_path / "workspace", {})
    assert (kept.embedder, kept.threads) == ("fastembed", 0)


@contextmanager
def hub_in_another_thread() -> Iterator[ModelHub]:
    """The command runs a loop of its own."""
    ready, leave = threading.Event(), asyncio.Event()
    found: list[tuple[ModelHub, asyncio.AbstractEventLoop]] = []

    async def serve() -> None:
        async with serving() as hub:
            found.append((hub, asyncio.get_running_loop()))
            ready.set()
            await leave.wait()

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    ready.wait()
    hub, loop = found[0]
    try:
        yield hub
    finally:
        loop.call_soon_threadsafe(leave.set)
        thread.join()


def test_a_model_is_fetched_only_when_somebody_says_yes(type_: Type, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with hub_in_another_thread() as hub:

        async def listed(_: object) -> tuple[object, ...]:
            return (hub.source(),)

        monkeypatch.setattr(OnnxModelRoom, "_listed", listed)
        assert "team/tiny-model" in type_("models", "catalogue").out
        target = tmp_path / "fetched"
        asked = type_("models", "fetch", "team/tiny-model", "--to", str(target))
        assert asked.code == 1
        assert "about 1.0 MB from 127.0.0.1, licence mit. Nothing was asked of anybody" in asked.err
        assert hub.asked == []
        fetched = type_("models", "fetch", "team/tiny-model", "--to", str(target), "--yes", "--json")
        assert fetched.json == {"name": "team/tiny-model", "folder": str(target)}
        assert (target / "config.json").read_bytes() == FILES["config.json"]
        unknown = type_("models", "fetch", "team/other", "--to", str(target), "--yes")
        assert unknown.code == 1
        assert "team/other" in unknown.err
