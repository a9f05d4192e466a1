"""A mail's own words: our rules find history and signature, mail-parser-reply knows many languages' confidentiality notices.

Its way with history and signatures is not used: beside ours it is right half as often, and a page of empty lines keeps it busy
for minutes (see the decision on understanding).
"""

from functools import cached_property
from re import Pattern

from mailparser_reply.constants import MAIL_LANGUAGES
from mailparser_reply.parser import EmailMessage

from helpdesk.domain.mail_history import new_words

NOTICES_WITHIN = 8_000
"""Characters at the end of a mail in which a notice is looked for."""
NO_LANGUAGE = "david"


class MailParserWords:
    def __call__(self, body: str) -> str:
        own = new_words(body)
        end = max(0, len(own) - NOTICES_WITHIN)
        told = own[:end] + self._notices.sub("", own[end:])
        return told.strip() or own

    @cached_property
    def _notices(self) -> Pattern[str]:
        known = EmailMessage(text="", languages=[code for code in MAIL_LANGUAGES if code != NO_LANGUAGE])
        pattern: Pattern[str] = known.DISCLAIMERS_REGEX
        return pattern
