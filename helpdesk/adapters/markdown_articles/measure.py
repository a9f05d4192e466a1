"""Counting tokens: as a tokenizer.json says, or words and marks where there is none."""

import functools
import hashlib
import re
from collections.abc import Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from helpdesk.domain.passage_rule import WORDS_RULE, TokenRule

if TYPE_CHECKING:
    from tokenizers import Tokenizer

LARGEST_TOKENIZER = 64 << 20
USUAL_LIMIT = 256
"""Tokens that small sentence-embedding models were trained to read; most of them take 512 and tell little of the rest."""

# A word of up to seven letters is one, a longer one one for every six; a character of a script without spaces and a mark
# are one each: within a tenth of what word-piece tokenizers make of English.
_TOKEN = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\\W_]{1,7}\\b|[^\\W_]{1,6}|_|[^\\w\\s]"
)
WORDS_KEPT, LONGEST_KEPT = 100_000, 40
_ENDLESS = re.compile(r"[^\W_]{101,}")


class Measure(Protocol):
    """`special` is how many tokens the model puts around every text."""

    @property
    def special(self) -> int: ...

    def counts(self, texts: Sequence[str]) -> list[int]: ...


class WordMeasure:
    """No token reaches across a space, and a page says most of its words again."""

    special = 0

    def __init__(self) -> None:
        self._seen = Seen()

    def counts(self, texts: Sequence[str]) -> list[int]:
        if len(self._seen) > WORDS_KEPT:
            self._seen.clear()
        return [sum(map(self._seen.__getitem__, text.split())) if text else 0 for text in texts]


class Seen(dict[str, int]):
    """What stood between two spaces → its tokens."""

    def __missing__(self, word: str) -> int:
        tokens = len(_TOKEN.findall(word))
        if len(word) <= LONGEST_KEPT:
            self[word] = tokens
        return tokens


class TokenizerMeasure:
    """Lines are counted one by one and added up: no tokenizer in use joins across a line's end."""

    def __init__(self, tokenizer: "Tokenizer") -> None:
        self._tokenizer = tokenizer
        self.special = tokenizer.num_special_tokens_to_add(False)

    def counts(self, texts: Sequence[str]) -> list[int]:
        encoded = self._tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)
        return [len(one) + endless(text) for one, text in zip(encoded, texts, strict=True)]


def endless(text: str) -> int:
    """What a word beyond all measure costs: word-piece tokenizers call it one unknown token."""
    return sum(len(word) // 6 for word in _ENDLESS.findall(text)) if len(text) > 100 else 0


@functools.lru_cache(maxsize=4)
def measure_of(rule: TokenRule) -> Measure:
    """The rule's own tokenizer; words and marks when its file cannot be used, which is the nearest to it."""
    if not rule.tokenizer:
        return WordMeasure()
    try:
        return TokenizerMeasure(loaded(Path(rule.tokenizer)))
    except Exception:  # noqa: BLE001 - the tokenizers library raises bare Exception for whatever is wrong in the file
        return WordMeasure()


def loaded(file: Path) -> "Tokenizer":
    from tokenizers import Tokenizer

    if file.stat().st_size > LARGEST_TOKENIZER:
        raise ValueError(file.name)
    tokenizer = Tokenizer.from_str(file.read_text("utf-8"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def rule_for(tokenizer: Path, limit: int = USUAL_LIMIT) -> TokenRule:
    """The rule for a model that reads `limit` tokens of a text, its special ones included. Without a file the words rule, kept
    within the limit."""
    aim, most = min(WORDS_RULE.aim, limit), min(WORDS_RULE.most, limit)
    try:
        digest = hashlib.sha256(tokenizer.read_bytes()).hexdigest()[:8]
    except OSError:
        return TokenRule(f"words-{limit}", aim, most, "", limit)
    return TokenRule(f"{digest}-{limit}", aim, most, str(tokenizer), limit)


class Page:
    """A file's lines and what each stretch of them costs. `moved` says of lines that took an earlier one's words which that
    was."""

    def __init__(self, lines: list[str], measure: Measure, moved: Mapping[int, int]) -> None:
        self.moved = moved
        self.lines = lines
        self.measure = measure
        self._sums = [0, *accumulate(measure.counts(lines))]

    def cost(self, first: int, last: int) -> int:
        """Of lines `first` to `last`, both included; 0 when `last` lies before `first`."""
        return self._sums[max(first, last + 1)] - self._sums[first]

    def text(self, first: int, last: int) -> str:
        return "\n".join(self.lines[first : last + 1])

    def counts(self, texts: Sequence[str]) -> list[int]:
        return self.measure.counts(texts)
