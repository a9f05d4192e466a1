"""Thanks and nothing else: a snoozed ticket sleeps on. Everything more wakes it."""

import pytest

from helpdesk.domain.thanks import only_thanks
from helpdesk.domain.thanks_words import BY_LANGUAGE

PEOPLE = ("Ada Brown", "Grace Hopper", "grace.hopper")
BARE = (
    "Thanks!",
    "thx",
    "Thank you so much for the quick reply.",
    "Hi Ada,\n\nmany thanks for your help!\n\nBest regards\nGrace Hopper",
    "Ok, ty :)",
    "Perfect, thank you \U0001f44d",
    "Great, thanks. No rush!",
    "Got it, thank you. Have a nice weekend!",
    "Thank you, I’ll wait.",
    "Thanks!\n\nOn Mon, Nov 16, 2026 at 9:12 AM Ada Brown <ada@desk.example> wrote:\n> It still fails? Please send the log.",
    "Thanks a lot\n\n-- \nGrace Hopper\nHead of Operations\n+44 20 7946 0000",
    "Vielen Dank für die schnelle Antwort!",
    "Alles klar, danke. Schönes Wochenende noch, viele Grüße",
    "Danke, keine Eile",
    "Merci beaucoup pour votre réponse rapide, bonne journée",
    "Ok merci, pas de souci",
    "Muchas gracias por su pronta respuesta. Un saludo",
    "Grazie mille, gentilissimi!",
    "Muito obrigada pela ajuda!",
    "Hartelijk dank voor uw snelle reactie",
    "Dziękuję bardzo za szybką odpowiedź",
    "Tack så mycket!",
    "Mange tak for hjælpen",
    "Спасибо большое за ответ!",
    "Ευχαριστώ πολύ!",
    "شكرا جزيلا",
    "תודה רבה!",
    "ありがとうございます。",
    "谢谢您的回复！",
    "감사합니다",
    "ขอบคุณมากค่ะ",
)
MORE = (
    "",
    "ok",
    "Yes please",
    "Thanks, but it still fails",
    "Thanks but no",
    "No thanks",
    "Thanks for nothing",
    "Thanks. When will it arrive?",
    "Thanks, one more thing: the invoice is wrong.",
    "Thank you, please cancel my order.",
    "Thanks, it works now.",
    "Thanks, see attached",
    "Thanks, my number is 4711",
    "Thanks Peter, broken",
    "Thanks. Looking forward to the refund.",
    "I have not received the information, thanks",
    "Danke, aber es geht immer noch nicht",
    "Danke. Leider blinkt es weiter.",
    "Vielen Dank im Voraus für die Rechnung",
    "Merci, mais ça ne marche pas",
    "Merci de me rappeler",
    "Gracias, pero sigue sin funcionar",
    "Grazie, ma non funziona ancora",
    "Obrigado, mas ainda não funciona",
    "Bedankt, maar het werkt nog steeds niet",
    "Dziękuję, ale nadal nie działa",
    "Tack, men det fungerar fortfarande inte",
    "Tak, men det virker ikke",
    "Спасибо, но не работает",
    "Ευχαριστώ, αλλά δεν δουλεύει",
    "شكرا لكن لا يعمل",
    "תודה אבל זה עדיין לא עובד",
    "ありがとうございます。でもまだ動きません",
    "谢谢，但是还是不行",
    "감사합니다. 그런데 아직 안 됩니다",
    "ขอบคุณ แต่ยังใช้ไม่ได้",
    "Thanks! " * 100,
    "ขอบคุณมาก" * 40 + "ยัง",
)
NEGATIONS = (
    "not no nothing but however nicht kein keine aber doch pas ne no pero sin non ma senza mas sem não niet geen maar nie "
)
NEGATIONS += "ale inte ingen men ikke не но нет δεν αλλά لا لكن לא אבל"


@pytest.mark.parametrize("message", BARE)
def test_bare_thanks_wake_nobody(message: str) -> None:
    assert only_thanks(message, PEOPLE)


@pytest.mark.parametrize("message", MORE)
def test_whoever_says_more_is_heard(message: str) -> None:
    assert not only_thanks(message, PEOPLE)


def test_a_name_counts_only_when_it_is_known() -> None:
    assert only_thanks("Thanks, Margaret", ["Margaret Hamilton"])
    assert not only_thanks("Thanks, Margaret")


def test_no_language_takes_a_word_that_turns_the_meaning_for_manners() -> None:
    turning = set(NEGATIONS.split())
    for code, manners in BY_LANGUAGE.items():
        assert not turning & (manners.beside | manners.thanks), code
