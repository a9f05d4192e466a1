"""The run report an admin keeps: a table that any spreadsheet opens."""

import csv
import os
from collections.abc import Sequence
from io import StringIO
from pathlib import Path

from helpdesk.domain.errors import BadInput
from helpdesk.domain.import_run import ImportReport, RunFile, RunRow

COLUMNS = ("file", "change", "state", "line", "reason", "attempts", "moved_from", "at")
FORMULA = ("=", "+", "-", "@", "\t", "\r")
TOTALS = ("added", "changed", "renamed", "removed", "unchanged", "skipped")


def write_report(run: RunRow, report: ImportReport, files: Sequence[RunFile], target: Path) -> None:
    """A row a file, then the totals. Blocking. Raises BadInput when it cannot be written there."""
    text = StringIO()
    table = csv.writer(text)
    table.writerow(COLUMNS)
    for file in files:
        told = (file.path, file.change or "", file.state, file.line or "", file.reason, file.attempts, file.path_before)
        table.writerow([*map(cell, told), file.updated_at.isoformat()])
    table.writerow(["total failed", len(report.failed)])
    table.writerows([f"total {name}", getattr(report, name)] for name in TOTALS)
    if report.passages:
        table.writerow(["passages in the base", report.passages])
    table.writerow(
        ["run", run.id, run.kind, run.state, cell(run.kb), cell(run.source), cell(run.agent), run.started_at.isoformat()]
    )
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        beside.write_text(text.getvalue(), "utf-8-sig", newline="")
        beside.replace(target)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise BadInput(str(target), 0, f"cannot be written ({error.strerror}): choose another place") from error


def cell(value: object) -> str:
    """Text from a file's name cannot become a formula."""
    text = str(value)
    return "'" + text if text.startswith(FORMULA) else text
