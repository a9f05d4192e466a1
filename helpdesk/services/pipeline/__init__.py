"""The spine of the desk: a requested draft becomes an answered one."""

from helpdesk.services.pipeline.beside import Beside
from helpdesk.services.pipeline.pipeline import Outlook, Pipeline
from helpdesk.services.pipeline.rehearsal import Rehearsal
from helpdesk.services.pipeline.steps import Steps
from helpdesk.services.pipeline.tasks import Tasks

__all__ = ["Beside", "Outlook", "Pipeline", "Rehearsal", "Steps", "Tasks"]
