"""How long a passage is, and in whose tokens that is counted."""

from dataclasses import dataclass


@dataclass(frozen=True)
class TokenRule:
    """Passages aim at `aim` tokens and have `most` at most; with a `limit` (0: none) the whole embedded text, its trail and the
    model's special tokens included, never has more than that. `tokenizer` is the path of a tokenizer.json; empty: words and
    marks are counted. `name` tells one rule from another and becomes part of the reader's `chunker`."""

    name: str
    aim: int
    most: int
    tokenizer: str
    limit: int = 0


WORDS_RULE = TokenRule("words", 200, 400, "")
"""For an embedder that reads words and has no limit."""
