"""A word that belongs to one workspace alone: it stands in a model's instructions, and finding it in a draft proves a leak."""

import secrets
from contextlib import suppress
from pathlib import Path


def install_mark(file: Path) -> str:
    """Read from the file, made on first use; where nothing can be written it lasts for this run."""
    with suppress(OSError, UnicodeDecodeError):
        kept = file.read_text("ascii").strip()
        if len(kept) == 16 and kept.isalnum():
            return kept
    mark = secrets.token_hex(8)
    with suppress(OSError):
        file.touch(mode=0o600)
        file.write_text(mark, "ascii")
    return mark
