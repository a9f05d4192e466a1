"""A guess is enough to greet in the right language, and no guess is better than a wrong one."""

import pytest

from helpdesk.domain.language import guess
from helpdesk.domain.letter import first_name


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("How do I reset my hub? The light is orange.", "en"),
        ("Wie kann ich mein Passwort ändern?", "de"),
        ("Bonjour, je ne peux pas ouvrir la porte avec mon code", "fr"),
        ("Hola, no puedo abrir la aplicación con mi cuenta", "es"),
        ("Dzień dobry, nie mogę się zalogować do konta", "pl"),
        ("Dobrý den, balík ještě nedorazil a nemůžu se přihlásit, jak to mám udělat?", "cs"),
        ("ハブをリセットするには?", "ja"),
        ("Как сбросить хаб?", "ru"),
        ("E17", ""),
        ("", ""),
    ],
)
def test_guess(text: str, code: str) -> None:
    assert guess(text) == code


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Jo Miller", "Jo"),
        ("Müller, Anna", "Anna"),
        ("jo@x.example", ""),
        ("ACME 24/7 Support Desk of the North", ""),
        ("", ""),
    ],
)
def test_people_are_greeted_by_their_first_name_or_not_at_all(told: str, name: str) -> None:
    assert first_name(told) == name
