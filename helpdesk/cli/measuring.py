"""`helpdesk eval`: how good retrieval, drafts and confidence are on questions with known answers."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from helpdesk.app import draw_curves, passing_desk
from helpdesk.cli.running import Json, Where, chosen, without_desk
from helpdesk.cli.terminal import Terminal, duration, plain
from helpdesk.services.evaluation import Evaluation, EvaluationReport, Wanted
from helpdesk.services.models import settings_with
from helpdesk.settings import load

COLUMNS = ("hit@1", "hit@5", "mrr", "span_recall@5", "answer_f1", "abstained_unanswerable", "right", "auroc_right", "ece")


def add_to(app: typer.Typer) -> None:
    app.command("eval")(evaluate)


def evaluate(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A set (kb/ and questions.jsonl), or a folder of sets.")],
    k: Annotated[int, typer.Option("--k", min=1, max=50, help="Deepest rank looked at.")] = 10,
    every: Annotated[bool, typer.Option("--every", help="All questions, where a set marks a quick sample.")] = False,
    embedder: Annotated[str, typer.Option(metavar="DIR", help="A model folder, or 'built-in'; else as the workspace.")] = "",
    out: Annotated[
        Path, typer.Option(metavar="DIR", help="Where evaluation.json and evaluation.png go.", file_okay=False)
    ] = Path(),
    as_json: Json = False,
    workspace: Where = None,
) -> None:
    """Measure on questions with known answers, in a workspace of its own that is gone afterwards."""

    async def work(terminal: Terminal) -> bool:
        settings = settings_with(load(chosen(workspace).folder), embedder)
        with terminal.progress() as report:
            found = await Evaluation(lambda: passing_desk(settings)).measure(folder, Wanted(k, every), report)
        out.mkdir(parents=True, exist_ok=True)
        figures, picture = out / "evaluation.json", out / "evaluation.png"
        figures.write_text(json.dumps(plain(found.as_json()), indent=1), "utf-8")
        draw_curves(found, picture)
        if as_json:
            summary = {one.name: one.figures for one in found.sets}
            terminal.result({"sets": summary, "mean": found.mean, "seconds": found.seconds, "json": figures, "png": picture})
        else:
            tell(terminal, found)
            terminal.note(f"{duration(found.seconds)}; all figures in {figures}, curves in {picture}")
        return True

    without_desk(as_json, work)


def tell(terminal: Terminal, found: EvaluationReport) -> None:
    rows = [(one.name, str(one.questions), *cells(one.figures)) for one in found.sets]
    terminal.table(("set", "questions", *COLUMNS), [*rows, ("mean", "", *cells(found.mean))])


def cells(figures: Mapping[str, float | None]) -> list[str]:
    mrr = next((value for name, value in figures.items() if name.startswith("mrr@")), None)
    values = [mrr if column == "mrr" else figures.get(column) for column in COLUMNS]
    return ["" if value is None else f"{value:.3f}" for value in values]
