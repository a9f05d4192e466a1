"""Roles the desk needs filled. Each adapter and each fake of a role passes that role's one contract test class."""

from helpdesk.ports.article_files import ArticleFiles
from helpdesk.ports.clock import Clock
from helpdesk.ports.embedder import Embedder
from helpdesk.ports.index import Candidate, IndexAnswer, IndexQuestion, IndexState, PassageIndex, PassageVector
from helpdesk.ports.knowledge import ArticleReader, FoundFile, KnowledgeSource, RawTicket, TicketFileReader, TicketFileResult
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
