"""The Gaps tab: what to propose, what it would change, and what a person makes of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from helpdesk.domain.errors import FolderGone
from helpdesk.domain.events import GapsChanged
from helpdesk.domain.gap_proposal import GapState
from helpdesk.services.gaps import Answer
from helpdesk.ui import wording
from helpdesk.ui.gap_words import told_apart
from helpdesk.ui.insights.gaps_rows import GapRow
from helpdesk.ui.insights.watching import WatchingPresenter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpdesk.domain.article import KnowledgeBase
    from helpdesk.domain.gap_proposal import GapView, Proposal
    from helpdesk.domain.handling import Handling
    from helpdesk.domain.ids import ArticleId, KnowledgeBaseId
    from helpdesk.domain.progress import Report
    from helpdesk.services.desk import Desk
    from helpdesk.services.gaps import Foreseen, Looked
    from helpdesk.ui.bridge import Bridge, Delays, Handle

TYPING_MS = 400


class GapsView(Protocol):
    def show_rows(self, rows: Sequence[GapRow], chosen: int) -> None: ...

    def show_looked(self, looked: Looked) -> None: ...

    def end_looking(self) -> None: ...

    def show_gap(self, view: GapView, bases: Sequence[KnowledgeBase]) -> None: ...

    def show_foreseen(self, foreseen: Foreseen) -> None: ...

    def show_nothing(self) -> None: ...

    def accepted(self, article_id: ArticleId, title: str) -> None: ...

    def dismissed(self, proposal_id: int, title: str) -> None: ...

    def offer_desk_only(self, words: str) -> None: ...

    def show_trouble(self, error: Exception) -> None: ...


class GapsPresenter(WatchingPresenter):
    def __init__(self, view: GapsView, bridge: Bridge, delays: Delays, report: Report) -> None:
        super().__init__(bridge, delays, (GapsChanged,))
        self._view = view
        self._report = report
        self._state = GapState.OPEN
        self._text: str | None = None
        self._way = 0
        self._asked: Handle | None = None
        self._looking: Handle | None = None
        self._foreseeing: Handle | None = None
        self.shown: GapView | None = None
        self._settling = delays(TYPING_MS, self._keep)

    def desk_ready(self, desk: Desk) -> None:
        self.shown = None
        super().desk_ready(desk)

    def entered(self) -> None:
        """Shows what is known, and looks again when something happened since."""
        super().entered()
        if self._desk is not None:
            self._bridge.call(self._desk.gaps.keep_up, lambda _: self._kept_up(), self._view.show_trouble)

    def left(self) -> None:
        super().left()
        self._keep()

    def look(self) -> None:
        """At once, with progress."""
        if self._desk is not None and self._looking is None:
            self._looking = self._bridge.call(partial(self._desk.gaps.look, self._report), self._looked, self._look_failed)

    def stop_looking(self) -> None:
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None
        self._view.end_looking()

    def show_state(self, state: GapState) -> None:
        self._state, self.shown = state, None
        self.load()

    def load(self) -> None:
        desk = self._desk
        if desk is None:
            return
        state = self._state

        async def work() -> tuple[list[Proposal], Handling]:
            return await desk.gaps.listed(state), await desk.gaps.handling()

        self._bridge.call(work, lambda found: self._listed(*found), self._view.show_trouble)

    def choose(self, proposal_id: int) -> None:
        self._keep()
        desk = self._desk
        if desk is None:
            return

        async def work() -> tuple[GapView, list[KnowledgeBase]]:
            return await desk.gaps.show(proposal_id), await desk.knowledge.bases()

        if self._asked is not None:
            self._asked.cancel()
        self._asked = self._bridge.call(work, lambda found: self._opened(*found), self._view.show_trouble)

    def take_way(self, way: int) -> None:
        """Of a contradiction: which article changes."""
        self._way, self._text = way, None
        self._foresee()

    def typed(self, text: str) -> None:
        self._text = text
        self._settling.start()

    def restore(self) -> None:
        """The proposed text again."""
        desk, shown = self._desk, self.shown
        if desk is not None and shown is not None:
            self._text = None
            number = shown.proposal.id
            self._bridge.call(partial(desk.gaps.keep_edit, number, None), lambda _: self.choose(number))

    def accept(self, kb_id: KnowledgeBaseId | None, path: str, *, also_file: bool = True) -> None:
        desk, shown = self._desk, self.shown
        if desk is None or shown is None:
            return
        self._settling.stop()
        answer = Answer(self._text, kb_id, path, also_file)
        title = shown.options[self._way].title
        self._bridge.call(
            partial(desk.gaps.accept, shown.proposal.id, answer, self._way),
            lambda article_id: self._done(article_id, title),
            self._refused,
            keep=True,
        )

    def dismiss(self) -> None:
        desk, shown = self._desk, self.shown
        if desk is not None and shown is not None:
            number, title = shown.proposal.id, shown.proposal.title
            self._settling.stop()
            self.shown, self._text = None, None
            self._bridge.call(
                partial(desk.gaps.dismiss, number), lambda _: self._view.dismissed(number, title), self._view.show_trouble
            )

    def bring_back(self, proposal_id: int) -> None:
        if self._desk is not None:
            self._bridge.call(partial(self._desk.gaps.bring_back, proposal_id), lambda _: self.load(), self._view.show_trouble)

    def _listed(self, proposals: Sequence[Proposal], handling: Handling) -> None:
        apart = told_apart(proposals)
        rows = [GapRow(one, handling, apart.get(one.id, "")) for one in proposals]
        ids = [one.id for one in proposals]
        known = self.shown.proposal.id if self.shown is not None else 0
        chosen = ids.index(known) if known in ids else 0 if ids else -1
        self._view.show_rows(rows, chosen)
        if chosen < 0:
            self.shown = None
            self._view.show_nothing()
        elif ids[chosen] != known:
            self.choose(ids[chosen])

    def _opened(self, view: GapView, bases: Sequence[KnowledgeBase]) -> None:
        self.shown, self._text, self._way = view, None, 0
        self._view.show_gap(view, bases)
        self._foresee()

    def _foresee(self) -> None:
        desk, shown = self._desk, self.shown
        if desk is not None and shown is not None:
            option = shown.options[self._way]
            text = option.after if self._text is None else self._text
            if self._foreseeing is not None:
                self._foreseeing.cancel()
            foreseen = partial(desk.gaps.foreseen, option, text)
            self._foreseeing = self._bridge.call(foreseen, self._view.show_foreseen, self._view.show_trouble)

    def _keep(self) -> None:
        """What was typed is saved before anything else happens; of the other way of a contradiction nothing is kept."""
        self._settling.stop()
        desk, shown = self._desk, self.shown
        if desk is not None and shown is not None and self._text is not None:
            if self._way == 0:
                self._bridge.call(partial(desk.gaps.keep_edit, shown.proposal.id, self._text), keep=True)
            self._foresee()

    def _kept_up(self) -> None:
        looked = self._desk.gaps.looked if self._desk is not None else None
        if looked is not None:
            self._view.show_looked(looked)
        self.load()

    def _looked(self, looked: Looked) -> None:
        self._looking = None
        self._view.end_looking()
        self._view.show_looked(looked)
        self.load()

    def _look_failed(self, error: Exception) -> None:
        self._looking = None
        self._view.end_looking()
        self._view.show_trouble(error)

    def _done(self, article_id: ArticleId, title: str) -> None:
        self.shown, self._text = None, None
        self._view.accepted(article_id, title)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, FolderGone):
            self._view.offer_desk_only(wording.of(error).sentence)
        else:
            self._view.show_trouble(error)
