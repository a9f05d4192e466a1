"""The keys a person chose instead of ours, kept in a file of the workspace."""

import json
from collections.abc import Mapping
from pathlib import Path

FILE = "keys.json"
Keys = tuple[str, ...]


class Keymap:
    """Knows intents by `area.name` and holds only what differs from our keys; an empty tuple is an intent without a key.

    Names nobody knows now stay in the file: what they belong to may come back. A file that cannot be read leaves our keys in
    force, is told by `trouble`, and is set aside before anything is written over it."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._chosen: dict[str, Keys] = {}
        self.trouble: Exception | None = None
        if file is not None and file.exists():
            self._load(file)

    def keys_of(self, name: str, ours: Keys) -> Keys:
        return self._chosen.get(name, ours)

    def chosen(self, name: str) -> bool:
        return name in self._chosen

    def choose(self, name: str, keys: Keys | None) -> None:
        """None goes back to our keys. Raises OSError, and then nothing has changed."""
        wanted = {known: kept for known, kept in self._chosen.items() if known != name}
        if keys is not None:
            wanted[name] = keys
        self._save(wanted)
        self._chosen = wanted

    def forget(self) -> None:
        """Back to our keys everywhere. Raises OSError."""
        self._save({})
        self._chosen = {}

    def _load(self, file: Path) -> None:
        try:
            self._chosen = read(json.loads(file.read_text("utf-8")))
        except (OSError, ValueError) as error:
            self.trouble = error

    def _save(self, wanted: Mapping[str, Keys]) -> None:
        if self._file is None:
            return
        if self.trouble is not None:
            self._file.replace(self._file.with_suffix(".unread"))
            self.trouble = None
        fresh = self._file.with_suffix(".new")
        fresh.write_text(json.dumps({name: list(keys) for name, keys in sorted(wanted.items())}, indent=1) + "\n", "utf-8")
        fresh.chmod(0o600)
        fresh.replace(self._file)


def read(told: object) -> dict[str, Keys]:
    """Raises ValueError when it is not a table of lists of keys."""
    if not isinstance(told, dict):
        raise ValueError("a table of keys is wanted")
    for name, keys in told.items():
        if not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
            raise ValueError(f"{name}: a list of keys is wanted")
    return {name: tuple(keys) for name, keys in told.items()}
