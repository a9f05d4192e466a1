"""What everything done about gaps needs."""

from collections.abc import Callable
from dataclasses import dataclass

from helpdesk.domain.embedding_model import BUILT_IN
from helpdesk.domain.events import Event
from helpdesk.ports import Clock, PassageIndex, Store
from helpdesk.ports.comparing import Comparing
from helpdesk.ports.grouping import Grouping
from helpdesk.services.articles import Articles
from helpdesk.services.assistance import Likeness
from helpdesk.services.redacting import Redacting
from helpdesk.settings import Settings

LIKE_ENOUGH, LIKE_ENOUGH_BY_WORDS = 0.6, 0.45
"""Cosines from which two tickets are about the same, of a sentence-embedding model and of the built-in embedder."""


@dataclass(frozen=True)
class Parts:
    store: Store
    index: PassageIndex
    likeness: Likeness
    grouping: Grouping
    comparing: Comparing
    redacting: Redacting
    articles: Articles
    settings: Settings
    clock: Clock
    publish: Callable[[Event], None]

    @property
    def by_words(self) -> bool:
        """Whether likeness is one of words alone."""
        return self.settings.embedder == BUILT_IN

    @property
    def least(self) -> float:
        return LIKE_ENOUGH_BY_WORDS if self.by_words else LIKE_ENOUGH
