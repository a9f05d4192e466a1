"""Ratios against the bare thing in the same run: machines differ and are shared, ratios hold."""

import os

from helpdesk.domain.quiet import QUIET

os.environ.update(QUIET)
"""Before any vendor is imported: a child process imports the measuring module first, and would keep what numpy then found."""
