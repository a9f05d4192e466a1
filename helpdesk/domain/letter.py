"""The frame of a reply in the customer's language: greeting, joining words and closing. Writers fill in the body."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Phrases:
    greeting: str
    greeting_unnamed: str
    thanks: str
    about: str
    more: str
    nothing: str
    later: str
    closing: str


_PHRASES = {
    "en": Phrases(
        "Hi {name},",
        "Hello,",
        "thank you for your message.",
        "About \u201c{ask}\u201d:",
        "If this does not solve it, just reply to this message and we will look into it with you.",
        "we have received your message and are looking into it. A colleague will get back to you personally.",
        "We need to check this and will get back to you about it.",
        "Kind regards",
    ),
    "de": Phrases(
        "Guten Tag {name},",
        "Guten Tag,",
        "vielen Dank für Ihre Nachricht.",
        "Zu \u201e{ask}\u201c:",
        "Falls das nicht weiterhilft, antworten Sie einfach auf diese Nachricht; wir sehen es uns dann gemeinsam an.",
        "wir haben Ihre Nachricht erhalten und gehen ihr nach. Jemand aus unserem Team meldet sich persönlich bei Ihnen.",
        "Das müssen wir noch prüfen; wir melden uns dazu bei Ihnen.",
        "Mit freundlichen Grüßen",
    ),
    "fr": Phrases(
        "Bonjour {name},",
        "Bonjour,",
        "merci pour votre message.",
        "Concernant « {ask} » :",
        "Si cela ne résout pas le problème, répondez simplement à ce message et nous regarderons cela avec vous.",
        "nous avons bien reçu votre message et l'examinons. Un collègue vous répondra personnellement.",
        "Nous devons encore vérifier ce point et reviendrons vers vous.",
        "Cordialement",
    ),
    "es": Phrases(
        "Hola, {name}:",
        "Hola:",
        "gracias por su mensaje.",
        "Sobre «{ask}»:",
        "Si esto no lo resuelve, responda a este mensaje y lo revisaremos con usted.",
        "hemos recibido su mensaje y lo estamos revisando. Un compañero le responderá personalmente.",
        "Tenemos que comprobarlo y le informaremos.",
        "Un cordial saludo",
    ),
    "it": Phrases(
        "Buongiorno {name},",
        "Buongiorno,",
        "grazie per il suo messaggio.",
        "Riguardo a «{ask}»:",
        "Se questo non risolve il problema, risponda a questo messaggio e lo vedremo insieme.",
        "abbiamo ricevuto il suo messaggio e lo stiamo esaminando. Un collega le risponderà personalmente.",
        "Dobbiamo verificarlo e la ricontatteremo.",
        "Cordiali saluti",
    ),
}
_NAME = re.compile(r"[^\W\d_][^\W\d_.'\u2019-]*(?:['\u2019-][^\W\d_]+)*")
LANGUAGES = tuple(_PHRASES)


def phrases(language: str) -> Phrases:
    """English when the language has no phrases of its own."""
    return _PHRASES.get(language, _PHRASES["en"])


def first_name(requester: str) -> str:
    """The name to greet by; '' when it is an address, a company-like line or otherwise no name."""
    name = requester.strip()
    if not name or "@" in name or len(name) > 60:
        return ""
    parts = (name.split(",", 1)[1] if "," in name else name).split()
    usable = [part for part in parts if _NAME.fullmatch(part) and len(part) > 1]
    return usable[0] if usable and len(parts) <= 4 else ""


def framed(body: str, requester: str, language: str, signature: str) -> str:
    """Greeting, body, closing and signature, a blank line between each."""
    words = phrases(language)
    name = first_name(requester)
    greeting = words.greeting.format(name=name) if name else words.greeting_unnamed
    return (
        "\n\n".join(part for part in (greeting, body.strip(), f"{words.closing}\n{signature.strip()}".strip()) if part) + "\n"
    )
