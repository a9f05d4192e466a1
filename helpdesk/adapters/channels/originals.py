"""The mail behind a message, as it came: its HTML. Parsed again when somebody wants to see it, in the worker."""

from helpdesk.adapters.channels.mail_files import parsed
from helpdesk.adapters.channels.mail_parts import UNREADABLE, html_of
from helpdesk.adapters.processes import WorkerLate, WorkerLost, WorkerProcess
from helpdesk.domain.errors import NotShown

SECONDS = 5.0


class OriginalMails:
    """Plays OriginalReader in a worker that somebody else ends."""

    def __init__(self, worker: WorkerProcess) -> None:
        self._worker = worker

    async def html(self, raw: bytes) -> str:
        try:
            return await self._worker.call(html_in, raw, seconds=SECONDS)
        except WorkerLate as late:
            raise NotShown("HTML", f"taking the mail apart took longer than {late.seconds:.0f} seconds") from late
        except WorkerLost as lost:
            raise NotShown("HTML", f"taking the mail apart failed ({lost.detail})") from lost
        except UNREADABLE as error:
            raise NotShown("HTML", f"the mail could not be taken apart ({type(error).__name__})") from error


def html_in(raw: bytes) -> str:
    return html_of(parsed(raw))
