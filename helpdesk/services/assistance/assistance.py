"""What an agent may ask for beside the draft."""

from dataclasses import dataclass

from helpdesk.domain.article import Audience
from helpdesk.domain.evidence import Hit
from helpdesk.domain.ids import ArticleId, DraftId, MessageId, RevisionId, TicketId
from helpdesk.domain.mail_history import new_words
from helpdesk.domain.rewriting import Rewritten, Wish
from helpdesk.domain.thread_summary import Summary
from helpdesk.ports.store import Store
from helpdesk.services.assistance.likeness import Likeness, Similar
from helpdesk.services.assistance.rewriting import Offer, Rewriting
from helpdesk.services.assistance.summaries import Summaries
from helpdesk.services.assistance.translating import Translated, Translating
from helpdesk.services.retrieval import Retrieval

LONGEST_QUESTION = 2_000
PASSAGES_AN_ARTICLE = 3


@dataclass(frozen=True)
class SuggestedArticle:
    """The best passage of an article: where it stands, and the message's words it has."""

    article_id: ArticleId
    revision_id: RevisionId
    kb: str
    path: str
    title: str
    heading: str
    lines: tuple[int, int]
    audience: Audience
    score: float
    matched: tuple[str, ...]


@dataclass(frozen=True)
class Assistance:
    store: Store
    rewriting: Rewriting
    summaries: Summaries
    likeness: Likeness
    retrieval: Retrieval
    translating: Translating

    async def tools(self) -> tuple[Offer, ...]:
        """Every way to rewrite, and what keeps it from being used now."""
        return await self.rewriting.tools()

    async def rewrite(self, draft_id: DraftId, text: str, wish: Wish) -> Rewritten:
        """See Rewriting.rewrite."""
        return await self.rewriting.rewrite(draft_id, text, wish)

    async def summary(self, ticket_id: TicketId, *, ask_model: bool = False) -> Summary | None:
        """See Summaries.of."""
        return await self.summaries.of(ticket_id, ask_model=ask_model)

    async def translate(self, ticket_id: TicketId, message_id: MessageId) -> Translated:
        """See Translating.of."""
        return await self.translating.of(ticket_id, message_id)

    async def similar(self, ticket_id: TicketId, limit: int = 5) -> Similar:
        """Answered tickets like this one."""
        return await self.likeness.similar(ticket_id, limit)

    async def remember(self) -> bool:
        """One piece of making answered tickets comparable; False when there is nothing to do."""
        return await self.likeness.remember()

    async def suggested(self, ticket_id: TicketId, limit: int = 5) -> tuple[SuggestedArticle, ...]:
        """Articles for the last message of a ticket, best first. Raises NotFound."""
        conversation = await self.store.read(lambda records: records.tickets.conversation(ticket_id))
        last = conversation.last_customer_message
        question = f"{conversation.ticket.subject}\n{new_words(last.body) if last else ''}".strip()[:LONGEST_QUESTION]
        if not question:
            return ()
        evidence = await self.retrieval.find(question, limit=limit * PASSAGES_AN_ARTICLE)
        best: dict[int, Hit] = {}
        for hit in evidence.hits:
            best.setdefault(hit.passage.article_id, hit)
        return tuple(_suggested(hit) for hit in list(best.values())[:limit])


def _suggested(hit: Hit) -> SuggestedArticle:
    p = hit.passage
    return SuggestedArticle(
        p.article_id, p.revision_id, p.kb, p.path, p.title, p.heading, p.lines, p.audience, round(hit.score, 4), hit.matched
    )
