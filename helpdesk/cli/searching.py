"""Searching the knowledge bases, and the desk's own synonyms."""

from collections.abc import Sequence
from typing import Annotated, Any

import typer

from helpdesk.cli.base_choice import base_of
from helpdesk.cli.batches import Batch, questions
from helpdesk.cli.running import Json, Where, with_desk
from helpdesk.cli.terminal import Terminal
from helpdesk.domain.article import Audience
from helpdesk.domain.errors import BadInput
from helpdesk.domain.evidence import Evidence, Hit, LeftOut, SearchFilter, SearchPath
from helpdesk.domain.language import NAMES
from helpdesk.domain.stand_ins import EVERY
from helpdesk.services.desk import Desk
from helpdesk.ui.score_words import score_words
from helpdesk.ui.second_look_words import second_look_words

EXCERPT_LINES = 4

Bases = Annotated[list[str] | None, typer.Option("--kb", help="Only this knowledge base, by its name; may be given again.")]
For = Annotated[Audience | None, typer.Option(help="Only what customers may read (public), or only what they may not.")]
Language = Annotated[str, typer.Option(help="Only articles in this language (en, de, ...) or in none that is known.")]
Fresh = Annotated[bool, typer.Option("--fresh-only", help="Without articles whose review is overdue.")]


def add_to(app: typer.Typer) -> None:
    app.command()(search)
    synonyms = typer.Typer(help="Words that mean the same to your customers.", no_args_is_help=True)
    synonyms.command("list")(synonyms_list)
    synonyms.command("set")(synonyms_set)
    synonyms.command("remove")(synonyms_remove)
    synonyms.command("shipped")(synonyms_shipped)
    app.add_typer(synonyms, name="synonyms")


def search(
    query: Annotated[str | None, typer.Argument(help="What to look for.")] = None,
    k: Annotated[int, typer.Option("-k", min=1, max=100, help="How many passages.")] = 5,
    batch: Batch = None,
    kb: Bases = None,
    audience: For = None,
    language: Language = "",
    fresh_only: Fresh = False,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Search the knowledge bases and show passages, with their scores and why each was found or left out."""
    if (query is None) == (batch is None):
        raise typer.BadParameter("give either a QUERY or --batch FILE")
    if language and language not in NAMES:
        raise typer.BadParameter(f"--language takes one of {', '.join(NAMES)}")

    async def work(desk: Desk, terminal: Terminal) -> bool:
        within = SearchFilter(tuple([(await base_of(desk, name)).id for name in kb or ()]), audience, language, fresh_only)
        if batch is not None:
            for key, question in questions(batch):
                found = await desk.retrieval.find(question, limit=k, within=within)
                terminal.line({"id": key, **shape(found)})
            return True
        found = await desk.retrieval.find(query or "", limit=k, within=within)
        if as_json:
            terminal.result({"query": query, **shape(found)})
        else:
            show(terminal, found)
        return True

    with_desk(workspace, as_json or batch is not None, work)


def shape(found: Evidence) -> dict[str, Any]:
    return {"hits": [hit(one) for one in found.hits], "left_out": [left(one) for one in found.left_out]}


def hit(found: Hit) -> dict[str, Any]:
    """The stable JSON shape of a found passage."""
    passage = found.passage
    return {
        "article": passage.path,
        "title": passage.title,
        "heading": passage.heading,
        "lines": list(passage.lines),
        "text": passage.text,
        "score": round(found.score, 4),
        "lexical": round(found.lexical, 4),
        "vector": round(found.vector, 4),
        "parts": {part.name: round(part.given, 4) for part in found.parts},
        "kb": passage.kb,
        "audience": passage.audience,
        "stale": passage.stale,
        "matched": list(found.matched),
        "corrected": [list(pair) for pair in found.corrected],
        "alike": [list(pair) for pair in found.alike],
        "second_look": None if found.second is None else round(found.second, 4),
        "beside": [{"lines": list(one.lines), "text": one.text} for one in found.beside],
    }


def left(out: LeftOut) -> dict[str, Any]:
    """The stable JSON shape of an article left out."""
    return {"article": out.path, "title": out.title, "kb": out.kb, "reason": out.reason}


def show(terminal: Terminal, found: Evidence) -> None:
    if found.path is not SearchPath.INDEX:
        terminal.note("The index is not ready; a simpler search answered. `helpdesk reindex` repairs it now.")
    if words := second_look_words(found):
        terminal.note(words)
    for written, meant in dict(pair for one in reversed(found.hits) for pair in one.corrected).items():
        terminal.say(f"Searched for “{meant}” instead of “{written}”.")
    if not found.hits:
        terminal.say("Nothing found.")
    for one in found.hits:
        passage = one.passage
        trail = f"{passage.title} > {passage.heading}" if passage.heading else passage.title
        terminal.say(f"{one.score:.2f}  {trail}   ({passage.path}:{passage.lines[0]}-{passage.lines[1]})")
        terminal.say(f"      {why(one)}")
        for line in passage.text.splitlines()[:EXCERPT_LINES]:
            terminal.say(f"      {line}")
    for out in found.left_out:
        terminal.say(f"left out: {out.title} ({out.kb}: {out.path}): {out.reason}")


def why(found: Hit) -> str:
    """What its score is made of, the words it has, and what to know before it is quoted."""
    has = f"has {', '.join(found.has)}" if found.has else "none of your words; found by its meaning"
    notes = [
        *(["internal"] if found.passage.audience is Audience.INTERNAL else []),
        *(["stale"] if found.passage.stale else []),
    ]
    return "; ".join([score_words(found), has, *notes])


def synonyms_list(as_json: Json = False, workspace: Where = None) -> None:
    """Show every word that has synonyms."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        known = await desk.retrieval.synonyms()
        return terminal.listed(
            {word: list(means) for word, means in known.items()},
            ("word", "means also"),
            [(word, ", ".join(means)) for word, means in known.items()],
            nothing="No synonyms yet. `helpdesk synonyms set WORD OTHER…` adds some.",
        )

    with_desk(workspace, as_json, work)


def synonyms_set(
    word: Annotated[str, typer.Argument(help="A word or short phrase customers use.")],
    means: Annotated[list[str], typer.Argument(help="What it means as well; each may be a phrase in quotes.")],
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Say what a word means as well, in place of what was said of it before. Searches know it at once."""
    alike = [one for part in means for one in map(str.strip, part.split(",")) if one]

    async def work(desk: Desk, terminal: Terminal) -> bool:
        known = {**await desk.retrieval.synonyms(), word: tuple(alike)}
        await desk.retrieval.set_synonyms(known)
        told(terminal, word, alike)
        return True

    with_desk(workspace, as_json, work)


def synonyms_remove(
    word: Annotated[str, typer.Argument(help="The word whose synonyms go.")], as_json: Json = False, workspace: Where = None
) -> None:
    """Forget a word's synonyms."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        known = dict(await desk.retrieval.synonyms())
        if word not in known:
            raise BadInput("synonyms", 0, f"there are none of “{word}”; `helpdesk synonyms list` shows those there are")
        del known[word]
        await desk.retrieval.set_synonyms(known)
        told(terminal, word, ())
        return True

    with_desk(workspace, as_json, work)


def synonyms_shipped(
    off: Annotated[
        list[str] | None, typer.Option("--off", metavar="WORD", help="Switch the line that begins so off; 'all' for all.")
    ] = None,
    on: Annotated[list[str] | None, typer.Option("--on", metavar="WORD", help="Switch it on again; 'all' for all.")] = None,
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Show the everyday words that came with the desk, and switch lines of them off and on."""

    async def work(desk: Desk, terminal: Terminal) -> bool:
        if off or on:
            await desk.retrieval.switch_shipped(named(off), named(on))
        lines = (await desk.retrieval.every_synonym()).shipped
        return terminal.listed(
            {"shipped": [vars(line) for line in lines]},
            ("", "line", "your lines go before"),
            [("on" if line.on else "off", ", ".join(line.words), ", ".join(line.overruled)) for line in lines],
        )

    with_desk(workspace, as_json, work)


def named(lines: list[str] | None) -> list[str]:
    return [EVERY if one == "all" else one for one in lines or ()]


def told(terminal: Terminal, word: str, means: Sequence[str]) -> None:
    if terminal.as_json:
        terminal.result({word: list(means)})
    else:
        terminal.say(f"{word} means {', '.join(means)} as well." if means else f"{word} has no synonyms any more.")
