"""Where knowledge comes from: a folder, a single file, a zip archive. Nothing outside the named place is ever opened."""

import stat
from pathlib import Path

from helpdesk.adapters.knowledge_sources.archive import ZipSource
from helpdesk.adapters.knowledge_sources.files import FileSource
from helpdesk.adapters.knowledge_sources.folder import FolderSource
from helpdesk.adapters.knowledge_sources.limits import LIMITS, Limits, is_markdown
from helpdesk.domain.errors import BadInput
from helpdesk.ports.knowledge import KnowledgeSource


def knowledge_source(path: Path, limits: Limits = LIMITS) -> KnowledgeSource:
    """The source that fits what lies there. Raises BadInput when nothing usable does."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError as error:
        raise BadInput(str(path), 0, "there is nothing with this name: check the path") from error
    except OSError as error:
        raise BadInput(str(path), 0, f"cannot be opened ({error.strerror}): check its permissions") from error
    if stat.S_ISDIR(mode):
        return FolderSource(path, limits)
    if not stat.S_ISREG(mode):
        raise BadInput(str(path), 0, "is neither a folder nor a file: name a folder, a markdown file or a .zip")
    if is_markdown(path.name):
        return FileSource(path, limits)
    if path.suffix.lower() == ".zip":
        return ZipSource(path, limits)
    raise BadInput(str(path), 0, "is not markdown: name a folder, a file ending in .md, .mdx or .markdown, or a .zip of them")
