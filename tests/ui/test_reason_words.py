"""What services and adapters said in English is read in the person's language, with what it was told."""

import ast
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from helpdesk.domain.article import FileFailure
from helpdesk.domain.errors import BadInput, ModelUnfit
from helpdesk.ui import wording
from helpdesk.ui.kit.failures_list import failure_line
from helpdesk.ui.language import speak
from helpdesk.ui.reason_words import form_of, reason_said
from helpdesk.ui.translation import Interpreter
from tests.translations import born, files
from tests.translations.extracting import sources
from tests.translations.source import PROGRAM, tree
from tests.translations.unsaid import SAID_BEFORE, unsaid

VALUES = tuple(f"wert{n}" for n in range(9))


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    made = Interpreter(qapp)
    made.use("de")
    yield
    made.use("system")
    speak()


def test_the_window_knows_every_sentence_that_is_born_below_it() -> None:
    """After a change of words: make translations."""
    assert files.SENTENCES.read_text("utf-8") == born.listed()


@pytest.mark.usefixtures("german")
def test_every_such_sentence_is_said_in_german_with_what_it_was_told() -> None:
    wrong, translated = [], files.read(files.GERMAN)
    for line in born.forms():
        words = line.format(*VALUES)
        said, told = reason_said(words), VALUES[: len(form_of(line).named)]
        if line not in translated or any(value not in said for value in told):
            wrong.append((line, said))
    assert wrong == [], "make translations, then fill resources/translations/desk_de.ts"


@pytest.mark.usefixtures("german")
def test_a_dot_in_what_a_customer_wrote_does_not_leave_the_rest_in_english() -> None:
    asks = ("Geht das, z.B. über eine Adresse?", "Was kostet es?")
    said = reason_said(" ".join(f"Nothing answers \u201c{ask}\u201d. Not found in the nearest articles: Zoll." for ask in asks))
    assert "Nothing" not in said
    assert "Not found" not in said
    assert all(ask in said for ask in asks)


def test_no_sentence_is_put_together_so_that_nobody_can_read_its_form() -> None:
    assert born.unreadable() == []


def test_a_sentence_in_pieces_is_found() -> None:
    source = """
raise BadInput(path, 0, "it cannot be read: " + str(error))
said = "only %d files are read" % most
said = "only {} files are read".format(most)
said = NOT_READ.format(most)
said = f"it cannot be read {where}{why}"
said = f"it cannot be read {where}: {why}"
"""
    assert sorted(found.line for found in born.put_together(ast.parse(source))) == [2, 3, 4, 5, 6]


def test_no_place_of_the_window_shows_what_was_said_below_as_it_was_said() -> None:
    left_out = [
        f"{name}:{found.line} {found.text}"
        for file in sources()
        if (name := file.relative_to(PROGRAM).as_posix()) not in SAID_BEFORE
        for found in unsaid(tree(file))
    ]
    assert left_out == []


def test_a_place_that_shows_a_reason_as_it_is_is_found() -> None:
    source = """
label.say(row.failure)
label.say(reason_said(row.failure))
said = f"{where}: {one.reason}" if one.reason else ""
said = tr("failed: {reason}", reason=one_line(run.failure))
said = row.failure == other.failure
"""
    assert [found.line for found in unsaid(ast.parse(source))] == [2, 4, 5]


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("The customer is angry", "Der Kunde ist verärgert"),
        ("holds 12,345 names, more than 10,000: split it", "enthält 12.345 Namen, mehr als 10.000: Teilen Sie es"),
        ("is 1.5 MB large, more than 1 MB: split it", "ist 1,5 MB groß, mehr als 1 MB: Teilen Sie die Datei"),
        (
            "more answers than promised turned out wrong since 2026-03-05",
            "seit dem 05.03.26 waren mehr Antworten falsch als zugesagt",
        ),
        (
            "Two articles disagree: “A” and “B” say the opposite",
            "Zwei Artikel widersprechen sich: „A“ und „B“ sagen das Gegenteil",
        ),
        (
            "Two articles disagree: “A” says 30 days, but “B” says 14 days",
            "Zwei Artikel widersprechen sich: „A“ sagt 30 days, „B“ aber 14 days",
        ),
        (
            "Several articles fit about equally well: “The hub” and “Pairing”",
            "Mehrere Artikel passen etwa gleich gut: „The hub“ und „Pairing“",
        ),
        ("One article stands out: “The hub”", "Ein Artikel ragt heraus: „The hub“"),
        (
            "the settings for drafting changed: “tone neutral” → “tone formal”",
            "die Einstellungen fürs Entwerfen geändert: „tone neutral“ → „tone formal“",
        ),
        (
            "Its intent is 'The customer is angry', which people decide",
            "Ihr Anliegen ist „The customer is angry“, darüber entscheiden Menschen",
        ),
        (
            "no model server answers at host (it answered a moment ago)",
            "unter host antwortet kein Modellserver (eben antwortete er noch)",
        ),
        ("cannot be read: No such file or directory", "lässt sich nicht lesen: Datei oder Ordner nicht vorhanden"),
        ("This reads like German, not English.", "Das liest sich wie Deutsch, nicht Englisch."),
        ("redact_patterns: there may be at most 20 patterns", "redact_patterns: höchstens 20 Muster sind möglich"),
        ("line 2: not a regular expression: abc", "Zeile 2: kein regulärer Ausdruck: abc"),
        ("1,234 passages", "1.234 Textstellen"),
        (
            "Nothing answers “a b”. Not found in the nearest articles: a. Nearest articles: T (internal, not for customers).",
            "Nichts beantwortet „a b“. "
            "In den nächsten Artikeln nicht gefunden: a. Nächste Artikel: T (intern, nicht für Kunden).",
        ),
        ("restored the revision of 2026-03-05 14:02", "die Version von 05.03.26 14:02 wiederhergestellt"),
        ("redact_patterns: there may be at most 20 patterns", "redact_patterns: höchstens 20 Muster sind möglich"),
        ("restored the revision of 2026-13-45", "die Version von 2026-13-45 wiederhergestellt"),
        ("the goal changed: 20% → 2.5%", "das Ziel änderte sich: 20\u202f% → 2,5\u202f%"),
        ("the goal changed: 20 % → 2.5 %", "das Ziel änderte sich: 20\u202f% → 2,5\u202f%"),
        ("Helpdesk, by itself (certificate #3)", "Helpdesk, selbsttätig (Zertifikat Nr. 3)"),
    ],
)
def test_what_a_sentence_was_told_is_put_back(words: str, said: str) -> None:
    assert reason_said(words) == said


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    "words",
    [
        "",
        "what a model wrote by itself",
        "“Keys {x}” {0} {}",
        "tensor is not contiguous at all",
        " (" * 300 + "x" + ")" * 300,
        "the model " * 90,
        "; ".join(["is"] * 2000),
        "a" * 4000,
    ],
)
def test_words_of_somebody_else_stay_as_they_are(words: str) -> None:
    assert reason_said(words) == words


@pytest.mark.usefixtures("german")
def test_what_a_customer_wrote_is_never_read_as_a_place_for_a_value() -> None:
    assert reason_said("The reply repeats words of “{0} {x}”, which is internal").endswith("aus „{0} {x}“, das intern ist")


@pytest.mark.usefixtures("german")
def test_errors_and_failed_files_say_why_in_german() -> None:
    assert wording.of(BadInput("macro Return", 0, "it is empty")).sentence.startswith(
        "Textbaustein Return: die Datei ist leer."
    )
    assert "(das Modell hörte auf (abc))" in wording.of(ModelUnfit("m", "the model stopped (abc)")).sentence
    assert failure_line(FileFailure("a.md", 3, "is locked by a password: pack it without one")).endswith(
        "ist mit einem Kennwort gesperrt: Packen Sie ohne"
    )


def test_in_english_everything_stays_as_it_was_said() -> None:
    assert [line for line in born.forms() if reason_said(line.format(*VALUES)) != line.format(*VALUES)] == []
