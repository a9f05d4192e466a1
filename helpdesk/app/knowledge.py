"""What the desk knows, and the models that search it."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from helpdesk.adapters.folder_watcher import WatchfilesWatcher
from helpdesk.adapters.index.local import LocalIndex
from helpdesk.adapters.knowledge_sources import knowledge_source
from helpdesk.adapters.knowledge_sources.opening import OpenedApart
from helpdesk.adapters.markdown_articles.reader import MarkdownArticles
from helpdesk.adapters.markdown_articles.saving import ArticleFolder
from helpdesk.adapters.onnx_models.room import OnnxModelRoom
from helpdesk.app.parts import EMBEDDERS, PASSAGE_RULES, Parts, Publish, onnx_recipe
from helpdesk.domain.embedding_model import BUILT_IN
from helpdesk.ports.models import Bench
from helpdesk.services.articles import Articles, Workbench
from helpdesk.services.knowledge import Knowledge
from helpdesk.services.models import Models
from helpdesk.services.retrieval.second_look import SecondLook


def known(parts: Parts, publish: Publish, articles: MarkdownArticles, stack: AsyncExitStack) -> Knowledge:
    """What is known and kept in step; it follows folders until the stack is left."""
    settings, watcher = parts.settings, WatchfilesWatcher()
    stack.push_async_callback(watcher.aclose)
    return Knowledge(
        parts.store,
        parts.index,
        articles,
        knowledge_source,
        parts.clock,
        publish,
        agent=settings.agent_name,
        learner=BUILT_IN if settings.embedder == BUILT_IN else "",
        watcher=watcher,
        opening=OpenedApart(articles.workers),
    )


def second_look(parts: Parts, stack: AsyncExitStack) -> SecondLook:
    """In a window a search does not wait until the model is loaded; a command does."""
    settings = parts.settings
    if not settings.reranker_folder:
        return SecondLook()
    from helpdesk.adapters.onnx_models.cross_encoder import OnnxReranker  # and numpy with it, which most starts do not need

    reranker = OnnxReranker(Path(settings.reranker_folder), settings.threads, patient=parts.patient)
    stack.push_async_callback(reranker.aclose)
    return SecondLook(reranker, settings.reranker_ms / 1000)


def models(parts: Parts, chunker: str) -> Models:
    settings, workspace = parts.settings, parts.workspace

    @asynccontextmanager
    async def bench(choice: str) -> AsyncIterator[Bench]:
        """An index that only embeds, with a folder of its own that is gone afterwards."""
        wanted = replace(settings, embedder="built-in" if choice == BUILT_IN else "fastembed", model_folder=choice)
        recipe = EMBEDDERS["built-in"](wanted, workspace) if choice == BUILT_IN else onnx_recipe(Path(choice), settings.threads)
        with TemporaryDirectory(prefix="helpdesk-") as folder:
            index = LocalIndex(Path(folder), recipe)
            reader = MarkdownArticles(PASSAGE_RULES[wanted.embedder](wanted))
            try:
                yield Bench(index, reader)
            finally:
                await index.aclose()
                await reader.aclose()

    room = OnnxModelRoom(workspace.models, settings.threads, bench, parts.clock)
    return Models(parts.store, parts.index, room, settings, chunker, parts.clock, parts.publish)


def shelved(parts: Parts, publish: Publish, reader: MarkdownArticles, knowledge: Knowledge) -> Articles:
    """Articles as managed things."""
    folder, agent, copies = ArticleFolder(), parts.settings.agent_name, parts.workspace.backups
    return Articles(Workbench(parts.store, reader, folder, knowledge, parts.clock, publish, agent, copies))
