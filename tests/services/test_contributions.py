"""A score explains itself by naming the thing: which articles disagree, which number no source has."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from helpdesk.domain.draft import Citation, Reason, WrittenReply
from helpdesk.domain.draft_step import Trace
from helpdesk.domain.ids import ArticleId
from helpdesk.domain.label import Tally
from helpdesk.domain.past_answer import PastAnswer
from helpdesk.domain.quoting import cited
from helpdesk.domain.score_signals import BY_NAME
from helpdesk.domain.scoring import Weights
from helpdesk.domain.sentences import blocks
from helpdesk.domain.track_record import ArticleRecord, TrackRecord
from helpdesk.ports.writing import WritingTask
from helpdesk.services.contributions import reasons
from helpdesk.services.signals import Measured
from tests.fakes.evidence import passage, task

NOW = datetime(2026, 11, 20, tzinfo=UTC)
RETURNS = passage(1, "You can return any unused article to our shop within 30 days of delivery.", "Returns")
SHOP = replace(
    passage(2, "You can return any unused article to our shop within 14 days of delivery.", "The shop"), article_id=ArticleId(2)
)
HOW_LONG, FREE = "How long can I return an article?", "Do you collect heavy parcels at home?"
ASK = task(f"{HOW_LONG} {FREE}", [RETURNS], asks=[HOW_LONG, FREE])


def quote() -> Citation:
    return cited(RETURNS, blocks(RETURNS.text)[0], 1)


def said(text: str, figures: dict[str, float] | None = None) -> WrittenReply:
    reply = WrittenReply(text, (quote(),), False, "", True, "ollama", "m@1", "p")
    return reply if figures is None else replace(reply, trace=Trace("ollama", "m", "", "", "", "", text, {}, (), figures))


def signals_of(wanted: WritingTask, reply: WrittenReply) -> Mapping[str, float]:
    return Measured(wanted, reply, TrackRecord()).signals


def told(wanted: WritingTask, reply: WrittenReply, name: str, record: TrackRecord | None = None, usual: float = 0.5) -> Reason:
    """The reason of one signal alone."""
    weights = Weights(0.0, {name: 2.0}, {name: usual}, {name: -0.5})
    (found,) = reasons(Measured(wanted, reply, record or TrackRecord()), weights)
    return found


def test_two_articles_that_disagree_are_named_with_what_each_says() -> None:
    wanted = task("How long can I return an article?", [RETURNS, SHOP])
    reply = said("You can return any article within 30 days of delivery [1].")
    assert signals_of(wanted, reply)["sources-agree"] == 0.0
    found = told(wanted, reply, "sources-agree")
    assert found.words == "Two articles disagree: “Returns” says 30 days, but “The shop” says 14 days"
    assert found.weight == -1.0
    assert signals_of(ASK, reply)["sources-agree"] == 1.0


def test_the_cited_article_is_named_that_fits_the_question_best() -> None:
    first, second = replace(quote(), title="The shop"), replace(quote(), n=2, title="How long articles may be returned")
    reply = replace(said("You can return any article within 30 days of delivery [1] [2]."), citations=(first, second))
    assert told(ASK, reply, "title-fit").words.endswith(": “How long articles may be returned”")


def test_a_number_no_source_has_is_named() -> None:
    found = told(ASK, said("You can return any article within 30 days of delivery [1]. We pay 25 back [1]."), "numbers-backed")
    assert found.words == "A number, date or code is not in the sources: 25"


def test_the_sentence_without_backing_is_told() -> None:
    found = told(
        ASK, said("You can return any article within 30 days [1]. Paint the valve green every Tuesday."), "support-min"
    )
    assert found.words == "At least one sentence has no source, or hardly any backing: “Paint the valve green every Tuesday.”"


def test_the_question_left_open_and_the_words_not_found_are_told() -> None:
    reply = said("You can return any article within 30 days of delivery [1].")
    assert (
        told(ASK, reply, "answered", usual=0.9).words
        == "Not every question is answered: “Do you collect heavy parcels at home?”"
    )
    unfound = replace(ASK, evidence=tuple(replace(e, coverage=0.2) for e in ASK.evidence))
    assert (
        told(unfound, reply, "coverage").words == "Words of the question are in no passage found: long, collect, heavy, parcels"
    )


def test_rival_articles_are_named() -> None:
    wanted = task("How long can I return an article?", [RETURNS, SHOP])
    found = told(wanted, said("30 days [1]."), "margin")
    assert found.words == "Several articles fit about equally well: “Returns” and “The shop”"


def test_what_went_before_is_counted() -> None:
    record = TrackRecord("returns", Tally(9, 1), (ArticleRecord("Returns", Tally(1, 3)),))
    reply = said("You can return any article within 30 days of delivery [1].")
    before = told(ASK, reply, "intent-record", record)
    assert before.words == "Drafts for such questions were mostly right: returns, right 9 of 10 times"
    found = told(ASK, reply, "article-record", record, 0.8)
    assert found.words == "Drafts from the cited article were often wrong: “Returns”, right 1 of 4 times"


def test_what_could_not_be_had_is_absent_and_says_so() -> None:
    reply = said("You can return any article within 30 days of delivery [1].")
    signals = signals_of(ASK, reply)
    for name in ("sureness", "sureness-low", "first-margin", "intent-record", "article-record", "past-likeness"):
        assert name not in signals
        found = told(ASK, reply, name)
        assert (found.words, found.weight) == (BY_NAME[name].missing, -0.5)


def test_what_the_model_and_the_past_tell_is_measured() -> None:
    figures = {"logprob_mean": -0.1, "logprob_p05": -2.0, "first_margin": 0.7}
    wanted = replace(ASK, past=PastAnswer("30 days", NOW, (), 0.83))
    signals = signals_of(wanted, said("You can return any article within 30 days of delivery [1].", figures))
    assert (signals["sureness"], signals["sureness-low"]) == (0.9048, 0.1353)
    assert (signals["first-margin"], signals["past-likeness"]) == (0.7, 0.83)


@pytest.mark.parametrize(
    ("weight", "abstained", "words"),
    [
        (2.0, False, "Words of the question are in no passage found: long, collect, heavy, parcels"),
        (-2.0, False, "; on this desk, against expectation, that went with right answers"),
        (-2.0, True, "; that speaks for having no answer"),
    ],
)
def test_a_sign_that_is_read_the_other_way_here_says_why_it_stands_before_such_words(
    weight: float, abstained: bool, words: str
) -> None:
    reply = replace(said("You can return any article within 30 days of delivery [1]."), abstained=abstained)
    unfound = replace(ASK, evidence=tuple(replace(e, coverage=0.2) for e in ASK.evidence))
    (found,) = reasons(Measured(unfound, reply, TrackRecord()), Weights(0.0, {"coverage": weight}, {"coverage": 0.9}))
    assert found.words.endswith(words)
    assert (found.weight > 0) == (weight < 0), "what it does to the score is as it was learned"
