"""Plots as inline SVG: drawn by numbers alone, coloured by the page's style, told in words to who cannot see them."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

WIDTH, NAMES, FIGURES = 760, 220, 90
NAME_LENGTH = 31
LINE, BAR = 26, 14
SCALE, SHARES = 20, (0, 25, 50, 75, 100)
PLOT = WIDTH - NAMES - FIGURES


@dataclass(frozen=True)
class Bar:
    """`parts` are (share of the plot's width in [0, 1], CSS class), drawn one after the other."""

    name: str
    figure: str
    parts: tuple[tuple[float, str], ...]


@dataclass(frozen=True)
class Span:
    """A value with its interval, all in [0, 1]; None where nothing was measured."""

    name: str
    figure: str
    value: float | None
    low: float | None
    high: float | None


def bars(title: str, told: str, rows: Sequence[Bar]) -> str:
    drawn = []
    for number, row in enumerate(rows):
        top, left = number * LINE, float(NAMES)
        drawn.append(_name(row.name, top))
        drawn.append(_rect(left, top, PLOT, "trough"))
        for share, role in row.parts:
            width = max(0.0, min(share, 1.0)) * PLOT
            drawn.append(_rect(left, top, width, role))
            left += width
        drawn.append(_figure(row.figure, top))
    return _svg(title, told, len(rows) * LINE, drawn)


def spans(title: str, told: str, rows: Sequence[Span], line: float | None = None) -> str:
    """Intervals on a scale from 0 to 100% below them; `line` marks a value aimed at."""
    drawn, height = [], len(rows) * LINE
    for number, row in enumerate(rows):
        top, middle = number * LINE, number * LINE + LINE / 2
        drawn.append(_name(row.name, top))
        drawn.append(_rect(NAMES, top, PLOT, "trough"))
        if row.value is not None and row.low is not None and row.high is not None:
            drawn.append(_rect(NAMES + row.low * PLOT, top, (row.high - row.low) * PLOT, "range"))
            drawn.append(f'<circle class="dot" cx="{NAMES + row.value * PLOT:.1f}" cy="{middle:.1f}" r="5"/>')
        drawn.append(_figure(row.figure, top))
    if line is not None:
        at = NAMES + line * PLOT
        drawn.append(f'<line class="aim" x1="{at:.1f}" y1="0" x2="{at:.1f}" y2="{height}"/>')
    for share in SHARES:
        drawn.append(_tick(NAMES + share / 100 * PLOT, height + SCALE - 6, f"{share}%"))
    return _svg(title, told, height + SCALE, drawn)


def columns(title: str, told: str, counts: Sequence[int], names: Sequence[str]) -> str:
    """One upright column a count."""
    height, most = 140, max([*counts, 1])
    wide = WIDTH / max(1, len(counts))
    drawn = []
    for number, (count, name) in enumerate(zip(counts, names, strict=True)):
        tall = count / most * (height - 40)
        left = number * wide + wide * 0.15
        drawn.append(
            f'<rect class="main" x="{left:.1f}" y="{height - 20 - tall:.1f}" width="{wide * 0.7:.1f}" height="{tall:.1f}"/>'
        )
        middle = number * wide + wide / 2
        drawn.append(_tick(middle, height - 4, name))
        drawn.append(_tick(middle, height - 25 - tall, str(count)))
    return _svg(title, told, height, drawn)


def _svg(title: str, told: str, height: float, drawn: Sequence[str]) -> str:
    """The words of a plot are in it, for screen readers, and do not depend on its picture."""
    name = "plot-" + "".join(letter if letter.isalnum() else "-" for letter in title.lower())
    return (
        '<div class="plot">'
        f'<svg role="img" aria-labelledby="{name}" aria-describedby="{name}-told" viewBox="0 0 {WIDTH} {max(height, 1)}">'
        f'<title id="{name}">{escape(title)}</title><desc id="{name}-told">{escape(told)}</desc>{"".join(drawn)}</svg></div>'
    )


def _tick(middle: float, bottom: float, said: str) -> str:
    return f'<text class="small" x="{middle:.1f}" y="{bottom:.1f}" text-anchor="middle">{escape(said)}</text>'


def _name(name: str, top: float) -> str:
    shown = name if len(name) <= NAME_LENGTH else name[: NAME_LENGTH - 1].rstrip() + "…"
    return f'<text x="{NAMES - 10}" y="{top + LINE * 0.68:.1f}" text-anchor="end">{escape(shown)}</text>'


def _figure(figure: str, top: float) -> str:
    return f'<text x="{WIDTH}" y="{top + LINE * 0.68:.1f}" text-anchor="end">{escape(figure)}</text>'


def _rect(left: float, top: float, width: float, role: str) -> str:
    return f'<rect class="{role}" x="{left:.1f}" y="{top + (LINE - BAR) / 2:.1f}" width="{width:.1f}" height="{BAR}" rx="2"/>'
