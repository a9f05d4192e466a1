"""Reads the files an agent attaches."""

import asyncio
import errno
import mimetypes
import os
import stat
from pathlib import Path

from helpdesk.domain.composing import shown_name
from helpdesk.domain.conversation import Attachment
from helpdesk.domain.errors import BadInput

_KNOWN = mimetypes.MimeTypes(filenames=())
_ANY = "application/octet-stream"
_WORDS = {errno.ENOENT: "it is not there any more", errno.EACCES: "it may not be read", errno.EISDIR: "it is a folder"}


class LocalFiles:
    """A file is what lies there now; a pipe, a device or a folder is not one."""

    async def read(self, path: Path, most: int) -> Attachment:
        content = await asyncio.to_thread(_content, path, most)
        name = shown_name(path.name)
        return Attachment(name, _KNOWN.guess_type(name)[0] or _ANY, content)


def _content(path: Path, most: int) -> bytes:
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with open(handle, "rb") as file:  # noqa: PTH123 - never waits for a pipe's other end
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise BadInput(path.name, 0, "it is a folder or a device, not a file")
            return file.read(most + 1)
    except OSError as error:
        raise BadInput(path.name, 0, _WORDS.get(error.errno or 0, error.strerror or str(error))) from error
