"""Loads lingua's models where it is imported: in the process that the children of tests are forked off."""

from helpdesk.adapters.languages import by_letters, told_apart
from helpdesk.domain.language import codes
from helpdesk.settings import Settings

by_letters(told_apart(codes(Settings().languages)), "word")
