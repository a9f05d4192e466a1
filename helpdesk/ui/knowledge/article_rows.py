"""How knowledge bases and articles look and sound in their lists."""

from dataclasses import dataclass
from datetime import UTC, datetime

from helpdesk.domain.article import ArticleRow, ArticleState, ArticleStatus, KnowledgeBase
from helpdesk.ui import wording
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.kit.row_look import RowLook, Tag
from helpdesk.ui.language import lowered, mark, number, tr, trn
from helpdesk.ui.reason_words import reason_said

STATUS_INKS = {
    ArticleStatus.DRAFT: "fair",
    ArticleStatus.INTERNAL: "note",
    ArticleStatus.PUBLIC: "good",
    ArticleStatus.ARCHIVED: "muted",
}
NEEDS_EYES, FAILED_FILES, IN_ORDER, EMPTY = mark("needs a look"), mark("has failures"), mark("in order"), mark("empty")
UNFINISHED = mark("not all searchable yet")
SIGNS = {
    FAILED_FILES: Tag("✕", "poor"),
    UNFINISHED: Tag("…", "fair"),
    NEEDS_EYES: Tag("!", "fair"),
    IN_ORDER: Tag("✓", "good"),
    EMPTY: Tag("○", "muted"),
}


@dataclass(frozen=True)
class BaseLine:
    """A knowledge base in the list of bases; `base` None stands for all of them."""

    base: KnowledgeBase | None
    name: str
    articles: int
    passages: int
    failed: int
    stale: int
    waiting: int

    @property
    def health(self) -> str:
        if self.failed:
            return FAILED_FILES
        if self.waiting:
            return UNFINISHED
        if self.stale:
            return NEEDS_EYES
        return IN_ORDER if self.articles else EMPTY


def base_lines(bases: list[KnowledgeBase]) -> list[BaseLine]:
    """All of them together first, when there are several."""
    lines = [BaseLine(b, one_line(b.name), b.articles, b.passages, b.failed, b.stale, b.waiting) for b in bases]
    if len(lines) < 2:
        return lines
    sums = [sum(line.articles for line in lines), sum(line.passages for line in lines)]
    troubles = [sum(line.failed for line in lines), sum(line.stale for line in lines), sum(line.waiting for line in lines)]
    return [BaseLine(None, tr("All {count} knowledge bases", count=len(lines)), *sums, *troubles), *lines]


def base_look(line: BaseLine) -> RowLook:
    tags = [Tag(articles(line.articles))]
    if line.stale:
        tags.append(Tag(tr("{stale} stale", stale=number(line.stale)), "fair"))
    if line.waiting:
        tags.append(Tag(waiting(line.waiting), "fair"))
    if line.failed:
        tags.append(Tag(tr("{failed} failed", failed=number(line.failed)), "poor"))
    if line.base is not None and line.base.watched:
        tags.append(Tag(tr("followed"), "accent_text"))
    if line.base is not None and line.base.audience == "internal":
        tags.append(Tag(tr("internal"), "note"))
    return RowLook(line.name, tuple(tags), sign=SIGNS[line.health])


def spoken_base(line: BaseLine) -> str:
    parts = [line.name, tr(line.health), articles(line.articles), passages(line.passages)]
    parts += [tr("{failed} failed", failed=number(line.failed))] * bool(line.failed) + [
        tr("{stale} stale", stale=number(line.stale))
    ] * bool(line.stale)
    parts += [waiting(line.waiting)] * bool(line.waiting)
    parts += [tr("its folder is followed")] * (line.base is not None and line.base.watched)
    return ", ".join(parts)


def article_look(row: ArticleRow) -> RowLook:
    """Title, status and age above; place, state and how its drafts fared below. What failed says why."""
    path = one_line(row.path)
    title = one_line(row.title) or path
    above = [Tag(wording.age(row.updated_at, datetime.now(UTC)))]
    if row.status is not ArticleStatus.PUBLIC:
        above.append(Tag(wording.ARTICLE_STATUSES[row.status], STATUS_INKS[row.status], strong=True))
    if row.stale:
        above.append(Tag(tr("Stale"), "fair", strong=True))
    quiet = row.status in (ArticleStatus.DRAFT, ArticleStatus.ARCHIVED)
    if row.state is ArticleState.FAILED:
        reason = one_line(reason_said(row.failure)) or wording.ARTICLE_STATES[row.state]
        why = Tag(f"✕ {one_line(row.kb)}: {reason}" if title == path else f"✕ {path}: {reason}", "poor")
        return RowLook(title, tuple(above), why, quiet=quiet)
    return RowLook(title, tuple(above), Tag(f"{one_line(row.kb)} · {path}"), (fared(row),), quiet=quiet)


def fared(row: ArticleRow) -> Tag:
    if row.state is not ArticleState.INDEXED:
        return Tag(wording.ARTICLE_STATES[row.state], "fair")
    if row.cited:
        return Tag(tr("cited {cited}× · approved {approved}×", cited=number(row.cited), approved=number(row.approved)))
    return Tag(passages(row.passages))


def spoken_article(row: ArticleRow) -> str:
    parts = [one_line(row.title) or row.path, row.kb, lowered(wording.ARTICLE_STATES[row.state])]
    parts += [one_line(reason_said(row.failure))] * bool(row.failure)
    parts += [lowered(wording.ARTICLE_STATUSES[row.status])] * (row.status is not ArticleStatus.PUBLIC)
    parts += ["stale"] * row.stale
    parts += [tr("cited {cited} times, {approved} approved", cited=number(row.cited), approved=number(row.approved))] * bool(
        row.cited
    )
    return ", ".join(parts)


def waiting(count: int) -> str:
    return tr("{waiting} not searchable yet", waiting=number(count))


def articles(number: int) -> str:
    return trn("{n} article", "{n} articles", number)


def passages(number: int) -> str:
    return trn("{n} passage", "{n} passages", number)
