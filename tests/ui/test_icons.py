"""Icons are drawn sharp at every density, and follow the theme."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from helpdesk import paths
from helpdesk.ui.kit import glyph_button
from helpdesk.ui.kit.buttons import drawn
from helpdesk.ui.main_window.places import SPOTS
from helpdesk.ui.theme import DARK, palette


@pytest.mark.parametrize("glyph", sorted(file.stem for file in (paths.resources() / "icons").glob("*.svg")))
def test_every_icon_draws_something_at_every_density(qtbot: QtBot, glyph: str) -> None:
    for ratio in (1.0, 1.5, 2.0):
        picture = drawn(glyph, "#ff0000", 18, ratio).toImage()
        assert picture.width() == round(18 * ratio)
        assert any(picture.pixelColor(x, y).alpha() for x in range(picture.width()) for y in range(picture.height()))


def test_every_place_has_its_icon() -> None:
    assert all((paths.resources() / "icons" / f"{spot.glyph}.svg").is_file() for spot in SPOTS)


def test_an_icon_follows_the_theme(qtbot: QtBot, qapp: QApplication) -> None:
    made = glyph_button("close", "Close", key="Esc")
    qtbot.addWidget(made)
    made.grab()
    before = made.icon().cacheKey()
    made.grab()
    assert made.icon().cacheKey() == before
    light = qapp.palette()
    qapp.setPalette(palette(DARK))
    made.grab()
    qapp.setPalette(light)
    assert made.icon().cacheKey() != before
    assert made.accessibleName() == "Close"
