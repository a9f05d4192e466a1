"""Roles the desk needs filled. Each adapter and each fake of a role passes that role's one contract test class."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from helpdesk.ports.article_files import ArticleFiles
from helpdesk.ports.clock import Clock
from helpdesk.ports.embedder import Embedder
from helpdesk.ports.index import Candidate, IndexAnswer, IndexQuestion, IndexState, PassageIndex, PassageVector
from helpdesk.ports.knowledge import ArticleReader, FoundFile, KnowledgeSource, RawTicket, TicketFileReader, TicketFileResult

if TYPE_CHECKING:
    from helpdesk.ports.sending import Channel, Delivery
    from helpdesk.ports.store import Records, Store
    from helpdesk.ports.writing import ReplyWriter, WritingTask

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

ASKED_FOR = {"Channel": "sending", "Delivery": "sending", "Records": "store", "Store": "store"} | dict.fromkeys(
    ("ReplyWriter", "WritingTask"), "writing"
)


def __getattr__(name: str) -> Any:
    """What the desk alone works with names nearly everything there is: a child process that parses or embeds comes without."""
    if name in ASKED_FOR:
        return getattr(import_module(f"{__name__}.{ASKED_FOR[name]}"), name)
    raise AttributeError(name)
