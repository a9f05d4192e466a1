"""Plays AttachmentReader: a worker takes one file at a time; a file that kills it or takes too long has no words."""

from helpdesk.adapters.attachment_text.formats import FORMATS, words_of
from helpdesk.adapters.processes import WorkerLate, WorkerLost, WorkerProcess
from helpdesk.ports.attachment_reader import FileWords

SECONDS = 10.0
MEGABYTES = 512
LARGEST = 20_000_000
"""Bytes of a file that is looked into."""


class AttachmentFiles:
    def __init__(self, worker: WorkerProcess | None = None) -> None:
        self._worker = worker or WorkerProcess("attachments", memory_mb=MEGABYTES)

    async def aclose(self) -> None:
        await self._worker.aclose()

    async def words(self, name: str, media_type: str, content: bytes) -> FileWords:
        kind = kind_of(name, media_type)
        if kind not in FORMATS:
            return FileWords("", "its kind has no words the desk can read")
        if len(content) > LARGEST:
            return FileWords("", f"it has more than {LARGEST // 1_000_000} MB")
        try:
            return FileWords(await self._worker.call(words_of, kind, content, seconds=SECONDS))
        except WorkerLate:
            return FileWords("", f"reading it took more than {SECONDS:.0f} seconds")
        except WorkerLost as lost:
            return FileWords("", f"reading it failed ({lost.detail})")
        except Exception as error:  # noqa: BLE001 - whatever a parser makes of a hostile file
            return FileWords("", f"it cannot be read ({type(error).__name__})")


def kind_of(name: str, media_type: str) -> str:
    """By the end of its name; else by what its sender called it."""
    end = name.rpartition(".")[2].casefold()
    return end if end in FORMATS else MEDIA_TYPES.get(media_type.partition(";")[0].strip().casefold(), "")


MEDIA_TYPES = {
    "text/plain": "txt",
    "text/csv": "csv",
    "text/markdown": "md",
    "text/html": "html",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}
