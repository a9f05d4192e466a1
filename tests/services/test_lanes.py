"""Work that goes on by itself: it is done at once when woken, goes on after trouble, and stops when told."""

import asyncio

import pytest

from helpdesk.domain.errors import ChannelFailed
from helpdesk.domain.events import Event, JobFailed
from helpdesk.services.lanes import Lane, Lanes


class Work:
    """Pieces that wait to be done; a `stumble` is raised instead of the first."""

    def __init__(self, pieces: int, stumble: Exception | None = None) -> None:
        self.left, self.done, self.looked = pieces, 0, 0
        self.stumble = stumble
        self.settled = asyncio.Event()

    async def step(self) -> bool:
        self.looked += 1
        if self.stumble is not None:
            stumble, self.stumble = self.stumble, None
            raise stumble
        if not self.left:
            self.settled.set()
            return False
        self.left -= 1
        self.done += 1
        return True


async def until(settled: asyncio.Event) -> None:
    async with asyncio.timeout(5):
        await settled.wait()


async def test_a_lane_does_everything_there_is_and_then_rests() -> None:
    work = Work(3)
    lanes = Lanes([Lane("drafting", work.step, 60)], lambda _: None)
    await lanes.start()
    await until(work.settled)
    await lanes.stop()
    assert (work.done, work.looked) == (3, 4)


async def test_a_resting_lane_goes_on_at_once_when_woken() -> None:
    work = Work(0)
    lanes = Lanes([Lane("drafting", work.step, 60)], lambda _: None)
    await lanes.start()
    await until(work.settled)
    work.settled.clear()
    work.left = 1
    lanes.wake("drafting")
    await until(work.settled)
    await lanes.stop()
    assert work.done == 1


async def test_trouble_is_announced_and_tried_again() -> None:
    heard: list[Event] = []
    trouble = ChannelFailed("folder", "the disk is gone")
    work = Work(1, trouble)
    lanes = Lanes([Lane("sending", work.step, 0.01)], heard.append)
    await lanes.start()
    await until(work.settled)
    await lanes.stop()
    assert heard == [JobFailed("sending", trouble)]
    assert work.done == 1


@pytest.mark.logs("stumbled over ZeroDivisionError")
async def test_a_mistake_of_ours_does_not_stop_the_lane() -> None:
    work = Work(1, ZeroDivisionError())
    lanes = Lanes([Lane("mail", work.step, 0.01)], lambda _: None)
    await lanes.start()
    await until(work.settled)
    await lanes.stop()
    assert work.done == 1


async def test_other_lanes_go_on_beside_one_that_waits_long() -> None:
    never = asyncio.Event()
    work = Work(2)

    async def stuck() -> bool:
        return await never.wait()

    lanes = Lanes([Lane("drafting", stuck, 60), Lane("sending", work.step, 60)], lambda _: None)
    await lanes.start()
    await until(work.settled)
    await lanes.stop()
    assert work.done == 2
