"""The desk in a terminal: the same services as the window, without Qt.

Results go to stdout, progress and errors to stderr. Exit 0: done; 1: the thing asked for failed; 2: wrong use.
"""

from helpdesk.cli.commands import app, main
from helpdesk.cli.desktop import without_display

__all__ = ["app", "main", "without_display"]
