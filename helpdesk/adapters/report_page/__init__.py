"""Numbers as HTML files that need nothing but themselves: the report card of a trial, and what Insights shows."""

from helpdesk.adapters.report_page.page import HtmlReport
from helpdesk.adapters.report_page.sheets import HtmlSheets

__all__ = ["HtmlReport", "HtmlSheets"]
