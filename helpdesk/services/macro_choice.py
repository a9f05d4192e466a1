"""The desk's own answer that fits a message."""

import asyncio
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field

from helpdesk.domain.errors import NotReady
from helpdesk.domain.macro import Macro
from helpdesk.domain.words import content
from helpdesk.ports.index import PassageIndex
from helpdesk.ports.store import Store
from helpdesk.services.store_search import floats, product

FITS = 0.5
"""Likeness from which a macro is offered, set by hand on half a dozen messages."""

BY_WORDS = 0.6
"""Share of the words in a likeness that has a meaning too."""

BY_NAME = 0.7
"""Share of the name's words in that: who names a macro says what it is for."""

ENOUGH_SHARED = 6
"""Meaningful words that message and text share from which more say nothing."""

LONGEST_MESSAGE = 1200
KEPT_VECTORS = 500


@dataclass(frozen=True)
class MacroChoice:
    """`index` embeds what is compared; while it cannot, words alone decide."""

    store: Store
    index: PassageIndex
    _vectors: OrderedDict[tuple[str, str], bytes] = field(default_factory=OrderedDict)

    async def best(self, message: str, language: str) -> Macro | None:
        """The one that fits the message best by words and meaning; None when none fits well."""
        every = await self.store.read(lambda records: records.macros.all())
        known = [one for one in every if one.text and one.language in ("", language)]
        if not known or not content(message):
            return None
        meant = await self._meant(message[:LONGEST_MESSAGE], known)
        likeness, _, best = max((_likeness(message, one, meant.get(one.id)), one.name, one) for one in known)
        return best if likeness >= FITS else None

    async def _meant(self, message: str, macros: Sequence[Macro]) -> dict[int, float]:
        """How near each is in meaning; empty while nothing can be embedded."""
        try:
            embedder = await self.index.embedder_fingerprint()
            texts = {one.id: f"{one.name}\n{one.text}"[:LONGEST_MESSAGE] for one in macros}
            missing = [text for text in texts.values() if (embedder, text) not in self._vectors]
            asked, *made = await self.index.embed([message, *missing])
        except NotReady:
            return {}
        self._vectors.update(((embedder, text), vector) for text, vector in zip(missing, made, strict=True))
        found = {key: self._vectors[embedder, text] for key, text in texts.items()}
        while len(self._vectors) > KEPT_VECTORS:
            self._vectors.popitem(last=False)
        question = floats(asked)
        return await asyncio.to_thread(lambda: {key: product(question, floats(vector)) for key, vector in found.items()})


def _likeness(message: str, macro: Macro, meant: float | None) -> float:
    """In [0, 1]: how much of its name the message says, and how many words of its text."""
    said, named = set(content(message)), set(content(macro.name))
    by_name = len(named & said) / len(named) if named else 0.0
    by_text = min(1.0, len(said & set(content(macro.text))) / ENOUGH_SHARED)
    by_words = BY_NAME * by_name + (1 - BY_NAME) * by_text if named else by_text
    return by_words if meant is None else BY_WORDS * by_words + (1 - BY_WORDS) * max(0.0, meant)
