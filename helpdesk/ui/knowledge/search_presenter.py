"""Asking the knowledge what a draft would be given."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from helpdesk.domain.evidence import Evidence, Hit, SearchFilter
from helpdesk.ui.bridge import Bridge, Delays, Handle
from helpdesk.ui.kit.paged_model import PagedModel
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.knowledge.hit_rows import Found
from helpdesk.ui.language import tr

if TYPE_CHECKING:
    from helpdesk.domain.article import Audience
    from helpdesk.domain.ids import KnowledgeBaseId
    from helpdesk.services.desk import Desk

SEARCH_MS = 250
LIMIT = 20


class SearchView(Protocol):
    def show_searching(self) -> None: ...

    def show_hits(self, evidence: Evidence) -> None: ...

    def show_no_search(self) -> None: ...

    def show_search_trouble(self, error: Exception) -> None: ...


class SearchPresenter:
    """Searches a quarter second after a keystroke. Only the newest question is answered."""

    def __init__(self, view: SearchView, model: PagedModel[Found], bridge: Bridge, delays: Delays) -> None:
        self.model = model
        self.is_asking = False
        self.wanted = SearchFilter()
        self._view = view
        self._bridge = bridge
        self._desk: Desk | None = None
        self._words = ""
        self._asked: Handle | None = None
        self._pausing = delays(SEARCH_MS, self._ask)

    def desk_ready(self, desk: "Desk") -> None:
        self._desk = desk
        if self._words:
            self._ask()

    def search(self, words: str) -> None:
        self._words = words.strip()
        if self._words:
            self._pausing.start()
        else:
            self._drop()
            self._view.show_no_search()

    def search_at_once(self) -> None:
        self._pausing.flush()

    def within(self, kb_id: "KnowledgeBaseId | None") -> None:
        self._filter(replace(self.wanted, kb_ids=() if kb_id is None else (kb_id,)))

    def narrow(self, audience: "Audience | None", language: str, fresh_only: bool) -> None:
        self._filter(replace(self.wanted, audience=audience, language=language, fresh_only=fresh_only))

    def found(self, row: int) -> Found | None:
        return self.model.row(row)

    def hit(self, row: int) -> Hit | None:
        found = self.model.row(row)
        return found if isinstance(found, Hit) else None

    def _filter(self, wanted: SearchFilter) -> None:
        if wanted != self.wanted:
            self.wanted = wanted
            if self._words:
                self._pausing.start()

    def _ask(self) -> None:
        self._drop()
        if self._desk is None or not self._words:
            return
        self._view.show_searching()
        self.is_asking = True
        work = partial(self._desk.retrieval.find, self._words, limit=LIMIT, within=self.wanted)
        self._asked = self._bridge.call(work, self._found, self._not_found)

    def _not_found(self, error: Exception) -> None:
        self.is_asking = False
        self._view.show_search_trouble(error)

    def _found(self, evidence: Evidence) -> None:
        self.is_asking = False
        self.model.fill((*evidence.hits, *evidence.left_out))
        self._view.show_hits(evidence)

    def _drop(self) -> None:
        self._pausing.stop()
        self.is_asking = False
        if self._asked is not None:
            self._asked.cancel()
            self._asked = None


def corrections(evidence: Evidence) -> str:
    """'Searched for “router” instead of “ruoter”.' Empty when every word was taken as written."""
    meant: dict[str, str] = {}
    for written, fixed in (pair for hit in evidence.hits for pair in hit.corrected):
        meant.setdefault(written, fixed)
    said = ", ".join(
        tr("“{fixed}” instead of “{written}”", fixed=one_line(fixed), written=one_line(written))
        for written, fixed in meant.items()
    )
    return tr("Searched for {said}.", said=said) if said else ""
