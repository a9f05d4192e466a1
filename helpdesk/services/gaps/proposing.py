"""What a group of like tickets asks for: a new article, or more in the one that was tried."""

import asyncio
from collections import Counter, OrderedDict
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from helpdesk.domain.article import ArticleState
from helpdesk.domain.asks import asks_in, asks_outright, own_words
from helpdesk.domain.conversation import Conversation
from helpdesk.domain.corrections import said_besides
from helpdesk.domain.decision import RejectReason
from helpdesk.domain.errors import NotFound
from helpdesk.domain.gap_proposal import GapKind, Wanted
from helpdesk.domain.gap_text import article, file_name, lines_around, shortened, title_of
from helpdesk.domain.gaps import Signal, Trouble, telling_terms
from helpdesk.domain.ids import ArticleId, KnowledgeBaseId, PassageId, TicketId
from helpdesk.domain.mail_history import new_words
from helpdesk.domain.spans import Source, Sources
from helpdesk.domain.terms import telling_stems
from helpdesk.ports import Records
from helpdesk.ports.knowledge_records import ArticlePlace
from helpdesk.ports.ticket_vectors import TicketWords
from helpdesk.services.assistance.likeness import text_of
from helpdesk.services.gaps.answers import Masked, best_of, conversation_of
from helpdesk.services.gaps.parts import Parts
from helpdesk.services.gaps.troubles import Gathered, Group
from helpdesk.services.redacting import Redacting

MOST_GROUPS, KEPT = 200, 2_000
LONGEST_QUESTION, LONGEST_CORE = 160, 600
BY_A_PERSON = (Signal.REJECTED, Signal.EDITED, Signal.FOUND_WRONG)
"""Signals by which a single ticket shows a gap; what only the program says needs another ticket, or somebody's answer."""

ELSEWHERE = (Signal.ABSTAINED, Signal.FAILED, Signal.ESCALATED)


@dataclass(frozen=True)
class Asked:
    """A ticket without its customer's data: its subject, what is asked, all of it, and the words of the first two."""

    subject: str
    question: str
    core: str
    words: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Proposing:
    parts: Parts
    read: OrderedDict[TicketId, Asked] = field(default_factory=OrderedDict)

    async def wanted(self, found: Gathered, groups: Sequence[Group]) -> list[Wanted]:
        made = []
        for group in groups[:MOST_GROUPS]:
            answers = await best_of(self.parts, group.tickets)
            if len(group.tickets) > 1 or answers or found.troubles[group.tickets[0]].signal in BY_A_PERSON:
                made.append(await self._of(found, group, answers))
        return [one for one in made if one is not None]

    async def _of(self, found: Gathered, group: Group, answers: Sequence[Masked]) -> Wanted | None:
        words = [found.words[ticket] for ticket in group.tickets]
        troubles = [found.troubles[ticket] for ticket in group.tickets]
        asked = await self._asked(words[0])
        told = telling_terms([text_of(one) for one in words], found.stems, len(found.words))
        about = Wanted(
            kind=GapKind.NEW_ARTICLE,
            core=group.core or asked.core,
            title=title_of(asked.subject, asked.question),
            after="",
            tickets=group.tickets,
            terms=tuple(term for term in told if term in asked.words),
        )
        blamed = blamed_in(troubles)
        source = await self._source(blamed) if blamed is not None else ""
        if blamed is not None and source:
            return await self._addition(about, (blamed, source), troubles, answers)
        return await self._new(about, asked, troubles, answers)

    async def _source(self, article_id: ArticleId) -> str:
        """Of an article that serves, else ''."""
        sources = await self.parts.store.read(lambda records: records.knowledge.sources([article_id]))
        return sources.get(article_id, "")

    async def _new(self, about: Wanted, asked: Asked, troubles: Sequence[Trouble], answers: Sequence[Masked]) -> Wanted:
        answer = answers[0].usable if answers else ""
        text = article(about.title, asked.question, answer, about.terms)
        kb_id, path = await self._place(troubles, file_name(about.title))
        return replace(about, after=text, kb_id=kb_id, path=path)

    async def _addition(
        self, about: Wanted, blamed: tuple[ArticleId, str], troubles: Sequence[Trouble], answers: Sequence[Masked]
    ) -> Wanted | None:
        """What the answers say besides it, below the words a draft took from it. None when those words do not stand in it any
        more, or people sent nothing that is not in it: then not the knowledge is at fault."""
        article_id, source = blamed
        draft_id = next(one.draft_id for one in reversed(troubles) if one.cited[:1] == (article_id,))

        async def look(records: Records) -> tuple[ArticlePlace, str, str]:
            draft = await records.drafts.get(draft_id)
            quote = next((cited.quote for cited in draft.citations if cited.article_id == article_id), "")
            title = (await records.gaps.titles([article_id]))[article_id][0]
            return await records.articles.place(article_id), title, quote

        place, title, quote = await self.parts.store.read(look)
        before = lines_around(source, quote)
        if not before:
            return None
        said = Sources((Source(PassageId(0), (), title, source),))
        extra = await asyncio.to_thread(said_besides, answers[0].usable, said) if answers else ""
        if answers and not extra:
            return None
        return replace(
            about,
            kind=GapKind.ADDITION,
            title=title,
            before=before,
            after=f"{before.rstrip()}\n\n{extra}" if extra else before,
            kb_id=place.kb_id,
            article_id=article_id,
            revision_id=place.revision_id,
            path=place.path,
        )

    async def _asked(self, words: TicketWords) -> Asked:
        """Read once: what a customer wrote first does not change."""
        if words.ticket_id not in self.read:
            conversation = await conversation_of(self.parts, words.ticket_id)
            if conversation is None:
                return Asked("", "", "")
            self.read[words.ticket_id] = await asyncio.to_thread(asked_in, self.parts.redacting, conversation, words)
            while len(self.read) > KEPT:
                self.read.popitem(last=False)
        return self.read[words.ticket_id]

    async def _place(self, troubles: Sequence[Trouble], name: str) -> tuple[KnowledgeBaseId | None, str]:
        """Beside the article that was cited most; else in the only base there is, else where a person will say."""
        cited = Counter(article_id for one in troubles for article_id in one.cited)

        async def look(records: Records) -> tuple[KnowledgeBaseId | None, str]:
            for article_id, _ in cited.most_common():
                with suppress(NotFound):  # erased, or gone with its base
                    place = await records.articles.place(article_id)
                    if place.state is not ArticleState.REMOVED:
                        return place.kb_id, str(PurePosixPath(place.path).parent / f"{name}.md")
            bases = await records.knowledge.bases()
            return (bases[0].id if len(bases) == 1 else None), f"{name}.md"

        return await self.parts.store.read(look)


def asked_in(redacting: Redacting, conversation: Conversation, words: TicketWords) -> Asked:
    """The first question that says enough by itself; of a message without one how it begins."""
    text = redacting.masked(conversation, f"{words.subject}\n{own_words(new_words(words.body))}"[:LONGEST_CORE])
    subject, _, said = text.partition("\n")
    asked = next((ask for ask in asks_in(said, subject) if asks_outright(ask)), " ".join(said.split()))
    question = shortened(asked, LONGEST_QUESTION)
    return Asked(subject, question, text, frozenset(telling_stems(f"{subject} {question}").values()))


def blamed_in(troubles: Sequence[Trouble]) -> ArticleId | None:
    """The article that at least half of the drafts stood on and that did not do; none when it was the wrong one."""
    stood = [one.cited[0] for one in troubles if one.cited and _blames(one)]
    article_id, count = next(iter(Counter(stood).most_common(1)), (None, 0))
    return article_id if article_id is not None and 2 * count >= len(troubles) else None


def _blames(one: Trouble) -> bool:
    return one.signal not in ELSEWHERE and one.reason != RejectReason.NOT_THE_QUESTION
