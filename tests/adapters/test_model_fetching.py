"""Fetching a model: whole or not at all, resumed, verified, from nobody but who was allowed."""

import asyncio
import hashlib
import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from helpdesk.adapters.onnx_models.fetching import Fetching
from helpdesk.adapters.onnx_models.wire import wired
from helpdesk.domain.errors import BadInput, FetchFailed, HostNotAllowed
from helpdesk.domain.progress import Progress, Report, unheard
from tests.fakes.clock import FixedClock
from tests.fakes.model_hub import FILES, REVISION, ModelHub, serving

LARGE = FILES["onnx/model.onnx"]


@pytest.fixture
async def hub() -> AsyncIterator[ModelHub]:
    async with serving() as standin:
        yield standin


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "models" / "tiny"


async def fetch(hub: ModelHub, target: Path, report: Report = unheard, also: tuple[str, ...] = ()) -> Path:
    async with wired(hub.endpoint, "team/tiny-model", also, pause=0.0) as wire:
        return await Fetching(hub.source(), wire, FixedClock()).into(target, report)


def content(target: Path) -> dict[str, bytes]:
    return {name: (target / name).read_bytes() for name in FILES}


async def test_a_model_comes_whole_with_a_card_that_says_where_it_is_from(hub: ModelHub, target: Path) -> None:
    told: list[Progress] = []
    assert await fetch(hub, target, told.append) == target
    assert content(target) == FILES
    card = json.loads((target / "helpdesk-model.json").read_text())
    assert (card["name"], card["licence"], card["revision"]) == ("team/tiny-model", "mit", REVISION)
    assert card["files"][0]["sha256"] == hashlib.sha256(LARGE).hexdigest()
    assert told[-1].done == told[-1].total == sum(map(len, FILES.values()))
    assert [one.name for one in target.parent.iterdir()] == ["tiny"]


async def test_a_cut_connection_is_taken_up_where_it_ended(hub: ModelHub, target: Path) -> None:
    hub.cuts = [300_000, 1, 400_000]
    await fetch(hub, target)
    assert content(target) == FILES
    assert hub.sent == sum(map(len, FILES.values()))


async def test_a_hub_that_cannot_resume_starts_the_file_over(hub: ModelHub, target: Path) -> None:
    hub.cuts, hub.ranges = [300_000], False
    told: list[Progress] = []
    await fetch(hub, target, told.append)
    assert content(target) == FILES
    assert told[-1].done == told[-1].total


async def test_cancelled_it_keeps_what_came_and_goes_on_from_there(hub: ModelHub, target: Path) -> None:
    hub.cuts = [-500_000]
    running = asyncio.create_task(fetch(hub, target))
    await hub.stalled.wait()
    (staging,) = target.parent.iterdir()
    part = staging / "onnx" / "model.onnx.part"
    while not part.exists() or part.stat().st_size < 400_000:
        await asyncio.sleep(0)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    had = part.stat().st_size
    assert not target.exists()
    told: list[Progress] = []
    await fetch(hub, target, told.append)
    assert content(target) == FILES
    assert told[1].done == had
    assert f"/team/tiny/resolve/{REVISION}/onnx/model.onnx@{had}" in hub.asked


async def test_a_hub_that_gives_up_again_and_again_is_given_up(hub: ModelHub, target: Path) -> None:
    hub.cuts = [0] * 20
    with pytest.raises(FetchFailed, match="connection was cut; what came is kept"):
        await fetch(hub, target)
    assert not target.exists()


async def test_what_does_not_have_its_hash_is_thrown_away(hub: ModelHub, target: Path) -> None:
    hub.told = {"onnx/model.onnx": LARGE[::-1]}
    with pytest.raises(FetchFailed, match="arrived damaged"):
        await fetch(hub, target)
    assert not target.exists()
    assert not list(target.parent.rglob("model.onnx*"))
    hub.told = {"config.json": b'{"model_type": "xxxx"}'}
    with pytest.raises(FetchFailed, match=r"config\.json arrived damaged"):
        await fetch(hub, target)
    hub.told = {}
    await fetch(hub, target)
    assert content(target) == FILES


async def test_a_file_longer_than_it_was_said_to_be_is_refused(hub: ModelHub, target: Path) -> None:
    hub.told = {"onnx/model.onnx": LARGE[:1000]}
    with pytest.raises(FetchFailed, match="longer than the 1,000 bytes"):
        await fetch(hub, target)
    assert not target.exists()


@pytest.mark.parametrize(("code", "said"), [(404, "not there any more"), (401, "without an account"), (418, "HTTP 418")])
async def test_a_refusal_is_told_with_what_to_do(hub: ModelHub, target: Path, code: int, said: str) -> None:
    hub.refusals = [code]
    with pytest.raises(FetchFailed, match=said) as raised:
        await fetch(hub, target)
    assert (raised.value.model, raised.value.host) == ("team/tiny-model", "127.0.0.1")


async def test_a_busy_moment_passes(hub: ModelHub, target: Path) -> None:
    hub.busy = [503, 429]
    await fetch(hub, target)
    assert content(target) == FILES


async def test_a_file_that_went_away_is_named(hub: ModelHub, target: Path) -> None:
    del hub.files["tokenizer.json"]
    with pytest.raises(FetchFailed, match=r"tokenizer\.json is not there any more"):
        await fetch(hub, target)


async def test_another_host_is_not_asked_before_somebody_allowed_it(hub: ModelHub, target: Path) -> None:
    async with serving() as other:
        hub.elsewhere = other.address
        with pytest.raises(HostNotAllowed) as raised:
            await fetch(hub, target)
        assert (raised.value.host, raised.value.asked_by) == (other.address, "127.0.0.1")
        assert other.asked == []
        await fetch(hub, target, also=(other.address,))
        assert len(other.asked) == len(FILES)
    assert content(target) == FILES


async def test_nobody_there_is_said_so(target: Path) -> None:
    async with serving() as gone:
        pass
    with pytest.raises(FetchFailed, match="may be offline"):
        await fetch(gone, target)
    assert not target.parent.exists()


async def test_a_place_that_is_taken_is_left_alone(hub: ModelHub, target: Path) -> None:
    target.mkdir(parents=True)
    (target / "mine.txt").write_text("mine")
    with pytest.raises(BadInput, match="name a new folder"):
        await fetch(hub, target)
    assert (target / "mine.txt").read_text() == "mine"
    (target / "mine.txt").unlink()
    await fetch(hub, target)
    assert content(target) == FILES
