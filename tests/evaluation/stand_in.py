"""A writer that stands in for a model: it quotes as the excerpts writer does, tells some of it in other words, and now and then
makes a sentence wrong. It is no model and proves nothing about one; it shows whether the score sees what went wrong."""

import random
import re
from collections.abc import Callable
from dataclasses import replace

from helpdesk.adapters.writers.excerpts import compose
from helpdesk.domain.draft import Hand, WrittenReply
from helpdesk.ports.writing import WritingTask
from tests.evaluation.perturbed import SOUND, SPOILT, changes

_CITED = re.compile(r"([^\[\]\n]+?)(?:\s*\[\d+\])+")
SPOILS = 0.3
"""Share of its replies in which a sentence is made wrong."""


class StandIn:
    """`spoilt` are the messages it answered wrongly on purpose."""

    name = "ollama"

    def __init__(self) -> None:
        self.spoilt: set[str] = set()

    async def ready(self) -> None:
        return

    async def hand(self, tone: str, house_rules: str) -> Hand:
        return Hand(self.name, "stand-in", "stand-in")

    async def write(self, task: WritingTask, on_text: Callable[[str], None]) -> WrittenReply:
        reply = replace(compose(task), writer=self.name, model="stand-in", prompt="stand-in")
        on_text(reply.text)
        return reply if reply.abstained else self._told(task, reply)

    def _told(self, task: WritingTask, reply: WrittenReply) -> WrittenReply:
        chance = random.Random(task.message)
        spoils = chance.random() < SPOILS
        said = [(match[1].strip(), match.span(1)) for match in _CITED.finditer(reply.text)]
        others = [hit.passage.text.split(". ")[0] + "." for e in task.evidence for hit in e.hits[-3:]]
        told = changes("\n".join(cited.quote for cited in reply.citations), others, chance)
        for kind in chance.sample(SPOILT if spoils else SOUND, len(SPOILT if spoils else SOUND)):
            for sentence, (start, end) in chance.sample(said, len(said)):
                changed = told[kind](sentence)
                if changed and changed.strip() != sentence:
                    if spoils:
                        self.spoilt.add(task.message)
                    return replace(reply, text=f"{reply.text[:start]}{changed} {reply.text[end:]}")
        return reply
