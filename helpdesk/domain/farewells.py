"""How people close a letter, in the languages the desk writes."""

import re

_CLOSING = re.compile(
    r"^(?:(?:kind|best|warm|many)?\s*(?:regards|wishes)|best|cheers|sincerely|yours(?: \w+)?|many thanks|thanks(?: (?:and|a lot"
    r"|again).*)?|thank you(?: (?:very much|so much|again|in advance))?"
    r"|take care|all the best|mit (?:freundlichen|besten|lieben) grüßen|(?:viele|beste|liebe"
    r"|schöne|herzliche|freundliche) grüße|mfg|vg|lg|cordialement|bien (?:à vous|cordialement)|(?:meilleures )?salutations"
    r"|saludos(?: cordiales)?|un saludo|atentamente|cordiali saluti|distinti saluti|saluti|met vriendelijke groet(?:en)?"
    r"|groet(?:en|jes)?|atenciosamente|abraços|med vänlig hälsning|pozdrawiam|z poważaniem)\s*[,.!]?\s*$",
    re.I,
)


def closes(line: str) -> bool:
    """Whether the line is nothing but a closing."""
    return _CLOSING.match(line.strip()) is not None
