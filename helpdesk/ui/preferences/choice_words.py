"""What the choices of the settings are called; their values stand in the settings file and are the same in every language."""

from collections.abc import Mapping

from helpdesk.ui.language import Words, mark

CHOICES: Mapping[str, str] = Words(
    {
        "auto": mark("Automatic"),
        "excerpts": mark("Quotations only"),
        "ollama": mark("Local model"),
        "neutral": mark("Neutral"),
        "friendly": mark("Friendly"),
        "formal": mark("Formal"),
        "system": mark("As the system"),
        "light": mark("Light"),
        "dark": mark("Dark"),
        "normal": mark("Ordinary"),
        "high": mark("High contrast"),
        "comfortable": mark("Comfortable"),
        "compact": mark("Compact"),
        "refund": mark("Refund"),
        "cancellation": mark("Cancellation"),
        "complaint": mark("Complaint"),
        "privacy": mark("Privacy"),
        "wants-person": mark("Wants a person"),
        "urgent": mark("Urgent"),
        "overdue": mark("A promise that is missed"),
        "mentions": mark("Your name in a note"),
        "drafts": mark("A draft you asked for"),
        "replies": mark("A reply that was not sent"),
        "rules": mark("What rules tell you"),
        "next": mark("Open the next ticket"),
        "stay": mark("Stay at the ticket"),
        "never": mark("Never"),
        "replies that solve": mark("With replies that solve"),
        "every reply": mark("With every reply"),
        "a mail of its own": mark("By a mail of its own"),
    }
)
OWN_NAMES = {"en": "English", "de": "Deutsch"}
"""A language is called as those call it who speak it."""


def choice_words(choice: str) -> str:
    return OWN_NAMES.get(choice) or CHOICES.get(choice, choice)
