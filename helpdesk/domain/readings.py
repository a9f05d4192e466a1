"""How grave a message is, who should take it, how its writer feels, and whether a person wrote it: rules, each as sure as it
has proved to be. A rule's code says in `found_by` what was seen."""

import re

from helpdesk.domain.asks import asks_nothing
from helpdesk.domain.triage import Flag
from helpdesk.domain.understanding import NO, YES, Read, Sentiment, Severity, Tier

LOOKED_AT = 20_000
_OUTAGE = re.compile(
    r"\b(?:production|everything|whole (?:site|system|company|office)|all (?:users|customers|stores|sites)"
    r"|nobody|no one|none of us"
    r"|(?:completely|totally) (?:down|dead|offline)|niemand|alle (?:nutzer|kunden|filialen)|personne ne|nadie|nessuno|nikt)\b"
    r".{0,60}\b(?:down|work\w*|offline|unavailable|log ?in|access|order|pay|geht|funktioniert|anmelden|marche|fonctionne"
    r"|funciona|funzion\w+|działa)\b|\boutage\b|\bsystem(?:s|e)? (?:is |are |ist )?(?:down|ausgefallen)\b"
    r"|\bdata (?:loss|lost)\b",
    re.I,
)
_AGAIN = re.compile(
    r"\b(?:(?:second|third|fourth|\d(?:nd|rd|th)) (?:time|mail|e-?mail|message|request|reminder)|still (?:no"
    r"|waiting|not|haven't)"
    r"|yet again|as i (?:wrote|said|told)|already (?:wrote|told|called|sent)|no (?:answer|reply|response) (?:yet|so far|since)"
    r"|(?:zweite|dritte|vierte)[nrs]? (?:mal|mail|nachricht)|immer noch|schon wieder|warte (?:noch|immer|seit)|toujours pas"
    r"|encore une fois|todavía no|sigo (?:sin|esperando)|otra vez|ancora (?:una volta|aspett\w+)|wciąż|nadal|nog steeds"
    r"|ainda não)\b",
    re.I,
)
_LOSS = re.compile(
    r"\b(?:lost|losing|missing) (?:money|data|customers|revenue|orders)|\b(?:can(?:'t|not)|unable to"
    r"|could not|couldn't) (?:work"
    r"|log ?in|pay|order|heat|use)|\bdoes(?:n't| not) (?:work|start|heat|charge) (?:at all|any ?more)"
    r"|\bdeadline\b|\bno heating\b"
    r"|\b(?:ohne|keine) heizung\b|\bgeht (?:gar )?nichts mehr\b|\bne marche plus du tout\b|\bno funciona nada\b",
    re.I,
)
_PLEASED = re.compile(
    r"\b(?:love (?:it|the|your)|great (?:service|support|product|help|work|job)|excellent|awesome|fantastic"
    r"|brilliant|perfect(?:ly)?"
    r"|works? (?:great|perfectly|fine now|again|now)|well done|very happy|so (?:helpful|kind|quick|fast)|thank you so much"
    r"|many thanks for|super|toll|großartig|begeistert|funktioniert (?:wieder|jetzt)|herzlichen dank|génial|parfait|ravi[e]?"
    r"|excelente|genial|encantad[oa]|perfetto|ottimo|świetn\w+|geweldig|ótimo)\b",
    re.I,
)
_ANNOYED = re.compile(
    r"\b(?:disappoint\w*|frustrat\w*|annoy\w*|unhappy|not happy|dissatisf\w*|terrible|awful|poor (?:service|support|quality)"
    r"|bad (?:service|experience)|waste of (?:time|money)|waited (?:for )?(?:weeks|months|too long)|for (?:weeks|months)"
    r"|ärger\w*|enttäusch\w*|unzufrieden|genervt|nervt|déçue?|énerv\w+|mécontent\w*|decepcionad[oa]|molest[oa]|delus[oa]"
    r"|insoddisfatt[oa]|rozczarowan\w+|teleurgesteld|desapontad[oa]|again and again|still not|!!)(?!\w)",
    re.I,
)
_UNLIKE = re.compile(r"\b(?:not|n't|never|isn't|nicht|kein\w*|pas|no|non|nie|niet|não)\s+(?:\w+\s+){0,2}$", re.I)
_MACHINE = re.compile(
    r"\b(?:this is an automat(?:ic|ed)|automatically generated|auto(?:matic)?[- ]?reply"
    r"|out of (?:the )?office|do not reply to this"
    r"|delivery (?:has failed|status notification|failure)|undeliverable|mail delivery (?:failed|subsystem)|returned mail"
    r"|abwesenheitsnotiz|automatische antwort|automatisch (?:generiert|erstellt)|nicht im büro|réponse automatique"
    r"|absent du bureau|respuesta automática|fuera de la oficina|risposta automatica|autoodpowiedź|automatisch antwoord)\b",
    re.I,
)
_GRAVE = frozenset({Flag.LEGAL, Flag.PRIVACY, Flag.ANGER, Flag.URGENT, Flag.SECURITY})
_GRAVITY = (
    (_OUTAGE, Read(Severity.CRITICAL, 0.75, "outage")),
    (_LOSS, Read(Severity.MAJOR, 0.6, "cannot-work")),
    (_AGAIN, Read(Severity.MAJOR, 0.6, "written-before")),
)
_FOR_LEADS = frozenset({Flag.LEGAL, Flag.ANGER, Flag.SECURITY, Flag.PRESS})
_FOR_SPECIALISTS = frozenset({Flag.PRIVACY, Flag.REFUND, Flag.COMPLAINT, Flag.INJECTION, Flag.CANCELLATION, Flag.WANTS_PERSON})


def severity(words: str, raised: frozenset[Flag]) -> Read:
    """`raised` are the message's flags. The first rule that holds speaks."""
    told = words[:LOOKED_AT]
    if Flag.SAFETY in raised:
        return Read(Severity.CRITICAL, 0.9, "danger")
    if grave := _first(raised & _GRAVE):
        flagged = Read(Severity.MAJOR, 0.75, grave.value)
        return Read(Severity.CRITICAL, 0.75, "outage") if _OUTAGE.search(told) else flagged
    for pattern, read in _GRAVITY:
        if pattern.search(told):
            return read
    return Read(Severity.MINOR, 0.8, "asks-nothing") if asks_nothing(told) else Read(Severity.NORMAL, 0.6, "nothing-seen")


def tier(grave: Severity, raised: frozenset[Flag], *, person_decides: bool) -> Read:
    if grave is Severity.CRITICAL:
        return Read(Tier.LEAD, 0.85, "severity")
    if for_leads := _first(raised & _FOR_LEADS):
        return Read(Tier.LEAD, 0.75, for_leads.value)
    if for_specialists := _first(raised & _FOR_SPECIALISTS):
        return Read(Tier.SPECIALIST, 0.7, for_specialists.value)
    if person_decides:
        return Read(Tier.SPECIALIST, 0.7, "intent")
    return Read(Tier.FIRST_LINE, 0.65, "nothing-seen")


def sentiment(words: str, raised: frozenset[Flag]) -> Read:
    told = words[:LOOKED_AT]
    if Flag.ANGER in raised:
        return Read(Sentiment.ANGRY, 0.8, "anger")
    if Flag.COMPLAINT in raised:
        return Read(Sentiment.ANNOYED, 0.75, "complaint")
    annoyed = _count(_ANNOYED, told) + bool(_AGAIN.search(told))
    pleased = _count(_PLEASED, told)
    if annoyed > pleased:
        return Read(Sentiment.ANNOYED, 0.7 if annoyed > 1 else 0.6, "words")
    if pleased > annoyed:
        return Read(Sentiment.PLEASED, 0.7 if pleased > 1 else 0.6, "words")
    return Read(Sentiment.NEUTRAL, 0.65 if not annoyed else 0.4, "nothing-seen" if not annoyed else "mixed")


def spam(words: str, raised: frozenset[Flag]) -> Read:
    if Flag.SPAM not in raised:
        return Read(NO, 0.9, "nothing-seen")
    return Read(YES, 0.7 if "?" in words[:LOOKED_AT] else 0.85, "advertising")


def automatic(words: str, *, announced: bool) -> Read:
    """`announced`: the mail's own headers said so when it came in."""
    if announced:
        return Read(YES, 0.98, "headers")
    if _MACHINE.search(words[:LOOKED_AT]):
        return Read(YES, 0.75, "words")
    return Read(NO, 0.9, "nothing-seen")


def _first(raised: frozenset[Flag]) -> Flag | None:
    return next((flag for flag in Flag if flag in raised), None)


def _count(pattern: re.Pattern[str], text: str) -> int:
    """How often it is said, not counting what is denied."""
    return sum(not _UNLIKE.search(text[max(0, found.start() - 40) : found.start()]) for found in pattern.finditer(text))
