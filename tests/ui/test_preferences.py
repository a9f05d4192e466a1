"""Preferences: generated, checked, saved at once, refused in place."""

from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QFileDialog, QLineEdit, QPlainTextEdit, QScrollArea
from pytestqt.qtbot import QtBot

from helpdesk.domain.errors import DeskReopened, DiskFull
from helpdesk.settings import Settings
from helpdesk.ui.kit import Place
from helpdesk.ui.preferences import build
from helpdesk.ui.preferences.form_fields import FieldKind, form_fields
from helpdesk.ui.preferences.saying_card import SayingCard
from helpdesk.ui.preferences.screen import PreferencesScreen
from tests.fakes.inline_window import InlineWindow, unspoken


def line(preferences: PreferencesScreen, name: str) -> QLineEdit:
    found = preferences.rows[name].control.inner
    assert isinstance(found, QLineEdit)
    return found


def write(preferences: PreferencesScreen, name: str, text: str) -> None:
    field = line(preferences, name)
    field.setText(text)
    field.editingFinished.emit()


def test_every_setting_is_there_with_its_words() -> None:
    shown = form_fields({})
    assert [field.name for field in shown] == [field.name for field in fields(Settings)]
    assert all(field.label and field.help and field.section for field in shown)
    kinds = {field.name: field.kind for field in shown}
    assert kinds["theme"] is FieldKind.CHOICE
    assert kinds["num_ctx"] is FieldKind.WHOLE
    assert kinds["review_line"] is FieldKind.FRACTION
    assert kinds["model_folder"] is FieldKind.FOLDER
    assert kinds["signature"] is FieldKind.TEXT
    assert kinds["company"] is FieldKind.LINE


def test_every_control_can_be_heard_and_reached(preferences: PreferencesScreen) -> None:
    for row in preferences.rows.values():
        assert row.control.inner.accessibleName() == row.field.label
        assert row.control.inner.accessibleDescription() == row.field.help
        assert row.control.inner.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert unspoken(preferences) == []


def test_a_changed_name_is_saved_at_once(fresh: InlineWindow, preferences: PreferencesScreen) -> None:
    write(preferences, "company", "Acme Support")
    assert fresh.settings.company == "Acme Support"
    assert preferences.rows["company"].words() == "Saved"


def test_every_switch_can_be_switched(fresh: InlineWindow, preferences: PreferencesScreen) -> None:
    switches = {name: row.control.inner for name, row in preferences.rows.items() if row.field.kind is FieldKind.SWITCH}
    assert "close_to_tray" in switches
    for name, box in switches.items():
        assert isinstance(box, QCheckBox)
        before = getattr(fresh.settings, name)
        QTest.keyClick(box, Qt.Key.Key_Space)
        assert getattr(fresh.settings, name) is not before


def test_a_choice_is_saved_at_once(fresh: InlineWindow, preferences: PreferencesScreen) -> None:
    box = preferences.rows["theme"].control.inner
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData("dark"))
    box.activated.emit(box.currentIndex())
    assert fresh.settings.theme == "dark"
    write(preferences, "threads", "2")
    assert preferences.rows["threads"].words() == "Saved"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("num_ctx", "5", "Must be between 2048 and 131072, not 5."),
        ("num_ctx", "many", "Must be a whole number, not 'many'."),
        ("review_line", "1.5", "Must be between 0.0 and 1.0, not 1.5."),
        ("drop_folder", "/there/is/no/such/folder", "There is no such folder."),
        ("drop_folder", "tests", "There is no such folder."),
        ("company", " ", "An empty name; greetings, closings and what the model is told bear it."),
        ("ollama_host", "", "'' is no address of a server; write it like http://127.0.0.1:11434. The former"),
        ("ollama_host", "my server", "'my server' is no address of a server"),
        ("ollama_host", "http://127.0.0.1:70000", "70000 is no port; use one from 1 to 65535."),
        ("agent_name", " ", "An empty name; replies, claims and the history bear it."),
        ("agent_email", "not an address", "'not an address' is no mail address; write it like support@example.com."),
    ],
)
def test_a_wrong_value_is_refused_where_it_was_typed(
    fresh: InlineWindow, preferences: PreferencesScreen, name: str, text: str, said: str
) -> None:
    before = fresh.settings
    write(preferences, name, text)
    assert fresh.settings == before
    assert preferences.rows[name].words().startswith(said)
    write(preferences, name, str(getattr(before, name)))
    assert preferences.rows[name].words() == ""


def test_a_folder_of_ones_home_is_kept_by_its_whole_path(
    fresh: InlineWindow, preferences: PreferencesScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "mails").mkdir()
    write(preferences, "drop_folder", "~/mails")
    assert fresh.settings.drop_folder == str(tmp_path / "mails") == line(preferences, "drop_folder").text()
    assert preferences.rows["drop_folder"].words() == "Saved"


def test_a_look_that_a_change_of_settings_cut_short_is_no_news(qtbot: QtBot) -> None:
    card = SayingCard()
    qtbot.addWidget(card)
    card.tell(DeskReopened())
    assert card.words() == ""
    card.tell(DiskFull(Path("desk.sqlite3")))
    assert card.words() != ""


def test_topics_are_ticked_one_by_one(fresh: InlineWindow, preferences: PreferencesScreen) -> None:
    boxes = {box.text(): box for box in preferences.rows["never_auto"].control.inner.findChildren(QCheckBox)}
    assert boxes["Refund"].isChecked()
    assert not boxes["Urgent"].isChecked()
    boxes["Urgent"].click()
    boxes["Refund"].click()
    assert "urgent" in fresh.settings.never_auto
    assert "refund" not in fresh.settings.never_auto
    assert preferences.rows["never_auto"].words() == "Saved"


def test_a_pattern_that_could_run_wild_is_refused_by_its_line(fresh: InlineWindow, preferences: PreferencesScreen) -> None:
    field = preferences.rows["redact_patterns"].control
    assert isinstance(field.inner, QPlainTextEdit)
    field.inner.setPlainText("CUSTOMER = NL-[0-9]{6}\nBADGE = (a+)+")
    field.flush()
    assert fresh.settings.redact_patterns == ""
    assert preferences.rows["redact_patterns"].words().startswith("Line 2: ")
    field.inner.setPlainText("CUSTOMER = NL-[0-9]{6}")
    field.flush()
    assert fresh.settings.redact_patterns == "CUSTOMER = NL-[0-9]{6}"


def test_a_full_disk_keeps_the_former_value(fresh: InlineWindow, preferences: PreferencesScreen) -> None:
    fresh.refusing = OSError(28, "No space left on device", "settings.toml")
    write(preferences, "company", "Acme")
    assert fresh.settings.company == "Our team"
    assert "Not saved" in preferences.rows["company"].words()
    assert "No space left" in preferences.rows["company"].words()


def test_arrow_keys_step_a_number_within_its_bounds(fresh: InlineWindow, preferences: PreferencesScreen) -> None:
    field = line(preferences, "passages")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Up)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert fresh.settings.passages == 6
    QTest.keyClick(field, Qt.Key.Key_PageUp)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert fresh.settings.passages == 12


def test_a_fraction_may_be_written_with_a_comma(fresh: InlineWindow, preferences: PreferencesScreen) -> None:
    write(preferences, "review_line", "0,7")
    assert fresh.settings.review_line == 0.7
    field = line(preferences, "review_line")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Up)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (field.text(), fresh.settings.review_line) == ("0.75", 0.75)


def test_several_lines_are_saved_when_the_page_is_left(fresh: InlineWindow, preferences: PreferencesScreen) -> None:
    text = preferences.rows["signature"].control.inner
    assert isinstance(text, QPlainTextEdit)
    text.insertPlainText("Kind regards\nAda")
    preferences.left()
    assert fresh.settings.signature == "Kind regards\nAda"


def test_scrolling_past_a_choice_does_not_change_it(preferences: PreferencesScreen) -> None:
    box = preferences.rows["writer"].control.inner
    assert isinstance(box, QComboBox)
    preferences.rows["company"].control.setFocus()
    before = box.currentIndex()
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, wheel)
    assert box.currentIndex() == before


def test_who_drafts_now_is_said(preferences: PreferencesScreen) -> None:
    assert preferences.drafting_words() == "Drafts quote the knowledge base, as set below"


def test_a_setting_pinned_by_the_environment_says_so(fresh: InlineWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HELPDESK_NUM_CTX", "8192")
    made = fresh.show(build, Place("preferences"))
    assert isinstance(made, PreferencesScreen)
    assert not made.rows["num_ctx"].control.isEnabled()
    assert made.rows["num_ctx"].field.pinned == "HELPDESK_NUM_CTX"


def test_an_error_elsewhere_leads_to_its_section(fresh: InlineWindow) -> None:
    made = fresh.show(build, Place("preferences", section="Knowledge"))
    fresh.settle()
    assert isinstance(made, PreferencesScreen)
    assert QApplication.focusWidget() is made.model.choose


def test_the_section_in_sight_is_marked(fresh: InlineWindow, preferences: PreferencesScreen) -> None:
    def marked() -> list[str]:
        return [name for name, made in preferences.sections.items() if made.isChecked()]

    fresh.settle()
    names = list(preferences.sections)
    assert marked() == names[:1]
    preferences.sections["Tickets"].click()
    assert marked() == ["Tickets"]
    page = preferences.findChild(QScrollArea)
    assert isinstance(page, QScrollArea)
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    assert marked() == names[-1:]
    page.verticalScrollBar().setValue(0)
    assert marked() == names[:1]


def test_what_was_gone_to_stays_on_top_until_the_page_is_scrolled(fresh: InlineWindow, preferences: PreferencesScreen) -> None:
    fresh.settle()
    page = preferences.findChild(QScrollArea)
    assert isinstance(page, QScrollArea)

    def fill_above(words: str) -> int:
        preferences.show_drafting(words, True)
        QApplication.processEvents()
        return preferences.rows["drop_folder"].mapTo(page.viewport(), QPoint()).y()

    preferences.go_to("drop_folder")
    at = fill_above("A card above says little.")
    assert fill_above("A card above says much. " * 60) == at
    page.verticalScrollBar().setValue(page.verticalScrollBar().value() + 30)
    kept = page.verticalScrollBar().value()
    fill_above("A card above says much. " * 90)
    assert page.verticalScrollBar().value() == kept


def test_the_workspace_is_named_and_backed_up_while_it_is_open(
    fresh: InlineWindow, preferences: PreferencesScreen, tmp_path: Path, qtbot: QtBot
) -> None:
    assert str(fresh.workspace.folder) in preferences.workspace.words()
    preferences.go_to("Workspace")
    assert preferences.workspace.back_up.hasFocus()
    file = tmp_path / "copies" / "desk.zip"
    preferences.workspace.backup_requested.emit(file)
    assert file.stat().st_size > 0
    assert "Verified" in preferences.workspace.words()
    assert str(file) in preferences.workspace.words()
    assert preferences.workspace.back_up.isEnabled()
    assert preferences.workspace.back_up.hasFocus()


def test_a_backup_that_cannot_be_made_says_why(fresh: InlineWindow, preferences: PreferencesScreen, tmp_path: Path) -> None:
    (tmp_path / "a-file").write_text("in the way")
    preferences.workspace.backup_requested.emit(tmp_path / "a-file" / "desk.zip")
    assert "No backup was made" in preferences.workspace.words()
    assert str(tmp_path / "a-file") in preferences.workspace.words()
    assert preferences.workspace.back_up.isEnabled()


def test_the_file_for_a_backup_is_asked_for(fresh: InlineWindow, preferences: PreferencesScreen, tmp_path: Path) -> None:
    preferences.workspace.back_up.click()
    dialog = preferences.workspace.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.defaultSuffix() == "zip"
    dialog.fileSelected.emit(str(tmp_path / "chosen.zip"))
    dialog.close()
    assert (tmp_path / "chosen.zip").exists()


def test_the_sections_are_one_stop_of_the_tab_key_and_the_arrows_go_through_them(
    fresh: InlineWindow, preferences: PreferencesScreen
) -> None:
    fresh.settle()
    first = line(preferences, "agent_name")
    assert first.hasFocus()
    QTest.keyClick(first, Qt.Key.Key_Backtab)
    assert preferences.sections["You"].hasFocus()
    press(Qt.Key.Key_Down, 3)
    assert preferences.sections["Knowledge"].hasFocus() and preferences.listing.marked() == "Knowledge"
    press(Qt.Key.Key_Tab)
    assert preferences.model.choose.hasFocus()
    press(Qt.Key.Key_Backtab)
    assert preferences.listing.marked() == "Privacy and safety"  # The mark goes with the keyboard.
    preferences.sections["Knowledge"].setFocus()
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Return)
    assert preferences.workspace.back_up.hasFocus()
    stops = [name for name, made in preferences.sections.items() if made.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == ["Workspace"]


def test_a_key_leads_from_wherever_one_is_to_the_next_section(fresh: InlineWindow, preferences: PreferencesScreen) -> None:
    fresh.settle()
    press(Qt.Key.Key_PageDown, 4, Qt.KeyboardModifier.ControlModifier)
    assert preferences.listing.marked() == "Review" and line(preferences, "review_line").hasFocus()
    press(Qt.Key.Key_PageUp, held=Qt.KeyboardModifier.ControlModifier)
    assert preferences.model.choose.hasFocus()


def press(key: Qt.Key, times: int = 1, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for _ in range(times):
        control = QApplication.focusWidget()
        assert control is not None
        QTest.keyClick(control, key, held)
