"""A word diff laid out in lines, each with a mark that needs no colour."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from helpdesk.ui.language import tr, trn

if TYPE_CHECKING:
    from helpdesk.domain.word_diff import Change

SAME, ADDED, REMOVED = "same", "added", "removed"
MARKS = {frozenset(): " ", frozenset({ADDED}): "+", frozenset({REMOVED}): "−", frozenset({ADDED, REMOVED}): "±"}
AROUND = 2
FEWEST_FOLDED = 3


@dataclass(frozen=True)
class DiffLine:
    """`pieces` are (kind, text) in reading order. `folded` > 0 stands for so many lines in which nothing changed."""

    mark: str
    pieces: tuple[tuple[str, str], ...]
    folded: int = 0

    @property
    def changed(self) -> bool:
        return self.mark != " "


def diff_lines(changes: "Iterable[Change]") -> list[DiffLine]:
    """Every line of both texts. A line's mark is + when words came in, − when words went, ± when both."""
    lines: list[DiffLine] = []
    pieces: list[tuple[str, str]] = []
    for change in changes:
        kind = str(change.kind)
        first, *rest = change.text.split("\n")
        pieces.append((kind, first))
        for text in rest:
            lines.append(laid(pieces, ended_by=kind))
            pieces = [(kind, text)]
    if any(text for _, text in pieces):
        lines.append(laid(pieces, ended_by=SAME))
    return lines


def laid(pieces: Sequence[tuple[str, str]], ended_by: str) -> DiffLine:
    """A line whose end itself came in or went is marked too, or an empty line could come and go unseen."""
    kept = tuple((kind, text) for kind, text in pieces if text)
    kinds = {kind for kind, _ in kept if kind != SAME}
    if ended_by != SAME and not any(kind == SAME for kind, _ in kept):
        kinds.add(ended_by)
    return DiffLine(MARKS[frozenset(kinds)], kept)


def folded(lines: Sequence[DiffLine], around: int = AROUND) -> list[DiffLine]:
    """What did not change is shortened to a few lines around what did."""
    near = {n + off for n, line in enumerate(lines) if line.changed for off in range(-around, around + 1)}
    shown: list[DiffLine] = []
    hidden: list[DiffLine] = []
    for number, line in enumerate(lines):
        if number in near:
            shown.extend(closed_up(hidden))
            hidden = []
            shown.append(line)
        else:
            hidden.append(line)
    return shown + closed_up(hidden)


def closed_up(hidden: Sequence[DiffLine]) -> list[DiffLine]:
    return list(hidden) if len(hidden) < FEWEST_FOLDED else [DiffLine(" ", (), len(hidden))]


def totals(changes: "Iterable[Change]") -> tuple[int, int]:
    """How many words came in and how many went."""
    words = {ADDED: 0, REMOVED: 0}
    for change in changes:
        if str(change.kind) in words:
            words[str(change.kind)] += len(change.text.split())
    return words[ADDED], words[REMOVED]


def spoken_totals(changes: "Sequence[Change]") -> str:
    added, removed = totals(changes)
    if not added and not removed:
        return tr("No words changed")
    parts = [trn("{n} word added", "{n} words added", added)] * bool(added)
    parts += [trn("{n} word removed", "{n} words removed", removed)] * bool(removed)
    return ", ".join(parts)
