"""Words that speak to the program instead of to the desk.

A score, not a verdict: it raises a flag and keeps a draft from going out by itself; nobody's message is ever blocked. Orders
that use innocent words cannot be seen here; the output filter meets them when a draft obeys.
"""

import base64
import re
import unicodedata

from helpdesk.domain.markup import clean

ENOUGH = 1.0
"""Score from which a text counts as an attempt."""

LONGEST = 20_000
_FORGET = (
    r"(?:ignor\w*|disregard\w*|forget|override|bypass|neglect|discard|drop|stop|abandon|skip|vergiss|vergesst"
    r"|vergessen sie|missachte\w*|übergeh\w*|abweichend|irrelevant|oublie[zr]?|olvid[ae]\w*|dimentica\w*|esquec\w+"
    r"|negeer|vergeet|zignoruj|zapomnij|zaboravi\w*|glem|glöm"
    r"|игнорируй|забудь|忽略|忘记)"
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

_PATTERNS: tuple[tuple[float, str], ...] = (
    (1.0, rf"\b{_FORGET}\b.{{0,40}}\b{_ALL}\b.{{0,40}}\b{_TOLD}"),
    (
        1.0,
        rf"\b{_FORGET}\b.{{0,25}}\b(?:everything|all|alles|alle|tout|todo|tutto|anything)\b.{{0,25}}\b(?:before"
        r"|above|previously|prior|said|told|discussed|davor|vorher|zuvor|bisher|and|und|now|jetzt|said|just)\b",
    ),
    (
        1.0,
        rf"\b{_FORGET}\b[^.?\n]{{0,20}}\b(?:(?:all|alle) )?{_TOLD}\b.{{0,20}}\b(?:before|above|previous|and|now"
        r"|davor|vorher|zuvor)",
    ),
    (1.0, r"\b(?:vergiss|vergessen sie|vergesst) (?:alles|alle|jetzt|nun|bitte alles|all)\b|忽略.{0,10}(?:指令|指示|提示)"),
    (
        1.0,
        r"\bsystem ?-?prompt\b|\b(?:initial|original|hidden|secret|full|first|internal|entire"
        r"|complete) (?:system )?(?:prompt|instructions?)\b(?! (?:manual|sheet|book|for use))",
    ),
    (
        1.0,
        r"\b(?:reveal|print|repeat|show|output|recite|leak|disclose|tell me|give me|list|display|summari[sz]e"
        r"|translate|convert|write (?:down|out)?|encode|format|rephrase|reformat|rewrite|explain|describe|rap about"
        r"|spell|zeige?|gib|nenne|wiederhole)\b.{0,60}\b(?:your|the|prior|previous|deine?|above|all|these|those"
        r"|preceding|following|my)\b.{0,30}\b(?:(?:prompt|system|initial|prior|previous|above|your|security"
        r"|secret|original)(?:[ -]\w+){0,2} )?(?:prompts?(?:[_ ]?te?x?t\w*)?|instructions|rules|guidelines"
        r"|directives|prompttexte?|anweisungen|access code|password|passphrase)\b.{0,40}(?:$|[.,!?:\"'\n]"
        r"|\b(?:above|verbatim|word|as|in|to me|so far|including|you|exactly|please|without|with|before|and|but"
        r"|then)\b)",
    ),
    (
        1.0,
        r"\b(?:repeat|recite|print|output|write|copy|echo|say|return|spell|convert|translate|put|show|list"
        r"|tell)\b.{0,60}\b(?:everything|words?|text|sentences?|lines?|paragraphs?|content|messages?|code ?block"
        r"|all)\b.{0,30}\b(?:above|preceding|so far|up to (?:here|this|now)|(?:before|prior|previously)(?=\W*$|[.!?]"
        r"| (?:this|that|the|my|now)\b))\b",
    ),
    (
        1.0,
        r"\b(?:what (?:are|were|is|was)|whats|tell me) (?:all )?(?:of )?(?:your|the"
        r"|you) (?:\w+ ){0,3}(?:instructions|system prompt|prompt|rules|directives|prompt[_ ]te?x?ts?)\b",
    ),
    (
        1.0,
        r"\b(?:what (?:was|is|were)|what's) (?:\w+ ){0,4}(?:before|above|prior to) (?:this|the (?:text|sentence"
        r"|prompt|message)|that)\b",
    ),
    (
        1.0,
        r"\b(?:you are|you're|du bist|sie sind|tu es|eres|sei) (?:now|no longer|jetzt|nun|nicht mehr|ab jetzt|ahora"
        r"|maintenant|not (?:a|an) (?:ai|support))\b",
    ),
    (
        1.0,
        r"\b(?:act|behave|pretend|respond|answer|roleplay|speak|imagine|handle|verhalte dich|stell dir vor"
        rf"|spiel)\b.{{0,30}}\b(?:as|like|to be|you(?:'re| are)|wie|als|ob)\b.{{0,40}}\b(?:{_SPEAKER}|dan|admin\w*"
        r"|developer|root|hacker|unrestricted|evil|redakteur|computer|terminal|compiler|interpreter)\b",
    ),
    (
        1.0,
        r"\b(?:jailbreak|developer mode|debug mode|god mode|do anything now|dan mode|no restrictions"
        r"|without (?:any )?(?:restrictions|filters?|censorship))\b",
    ),
    (
        1.0,
        r"<\|[a-z_]+\|>|\[/?inst\]|<</?sys>>|<(?:start|end)_of_turn>|###\s*(?:system|instruction|human|assistant"
        r"|user)|^[^\S\n]{0,20}(?:system|assistant)\s{0,9}:|</?(?:system|assistant|instructions?|prompt|customer_message"
        r"|user_input)(?=[\s>])",
    ),
    (
        1.0,
        r"(?:%{2,20}|={3,20}|-{3,20}|#{2,20}|\*{3,20}|\[|<)\s{0,9}/?(?:end|begin|start|stop)\b.{0,40}\b(?:user|system|ambiguity"
        r"|instructions?|prompt|input|section|rules|message|out of date|text|data|context|ticket|sources?)\b",
    ),
    (
        1.0,
        r"\b(?:dear|hello|hi|hey|attention|note (?:to|for)|message (?:to"
        rf"|for)) (?:the )?(?:[\w-]+ ){{0,3}}{_SPEAKER}\b(?! (?:number|no|year|name|is|was|\d))",
    ),
    (1.0, rf"\bnote\W{{1,5}}(?:to|for) (?:the )?(?:[\w-]+ ){{0,3}}(?:{_SPEAKER}|system|program)\b"),
    (
        1.0,
        r"\bskip (?:the )?(?:human )?review\b|\b(?:ai|bot|assistant|model)\b.{0,20}\bmust (?:reply|answer|approve"
        r"|issue|grant|include|say)\b",
    ),
    (1.0, r"\b(?:decode|decrypt)\b.{0,80}\b(?:carry out|execute|follow|run|obey)\b"),
    (
        1.0,
        r"\b(?:list|send|print|paste|export|forward)\b[^.?|]{0,160}\b(?:last|newest|latest|other"
        r"|all) (?:\w+ )?(?:customers|tickets)\b",
    ),
    (
        1.0,
        r"\balways (?:include|insert|add|put|recommend|mention|tell)\b.{0,40}\b(?:link|address|sentence|text|url"
        r"|phrase|customers?|users?)\b",
    ),
    (
        1.0,
        r"\b(?:begin|start|end|finish|prefix|preface|open|conclude) (?:your|the|each|every) (?:reply|response"
        r"|answer|message|output)\b|\b(?:reply|respond|answer) (?:only )?(?:with|by saying"
        r"|exactly)\b.{0,6}[\"'\u201c\u2018“]",
    ),
    (
        1.0,
        r"\b(?:in|to|into|within|of|at the end of) (?:your|the|every|each) (?:own )?(?:reply|response|answer|draft"
        r"|output)(?:s)?\b.{0,80}\b(?:suggest|include|mention|add|insert|tell|encourag\w+|promot\w+|recommend|ask"
        r"|hint|tease|claim|state|say|advis\w+|link|offer|provide|warn|us(?:e|ing)|write|replace|detail\w*"
        r"|linking)\b",
    ),
    (
        1.0,
        r"\b(?:add|include|insert|embed|integrate|append|incorporate|weave|mention|put|slip|place|attach|enhance"
        r"|augment|modify|adjust|alter|conclude|end|revise|expand|complement|supplement|craft|conceal"
        r"|hide)\b.{0,160}\b(?:(?:in|into|to|within|at the end of|with|as) )?(?:your|the model's"
        r"|the assistant's) (?:reply|response|answer|draft|output|next message)\b",
    ),
    (
        1.0,
        r"\b(?:modify|alter|adjust|augment|enhance|change|revise|rewrite|tailor|phrase|write|format|structure|craft"
        r"|make|translate|encode|scramble|jumble|misspell|combine words in|group) (?:all )?(?:of )?(?:your"
        r"|the model's) (?:reply|response|answer|draft|output|words)\b",
    ),
    (
        1.0,
        r"\bpwned\b|\baccess (?:granted|code)\b.{0,200}\baccess (?:denied|granted)\b"
        r"|\baccess denied\b.{0,200}\baccess granted\b",
    ),
    (
        1.0,
        r"\b(?:new|actual|real|next|neue|neuen|nächste|another|great) (?:task|instructions?|challenge|job"
        r"|aufgabe\w*|anweisung\w*|mission)\b.{0,12}[:.!]|\b(?:focus|concentrate|konzentriere dich"
        r"|fokussiere dich) (?:now |jetzt )?(?:on|auf)\b.{0,20}\b(?:task|aufgabe)",
    ),
    (
        1.0,
        r"\b(?:let'?s|i want to) play a game\b|\bmust not refuse\b|\b(?:stay|remain|fall)\w* (?:in|out of|aus ihrer"
        r"|aus der) (?:character|rolle)\b|\bopposite day\b",
    ),
    (
        1.0,
        r"^\W{0,12}(?:\w{1,30} )?(?:replace|use|convert|substitute|render|introduce|misspell|scramble|jumble|rearrange"
        r"|anagram|remove|group|compress|shuffle|reverse|mix up|insert|swap|randomi[sz]e|omit|double"
        r"|capitali[sz]e)\b[^.\n]{0,70}\byour (?:response|answer|reply|output|message)\b",
    ),
    (
        1.0,
        r"\byour (?:response|answer|reply|message)\b[^.\n]{0,30}\b(?:anagram\w*|misspell\w*|substitution"
        r"|punctuation|typos|base64|rot13|morse|reversed?|pseudocode)\b|\breplace vowels\b",
    ),
    (
        1.0,
        r"(?<!the )\b(?!list above)(?:repeat|explain|summari[sz]e|rephrase|paraphrase|translate|convert|rewrite|describe"
        r"|encode|print|show|output|list)[\s-]{1,3}(?:(?:all|of|the|your|everything|words?|text|prompts?|instructions?"
        r"|rules|requirements|pseudocode)[\s-]{1,3}){0,4}(?:above|previous|preceding|prior)\b(?! (?:steps?|problem|issue"
        r"|error|order|invoice|mail|attach|screens?))",
    ),
    (
        1.0,
        r"\bforget (?:about )?(?:all|everything)\b|\b(?:olvid\w+|oubli\w+|dimentic\w+|zaboravi|zapomnij|vergeet"
        r"|glem|esque\w+) (?:todo|tout|tutto|sve|wszystko|alles|alt|tudo)\b",
    ),
    (
        1.0,
        r"\bstop+\b\s*[-:\u2013!]+\s*(?:ich|i|write|say|schreib\w*|answer)\b|\b(?:just|jsut|only) (?:output|print"
        r"|say)\b|\b(?:say|tell me) that you (?:hate|love|are|will)\b|\bsag\w*,? dass du\b",
    ),
    (
        1.0,
        r"\bdo not answer (?:this|the|my) question\b|\brepeat after me\b|\bas a language model\b|\b(?:information"
        r"|data|words) in the (?:prompt|context)\b|\b(?:im|in dem) prompt\b",
    ),
    (
        1.0,
        r"\b(?:i want you to|you will|you should|please|ich möchte, dass (?:du|sie)|du sollst) (?:act|pretend|play"
        r"|answer|respond|als\b.{1,60}\bfungier\w*|behave|roleplay)\b.{0,30}\b(?:as|like|that|als|wie"
        r"|fungier\w*)?\b",
    ),
    (
        1.0,
        r"\b(?:now you are|jetzt bist du|nun bist du|du bist (?:ab )?(?:jetzt|nun|kein\w*)|bist du jetzt"
        r"|you are (?:a|an|the) (?:\w+ ){0,2}(?:monster|hacker|pirate|terminal|poet|comedian|robot|ai|bot|model"
        r"|machine|dj|god)|ahora eres|maintenant tu es)\b",
    ),
    (
        1.0,
        r"\b(?:good|great|excellent|well done|wonderful|super|perfekt|ausgezeichnet\w*|gut gemacht|großartig"
        r"|sehr gut|klasse|toll|danke|done)\b[^?\n]{0,120}\b(?:now|nun|jetzt|next|weitere[nr]?|other|more|another"
        r"|andere[nr]?|folgt|folgen)\b[^?\n]{0,30}\b(?:tasks?|aufgaben?|write|schreib\w*|challenge|instructions?"
        r"|questions?:)",
    ),
    (
        1.0,
        r"\b(?:write|schreibe?|print|give me|say|verfasse|formuliere)\b[^.?\n]{0,60}\b(?:headline|überschrift"
        r"|manifest\w*|love poem|liebesgedicht|begründung, warum|(?:essay|text|poem|reason\w*) (?:about "
        r"|on )?why)\b",
    ),
    (0.6, r"\byour (?:instructions|rules|prompt|guidelines|directives|programming)\b"),
    (
        0.6,
        r"\b(?:instructions|rules) (?:above|below|as (?:a |an )?(?:list|bullet|poem|json|code|python|pseudocode))\b"
        r"|\bpseudocode\b|\bverbatim\b|\bword for word\b",
    ),
    (
        0.5,
        r"\b(?:you|du|sie) (?:must|shall|will|have to|are to|should|musst|sollst) (?:now |always |only |never "
        r"|jetzt |nur )?(?:say|answer|reply|respond|write|output|obey|comply|antworte\w*|schreib\w*|sagen)\b",
    ),
    (0.5, rf"\bas an? (?:ai|language model)\b|\b{_SPEAKER}[,:!] (?:please )?(?:write|say|tell|ignore|list|print|send)\b"),
)
_COMPILED = tuple((weight, re.compile(pattern, re.M | re.S)) for weight, pattern in _PATTERNS)
"""For text in small letters: told to ignore case, an expression takes more than twice as long."""
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
    return sum(weight for weight, pattern in _COMPILED if pattern.search(small)) if small else 0.0


def _joined(said: str) -> str:
    """Words somebody wrote letter by letter, put together."""
    return " ".join(re.sub(r"[ .*_-]", "", match[0]) for match in _SPACED_OUT.finditer(said))
