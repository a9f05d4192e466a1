"""What the window is told when it is started: which workspace, whether to stay out of the way, where to go."""

from collections.abc import Sequence
from dataclasses import dataclass

from helpdesk.domain.place_link import SCHEME, PlaceLink, Target, is_link

WORKSPACE, GOTO, MINIMISED = "--workspace", "--goto", "--minimised"


@dataclass(frozen=True)
class Starting:
    """`workspace` '' is the default one; `link` '' leads nowhere. Neither is checked here."""

    workspace: str = ""
    link: str = ""
    minimised: bool = False


def starting(given: Sequence[str]) -> Starting | None:
    """None when these words are not for the window but for the terminal. `open` and `clipboard` are commands that the window
    carries out: spared a terminal's start, they are quick; what is wrong with them the terminal says."""
    match given:
        case ["open", link, *rest] if is_link(link):
            return starting([*rest, GOTO, link])
        case ["clipboard", *rest]:
            return starting([*rest, GOTO, str(PlaceLink(Target.CLIPBOARD))])
    told = {WORKSPACE: "", GOTO: ""}
    minimised, rest = False, list(given)
    while rest:
        word = rest.pop(0)
        name, joined, value = word.partition("=")
        if word == MINIMISED:
            minimised = True
        elif word.startswith(SCHEME):
            told[GOTO] = word
        elif name in told and (joined or rest):
            told[name] = value if joined else rest.pop(0)
        else:
            return None
    return Starting(told[WORKSPACE], told[GOTO], minimised)
