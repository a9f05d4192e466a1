"""What a reviewer is told who decided about a test draft: at once, kindly, and what was planted."""

from collections.abc import Mapping

from helpdesk.domain.errors import DraftWasATest
from helpdesk.domain.planting import PlantKind
from helpdesk.ui.language import Words, mark, tr
from helpdesk.ui.said import Said

KINDS: Mapping[str, str] = Words(
    {
        PlantKind.NUMBER: mark("a number was changed"),
        PlantKind.DENIAL: mark("the sense of a sentence was turned round"),
        PlantKind.FOREIGN: mark("a sentence that belongs to something else was put in"),
        PlantKind.CITATION: mark("a sentence was given another source"),
    }
)
LONGEST = 160


def told(error: DraftWasATest) -> Said:
    title = tr("Well spotted: it was a test draft") if error.caught else tr("It was a test draft")
    return Said(
        title,
        tr("{opening} {planted} Nothing was sent; here is the true draft.", opening=_opening(error), planted=_planted(error)),
        tr("Show the true draft"),
    )


def _opening(error: DraftWasATest) -> str:
    if error.caught:
        return tr("An error had been planted in this draft, and you did not let it pass.")
    return tr("An error had been planted in this draft, and it is easily overlooked; that is why it is tested now and then.")


def _planted(error: DraftWasATest) -> str:
    truth = tr(" In truth: “{short}”.", short=_short(error.instead)) if error.instead else ""
    return tr(
        "This time {kind}: “{short}”.{truth}", kind=KINDS.get(error.kind, error.kind), short=_short(error.planted), truth=truth
    )


def _short(sentence: str) -> str:
    flat = " ".join(sentence.split())
    return flat if len(flat) <= LONGEST else f"{flat[: LONGEST - 1]}…"
