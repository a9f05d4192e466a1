"""The file of a language as Qt Linguist has it (.ts), read, brought up to date and made into what the window loads (.qm)."""

import subprocess
import sys
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path

from tests.translations.extracting import Text
from tests.translations.source import ROOT

FOLDER = ROOT / "resources" / "translations"
CONTEXT = "desk"
SENTENCES = FOLDER / "sentences.txt"
"""The forms by which the window knows a sentence of a service again, one a line."""


@dataclass(frozen=True)
class Language:
    """`forms` is how many forms a counted text has."""

    code: str
    forms: int

    @property
    def ts(self) -> Path:
        return FOLDER / f"desk_{self.code}.ts"

    @property
    def qm(self) -> Path:
        return FOLDER / f"desk_{self.code}.qm"


GERMAN = Language("de", 2)
LANGUAGES = (GERMAN,)
Said = dict[str, tuple[str, ...]]
"""A text's forms in a language by its source; one form for a text that is not counted."""


def read(language: Language) -> Said:
    """What has been translated; a source without all of its forms is left out."""
    said: Said = {}
    if not language.ts.exists():
        return said
    for message in ET.parse(language.ts).iter("message"):
        made = message.find("translation")
        if made is None:
            continue
        forms = tuple(form.text or "" for form in made.iter("numerusform")) or (made.text or "",)
        if all(forms):
            said[message.findtext("source") or ""] = forms
    return said


def write(language: Language, texts: list[Text], said: Said) -> None:
    """One message a text, in one order, so that a change of words is a change of few lines."""
    root = ET.Element("TS", version="2.1", language=language.code, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for text in texts:
        message = ET.SubElement(context, "message", {"numerus": "yes"} if text.is_counted else {})
        ET.SubElement(message, "source").text = text.source
        forms = said.get(text.source, ())
        wanted = language.forms if text.is_counted else 1
        made = ET.SubElement(message, "translation", {} if len(forms) == wanted else {"type": "unfinished"})
        if text.is_counted:
            for form in forms if len(forms) == wanted else ("",) * wanted:
                ET.SubElement(made, "numerusform").text = form
        elif len(forms) == wanted:
            made.text = forms[0]
    ET.indent(root, "  ")
    language.ts.parent.mkdir(exist_ok=True)
    language.ts.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n', "utf-8")


def compile_(language: Language, target: Path | None = None) -> None:
    """By Qt's own tool, which comes with PySide6."""
    tool = Path(sys.executable).parent / "pyside6-lrelease"
    subprocess.run([tool, "-silent", language.ts, "-qm", target or language.qm], check=True)
