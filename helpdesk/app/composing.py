"""What an agent writes by hand."""

from helpdesk.adapters.attached_files import LocalFiles
from helpdesk.app.parts import Parts, Publish
from helpdesk.services.changing import Changes
from helpdesk.services.composing import Attaching, Composing, Inserting, TemplateFacet, Templates
from helpdesk.services.macro_facet import MacroFacet
from helpdesk.services.retrieval import Retrieval


def written(parts: Parts, publish: Publish, retrieval: Retrieval, changes: Changes) -> Composing:
    store, clock, settings = parts.store, parts.clock, parts.settings
    attaching = Attaching(store, LocalFiles())
    inserting = Inserting(store, retrieval, settings, clock, changes)
    changes.register(MacroFacet(), TemplateFacet())
    return Composing(store, clock, publish, settings, attaching, inserting, Templates(store, settings, changes))
