"""Roles the desk needs filled. Each adapter and each fake of a role passes that role's one contract test class."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from helpdesk.ports.article_files import ArticleFiles
from helpdesk.ports.clock import Clock
from helpdesk.ports.embedder import Embedder
from helpdesk.ports.index import Candidate, IndexAnswer, IndexQuestion, IndexState, PassageIndex, PassageVector
from helpdesk.ports.knowledge import ArticleReader, FoundFile, KnowledgeSource, RawTicket, TicketFileReader, TicketFileResult
from helpdesk.ports.sending import Channel, Delivery
from helpdesk.ports.writing import ReplyWriter, WritingTask

if TYPE_CHECKING:
    from helpdesk.ports.store import Records, Store

__all__ = [
    "ArticleFiles",
    "ArticleReader",
    "Candidate",
    "Channel",
    "Clock",
    "Delivery",
    "Embedder",
    "FoundFile",
    "IndexAnswer",
    "IndexQuestion",
    "IndexState",
    "KnowledgeSource",
    "PassageIndex",
    "PassageVector",
    "RawTicket",
    "Records",
    "ReplyWriter",
    "Store",
    "TicketFileReader",
    "TicketFileResult",
    "WritingTask",
]


def __getattr__(name: str) -> Any:
    """The store's own two name every kind of record there is: a child process that parses or embeds comes without them."""
    if name in ("Records", "Store"):
        return getattr(import_module("helpdesk.ports.store"), name)
    raise AttributeError(name)
