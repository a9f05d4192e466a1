"""An article taken out of everything the desk owns, for good."""

from pathlib import Path

from helpdesk.domain.article import ArticleStatus
from helpdesk.domain.events import KnowledgeChanged
from helpdesk.domain.ids import ArticleId
from helpdesk.domain.progress import Report
from helpdesk.services.articles.workbench import Workbench


async def erase(bench: Workbench, article_id: ArticleId, report: Report) -> tuple[Path, ...]:
    """First its words leave the articles that take them in, then the store, then an index built anew without it; the old one
    goes. Gives the backups, which still hold it."""
    async with bench.one_job:
        place = await bench.store.read(lambda records: records.articles.place(article_id))
        await bench.store.write(lambda records: records.articles.set_status(article_id, ArticleStatus.ARCHIVED))
        await bench.knowledge.cut_again(report)
        await bench.store.write(lambda records: records.articles.erase(article_id))
        bench.publish(KnowledgeChanged(place.kb_id))
    await bench.store.forget()
    await bench.knowledge.reindex(report)
    return backups_of(bench)


def backups_of(bench: Workbench) -> tuple[Path, ...]:
    """Copies of the store, made before and untouched by what is done now."""
    return tuple(sorted(path for path in bench.backups.glob("*") if path.is_file())) if bench.backups.is_dir() else ()
