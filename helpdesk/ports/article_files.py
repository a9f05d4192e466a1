"""The files behind articles, to be looked at and written back to."""

from typing import Protocol

from helpdesk.ports.knowledge import FoundFile


class ArticleFiles(Protocol):
    """Blocking: call it off the loop. `folder` is that of the base, `path` the article's within it. Every method raises
    FolderGone when the base has no folder on this disk (it came from an archive, from several places, or was moved), and
    BadInput when the path leads out of it or the system refuses."""

    def found(self, folder: str, path: str) -> FoundFile | None:
        """None: the folder has no such file."""
        ...

    def text(self, file: FoundFile) -> str:
        """As an editor shows it."""
        ...

    def spelled(self, path: str, source: str, over: FoundFile | None) -> FoundFile:
        """The text as the file would hold it: with the encoding, mark and line ends of `over`, its unchanged lines byte for
        byte. Raises BadInput for a character that encoding lacks."""
        ...

    def write(self, folder: str, file: FoundFile, over: FoundFile | None) -> None:
        """Puts the file in place of `over`, whole or not at all, with its permissions. Raises FileMoved when something else
        lies there by now, DiskFull."""
        ...
