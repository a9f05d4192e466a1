"""The knowledge screen's keys."""

from helpdesk.ui.kit.shortcuts import Intent
from helpdesk.ui.language import mark

GROUP = mark("Knowledge")
INTENTS = (
    Intent("search", ("/", "Ctrl+F"), mark("Search passages"), GROUP),
    Intent("filter", ("F",), mark("Filter the articles"), GROUP),
    Intent("import", ("Ctrl+I",), mark("Import a folder"), GROUP),
    Intent("next", ("J", "Alt+Down"), mark("Next in the list"), GROUP),
    Intent("previous", ("K", "Alt+Up"), mark("Previous in the list"), GROUP),
    Intent("read", ("R", "Alt+1"), mark("Read the article"), GROUP),
    Intent("history", ("H", "Alt+2"), mark("Its history"), GROUP),
    Intent("edit", ("E", "Alt+3"), mark("Edit it"), GROUP),
    Intent("impact", ("M", "Alt+4"), mark("What stands on it"), GROUP),
    Intent("save", ("Ctrl+S",), mark("Save the edit"), GROUP),
    Intent("base", ("B",), mark("Settings of the knowledge base"), GROUP),
    Intent("runs", ("U",), mark("Import runs"), GROUP),
    Intent("synonyms", ("Y",), mark("Synonyms"), GROUP),
    Intent("back", ("Esc",), mark("Back to the list"), GROUP),
)
