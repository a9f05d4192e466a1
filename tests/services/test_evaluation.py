"""Measuring on questions with known answers: what is counted, and what a broken set is told."""

import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from helpdesk.adapters.figures import draw
from helpdesk.adapters.writers.excerpts import compose
from helpdesk.domain.draft import Answer
from helpdesk.domain.errors import BadInput, HelpdeskError
from helpdesk.domain.evidence import Evidence
from helpdesk.domain.ids import ImportRunId
from helpdesk.domain.import_run import ImportReport
from helpdesk.domain.progress import Progress, Report
from helpdesk.domain.words import content
from helpdesk.services.confidence import Confidence
from helpdesk.services.evaluation import Evaluation, Wanted
from tests.fakes.evidence import evidence, passage, task

ARTICLES = {
    "reset.md": "To reset the hub, hold its button for ten seconds.",
    "bills.md": "Invoices are kept under Account for ten years.",
}


class SmallDesk:
    """Real drafting and confidence; search by shared words over what was imported."""

    def __init__(self) -> None:
        self.knowledge = self.retrieval = self.pipeline = self
        self.files: list[tuple[str, str]] = []

    async def import_path(self, path: Path, kb: str | None, report: Report) -> ImportReport:
        report(Progress(1, 2, "Reading"))
        self.files = [(file.name, file.read_text("utf-8")) for file in sorted(path.glob("*.md"))]
        return ImportReport(ImportRunId(1), kb or "", added=len(self.files))

    async def find(self, question: str, *, limit: int, context: str = "") -> Evidence:
        def shared(text: str) -> int:
            return len(set(content(f"{question} {context}")) & set(content(text)))

        ranked = sorted(enumerate(self.files, 1), key=lambda one: -shared(one[1][1]))
        passages = [
            replace(passage(n, text, name.removesuffix(".md")), path=name) for n, (name, text) in ranked if shared(text)
        ]
        return evidence(question, passages[:limit])

    async def ask(self, question: str, earlier: Sequence[str] = ()) -> Answer:
        found = (await self.find(question, limit=5, context=" ".join(earlier))).hits
        wanted = task(question, [hit.passage for hit in found])
        reply = compose(wanted)
        return Answer(question, reply, Confidence().assess(wanted, reply), 0.01)


@asynccontextmanager
async def small_desk() -> AsyncIterator[SmallDesk]:
    yield SmallDesk()


def questions(folder: Path, rows: Sequence[object], name: str = "demo") -> Path:
    kb = folder / name / "kb"
    kb.mkdir(parents=True)
    for file, text in ARTICLES.items():
        (kb / file).write_text(text, "utf-8")
    lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    (folder / name / "questions.jsonl").write_text("\n".join(lines), "utf-8")
    return folder


def asked(question: str, document: str, span: str = "", **more: object) -> dict[str, object]:
    return {"question": question, "gold_docs": [document], "gold_spans": [span], "answer": span, "answerable": True, **more}


RESET = asked("How do I reset the hub?", "reset.md", "hold its button for ten seconds")
BILLS = asked("Where are invoices kept?", "bills.md", "Invoices are kept under Account")
WRONG = asked("How do I reset the hub button?", "bills.md", "somewhere else entirely")
RACES = {"question": "Do you sponsor bicycle races?", "gold_docs": [], "answerable": False}


async def test_what_is_right_and_wrong_is_counted(tmp_path: Path) -> None:
    report = await Evaluation(small_desk).measure(questions(tmp_path, [RESET, BILLS, WRONG, RACES]))
    (one,) = report.sets
    assert (one.name, one.documents, one.questions, one.answerable) == ("demo", 2, 4, 3)
    assert [row.right for row in one.rows] == [True, True, False, True]
    assert [row.rank for row in one.rows] == [1, 1, None, None]
    assert [row.span_found for row in one.rows] == [True, True, False, None]
    assert one.figures["hit@1"] == pytest.approx(2 / 3)
    assert one.figures["mrr@10"] == pytest.approx(2 / 3)
    assert one.figures["abstained_unanswerable"] == 1
    assert one.figures["abstained_answerable"] == 0
    assert one.figures["right"] == 0.75
    assert report.mean["right"] == 0.75
    assert json.loads(json.dumps(report.as_json()))["sets"][0]["rows"][0]["cited"] == ["reset.md"]


async def test_a_folder_of_sets_gives_a_mean_in_which_each_counts_once(tmp_path: Path) -> None:
    questions(tmp_path, [RESET, RESET, RESET], "a")
    questions(tmp_path, [WRONG], "b")
    report = await Evaluation(small_desk).measure(tmp_path)
    assert [one.name for one in report.sets] == ["a", "b"]
    assert report.mean["hit@1"] == 0.5
    assert report.mean["abstained_unanswerable"] is None


async def test_a_marked_quick_sample_is_taken_unless_all_are_wanted(tmp_path: Path) -> None:
    questions(tmp_path, [{**RESET, "quick": True}, {**BILLS, "quick": False}])
    assert (await Evaluation(small_desk).measure(tmp_path)).sets[0].questions == 1
    assert (await Evaluation(small_desk).measure(tmp_path, Wanted(every=True))).sets[0].questions == 2


@pytest.mark.parametrize(
    "around",
    [
        {"message": "I have a hub. How long do I do it?"},
        {"context": "I want to reset my hub."},
        {"context": ["Hello.", "I want to reset my hub."]},
        {"context": [{"role": "customer", "text": "I want to reset my hub."}]},
    ],
)
async def test_a_question_in_a_conversation_is_asked_with_it(tmp_path: Path, around: dict[str, object]) -> None:
    bare = {**RESET, "question": "How long do I do it?"}
    (one,) = (await Evaluation(small_desk).measure(questions(tmp_path, [bare, {**bare, **around}]))).sets
    assert [row.rank for row in one.rows] == [None, 1]


async def test_progress_is_told_to_the_end(tmp_path: Path) -> None:
    told: list[Progress] = []
    await Evaluation(small_desk).measure(questions(tmp_path, [RESET, BILLS]), report=told.append)
    assert told[0].label == "demo: Reading 1 of 2"
    assert (told[-1].done, told[-1].total, told[-1].seconds_left) == (2, 2, 0)


@pytest.mark.parametrize(
    ("rows", "line", "words"),
    [
        ([RESET, "{broken"], 2, "no JSON"),
        ([{"id": 1}], 1, "'question'"),
        ([{**RESET, "gold_docs": "reset.md"}], 1, "'gold_docs'"),
        ([{**RESET, "answerable": "yes"}], 1, "'answerable'"),
        ([{**RESET, "message": 5}], 1, "'message'"),
        ([{**RESET, "context": [5]}], 1, "'context'"),
        ([""], 0, "no question"),
    ],
)
async def test_a_broken_set_is_told_with_its_line(tmp_path: Path, rows: list[object], line: int, words: str) -> None:
    with pytest.raises(BadInput) as caught:
        await Evaluation(small_desk).measure(questions(tmp_path, rows))
    assert (caught.value.line, words in caught.value.reason) == (line, True)


async def test_a_folder_without_sets_is_told(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "none"):
        with pytest.raises(BadInput) as caught:
            await Evaluation(small_desk).measure(folder)
        assert caught.value.path == str(folder)
    (tmp_path / "questions.jsonl").write_text(json.dumps(RESET), "utf-8")
    with pytest.raises(BadInput) as caught:
        await Evaluation(small_desk).measure(tmp_path)
    assert "no kb folder" in caught.value.reason


async def test_the_curves_become_a_picture(tmp_path: Path) -> None:
    report = await Evaluation(small_desk).measure(questions(tmp_path, [RESET, BILLS, WRONG, RACES]))
    picture = tmp_path / "curves.png"
    draw(report, picture)
    assert picture.read_bytes().startswith(b"\x89PNG")
    with pytest.raises(HelpdeskError):
        draw(report, tmp_path / "no" / "such" / "folder.png")
