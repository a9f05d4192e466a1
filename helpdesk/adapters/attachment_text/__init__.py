"""The words of files somebody sent, read in a process of their own under limits of time and memory."""

from helpdesk.adapters.attachment_text.reader import AttachmentFiles

__all__ = ["AttachmentFiles"]
