"""The fixed words of a reply, by language and tone."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Frame:
    """What a tone changes: how a letter begins, with a name and without, and how it ends."""

    greeting: str
    greeting_unnamed: str
    closing: str


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


PHRASES = {
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
    "pt": Phrases(
        "Olá, {name},",
        "Olá,",
        "obrigado pela sua mensagem.",
        "Sobre «{ask}»:",
        "Se isto não resolver o problema, responda a esta mensagem e veremos o assunto consigo.",
        "recebemos a sua mensagem e estamos a analisá-la. Um colega irá responder-lhe pessoalmente.",
        "Temos de verificar este ponto e voltaremos a contactá-lo.",
        "Com os melhores cumprimentos",
    ),
    "nl": Phrases(
        "Dag {name},",
        "Goedendag,",
        "bedankt voor uw bericht.",
        "Over “{ask}”:",
        "Helpt dit niet, antwoord dan op dit bericht; we bekijken het dan samen met u.",
        "we hebben uw bericht ontvangen en zoeken het uit. Een collega neemt persoonlijk contact met u op.",
        "Dit moeten we nog nagaan; u hoort hierover van ons.",
        "Met vriendelijke groet",
    ),
    "pl": Phrases(
        "Dzień dobry, {name},",
        "Dzień dobry,",
        "dziękujemy za wiadomość.",
        "W sprawie „{ask}”:",
        "Jeśli to nie pomoże, prosimy odpowiedzieć na tę wiadomość, a zajmiemy się tym razem z Państwem.",
        "otrzymaliśmy Państwa wiadomość i zajmujemy się nią. Ktoś z naszego zespołu odpowie osobiście.",
        "Musimy to jeszcze sprawdzić i wrócimy do Państwa z odpowiedzią.",
        "Z poważaniem",
    ),
}
FRIENDLY = {
    "en": Frame("Hi {name},", "Hi there,", "All the best"),
    "de": Frame("Hallo {name},", "Hallo,", "Viele Grüße"),
    "fr": Frame("Bonjour {name},", "Bonjour,", "Bien à vous"),
    "es": Frame("Hola, {name}:", "Hola:", "Un saludo"),
    "it": Frame("Ciao {name},", "Ciao,", "Un caro saluto"),
    "pt": Frame("Olá, {name},", "Olá,", "Um abraço"),
    "nl": Frame("Hoi {name},", "Hallo,", "Groetjes"),
    "pl": Frame("Cześć, {name},", "Dzień dobry,", "Pozdrawiamy serdecznie"),
}
FORMAL = {
    "en": Frame("Dear {name},", "Dear customer,", "Yours sincerely"),
    "de": Frame("Guten Tag {name},", "Sehr geehrte Damen und Herren,", "Mit freundlichen Grüßen"),
    "fr": Frame("Bonjour {name},", "Madame, Monsieur,", "Veuillez agréer nos salutations distinguées"),
    "es": Frame("Buenos días, {name}:", "Estimados señores:", "Atentamente"),
    "it": Frame("Gentile {name},", "Gentile cliente,", "Distinti saluti"),
    "pt": Frame("Bom dia, {name},", "Exmos. Senhores,", "Atenciosamente"),
    "nl": Frame("Geachte {name},", "Geachte heer of mevrouw,", "Hoogachtend"),
    "pl": Frame("Dzień dobry, {name},", "Szanowni Państwo,", "Z wyrazami szacunku"),
}
