"""Questions from a file of JSON lines."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from helpdesk.domain.errors import BadInput

Batch = Annotated[
    Path | None, typer.Option(exists=True, dir_okay=False, help="JSON lines with id and question; one result line each.")
]


def questions(file: Path) -> Iterator[tuple[str, str]]:
    """(id, question) of each line; blank lines are passed over. Raises BadInput naming file, line and what is wrong."""
    with file.open(encoding="utf-8-sig", errors="replace") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except ValueError as error:
                raise BadInput(str(file), number, f"this line is not JSON ({error}); give one object a line") from error
            question = row.get("question") if isinstance(row, dict) else None
            if not isinstance(question, str):
                raise BadInput(str(file), number, 'this line has no text under "question"')
            yield str(row.get("id", number)), question
