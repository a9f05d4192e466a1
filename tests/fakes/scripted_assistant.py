"""An assistant that says what it was told to, and keeps every word it was given."""

from collections.abc import Callable, Sequence

from helpdesk.domain.draft_step import Trace
from helpdesk.domain.errors import NotReady
from helpdesk.domain.rewriting import Wish
from helpdesk.ports.assisting import Grow, Told, Turn


class ScriptedAssistant:
    """`says` makes the answer of what it was given. `obstacle` is raised by everything."""

    def __init__(self, says: Callable[[str], str] = str.upper, obstacle: NotReady | None = None) -> None:
        self.says = says
        self.obstacle = obstacle
        self.complete = True
        self.given: list[str] = []
        self.asked_models: list[str] = []

    async def ready(self) -> None:
        if self.obstacle:
            raise self.obstacle

    async def models(self) -> tuple[str, ...]:
        await self.ready()
        return ("small:3b", "large:8b")

    async def rewrite(self, text: str, wish: Wish, on_text: Grow) -> Told:
        return await self._told(f"{wish.instruction}\n{text}" if wish.instruction else text, text, on_text)

    async def summarize(self, turns: Sequence[Turn], on_text: Grow) -> Told:
        said = "\n".join(turn.text for turn in turns)
        return await self._told(said, said, on_text)

    async def repeat(self, trace: Trace, model: str, on_text: Grow) -> Told:
        self.asked_models.append(model)
        return await self._told(f"{trace.system}\n{trace.prompt}", trace.prompt, on_text)

    async def _told(self, given: str, text: str, on_text: Grow) -> Told:
        await self.ready()
        self.given.append(given)
        said = self.says(text)
        on_text(said[: len(said) // 2])
        on_text(said)
        return Told(said, self.complete, "small:3b", "d" * 64, "rewrite-1", {"seconds": 1.5, "reply_tokens": 12.0}, {})
