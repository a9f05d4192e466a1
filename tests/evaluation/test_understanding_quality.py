"""A message is told apart well enough to be worth showing: languages of short messages, intents from few examples."""

from pathlib import Path

import pytest

from helpdesk.adapters.embedders.built_in import BuiltInEmbedder
from helpdesk.adapters.languages import LinguaLanguages
from helpdesk.domain.understanding import Certainty
from tests.evaluation import intents
from tests.fakes.worker_here import WorkerHere

SHORT = Path(__file__).with_name("short_messages.tsv")


async def test_short_messages_are_read_in_their_language_and_a_sure_reading_is_right() -> None:
    reader = LinguaLanguages(("en", "de", "fr", "es", "it", "pt", "nl", "pl"), WorkerHere())
    told = [line.split("\t") for line in SHORT.read_text("utf-8").splitlines()]
    reads = [(await reader.read(text), code) for code, text in told]
    assert sum(read.value == code for read, code in reads) >= 0.9 * len(reads)
    sure = [read.value == code for read, code in reads if read.certainty is Certainty.SURE]
    assert len(sure) >= 0.6 * len(reads)
    assert sum(sure) >= 0.97 * len(sure)


@pytest.mark.skipif(not intents.DATA.is_dir(), reason="the collected messages are not here")
def test_five_examples_a_class_tell_most_requests_apart_and_the_unsure_are_unclear() -> None:
    given = intents.lesson("bitext_cs", 5, 6)
    figures = intents.measured(given, BuiltInEmbedder().embed)
    assert figures.likeliest >= 0.74
    assert figures.right >= 0.8
    assert figures.likeliest > intents.naive_bayes(given)
