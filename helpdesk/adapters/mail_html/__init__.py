"""A customer's HTML and pictures made harmless, in a process of their own."""

from helpdesk.adapters.mail_html.cleaning import MailHtml

__all__ = ["MailHtml"]
