"""Where mails name people, in the languages of a desk: the words before a name, and the words that are none."""

import re

_PARTICLES = "von van der den de del della di da dos du la le el al bin ben ibn zu zum ten ter af av y e i"
PARTICLES = frozenset(_PARTICLES.split())
_NO_NAME = (
    "team support service services info sales office admin customer customers kunde kunden kundin all everyone everybody "
    "sir madam there again folks guys helpdesk desk help world friend friends damen herren madame monsieur messieurs "
    "mesdames señor señora señores equipo equipe équipe kundenservice kundendienst gmbh ag ltd inc llc corp company sarl "
    "srl bv ab oy thanks thank regards best kind sincerely the this that these those your our my we you it hi hello hey "
    "dear und and from sent von an betreff subject date datum to cc bcc re fw fwd wg aw please bitte what how why when "
    "where not no yes if is in on at for with monday tuesday wednesday thursday friday saturday sunday january february "
    "march april june july august september october november december noreply no-reply mailer daemon postmaster api error "
    "version product order windows mac linux android iphone google amazon microsoft apple manager account user users guest"
)
NO_NAME = frozenset(_NO_NAME.split())
_LIKE_WORDS = "will mark may bill art grace hope rose page april june august summer faith joy max sun guy"
LIKE_WORDS = frozenset(_LIKE_WORDS.split())
"""Parts of names that are ordinary words as well: hidden as part of the whole name only."""

_TITLE = (
    r"(?:mrs?|ms|miss|mx|dr|prof(?:essor)?|sir|herrn?|frau|fr|hr|mme|madame|monsieur|mlle|sr|sra|srta|señora?|don"
    r"|doña|sig(?:nora?)?"
    r"|sig\.ra|pani?|panie|dhr|mevr|mevrouw|meneer|ing|dipl)\b\.?[ \t]+"
)
_GREETING = (
    r"(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|hallo|guten (?:tag|morgen|abend)|moin|servus|grüezi|lieber?"
    r"|sehr geehrte[rs]?|werte[rs]?|bonjour|bonsoir|salut|chère?|hola|estimad[oa]|querid[oa]|buen[oa]s (?:días|tardes)|ciao"
    r"|buongiorno|gentile|egregio|car[oa]|olá|prezad[oa]|beste|geachte|dag|goedemorgen|cześć|dzień dobry"
    r"|szanown[ya]|witam|drog[ia]"
    r"|hej|hei|kære|kjære|bästa)"
)
_FAREWELL = (
    r"(?:(?:with )?(?:best|kind|kindest|warm|warmest|many)?[ ]?(?:regards|wishes)|best|(?:yours )?(?:sincerely"
    r"|truly|faithfully)"
    r"|(?:many )?thanks(?: (?:again|in advance|a lot|so much))?|thank you(?: (?:very much|again|in advance))?|cheers|thx"
    r"|mit (?:freundlichen|besten|vielen|lieben) gr(?:ü|ue)(?:ß|ss)en|(?:viele|beste|liebe|freundliche"
    r"|herzliche) gr(?:ü|ue)(?:ß|ss)e"
    r"|gru(?:ß|ss)|vielen dank|danke|besten dank|mfg|lg|vg|cordialement|bien (?:cordialement|à vous)|merci(?: d'avance)?"
    r"|salutations|(?:un )?saludos?(?: cordial(?:es)?)?|atentamente|gracias|(?:cordiali|distinti) saluti|grazie|saluti"
    r"|atenciosamente|obrigad[oa]|abraços|(?:met )?(?:vriendelijke|hartelijke) groet(?:en)?|groet(?:en|jes)?|(?:z )?pozdrawiam"
    r"|z poważaniem|pozdrowienia|(?:med )?vänliga? hälsning(?:ar)?|mvh|hilsen|(?:med )?venlig hilsen)"
)
_SPOKEN = (
    r"(?:(?:my|his|her|their|your|maiden|full|correct|new|partner's|husband's|wife's|son's|daughter's|mother's"
    r"|father's|child's)"
    r" name(?:[ ]is|[ ]was|:)?|name is|under the name(?: of)?|signed|mein name ist|ich hei(?:ß|ss)e"
    r"|je m['\u2019]appelle|mon nom est"
    r"|me llamo|mi nombre es|soy|mi chiamo|il mio nome è|(?:o )?meu nome é|chamo-me|mijn naam is|ik heet"
    r"|nazywam się|mam na imię"
    r"|jag heter|mitt namn är|jeg hedder|mit navn er|jeg heter|what's your name\?|wie ist ihr name\?)"
)
_LABEL = (
    r"(?:name|full name|first name|last name|contact(?: person)?|customer(?: name)?|attn|attention|kunde|ansprechpartner(?:in)?"
    r"|vorname|nachname|nom|prénom|nombre|apellidos?|nome|cognome|naam|imię(?: i nazwisko)?|nazwisko|namn|navn)"
)
_HEADER = r"(?:from|to|cc|bcc|reply-to|von|an|de|à|da|para|van|aan|fra|til|från|till|od|do)"
_I = re.I | re.M
CUES = (
    re.compile(rf"^[ \t>*]*{_GREETING}[ \t]+(?:{_TITLE})*", _I),
    re.compile(rf"\b{_SPOKEN}[ \t]+(?:{_TITLE})*", _I),
    re.compile(rf"(?<![\w-])(?:{_TITLE})+", re.I),
    re.compile(rf"^[ \t>*]*{_LABEL}[ \t]*[:=][ \t]*(?:{_TITLE})*", _I),
    re.compile(rf"^[ \t>*]*{_HEADER}[ \t]*:[ \t]*[\"']?(?:{_TITLE})*", _I),
    re.compile(rf"^[ \t>*]*{_FAREWELL}[ \t]*[,.!:\u2013-]*[ \t]*\n(?:[ \t>]*\n){{0,2}}[ \t>]*(?:{_TITLE})*", _I),
    re.compile(rf"(?:^|[.!?,][ \t]+){_FAREWELL}[ \t]*[,!\u2013-]+[ \t]*", _I),
    re.compile(r"^--[ \t]?\n[ \t]*", re.M),
    re.compile(r"\b(?:von|by|from|,)[ \t]+(?=[^\n<]{2,60}<[^<>\s]+@)", re.I),
    re.compile(
        r"^[ \t>]*(?:on|am|le|el|il|op|den|w dniu)\b[^\n]{6,60}?\d{2}[, ]+(?:schrieb "
        r"|um [\d:]+ )?(?=[^\n]{2,50}\b(?:wrote|schrieb))",
        _I,
    ),
)
INTRODUCED = re.compile(
    rf"\b(?:i am|i'm|i\u2019m|this is|here is|ich bin|hier (?:ist|spricht)|je suis|sono|sou|jestem|ik ben)[ \t]+(?:{_TITLE})*",
    re.I,
)
"""Also said of oneself without a name ("I am Furious"): two words at least."""

MENTIONED = re.compile(
    r"\b(?:follow(?:ed)? up with|sp(?:eak|oke) (?:to|with)|talk(?:ed)? (?:to|with)|on behalf of|it['\u2019]s under"
    r"|change it to"
    rf"|named (?:him|her)|im namen von|im auftrag von|de la part de|de parte de)[ \t]+(?:{_TITLE})*",
    _I,
)
LOWER = re.compile(
    r"\b(?:my name is|mein name ist|ich heiße|je m['\u2019]appelle|me llamo|mi chiamo"
    r"|nazywam się)[ \t]+([^\W\d_]{2,}(?:[ \t]+[^\W\d_]\.)?"
    r"(?:[ \t]+[^\W\d_]{2,})?)",
    re.I,
)
ADDRESSED = re.compile(
    r"(?:^|[;,:]|\bwrote:)[ \t]*[\"']?([^\W\d_][^\n<>\"@:;]{1,60}?)[\"']?[ \t]*[<\[(](?:mailto:)?[^<>\s\])]+@", re.M
)
BLOCK = re.compile(r"(?:\A|(?<=\n\n))[ \t>?*]*(?=[^\W\d_])(?=[^\n,:;!?]{4,40}\n)")
