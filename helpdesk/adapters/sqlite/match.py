"""What a person asked for, as FTS5 expressions that cannot be misread: every word is quoted."""

from helpdesk.domain.spoken import Piece, pieces

NOTHING = '""'
"""An expression that no row matches."""


def of_piece(piece: Piece) -> str:
    return f'"{" ".join(piece.words)}"' + ("*" if piece.may_go_on else "")


def each(asked: str) -> list[str]:
    """An expression for each piece; a text without words asks for nothing and finds nothing."""
    return [of_piece(one) for one in pieces(asked)] or [NOTHING]


def all_words(asked: str) -> str:
    """Every piece must occur. Empty when there is no word."""
    return " AND ".join(of_piece(one) for one in pieces(asked))
