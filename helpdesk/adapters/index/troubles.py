"""Whatever goes wrong inside the index, told in the desk's own words."""

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from helpdesk.adapters.index.manifest import OtherVersion
from helpdesk.adapters.index.signatures import Damage
from helpdesk.domain.errors import DiskFull, EmbedderUnusable, HelpdeskError, IndexStale, ReadOnly

FULL = ("disk is full", "no space left", "disk full")
CLOSED = ("readonly database", "read-only file system", "permission denied")


def told(error: BaseException, folder: Path) -> HelpdeskError:
    """DiskFull, ReadOnly or IndexStale; what is told already stays. A Rust panic arrives here as a BaseException."""
    if isinstance(error, IndexStale | EmbedderUnusable | DiskFull | ReadOnly):
        return error
    if isinstance(error, Damage):
        return IndexStale(error.detail)
    words = str(error).lower()
    code = getattr(error, "errno", None)
    if code in (errno.ENOSPC, errno.EDQUOT) or any(sign in words for sign in FULL):
        return DiskFull(folder)
    if code in (errno.EROFS, errno.EACCES, errno.EPERM) or any(sign in words for sign in CLOSED):
        return ReadOnly(folder)
    first = (str(error).strip() or "no details").splitlines()[0][:200]
    return IndexStale(f"the index failed ({type(error).__name__}: {first})")


@contextmanager
def telling(folder: Path, then: Callable[[HelpdeskError], None]) -> Iterator[None]:
    """Lets out only what `told` knows, after `then` has heard it. An epoch of another version is no trouble of its own."""
    try:
        yield
    except EmbedderUnusable:
        raise
    except OtherVersion:
        raise IndexStale("the index was made by another version of this program") from None
    except BaseException as error:  # noqa: BLE001 - Chroma's Rust panics are BaseExceptions
        trouble = told(error, folder)
        then(trouble)
        raise trouble from None


def detail_of(trouble: HelpdeskError) -> str:
    if isinstance(trouble, IndexStale):
        return trouble.detail
    if isinstance(trouble, DiskFull):
        return "the disk is full"
    return "its folder cannot be written" if isinstance(trouble, ReadOnly) else "it could not be used"
