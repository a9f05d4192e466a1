"""Words that anybody writes about anything, greetings among them: two texts that share nothing else are not about the same."""

from collections.abc import Iterable
from functools import cache

from helpdesk.domain import language
from helpdesk.domain.terms import STOP_WORDS, telling_stems, words

_EVERYDAY = {
    "de": """
aber alle allem allen alles als also am an ander andere anderen auch auf aus bald beim bei bereits besten bin bis bitte da
dabei dafür damit danach dank danke dann daran darf das dass davon dazu dein dem den denn der des deshalb dich dies diese
diesem diesen dieser dieses dir doch dort du durch ein eine einem einen einer eines einfach einmal er erst es etwa etwas
euch euer für gar geehrte geehrter damen herren gegen gehen geht gern gerne gibt grüße grüßen gruß gut guten habe haben
hallo hat hatte hätte heißt hier hin ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in ins ist ja jede jeden jeder
jedes jemand jetzt kann kein keine keinen kommt kommen können könnte könnten lassen leider lg liebe lieber machen macht mag
man mehr mein meine meinem meinen meiner mfg mich mir mit möchte morgen muss müssen nach nicht nichts noch nun nur ob oder
ohne schon schöne sehr sei sein seine seit seitdem selbst sich sie sind so soll sollte sondern sonst stehen steht tag tun
über um und uns unser unsere unter vielen viel vom von vor vorab wann war waren warum was weil welche welcher wenn wer werde
werden wie wieder wir wird wo wurde wurden wäre zu zum zur zwar zwei
""",
    "fr": """
alors aucun aussi autre aux avec avez avoir avons bien bonjour bonsoir car ce cela ces cet cette chez comme cordialement
dans depuis dire dois donc dont encore entre est-ce été être fait faire faut ici jour jours leur lors lui mais merci mes
même moins monsieur madame mon notre nous ont où par parce peu peut peux plus pour pourquoi pouvez puis quand quel quelle
quoi sans ses si soit son sous sont suis tous tout toute très trop un une veuillez vers voici voilà votre vos vous voudrais
salutations
""",
    "es": """
ahora algo algún antes aquí así aún buenas buenos cada casi cuál cuando cuándo cuanto desde después día días dice donde
dónde durante ella ellos entonces era eso esta estaba están este esto estos estoy fue gracias ha hace hacer hasta hay hoy me
mis mucha muchas mucho muchos muy nada nos nosotros nuestro otra otro pero poco porque pueden puede qué quiero quisiera
saludos señor señora ser si sí sin sobre solo sólo soy su sus también tan tanto tiene tienen todo todos tras usted ustedes
vez ya
""",
    "it": """
abbiamo allora altro anche ancora anni aver avere bene buongiorno cosa cordiali dal dalla degli delle dopo dove due essere
fare fatto già gli grazie hanno loro ma mai mi molto nostro ogni ora perché più poi prima può qualche quale quando quanto
quello qui saluti se sempre senza solo sono sotto sta stato sua sue suo tra tutti tutto vi vorrei
""",
    "nl": """
als ander alleen altijd beste bedankt ben bent dan deze doen door dus geen goed goede graag groet groeten had hebben hebt
heeft hoi iets iemand ja jullie kunnen kunt maak meer met moet na nee niets nog nu of om ons onze over te toch tot uit uw
veel waar waarom wanneer want was we wel werd wie wil willen wordt zal zo zonder zou
""",
}


def telling(text: str) -> frozenset[str]:
    """The stems of its words that say what it is about."""
    known = _known(language.guess(text))
    return frozenset(found for found, word in telling_stems(text).items() if word not in known)


def share_a_word(one: str, others: Iterable[str]) -> list[bool]:
    """Of each of the others whether it shares a telling word with `one`."""
    about = telling(one)
    return [bool(about & telling(other)) for other in others]


@cache
def _known(code: str) -> frozenset[str]:
    return STOP_WORDS | frozenset(words(f"{_EVERYDAY.get(code, '')} {language.small_words_of(code)}"))
