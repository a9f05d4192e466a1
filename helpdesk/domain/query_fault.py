"""What can be wrong with a query a person typed."""

from dataclasses import dataclass
from enum import StrEnum


class QueryTrouble(StrEnum):
    UNKNOWN_FIELD = "unknown-field"
    UNKNOWN_VALUE = "unknown-value"
    UNKNOWN_AGENT = "unknown-agent"
    NO_VALUE = "no-value"
    NOT_A_DATE = "not-a-date"
    NOT_A_NUMBER = "not-a-number"
    NOT_WITHOUT = "not-without"
    """A minus before what cannot be turned round."""
    NOT_EITHER = "not-either"
    """Alternatives that ask different things."""


@dataclass(frozen=True)
class Wrong:
    """`at` and `length` mark the place in the text, in characters; `word` is the field's name or the value to blame, `field`
    the field it was given to, `allowed` what would do (for an unknown field: the names most like it)."""

    trouble: QueryTrouble
    at: int
    length: int
    word: str
    field: str = ""
    allowed: tuple[str, ...] = ()
