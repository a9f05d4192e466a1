"""What the agent is told of the language a reply is in."""

from dataclasses import replace

import pytest

from helpdesk.domain.draft import WrittenReply
from helpdesk.domain.draft_step import Trace
from helpdesk.services.confidence import Confidence
from tests.fakes.evidence import passage, task

TRACE = Trace("ollama", "small:3b", "d", "v", "", "", "", {}, (), {})
SAID = WrittenReply("Naciśnij przycisk. [1]", (), False, "", True, "ollama", "small:3b", "v", trace=TRACE)


def said(language: str, reply: WrittenReply = SAID) -> list[str]:
    asked = task("Jak zresetować hub?", [passage(1, "Hold the button.")], language=language)
    return [reason.words for reason in Confidence().assess(asked, reply).reasons if reason.code.endswith("-language")]


def test_a_model_is_not_trusted_with_a_language_it_was_hardly_taught() -> None:
    assert said("pl") == ["The model may not write Polish well"]
    assert said("de") == []
    assert said("pl", replace(SAID, trace=None)) == []


def test_a_letter_in_english_for_want_of_words_says_so() -> None:
    assert said("sv", replace(SAID, trace=None)) == ["Greeting and closing are in English: the desk has none in Swedish"]


@pytest.mark.parametrize("language", ["sv", "pl"])
def test_nothing_is_said_of_a_reply_that_is_not_there(language: str) -> None:
    assert said(language, replace(SAID, text="", abstained=True)) == []
