"""Words, stems and FTS5 expressions: what is searched for is what was stored."""

from hypothesis import given
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from helpdesk.domain.stems import stem
from helpdesk.domain.terms import match_any, rarest, telling_stems, telling_words, words

TEXT = """Resetting passwords, caresses ponies ties cats feed agreed plastered motoring sing conflated troubled sized hopping
falling hissing fizzed filing happy sky relational conditional rational valenci hesitanci digitizer conformabli
radicalli differentli vileli analogousli vietnamization predication operator feudalism decisiveness hopefulness
callousness formaliti sensitiviti sensibiliti triplicate formative formalize electriciti electrical hopeful goodness
revival allowance inference airliner gyroscopic adjustable defensible irritant replacement adjustment dependent
adoption homologou communism activate angulariti homologous effective bowdlerize probate rate cease controll roll
Übertragung façade naïve ÅNGSTRÖM 1970s turn2us x86-64 foo_bar e-mail it's ναός Ελλάδα"""


def stored(text: str) -> list[str]:
    """The terms FTS5 itself makes of a text, in order."""
    database = dbapi2.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE f USING fts5(x, tokenize='porter unicode61 remove_diacritics 2')")
    database.execute("CREATE VIRTUAL TABLE v USING fts5vocab(f, 'instance')")
    database.execute("INSERT INTO f VALUES (?)", (text,))
    found = [term for (term,) in database.execute("SELECT term FROM v ORDER BY offset")]
    database.close()
    return found


def test_words_and_stems_are_those_of_the_full_text_index() -> None:
    assert [stem(word) for word in words(TEXT)] == stored(TEXT)


@given(st.text(st.characters(codec="ascii", exclude_characters="\0"), max_size=60))
def test_any_ascii_text_is_cut_and_stemmed_like_the_index_does(text: str) -> None:
    assert [stem(word) for word in words(text)] == stored(text)


@given(st.text(max_size=40))
def test_no_text_makes_an_expression_the_index_refuses(text: str) -> None:
    terms = telling_words(text)
    database = dbapi2.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE f USING fts5(x, tokenize='porter unicode61 remove_diacritics 2')")
    if terms:
        database.execute("SELECT rowid FROM f WHERE f MATCH ?", (match_any(terms),)).fetchall()
    database.close()


def test_words_that_say_nothing_are_left_out_unless_there_are_no_others() -> None:
    assert telling_words("How do I reset the router, please?") == ["reset", "router"]
    assert telling_words("what is it") == ["what", "is", "it"]
    assert telling_stems("reset resets resetting") == {"reset": "reset"}


def test_frequent_words_are_given_up_when_rare_ones_are_there() -> None:
    frequencies = {"router": 30, "error": 19_000, "customer": 60_000}
    assert rarest(["customer", "error", "router", "unheard"], frequencies) == ["router", "error"]
    assert rarest(["customer"], frequencies) == ["customer"]
