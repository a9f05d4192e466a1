"""The language of the window: which one is in force, and Qt's side of it.

Words come from `resources/translations/desk_<code>.qm`, numbers and dates from the locale, the words of Qt's own dialogs from
Qt.
"""

from datetime import date, datetime

from PySide6.QtCore import QDate, QLibraryInfo, QLocale, QTime, QTranslator
from PySide6.QtWidgets import QApplication

from helpdesk import paths
from helpdesk.ui.language import Plain, Tongue, speak

CONTEXT = "desk"
FOLDER = "translations"
SYSTEM = "system"
SPOKEN = ("en", "de")
"""Those with all words; English stands in the code."""


class Voice:
    """A Tongue of Qt's: a translator for the words, a locale for the rest. English has no translator."""

    def __init__(self, locale: QLocale, translator: QTranslator | None = None) -> None:
        self.code = language_of(locale)
        self._locale = locale
        self._translator = translator

    def say(self, text: str, n: int) -> str:
        return self._translator.translate(CONTEXT, text, "", n) or "" if self._translator is not None else ""

    def number(self, value: float, places: int) -> str:
        return self._locale.toString(float(value), "f", places)

    def percent(self, share: float, places: int) -> str:
        """Where the locale writes the sign before the number, or another digit, it does so here too."""
        space = "" if self._locale.language() == QLocale.Language.English else "\N{NARROW NO-BREAK SPACE}"
        return f"{self.number(share * 100, places)}{space}{self._locale.percent()}"

    def clock(self, moment: datetime) -> str:
        return self._locale.toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)

    def day(self, day: date) -> str:
        return self._locale.toString(QDate(day.year, day.month, day.day), QLocale.FormatType.ShortFormat)

    def day_of_year(self, day: date) -> str:
        wanted = "d. MMM" if self._locale.language() == QLocale.Language.German else "d MMM"
        return self._locale.toString(QDate(day.year, day.month, day.day), wanted)


class Interpreter:
    """Keeps the translators of one application alive."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._installed: list[QTranslator] = []

    def use(self, setting: str) -> None:
        """'system' or a code of SPOKEN. Before the window is built: words that are shown already stay as they are."""
        for one in self._installed:
            self._app.removeTranslator(one)
        locale = locale_of(setting)
        code = language_of(locale)
        self._installed = [one for one in (_qts_own(locale), _of_the_desk(code)) if one is not None]
        for one in self._installed:
            self._app.installTranslator(one)
        speak(_tongue(locale, code))
        QLocale.setDefault(locale)
        self._app.setLayoutDirection(locale.textDirection())


def locale_of(setting: str) -> QLocale:
    """The system's where it speaks that language, for a person's formats are set there; else the language's usual one."""
    system = QLocale.system()
    wanted = system if setting == SYSTEM else QLocale(setting)
    if wanted.language() == system.language():
        wanted = system
    return wanted if language_of(wanted) in SPOKEN else QLocale(QLocale.Language.C)


def language_of(locale: QLocale) -> str:
    return QLocale.languageToCode(locale.language())


def _tongue(locale: QLocale, code: str) -> Tongue:
    """A locale that is no place's says everything as the terminal does."""
    if locale.language() == QLocale.Language.C:
        return Plain()
    return Voice(locale, _of_the_desk(code))


def _of_the_desk(code: str) -> QTranslator | None:
    translator = QTranslator()
    return translator if translator.load(str(paths.resources() / FOLDER / f"desk_{code}.qm")) else None


def _qts_own(locale: QLocale) -> QTranslator | None:
    translator = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return translator if translator.load(locale, "qtbase", "_", folder) else None
