"""The intents a desk begins with, as they are called in the window. They are kept by their English names, as those an admin
adds are by the names that were typed."""

from collections.abc import Mapping

from helpdesk.ui.language import Words, mark

INTENTS: Mapping[str, str] = Words(
    {
        "billing": mark("billing"),
        "refund": mark("refund"),
        "cancellation": mark("cancellation"),
        "order": mark("order"),
        "delivery": mark("delivery"),
        "return": mark("return"),
        "technical problem": mark("technical problem"),
        "how-to": mark("how-to"),
        "account access": mark("account access"),
        "complaint": mark("complaint"),
        "legal": mark("legal"),
        "privacy": mark("privacy"),
        "security": mark("security"),
        "feature request": mark("feature request"),
        "praise": mark("praise"),
        "business": mark("business"),
    }
)


def intent_words(name: str) -> str:
    return INTENTS.get(name, name)
