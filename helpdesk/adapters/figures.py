"""An evaluation's two curves as one picture: how honest the score is, and what being choosy buys."""

import errno
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from helpdesk.domain.errors import DiskFull, ReadOnly
from helpdesk.services.evaluation import EvaluationReport

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

SIDE = 420
MARGIN = 70
SCALE = 2
"""Pixels a unit; drawn at double size so that it stays sharp on dense screens."""

INK, FAINT, ACCENT, GOOD = "#1f2933", "#cbd2d9", "#2f6f9f", "#7b8794"
NO_SPACE = errno.ENOSPC


class _Panel:
    """One unit square with axes; x and y in [0, 1], y upwards."""

    def __init__(self, draw: "ImageDraw", left: int, title: str, axes: tuple[str, str]) -> None:
        from PIL import ImageFont

        self._draw = draw
        self._left = left
        self._font = ImageFont.load_default(13 * SCALE)
        self._large = ImageFont.load_default(16 * SCALE)
        self._frame(title, axes)

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return (self._left + MARGIN + x * SIDE) * SCALE, (MARGIN + (1 - y) * SIDE) * SCALE

    def _frame(self, title: str, axes: tuple[str, str]) -> None:
        for tenth in range(0, 11, 2):
            share = tenth / 10
            self._draw.line([self._at(share, 0), self._at(share, 1)], fill=FAINT, width=SCALE)
            self._draw.line([self._at(0, share), self._at(1, share)], fill=FAINT, width=SCALE)
            self._say(self._at(share, -0.035), f"{share:.1f}", "mt")
            self._say(self._at(-0.02, share), f"{share:.1f}", "rm")
        self._draw.text(self._at(0.5, 1.06), title, fill=INK, font=self._large, anchor="mm")
        self._say(self._at(0.5, -0.11), axes[0], "mm")
        self._say(self._at(0.0, 1.02), axes[1], "ls")

    def _say(self, at: tuple[float, float], text: str, anchor: str) -> None:
        self._draw.text(at, text, fill=INK, font=self._font, anchor=anchor)

    def line(self, points: Sequence[tuple[float, float]], colour: str, width: int = 2) -> None:
        if len(points) > 1:
            self._draw.line([self._at(x, y) for x, y in points], fill=colour, width=width * SCALE, joint="curve")

    def dots(self, points: Sequence[tuple[float, float]], colour: str) -> None:
        for x, y in points:
            cx, cy = self._at(x, y)
            self._draw.ellipse((cx - 5 * SCALE, cy - 5 * SCALE, cx + 5 * SCALE, cy + 5 * SCALE), fill=colour)

    def note(self, text: str, at: tuple[float, float]) -> None:
        self._say(self._at(*at), text, "lm")


def draw(report: EvaluationReport, target: Path) -> None:
    """Writes a PNG of all drafts of the report together. Raises ReadOnly, DiskFull."""
    from PIL import Image, ImageDraw

    width = 2 * (SIDE + MARGIN) + MARGIN
    image = Image.new("RGB", (width * SCALE, (SIDE + 2 * MARGIN) * SCALE), "white")
    canvas = ImageDraw.Draw(image)
    left = _Panel(canvas, 0, "Reliability", ("confidence", "share right"))
    left.line([(0, 0), (1, 1)], GOOD, 1)
    bins = report.reliability
    points = [(b.confidence, b.right) for b in bins]
    left.line(points, ACCENT)
    left.dots(points, ACCENT)
    left.note(f"{sum(b.count for b in bins)} drafts in {len(bins)} equal bins", (0.03, 0.96))
    right = _Panel(
        canvas, SIDE + MARGIN, "Risk and coverage", ("coverage: share answered, most confident first", "share wrong")
    )
    right.line(report.risk_curve, ACCENT)
    right.dots(report.risk_curve[-1:], ACCENT)
    try:
        image.save(target, "PNG")
    except OSError as error:
        raise (DiskFull(target) if error.errno == NO_SPACE else ReadOnly(target)) from error
