"""Evidence in, reply text out."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from helpdesk.domain.draft import WrittenReply
from helpdesk.domain.evidence import Evidence


@dataclass(frozen=True)
class WritingTask:
    """`message` is what the customer wrote (untrusted), `earlier` older turns of the same conversation, oldest first;
    `asks` the questions found in it. `hint` is the agent's one line for a redraft; `signature` goes under the closing.
    Without `letter` the bare answer is wanted: no greeting, no closing."""

    subject: str
    message: str
    earlier: tuple[str, ...]
    asks: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    requester: str
    company: str
    agent: str
    language: str
    hint: str = ""
    signature: str = ""
    letter: bool = True


class ReplyWriter(Protocol):
    @property
    def name(self) -> str: ...

    async def ready(self) -> None:
        """Returns when it could write now; raises NotReady saying why not."""
        ...

    async def write(self, task: WritingTask, on_text: Callable[[str], None]) -> WrittenReply:
        """Writes one reply; `on_text` gets everything written so far as it grows. Raises NotReady."""
        ...
