"""What customers sent, to be looked at."""

from contextlib import AsyncExitStack

from helpdesk.adapters.channels.originals import OriginalMails
from helpdesk.adapters.mail_html import MailHtml
from helpdesk.adapters.mail_html.cleaning import WORKER_MEGABYTES
from helpdesk.adapters.processes import WorkerProcess
from helpdesk.adapters.saved_files import SavedFiles
from helpdesk.app.parts import Parts, Publish
from helpdesk.services.reading import Reading


def read_on_screen(parts: Parts, publish: Publish, stack: AsyncExitStack) -> Reading:
    worker = WorkerProcess("viewer", memory_mb=WORKER_MEGABYTES)
    stack.push_async_callback(worker.aclose)
    tools = (OriginalMails(worker), MailHtml(worker), SavedFiles())
    return Reading(parts.store, publish, parts.settings.agent_name, *tools)
