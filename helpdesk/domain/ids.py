"""Row identities. All are SQLite integers; the distinct types keep one from standing in for another."""

from typing import NewType

RequesterId = NewType("RequesterId", int)
AgentId = NewType("AgentId", int)
TicketId = NewType("TicketId", int)
MessageId = NewType("MessageId", int)
DraftId = NewType("DraftId", int)
DecisionId = NewType("DecisionId", int)
KnowledgeBaseId = NewType("KnowledgeBaseId", int)
ArticleId = NewType("ArticleId", int)
RevisionId = NewType("RevisionId", int)
PassageId = NewType("PassageId", int)
ImportRunId = NewType("ImportRunId", int)
OutboxId = NewType("OutboxId", int)
AttachmentId = NewType("AttachmentId", int)
SourceId = NewType("SourceId", int)
HistoryId = NewType("HistoryId", int)
HistoryTicketId = NewType("HistoryTicketId", int)
