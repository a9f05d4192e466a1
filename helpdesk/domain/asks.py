"""What a customer's message asks for, each question on its own."""

import re

from helpdesk.domain.markup import clean
from helpdesk.domain.sentences import sentences
from helpdesk.domain.terms import words
from helpdesk.domain.words import content

MOST_ASKS = 5
LONGEST_ASK = 700

_OPENERS = frozenset(
    words(
        """how what when where why which who whose whom can could do does did is are was were will would should shall may am
        has have
    wie was wann wo warum wieso welche welcher welches wer kann können könnte könnten gibt darf muss ist sind
    comment pourquoi quand où quel quelle quels quelles puis peut pouvez est faut combien
    cómo como qué que cuándo cuando dónde donde cuál cuánto cuánta cuántos puedo puede pueden hay es
    come perché quando dove quale quanto posso può hoe waarom wanneer waar welke kan jak dlaczego kiedy gdzie czy"""
    )
)
_WISH = re.compile(
    r"\b(how (?:do|can|to|should|long|much|many)|(?:i|we)(?:'d| would) like (?:to|a|you)|tell me|let me know|could you"
    r"|can you|please (?:help|send|tell|explain|advise|confirm|cancel|change|reset)"
    r"|ich möchte|ich würde gerne|bitte (?:um|senden|helfen|erklären)|je voudrais|je souhaite|pouvez-vous|quisiera|me gustaría"
    r"|necesito|vorrei)\b",
    re.I,
)
_COURTESY = re.compile(
    r"^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|hallo|guten (?:tag|morgen|abend)|sehr geehrte\w*"
    r"|bonjour|hola"
    r"|buenos d[ií]as|ciao|liebe\w*)\b[^.?!\n]{0,40}[,!.]?\s*$",
    re.I,
)
_THANKS = re.compile(
    r"\b(thanks?|thank you|thx|cheers|works? (?:now|again|fine|perfectly)|solved|resolved|sorted|danke|vielen dank"
    r"|funktioniert (?:jetzt|wieder)"
    r"|merci|ça marche|gracias|ya funciona|grazie|obrigad[oa]|dank je)\b",
    re.I,
)
_PROBLEM = re.compile(
    r"\b(not|n't|won't|cannot|can't|never|error|fail\w*|problem\w*|issue\w*|broken|missing|wrong|stuck|still|unable|lost"
    r"|help|but|however"
    r"|nicht|kein\w*|fehler|kaputt|aber|ne \w+ pas|erreur|problème|no funciona|error|ayuda|falla|pero)\b",
    re.I,
)
_SIGNATURE = re.compile(
    r"^(?:--\s*$|(?:best|kind|warm)?\s*regards\b|cheers,?$|mit freundlichen grüßen|cordialement|saludos\b|sent from my )"
    r"|^(?:(?:many |kind )?thanks|thank you|thx|cheers|danke|vielen dank|merci|gracias"
    r"|grazie)(?: in advance)?[,.!]*(?: [\w.-]+){0,2}[.!]*$",
    re.I,
)
_QUOTED = re.compile(r"^\s*>|^On .{5,80} wrote:\s*$|^Am .{5,80} schrieb .*:\s*$|^-{2,}\s*(?:Original|Forwarded)", re.I)
_POINTING = frozenset(
    ["it", "this", "that", "these", "those", "they", "he", "she", "es", "das", "dies", "ça", "cela", "eso", "esto"]
)


def own_words(message: str) -> str:
    """The message without quoted history, greeting line and signature."""
    kept: list[str] = []
    for line in clean(message).split("\n"):
        if kept and _SIGNATURE.match(line.strip()):
            break
        if not _QUOTED.match(line) and not _COURTESY.match(line.strip()):
            kept.append(line)
    return "\n".join(kept).strip()


def asks_in(message: str, subject: str = "") -> tuple[str, ...]:
    """The questions of a message in its order, at most MOST_ASKS; a message without any is one ask as a whole. Empty when it
    asks
    for nothing (thanks, a greeting, no words)."""
    said = own_words(message)
    if asks_nothing(said):
        return asks_in(subject) if subject and not said else ()
    found: list[str] = []
    previous = ""
    for sentence in (" ".join(s.split()) for s in sentences(said)):
        if _is_question(sentence):
            found.append(f"{previous} {sentence}" if previous and _leans_back(sentence) else sentence)
        previous = sentence
    if not found:
        return (" ".join(said.split())[:LONGEST_ASK],)
    return tuple(dict.fromkeys(ask[:LONGEST_ASK] for ask in found))[:MOST_ASKS]


def asks_nothing(message: str) -> bool:
    """No words that could be answered: empty, a greeting, or thanks without a trouble or a question."""
    if len(content(message)) == 0:
        return True
    if "?" in message or _WISH.search(message):
        return False
    return bool(_THANKS.search(message)) and not _PROBLEM.search(message) and len(content(message)) <= 12


def _is_question(sentence: str) -> bool:
    if sentence.rstrip("\"'\u201d)* ").endswith(("?", "\uff1f")):
        return len(content(sentence)) > 0
    said = words(sentence)
    if len(said) < 3:
        return False
    return (said[0] in _OPENERS and len(said) <= 30 and not sentence.endswith((":", ","))) or bool(_WISH.search(sentence))


def _leans_back(sentence: str) -> bool:
    """A question that only makes sense after the sentence before it."""
    said = words(sentence)
    telling = len(content(sentence))
    return telling == 0 or (telling < 4 and any(w in _POINTING for w in said))
