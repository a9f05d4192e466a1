"""What a trial on old tickets is put into, in the window and in the terminal. Knows no Qt."""

from collections.abc import Mapping, Sequence
from typing import Any

from helpdesk.domain.certificate import Certificate
from helpdesk.domain.history import Brought, Difference, Trial, TrialCounts, TrialRow, TrialState
from helpdesk.domain.promise import headline
from helpdesk.domain.solved_threads import Why
from helpdesk.ui import wording

STATES: Mapping[TrialState, str] = {
    TrialState.READING: "Import not finished",
    TrialState.READY: "Ready to draft",
    TrialState.DRAFTING: "Drafting",
    TrialState.DONE: "Drafted",
}
REFUSED: Mapping[str, str] = {
    Why.UNREADABLE: "could not be read",
    Why.AUTOMATIC: "written by a machine",
    Why.FORWARD: "our own forwards",
    Why.UNANSWERED: "nobody of us answered",
    Why.OURS_ALONE: "no customer's message in it",
    Why.NO_WORDS: "no words of its own",
}
READINGS: Mapping[str, str] = {
    "same": "say the same",
    "partly": "say part of it",
    "other": "say something else",
    "differs": "differ in numbers",
}
ALL_TIMED = "There is nothing more to time: one side is used up. The report says what the difference is worth."


def brought(done: Brought) -> str:
    """'1,980 questions with their replies read, 20 were there before; 35 left out.'"""
    added = f"{done.added:,} {'question' if done.added == 1 else 'questions'} with the reply a person sent"
    before = f", {done.duplicates:,} were there before" if done.duplicates else ""
    left = f"; {len(done.refused):,} left out" if done.refused else ""
    return f"{added}{before}{left}. {us(done.us, guessed=done.guessed)}"


def read(row: TrialRow) -> str:
    """'2,000 questions with the reply a person sent. Taken for us: acme.example. Left out: 14 written by a machine.'"""
    parts = [f"{row.counts.tickets:,} questions with the reply a person sent.", us(row.trial.us, guessed=row.trial.guessed)]
    if row.trial.refused:
        parts.append(f"Left out: {refused(row.trial)}.")
    return " ".join(parts)


def us(names: tuple[str, ...], *, guessed: bool) -> str:
    if not names:
        return "Nobody had to be told apart: the answers stand beside the questions."
    told = f"Taken for us: {', '.join(names)}"
    return (
        f"{told} (guessed from who answers; if that is wrong, remove this trial and name your addresses)" if guessed else told
    )


def refused(trial: Trial) -> str:
    return "; ".join(f"{count:,} {REFUSED.get(why, why)}" for why, count in trial.refused.items())


def state(row: TrialRow) -> str:
    """'Drafting: 120 of 2,000, about 3 h left'."""
    counts, said = row.counts, STATES[row.trial.state]
    done = counts.tickets - counts.waiting
    if row.trial.state is TrialState.DRAFTING:
        left = wording.time_left(counts.seconds_left)
        paused = f"; waiting: {row.paused}" if row.paused else ""
        return f"{said}: {done:,} of {counts.tickets:,}{f', {left}' if left else ''}{paused}"
    return f"{said}: {done:,} of {counts.tickets:,}" if counts.waiting else said


def drafted(counts: TrialCounts) -> str:
    parts = [f"{counts.drafted:,} with a draft", f"{counts.abstained:,} without an answer"]
    parts += [f"{counts.failed:,} failed"] if counts.failed else []
    parts += [f"{counts.waiting:,} still to draft"] if counts.waiting else []
    return ", ".join(parts)


def judged(row: TrialRow) -> str:
    if not row.trial.wanted:
        return "No sample drawn yet"
    return f"{row.counts.judged} of {row.counts.sampled} judged"


def timed(counts: TrialCounts) -> str:
    return f"Timed so far: {counts.alone} without a draft, {counts.helped} with one"


def minutes(told: Mapping[str, Any]) -> str:
    if told["seconds"] is None:
        return (
            f"Not measured yet. Timed: {told['alone_count']} without a draft, {told['helped_count']} with one; at least "
            f"{told['needed']} of each are needed. Answer some tickets here while the clock runs."
        )
    return (
        f"{told['seconds'] / 60:.1f} minutes a ticket, between {told['low'] / 60:.1f} and {told['high'] / 60:.1f} "
        f"({told['alone_count']} timed without a draft, {told['helped_count']} with one)."
    )


def summary(numbers: Mapping[str, Any]) -> str:
    """What the report says, in three sentences."""
    counted, errors = numbers["tickets"], numbers["errors"]["all"]
    tried = counted["drafted"] + counted["no_draft"]
    parts = [f"{counted['drafted']:,} of {tried:,} got a draft."]
    if errors["checked"]:
        said = f"{errors['wrong']} of {errors['checked']} judged drafts are wrong"
        parts.append(f"{said}: {errors['share']:.1%}, between {errors['low']:.1%} and {errors['high']:.1%}.")
    readings = numbers["comparison"]["readings"]
    parts.append(f"Beside the person's reply {readings['same']:,} say the same and {readings['differs']:,} differ in numbers.")
    proven = [one for one in numbers["promises"] if one["cut"] is not None]
    if proven:
        best = min(proven, key=lambda one: one["alpha"])
        parts.append(f"Proven: at most {best['alpha']:.0%} wrong from a score of {best['cut']:.2f} on.")
    return " ".join(parts)


def drawn(wanted: int, count: int) -> str:
    if count < wanted:
        return f"Drawn: {count} drafts, as there are no more; {wanted} were asked for."
    return f"Drawn: {count} drafts, by lot. Judge all of them: the proof is asked for once, at the end."


def all_judged(certificate: Certificate | None) -> str:
    if certificate is None:
        return "The whole sample is judged. The report says what that proves."
    return f"The whole sample is judged, and a certificate stands on it. {headline(certificate)}"


def checked(name: str, found: Sequence[Difference]) -> str:
    if not found:
        return f"{name}: every number is as the store says."
    first = found[0]
    more = f", and {len(found) - 1} more" if len(found) > 1 else ""
    return f"{name} does not agree with the store: {first.where} says {first.said}, the store says {first.found}{more}."


def removal(row: TrialRow) -> str:
    judged = f" and {row.counts.judged} judgements" if row.counts.judged else ""
    return f"“{row.trial.name}”: {row.counts.tickets:,} old tickets, their drafts{judged} would be gone. Saved reports stay."
