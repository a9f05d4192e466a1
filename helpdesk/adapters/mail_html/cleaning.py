"""HTML mail into what the safe viewer takes: trimmed to size, then through nh3. Runs in the worker."""

import re

import nh3

from helpdesk.adapters.mail_html.pictures import reencoded
from helpdesk.adapters.mail_html.trimming import trimmed
from helpdesk.adapters.processes import WorkerLate, WorkerLost, WorkerProcess
from helpdesk.domain.errors import NotShown
from helpdesk.domain.safe_html import DROPPED_WHOLE, MOST_SPANNED, SCHEMES, TAGS, SafeHtml
from helpdesk.ports.reading import Picture

SECONDS = 5.0
SPANS = frozenset({"colspan", "rowspan"})
ATTRIBUTES = {"a": {"href"}, "td": set(SPANS), "th": set(SPANS)}
WORKER_MEGABYTES = 512
_WHOLE_ADDRESS = re.compile(r"https?://[^\s/\\?#]|mailto:[^\s]", re.I)


class MailHtml:
    """Plays Harmless. `aclose` ends the worker."""

    def __init__(self, worker: WorkerProcess | None = None) -> None:
        self._worker = worker or WorkerProcess("viewer", memory_mb=WORKER_MEGABYTES)

    async def html(self, source: str) -> SafeHtml:
        try:
            return await self._worker.call(safe_html, source, seconds=SECONDS)
        except WorkerLate as late:
            raise NotShown("HTML", f"making it harmless took longer than {late.seconds:.0f} seconds") from late
        except WorkerLost as lost:
            raise NotShown("HTML", f"it needs more than {WORKER_MEGABYTES} MB or broke its reader") from lost
        except (ValueError, RuntimeError, MemoryError) as error:
            raise NotShown("HTML", f"it could not be taken apart ({type(error).__name__})") from error

    async def picture(self, content: bytes) -> Picture | None:
        try:
            return await self._worker.call(reencoded, content, seconds=SECONDS)
        except (WorkerLate, WorkerLost):
            return None

    async def aclose(self) -> None:
        await self._worker.aclose()


def safe_html(source: str) -> SafeHtml:
    """What survives has only the tags, attributes and schemes of the policy; no address of it is relative."""
    small = trimmed(source)
    return SafeHtml(cleaned(small.markup), small.cut, small.simplified)


def cleaned(markup: str) -> str:
    return nh3.clean(
        markup,
        tags=set(TAGS),
        clean_content_tags=set(DROPPED_WHOLE),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        attribute_filter=_attribute,
        url_schemes=set(SCHEMES),
        url_relative="deny",
        link_rel=None,
        strip_comments=True,
    )


def _attribute(_: str, name: str, value: str) -> str | None:
    if name == "href":
        return value if _WHOLE_ADDRESS.match(value) else None
    spanned = value.strip()
    return spanned if spanned.isascii() and spanned.isdigit() and 1 <= int(spanned[:6]) <= MOST_SPANNED else None
