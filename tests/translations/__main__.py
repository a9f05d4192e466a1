"""`make translations`: brings the files of all languages in step with the source, and says what lacks words."""

import sys

from tests.translations import born, files
from tests.translations.extracting import texts


def main() -> int:
    found = texts()
    missing = 0
    files.SENTENCES.write_text(born.listed(), "utf-8")
    for language in files.LANGUAGES:
        said = files.read(language)
        files.write(language, found, said)
        files.compile_(language)
        for text in found:
            if len(said.get(text.source, ())) != (language.forms if text.is_counted else 1):
                missing += 1
                sys.stdout.write(f"{language.code}: {text.source!r}\n")
    sys.stdout.write(f"{len(found)} texts, {missing} without words\n")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
