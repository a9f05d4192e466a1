"""A desk behind the screens under test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes.inline_window import InlineWindow, inline_window
from tests.fakes.review_shift import ReviewShift


@pytest.fixture(scope="module")
def window(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[InlineWindow]:
    """One desk for all tests of a file, since starting its index process is what takes time: they come in the order of a
    working day."""
    with inline_window(tmp_path_factory.mktemp("desk") / "workspace") as opened:
        yield opened


@pytest.fixture
def shift(tmp_path: Path) -> Iterator[ReviewShift]:
    made = ReviewShift(tmp_path)
    yield made
    made.close()


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    """A small window for parts that lie over one."""
    made = QWidget()
    made.resize(800, 600)
    qtbot.addWidget(made)
    made.show()
    return made
