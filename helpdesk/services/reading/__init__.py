"""What was sent to the desk, looked at safely: originals, HTML, attachments, mentions."""

from helpdesk.services.reading.reading import AttachmentLook, Original, Reading

__all__ = ["AttachmentLook", "Original", "Reading"]
