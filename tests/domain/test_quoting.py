"""From a piece of a passage to lines an agent can open."""

from dataclasses import replace

from helpdesk.domain.quoting import best_block, cited
from helpdesk.domain.sentences import blocks
from tests.fakes.evidence import passage


def test_a_quote_names_the_lines_it_stands_in() -> None:
    source = passage(1, "One.\nTwo goes\non. Three.")
    found = [cited(source, block, n) for n, block in enumerate(blocks(source.text), 1)]
    assert [(c.quote, c.lines) for c in found] == [("One.", (10, 10)), ("Two goes\non.", (11, 12)), ("Three.", (12, 12))]


def test_rows_behind_a_repeated_table_header_keep_their_own_lines() -> None:
    later_part = replace(passage(1, "| A | B |\n|---|---|\n| 5 | 6 |\n| 7 | 8 |"), lines=(40, 41))
    assert [cited(later_part, block, 1).lines for block in blocks(later_part.text)] == [(40, 40), (41, 41)]


def test_code_behind_a_repeated_fence_is_quoted_without_it() -> None:
    later_part = replace(passage(1, "```sh\nfour\nfive\n```"), lines=(40, 42))
    (citation,) = [cited(later_part, block, 1) for block in blocks(later_part.text)]
    assert citation.quote == "four\nfive"
    assert citation.lines[0] <= 40
    assert citation.lines[1] <= 42


def test_a_written_sentence_is_traced_to_the_block_it_paraphrases() -> None:
    source = passage(1, "The light is green. Unplug the hub for ten seconds. Call us.")
    block = best_block("You should unplug your hub and wait ten seconds [1].", source)
    assert source.text[block.start : block.end] == "Unplug the hub for ten seconds."
