"""What is typed into articles reaches the store at most 250 ms later, and is found there after a crash."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from helpdesk.ui import wording
from helpdesk.ui.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from helpdesk.domain.article import ArticleText
    from helpdesk.domain.article_history import UnsavedEdit
    from helpdesk.domain.ids import ArticleId, RevisionId
    from helpdesk.services.desk import Desk
    from helpdesk.ui.bridge import Bridge


@dataclass
class Edit:
    """`base` is the revision the text was made from, `opened` the text as the editor first gave it back; `kept` is what the
    store has of it, `found_at` when that was typed, until it is typed on."""

    article: ArticleText
    base: RevisionId
    opened: str = ""
    text: str = ""
    kept: str | None = None
    found_at: datetime | None = None

    @property
    def touched(self) -> bool:
        return self.text != self.opened


class UnsavedKeeper:
    """`offer` is told of what earlier windows left, newest first; of what was taken up since the window knows more."""

    def __init__(
        self, bridge: Bridge, offer: Callable[[Sequence[UnsavedEdit]], object], failed: Callable[[Exception], None]
    ) -> None:
        self._bridge = bridge
        self._offer = offer
        self._failed = failed
        self._desk: Desk | None = None
        self._found: dict[ArticleId, UnsavedEdit] = {}
        self._known: set[ArticleId] = set()

    def desk_ready(self, desk: Desk) -> None:
        self._desk = desk
        self._bridge.call(desk.articles.unsaved, self._take, self._failed)

    def waiting(self, article_id: ArticleId) -> str:
        """Says what an earlier window left of that article; empty when it left nothing."""
        found = self._found.get(article_id)
        return found_words(found.at) if found is not None else ""

    def take_up(self, article: ArticleText) -> Edit | None:
        """What an earlier window left of it, once."""
        self._known.add(article.id)
        found = self._found.pop(article.id, None)
        return Edit(article, found.base, text=found.text, kept=found.text, found_at=found.at) if found is not None else None

    def keep(self, edit: Edit) -> None:
        desk = self._desk
        if desk is None:
            return
        if not edit.touched:
            self.forget(edit)
        elif edit.text != edit.kept:
            edit.kept = edit.text
            work = partial(desk.articles.keep_unsaved, edit.article.id, edit.base, edit.text)
            self._bridge.call(work, failed=partial(self._not_kept, edit), keep=True)

    def forget(self, edit: Edit) -> None:
        desk = self._desk
        if desk is not None and edit.kept is not None:
            edit.kept = None
            self._bridge.call(partial(desk.articles.forget_unsaved, edit.article.id), keep=True)

    def _take(self, found: list[UnsavedEdit]) -> None:
        new = [one for one in found if one.article_id not in self._known and one.article_id not in self._found]
        self._found |= {one.article_id: one for one in new}
        if new:
            self._offer(new)

    def _not_kept(self, edit: Edit, error: Exception) -> None:
        edit.kept = None
        self._failed(error)


def found_words(at: datetime) -> str:
    return tr("Your unsaved changes of {when} are here.", when=wording.when(at, datetime.now(UTC)))
