"""What an admin types to let the desk send by itself. It is kept with the signature, so it is made here and nowhere else."""

from helpdesk.domain.handling import Handling
from helpdesk.domain.lot import FIRST_SHARE
from helpdesk.domain.promise import percent


def to_type(alpha: float) -> str:
    return f"Helpdesk may send by itself; at most {percent(alpha)} may be wrong"


def to_type_override(line: float) -> str:
    return f"Helpdesk may send by itself from {line:.2f} without proof"


def unproven(line: float) -> str:
    """What is signed where nothing is promised."""
    return (
        "Nobody knows how many of these answers are wrong. There is no certificate, or it is not used: a fixed line of "
        f"{line:.2f} decides alone. Rules that hold an answer back, limits, checks by lot and the stop work as ever, and the "
        "window says that sending is not proven."
    )


def typed(words: str, wanted: str) -> bool:
    """Whether these words were typed; spaces, capitals and a full stop at the end do not matter."""
    return _bare(words) == _bare(wanted)


def how_estimated(handling: Handling, days: float) -> str:
    """`days`: what a week is reckoned from."""
    source = (
        f"the median time between two decisions of one agent, of {handling.measured} measured"
        if handling.measured
        else "assumed, because too few decisions were made here to measure it"
    )
    checked, minutes = percent(1 - FIRST_SHARE), f"{handling.minutes:g}"
    rest = f"{checked} of those drafts, as people check the others by lot, times {minutes} minutes ({source})"
    if round(days) <= 1:
        return f"This takes every day to be like the only one there is so far: {rest}."
    return f"This takes every week to go on like the last {round(days)} days: {rest}."


def _bare(words: str) -> str:
    return " ".join(words.casefold().split()).rstrip(".").replace(" %", "%")
