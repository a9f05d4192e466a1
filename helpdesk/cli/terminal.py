"""How a command speaks: results on stdout, progress and errors on stderr."""

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, timedelta
from enum import Enum
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
from rich.progress import Progress as Bar
from rich.table import Table
from rich.text import Text

from helpdesk.domain.errors import HelpdeskError
from helpdesk.domain.progress import Progress, Report
from helpdesk.ui import wording

PIPED_WIDTH = 240
CONTROLS = dict.fromkeys((*range(9), *range(11, 32), *range(127, 160)))


class Terminal:
    """One command's output. With `as_json` stdout carries JSON only."""

    def __init__(self, as_json: bool) -> None:
        self.as_json = as_json
        self._out = Console(highlight=False, soft_wrap=True, width=None if sys.stdout.isatty() else PIPED_WIDTH)
        self._err = Console(stderr=True, highlight=False, soft_wrap=True)

    def say(self, line: str = "") -> None:
        """A line for a person; customers' and models' text cannot move the cursor or colour the terminal."""
        self._out.print(Text(line.translate(CONTROLS)))

    def note(self, line: str) -> None:
        """A remark beside the result."""
        self._err.print(Text(line.translate(CONTROLS)))

    def result(self, value: Any) -> None:
        """A result as one JSON document."""
        sys.stdout.write(json.dumps(plain(value), ensure_ascii=False, indent=2) + "\n")

    def line(self, value: Any) -> None:
        """A result as one JSON line of many."""
        sys.stdout.write(json.dumps(plain(value), ensure_ascii=False) + "\n")
        sys.stdout.flush()

    def table(self, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        table = Table(box=None, pad_edge=False, header_style="bold")
        for column in columns:
            table.add_column(column, overflow="ellipsis", no_wrap=True)
        for row in rows:
            table.add_row(*(Text(" ".join(cell.translate(CONTROLS).split())) for cell in row))
        self._out.print(table)

    def told(self, value: Any, sentence: str) -> bool:
        """A result that is done with: the value for JSON, the sentence for a person."""
        if self.as_json:
            self.result(value)
        else:
            self.say(sentence)
        return True

    def listed(self, value: Any, columns: Sequence[str], rows: Sequence[Sequence[str]], nothing: str = "") -> bool:
        """Likewise a list: the value for JSON, else a table, or `nothing` in the place of an empty one."""
        if self.as_json:
            self.result(value)
        elif rows or not nothing:
            self.table(columns, rows)
        else:
            self.say(nothing)
        return True

    def failed(self, error: HelpdeskError | OSError) -> None:
        self._err.print(Text(wording.line(error).translate(CONTROLS), style="red"))

    def progress(self) -> "ProgressBar":
        return ProgressBar(self._err)


class ProgressBar:
    """A bar with an honest estimate on stderr; quiet when nobody looks at a terminal."""

    def __init__(self, console: Console) -> None:
        self._bar = Bar(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[left]}"),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        self._task = self._bar.add_task("", total=None, left="")

    def __enter__(self) -> Report:
        self._bar.start()
        return self._report

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def _report(self, progress: Progress) -> None:
        left = "" if progress.seconds_left is None else f"about {duration(progress.seconds_left)} left"
        self._bar.update(self._task, completed=progress.done, total=progress.total, description=progress.label, left=left)


def duration(seconds: float) -> str:
    """A length of time as a person says it."""
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    if seconds < 5400:
        return f"{round(seconds / 60)} min"
    return f"{seconds / 3600:.1f} h"


def plain(value: Any) -> Any:
    """Frozen values as JSON values."""
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return plain(value._asdict())
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(one) for one in value]
    return bare(value)


def bare(value: Any) -> Any:
    """One value that holds no others; spans of time in seconds."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, Enum):
        return value.value
    return str(value) if isinstance(value, Path) else value


def counted(number: int, thing: str) -> str:
    """'1 ticket', '1,200 tickets'."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"
