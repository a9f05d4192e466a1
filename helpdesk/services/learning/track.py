"""How drafts on the same intent and from the same articles went at this desk."""

from collections.abc import Sequence
from dataclasses import dataclass

from helpdesk.domain.draft import Citation
from helpdesk.domain.label import Tally
from helpdesk.domain.track_record import ArticleRecord, TrackRecord
from helpdesk.domain.understanding import UNCLEAR
from helpdesk.ports.store import Records, Store


@dataclass(frozen=True)
class Track:
    store: Store

    async def of(self, intent: str, citations: Sequence[Citation]) -> TrackRecord:
        return await self.store.read(lambda records: _of(records, intent, citations))


async def _of(records: Records, intent: str, citations: Sequence[Citation]) -> TrackRecord:
    known = intent if intent != UNCLEAR else ""
    titles = {cited.revision_id: cited.title for cited in citations}
    tallies = await records.labels.by_revisions(list(titles)) if titles else {}
    return TrackRecord(
        intent=known,
        of_intent=await records.labels.by_intent(known) if known else Tally(),
        of_articles=tuple(ArticleRecord(titles[revision], tally) for revision, tally in tallies.items()),
    )
