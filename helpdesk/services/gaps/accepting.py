"""A person takes a proposal over: its text goes into the folder by the door every edit takes."""

import asyncio
from dataclasses import dataclass

from helpdesk.domain.article_history import Impact
from helpdesk.domain.errors import BadInput, InvalidTransition, NotFound
from helpdesk.domain.gap_proposal import GapKind, GapState, Option, Proposal
from helpdesk.domain.gap_text import UNWRITTEN
from helpdesk.domain.ids import ArticleId, KnowledgeBaseId
from helpdesk.domain.word_diff import Change, word_diff
from helpdesk.ports import Records
from helpdesk.services.articles.adding import NewArticle
from helpdesk.services.gaps.parts import Parts


@dataclass(frozen=True)
class Answer:
    """What a person makes of a proposal. `text` takes the place of the proposed one (None: as proposed, or as they typed so
    far); `kb_id` and `path` say where a new article goes; `also_file` False keeps the change in the desk."""

    text: str | None = None
    kb_id: KnowledgeBaseId | None = None
    path: str = ""
    also_file: bool = True


@dataclass(frozen=True)
class Foreseen:
    """What accepting would do: the changed words, and the drafts and answers that cite the article."""

    changes: tuple[Change, ...]
    impact: tuple[Impact, ...]
    failure: str = ""


@dataclass(frozen=True)
class Accepting:
    parts: Parts

    async def foreseen(self, option: Option, text: str) -> Foreseen:
        changes = await asyncio.to_thread(word_diff, option.before, text)
        if option.article_id is None:
            return Foreseen(changes, ())
        try:
            opened = await self.parts.articles.article(option.article_id)
        except NotFound:
            return Foreseen(changes, (), "its article is gone")
        if opened.source.count(option.before) != 1:
            return Foreseen(changes, (), "its article changed meanwhile")
        looked = await self.parts.articles.preview(option.article_id, opened.source.replace(option.before, text, 1))
        return Foreseen(changes, looked.impact, looked.failure.reason if looked.failure else "")

    async def accept(self, proposal: Proposal, option: Option, answer: Answer) -> ArticleId:
        if proposal.state is not GapState.OPEN:
            raise InvalidTransition("proposal", proposal.state)
        text = option.after if answer.text is None else answer.text
        if UNWRITTEN in text or not text.strip() or text == option.before:
            raise BadInput(option.path, 0, "says nothing new yet: write the answer in your own words first")
        if proposal.kind is GapKind.NEW_ARTICLE:
            article_id = await self._added(proposal, answer, text)
        else:
            article_id = await self._changed(proposal, option, text, also_file=answer.also_file)
        await self.parts.store.write(lambda records: self._noted(records, proposal, article_id))
        return article_id

    async def _added(self, proposal: Proposal, answer: Answer, text: str) -> ArticleId:
        kb_id = answer.kb_id or proposal.kb_id
        if kb_id is None:
            raise BadInput(proposal.path, 0, "has no knowledge base yet: choose the one it goes into")
        new = NewArticle(kb_id, answer.path or proposal.path, text, _about(proposal))
        return await self.parts.articles.add(new, also_file=answer.also_file)

    async def _changed(self, proposal: Proposal, option: Option, text: str, *, also_file: bool) -> ArticleId:
        assert option.article_id is not None
        opened = await self.parts.articles.article(option.article_id)
        if opened.source.count(option.before) != 1:
            await self.parts.store.write(
                lambda records: records.gaps.decide(proposal.id, GapState.OPEN, GapState.WITHDRAWN, "")
            )
            raise InvalidTransition("proposal", GapState.WITHDRAWN)
        source = opened.source.replace(option.before, text, 1)
        await self.parts.articles.save(opened.id, opened.revision_id, source, also_file=also_file)
        return opened.id

    async def _noted(self, records: Records, proposal: Proposal, article_id: ArticleId) -> None:
        await records.gaps.decide(proposal.id, GapState.OPEN, GapState.ACCEPTED, self.parts.settings.agent_name)
        await records.log.note("gap.accepted", proposal=proposal.id, proposed=proposal.kind, article_id=article_id)


def _about(proposal: Proposal) -> str:
    return f"from a gap that {len(proposal.tickets)} ticket{'s' if len(proposal.tickets) != 1 else ''} showed"
