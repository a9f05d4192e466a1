"""A reply told in other words, as something to take or leave: the whole of it, or one change at a time."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from helpdesk.domain.word_diff import Change, word_diff

RULES = "rules"


class Tool(StrEnum):
    SHORTER = "shorter"
    FRIENDLIER = "friendlier"
    SIMPLER = "simpler"
    TRANSLATE = "translate"
    INSTRUCTION = "instruction"


@dataclass(frozen=True)
class Wish:
    """`language` (ISO 639-1) is what to translate into; `instruction` the agent's own words for Tool.INSTRUCTION."""

    tool: Tool
    language: str = ""
    instruction: str = ""


@dataclass(frozen=True)
class Concern:
    """What an agent should look at before taking a rewriting: `code` names the check, `words` say what it found."""

    code: str
    words: str


@dataclass(frozen=True)
class Edit:
    """One change that can be taken by itself: `removed` stands at `before[start:end]`, `added` would take its place."""

    n: int
    start: int
    end: int
    removed: str
    added: str


@dataclass(frozen=True)
class Rewritten:
    """A suggestion; nothing of it is stored or applied. `by` is RULES or the model's name and digest."""

    wish: Wish
    before: str
    after: str
    concerns: tuple[Concern, ...]
    by: str
    seconds: float

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        return word_diff(self.before, self.after)

    @cached_property
    def edits(self) -> tuple[Edit, ...]:
        return edits(self.changes)

    @property
    def is_same(self) -> bool:
        return self.before.strip() == self.after.strip()

    def taking(self, wanted: Collection[int]) -> str:
        """The text with only the edits of these numbers."""
        kept, at = [], 0
        for edit in self.edits:
            kept += [self.before[at : edit.start], edit.added if edit.n in wanted else edit.removed]
            at = edit.end
        return "".join([*kept, self.before[at:]])


def edits(changes: Sequence[Change]) -> tuple[Edit, ...]:
    """Removed words and the added ones in their place are one edit."""
    found: list[Edit] = []
    at, removed, added = 0, "", ""
    for change in (*changes, Change("same", "")):
        if change.kind == "removed":
            removed += change.text
        elif change.kind == "added":
            added += change.text
        else:
            if removed or added:
                found.append(Edit(len(found), at, at + len(removed), removed, added))
            at, removed, added = at + len(removed) + len(change.text), "", ""
    return tuple(found)
