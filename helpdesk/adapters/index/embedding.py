"""The embedders of an index process: the one that embeds now, and that of the serving epoch while they differ."""

from collections.abc import Callable

from helpdesk.adapters.index import epochs
from helpdesk.adapters.index.place import Place
from helpdesk.domain.errors import IndexStale
from helpdesk.ports.embedder import Embedder

MOST_KEPT = 2


class Embedders:
    """One instance for each thing learned, as far as they are in use."""

    def __init__(self) -> None:
        self._made: dict[str, Embedder] = {}

    def now(self, place: Place) -> Embedder:
        """Raises EmbedderUnusable, and IndexStale when what it learned is gone."""
        if place.learned in self._made:
            return self._made[place.learned]
        learned = epochs.learned_in(place.root, place.learned) if place.learned else b""
        if learned is None:
            raise IndexStale("what the embedder had learned is not there any more")
        return self.of(place, learned)

    def of(self, place: Place, learned: bytes) -> Embedder:
        """Raises EmbedderUnusable."""
        return self.named(place, epochs.learned_name(learned), lambda: learned)

    def named(self, place: Place, name: str, learned: Callable[[], bytes]) -> Embedder:
        """The same where the name of what was learned is known: it is read only for the first call. Raises EmbedderUnusable,
        and what reading raises."""
        if name not in self._made:
            while len(self._made) >= MOST_KEPT:
                self._made.pop(next(iter(self._made)))
            self._made[name] = place.recipe.make(learned())
        return self._made[name]
