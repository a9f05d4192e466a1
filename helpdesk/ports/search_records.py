"""Words of everything the desk holds, as the store finds them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from helpdesk.domain.found import ArticleHit, Document
from helpdesk.domain.ids import TicketId
from helpdesk.domain.ticket import TicketRow
from helpdesk.ports.list_records import Listed


@dataclass(frozen=True)
class Said:
    """A ticket, and one text of it that has the words, else some of them: its subject, else the newest."""

    row: TicketRow
    document: Document | None


class SearchRecords(Protocol):
    async def saying(self, asked: str, limit: int) -> list[Said]:
        """Tickets with all of the words, wherever on them they stand: of those that came in last the ones with them in the
        subject first."""
        ...

    async def first(self, listed: Listed, asked: str, limit: int) -> list[Said]:
        """The beginning of a list that nobody needs the length of. Raises BadInput."""
        ...

    async def unknown(self, asked: str) -> list[str]:
        """The words that stand nowhere."""
        ...

    async def meant(self, word: str) -> str:
        """The stem of a word the desk knows that it is a slip of; '' when there is none."""
        ...

    async def times(self, stems: Sequence[str]) -> Mapping[str, int]:
        """In how many texts each stands; those that stand nowhere are left out."""
        ...

    async def articles(self, asked: str, limit: int) -> list[ArticleHit]:
        """Best first."""
        ...


@dataclass(frozen=True)
class UnreadAttachment:
    attachment_id: int
    ticket_id: TicketId
    name: str
    media_type: str
    content: bytes


class AttachmentWordRecords(Protocol):
    async def unread(self, limit: int) -> list[UnreadAttachment]:
        """Files nobody has looked into yet, the newest first."""
        ...

    async def keep(self, attachment: UnreadAttachment, words: str, reason: str) -> None:
        """Its words, from now on found; `reason` says why there are none."""
        ...
