"""Files that were moved and edited: whose article a new file is."""

from collections import defaultdict
from collections.abc import Mapping

LEAST_SHARED = 0.5
"""Share of its lines, by length, that a file has in common with the article it was."""

COMMON = 20
"""A line that more articles have than this says nothing about which of them it is from."""

MOST_GONE = 2_000
"""With more articles gone than this the knowledge was replaced, not moved, and comparing lines would tell little."""


class Moved:
    """The lines of articles whose files are gone. `sources` is path → text."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        self._owners: defaultdict[int, list[str]] = defaultdict(list)
        self._weight: dict[str, int] = {}
        for path, source in sources.items():
            lines = telling(source)
            self._weight[path] = sum(lines.values())
            for line in lines:
                self._owners[line].append(path)

    def claim(self, source: str) -> str | None:
        """The path whose article this text most likely is; it is not given away again."""
        if not self._weight:
            return None
        lines = telling(source)
        shared: defaultdict[str, int] = defaultdict(int)
        for line, weight in lines.items():
            owners = self._owners.get(line, ())
            for path in owners if len(owners) <= COMMON else ():
                shared[path] += weight
        own = sum(lines.values())
        likely = {p: s / max(own, self._weight[p], 1) for p, s in shared.items() if p in self._weight}
        best = max(likely, key=lambda path: (likely[path], path), default=None)
        if best is None or likely[best] < LEAST_SHARED:
            return None
        del self._weight[best]
        return best


def telling(source: str) -> dict[int, int]:
    """A number for each different line with words in it → its length."""
    stripped = (line.strip() for line in source.splitlines())
    return {hash(line): len(line) for line in stripped if any(letter.isalnum() for letter in line)}
