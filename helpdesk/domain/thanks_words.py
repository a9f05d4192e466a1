"""The words of a message that only says thanks, by language. Longer phrases hold words that mean more when they stand alone."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Manners:
    """`thanks` are the words one of which must be there, `beside` what may stand around it, `phrases` (patterns) what is
    harmless only as a whole."""

    thanks: frozenset[str]
    beside: frozenset[str]
    phrases: tuple[str, ...] = ()


def manners(thanks: str, beside: str, *phrases: str) -> Manners:
    return Manners(words(thanks), words(beside), tuple(phrase.casefold() for phrase in phrases))


def words(text: str) -> frozenset[str]:
    return frozenset(text.casefold().split())


ANYWHERE = words("ok okay okey oki hi hello hey :) :-) ;) ;-) <3 vg mfg lg br kr")
BY_LANGUAGE = {
    "en": manners(
        "thanks thank thx ty tks thankyou cheers appreciated grateful",
        """you so very much a lot again for the your quick fast prompt swift speedy rapid reply response answer help
        helping support update info information message mail email e and in advance i we it this that all everyone
        team guys many kind kindly great perfect super wonderful excellent brilliant awesome amazing nice good
        lovely got noted understood received will am are be ever really truly sincerely indeed have day weekend
        evening week best regards wishes warm dear from is i'm we're it's that's i'll we'll patience time taking
        always helpful kindness quickly assistance efforts effort service morning afternoon sir madam both once
        more greatly highly alright sounds yes yep""",
        "no rush",
        "no worries",
        "no hurry",
        "no need to (?:reply|answer)",
        "take your time",
        "(?:i|we)(?: will|'ll) wait",
        "(?:i|we) appreciate (?:it|that|this|your help|your support)",
        "for letting me know",
        "for getting back to (?:me|us)",
        "looking forward to (?:it|hearing from you|your (?:reply|answer))",
    ),
    "de": manners(
        "danke dank dankeschön dankesehr bedanke merci thx dankbar",
        """vielen herzlichen besten schönen lieben tausend ganz recht sehr schön für die das ihre ihren deine deinen
        eure euren ihr ihnen dir euch ich wir mich uns und schnelle schnellen rasche rasch prompte nette netten
        antwort rückmeldung nachricht hilfe info information auskunft mail unterstützung mühe bemühungen geduld im
        voraus vorab alles klar gut prima super toll perfekt wunderbar verstanden erhalten angekommen habe haben
        schönes schönen tag wochenende abend woche noch viele liebe beste freundliche freundlichen mit grüße
        grüßen gruß gruss gruesse herzliche guten hallo liebes lieber team wünsche einen ein nochmal nochmals auch
        der den dem so ist in ordnung ja""",
        "keine eile",
        "kein stress",
        "kein problem",
        "(?:ich warte|wir warten)(?: gerne)?",
    ),
    "fr": manners(
        "merci mercis remercie remercions",
        """beaucoup bien infiniment mille encore pour votre ton ta vos tes la le les cette ce réponse retour aide
        message info information informations rapide rapidité rapidement efficacité patience et à vous toi tous
        toute l' équipe l'équipe je nous d'avance avance par très c'est est parfait super génial noté reçu compris
        entendu bonne bon journée soirée week end weekend cordialement bonjour bonsoir madame monsieur sincèrement
        salutations de un grand vraiment d'accord accord gentil gentille oui""",
        "pas de (?:souci|problème)",
        "bien (?:reçu|noté)",
        "(?:j'|nous )attend(?:s|ons) (?:votre retour|de vos nouvelles)",
    ),
    "es": manners(
        "gracias agradezco agradecemos agradecido agradecida",
        """muchas mil muchísimas por su tu vuestra la el los las respuesta rápida pronta ayuda mensaje información
        info atención tiempo paciencia todo de antemano y a usted ustedes ti equipo perfecto genial excelente
        entendido recibido vale bien muy amable amables un saludo saludos cordial cordiales buen buenos buenas día
        días tardes noches fin semana hola estimado estimados le les lo se me nos otra vez nuevamente es que tenga
        tengan feliz sí claro""",
        "no hay (?:prisa|problema)",
        "sin (?:prisa|problema)",
        "quedo a la espera",
    ),
    "it": manners(
        "grazie ringrazio ringraziamo ringraziarvi ringraziarla",
        """mille molte tante ancora infinite di per la il le i vostra sua tua risposta rapida veloce celere aiuto
        messaggio informazione informazioni info gentilezza disponibilità pazienza tempo tutto e a voi lei te
        tutti in anticipo ricevuto capito perfetto ottimo bene benissimo molto va saluti cordiali saluto un
        cordialmente buona buongiorno buonasera giornata serata ciao gentile gentilissimi gentilissimo vi la ti
        davvero sì d'accordo l'aiuto della del cuore""",
        "non c'è (?:fretta|problema)",
        "nessun problema",
        "senza fretta",
        "resto in attesa",
    ),
    "pt": manners(
        "obrigado obrigada obrigados obrigadas agradeço agradecemos agradecido agradecida",
        """muito muitíssimo imenso desde já pela pelo pelas sua vossa tua resposta rápida pronta ajuda mensagem
        informação informações atenção apoio retorno tempo paciência tudo e a o de à ao você vocês vos lhe equipa
        equipe recebido entendido perfeito ótimo excelente certo bem bom boa dia tarde noite semana fim
        cumprimentos melhores com os abraço abraços um atenciosamente cordialmente olá por mais uma vez é está sim""",
        "sem (?:pressa|problema|problemas)",
        "não há (?:pressa|problema)",
        "fico a aguardar",
    ),
    "nl": manners(
        "bedankt dank dankjewel dankuwel thanks",
        """je jullie u wel zeer heel erg hartelijk veel nogmaals alvast voor de het uw jouw snelle vlotte reactie
        antwoord hulp bericht informatie info uitleg moeite tijd geduld en ook team goed prima super perfect top
        fijn fijne duidelijk begrepen ontvangen dag weekend avond groet groeten groetjes met vriendelijke
        hartelijke hallo beste ik wij is dat zo fantastisch ja oké""",
        "geen (?:haast|probleem)",
        "ik wacht (?:het )?af",
    ),
    "pl": manners(
        "dziękuję dziekuje dziękujemy dzięki dzieki dziękować wdzięczny wdzięczna",
        """bardzo serdecznie ślicznie pięknie jeszcze raz za szybką odpowiedź pomoc wiadomość informację informacje
        info cierpliwość czas wsparcie i z góry wszystko super świetnie doskonale rozumiem przyjąłem otrzymałem
        otrzymałam dobrze dobry dzień dnia miłego weekendu wieczoru pozdrawiam pozdrowienia pozdrawiamy serdeczne
        poważaniem państwu panu pani wam wszystkim tak oki""",
        "nie ma (?:pośpiechu|problemu|sprawy)",
        "spokojnie",
    ),
    "sv": manners(
        "tack tackar tacksam",
        """så mycket för ditt ert det snabba snabbt svar svaret hjälpen hjälp informationen infon meddelandet på
        förhand och igen alla er dig jättebra bra toppen perfekt super mottaget förstått ha en trevlig fin dag
        helg kväll hälsningar vänliga mvh hej med vänlig hälsning stort tusen""",
        "ingen (?:brådska|fara)",
        "inga problem",
    ),
    "da": manners(
        "tak takker",
        """mange tusind så meget for dit jeres det hurtige svar svaret hjælpen hjælp informationen beskeden på
        forhånd og igen alle dig fint godt perfekt super modtaget forstået ha en god dag weekend aften hilsen
        venlig venlige hilsner mvh hej med skal du have i""",
        "ingen (?:hast|problem|problemer)",
        "det haster ikke",
    ),
    "ru": manners(
        "спасибо благодарю благодарим спс благодарен благодарна",
        """большое огромное вам тебе за быстрый оперативный ответ помощь информацию сообщение терпение и всё все
        заранее ещё еще раз очень понял поняла принято получил получила хорошо отлично супер ясно с уважением
        здравствуйте добрый день привет хорошего дня вечера всего доброго да ок вас""",
        "не спешите",
        "нет проблем",
    ),
    "el": manners(
        "ευχαριστώ ευχαριστούμε",
        """πολύ σας σε για την το τη άμεση γρήγορη απάντηση βοήθεια ενημέρωση μήνυμα υπομονή και εκ των προτέρων ξανά
        θερμά όλους ωραία τέλεια εντάξει κατάλαβα καλή καλημέρα καλησπέρα γεια μέρα μέρας σύντομα ναι χαιρετισμούς
        φιλικούς με εκτίμηση""",
    ),
    "ar": manners(
        "شكرا شكرًا شكراً أشكرك أشكركم نشكركم مشكور مشكورين",
        """جزيلا جزيلاً لك لكم على الرد ردكم السريع المساعدة مساعدتكم رسالتك المعلومات مرة أخرى مقدما مقدماً و كثيرا
        كثيراً تمام حسنا ممتاز تم فهمت وصلت مع تحياتي أطيب التحيات مرحبا السلام عليكم يوم سعيد يومك نعم جميعا""",
    ),
    "he": manners(
        "תודה תודות מודה מודים",
        """רבה לך לכם לכולם על התשובה המהירה תגובה המענה המהיר העזרה המידע הודעה שוב מראש מאוד מעולה מצוין הבנתי
        קיבלתי בסדר סבבה שלום היי יום טוב נעים בברכה נהדר כן""",
    ),
}
UNSPACED = words(
    """ありがとうございました ありがとうございます 有難うございます 有り難うございます ありがとう 感謝 感謝します
    感謝いたします 感謝申し上げます どうも 本当に 誠に 大変 助かりました 承知しました 承知いたしました 了解
    了解しました 了解です わかりました 早速の 迅速な 返信 ご返信 対応 ご対応 連絡 ご連絡 回答 ご回答
    よろしくお願いします よろしくお願いいたします お世話になっております はい を の に 非常感谢 非常感謝 十分感谢
    万分感谢 感谢 多谢 多謝 谢谢 謝謝 谢了 辛苦了 好的 收到 明白 知道了 您的 你的 您 你 你们 你們 大家 的 了 回复
    回覆 帮助 幫助 帮忙 幫忙 快速 及时 祝好 再次 감사합니다 감사드립니다 감사해요 고맙습니다 고마워요 정말 대단히
    너무 빠른 답변 답장 회신 도움 안내 수고하세요 수고하셨습니다 알겠습니다 확인했습니다 네 주셔서 에 을 를 ขอบคุณ
    ขอบใจ มาก ค่ะ ครับ คะ นะ สำหรับ คำตอบ ความช่วยเหลือ ที่ ช่วยเหลือ ได้รับแล้ว เข้าใจแล้ว รับทราบ ๆ"""
)
"""Of scripts that put no spaces between words; one of the thanks must be among them, see thanks.py."""
