"""The knowledge screen's keys."""

from helpdesk.ui.kit.shortcuts import Intent

GROUP = "Knowledge"
INTENTS = (
    Intent("search", ("/", "Ctrl+F"), "Search passages", GROUP),
    Intent("filter", ("F",), "Filter the articles", GROUP),
    Intent("import", ("Ctrl+I",), "Import a folder", GROUP),
    Intent("next", ("J", "Alt+Down"), "Next in the list", GROUP),
    Intent("previous", ("K", "Alt+Up"), "Previous in the list", GROUP),
    Intent("read", ("R", "Alt+1"), "Read the article", GROUP),
    Intent("history", ("H", "Alt+2"), "Its history", GROUP),
    Intent("edit", ("E", "Alt+3"), "Edit it", GROUP),
    Intent("impact", ("M", "Alt+4"), "What stands on it", GROUP),
    Intent("save", ("Ctrl+S",), "Save the edit", GROUP),
    Intent("base", ("B",), "Settings of the knowledge base", GROUP),
    Intent("runs", ("U",), "Import runs", GROUP),
    Intent("synonyms", ("Y",), "Synonyms", GROUP),
    Intent("back", ("Esc",), "Back to the list", GROUP),
)
