"""What a test of a drafting model and a comparison of several are put into."""

from helpdesk.domain.bake_off import BakeOffRow
from helpdesk.domain.model_server import ModelTrial
from helpdesk.ui import wording


def trial(told: ModelTrial) -> list[str]:
    """What a test found, line by line."""
    memory = f"{wording.size(told.memory)} of memory" if told.memory else ""
    card = f", {wording.size(told.graphics)} of it on the graphics card" if told.graphics else ""
    speed = f"writes {told.tokens_per_second:.1f} tokens a second" if told.tokens_per_second else "does not tell its speed"
    reads = f", reads {told.prompt_tokens_per_second:.0f}" if told.prompt_tokens_per_second else ""
    lines = [
        f"{told.model} {speed}{reads}; loaded in {told.load_seconds:.1f} s, first word after {told.seconds_to_first:.1f} s"
    ]
    if memory:
        lines.append(f"It takes {memory}{card}")
    if told.seconds_per_draft:
        lines.append(f"A draft takes {wording.duration(told.seconds_per_draft)} on this machine, once it is loaded")
    return lines


BAKE_OFF_HEADS = ("model", "drafts", "seconds", "tokens/s", "supported", "score", "INSUFFICIENT", "failed")


def bake_off_row(row: BakeOffRow) -> tuple[str, ...]:
    shares = (f"{row.supported:.0%}", f"{row.score:.2f}", f"{row.insufficient:.0%}") if row.drafts else ("", "", "")
    speed = f"{row.tokens_per_second:.1f}" if row.tokens_per_second else ""
    return row.model, str(row.drafts), f"{row.seconds:.1f}", speed, *shares, str(row.failed)
