"""Where windows stood and what they showed, kept in a file of the workspace."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSplitter, QWidget

from helpdesk.domain.ids import ArticleId, TicketId
from helpdesk.ui.kit.screen import Place

FILE = "window.json"
MOST_WINDOWS = 12
FRAME = QSize(8, 40)
"""What a title and edges take, at least."""
GRIP = QSize(120, 24)
"""So much of a window's upper edge must be on a screen: by it a window can be moved."""


@dataclass
class KeptWindow:
    """Only taste, and where one was: a file that cannot be read or written loses nothing but that, and is passed over.
    `places` are by the name of their screen, `splits` the sizes of its splitters in order; `apart` are the tickets that stood
    in windows of their own, each with that window's geometry."""

    file: Path | None = None
    geometry: str = ""
    screen: str = ""
    places: dict[str, Place] = field(default_factory=dict)
    splits: dict[str, list[list[int]]] = field(default_factory=dict)
    apart: dict[int, str] = field(default_factory=dict)
    toured: bool = False
    _written: str = field(default="", repr=False, compare=False)

    def load(self) -> None:
        try:
            told = json.loads(self.file.read_text("utf-8")) if self.file is not None else {}
        except (OSError, ValueError):
            return
        if isinstance(told, dict):
            self.geometry, self.screen = text_of(told.get("geometry")), text_of(told.get("screen"))
            self.places = {name: place_of(name, one) for name, one in table_of(told.get("places")).items()}
            self.splits = {name: sizes_of(one) for name, one in table_of(told.get("splits")).items()}
            apart = {int(name): text_of(one) for name, one in table_of(told.get("apart")).items() if name.isdecimal()}
            self.apart = dict(list(apart.items())[:MOST_WINDOWS])
            self.toured = told.get("toured") is True

    def keep(self) -> None:
        if self.file is None or not self.file.parent.is_dir():
            return
        told = {
            "geometry": self.geometry,
            "screen": self.screen,
            "places": {name: [one.ticket_id, one.article_id, one.section] for name, one in self.places.items()},
            "splits": self.splits,
            "apart": self.apart,
            "toured": self.toured,
        }
        written = json.dumps(told, indent=1) + "\n"
        if written == self._written:
            return
        fresh = self.file.with_suffix(".new")
        try:
            fresh.write_text(written, "utf-8")
            fresh.chmod(0o600)
            fresh.replace(self.file)
        except OSError:
            return
        self._written = written

    def remember(self, name: str, screen: QWidget, place: Place) -> None:
        """Where the user is on that screen, and how it is divided."""
        self.places[name] = place
        found = [split.sizes() for split in screen.findChildren(QSplitter)]
        if any(map(any, found)):
            self.splits[name] = found

    def divide(self, name: str, screen: QWidget) -> None:
        """Divides a new screen as it was; a screen that is built otherwise now keeps its own way."""
        splitters, sizes = screen.findChildren(QSplitter), self.splits.get(name, [])
        if [one.count() for one in splitters] == [len(one) for one in sizes]:
            for splitter, wanted in zip(splitters, sizes, strict=True):
                if any(wanted):
                    splitter.setSizes(wanted)


def geometry_of(window: QWidget) -> str:
    return bytes(window.saveGeometry().toBase64().data()).decode()


def put_back(window: QWidget, geometry: str, otherwise: QSize) -> None:
    """Where it stood; but a window whose upper edge is on no screen of today comes to the middle of the first one. A new one is
    no higher than its screen with a title above it, and takes the whole of one it is too wide for."""
    room = window.screen().availableSize() - FRAME
    window.resize(otherwise.boundedTo(room))
    if not geometry:
        if otherwise.width() > room.width():
            window.setWindowState(Qt.WindowState.WindowMaximized)
        return
    window.restoreGeometry(QByteArray.fromBase64(QByteArray(geometry.encode("ascii", "ignore"))))
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    if screens and not can_be_grasped(window.geometry(), screens):
        window.resize(window.size().boundedTo(screens[0].size()).expandedTo(window.minimumSize()))
        window.move(screens[0].center() - window.rect().center())


def can_be_grasped(window: QRect, screens: Sequence[QRect]) -> bool:
    edge = QRect(window.left(), window.top(), window.width(), GRIP.height())
    seen = (screen.intersected(edge) for screen in screens)
    return any(part.width() >= GRIP.width() and part.height() >= GRIP.height() // 2 for part in seen)


def text_of(told: object) -> str:
    return told if isinstance(told, str) else ""


def table_of(told: object) -> Mapping[str, Any]:
    return told if isinstance(told, dict) else {}


def sizes_of(told: object) -> list[list[int]]:
    lists = told if isinstance(told, list) else []
    return [[size for size in one if isinstance(size, int) and size >= 0] for one in lists if isinstance(one, list)]


def place_of(name: str, told: object) -> Place:
    place = Place(name)
    if isinstance(told, list) and len(told) == 3:
        ticket_id, article_id, section = told
        place = replace(place, section=text_of(section))
        if isinstance(ticket_id, int):
            place = replace(place, ticket_id=TicketId(ticket_id))
        if isinstance(article_id, int):
            place = replace(place, article_id=ArticleId(article_id))
    return place
