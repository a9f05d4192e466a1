"""Every word of the window is there in every language, in all its forms; numbers and dates as the language writes them."""

import ast
import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication

from helpdesk.ui import language, wording
from helpdesk.ui.inbox.listing.quick_filters import QuickFilters
from helpdesk.ui.language import Words, mark, number, percent, speak, tr, trn
from helpdesk.ui.main_window.rail import Rail
from helpdesk.ui.translation import Interpreter, Voice, locale_of
from tests.translations import files
from tests.translations.extracting import Text, sources, texts
from tests.translations.source import PROGRAM, tree
from tests.translations.unmarked import FOR_NOBODY, unmarked

NARROW_LIST = 295
"""The room of the chips at 1280 x 800 with the panel open."""
PLACES = re.compile(r"\{(\w*)\}")


def file_name(file: Path) -> str:
    return file.relative_to(PROGRAM).as_posix()


def test_no_word_a_person_reads_is_left_out_of_the_languages() -> None:
    left_out = [
        f"{file_name(file)}:{found.line} {found.text}"
        for file in sources()
        if file_name(file).removeprefix("ui/") not in FOR_NOBODY
        for found in unmarked(tree(file))
    ]
    assert left_out == []


def test_a_text_that_no_language_can_reach_is_found() -> None:
    source = 'label = Label("Send it now")\nother = f"{count} drafts wait"\ntag = Tag("stale")\nkey = f"go-{place}"\n'
    assert [found.line for found in unmarked(ast.parse(source))] == [1, 2, 3]


@pytest.mark.parametrize("spoken", files.LANGUAGES, ids=lambda spoken: spoken.code)
def test_every_text_is_there_in_every_language(spoken: files.Language) -> None:
    said = files.read(spoken)
    assert [text.source for text in texts() if len(said.get(text.source, ())) != forms_of(text, spoken)] == []


def test_quick_filters_take_two_lines_beside_the_side_panel_of_a_small_window(interpreter: Interpreter) -> None:
    in_english = QuickFilters().heightForWidth(NARROW_LIST)
    interpreter.use("de")
    assert QuickFilters().heightForWidth(NARROW_LIST) == in_english


@pytest.mark.parametrize("spoken", files.LANGUAGES, ids=lambda spoken: spoken.code)
def test_a_translation_keeps_the_values_and_the_edges_of_its_text(spoken: files.Language) -> None:
    said = files.read(spoken)
    lost = [
        (text.source, form)
        for text in texts()
        for form in said.get(text.source, ())
        if edges(form) != edges(text.source) or not keeps_values(form, text)
    ]
    assert lost == []


@pytest.mark.parametrize("spoken", files.LANGUAGES, ids=lambda spoken: spoken.code)
def test_the_window_loads_what_was_translated(spoken: files.Language, tmp_path: Path) -> None:
    """After a change of words: make translations."""
    files.compile_(spoken, tmp_path / "fresh.qm")
    assert (tmp_path / "fresh.qm").read_bytes() == spoken.qm.read_bytes()


def test_the_window_speaks_german_to_who_wants_it(interpreter: Interpreter) -> None:
    interpreter.use("de")
    rail = Rail()
    assert [button.text() for button in rail._group.buttons()] == [
        "Prüfung",
        "Eingang",
        "Wissen",
        "Auswertung",
        "Einstellungen",
        "Hilfe",
    ]
    assert wording.STATUSES["open"] == "Offen"
    assert trn("{n} ticket", "{n} tickets", 1) == "1 Ticket"
    assert trn("{n} ticket", "{n} tickets", 1200) == "1.200 Tickets"
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"


def test_numbers_and_dates_are_those_of_the_language() -> None:
    noon = datetime(2026, 3, 5, 14, 2, tzinfo=UTC).astimezone()
    speak(Voice(QLocale("de_DE")))
    assert (number(1234.5, 1), percent(0.931, 1)) == ("1.234,5", "93,1\N{NARROW NO-BREAK SPACE}%")
    assert (language.day(date(2026, 3, 5)), language.day_of_year(date(2026, 3, 5))) == ("05.03.26", "5. März")
    assert language.clock(noon) == noon.strftime("%H:%M")
    speak()
    assert (number(1234.5, 1), percent(0.931, 1)) == ("1,234.5", "93.1%")
    assert (language.day(date(2026, 3, 5)), language.day_of_year(date(2026, 3, 5))) == ("2026-03-05", "5 Mar")


def test_a_language_nobody_translated_stays_english_and_plain(interpreter: Interpreter, qapp: QApplication) -> None:
    interpreter.use("ar")
    assert tr("Open") == "Open"
    assert number(1234) == "1,234"
    assert locale_of("ar").language() == QLocale.Language.C
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_what_a_customer_wrote_is_never_read_as_a_name_of_a_value() -> None:
    assert tr("Reply to {whom} is on its way.", whom="{agent} {0}") == "Reply to {agent} {0} is on its way."


def test_a_table_of_words_speaks_the_language_of_the_moment(interpreter: Interpreter) -> None:
    states = Words({"open": mark("Open")})
    assert states["open"] == "Open"
    interpreter.use("de")
    assert states["open"] == "Offen"


def forms_of(text: Text, spoken: files.Language) -> int:
    return spoken.forms if text.is_counted else 1


def edges(text: str) -> tuple[str, str]:
    """The spaces at both ends: texts are put together at them."""
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def keeps_values(form: str, text: Text) -> bool:
    """A form for one thing may write the number as a word."""
    wanted, kept = set(PLACES.findall(text.source)), set(PLACES.findall(form))
    return kept <= wanted and wanted - kept <= ({"n"} if text.is_counted else set())


def test_english_puts_no_space_before_the_dots_of_what_goes_on() -> None:
    assert [text.source for text in texts() if text.source.endswith(" …") and not text.source.endswith(", …")] == []
