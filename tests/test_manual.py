"""The manual is true to the program: names, commands, options, settings and states are looked up, links are followed."""

import re
import shlex
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
import yaml
from typer.core import TyperGroup

import helpdesk
from helpdesk.domain.insights import Numbers
from helpdesk.domain.starting import starting
from helpdesk.paths import manual
from helpdesk.settings import Settings
from helpdesk.ui import wording
from helpdesk.ui.inbox import keys as inbox_keys
from helpdesk.ui.insights import figures
from helpdesk.ui.knowledge import screen as knowledge_screen
from helpdesk.ui.review import keys as review_keys

GLOSSARY = "words-we-use.md"
LABEL = re.compile(r"\*\*([^*]+)\*\*")
QUOTED = re.compile(r'"([A-Z][^"\n]+)"')
LINK = re.compile(r"\]\(([^)\s]+)\)")
BLOCK = re.compile(r"^```[^\n]*\n(.*?)^```", re.M | re.S)
KEPT_SHORT = 150
KEPT_LONG = 600

ARTICLES = sorted(manual().rglob("*.md"))
by_name = pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.relative_to(manual()).as_posix())


def text(name: str) -> str:
    return (manual() / name).read_text("utf-8")


def everything() -> str:
    return "\n".join(article.read_text("utf-8") for article in ARTICLES)


def sources(*places: str) -> str:
    """Source text of the program, with adjacent literals joined."""
    package = Path(helpdesk.__file__).parent
    found = [
        file for place in places for file in ([package / place] if place.endswith(".py") else (package / place).rglob("*.py"))
    ]
    return re.sub(r'"\s*\n\s*f?"', "", "\n".join(file.read_text("utf-8") for file in found))


def shown_commands() -> Iterator[tuple[str, str]]:
    """Every line of a code block that calls the program, up to a redirection, with the article it is in."""
    for article in ARTICLES:
        for block in BLOCK.findall(article.read_text("utf-8")):
            for line in block.splitlines():
                if line.startswith("helpdesk "):
                    yield article.name, re.split(r" [<>|] ", line.removeprefix("helpdesk "), maxsplit=1)[0]


def program() -> TyperGroup:
    from typer.main import get_command

    from helpdesk.cli import app

    made = get_command(app)
    assert isinstance(made, TyperGroup)
    return made


def paths_of(group: TyperGroup, before: str = "") -> Iterator[str]:
    for name, command in group.commands.items():
        yield f"{before}{name}"
        if isinstance(command, TyperGroup):
            yield from paths_of(command, f"{before}{name} ")


def test_there_is_enough_of_it() -> None:
    assert len(ARTICLES) >= 28


@by_name
def test_article_is_well_formed(article: Path) -> None:
    _, front, body = article.read_text("utf-8").split("---\n", 2)
    about = yaml.safe_load(front)
    assert about.keys() == {"title", "tags", "updated", "audience"}
    assert about["audience"] == "public"
    assert body.lstrip().startswith(f"# {about['title']}\n")
    assert KEPT_SHORT <= len(body.split()) <= KEPT_LONG


@by_name
def test_links_resolve(article: Path) -> None:
    for link in LINK.findall(article.read_text("utf-8")):
        assert (article.parent / link.partition("#")[0]).is_file(), link


def test_every_setting_is_explained() -> None:
    told = "\n".join(page.read_text("utf-8") for page in sorted((manual() / "workspace").glob("settings-*.md")))
    for spec in fields(Settings):
        row = next((line for line in told.splitlines() if f"| {spec.metadata['label']} | `{spec.name}` |" in line), "")
        assert row, spec.name
        default = {"": "empty", "True": "on", "False": "off"}.get(str(spec.default), str(spec.default))
        assert f"| {default} |" in row, row
        for bound in (spec.metadata.get("least"), spec.metadata.get("most")):
            assert bound is None or f"{bound:,g}" in row or f"{bound:,}" in row, row
        assert all(choice in row for choice in spec.metadata.get("choices", ())), row


@pytest.mark.parametrize("names", ["REJECT_REASONS", "OUTBOX_STATES", "STATUSES", "DRAFT_STATES", "ROUTES", "ARTICLE_STATES"])
def test_every_state_is_named_as_in_the_window(names: str) -> None:
    told = everything()
    for code, words in getattr(wording, names).items():
        assert words in told, code


def test_reject_reasons_and_outbox_states_are_named_as_in_the_terminal() -> None:
    assert all(code in text("command-line/ticket-and-review-commands.md") for code in wording.REJECT_REASONS)
    assert all(f"| {code} |" in text("inbox/the-outbox.md") for code in wording.OUTBOX_STATES)


def test_every_label_is_that_of_the_window() -> None:
    source = sources("ui", "settings.py")
    for article in ARTICLES:
        for label in LABEL.findall(article.read_text("utf-8")) if article.name != GLOSSARY else ():
            assert f'"{label.rstrip(".")}' in source, (article.name, label)


def test_every_reason_quoted_is_one_the_program_gives() -> None:
    source = sources("domain/score_signals.py", "services/confidence.py", "services/reply_language.py")
    quoted = QUOTED.findall(text("review/reasons.md") + text("review/reasons-from-the-message.md"))
    assert len(quoted) > 20
    for reason in quoted:
        assert reason.rstrip(".,") in source or reason in wording.ROUTES.values() or reason == "Why this confidence", reason


def test_every_key_is_in_the_table() -> None:
    told = text("review/keyboard-shortcuts.md") + text("review/keyboard-shortcuts-inbox-and-knowledge.md")
    for intent in (*review_keys.INTENTS, *inbox_keys.INTENTS, *knowledge_screen.INTENTS):
        assert not intent.words or all(key in told for key in intent.keys if key != "Ctrl+Enter"), intent


def test_every_number_of_the_insights_is_explained() -> None:
    told = text("insights/todays-numbers.md")
    nothing = Numbers(0, 0, 0, 0, {}, {}, {}, (0, 0, 0, 0), 0, 0, 0, None)
    shown = figures.figures(nothing, {})
    assert all(f"| {tile.label} |" in told for tile in shown.tiles)
    assert all(f"**{chart.title}**" in told for chart in shown.charts)
    assert all(band[:1].lower() + band[1:] in told for band in figures.BANDS)


def test_every_error_title_is_explained() -> None:
    told = "".join(article.read_text("utf-8") for article in (manual() / "troubleshooting").glob("messages-*.md"))

    class Anything(str):
        """Has every field an error could have, and its fields have every field too."""

        __slots__ = ()

        def __getattr__(self, _: str) -> "Anything":
            return Anything("x")

    for speaker in wording.SPEAKERS.values():
        assert f"| {speaker(Anything()).title} |" in told


def test_every_command_is_in_the_reference() -> None:
    told = "".join(article.read_text("utf-8") for article in (manual() / "command-line").glob("*commands.md"))
    for path in paths_of(program()):
        if path != "tickets":
            assert f"`helpdesk {path}" in told, path


def test_every_command_shown_is_accepted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Parsed by the program itself, without being run."""
    monkeypatch.chdir(tmp_path)
    for file in ("questions.jsonl", "reply.txt", "new-text.md"):
        (tmp_path / file).touch()
    root = program()
    shown = list(shown_commands())
    assert len(shown) > 40
    for article, line in shown:
        words = shlex.split(line)
        if words[0] == "--workspace":
            assert starting(words) is not None, (article, line)
        else:
            parse(root, words)


def parse(group: TyperGroup, words: list[str]) -> None:
    """Raises what the program would say to wrong use."""
    with group.make_context(group.name, list(words)) as above:
        command, rest = group.commands.get(words[0]), words[1:]
        if isinstance(command, TyperGroup) and rest and rest[0] in command.commands:
            parse(command, rest)
        else:
            assert command is not None, words[0]
            command.make_context(command.name, list(rest), parent=above).close()
