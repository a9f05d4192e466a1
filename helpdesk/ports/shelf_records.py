"""The store's part that takes whole knowledge bases away, and keeps what was typed into articles and not saved."""

from typing import Protocol

from helpdesk.domain.article_history import Impact, UnsavedEdit
from helpdesk.domain.ids import ArticleId, KnowledgeBaseId, RevisionId


class RemovalRecords(Protocol):
    async def cited(self, kb_id: KnowledgeBaseId) -> list[Impact]:
        """Open drafts and sent answers that cite the base, newest first."""
        ...

    async def remove_some(self, kb_id: KnowledgeBaseId, limit: int) -> int:
        """Takes up to `limit` articles out with their versions, passages and vectors; how many. What cites them keeps its
        quotes and names no article any more. An index that held them cannot be brought in step, only built anew."""
        ...

    async def remove(self, kb_id: KnowledgeBaseId) -> None:
        """The base itself with its runs, once it has no article."""
        ...


class UnsavedEditRecords(Protocol):
    async def keep(self, article_id: ArticleId, base: RevisionId, text: str) -> None:
        """In place of what was kept of that article before; of an article that is gone nothing is kept."""
        ...

    async def forget(self, article_id: ArticleId) -> None: ...

    async def all(self) -> list[UnsavedEdit]:
        """The newest first."""
        ...
