"""Articles that contradict each other: what is proposed where passages close in meaning disagree."""

from collections.abc import Mapping
from dataclasses import dataclass

from helpdesk.domain.article import Passage
from helpdesk.domain.gap_proposal import GapKind, Side, Wanted
from helpdesk.domain.gap_text import lines_around
from helpdesk.domain.gaps import Trouble
from helpdesk.domain.ids import ArticleId, TicketId
from helpdesk.domain.markup import flat
from helpdesk.domain.progress import Report
from helpdesk.ports import Records
from helpdesk.services.gaps.comparing import Compared, Found
from helpdesk.services.gaps.parts import Parts


@dataclass(frozen=True)
class Contradicting:
    parts: Parts
    compared: Compared

    async def wanted(self, troubles: Mapping[TicketId, Trouble], report: Report) -> list[Wanted]:
        """Those that stand behind the most troubles first. Raises EmbedderUnusable, IndexStale."""
        found = await self.compared.disagreeing(report)
        made = [proposal for one in found if (proposal := await self._proposal(one, troubles))]
        return list({one.mark: one for one in made}.values())

    async def _proposal(self, found: Found, troubles: Mapping[TicketId, Trouble]) -> Wanted | None:
        """The article that was changed last is believed, until a person says otherwise. None when an article says both, or the
        sentence does not stand in its file."""
        sides = [
            (found.one.updated_at, _side(found.one, found.what.one, found.what.figures[0])),
            (found.other.updated_at, _side(found.other, found.what.other, found.what.figures[1])),
        ]
        (_, older), (_, newer) = sorted(sides, key=lambda pair: (pair[0], pair[1].article_id))
        source, both = await self.parts.store.read(lambda records: _read(records, older.article_id, newer.article_id))
        before = lines_around(source, older.says)
        if not before or flat(newer.says) in flat(source) or flat(older.says) in flat(both):
            return None
        concerned = (older.article_id, newer.article_id)
        return Wanted(
            kind=GapKind.CONTRADICTION,
            core="\n".join(sorted((flat(older.says), flat(newer.says)))),
            title=f"{older.title} / {newer.title}",
            after=before.replace(older.says, older.said_as(newer), 1),
            tickets=tuple(one.ticket_id for one in troubles.values() if set(concerned) & set(one.cited)),
            before=before,
            article_id=older.article_id,
            revision_id=older.revision_id,
            path=older.path,
            sides=(older, newer),
        )


async def _read(records: Records, one: ArticleId, other: ArticleId) -> tuple[str, str]:
    sources = await records.knowledge.sources([one, other])
    return sources.get(one, ""), sources.get(other, "")


def _side(passage: Passage, place: tuple[int, int], figure: str) -> Side:
    first = passage.lines[0] + passage.text.count("\n", 0, place[0])
    last = first + passage.text.count("\n", place[0], place[1])
    says = passage.text[slice(*place)]
    return Side(passage.article_id, passage.revision_id, passage.path, passage.title, (first, last), says, figure)
