"""One file of a run taken back: what the article was before is in force again, and the folder's own content is held back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from helpdesk.domain.article import HELD_ABSENT, ArticleState, FileFailure, ReadArticle
from helpdesk.domain.ids import ArticleId, ImportRunId, RevisionId
from helpdesk.domain.import_run import FileChange, FileState, RunFile
from helpdesk.ports import FoundFile, Records
from helpdesk.ports.knowledge_records import ArticlePlace, StoredRevision
from helpdesk.services.articles.editing import lying, noted_file
from helpdesk.services.articles.workbench import Workbench

CHANGED_SINCE = "was changed again after this run: restore the revision you want from its history"
ERASED = "was erased since: nothing of it is left to bring back"


@dataclass(frozen=True)
class Undoing:
    """`article` is what the reader makes now of the revision that comes back; None when the file goes or is only called
    otherwise."""

    file: RunFile
    article_id: ArticleId
    article: ReadArticle | None = None


def undone(files: list[RunFile], already: set[ArticleId]) -> list[Undoing]:
    """Files of a run that did something and were not taken back yet."""
    return [
        Undoing(file, file.article_id)
        for file in files
        if file.article_id and file.change and file.state is not FileState.FAILED and file.article_id not in already
    ]


def comes_back(file: RunFile) -> RevisionId | None:
    """The revision to be read again, if any."""
    if file.change is FileChange.ADDED or file.revision_before == file.revision_after:
        return None
    return file.revision_before


async def prepared(bench: Workbench, waiting: Sequence[Undoing]) -> list[Undoing | FileFailure]:
    """Each with the text that comes back, read by today's rules."""
    found = await bench.store.read(lambda records: _found(records, waiting))
    texts = [FoundFile.of_text(old_path(one.file), before.source) for one, before in found if before]
    readings = iter(await _read(bench, waiting[0].article_id, texts) if texts else ())
    return [one if before is None else _with_text(one, before, next(readings)) for one, before in found]


async def _read(bench: Workbench, one: ArticleId, texts: Sequence[FoundFile]) -> list[ReadArticle | FileFailure]:
    """`one` article of the base they are all in."""
    place = await bench.store.read(lambda records: records.articles.place(one))
    return await bench.read(place.kb_id, texts)


async def _found(records: Records, waiting: Sequence[Undoing]) -> list[tuple[Undoing, StoredRevision | None]]:
    """None where no text has to come back, or there is none any more."""
    found: list[tuple[Undoing, StoredRevision | None]] = []
    for one in waiting:
        wanted = comes_back(one.file)
        erased = wanted is None or (await records.articles.place(one.article_id)).revision_id is None
        found.append((one, None if wanted is None or erased else await records.articles.revision(wanted)))
    return found


def _with_text(undoing: Undoing, before: StoredRevision, read: ReadArticle | FileFailure) -> Undoing | FileFailure:
    if isinstance(read, FileFailure):
        return FileFailure(undoing.file.path, read.line, f"its text of before {read.reason}")
    return replace(undoing, article=replace(read, content_hash=before.content_hash))


def old_path(file: RunFile) -> str:
    return file.path_before or file.path


async def take_back(records: Records, bench: Workbench, run_id: ImportRunId, undoing: Undoing) -> RunFile | FileFailure:
    """Within one write; leaves alone what somebody changed since."""
    place, file = await records.articles.place(undoing.article_id), undoing.file
    if place.revision_id is None:
        return FileFailure(file.path, 0, ERASED)
    if not is_as_left(place, file):
        return FileFailure(file.path, 0, CHANGED_SINCE)
    noted = replace(noted_file(place.path, FileChange.CHANGED, bench), article_id=place.id, revision_before=place.revision_id)
    if file.change is FileChange.ADDED:
        return await _removed(records, place, noted)
    if file.change is FileChange.RENAMED:
        noted = await _renamed_back(records, place, file, noted)
    elif file.change is FileChange.REMOVED:
        noted = replace(noted, change=FileChange.ADDED)
    return await _restored(records, bench, run_id, undoing, replace(noted, revision_after=place.revision_id))


def is_as_left(place: ArticlePlace, file: RunFile) -> bool:
    if file.change is FileChange.REMOVED:
        return place.state is ArticleState.REMOVED and place.revision_id == file.revision_before
    return place.state is not ArticleState.REMOVED and (place.revision_id, place.path) == (file.revision_after, file.path)


async def _removed(records: Records, place: ArticlePlace, noted: RunFile) -> RunFile:
    await records.knowledge.remove_articles(place.kb_id, [place.path])
    held = lying(place)
    await records.articles.hold(place.id, "" if held == HELD_ABSENT else held)
    return replace(noted, change=FileChange.REMOVED)


async def _renamed_back(records: Records, place: ArticlePlace, file: RunFile, noted: RunFile) -> RunFile:
    """The file goes on lying under the new name, where it is held back; under the old name there is none."""
    in_the_way = await records.articles.place_at(place.kb_id, file.path_before)
    if in_the_way is not None and in_the_way.state is not ArticleState.REMOVED:
        path = place.path
    else:
        path = file.path_before
        there = HELD_ABSENT
        if in_the_way is not None:
            there = in_the_way.held_hash or HELD_ABSENT
            await records.articles.hold(in_the_way.id, "")
        await records.knowledge.move_articles(place.kb_id, [(place.id, path)])
        held = lying(place)
        if held != HELD_ABSENT:
            await records.articles.hold_path(place.kb_id, place.path, held)
        await records.articles.hold(place.id, "" if there == place.content_hash else there)
    return replace(noted, path=path, path_before=place.path, change=FileChange.RENAMED)


async def _restored(records: Records, bench: Workbench, run_id: ImportRunId, undoing: Undoing, noted: RunFile) -> RunFile:
    """The folder's content is held back unless it is the very one that comes back."""
    if undoing.article is None:
        return noted
    place = await records.articles.place(undoing.article_id)
    held, article = lying(place), replace(undoing.article, path=place.path)
    (stored,) = await records.knowledge.put_articles(place.kb_id, run_id, [article], bench.reader.chunker)
    assert stored.after is not None
    await records.articles.hold(place.id, "" if held == article.content_hash else held)
    return replace(noted, revision_after=stored.after)
