"""What a test of a drafting model and a comparison of several are put into."""

from helpdesk.domain.bake_off import BakeOffRow
from helpdesk.domain.model_server import ModelTrial
from helpdesk.ui import wording
from helpdesk.ui.language import mark, number, percent, tr


def trial(told: ModelTrial) -> list[str]:
    """What a test found, line by line."""
    memory = tr("{size} of memory", size=wording.size(told.memory)) if told.memory else ""
    card = tr(", {size} of it on the graphics card", size=wording.size(told.graphics)) if told.graphics else ""
    speed = (
        tr("writes {tokens_per_second} tokens a second", tokens_per_second=number(told.tokens_per_second, 1))
        if told.tokens_per_second
        else tr("does not tell its speed")
    )
    reads = (
        tr(", reads {prompt_tokens_per_second}", prompt_tokens_per_second=number(told.prompt_tokens_per_second))
        if told.prompt_tokens_per_second
        else ""
    )
    lines = [
        tr(
            "{model} {speed}{reads}; loaded in {load_seconds} s, first word after {seconds_to_first} s",
            model=told.model,
            speed=speed,
            reads=reads,
            load_seconds=number(told.load_seconds, 1),
            seconds_to_first=number(told.seconds_to_first, 1),
        )
    ]
    if memory:
        lines.append(tr("It takes {memory}{card}", memory=memory, card=card))
    if told.seconds_per_draft:
        lines.append(
            tr("A draft takes {duration} on this machine, once it is loaded", duration=wording.duration(told.seconds_per_draft))
        )
    return lines


BAKE_OFF_HEADS = (
    mark("Model"),
    mark("Drafts"),
    mark("Seconds each"),
    mark("Tokens/s"),
    mark("Supported"),
    mark("Score"),
    mark("No answer"),
    mark("Failed"),
)
"""One without an answer says what is missing in the knowledge base."""


def bake_off_row(row: BakeOffRow) -> tuple[str, ...]:
    shares = (percent(row.supported), number(row.score, 2), percent(row.insufficient)) if row.drafts else ("", "", "")
    speed = number(row.tokens_per_second, 1) if row.tokens_per_second else ""
    return row.model, str(row.drafts), number(row.seconds, 1), speed, *shares, str(row.failed)
