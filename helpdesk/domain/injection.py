"""Words that speak to the program instead of to the desk.

A score, not a verdict: it raises a flag and keeps a draft from going out by itself; nobody's message is ever blocked. Orders
that use innocent words cannot be seen here; the output filter meets them when a draft obeys.
"""

import base64
import re
import unicodedata
from dataclasses import dataclass

from helpdesk.domain.markup import clean

ENOUGH = 1.0
"""Score from which a text counts as an attempt."""

LONGEST = 20_000
_FORGET = (
    r"ignor\w*|disregard\w*|forget|override|bypass|neglect|discard|drop|stop|abandon|skip|vergiss|vergesst"
    r"|vergessen sie|missachte\w*|übergeh\w*|abweichend|irrelevant|oublie[zr]?|olvid[ae]\w*|dimentica\w*|esquec\w+"
    r"|negeer|vergeet|zignoruj|zapomnij|zaboravi\w*|glem|glöm"
    r"|игнорируй|забудь|忽略|忘记"
)
_TOLD = (
    r"(?:instructions?|prompts?|rules?|guidelines|directions?|orders?|tasks?|commands?|assignments?|constraints"
    r"|anweisung\w*|aufgaben?|aufträge|befehle?|regeln|vorgaben|instruktion\w*|instrukcij\w*|informationen"
    r"|ausführungen|instrucciones|órdenes|reglas|consignes|directives|règles|istruzioni|regole|instruções|regras"
    r"|instructies|opdrachten|instrukcj\w*|polece\w*|instruktioner|инструкции|указания|指令|指示|提示)"
)
_ALL = (
    r"(?:previous|prior|above|all|any|your|earlier|preceding|before\w*|system|everything|past|former|vorherig\w*"
    r"|vorigen?|vorangegangen\w*|bisherig\w*|obigen?|davor|alle[sn]?|ganze|précédent\w*|toutes?|tout|anterior\w*"
    r"|tod[oa]s?|precedent\w*|tutt[ei]|vorige|eerdere|alle|wszystki\w*|poprzedni\w*|предыдущие|все|之前|所有)"
)
_SPEAKER = (
    r"(?:ai|assistant|bot|chat ?bot|language model|llm|gpt|chatgpt|model|agent|drafting system|drafter|writer|ki"
    r"|assistent|asistente|assistente|ia)"
)
_REPLY = "reply|response|answer|draft|output"

_ORDERS: tuple[tuple[float, str, str], ...] = (
    (1.0, _FORGET, rf"\b@\b.{{0,40}}\b{_ALL}\b.{{0,40}}\b{_TOLD}"),
    (
        1.0,
        _FORGET,
        r"\b@\b.{0,25}\b(?:everything|all|alles|alle|tout|todo|tutto|anything)\b.{0,25}\b(?:before"
        r"|above|previously|prior|said|told|discussed|davor|vorher|zuvor|bisher|and|und|now|jetzt|said|just)\b",
    ),
    (
        1.0,
        _FORGET,
        rf"\b@\b[^.?\n]{{0,20}}\b(?:(?:all|alle) )?{_TOLD}\b.{{0,20}}\b(?:before|above|previous|and|now"
        r"|davor|vorher|zuvor)",
    ),
    (1.0, "vergiss|vergessen sie|vergesst", r"\b@ (?:alles|alle|jetzt|nun|bitte alles|all)\b"),
    (1.0, "忽略", r"@.{0,10}(?:指令|指示|提示)"),
    (1.0, "prompt", r"\bsystem ?-?@\b"),
    (
        1.0,
        "prompt|instructions?",
        r"\b(?:initial|original|hidden|secret|full|first|internal|entire|complete) (?:system )?@\b"
        r"(?! (?:manual|sheet|book|for use))",
    ),
    (
        1.0,
        r"prompts?|prompts?[_ ]?te?x?t\w*|instructions|rules|guidelines|directives|prompttexte?|anweisungen|access code"
        r"|password|passphrase",
        r"\b(?:reveal|print|repeat|show|output|recite|leak|disclose|tell me|give me|list|display|summari[sz]e"
        r"|translate|convert|write (?:down|out)?|encode|format|rephrase|reformat|rewrite|explain|describe|rap about"
        r"|spell|zeige?|gib|nenne|wiederhole)\b.{0,60}\b(?:your|the|prior|previous|deine?|above|all|these|those"
        r"|preceding|following|my)\b.{0,30}\b(?:(?:prompt|system|initial|prior|previous|above|your|security"
        r"|secret|original)(?:[ -]\w+){0,2} )?@\b.{0,40}(?:$|[.,!?:\"'\n]"
        r"|\b(?:above|verbatim|word|as|in|to me|so far|including|you|exactly|please|without|with|before|and|but"
        r"|then)\b)",
    ),
    (
        1.0,
        "repeat|recite|print|output|write|copy|echo|say|return|spell|convert|translate|put|show|list|tell",
        r"\b@\b.{0,60}\b(?:everything|words?|text|sentences?|lines?|paragraphs?|content|messages?|code ?block"
        r"|all)\b.{0,30}\b(?:above|preceding|so far|up to (?:here|this|now)|(?:before|prior|previously)(?=\W*$|[.!?]"
        r"| (?:this|that|the|my|now)\b))\b",
    ),
    (
        1.0,
        r"instructions|system prompt|prompt|rules|directives|prompt[_ ]te?x?ts?",
        r"\b(?:what (?:are|were|is|was)|whats|tell me) (?:all )?(?:of )?(?:your|the|you) (?:\w+ ){0,3}@\b",
    ),
    (
        1.0,
        "before|above|prior to",
        r"\b(?:what (?:was|is|were)|what's) (?:\w+ ){0,4}@ (?:this|the (?:text|sentence|prompt|message)|that)\b",
    ),
    (
        1.0,
        "you are|you're|du bist|sie sind|tu es|eres|sei",
        r"\b@ (?:now|no longer|jetzt|nun|nicht mehr|ab jetzt|ahora|maintenant|not (?:a|an) (?:ai|support))\b",
    ),
    (
        1.0,
        "act|behave|pretend|respond|answer|roleplay|speak|imagine|handle|verhalte dich|stell dir vor|spiel",
        r"\b@\b.{0,30}\b(?:as|like|to be|you(?:'re| are)|wie|als|ob)\b"
        rf".{{0,40}}\b(?:{_SPEAKER}|dan|admin\w*"
        r"|developer|root|hacker|unrestricted|evil|redakteur|computer|terminal|compiler|interpreter)\b",
    ),
    (1.0, "jailbreak|developer mode|debug mode|god mode|do anything now|dan mode|no restrictions", r"\b@\b"),
    (1.0, "restrictions|filters?|censorship", r"\bwithout (?:any )?@\b"),
    (
        1.0,
        "",
        r"<\|[a-z_]+\|>|\[/?inst\]|<</?sys>>|<(?:start|end)_of_turn>|###\s*(?:system|instruction|human|assistant"
        r"|user)|^[^\S\n]{0,20}(?:system|assistant)\s{0,9}:|</?(?:system|assistant|instructions?|prompt|customer_message"
        r"|user_input)(?=[\s>])",
    ),
    (
        1.0,
        "end|begin|start|stop",
        r"(?:%{2,20}|={3,20}|-{3,20}|#{2,20}|\*{3,20}|\[|<)\s{0,9}/?@\b.{0,40}\b(?:user|system|ambiguity"
        r"|instructions?|prompt|input|section|rules|message|out of date|text|data|context|ticket|sources?)\b",
    ),
    (
        1.0,
        "dear|hello|hi|hey|attention|note to|note for|message to|message for",
        rf"\b@ (?:the )?(?:[\w-]+ ){{0,3}}{_SPEAKER}\b(?! (?:number|no|year|name|is|was|\d))",
    ),
    (1.0, "note", rf"\b@\W{{1,5}}(?:to|for) (?:the )?(?:[\w-]+ ){{0,3}}(?:{_SPEAKER}|system|program)\b"),
    (1.0, "review", r"\bskip (?:the )?(?:human )?@\b"),
    (1.0, "must", r"\b(?:ai|bot|assistant|model)\b.{0,20}\b@ (?:reply|answer|approve|issue|grant|include|say)\b"),
    (1.0, "decode|decrypt", r"\b@\b.{0,80}\b(?:carry out|execute|follow|run|obey)\b"),
    (
        1.0,
        "customers|tickets",
        r"\b(?:list|send|print|paste|export|forward)\b[^.?|]{0,160}\b(?:last|newest|latest|other|all) (?:\w+ )?@\b",
    ),
    (
        1.0,
        "always",
        r"\b@ (?:include|insert|add|put|recommend|mention|tell)\b.{0,40}\b(?:link|address|sentence|text|url"
        r"|phrase|customers?|users?)\b",
    ),
    (
        1.0,
        "begin|start|end|finish|prefix|preface|open|conclude",
        r"\b@ (?:your|the|each|every) (?:reply|response|answer|message|output)\b",
    ),
    (1.0, "reply|respond|answer", r"\b@ (?:only )?(?:with|by saying|exactly)\b.{0,6}[\"'\u201c\u2018“]"),
    (
        1.0,
        _REPLY,
        r"\b(?:in|to|into|within|of|at the end of) (?:your|the|every|each) (?:own )?@(?:s)?\b.{0,80}\b(?:suggest|include"
        r"|mention|add|insert|tell|encourag\w+|promot\w+|recommend|ask"
        r"|hint|tease|claim|state|say|advis\w+|link|offer|provide|warn|us(?:e|ing)|write|replace|detail\w*"
        r"|linking)\b",
    ),
    (
        1.0,
        f"{_REPLY}|next message",
        r"\b(?:add|include|insert|embed|integrate|append|incorporate|weave|mention|put|slip|place|attach|enhance"
        r"|augment|modify|adjust|alter|conclude|end|revise|expand|complement|supplement|craft|conceal"
        r"|hide)\b.{0,160}\b(?:(?:in|into|to|within|at the end of|with|as) )?(?:your|the model's"
        r"|the assistant's) @\b",
    ),
    (
        1.0,
        f"{_REPLY}|words",
        r"\b(?:modify|alter|adjust|augment|enhance|change|revise|rewrite|tailor|phrase|write|format|structure|craft"
        r"|make|translate|encode|scramble|jumble|misspell|combine words in|group) (?:all )?(?:of )?(?:your"
        r"|the model's) @\b",
    ),
    (1.0, "pwned", r"\b@\b"),
    (
        1.0,
        "access",
        r"\b@ (?:granted|code)\b.{0,200}\baccess (?:denied|granted)\b|\b@ denied\b.{0,200}\baccess granted\b",
    ),
    (
        1.0,
        r"task|instructions?|challenge|job|aufgabe\w*|anweisung\w*|mission",
        r"\b(?:new|actual|real|next|neue|neuen|nächste|another|great) @\b.{0,12}[:.!]",
    ),
    (
        1.0,
        "focus|concentrate|konzentriere dich|fokussiere dich",
        r"\b@ (?:now |jetzt )?(?:on|auf)\b.{0,20}\b(?:task|aufgabe)",
    ),
    (1.0, "play a game", r"\b(?:let'?s|i want to) @\b"),
    (1.0, "must not refuse|opposite day", r"\b@\b"),
    (1.0, "character|rolle", r"\b(?:stay|remain|fall)\w* (?:in|out of|aus ihrer|aus der) @\b"),
    (
        1.0,
        "response|answer|reply|output|message",
        r"^\W{0,12}(?:\w{1,30} )?(?:replace|use|convert|substitute|render|introduce|misspell|scramble|jumble|rearrange"
        r"|anagram|remove|group|compress|shuffle|reverse|mix up|insert|swap|randomi[sz]e|omit|double"
        r"|capitali[sz]e)\b[^.\n]{0,70}\byour @\b",
    ),
    (
        1.0,
        "response|answer|reply|message",
        r"\byour @\b[^.\n]{0,30}\b(?:anagram\w*|misspell\w*|substitution"
        r"|punctuation|typos|base64|rot13|morse|reversed?|pseudocode)\b",
    ),
    (1.0, "vowels", r"\breplace @\b"),
    (
        1.0,
        "above|previous|preceding|prior",
        r"(?<!the )\b(?!list above)(?:repeat|explain|summari[sz]e|rephrase|paraphrase|translate|convert|rewrite|describe"
        r"|encode|print|show|output|list)[\s-]{1,3}(?:(?:all|of|the|your|everything|words?|text|prompts?|instructions?"
        r"|rules|requirements|pseudocode)[\s-]{1,3}){0,4}@\b(?! (?:steps?|problem|issue"
        r"|error|order|invoice|mail|attach|screens?))",
    ),
    (1.0, "forget", r"\b@ (?:about )?(?:all|everything)\b"),
    (
        1.0,
        r"olvid\w+|oubli\w+|dimentic\w+|zaboravi|zapomnij|vergeet|glem|esque\w+",
        r"\b@ (?:todo|tout|tutto|sve|wszystko|alles|alt|tudo)\b",
    ),
    (1.0, "stop+", r"\b@\b\s*[-:\u2013!]+\s*(?:ich|i|write|say|schreib\w*|answer)\b"),
    (1.0, "just|jsut|only", r"\b@ (?:output|print|say)\b"),
    (1.0, "that you", r"\b(?:say|tell me) @ (?:hate|love|are|will)\b"),
    (1.0, "dass du", r"\bsag\w*,? @\b"),
    (1.0, "do not answer", r"\b@ (?:this|the|my) question\b"),
    (1.0, "repeat after me|as a language model", r"\b@\b"),
    (1.0, "in the prompt|in the context", r"\b(?:information|data|words) @\b"),
    (1.0, "im prompt|in dem prompt", r"\b@\b"),
    (
        1.0,
        "i want you to|you will|you should|please|ich möchte, dass du|ich möchte, dass sie|du sollst",
        r"\b@ (?:act|pretend|play|answer|respond|als\b.{1,60}\bfungier\w*|behave|roleplay)\b"
        r".{0,30}\b(?:as|like|that|als|wie|fungier\w*)?\b",
    ),
    (1.0, "now you are|jetzt bist du|nun bist du|bist du jetzt|ahora eres|maintenant tu es", r"\b@\b"),
    (1.0, "du bist", r"\b@ (?:ab )?(?:jetzt|nun|kein\w*)\b"),
    (
        1.0,
        "you are",
        r"\b@ (?:a|an|the) (?:\w+ ){0,2}(?:monster|hacker|pirate|terminal|poet|comedian|robot|ai|bot|model"
        r"|machine|dj|god)\b",
    ),
    (
        1.0,
        r"tasks?|aufgaben?|write|schreib\w*|challenge|instructions?|questions?:",
        r"\b(?:good|great|excellent|well done|wonderful|super|perfekt|ausgezeichnet\w*|gut gemacht|großartig"
        r"|sehr gut|klasse|toll|danke|done)\b[^?\n]{0,120}\b(?:now|nun|jetzt|next|weitere[nr]?|other|more|another"
        r"|andere[nr]?|folgt|folgen)\b[^?\n]{0,30}\b@",
    ),
    (
        1.0,
        "write|schreibe?|print|give me|say|verfasse|formuliere",
        r"\b@\b[^.?\n]{0,60}\b(?:headline|überschrift"
        r"|manifest\w*|love poem|liebesgedicht|begründung, warum|(?:essay|text|poem|reason\w*) (?:about "
        r"|on )?why)\b",
    ),
    (0.6, "instructions|rules|prompt|guidelines|directives|programming", r"\byour @\b"),
    (
        0.6,
        "",
        r"\b(?:instructions|rules) (?:above|below|as (?:a |an )?(?:list|bullet|poem|json|code|python|pseudocode))\b"
        r"|\bpseudocode\b|\bverbatim\b|\bword for word\b",
    ),
    (
        0.5,
        "must|shall|will|have to|are to|should|musst|sollst",
        r"\b(?:you|du|sie) @ (?:now |always |only |never "
        r"|jetzt |nur )?(?:say|answer|reply|respond|write|output|obey|comply|antworte\w*|schreib\w*|sagen)\b",
    ),
    (0.5, "", rf"\bas an? (?:ai|language model)\b|\b{_SPEAKER}[,:!] (?:please )?(?:write|say|tell|ignore|list|print|send)\b"),
)
"""Weight, words one of which every such order has ('' for one without), and its form, in which `@` is their place."""

_PLAIN = re.compile(r"(?:[\w ',:](?![?*]))*")
"""What an alternative begins with letter by letter."""


@dataclass(frozen=True)
class _Order:
    """One of `telling` stands in every text that gives it: looking for words costs little, looking for its form much."""

    weight: float
    telling: frozenset[str]
    form: re.Pattern[str]


def _order(weight: float, words: str, form: str) -> _Order:
    telling = frozenset(match[0] for word in words.split("|") if (match := _PLAIN.match(word)))
    return _Order(weight, telling, re.compile(form.replace("@", f"(?:{words})"), re.M | re.S))


_COMPILED = tuple(_order(*one) for one in _ORDERS)
"""For text in small letters: told to ignore case, an expression takes more than twice as long."""
_TELLING = frozenset().union(*(order.telling for order in _COMPILED))
_PACKED = re.compile(r"[A-Za-z0-9+/]{40,}={0,2}")
_ALIKE = str.maketrans("аеорсухіјѕԁһӏνοαερτικ", "aeopcyxijsdhlvoaeptik")
_STUTTER = re.compile(r"(\w)\1\b")
_SPACED_OUT = re.compile(r"\b(?:\w[ .*_-]){4,}\w\b")


def suspicion(text: str) -> float:
    """How much the text gives orders, 0 for none; read as people see it, with look-alike letters and packed words undone."""
    said = _plain(text)
    readings = [said, _joined(said), _STUTTER.sub(r"\1", said), *map(_plain, unpacked(said))]
    return max(_score(reading) for reading in dict.fromkeys(readings))


def is_suspicious(text: str) -> bool:
    return suspicion(text) >= ENOUGH


def unpacked(text: str) -> list[str]:
    """What base64 in a message says, read only to be judged."""
    return [
        base64.b64decode(block + "=" * (-len(block) % 4)).decode("utf-8", "replace")
        for block in (match.rstrip("=") for match in _PACKED.findall(text))
        if len(block) % 4 != 1
    ]


def _plain(text: str) -> str:
    said = unicodedata.normalize("NFKC", clean(text[:LONGEST])).replace("\u2019", "'")
    folded = said.translate(_ALIKE) if re.search("[A-Za-z]", said) else said
    return said if folded == said else f"{said}\n{folded}"


def _score(said: str) -> float:
    small = said.replace("İ", "i").replace("ı", "i").lower()
    held = {word for word in _TELLING if word in small}
    return sum(one.weight for one in _COMPILED if not held.isdisjoint(one.telling) and one.form.search(small)) if small else 0.0


def _joined(said: str) -> str:
    """Words somebody wrote letter by letter, put together."""
    return " ".join(re.sub(r"[ .*_-]", "", match[0]) for match in _SPACED_OUT.finditer(said))
