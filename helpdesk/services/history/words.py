"""Why something of a file is no pair of question and answer, and what helps."""

from collections.abc import Mapping, Sequence

from helpdesk.domain.article import FileFailure
from helpdesk.domain.solved_threads import Refusal, Why

REASONS: Mapping[Why, str] = {
    Why.UNREADABLE: "could not be read",
    Why.AUTOMATIC: "a machine wrote it: absence notes, bounces and list mail answer nobody",
    Why.FORWARD: "a mail of ours that went to a colleague or forwards another: it is no reply to a customer",
    Why.UNANSWERED: "nobody of us answered it; if somebody did, name that address or domain with --us",
    Why.OURS_ALONE: "no customer's message is there, only ours; if a customer wrote it, --us names too much",
    Why.NO_WORDS: "the question or the reply has no words of its own, only what it quotes or attaches",
}


def failure(refusal: Refusal) -> FileFailure:
    said = REASONS[refusal.why]
    return FileFailure(refusal.name, refusal.line, f"{said} ({refusal.detail})" if refusal.detail else said)


def counted(refused: Sequence[Refusal], unreadable: int) -> dict[str, int]:
    """How many of each, the most frequent first."""
    counts = {why: sum(one.why is why for one in refused) for why in Why}
    counts[Why.UNREADABLE] += unreadable
    return {why.value: count for why, count in sorted(counts.items(), key=lambda pair: -pair[1]) if count}
