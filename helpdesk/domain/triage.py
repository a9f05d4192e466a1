"""What a message is, before anyone answers it: a danger, spam, an attack on the drafter, angry, urgent, or about something that
only people decide.

Patterns only ever raise human involvement; they never block a customer.
"""

import re
from enum import StrEnum
from functools import lru_cache

from helpdesk.domain.injection import is_suspicious
from helpdesk.domain.markup import clean


class Flag(StrEnum):
    SAFETY = "safety"
    SPAM = "spam"
    INJECTION = "injection"
    ANGER = "anger"
    URGENT = "urgent"
    REFUND = "refund"
    LEGAL = "legal"
    CANCELLATION = "cancellation"
    COMPLAINT = "complaint"
    SECURITY = "security"
    PRIVACY = "privacy"
    WANTS_PERSON = "wants-person"
    PRESS = "press"


NEVER_AUTO = frozenset(
    {
        Flag.REFUND,
        Flag.LEGAL,
        Flag.CANCELLATION,
        Flag.COMPLAINT,
        Flag.SECURITY,
        Flag.PRIVACY,
        Flag.WANTS_PERSON,
        Flag.ANGER,
        Flag.PRESS,
    }
)
"""A person decides these, however sure the draft is."""

ESCALATED = frozenset({Flag.SAFETY, Flag.INJECTION, Flag.LEGAL, Flag.ANGER, Flag.SECURITY, Flag.SPAM, Flag.PRESS})
"""These go to somebody who may decide more than a reply."""

_PATTERNS: dict[Flag, str] = {
    Flag.SAFETY: r"\b(?:dangerous"
    r"|(?<!not )(?<!n['’]t )(?<!never )fire(?![- ]?(?:tv|stick|tablets?|os|hd|walls?|fox|base|wire|alarms?|safety|rating|up))"
    r"|smok(?:e|es|ing)(?![- ]?(?:detectors?|alarms?|sensors?|tests?|free))|burn(?:t|ed|ing)(?! (?:through|questions?|in\b))"
    r"|smells? of burn\w*|scorch\w*|singed|melt(?:s|ed|ing)?|sparks|sparked|sparking|explod\w+|explosion"
    r"|electric(?:al)? shocks?|(?:got|get|gave me|gives) (?:a|an) (?:\w+ )?shock|electrocut\w+"
    r"|gas leak\w*|leaking gas|smell\w* (?:of |like )?gas|gas smell|carbon monoxide(?! (?:detector|alarm|sensor))"
    r"|injur(?:ed|y|ies)|overheat\w*|(?:too )?hot to (?:the )?touch|(?:swollen|bulging|leaking) batter\w+"
    r"|batter\w+ (?:is|are|has|looks?) (?:swollen|bulging)"
    r"|in brand|es brennt|brennt es|brandgeruch|(?:ver|an)brannt\w*|angesengt|feuer|raucht?|qualmt?|verschmort\w*"
    r"|geschmolzen\w*|funken|stromschlag|gasgeruch|gasleck|nach gas|(?:mich|sich|jemand|kind) verletzt|überhitz\w+"
    r"|incendie|(?:prend|pris|en|au) feu|fumée|brûl(?:e|é|ée|és|ées|ant|ure)|fuite de gaz|odeur de gaz|étincelles?"
    r"|(?:choc|décharge) électrique|électrocut\w+|bless[ée]e?s?|surchauff\w+|fondue?"
    r"|incendio|fuego|humo|quemad[oa]s?|(?:huele|olor) a gas|fuga de gas|chispas|descarga eléctrica|herid[oa]s?"
    r"|sobrecal(?:ent|ient)\w+|derretid[oa]s?"
    r"|pożar\w*|płonie|ogień|dym|dymi|spalenizn\w+|iskrzy|iskry|poraz\w+ prądem|(?:wyciek|zapach) gazu|rann[ya]|przegrz\w+"
    r"|stopi(?:ł|on)\w*)(?!\w)",
    Flag.SPAM: r"\b(?:seo (?:services?|expert|agency|ranking)|backlinks?|guest post|link exchange"
    r"|increase (?:your )?(?:traffic|sales|rankings?)"
    r"|first page of google|lottery|you(?:'ve| have) (?:won|been (?:selected|chosen))"
    r"|claim your (?:prize|reward)|crypto(?:currency)? (?:investment|trading)"
    r"|bitcoin (?:investment|profit)|forex signals?|casino|viagra|cialis|payday loan|business loan offer|next of kin"
    r"|inheritance fund"
    r"|web ?(?:design|development) (?:services|company) (?:from|in|based)|mobile app development company|bulk (?:email|sms)"
    r"|buy (?:followers|email lists?)|unsubscribe (?:here|from this list)|limited[- ]time offer|act now)\b",
    Flag.ANGER: r"\b(?:furious|outrag\w+|disgust\w+|unacceptable|ridiculous|a joke|pathetic|worst (?:\w+ ){0,2}(?:service"
    r"|company|support)|scam(?:mers?)?"
    r"|rip[- ]?off|fed up|sick of|useless|incompetent|liars?|wtf|bullshit|fuck\w*|shit\w*|crap|frechheit|unverschämt\w*"
    r"|inakzeptabel"
    r"|abzocke|sauerei|inacceptable|scandaleux|honteux|arnaque|inaceptable|vergüenza|estafa)\b|!{3,}",
    Flag.URGENT: r"\b(?:urgent(?:ly)?|asap|emergency|immediately|right now|can(?:'t|not) wait|production (?:is )?down"
    r"|outage|dringend|sofort|notfall|urgence|urgente|inmediatamente)\b",
    Flag.REFUND: r"\b(?:refund\w*|money back|charge ?back|reimburse\w*|charged (?:me )?(?:twice|double)|double[- ]charged"
    r"|overcharged|compensat\w+"
    r"|rückerstattung|geld zurück|erstatte\w*|rembours\w+|reembols\w+|devol(?:ución|ver) (?:del|el|mi) dinero)\b",
    Flag.LEGAL: r"\b(?:lawyers?|attorneys?|solicitors?|legal action|lawsuit|sue you|su(?:e|ing)|court|ombudsman"
    r"|trading standards|consumer protection"
    r"|liab(?:le|ility)|breach of contract|anwalt|rechtsanwalt|klage|verbraucherzentrale|avocat|tribunal|abogado"
    r"|demanda(?:r|ré)?)\b",
    Flag.CANCELLATION: r"\b(?:cancel(?:l?ed|l?ing|lation)? (?:my |the |our )?(?:order|subscription|account|plan|contract"
    r"|membership|plus)"
    r"|close my account|terminate (?:my|the|our)|kündig\w+|résili\w+|cancelar|darme de baja)\b",
    Flag.COMPLAINT: r"\b(?:complain\w*|formal complaint|beschwer\w+|réclamation|plainte|reclamaci[oó]n|queja)\b",
    Flag.SECURITY: r"\b(?:hacked|compromised|unauthori[sz]ed (?:access|charge|transaction|login)|phishing|stolen (?:card"
    r"|account|identity)|data breach"
    r"|security (?:hole|vulnerability|breach)|gehackt|piraté|hackead[oa])\b",
    Flag.PRIVACY: r"\b(?:gdpr|dsgvo|rgpd|data subject|delete (?:all )?my (?:personal )?data|right to (?:be forgotten"
    r"|erasure)|subject access request)\b",
    Flag.PRESS: r"\b(?:news(?:room|desk)|(?:press|media) (?:enquir(?:y|ies)|inquir(?:y|ies)|requests?)|journalists?"
    r"|reporter (?:at|for|with)|requests? for comment|go(?:ing)? to (?:print|press) (?:on|at|by|today|tonight|tomorrow)"
    r"|presseanfrage|redaktion|journalist(?:in|innen)?"
    r"|demande de presse|journalistes?|consulta de prensa|periodistas?|zapytanie prasowe|dziennikark?[ai]?)\b",
    Flag.WANTS_PERSON: r"\b(?:(?:speak|talk) (?:to|with) (?:a |an |your )?(?:human|person|real person|manager|supervisor"
    r"|someone)"
    r"|real (?:human|person)|call me (?:back)?|your manager|mit einem menschen|vorgesetzten|un responsable)\b",
}
_COMPILED = {flag: re.compile(pattern, re.I | re.M) for flag, pattern in _PATTERNS.items()}
_LINK = re.compile(r"https?://|www\.", re.I)


@lru_cache(maxsize=4)
def flags(message: str, subject: str = "") -> frozenset[Flag]:
    """Every flag a message raises. A draft asks for its own several times; of other customers' messages nothing is kept longer
    than the next few drafts."""
    text = clean(f"{subject}\n{message}").replace("\u2019", "'")[:20_000]
    found = {flag for flag, pattern in _COMPILED.items() if pattern.search(text)}
    if is_suspicious(text):
        found.add(Flag.INJECTION)
    if _is_shouting(text):
        found.add(Flag.ANGER)
    if len(_LINK.findall(text)) >= 4 and "?" not in text:
        found.add(Flag.SPAM)
    return frozenset(found)


def _is_shouting(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 60 and sum(c.isupper() for c in letters) > 0.7 * len(letters)
