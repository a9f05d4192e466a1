"""What a presenter may ask of a bridge, whichever kind it is given."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from helpdesk.domain.events import Event

T = TypeVar("T")

CrashListener = Callable[[BaseException], object]


def ignored(_: Any) -> None:
    """For results nobody waits for. An error is then shown by the window, never swallowed."""


class Handle(Protocol):
    def cancel(self) -> None:
        """After this neither `done` nor `failed` is called; the coroutine is cancelled if it still runs."""
        ...


@dataclass
class Call:
    """One coroutine on its way through a bridge. `keep` calls are waited for when the bridge closes."""

    work: Callable[[], Awaitable[Any]]
    done: Callable[[Any], object]
    failed: Callable[[Exception], object] | None
    keep: bool = False
    dropped: bool = False


class Bridge(Protocol):
    def call(
        self,
        work: Callable[[], Awaitable[T]],
        done: Callable[[T], object] = ignored,
        failed: Callable[[Exception], object] | None = None,
        *,
        keep: bool = False,
    ) -> Handle:
        """Runs `work()` in the desk thread; `done(result)` or `failed(error)` follows in the GUI thread.

        `work` is a factory (`lambda: desk.review.queue()`), so that the coroutine is made where it runs. `failed` gets
        HelpdeskErrors and, after the crash door has written its report, any other exception too, so that a screen can always
        leave its busy state; DeskReopened too, when the desk was let go before the work was through, which is no news for who
        gave no `failed`. Without `failed` the window's own error display is used. `keep` promises that closing the
        window waits for it: use it for everything that saves.
        """
        ...

    def listen(self, heard: Callable[[Event], object]) -> Handle:
        """Every published event, in order, in the GUI thread. A growing draft's or a job's older news may be left out when
        newer news of the same draft or job is already waiting."""
        ...
