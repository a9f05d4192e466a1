"""What a customer's message asks for, each question on its own."""

import re

from helpdesk.domain.markup import clean, untagged
from helpdesk.domain.sentences import sentences
from helpdesk.domain.terms import words
from helpdesk.domain.words import content

MOST_ASKS = 5
LONGEST_ASK = 700
ENOUGH_WORDS = 4
"""Meaningful words by which a question can be understood alone."""

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
_NO_REPLY = re.compile(
    r"\bno (?:need|reason) to (?:reply|answer|respond)\b|\bno (?:reply|answer|response)(?: is)? (?:needed|necessary|required)\b"
    r"|\b(?:i am|i'm|am) (?:currently |away |and )*out of (?:the )?office\b|\bkeine antwort (?:nötig|erforderlich)"
    r"|\bich bin (?:derzeit |bis )?.{0,30}nicht im büro",
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
_POINT = re.compile(r"^\s*\d{1,2}[.)]\s+(.+(?:\n(?!\s*\d{1,2}[.)]\s|\s*\n).+)*)", re.M)
_FRAME = re.compile(
    r"\b(?:how (?:long|many|often|soon|far|old|big|quick(?:ly)?|fast)|(?:is|would) it (?:be )?possible(?: to| that| for)?"
    r"|(?:am|are|is|be|was|were) \w+ ?(?:able|allowed) to|what (?:happens|does it mean)|tell me|let me know"
    r"|(?:is|are) there (?:a |any )?ways? (?:to|of)|what(?: is|'s) the (?:best )?way (?:to|of)"
    r"|(?:would|'d) like(?: to)?|i(?: a|')?m wondering|kindly|advise)\b",
    re.I,
)
_CODE = re.compile(r"\b[A-Z]{1,4}-?\d{1,4}\b")
_LASTING = re.compile(r"\bhow long\b.*\b(takes?|taking|took)\b", re.I | re.S)
FULLY_TOLD = 10
"""Meaningful words by which an ask hardly leans on the message around it any more."""
_POINTING = frozenset(
    ["it", "this", "that", "these", "those", "they", "he", "she", "es", "das", "dies", "ça", "cela", "eso", "esto"]
)


def own_words(message: str) -> str:
    """The message without quoted history, greeting line, signature and markup nobody sees."""
    kept: list[str] = []
    for line in clean(untagged(message)).split("\n"):
        if kept and _SIGNATURE.match(line.strip()):
            break
        if not _QUOTED.match(line) and not _COURTESY.match(line.strip()):
            kept.append(line)
    return "\n".join(kept).strip()


def asks_in(message: str, subject: str = "") -> tuple[str, ...]:
    """The questions of a message in its order, at most MOST_ASKS; a message without any is one ask as a whole. A question that
    means little by itself brings what stands before it. Empty when the message asks for nothing (thanks, a greeting)."""
    said = own_words(message)
    if asks_nothing(said):
        return asks_in(subject) if subject and not said else ()
    if numbered := _numbered(said):
        return numbered
    told = [" ".join(s.split()) for s in sentences(said)]
    found = [_in_context(told, at, subject) for at, sentence in enumerate(told) if _is_question(sentence)]
    if not found:
        return (" ".join(said.split())[:LONGEST_ASK],)
    return tuple(dict.fromkeys(ask[-LONGEST_ASK:] for ask in found))[:MOST_ASKS]


def question_of(ask: str) -> str:
    """The question itself, without what an ask brings along to be understood."""
    return sentences(unsigned(ask))[-1] if ask.strip() else ask


def unsigned(ask: str) -> str:
    """Without thanks and a name at the end, which were no line of their own; as it is when nothing would be left."""
    said = sentences(ask)
    kept = len(said)
    while kept and _SIGNATURE.match(said[kept - 1].strip()):
        kept -= 1
    return " ".join(said[:kept]) or ask


def unframed(question: str) -> str:
    """The question without the words that only make it one ("how long does ... take"): what is left is what it is about. As it
    is when nothing would be left."""
    bare = _FRAME.sub(" ", question)
    if match := _LASTING.search(question):
        bare = bare.replace(match[1], " ")
    return bare if content(bare) else question


def asks_outright(ask: str) -> bool:
    """Whether it is put as a question or a wish, not only told."""
    return any(_is_question(sentence) for sentence in sentences(ask))


def codes(message: str) -> str:
    """The error codes and model names a message gives ("E-17"): however it asks, it is about them."""
    return " ".join(dict.fromkeys(_CODE.findall(message)))


def leaning(ask: str) -> float:
    """How far an ask is understood by the message around it rather than by itself, in [0, 1]: 1 when it says nothing."""
    return max(0.0, 1 - len(set(content(unframed(ask)))) / FULLY_TOLD)


def asks_nothing(message: str) -> bool:
    """No words that could be answered: empty, a greeting, or thanks without a trouble or a question."""
    if len(content(message)) == 0:
        return True
    if "?" in message or _WISH.search(message):
        return False
    if _NO_REPLY.search(message):
        return True
    return bool(_THANKS.search(message)) and not _PROBLEM.search(message) and len(content(message)) <= 12


def _numbered(said: str) -> tuple[str, ...]:
    """The points of a message that is a numbered list, when there are at least two."""
    points = [" ".join(match[1].split())[:LONGEST_ASK] for match in _POINT.finditer(said)]
    telling = [point for point in points if content(point)]
    return tuple(dict.fromkeys(telling))[:MOST_ASKS] if len(telling) > 1 else ()


def _is_question(sentence: str) -> bool:
    if sentence.rstrip("\"'\u201d)* ").endswith(("?", "\uff1f")):
        return bool(words(sentence))
    said = words(sentence)
    if len(said) < 3:
        return False
    if said[:2] in (["do", "not"], ["do", "never"]) or said[:3] == ["don", "t"]:
        return bool(_WISH.search(sentence))
    return (said[0] in _OPENERS and len(said) <= 30 and not sentence.endswith((":", ","))) or bool(_WISH.search(sentence))


def _in_context(told: list[str], at: int, subject: str) -> str:
    """The question with up to two sentences before it, then with the subject, until it says enough."""
    ask = told[at]
    for before in reversed(told[max(0, at - 2) : at]):
        if not _leans_back(ask, before):
            break
        ask = f"{before} {ask}"
    return f"{subject.rstrip('.?! ')}. {ask}" if subject and len(content(ask)) < ENOUGH_WORDS else ask


def _leans_back(ask: str, before: str) -> bool:
    """Whether it only makes sense after the sentence before it."""
    telling = len(content(ask))
    points = any(w in _POINTING for w in words(ask))
    return telling < ENOUGH_WORDS and (points or (telling < ENOUGH_WORDS - 1 and not _is_question(before)))
