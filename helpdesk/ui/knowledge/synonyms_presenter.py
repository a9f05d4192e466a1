"""The desk's own synonyms: words that mean the same to its customers."""

from typing import TYPE_CHECKING, Protocol

from helpdesk.domain.stand_ins import Synonyms
from helpdesk.ui.bridge import Bridge
from helpdesk.ui.language import tr

if TYPE_CHECKING:
    from helpdesk.services.desk import Desk

SEPARATORS = ",;\n"
LONGEST = 60


class SynonymsView(Protocol):
    def show_synonyms(self, synonyms: Synonyms) -> None: ...

    def synonyms_saved(self, count: int) -> None: ...

    def show_synonyms_trouble(self, error: Exception) -> None: ...

    def refuse_synonyms(self, row: int, reason: str) -> None:
        """What is wrong with the line of that number (0-based)."""
        ...


class SynonymsPresenter:
    def __init__(self, view: SynonymsView, bridge: Bridge) -> None:
        self._view = view
        self._bridge = bridge
        self._desk: Desk | None = None

    def desk_ready(self, desk: "Desk") -> None:
        self._desk = desk

    def load(self) -> None:
        if self._desk is not None:
            self._bridge.call(self._desk.retrieval.every_synonym, self._view.show_synonyms, self._view.show_synonyms_trouble)

    def save(self, lines: list[tuple[str, str]], off: list[str]) -> None:
        """`lines` are (word, other words) as typed; lines without any word are left out. `off` names shipped ones."""
        desk = self._desk
        made = self._checked(lines)
        if desk is not None and made is not None:
            self._bridge.call(
                lambda: desk.retrieval.set_synonyms(made, off),
                lambda _: self._view.synonyms_saved(len(made)),
                self._view.show_synonyms_trouble,
                keep=True,
            )

    def _checked(self, lines: list[tuple[str, str]]) -> dict[str, tuple[str, ...]] | None:
        made: dict[str, tuple[str, ...]] = {}
        for number, (typed, others) in enumerate(lines):
            word, same = typed.strip(), words_of(others)
            if not word and not same:
                continue
            wrong = fault(word, same)
            if wrong:
                self._view.refuse_synonyms(number, wrong)
                return None
            made[word] = tuple(dict.fromkeys((*made.get(word, ()), *(other for other in same if other != word))))
        return made


def fault(word: str, same: tuple[str, ...]) -> str:
    if not word:
        return tr("the word itself is missing")
    if not same:
        return tr("“{word}” has no word that means the same", word=word)
    long = next((one for one in (word, *same) if len(one) > LONGEST), "")
    return tr("“{long}…” is longer than {longest} characters", long=long[:LONGEST], longest=LONGEST) if long else ""


def words_of(typed: str) -> tuple[str, ...]:
    """Words and short phrases between commas, semicolons or line ends."""
    for separator in SEPARATORS:
        typed = typed.replace(separator, "\n")
    return tuple(dict.fromkeys(word.strip() for word in typed.split("\n") if word.strip()))
