"""Which knowledge base a path belongs to."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from helpdesk.domain.article import KnowledgeBase

SEVERAL = ""
"""The folder of a base that was filled from more than one place: nothing is taken out of it because one place lacks it."""


@dataclass(frozen=True)
class Placement:
    """`source` is what was named, `folder` the place the base mirrors. `prefix` goes in front of the paths found. `whole` says
    that the source is all of the base, so that what it no longer holds may be removed."""

    name: str
    folder: str
    prefix: str = ""
    whole: bool = True
    source: str = ""


def placement(path: Path, kb: str | None, bases: Sequence[KnowledgeBase]) -> Placement:
    """Blocking: looks at the disk."""
    real = path.resolve()
    whole = real.is_dir() or real.suffix.lower() == ".zip"
    place = _of_everything(real, kb, bases) if whole else _of_one_file(real, kb, bases)
    return replace(place, source=str(real))


def _of_one_file(real: Path, kb: str | None, bases: Sequence[KnowledgeBase]) -> Placement:
    """A file of a folder that was imported before takes its old place there; any other joins the base of its own folder."""
    owners = [b for b in bases if b.folder and real.is_relative_to(b.folder) and kb in (None, b.name)]
    if owners:
        owner = max(owners, key=lambda base: len(base.folder))
        inside = real.parent.relative_to(owner.folder).as_posix()
        return Placement(owner.name, owner.folder, "" if inside == "." else inside + "/", whole=False)
    known = next((base for base in bases if base.name == kb), None)
    folder = known.folder if known else str(real.parent)
    return Placement(kb or _free_name(real.parent.name, bases), folder, whole=False)


def _of_everything(real: Path, kb: str | None, bases: Sequence[KnowledgeBase]) -> Placement:
    """A base keeps its name when its folder is imported again without one."""
    same = next((base.name for base in bases if base.folder == str(real)), None)
    name = real.name if real.is_dir() else real.stem
    return Placement(kb or same or _free_name(name, bases), str(real))


def _free_name(name: str, bases: Sequence[KnowledgeBase]) -> str:
    """Two folders called 'docs' are two bases; one that was moved stays the base it was."""
    name = name or "knowledge"
    taken = {base.name for base in bases if base.folder == SEVERAL or Path(base.folder).exists()}
    numbered = (f"{name} {number}" for number in range(2, len(taken) + 3))
    return name if name not in taken else next(candidate for candidate in numbered if candidate not in taken)


def mirrors(place: Placement, folder: str, known: Collection[str], seen: Collection[str]) -> bool:
    """Whether articles the source no longer holds go: it is the place the base came from (`folder`), or plainly the same
    knowledge moved or packed anew. A different folder imported under an old name only adds."""
    if folder == place.folder:
        return True
    return folder != SEVERAL and 2 * len(set(known) & set(seen)) >= len(known)
