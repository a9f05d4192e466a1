"""Prompts for what a model does beside drafting. Fixed rules first, the text as marked data, the task last."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from helpdesk.adapters.writers.ollama.budget import Budget
from helpdesk.adapters.writers.prompting import Prompt
from helpdesk.domain import language
from helpdesk.domain.errors import BadInput
from helpdesk.domain.markup import clean
from helpdesk.domain.rewriting import Tool, Wish
from helpdesk.ports.assisting import Turn

FILES: Mapping[Tool, str] = {
    Tool.SHORTER: "rewrite-shorter",
    Tool.FRIENDLIER: "rewrite-friendlier",
    Tool.SIMPLER: "rewrite-simpler",
    Tool.TRANSLATE: "translate",
    Tool.INSTRUCTION: "rewrite-instruction",
}
REPLY_SHARE = 0.6
"""Of the tokens a reply may have: what one piece of a text to rewrite takes, so that a longer telling of it still fits."""

LONGEST_INSTRUCTION = 300
MOST_OF_A_TURN = 0.4
"""Of the room of a summary's prompt."""

_SLOT = re.compile(r"\{\{(\w+)\}\}")
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_CONTROL_TOKEN = re.compile(r"<\|+|\|+>|</?s>|\[/?INST\]|<</?SYS>>|<(?:start|end)_of_turn>", re.I)


@dataclass(frozen=True)
class AssistTexts:
    """The prompt files by name, without their ending."""

    by_name: Mapping[str, str]

    def version(self, kind: str) -> str:
        said = "\0".join(text for name, text in sorted(self.by_name.items()))
        return f"{kind}-{hashlib.sha256(said.encode()).hexdigest()[:12]}"


def assist_texts(folder: Path) -> AssistTexts:
    """Raises BadInput naming the file that cannot be read."""
    names = ("rewrite-system", "rewrite-user", "summary-system", "summary-user", *FILES.values())
    return AssistTexts({name: _read(folder / f"{name}.txt") for name in names})


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(str(file), 0, "the prompt file cannot be read; install the program again") from error


def rewriting(piece: str, wish: Wish, texts: AssistTexts, company: str, nonce: str) -> Prompt:
    asked = clean(wish.instruction)[:LONGEST_INSTRUCTION]
    task = filled(texts.by_name[FILES[wish.tool]], {"language": language.name(wish.language), "instruction": asked})
    slots = {"nonce": nonce, "text": safe(piece), "task": task}
    system = filled(texts.by_name["rewrite-system"], {"company": company})
    return Prompt(system, filled(texts.by_name["rewrite-user"], slots), ())


def pieces(body: str, budget: Budget) -> Iterator[tuple[str, str]]:
    """(text, white space behind it), each short enough to be said again in one reply; paragraphs are not torn."""
    most, start, end = budget.reply * REPLY_SHARE, 0, 0
    for gap in [*_PARAGRAPH.finditer(body), None]:
        stop = gap.start() if gap else len(body)
        if end > start and budget.tokens(body[start:stop]) > most:
            begin = end + len(body[end:]) - len(body[end:].lstrip())
            yield body[start:end], body[end:begin]
            start = begin
        end = stop
    yield body[start:end], body[end:]


def summing_up(turns: Sequence[Turn], texts: AssistTexts, company: str, budget: Budget, nonce: str) -> Prompt:
    """The newest turns, as many as there is room for, and always the first."""
    system = filled(texts.by_name["summary-system"], {"company": company})
    room = budget.room - budget.tokens(system) - budget.tokens(texts.by_name["summary-user"])
    told = [_told(turn, int(room * MOST_OF_A_TURN), budget) for turn in turns]
    kept: list[str] = []
    room -= budget.tokens(told[0]) if told else 0
    for said in reversed(told[1:]):
        room -= budget.tokens(said)
        if room < 0:
            kept.append("^[…]")
            break
        kept.append(said)
    said = "\n".join([*told[:1], *reversed(kept)])
    return Prompt(system, filled(texts.by_name["summary-user"], {"nonce": nonce, "turns": said}), ())


def _told(turn: Turn, most: int, budget: Budget) -> str:
    who = "We answered" if turn.ours else "The customer wrote"
    text = safe(turn.text)
    while budget.tokens(text) > most:
        text = text[: len(text) * 3 // 4]
    return "\n".join(f"^{line}" for line in [f"{turn.date} {who}:", *text.split("\n")])


def filled(template: str, slots: Mapping[str, str]) -> str:
    """In one pass, so that a slot's text can never open another slot."""
    return _SLOT.sub(lambda match: slots.get(match[1], ""), template)


def safe(text: str) -> str:
    """Without control characters and without what a model could read as a turn of the conversation."""
    return _CONTROL_TOKEN.sub(" ", clean(text)).strip()
