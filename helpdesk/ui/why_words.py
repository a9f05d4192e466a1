"""Why a draft is as it is, in words: the same for the window and the terminal. No Qt."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from helpdesk.domain.draft import Reason
from helpdesk.domain.draft_step import BROKEN_OFF, DraftStep, Outcome, Step, Trace
from helpdesk.domain.word_diff import Change
from helpdesk.services.why import DraftStory, Replay, Seen, Variant
from helpdesk.ui import wording

STEPS: Mapping[Step, str] = {
    Step.UNDERSTAND: "The message was read",
    Step.RETRIEVE: "The knowledge base was searched",
    Step.REDACT: "Personal data was hidden",
    Step.GENERATE: "The reply was written",
    Step.COMPLY: "The reply was checked",
    Step.DELIVER: "It was put into the review queue",
    Step.ESCALATE: "It was handed to a person",
    Step.AUDIT: "It was noted in the activity log",
}
OUTCOMES: Mapping[Outcome, str] = {Outcome.DONE: "", Outcome.FAILED: "failed", Outcome.SKIPPED: "not needed"}
FIGURES: Mapping[str, str] = {
    "seconds": "seconds in all",
    "seconds_to_first": "seconds to the first word",
    "prompt_tokens": "tokens read",
    "reply_tokens": "tokens written",
    "tokens_per_second": "tokens written a second",
    "prompt_tokens_per_second": "tokens read a second",
    "load_seconds": "seconds to load the model",
    "bytes_per_token": "bytes a token",
    "logprob_mean": "log-probability of a token, on average",
    "logprob_p05": "log-probability of the least sure twentieth",
    "first_margin": "lead of the first words over the next likeliest",
}
BROKEN = "It did not get to its end. The reply was quoted from the knowledge base instead."
QUOTED = "Quoted from the knowledge base; no model was told anything."


@dataclass(frozen=True)
class Section:
    """`lines` are one fact each; `text` is shown as it is, in a fixed pitch ('' for none)."""

    title: str
    lines: tuple[str, ...] = ()
    text: str = ""


def sections(story: DraftStory) -> tuple[Section, ...]:
    """Without those that would be empty."""
    draft, trace = story.draft, story.trace
    found = (
        Section("In short", tuple(_short(story))),
        Section("What keeps it from being sent without a person", tuple(f"{r.words} ({r.code})" for r in story.vetoes)),
        Section("Why this confidence", tuple(_reason(reason) for reason in draft.reasons if reason not in story.vetoes)),
        *_done(story),
        Section("Passages", tuple(_passage(seen) for seen in story.passages)),
        *(_told(trace) if trace is not None else ()),
        Section("Signals behind the confidence", tuple(f"{name} = {value:g}" for name, value in sorted(draft.signals.items()))),
    )
    return tuple(one for one in found if one.lines or one.text)


def replayed(replay: Replay) -> tuple[Section, ...]:
    then, now = replay.by
    return (
        Section("Then and now", (f"then: {then}", f"now: {now}", *replay.notes, *_compared(*replay.figures))),
        Section("The text", ("It says the same again.",)) if replay.is_same else Section("The text now", (), replay.after),
        *(() if replay.is_same else (Section("What changed", (), marked(replay.changes)),)),
    )


def marked(changes: tuple[Change, ...]) -> str:
    """Removed words as [-words-], added ones as {+words+}, as word differences are written."""
    signs = {"same": ("", ""), "removed": ("[-", "-]"), "added": ("{+", "+}")}
    return "".join(f"{signs[c.kind][0]}{c.text}{signs[c.kind][1]}" for c in changes)


def variant_line(variant: Variant) -> str:
    state = wording.DRAFT_STATES[variant.state].lower()
    return f"{variant.at.astimezone():%d %b, %H:%M}, by {variant.by or 'an unknown writer'} ({state})"


def _short(story: DraftStory) -> Iterator[str]:
    draft = story.draft
    state = wording.DRAFT_STATES[draft.state].lower()
    yield f"Draft {draft.id} of ticket {draft.ticket_id}, revision {draft.revision}, {state}"
    if draft.correlation:
        yield f"Named {draft.correlation} in the log and in the mail that is sent"
    if (by := draft.fingerprint) is not None:
        yield f"Written by {by.model or by.writer} with the prompt {by.prompt}"
        yield f"Passages cut by {by.chunker}, found by {by.embedder or 'words alone'}, scored by {by.scorer}"
    if draft.confidence is not None:
        yield f"Confidence {draft.confidence:.0%}" + (f", {draft.route}" if draft.route else "")
    if draft.hint:
        yield f"The agent's advice: {draft.hint}"
    if draft.missing:
        yield f"Missing: {draft.missing}"
    if draft.failure:
        yield f"It failed: {draft.failure}"
    if story.steps:
        yield f"{story.seconds:.2f} seconds in all"


def _reason(reason: Reason) -> str:
    sign = "+" if reason.weight > 0 else "−" if reason.weight < 0 else "!"
    return f"{sign} {reason.words}"


def _done(story: DraftStory) -> Iterator[Section]:
    """The last writing first; one that was written only once needs no number."""
    for run in reversed(story.runs):
        title = f"What was done for revision {run.revision}" if run.revision else "What was done without result"
        yield Section(title if len(story.runs) > 1 else "What was done", tuple(_step(step) for step in run.steps))


def _step(step: DraftStep) -> str:
    outcome = f", {OUTCOMES[step.outcome]}" if OUTCOMES[step.outcome] else ""
    details = ", ".join(f"{name} {_plain(value)}" for name, value in step.details.items() if name != "found")
    return f"{STEPS[step.step]}{outcome}: {step.seconds:.3f} s" + (f" ({details})" if details else "")


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(str(one) for one in value) or "none"
    return f"{value:g}" if isinstance(value, float) else str(value) or "none"


def _passage(seen: Seen) -> str:
    number = f"[{seen.n}] " if seen.n else ""
    cited = f", cited as {', '.join(f'[{mark}]' for mark in seen.marks)}" if seen.marks else ", not cited"
    given = "" if seen.n or seen.marks else ", not given to the writer"
    scores = ""
    if len(seen.scores) == 3:
        score, words, meaning = seen.scores
        scores = f", score {score:.2f} (words {words:.2f}, meaning {meaning:.2f})"
    if seen.passage is None:
        return f"{number}a passage that is gone since{cited}{scores}"
    p = seen.passage
    return f"{number}{p.title} ({p.path}:{p.lines[0]}–{p.lines[1]}){cited}{given}{scores}"


def _told(trace: Trace) -> Iterator[Section]:
    if not trace.prompt:
        yield Section("What the writer was told", (QUOTED,))
        return
    if trace.is_broken_off:
        yield Section("How the model broke off", (BROKEN,))
    name = f"{trace.model}, digest {trace.digest}" if trace.digest else trace.model
    options = [f"{key} = {value}" for key, value in sorted(trace.options.items())]
    yield Section("Model and options", (name, f"prompt version {trace.prompt_version}", *options))
    yield Section("Measured", tuple(_figures(trace.figures)))
    yield Section("Rules it was given (personal data is hidden)", (), trace.system)
    yield Section("What it was told", (), trace.prompt)
    said = "What it had said when it broke off" if trace.is_broken_off else "What it said, word for word"
    yield Section(said, (), trace.said)


def _figures(figures: Mapping[str, float]) -> Iterator[str]:
    for name, value in figures.items():
        if name != BROKEN_OFF:
            yield f"{FIGURES.get(name, name)}: {value:g}"


def _compared(then: Mapping[str, float], now: Mapping[str, float]) -> Iterator[str]:
    for name in FIGURES:
        if name in then and name in now:
            yield f"{FIGURES[name]}: {then[name]:g} then, {now[name]:g} now"
