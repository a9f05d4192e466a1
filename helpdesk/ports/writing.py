"""Evidence in, reply text out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from helpdesk.domain.article import Passage
from helpdesk.domain.draft import Hand, WrittenReply
from helpdesk.domain.evidence import Evidence
from helpdesk.domain.ids import PassageId
from helpdesk.domain.letter import Tone
from helpdesk.domain.past_answer import PastAnswer


@dataclass(frozen=True)
class WritingTask:
    """`message` is what the customer wrote (untrusted), `earlier` older turns of the same conversation, oldest first;
    `asks` the questions found in it. `hint` is the agent's one line for a redraft; `signature` goes under the closing.
    Without `letter` the bare answer is wanted: no greeting, no closing. `summary` tells the turns before `earlier` in short
    (also untrusted). `canary` is a word of this installation that belongs into the instructions and must never come out.
    `macro` is the desk's own answer to such a message (see domain.macro), `past` an answer agents once approved."""

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
    summary: str = ""
    canary: str = ""
    tone: str = Tone.NEUTRAL
    house_rules: str = ""
    macro: Passage | None = None
    past: PastAnswer | None = None

    @cached_property
    def passages(self) -> Mapping[PassageId, Passage]:
        """Everything a reply may cite, by id."""
        found = [hit.passage for evidence in self.evidence for hit in evidence.hits]
        besides = (*(self.past.passages if self.past else ()), *((self.macro,) if self.macro else ()))
        return {passage.id: passage for passage in (*besides, *found)}


class ReplyWriter(Protocol):
    @property
    def name(self) -> str: ...

    async def ready(self) -> None:
        """Returns when it could write now; raises NotReady saying why not."""
        ...

    async def hand(self, tone: str, house_rules: str) -> Hand:
        """Whose work its next draft would be, told so to write."""
        ...

    async def write(self, task: WritingTask, on_text: Callable[[str], None]) -> WrittenReply:
        """Writes one reply; `on_text` gets everything written so far as it grows. Raises NotReady."""
        ...
