"""What becomes of rows of controls and words when there is little room: a narrow window, German, large text."""

import pytest
from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from helpdesk.domain import language
from helpdesk.ui.kit import Banner, button
from helpdesk.ui.kit.flow import FlowFrame, flow
from helpdesk.ui.language_names import LANGUAGES
from tests.pictures.grounds import GROUNDS
from tests.pictures.scenes import SCENES

WORDS = "Quoted while the model was away; it is written anew when the model is back."


def shown(qtbot: QtBot, made: QWidget, width: int) -> None:
    qtbot.addWidget(made)
    made.resize(width, 200)
    made.show()
    QApplication.processEvents()


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_controls_go_on_in_the_next_line_before_any_is_cut(qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    near, far = [button("Status"), button("Assignee")], [button("Draft a reply"), button("Open in review")]
    line = flow(*near, far=far)
    line.setLayoutDirection(direction)
    shown(qtbot, line, 900)
    assert len({part.y() for part in (*near, *far)}) == 1
    edge = far[-1].geometry().left() if direction is Qt.LayoutDirection.RightToLeft else 900 - far[-1].geometry().right() - 1
    assert edge == 0, "what is far stands at the other end"
    line.resize(near[0].sizeHint().width() + far[0].sizeHint().width(), 400)
    QApplication.processEvents()
    assert all(part.width() >= part.sizeHint().width() for part in (*near, *far))
    assert len({part.y() for part in (*near, *far)}) > 1


def test_words_that_changed_while_hidden_take_the_room_they_need(qtbot: QtBot) -> None:
    line = FlowFrame(QMargins())
    chip = button("neutral mood · likely")
    line.add(chip)
    shown(qtbot, line, 400)
    line.hide()
    chip.setText("angry")
    line.show()
    assert chip.width() == chip.sizeHint().width()


def test_a_notice_in_a_narrow_pane_puts_its_action_below_its_words(qtbot: QtBot) -> None:
    banner = Banner()
    banner.say(WORDS, action="Model settings")
    shown(qtbot, banner, 900)
    assert banner._action.y() < banner._words.geometry().bottom()
    banner.resize(320, 200)
    QApplication.processEvents()
    assert banner._action.y() > banner._words.geometry().bottom()


def test_every_language_that_is_told_apart_has_a_name_to_show() -> None:
    assert set(LANGUAGES) == set(language.NAMES)


def test_every_scene_has_a_name_of_its_own_and_a_ground() -> None:
    assert len({scene.name for scene in SCENES}) == len(SCENES)
    assert {scene.ground for scene in SCENES} == set(GROUNDS)
