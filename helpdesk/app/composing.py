"""What an agent writes by hand."""

from helpdesk.adapters.attached_files import LocalFiles
from helpdesk.app.parts import Parts, Publish
from helpdesk.services.changing import Changes
from helpdesk.services.composing import TEMPLATE_FACET, Attaching, Composing, Inserting, Templates
from helpdesk.services.macros import MACRO_FACET
from helpdesk.services.retrieval import Retrieval


def written(parts: Parts, publish: Publish, retrieval: Retrieval, changes: Changes) -> Composing:
    store, clock, settings = parts.store, parts.clock, parts.settings
    attaching = Attaching(store, LocalFiles())
    inserting = Inserting(store, retrieval, settings, clock, changes)
    changes.register(MACRO_FACET, TEMPLATE_FACET)
    return Composing(store, clock, publish, settings, attaching, inserting, Templates(store, settings, changes))
