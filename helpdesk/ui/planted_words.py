"""What a reviewer is told who decided about a test draft: at once, kindly, and what was planted."""

from collections.abc import Mapping

from helpdesk.domain.errors import DraftWasATest
from helpdesk.domain.planting import PlantKind
from helpdesk.ui.said import Said

KINDS: Mapping[str, str] = {
    PlantKind.NUMBER: "a number was changed",
    PlantKind.DENIAL: "the sense of a sentence was turned round",
    PlantKind.FOREIGN: "a sentence that belongs to something else was put in",
    PlantKind.CITATION: "a sentence was given another source",
}
LONGEST = 160


def told(error: DraftWasATest) -> Said:
    title = "Well spotted: it was a test draft" if error.caught else "It was a test draft"
    return Said(title, f"{_opening(error)} {_planted(error)} Nothing was sent; here is the true draft.", "Show the true draft")


def _opening(error: DraftWasATest) -> str:
    if error.caught:
        return "An error had been planted in this draft, and you did not let it pass."
    return "An error had been planted in this draft, and it is easily overlooked; that is why it is tested now and then."


def _planted(error: DraftWasATest) -> str:
    truth = f" In truth: “{_short(error.instead)}”." if error.instead else ""
    return f"This time {KINDS.get(error.kind, error.kind)}: “{_short(error.planted)}”.{truth}"


def _short(sentence: str) -> str:
    flat = " ".join(sentence.split())
    return flat if len(flat) <= LONGEST else f"{flat[: LONGEST - 1]}…"
