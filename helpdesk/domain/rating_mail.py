"""The mail that asks the customer of a solved ticket how it went, in the customer's language or the desk's own words."""

from collections.abc import Mapping
from datetime import timedelta

from helpdesk.domain.macro import filled
from helpdesk.domain.signatures import chosen

TOO_LATE = timedelta(days=3)
"""So long after its time nobody is asked any more: the question was switched on later, or the program was off."""

SUBJECTS = {
    "en": "How did we do? {subject}",
    "de": "Wie waren wir? {subject}",
    "fr": "Votre avis ? {subject}",
    "es": "¿Qué tal lo hicimos? {subject}",
    "it": "Come siamo andati? {subject}",
    "nl": "Hoe deden we het? {subject}",
    "pt": "Como nos saímos? {subject}",
    "pl": "Jak nam poszło? {subject}",
}
BODIES = {
    "en": "Hello,\n\nwe have marked your request “{subject}” as solved. How did we do? Reply with a number from 1 (poor) to 5 "
    "(very good) in the first line.",
    "de": "Guten Tag,\n\nIhre Anfrage „{subject}“ ist gelöst. Wie zufrieden sind Sie? Antworten Sie mit einer Zahl von 1 "
    "(schlecht) bis 5 (sehr gut) in der ersten Zeile.",
    "fr": "Bonjour,\n\nvotre demande « {subject} » est résolue. Que pensez-vous de notre aide ? Répondez par un chiffre de "
    "1 (mauvaise) à 5 (très bonne) sur la première ligne.",
    "es": "Hola:\n\nSu solicitud «{subject}» está resuelta. ¿Qué le pareció nuestra ayuda? Responda con un número del 1 "
    "(mala) al 5 (muy buena) en la primera línea.",
    "it": "Buongiorno,\n\nla sua richiesta “{subject}” è risolta. Com'era il nostro aiuto? Risponda con un numero da 1 "
    "(scarso) a 5 (ottimo) nella prima riga.",
    "nl": "Hallo,\n\nuw vraag “{subject}” is opgelost. Hoe was onze hulp? Antwoord met een cijfer van 1 (slecht) tot 5 (zeer "
    "goed) op de eerste regel.",
    "pt": "Olá,\n\no seu pedido “{subject}” está resolvido. Como foi a nossa ajuda? Responda com um número de 1 (má) a 5 "
    "(muito boa) na primeira linha.",
    "pl": "Dzień dobry,\n\nPaństwa zgłoszenie „{subject}” zostało rozwiązane. Jak oceniają Państwo naszą pomoc? Prosimy "
    "odpisać, podając w pierwszym wierszu liczbę od 1 (źle) do 5 (bardzo dobrze).",
}


def letter(language: str, own: str, values: Mapping[str, str]) -> tuple[str, str]:
    """(subject, text); `own` are the desk's words by language, with variables as in macros."""
    subject = SUBJECTS.get(language, SUBJECTS["en"])
    body = chosen(own, language, BODIES.get(language, BODIES["en"]))
    return filled(subject, values), filled(body, values)
