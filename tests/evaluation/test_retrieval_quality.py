"""What the desk finds must stay better than either leg alone, on a small set of real questions. Skipped without the data."""

from pathlib import Path

import pytest

from helpdesk.adapters.index import LocalIndex
from helpdesk.app import EMBEDDERS, PASSAGE_RULES, passing_desk
from helpdesk.domain import measures
from helpdesk.domain.fusion import Mix
from helpdesk.domain.markup import flat, unlinked
from helpdesk.domain.progress import unheard
from helpdesk.paths import Workspace
from helpdesk.services.question_sets import found_sets, questions_of
from helpdesk.services.retrieval import MIXES
from helpdesk.settings import Settings
from tests.evaluation.lessons import HITS, RANKS, SPAN_PASSAGES, KeptVectors, figures, taught

SHARED = Path(__file__).resolve().parents[3] / "shared"
SET = SHARED / "eval" / "dev" / "retrieval" / "sharc_gov"
MODEL = SHARED / "models" / "all-MiniLM-L6-v2"
EVERY = 5
"""Of the set's questions; the whole of all sets is measured by tests.evaluation.learn_mixes."""

pytestmark = pytest.mark.skipif(not SET.is_dir(), reason="no evaluation data beside the repository")


async def measured(settings: Settings, folder: Path) -> dict[str, tuple[float, float]]:
    """(span recall@5, MRR@10) of the shipped mix and of each leg alone."""
    place = Workspace(folder)
    index = LocalIndex(place.index, EMBEDDERS[settings.embedder](settings, place))
    try:
        one = found_sets(SET)[0]
        course = await taught(one, index, PASSAGE_RULES[settings.embedder](settings), KeptVectors(None), EVERY)
    finally:
        await index.aclose()
    mixes = {"mix": MIXES[settings.embedder], "words": Mix(1.0, 0.0), "meaning": Mix(0.0, 1.0)}
    return {name: figures(course, mix, course.lessons) for name, mix in mixes.items()}


async def asked(settings: Settings) -> tuple[float, float]:
    """The same of the same questions, asked at a desk that imported the set's articles."""
    one, spans, ranks = found_sets(SET)[0], list[bool](), list[float]()
    async with passing_desk(settings) as desk:
        await desk.knowledge.import_path(one.kb, one.name, unheard)
        for question in [one for one in questions_of(one, every=False) if one.answerable][::EVERY]:
            hits = (await desk.retrieval.find(question.text, limit=HITS, context=question.context)).hits
            found = [hit.passage for hit in hits]
            paths = list(dict.fromkeys(passage.path for passage in found))
            ranks.append(measures.reciprocal_rank(measures.first_rank(paths, question.documents.__contains__), RANKS))
            if question.spans:
                texts = [" ".join(measures.normal_tokens(flat(unlinked(p.text)))) for p in found[:SPAN_PASSAGES]]
                wanted = [" ".join(measures.normal_tokens(span)) for span in question.spans]
                spans.append(any(span and span in text for span in wanted for text in texts))
    return sum(spans) / len(spans), sum(ranks) / len(ranks)


async def test_with_the_built_in_embedder(tmp_path: Path) -> None:
    found = await measured(Settings(), tmp_path)
    assert await asked(Settings()) == pytest.approx(found["mix"])
    assert sum(found["mix"]) > max(sum(found["words"]), sum(found["meaning"])) + 0.03
    assert found["mix"][0] > 0.86
    assert found["mix"][1] > 0.70


@pytest.mark.skipif(not (MODEL / "model.onnx").is_file(), reason="no model beside the repository")
async def test_with_a_model(tmp_path: Path) -> None:
    found = await measured(Settings(embedder="fastembed", model_folder=str(MODEL)), tmp_path)
    assert sum(found["mix"]) > max(sum(found["words"]), sum(found["meaning"])) + 0.03
    assert found["mix"][0] > 0.87
    assert found["mix"][1] > 0.73
