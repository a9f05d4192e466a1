"""The words leg: one SQLite file with an FTS5 table over heading and text. The text itself is not kept, only its words."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from helpdesk.domain.errors import IndexStale
from helpdesk.domain.ids import KnowledgeBaseId, PassageId
from helpdesk.domain.stems import stem
from helpdesk.domain.terms import match_any, rarest, telling_stems
from helpdesk.ports.index import PassageVector

HEADING_WEIGHT = 2.0
SCHEMA = f"""
CREATE TABLE passages (id INTEGER PRIMARY KEY, kb INTEGER NOT NULL);
CREATE VIRTUAL TABLE words USING fts5(
  heading, body, content='', contentless_delete=1, tokenize='porter unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE terms USING fts5vocab(words, 'row');
INSERT INTO words(words, rank) VALUES ('rank', 'bm25({HEADING_WEIGHT}, 1.0)');
"""


class LexicalLeg:
    """`fresh` makes the file; it is then unsafe until `settle`. Raises IndexStale when the file is not a sound index."""

    def __init__(self, file: Path, *, fresh: bool = False) -> None:
        if not fresh and not file.is_file():
            raise IndexStale(f"{file.name} is missing")
        self._db: Any = dbapi2.connect(str(file), isolation_level=None)
        try:
            if fresh:
                self._db.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + SCHEMA)
            else:
                self._db.executescript("PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=FULL; PRAGMA trusted_schema=OFF;")
                self._check(file)
        except dbapi2.Error as error:
            self._db.close()
            raise IndexStale(f"{file.name} cannot be read: {error}") from error

    def _check(self, file: Path) -> None:
        found = self._db.execute("PRAGMA quick_check(1)").fetchone()[0]
        if found != "ok":
            raise IndexStale(f"{file.name} is damaged: {found}")

    def count(self) -> int:
        return int(self._db.execute("SELECT count(*) FROM passages").fetchone()[0])

    def change(self, removed: Sequence[PassageId], added: Sequence[PassageVector]) -> None:
        """One transaction; a passage that is there already is replaced."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            self._delete([*removed, *(p.passage_id for p in added)])
            self._db.executemany("INSERT INTO passages (id, kb) VALUES (?, ?)", [(p.passage_id, p.kb_id) for p in added])
            self._db.executemany(
                "INSERT INTO words (rowid, heading, body) VALUES (?, ?, ?)", [(p.passage_id, *parted(p.text)) for p in added]
            )
            self._db.execute("COMMIT")
        except BaseException:
            self._db.execute("ROLLBACK")
            raise

    def _delete(self, ids: Sequence[int]) -> None:
        for passage_id in ids:
            if self._db.execute("DELETE FROM passages WHERE id = ?", (passage_id,)).rowcount:
                self._db.execute("DELETE FROM words WHERE rowid = ?", (passage_id,))

    def search(self, text: str, kb_ids: Sequence[KnowledgeBaseId], limit: int) -> list[tuple[PassageId, float]]:
        """(passage, bm25 ≥ 0) best first, by the question's rarest words."""
        spoken = telling_stems(text).values()
        terms = rarest(spoken, {word: self._frequency(stem(word)) for word in spoken})
        if not terms:
            return []
        where = f" AND rowid IN (SELECT id FROM passages WHERE kb IN ({marks(kb_ids)}))" if kb_ids else ""
        rows = self._db.execute(
            f"SELECT rowid, -rank FROM words WHERE words MATCH ?{where} ORDER BY rank LIMIT ?",
            (match_any(terms), *kb_ids, limit),
        )
        return [(PassageId(passage_id), max(0.0, score)) for passage_id, score in rows]

    def _frequency(self, term: str) -> int:
        row = self._db.execute("SELECT doc FROM terms WHERE term = ?", (term,)).fetchone()
        return row[0] if row is not None else 0

    def settle(self) -> None:
        """Merges what was added in bulk, so that searches are quick."""
        self._db.execute("INSERT INTO words(words) VALUES ('optimize')")

    def close(self) -> None:
        self._db.close()


def parted(text: str) -> tuple[str, str]:
    heading, _, body = text.replace("\0", " ").partition("\n")
    return heading, body


def marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))
