"""Passages counted in a model's own tokens: what is embedded never passes what the model reads."""

from pathlib import Path

import pytest
from tokenizers import Tokenizer, models, pre_tokenizers, processors

from helpdesk.adapters.markdown_articles.article import read_all
from helpdesk.adapters.markdown_articles.measure import rule_for
from helpdesk.adapters.markdown_articles.reader import MarkdownArticles
from helpdesk.domain.article import ReadArticle, embedded_text
from helpdesk.domain.passage_rule import WORDS_RULE, TokenRule
from helpdesk.ports import FoundFile

LIMIT = 96


@pytest.fixture
def tokenizer(tmp_path: Path) -> Path:
    """One that knows single letters only: a word costs as many tokens as it has letters, and a text two more."""
    letters = [chr(code) for code in range(33, 127)]
    vocabulary = {
        token: number for number, token in enumerate(["[UNK]", "[CLS]", "[SEP]", *letters, *("##" + c for c in letters)])
    }
    made = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]", max_input_chars_per_word=50))
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    made.post_processor = processors.BertProcessing(("[SEP]", 2), ("[CLS]", 1))
    made.enable_truncation(20)
    made.enable_padding(length=20)
    made.save(str(tmp_path / "tokenizer.json"))
    return tmp_path / "tokenizer.json"


def read(text: str, rule: TokenRule) -> ReadArticle:
    (result,) = read_all([FoundFile("a.md", text.encode())], rule)
    assert isinstance(result, ReadArticle), result
    return result


ARTICLE = "\n\n".join(
    [
        "# The title of the article",
        "A sentence of eight words stands right here. " * 12,
        "## A heading of some length\n\n### And one below it that is longer still",
        "1. A step.\n2. Another step.\n" * 20,
        "| Name | Weight |\n|---|---|\n" + "| Model | heavy |\n" * 30,
        "```sh\n" + "run it --now\n" * 30 + "```",
        "x" * 3000,
        "word " * 300,
    ]
)


def test_every_embedded_text_fits_with_its_trail_and_the_marks_around_it(tokenizer: Path) -> None:
    article = read(ARTICLE, rule_for(tokenizer, LIMIT))
    counted = Tokenizer.from_file(str(tokenizer))
    counted.no_truncation()
    counted.no_padding()
    costs = [len(counted.encode(embedded_text(article.title, p.heading, p.text))) for p in article.passages]
    assert max(costs) <= LIMIT
    assert sum(costs) / len(costs) > LIMIT / 2
    told = "".join("".join(p.text.split()) for p in article.passages)
    assert told.count("x" * 25) > 0
    assert told.count("Anotherstep") == 20


def test_a_title_and_headings_that_leave_no_room_are_told_as_far_as_they_fit(tokenizer: Path) -> None:
    heading = "An endless heading that says far too much about too little. " * 3
    article = read(f"# {heading}\n\n## {heading}\n\n### {heading}\n\nThe text itself.", rule_for(tokenizer, LIMIT))
    counted = Tokenizer.from_file(str(tokenizer))
    counted.no_truncation()
    counted.no_padding()
    for passage in article.passages:
        assert len(counted.encode(embedded_text(article.title, passage.heading, passage.text))) <= LIMIT
    assert "The text itself." in "\n".join(passage.text for passage in article.passages)


def test_the_rule_has_a_name_of_its_own_for_every_tokenizer_and_limit(tokenizer: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    other.write_text(tokenizer.read_text("utf-8").replace("[UNK]", "[NIL]"), "utf-8")
    rules = [
        rule_for(tokenizer, 256),
        rule_for(tokenizer, 512),
        rule_for(other, 256),
        rule_for(tmp_path / "none.json", 256),
        WORDS_RULE,
    ]
    names = [MarkdownArticles(rule).chunker for rule in rules]
    assert len(set(names)) == len(names)
    assert names[0] == MarkdownArticles(rule_for(tokenizer, 256)).chunker


@pytest.mark.parametrize("content", ["", "{}", "no json", '{"model": {"type": "Wrong"}}'])
def test_a_tokenizer_that_cannot_be_read_counts_words_instead(tmp_path: Path, content: str) -> None:
    broken = tmp_path / "tokenizer.json"
    broken.write_text(content, "utf-8")
    rule = rule_for(broken, 256)
    words = TokenRule("words", rule.aim, rule.most, "", rule.limit)
    assert read(ARTICLE, rule).passages == read(ARTICLE, words).passages
