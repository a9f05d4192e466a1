"""Languages and own words of real and of hostile messages."""

import json
import re
from pathlib import Path

import pytest

from helpdesk.adapters.languages import MEGABYTES, LinguaLanguages
from helpdesk.adapters.processes import WorkerLate, WorkerLost, WorkerProcess
from helpdesk.adapters.quoted_replies import MailParserWords
from tests.fakes.worker_here import WorkerHere

REPLIES = Path(__file__).resolve().parents[3] / "shared" / "eval" / "dev" / "emails" / "quoted_replies.jsonl"
DESK = ("en", "de", "fr", "es")
LANGUAGES = LinguaLanguages(DESK, WorkerHere())
OWN_WORDS = MailParserWords()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("where is my order", "en"),
        ("Rechnung fehlt noch immer", "de"),
        ("Mot de passe oublié", "fr"),
        ("Cancelar suscripción", "es"),
        ("ハブをリセットするには?", "ja"),
        ("Как сбросить хаб?", "ru"),
        ("E-17", ""),
        ("", ""),
        ("https://example.com/wo/ist/mein/paket ada@example.com", ""),
    ],
)
async def test_the_language_of_short_messages(text: str, code: str) -> None:
    assert (await LANGUAGES.read(text)).value == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Dobrý den, objednal jsem si u vás router, ale balík ještě nedorazil. Kdy bude doručen?", "cs"),
        ("Dobrý deň, objednal som si u vás router, ale balík ešte neprišiel.", "sk"),
        ("Jó napot, a múlt héten rendeltem egy routert, de a csomag még nem érkezett meg.", "hu"),
        ("Bună ziua, am comandat un router, dar pachetul nu a ajuns încă.", "ro"),
        ("Hei, tilasin reitittimen, mutta paketti ei ole vielä saapunut.", "fi"),
        ("Merhaba, geçen hafta sizden bir yönlendirici sipariş ettim.", "tr"),
        ("Hej, jag beställde en router men paketet har inte kommit.", "sv"),
        ("Dzień dobry, zamówiłem router, ale paczka jeszcze nie dotarła.", "pl"),
    ],
)
async def test_a_mail_in_no_language_of_the_desk_is_not_taken_for_its_nearest_one(text: str, code: str) -> None:
    desk = LinguaLanguages(("en", "de", "fr", "es", "it", "pt", "nl", "pl"), WorkerHere())
    read = await desk.read(text)
    assert (read.value, read.confidence > 0.85) == (code, True)


async def test_a_desk_with_one_language_reads_in_it_unless_the_script_says_otherwise() -> None:
    alone = LinguaLanguages(("de",), WorkerHere())
    assert (await alone.read("where is my order")).value == "de"
    assert (await alone.read("Где мой заказ?")).value == "ru"


async def test_the_letters_are_looked_at_only_where_the_small_words_leave_a_doubt() -> None:
    worker = WorkerHere()
    reader = LinguaLanguages(DESK, worker)
    long = (
        "Hello, I have been waiting for the parcel that you said would be with me by the end of the week, but it is not here."
    )
    assert (await reader.read(long)).confidence == 1
    assert worker.calls == 0
    assert 0.5 < (await reader.read("my order")).confidence < 1
    assert worker.calls == 1


@pytest.mark.logs("languages are told by small words alone for once")
@pytest.mark.parametrize(
    "trouble",
    [WorkerLost("killed by signal 9"), WorkerLate(60.0), RuntimeError("PanicException"), ImportError("no room to map it")],
)
async def test_where_the_letters_cannot_be_asked_small_words_answer_for_once(trouble: Exception) -> None:
    worker = WorkerHere()
    reader = LinguaLanguages(DESK, worker)
    worker.fails = trouble
    assert (await reader.read("Wie geht das mit der Rechnung")).value == "de"
    assert (await reader.read("Rechnung fehlt")).value == "en"
    worker.fails = None
    assert (await reader.read("Rechnung fehlt")).value == "de"


async def test_the_letters_are_looked_at_in_a_process_of_their_own() -> None:
    worker = WorkerProcess("languages", memory_mb=MEGABYTES)
    reader = LinguaLanguages(DESK, worker)
    assert worker.pid is None
    try:
        assert (await reader.read("Rechnung fehlt noch immer")).value == "de"
        assert worker.pid is not None
    finally:
        await reader.aclose()


@pytest.mark.parametrize(
    "text", ["a" * 1_000_000, "\u200b" * 1_000_000, "\u202eאב" * 300_000, "a b " * 250_000, "\n" * 1_000_000]
)
async def test_hostile_texts_are_read_too(text: str) -> None:
    assert 0 <= (await LANGUAGES.read(text)).confidence <= 1
    assert bool(OWN_WORDS(text).strip()) == bool(text.strip())


@pytest.mark.parametrize(
    "history",
    [
        "Dne 20. 11. 2026 9:00 napsal Ada <ada@desk.example>:\n> Utáhněte šroub.",
        "2026年11月20日(金) 9:00 Ada <ada@desk.example>:\n\n> ネジを締めてください。",
        "在 2026年11月20日, 09:00, Ada <ada@desk.example> 写道：\n> 拧紧螺丝。",
        "2026년 11월 20일 (금) 오전 9:00, Ada <ada@desk.example>님이 작성:\n> 나사",
        "Hinweis: Diese E-Mail ist vertraulich und nur für den Adressaten bestimmt.",
        "Confidential: this mail and what is attached are for the addressee only.",
    ],
)
def test_history_and_notices_in_many_languages_are_left_out(history: str) -> None:
    assert OWN_WORDS(f"It still hums.\n\n{history}\n") == "It still hums."


@pytest.mark.skipif(not REPLIES.is_file(), reason="the collected replies are not here")
def test_most_collected_replies_are_told_from_what_they_repeat() -> None:
    rows = [json.loads(line) for line in REPLIES.read_text("utf-8").splitlines()]
    told = [re.sub(r"\s+", "", OWN_WORDS(row["body"])) == re.sub(r"\s+", "", row["reply"]) for row in rows]
    assert sum(told) >= 0.85 * len(told)
