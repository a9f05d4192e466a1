"""A writer that says what it was told to, records its tasks, and fails on demand."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from helpdesk.adapters.writers.excerpts import ExcerptsWriter
from helpdesk.domain.draft import Hand, WrittenReply
from helpdesk.ports.writing import WritingTask

if TYPE_CHECKING:
    from helpdesk.domain.errors import NotReady


class ScriptedWriter:
    """Without a script it quotes as the excerpts writer does, under its own name. `obstacle` is raised by ready(), `fault` by
    write() after the first words."""

    def __init__(self, name: str = "ollama", script: Sequence[WrittenReply] = ()) -> None:
        self.name = name
        self.script = list(script)
        self.tasks: list[WritingTask] = []
        self.obstacle: NotReady | None = None
        self.fault: Exception | None = None
        self.asked = 0

    async def ready(self) -> None:
        self.asked += 1
        if self.obstacle:
            raise self.obstacle

    async def hand(self, tone: str, house_rules: str) -> Hand:
        return Hand(self.name, "scripted@1", "script-1")

    async def write(self, task: WritingTask, on_text: Callable[[str], None]) -> WrittenReply:
        self.tasks.append(task)
        if self.fault:
            on_text("Half a sen")
            raise self.fault
        if self.script:
            reply = self.script.pop(0)
            on_text(reply.text)
            return reply
        quoted = await ExcerptsWriter().write(task, on_text)
        return WrittenReply(
            quoted.text, quoted.citations, quoted.abstained, quoted.missing, True, self.name, "scripted@1", "script-1"
        )
